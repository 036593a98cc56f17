"""Ways between two codes: where they start, how they are straightened, and when each place on them is passed.

A way is P nodes from code A to code B, evenly numbered t = 0 to 1. Letters: P nodes, N numbers of z, C channels of s,
Q rows and columns of s, U colours of both pictures, H, W rows and columns.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from genmodels.models.imagevae import ImageVAE

REACH = 0.1  # of the way from one neighbour to the other, that a node moves at most in a step
NEARLY_EVEN = 0.03  # share of a way's time that is spent evenly, so that a way without change has places too


@dataclass(slots=True, kw_only=True, eq=False)
class Way:
    """The nodes of a way."""

    z_PN: Tensor
    s_PCQQ: Tensor


def times(count: int) -> Tensor:
    """Return t of each of so many nodes."""
    return torch.linspace(0, 1, count)


def straight(z_2N: Tensor, count: int) -> Tensor:
    """Return z_PN on the line, its length moving evenly too: a plain line would pass too near the centre.

    Opposite codes have no way between them but the plain line.
    """
    t_P1 = times(count)[:, None]
    line_PN = (1 - t_P1) * z_2N[0] + t_P1 * z_2N[1]
    length_P1 = (1 - t_P1) * z_2N[0].norm() + t_P1 * z_2N[1].norm()
    norm_P1 = line_PN.norm(dim=1, keepdim=True)
    return torch.where(norm_P1 > 0.1 * length_P1, line_PN * length_P1 / norm_P1.clamp(min=1e-6), line_PN)


@torch.no_grad()
def start(model: ImageVAE, z_2N: Tensor, s_2CQQ: Tensor, tag_1: Tensor, *, count: int, shrink: float) -> Way:
    """Return a first way; in its middle the spatial code gives way to what z makes likely, by a share of shrink.

    Half of one picture's detail and half of another's is no detail of any picture.
    """
    z_PN, t_P111 = straight(z_2N, count), times(count)[:, None, None, None]
    s_PCQQ = (1 - t_P111) * s_2CQQ[0] + t_P111 * s_2CQQ[1]
    if shrink and count > 2:
        likely_PCQQ, _ = model.prior(z_PN, tag_1.expand(count))
        s_PCQQ = s_PCQQ + shrink * 4 * t_P111 * (1 - t_P111) * (likely_PCQQ - s_PCQQ)
    return Way(z_PN=z_PN, s_PCQQ=s_PCQQ)


@torch.no_grad()
def drawn(model: ImageVAE, way: Way, tag_1: Tensor, used_U: Tensor) -> Iterator[Tensor]:
    """Yield the logits UHW of each node."""
    for z_N, s_CQQ in zip(way.z_PN, way.s_PCQQ, strict=True):
        yield model.decode(z_N[None], s_CQQ[None], tag_1)[0, used_U]


def straighten(model: ImageVAE, way: Way, tag_1: Tensor, used_U: Tensor, steps: int) -> Generator[None, None, None]:
    """Pull each inner node towards where its neighbours' pictures are, in place, yielding after each network call.

    Minimises Σ |p(i+1) − p(i)|² over the colours' probabilities, a discrete geodesic of the decoder (Shao et al. 2017,
    arXiv 1711.08014; Arvanitidis et al. 2017, arXiv 1710.11379): one node at a time, its neighbours held.
    """
    inner = range(1, len(way.z_PN) - 1)
    shares: list[Tensor] = []
    for logits_UHW in drawn(model, way, tag_1, used_U) if steps else ():
        shares.append(logits_UHW.softmax(0))
        yield
    for _ in range(steps):
        for i in (*inner[::2], *inner[1::2]):
            codes = tuple(code[i].clone().requires_grad_() for code in (way.z_PN, way.s_PCQQ))
            here_UHW = model.decode(codes[0][None], codes[1][None], tag_1)[0, used_U].softmax(0)
            middle_UHW = (shares[i - 1] + shares[i + 1]) / 2
            energy = 2 * ((here_UHW - middle_UHW) ** 2).sum()  # less what no node between these two could avoid
            gradients = torch.autograd.grad(energy, codes, allow_unused=True)
            apart = sum(float(((code[i + 1] - code[i - 1]) ** 2).sum()) for code in (way.z_PN, way.s_PCQQ)) ** 0.5
            _descend((way.z_PN[i], way.s_PCQQ[i]), gradients, energy.item(), longest=REACH * apart)
            shares[i] = here_UHW.detach()
            yield


def _descend(codes: Sequence[Tensor], gradients: Sequence[Tensor | None], energy: float, *, longest: float) -> None:
    """Take Polyak's step towards an energy of 0, in place: its length follows from what is left, no rate is chosen."""
    steep = sum(float((gradient**2).sum()) for gradient in gradients if gradient is not None)
    length = min(energy / 2, longest * steep**0.5) / max(steep, 1e-12)
    for code, gradient in zip(codes, gradients, strict=True):
        if gradient is not None:  # as it is of a spatial code of no channels
            code.sub_(length * gradient)


def passed(change_G: np.ndarray, share_F: np.ndarray) -> np.ndarray:
    """Return t_F at which these shares of all visible change lie behind, given the change in each of G equal times."""
    grown_G = np.concatenate([[0.0], np.cumsum(change_G)])
    t_G = np.linspace(0, 1, len(grown_G))
    grown_G = (1 - NEARLY_EVEN) * grown_G / grown_G[-1] + NEARLY_EVEN * t_G if grown_G[-1] > 0 else t_G
    return np.interp(share_F, grown_G, t_G)
