"""The lecture's VAE (Hung-yi Lee, deep generative models): ten numbers, squared error of sigmoid colours.

Fully connected; minimises |x − x̂|² and Σ exp(σ) − (1 + σ) + m², here with σ as the log variance: the yardstick for
network.py. Its logits are minus the squared distance of the colour it painted to each colour of the table.

Letters as in network.py.
"""

import torch
from torch import Tensor, nn

from genmodels.api.configs import ImageVAEConfig
from genmodels.models.imagevae.latent import LatentAxes
from genmodels.models.imagevae.network import Normal, Terms, split, standard

HIDDEN = 500
SD = 0.3  # standard deviation of a colour channel, 0 to 1, about what it painted: makes the squared error nats


class LectureVAE(nn.Module):
    """The lecture preset."""

    value_K4: Tensor

    def __init__(self, config: ImageVAEConfig, colours_K4: Tensor) -> None:
        """colours_K4: uint8 RGBA of each token."""
        super().__init__()
        self.config = config
        inputs = 4 * config.size**2
        self.register_buffer("value_K4", colours_K4.float() / 255, persistent=False)
        self.encoder = nn.Sequential(nn.Flatten(), nn.Linear(inputs, HIDDEN), nn.ReLU())
        self.code = nn.Linear(HIDDEN, 2 * config.numbers)
        self.decoder = nn.Sequential(
            nn.Linear(config.numbers, HIDDEN), nn.ReLU(), nn.Linear(HIDDEN, inputs), nn.Sigmoid()
        )
        self.axes = LatentAxes(config)

    def terms(self, tokens_BHW: Tensor, tag_B: Tensor, *, allowed_BK: Tensor | None = None, bare_B: Tensor) -> Terms:  # noqa: ARG002
        """Return the terms of its loss; tags, palettes and a spatial code are none of its.

        Measured, not trained, a pixel is one of the table's colours: so its likelihood stands beside ours.
        """
        z = self._posterior(tokens_BHW)
        logits_BKHW = self._logits(self.paint(z.draw(), tag_B))
        logits_BKHW = logits_BKHW if self.training else logits_BKHW.log_softmax(1)
        nothing_B = torch.zeros(len(tokens_BHW), device=logits_BKHW.device)
        true_BHW = -logits_BKHW.gather(1, tokens_BHW[:, None])[:, 0]
        return Terms(true_BHW.sum((1, 2)), nothing_B, z.kl(standard(z.mean)), nothing_B)

    def posterior(self, tokens_BHW: Tensor, tag_B: Tensor) -> tuple[Normal, Normal]:  # noqa: ARG002
        """Return q(z | x) and a spatial code of no channels."""
        nothing = tokens_BHW.new_zeros((len(tokens_BHW), 0, *[self.config.size // 4] * 2), dtype=torch.float32)
        return self._posterior(tokens_BHW), Normal(nothing, nothing)

    def encode(self, tokens_BHW: Tensor, tag_B: Tensor) -> tuple[Tensor, Tensor]:
        """Return the means of the codes, z_BN and s_B0QQ."""
        z, s = self.posterior(tokens_BHW, tag_B)
        return z.mean, s.mean

    def decode(self, z_BN: Tensor, s_BCQQ: Tensor, tag_B: Tensor) -> Tensor:  # noqa: ARG002
        """Return logits BKHW."""
        return self._logits(self.paint(z_BN, tag_B))

    def colours(self, z_BN: Tensor, tag_B: Tensor) -> Tensor:
        """Return logits BK: the colours that its painting comes nearest to somewhere."""
        nearest_BHW = self._logits(self.paint(z_BN, tag_B)).argmax(1)
        uses_BK = torch.full((len(z_BN), self.config.colours), -8.0, device=z_BN.device)
        return uses_BK.scatter_(1, nearest_BHW.flatten(1), 8.0)

    def prior(self, z_BN: Tensor, tag_B: Tensor) -> tuple[Tensor, Tensor]:  # noqa: ARG002
        """Return mean and standard deviation of a spatial code of no channels."""
        nothing = z_BN.new_zeros((len(z_BN), 0, *[self.config.size // 4] * 2))
        return nothing, nothing

    def homes(self, tag_B: Tensor) -> Normal:
        """Return N(0, 1)."""
        return standard(torch.zeros(len(tag_B), self.config.numbers, device=tag_B.device))

    def likeliest_tag(self, tokens_HW: Tensor) -> int:  # noqa: ARG002
        """Return 0: the lecture's knows no tags."""
        return 0

    def retagged(self, z_BN: Tensor, s_BCQQ: Tensor, old_B: Tensor, new_B: Tensor) -> tuple[Tensor, Tensor]:  # noqa: ARG002
        """Return the codes as they are."""
        return z_BN, s_BCQQ

    def paint(self, z_BN: Tensor, tag_B: Tensor) -> Tensor:  # noqa: ARG002
        """Return RGBA BHW4, 0 to 1, blurred as it comes."""
        return self.decoder(z_BN).float().view(len(z_BN), self.config.size, self.config.size, 4)

    def _posterior(self, tokens_BHW: Tensor) -> Normal:
        return split(self.code(self.encoder(self.value_K4[tokens_BHW])))

    def _logits(self, painted_BHW4: Tensor) -> Tensor:
        far_BHWK = ((painted_BHW4[..., None, :] - self.value_K4) ** 2).sum(-1)
        return -far_BHWK.permute(0, 3, 1, 2) / (2 * SD**2)
