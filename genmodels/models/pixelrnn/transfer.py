"""Start a PixelRNN from another one that was trained with other colours or at another size.

What belongs to a colour is taken from the nearest colour that the other one knew; what belongs to an offset keeps it.
"""

import dataclasses

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api.configs import PixelRNNConfig
from genmodels.api.errors import PackError
from genmodels.media.colours import nearest
from genmodels.models.pixelrnn.context import ContextRNN


def shape_of(start: PixelRNNConfig, wanted: PixelRNNConfig) -> PixelRNNConfig:
    """Return the wanted config with all that must be as in the pack to start from."""
    return dataclasses.replace(start, size=wanted.size, colours=wanted.colours, dropout=wanted.dropout)


@torch.no_grad()
def transfer(source: nn.Module, target: nn.Module, source_K4: np.ndarray, target_K4: np.ndarray) -> None:
    """Copy the source's weights into the target; the colours are uint8 RGBA in token order.

    Raises PackError where the networks are not of the preset that can be gone on from.
    """
    if not isinstance(source, ContextRNN) or not isinstance(target, ContextRNN):
        message = "Only a pack of the default preset can be gone on from."
        raise PackError(message, hint="Choose another pack, or train from scratch.")
    token_K = torch.from_numpy(_nearest_tokens(target_K4, source_K4))
    weights = source.state_dict()
    weights["number.weight"] = _with_last(source.number.weight, token_K)
    weights["beside_shade.weight"] = _with_last(source.beside_shade.weight, token_K)
    weights["shade"] = source.shade[token_K]
    # A family of the target takes the bias of the family that its first colour's nearest colour is in.
    first_P = (target.family_K[None] == torch.arange(target.families)[:, None]).int().argmax(1)
    weights["word_bias"] = source.word_bias[source.family_K[token_K[first_P]]]
    for glance in ("first", "second"):
        for bias in ("offset", "mirror"):
            weights[f"{glance}.{bias}"] = _resized(weights[f"{glance}.{bias}"], 2 * target.config.size - 1)
    target.load_state_dict(weights)


def _nearest_tokens(wanted_K4: np.ndarray, known_K4: np.ndarray) -> np.ndarray:
    """Return int64 K: the known token for each wanted colour; transparency meets transparency where it is known."""
    return np.asarray(nearest(wanted_K4, known_K4), dtype=np.int64)


def _with_last(rows: Tensor, token_K: Tensor) -> Tensor:
    """Return the rows of these tokens and the last one, which stands for no colour."""
    return torch.cat((rows[:-1][token_K], rows[-1:]))


def _resized(bias: Tensor, span: int) -> Tensor:
    """Return biases by offset (A, old span²) for pictures of another size: those about the middle, or the edge's."""
    before = round(bias.shape[1] ** 0.5)
    at = (torch.arange(span) + (before - span) // 2).clamp(0, before - 1)
    return bias.view(-1, before, before)[:, at][:, :, at].reshape(len(bias), span * span)
