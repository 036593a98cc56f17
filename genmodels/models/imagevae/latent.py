"""Where the training pictures lie in the latent space: its principal directions, and a mixture of normals over it.

None of it is learnt by gradient: it is fitted to the codes of the training pictures whenever a pack is saved.
"""

import warnings

import numpy as np
import torch
from sklearn.exceptions import ConvergenceWarning
from sklearn.mixture import GaussianMixture
from torch import Tensor, nn

from genmodels.api.configs import ImageVAEConfig

LEAST_SPREAD = (
    0.1  # standard deviation taken for a direction that the codes leave unused: of few pictures there are many
)


class LatentAxes(nn.Module):
    """Turns global codes into numbers along principal directions, in standard deviations, and back; M components."""

    centre_N: Tensor
    axes_NN: Tensor
    spread_N: Tensor
    weight_M: Tensor
    mean_MN: Tensor
    sd_MN: Tensor
    usual: Tensor

    def __init__(self, config: ImageVAEConfig) -> None:
        super().__init__()
        N, M = config.numbers, config.mixture
        self.register_buffer("centre_N", torch.zeros(N))
        self.register_buffer("axes_NN", torch.eye(N))  # a row per direction, the widest first
        self.register_buffer("spread_N", torch.ones(N))
        self.register_buffer("weight_M", torch.full((M,), 1 / M))
        self.register_buffer("mean_MN", torch.zeros(M, N))
        self.register_buffer("sd_MN", torch.ones(M, N))
        self.register_buffer("usual", torch.ones(()))  # −ELBO of a held-out picture, nats per pixel

    def numbers(self, z_BN: Tensor) -> Tensor:
        """Return u_BN, the code along the principal directions in their standard deviations."""
        return (z_BN - self.centre_N) @ self.axes_NN.T / self.spread_N

    def code(self, u_BN: Tensor) -> Tensor:
        """Return z_BN from principal numbers."""
        return (u_BN * self.spread_N) @ self.axes_NN + self.centre_N

    @torch.no_grad()
    def fit(self, z_XN: Tensor, usual: float) -> None:
        """Fit directions and mixture to the codes of all training pictures (X); always the same for the same codes.

        usual: what a held-out picture costs, nats per pixel.
        """
        codes_XN = z_XN.double().cpu().numpy()
        centre_N = codes_XN.mean(0)
        _, singular_R, rows_RN = np.linalg.svd(codes_XN - centre_N, full_matrices=True)
        N = codes_XN.shape[1]
        sign_N = np.sign(rows_RN[np.arange(N), np.abs(rows_RN).argmax(1)])  # a direction and its opposite are one
        spread_N = np.zeros(N)
        spread_N[: len(singular_R)] = singular_R / np.sqrt(max(1, len(codes_XN) - 1))
        self._set("centre_N", centre_N)
        self._set("axes_NN", rows_RN * sign_N[:, None])
        self._set("spread_N", spread_N.clip(LEAST_SPREAD))
        self._set("usual", np.array(usual))
        u_XN = self.numbers(z_XN.to(self.centre_N)).double().cpu().numpy()
        components = min(len(self.weight_M), max(1, len(u_XN) // 8))  # of few pictures few kinds
        mixture = GaussianMixture(components, covariance_type="diag", reg_covar=1e-2, random_state=0)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", ConvergenceWarning)  # nearly there is near enough
            mixture.fit(u_XN)
        weight_M = np.zeros(len(self.weight_M))
        weight_M[:components] = mixture.weights_
        self._set("weight_M", weight_M)
        again_M = np.arange(len(weight_M)) % components  # those of no weight repeat others
        self._set("mean_MN", np.asarray(mixture.means_)[again_M])
        self._set("sd_MN", np.sqrt(np.asarray(mixture.covariances_)[again_M]))

    def _set(self, name: str, value: np.ndarray) -> None:
        buffer = getattr(self, name)
        buffer.copy_(torch.from_numpy(value).to(buffer))
