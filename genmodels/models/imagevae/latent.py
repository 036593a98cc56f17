"""Where the training pictures lie in the latent space: its principal directions, and a mixture of normals over it.

None of it is learnt by gradient: it is fitted to the codes of the training pictures whenever a pack is saved.
"""

import warnings

import numpy as np
import torch
from sklearn.exceptions import ConvergenceWarning
from sklearn.mixture import GaussianMixture
from torch import Tensor

from genmodels.api.configs import ImageVAEConfig
from genmodels.models.axes import PrincipalAxes


class LatentAxes(PrincipalAxes):
    """The directions of the global codes, and a mixture of M normals over them."""

    weight_M: Tensor
    mean_MN: Tensor
    sd_MN: Tensor
    usual: Tensor

    def __init__(self, config: ImageVAEConfig) -> None:
        super().__init__(config.numbers)
        N, M = config.numbers, config.mixture
        self.register_buffer("weight_M", torch.full((M,), 1 / M))
        self.register_buffer("mean_MN", torch.zeros(M, N))
        self.register_buffer("sd_MN", torch.ones(M, N))
        self.register_buffer("usual", torch.ones(()))  # −ELBO of a held-out picture, nats per pixel

    @torch.no_grad()
    def fit(self, z_XN: Tensor, usual: float) -> None:
        """Fit directions and mixture to the codes of all training pictures (X); always the same for the same codes.

        usual: what a held-out picture costs, nats per pixel.
        """
        self.fit_directions(z_XN)
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
