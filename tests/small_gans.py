"""Makes packs with random weights that make up small sprites, and trainings of such packs."""

import dataclasses
from pathlib import Path

import numpy as np
import torch
from small_vaes import vae_pack

from genmodels.api.codec import from_dict, to_dict
from genmodels.api.configs import Family, GANConfig, ImageVAEConfig, TrainRequest
from genmodels.api.packs import FORMAT_VERSION, PackCard, read_card
from genmodels.api.presets import preset_configs
from genmodels.media.colours import from_hex
from genmodels.models.spritegan import SpriteGAN, build
from genmodels.models.spritegan.measuring import originals
from genmodels.runtime import seed_torch
from genmodels.storage import load_weights, save_pack


def gan(folder: Path, **changed: int) -> tuple[SpriteGAN, PackCard]:
    """Return a GAN on a small image VAE, whose pack is written into the folder."""
    card = read_card(vae_pack(folder))
    vae = from_dict(ImageVAEConfig, card.config)
    settings = {"numbers": 6, "channels": 8} | changed
    config = GANConfig(size=vae.size, colours=vae.colours, vae=vae, **settings)
    seed_torch(3)
    model = build(config, from_hex(card.colours)).eval()
    load_weights(model.vae, folder, card)
    with torch.no_grad():
        for layer in (model.generator.leave, model.generator.number[-1]):
            layer.weight.normal_(std=2.0)  # so that seeds differ
    return model, dataclasses.replace(card, family="gan", name="maker", title="Maker", config=to_dict(config))


def gan_pack(folder: Path, trained_NSS4: np.ndarray | None = None, held_NSS4: np.ndarray | None = None) -> Path:
    """Write a pack that sees 8×8 pixels; it knows the trained pictures again, where there are any."""
    count = 0 if trained_NSS4 is None else len(trained_NSS4)
    model, card = gan(folder.with_name("morpher"), originals=count)
    if trained_NSS4 is not None and held_NSS4 is not None:
        original_MR, usual_3 = originals(trained_NSS4, held_NSS4)
        model.original_MR.copy_(torch.from_numpy(original_MR))
        model.usual_3.copy_(torch.from_numpy(usual_3))
    record = {"names": [f"ball{n}" for n in range(count)]}
    card = dataclasses.replace(card, format_version=FORMAT_VERSION, record=record)
    save_pack(folder, model, card, np.zeros((8, 8, 4), np.uint8))
    return folder


def maker(pictures: Path, run: Path, start: str = "", **changed: float) -> TrainRequest:
    """Return a short training of a small GAN."""
    model, config = preset_configs(Family.GAN, preset=GANConfig().preset)
    model = dataclasses.replace(model, numbers=5, channels=8, penalty_every=2)
    settings = {"epochs": 3, "batch": 6, "seed": 3, "check_epochs": 1} | changed
    config = dataclasses.replace(config, **settings)
    family, data = Family.GAN, (str(pictures),)
    return TrainRequest(name="maker", data=data, run=str(run), family=family, start=start, model=model, train=config)
