"""Sprite GAN: makes up codes of an image VAE, which it holds too, so that a pack draws without another.

Letters as in network.py; H, W rows and columns of a picture.
"""

from typing import cast

import numpy as np
import torch
from torch import Tensor, nn

from genmodels.api.configs import GANConfig, ImageVAEConfig, Preset
from genmodels.api.errors import ConfigError
from genmodels.models import imagevae
from genmodels.models.imagevae import SpatialVAE
from genmodels.models.spritegan.directions import NoiseAxes
from genmodels.models.spritegan.network import Critic, Generator

ROUGH = 192  # numbers that a training picture is known again by, see `metrics.copying.rough`


class SpriteGAN(nn.Module):
    """What a pack holds: generator, image VAE, the way between their numbers, and what tells copies."""

    mean_C11: Tensor
    sd_C11: Tensor
    original_MR: Tensor
    usual_3: Tensor

    def __init__(self, config: GANConfig, vae: SpatialVAE) -> None:
        super().__init__()
        self.config, inner = config, vae.config
        self.vae = vae
        self.generator = Generator(config.numbers, config.channels, inner.numbers, inner.detail, inner.size // 4)
        self.axes = NoiseAxes(config.numbers)
        # r of the training pictures: mean and deviation of each channel.
        self.register_buffer("mean_C11", torch.zeros(inner.detail, 1, 1))
        self.register_buffer("sd_C11", torch.ones(inner.detail, 1, 1))
        # Rough features of the training pictures, and how far held-out ones lie: the least, a tenth, and half of them.
        self.register_buffer("original_MR", torch.zeros(config.originals, ROUGH))
        self.register_buffer("usual_3", torch.ones(3))

    def standard(self, tokens_BHW: Tensor) -> tuple[Tensor, Tensor]:
        """Return pictures as u_BN and r_BCQQ, what the generator is to make.

        u is the image VAE's global code along its principal directions, r what its spatial code s adds to the guess
        that the global one allows, p(s | z), in standard deviations: little where a picture is blank, and where it is
        nothing, the image VAE's own guess is drawn.
        """
        tag_B = untagged(len(tokens_BHW), tokens_BHW.device)
        z_BN, s_BCQQ = self.vae.encode(tokens_BHW, tag_B)
        guess_BCQQ, sd_BCQQ = self.vae.prior(z_BN, tag_B)
        r_BCQQ = (s_BCQQ - guess_BCQQ) / sd_BCQQ
        return self.vae.axes.numbers(z_BN), (r_BCQQ - self.mean_C11) / self.sd_C11

    def codes(self, e_BE: Tensor) -> tuple[Tensor, Tensor]:
        """Return the image VAE's codes z_BN and s_BCQQ that the generator makes of noise."""
        u_BN, r_BCQQ = self.generator(e_BE)
        z_BN = self.vae.axes.code(u_BN)
        guess_BCQQ, sd_BCQQ = self.vae.prior(z_BN, untagged(len(z_BN), z_BN.device))
        return z_BN, guess_BCQQ + sd_BCQQ * (r_BCQQ * self.sd_C11 + self.mean_C11)


def untagged(count: int, device: torch.device) -> Tensor:
    """Return tags (B) of pictures that have none."""
    return torch.zeros(count, dtype=torch.long, device=device)


def build(config: GANConfig, colours_K4: np.ndarray) -> SpriteGAN:
    """Return an untrained GAN around an untrained image VAE (uint8 RGBA, in token order); raises ConfigError."""
    if config.vae is None:
        raise ConfigError("A GAN without an image VAE cannot be built.", hint="Give the image VAE's settings.")
    check(config, config.vae)
    return SpriteGAN(config, cast("SpatialVAE", imagevae.build(config.vae, colours_K4)))


def build_critic(config: GANConfig, vae: ImageVAEConfig) -> Critic:
    """Return an untrained critic for such codes."""
    return Critic(config.channels, vae.numbers, vae.detail, vae.size // 4)


def check(config: GANConfig, vae: ImageVAEConfig) -> None:
    """Raise ConfigError unless a GAN can work in this image VAE's codes."""
    if vae.preset is not Preset.DEFAULT or not vae.detail:
        message = "A GAN needs the spatial code of an image VAE, and this one has none."
        raise ConfigError(message, hint="Train an image VAE of the default preset, with detail.")
    if (vae.size, vae.colours) != (config.size, config.colours) or not vae.size:
        what = f"A GAN of size {config.size} with {config.colours} colours"
        whose = f"an image VAE of size {vae.size} with {vae.colours}"
        raise ConfigError(f"{what} cannot draw with {whose}.", hint="Both are to be the same.")


__all__ = ["Critic", "SpriteGAN", "build", "build_critic", "check", "untagged"]
