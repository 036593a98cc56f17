"""The directions of a generator's noise, the ones that move its pictures most first: what sliders move.

Noise has no order of its own. As in GANSpace (Härkönen et al. 2020, arXiv 2004.02546), which finds directions of noise
by regression on principal components of what a network makes of it, here the linear map nearest to the generator is
fitted to a few thousand draws; its singular directions are a turn of the noise, so that numbers along them are still
N(0, 1) and independent.

Letters: E numbers, X draws, F numbers of what is made.
"""

import torch
from torch import Tensor, nn


class NoiseAxes(nn.Module):
    """Turns numbers along the directions into noise, and back."""

    axes_EE: Tensor

    def __init__(self, numbers: int) -> None:
        super().__init__()
        self.register_buffer("axes_EE", torch.eye(numbers))  # a row per direction, the strongest first

    def noise(self, n_BE: Tensor) -> Tensor:
        """Return noise from numbers along the directions."""
        return n_BE @ self.axes_EE

    @torch.no_grad()
    def fit(self, e_XE: Tensor, made_XF: Tensor) -> None:
        """Fit to draws of noise and to what was made of them; always the same for the same draws."""
        e_XE, made_XF = e_XE.double().cpu(), made_XF.double().cpu()
        map_EF = torch.linalg.lstsq(e_XE, made_XF - made_XF.mean(0)).solution
        turn_EE = torch.linalg.eigh(map_EF @ map_EF.T).eigenvectors.T.flip(0)
        most_E = turn_EE.abs().argmax(1, keepdim=True)
        turn_EE = turn_EE * turn_EE.gather(1, most_E).sign()  # a direction and its opposite are one
        self.axes_EE.copy_(turn_EE.to(self.axes_EE))
