"""Sprite GAN: draws with an image VAE that goes on learning from a critic, so that a pack draws without another.

Letters as in network.py; K colours, H, W rows and columns of a picture.
"""

import dataclasses
from typing import NamedTuple, cast

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


class Drawn(NamedTuple):
    """What is said of some pictures."""

    logits_BKHW: Tensor  # of every colour at every pixel
    uses_BK: Tensor  # logits that the picture uses this colour


class SpriteGAN(nn.Module):
    """What a pack holds: generator, image VAE, the order of the noise, and what tells copies."""

    value_K4: Tensor
    original_MR: Tensor
    usual_3: Tensor

    def __init__(self, config: GANConfig, vae: SpatialVAE) -> None:
        super().__init__()
        self.config, inner = config, vae.config
        self.vae = vae
        for unused in (vae.encoder, vae.below, vae.home):  # several processes wait for each gradient that is wanted
            if unused is not None:
                unused.requires_grad_(False)
        self.generator = Generator(config.numbers, config.channels, inner.numbers, inner.detail, inner.size // 4)
        self.axes = NoiseAxes(config.numbers)
        value_K4 = (vae.value_K4 + 1) / 2
        value_K4 = torch.cat((value_K4[:, :3] * value_K4[:, 3:], value_K4[:, 3:]), 1)
        self.register_buffer("value_K4", value_K4, persistent=False)  # premultiplied, 0 to 1
        # Rough features of the training pictures, and how far held-out ones lie: the least, a tenth, and half of them.
        self.register_buffer("original_MR", torch.zeros(config.originals, ROUGH))
        self.register_buffer("usual_3", torch.ones(3))

    def codes(self, e_BE: Tensor) -> tuple[Tensor, Tensor]:
        """Return the image VAE's codes z_BN and s_BCQQ that the generator makes of noise."""
        u_BN, w_BM = self.generator.numbers(e_BE)
        z_BN = self.vae.axes.code(u_BN)
        guess_BCQQ, _ = self.vae.prior(z_BN, untagged(z_BN))
        return z_BN, self.generator.detail(guess_BCQQ, w_BM)

    def forward(self, e_BE: Tensor) -> Drawn:
        """Return what is drawn of noise."""
        z_BN, s_BCQQ = self.codes(e_BE)
        tag_B = untagged(z_BN)
        return Drawn(self.vae.decode(z_BN, s_BCQQ, tag_B), self.vae.colours(z_BN, tag_B))


def untagged(z_BN: Tensor) -> Tensor:
    """Return tags (B) of pictures that have none."""
    return torch.zeros(len(z_BN), dtype=torch.long, device=z_BN.device)


def build(config: GANConfig, colours_K4: np.ndarray) -> SpriteGAN:
    """Return an untrained GAN around an untrained image VAE (uint8 RGBA, in token order); raises ConfigError."""
    if config.vae is None:
        raise ConfigError("A GAN without an image VAE cannot be built.", hint="Give the image VAE's settings.")
    check(config, config.vae)
    # A critic learns to tell what dropout does to a picture, and nobody wants to see it.
    vae = dataclasses.replace(config.vae, dropout=0.0)
    return SpriteGAN(config, cast("SpatialVAE", imagevae.build(vae, colours_K4)))


def build_critic(config: GANConfig) -> Critic:
    """Return an untrained critic of such pictures."""
    return Critic(config.channels, config.size)


def check(config: GANConfig, vae: ImageVAEConfig) -> None:
    """Raise ConfigError unless a GAN can go on from this image VAE."""
    if vae.preset is not Preset.DEFAULT or not vae.detail:
        message = "A GAN needs the spatial code of an image VAE, and this one has none."
        raise ConfigError(message, hint="Train an image VAE of the default preset, with detail.")
    if (vae.size, vae.colours) != (config.size, config.colours) or not vae.size:
        what = f"A GAN of size {config.size} with {config.colours} colours"
        whose = f"an image VAE of size {vae.size} with {vae.colours}"
        raise ConfigError(f"{what} cannot draw with {whose}.", hint="Both are to be the same.")


__all__ = ["Critic", "Drawn", "SpriteGAN", "build", "build_critic", "check", "untagged"]
