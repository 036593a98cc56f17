"""Makes packs with random weights that write verse, and trainings of such packs."""

import dataclasses
from pathlib import Path

import numpy as np
import torch
from verse_files import ENGLISH

from genmodels.api.codec import to_dict
from genmodels.api.configs import Family, Preset, TrainRequest, VerseVAEConfig
from genmodels.api.packs import FORMAT_VERSION, PackCard
from genmodels.api.presets import preset_configs
from genmodels.data.steps import finished
from genmodels.data.verse.lines import script_of
from genmodels.models.versevae import VerseVAE, build
from genmodels.models.versevae.pieces import find_pieces
from genmodels.models.versevae.writing import tokens_of
from genmodels.runtime import seed_torch
from genmodels.storage import save_pack

SMALL = {"numbers": 6, "embedding": 16, "reading": 12, "width": 24}


def verse_model(lines: list[str] = ENGLISH, preset: Preset = Preset.DEFAULT, **changed: int) -> VerseVAE:
    """Return a small model that can spell these lines and knows them to be written."""
    pieces = finished(find_pieces([line for line in lines for _ in range(3)], 120))
    script = script_of(lines[0])
    settings = SMALL | changed
    config = VerseVAEConfig(preset=preset, script=script, pieces=pieces, written=len(lines), **settings)
    seed_torch(2)
    model = build(config).eval()
    finished(model.written.fill(lines))
    return settled(model, lines)


@torch.no_grad()
def settled(model: VerseVAE, lines: list[str]) -> VerseVAE:
    """Return the model with the principal directions of these lines."""
    model.axes.fit_directions(model.posterior(tokens_of(model, lines))[0])
    return model


def verse_pack(folder: Path, lines: list[str] = ENGLISH, preset: Preset = Preset.DEFAULT) -> Path:
    """Write a pack of such a model."""
    model = verse_model(lines, preset)
    card = PackCard(
        format_version=FORMAT_VERSION, family="verse-vae", name=folder.name, title="Verse", licence="MIT",
        trained_on="lines", config=to_dict(model.config),
    )  # fmt: skip
    save_pack(folder, model, card, np.zeros((8, 8, 4), np.uint8))
    return folder


def writer(data: Path, run: Path, preset: Preset = Preset.DEFAULT, **changed: float) -> TrainRequest:
    """Return a short training of a small model."""
    model, config = preset_configs(Family.VERSE_VAE, preset)
    model = dataclasses.replace(model, **SMALL, vocabulary=80)
    settings = {"epochs": 3, "batch": 20, "seed": 3, "check_epochs": 1} | changed
    config = dataclasses.replace(config, **settings)
    return TrainRequest(
        name="writer", data=(str(data),), run=str(run), family=Family.VERSE_VAE, model=model, train=config
    )
