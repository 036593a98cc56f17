"""The principal directions of codes: what sliders move, the widest first, in standard deviations.

They are not learnt by gradient: they are fitted to the codes of training data whenever a pack is saved.
Letters: X codes to fit to, B codes, N numbers of a code, R singular values.
"""

import numpy as np
import torch
from torch import Tensor, nn

LEAST_SPREAD = 0.1  # standard deviation taken for a direction that the codes leave unused: of few data there are many


class PrincipalAxes(nn.Module):
    """Turns codes into numbers along their principal directions and back; before they are fitted, leaves them."""

    centre_N: Tensor
    axes_NN: Tensor
    spread_N: Tensor

    def __init__(self, numbers: int) -> None:
        super().__init__()
        self.register_buffer("centre_N", torch.zeros(numbers))
        self.register_buffer("axes_NN", torch.eye(numbers))  # a row per direction, the widest first
        self.register_buffer("spread_N", torch.ones(numbers))

    def numbers(self, z_BN: Tensor) -> Tensor:
        """Return u_BN, the code along the principal directions in their standard deviations."""
        return (z_BN - self.centre_N) @ self.axes_NN.T / self.spread_N

    def code(self, u_BN: Tensor) -> Tensor:
        """Return z_BN from principal numbers."""
        return (u_BN * self.spread_N) @ self.axes_NN + self.centre_N

    @torch.no_grad()
    def fit_directions(self, z_XN: Tensor) -> None:
        """Fit to codes; always the same for the same codes."""
        codes_XN = z_XN.double().cpu().numpy()
        centre_N = codes_XN.mean(0)
        _, singular_R, rows_RN = np.linalg.svd(codes_XN - centre_N, full_matrices=len(codes_XN) < codes_XN.shape[1])
        N = codes_XN.shape[1]
        sign_N = np.sign(rows_RN[np.arange(N), np.abs(rows_RN).argmax(1)])  # a direction and its opposite are one
        spread_N = np.zeros(N)
        spread_N[: len(singular_R)] = singular_R / np.sqrt(max(1, len(codes_XN) - 1))
        self._set("centre_N", centre_N)
        self._set("axes_NN", rows_RN * sign_N[:, None])
        self._set("spread_N", spread_N.clip(LEAST_SPREAD))

    def _set(self, name: str, value: np.ndarray) -> None:
        buffer = getattr(self, name)
        buffer.copy_(torch.from_numpy(value).to(buffer))
