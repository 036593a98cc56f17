"""The lecture's PixelRNN (Hung-yi Lee, deep generative models): one LSTM over the flattened pixels, 1-of-N coded.

It sees only what lies before a pixel in scan order: the yardstick for context.py.

Letters: B sprites, H rows, W columns, N = H·W pixels, Q queried pixels, K tokens.
"""

from torch import Tensor, nn
from torch.nn import functional as fn

from genmodels.api.configs import PixelRNNConfig


class LectureRNN(nn.Module):
    """The lecture preset: 1-of-N colours, one LSTM, one softmax."""

    def __init__(self, config: PixelRNNConfig, colours_K4: Tensor) -> None:  # noqa: ARG002 - colours are mere numbers here
        super().__init__()
        self.config = config
        self.lstm = nn.LSTM(config.colours + 1, config.hidden, batch_first=True)  # the last input stands for the start
        self.word = nn.Linear(config.hidden, config.colours)
        self.dropout = nn.Dropout(config.dropout)

    def nll(
        self,
        tokens_BHW: Tensor,
        hidden_BHW: Tensor,  # noqa: ARG002 - the past is all it knows, drawn or visible
        flags_BF: Tensor | None = None,  # noqa: ARG002
        pixels_BQ: Tensor | None = None,
    ) -> Tensor:
        """Return −ln p of the true token at the queried pixels, BQ nats (all pixels where none are named)."""
        tokens_BN = tokens_BHW.flatten(1)
        before_BN = fn.pad(tokens_BN, (1, 0), value=self.config.colours)[:, :-1]
        states_BNU, _ = self.lstm(fn.one_hot(before_BN, self.config.colours + 1).float())
        words_BNK = self.word(self.dropout(states_BNU)).float().log_softmax(-1)
        nll_BN = -words_BNK.gather(-1, tokens_BN[..., None])[..., 0]
        return nll_BN if pixels_BQ is None else nll_BN.gather(1, pixels_BQ)
