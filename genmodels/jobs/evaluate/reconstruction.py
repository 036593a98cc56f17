"""How well codes give pictures back, and what they cost.

Letters: N pictures, B of them at once, S side of the model's square, K colours.
"""

from typing import Any

import numpy as np
import torch
from torch import Tensor

from genmodels.api.messages import Progress
from genmodels.data.sprites.picture import packed, unpacked
from genmodels.data.steps import Steps
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.drawing import paint
from genmodels.models.imagevae.training import held_out

AT_ONCE = 8  # pictures that the networks see between two yields


def of_codes(
    model: ImageVAE, true_NSS: np.ndarray, tags_N: np.ndarray, ground: int
) -> Steps[tuple[dict[str, Any], np.ndarray]]:
    """Return the figures of the codes, and the tokens that their means give back."""
    figures, z_parts, made = np.zeros(3), [], []
    for at in range(0, len(true_NSS), AT_ONCE):
        yield Progress(done=at, total=len(true_NSS), note="encoding pictures")
        part = slice(at, at + AT_ONCE)
        held = held_out(model, true_NSS[part], tags_N[part], ground)
        figures += np.array([held.elbo, held.kl_numbers, held.kl_detail]) * len(tags_N[part])
        with torch.no_grad():
            tokens_BSS, tag_B = torch.from_numpy(true_NSS[part]), torch.from_numpy(tags_N[part])
            z_BN, s_BCQQ = model.encode(tokens_BSS, tag_B)
            made.append(given_back(model, z_BN, s_BCQQ, tag_B, tokens_BSS).numpy())
        z_parts.append(z_BN.double().numpy())
    elbo, numbers, detail = (figures / len(true_NSS)).tolist()
    is_active_N = np.concatenate(z_parts).var(axis=0, ddof=1) > 0.01  # Burda et al. 2016, section 5.2
    told = {
        "elbo_bits_per_pixel": elbo,
        "kl_nats": {"numbers": numbers, "detail": detail},
        "active_units": float(is_active_N.mean()),
    }
    return told, np.concatenate(made)


def accuracy(made_NSS: np.ndarray, true_NSS: np.ndarray, ground: int) -> dict[str, float]:
    """Return means over pictures of the share of right tokens, of all and of those that are not the ground."""
    right_NSS, there_NSS = made_NSS == true_NSS, true_NSS != ground
    right_N = (right_NSS & there_NSS).sum(axis=(1, 2)) / there_NSS.sum(axis=(1, 2)).clip(1)
    return {"all": float(right_NSS.mean()), "foreground": float(right_N.mean())}


def in_own_colours(made_NSS: np.ndarray, true_NSS: np.ndarray, rgba_NSS4: np.ndarray) -> np.ndarray:
    """Return tokens as pictures: each in the colour that it most often stands for in the true picture."""
    shown_NSS4 = np.empty_like(rgba_NSS4)
    for shown_SS4, made_SS, true_SS, rgba_SS4 in zip(shown_NSS4, made_NSS, true_NSS, rgba_NSS4, strict=True):
        number_SS = packed(rgba_SS4)
        for token in np.unique(made_SS):
            numbers_M, counts_M = np.unique(number_SS[true_SS == token], return_counts=True)
            shown_SS4[made_SS == token] = unpacked(numbers_M[counts_M.argmax()])
    return shown_NSS4


@torch.no_grad()
def given_back(model: ImageVAE, z_BN: Tensor, s_BCQQ: Tensor, tag_B: Tensor, true_BSS: Tensor) -> Tensor:
    """Return the tokens BSS that codes draw among the true pictures' own colours."""
    own_BK = torch.zeros(len(true_BSS), model.config.colours, dtype=torch.bool)
    own_BK.scatter_(1, true_BSS.flatten(1), value=True)
    return paint(model, z_BN, s_BCQQ, tag_B, own_BK)
