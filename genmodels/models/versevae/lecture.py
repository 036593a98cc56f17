"""The verse VAE of Bowman et al. 2015 (arXiv 1511.06349), section 3: the code is the decoder's first state and no more.

Letters as in genmodels/models/versevae/network.py.
"""

import torch
from torch import Tensor, nn

from genmodels.api.configs import VerseVAEConfig
from genmodels.models.axes import PrincipalAxes
from genmodels.models.versevae.network import VerseVAE
from genmodels.models.versevae.spelling import END, Spelling
from genmodels.models.versevae.written import Written


class LectureVAE(VerseVAE):
    """A recurrence reads the line to its end, from where mean and variance are read off; another one writes it."""

    def __init__(self, config: VerseVAEConfig) -> None:
        nn.Module.__init__(self)
        self.config, self.spelling = config, Spelling(config.pieces)
        N, E, V = config.numbers, config.embedding, len(self.spelling)
        self.embedding = nn.Embedding(V, E)
        nn.init.normal_(self.embedding.weight, std=E**-0.5)
        self.ahead = nn.GRU(E, config.reading, batch_first=True)
        self.gathered = nn.Linear(config.reading, 2 * N)
        self.begin = nn.Linear(N, config.width)
        self.write = nn.GRU(E, config.width, batch_first=True)
        self.leave = nn.Linear(config.width, E)
        self.bias_V = nn.Parameter(torch.zeros(V))
        self.axes = PrincipalAxes(N)
        self.written = Written(config.written)

    def posterior(self, tokens_BT: Tensor) -> tuple[Tensor, Tensor]:
        """Return mean and log variance of q(z | line), both BN."""
        last_B = (tokens_BT != END).sum(1).clamp_min(1) - 1
        h_BTR, _ = self.ahead(self.embedding(tokens_BT))
        rows_B = torch.arange(len(tokens_BT), device=tokens_BT.device)
        mean_BN, logvar_BN = self.gathered(h_BTR[rows_B, last_B]).float().chunk(2, 1)
        return mean_BN, logvar_BN.clamp(-10, 1)

    def begin_with(self, tokens_BT: Tensor) -> None:
        """Nothing is normalised."""

    def conditions(self, z_BN: Tensor, count: int) -> Tensor:
        """Return nothing for each of so many places, BT0."""
        return z_BN.new_zeros(len(z_BN), count, 0)

    def features(self, before_BT: Tensor, told_BTC: Tensor, state: Tensor, at: int = 0) -> tuple[Tensor, Tensor]:  # noqa: ARG002
        """Return features of the next pieces, BTE, and the state; before_BT: the pieces before them."""
        h_BTH, state = self.write(self.embedding(before_BT), state)
        return self.leave(h_BTH), state
