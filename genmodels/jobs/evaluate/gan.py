"""What there is to measure of a pack that makes sprites: each figure beside what real pictures reach in their place."""

from pathlib import Path

import numpy as np

from genmodels.api.configs import ReadingConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.api.packs import PackCard
from genmodels.data.steps import Steps
from genmodels.jobs.coding.making import made, seeded_code
from genmodels.jobs.evaluate.pairs import subjects_of
from genmodels.jobs.evaluate.sprites import Measured, read
from genmodels.metrics.comparison import compare
from genmodels.models.spritegan import SpriteGAN

SAMPLES = 1000  # of seeds 1 and on, as they are drawn without settings


def measure(model: SpriteGAN, card: PackCard, data: Path, valid: str) -> Measured:
    """Return each measure of `compare` with its floor, against pictures that the pack was not trained on.

    Raises InputError where valid leaves no other pictures, which the floors are made of.
    """
    sprites = yield from read(data, valid, ReadingConfig(), model.config.size)
    if not sprites.rest:
        message = "The floors need pictures that the pack was trained on too, and all of these are held out."
        raise InputError(message, hint="Name the whole folder, and with --valid which of it was held out: last-N.")
    made_NSS4 = yield from _made(model, card)
    found = yield from compare(made_NSS4, sprites.held_NSS4, sprites.rest_MSS4, families=subjects_of(sprites.held))
    metrics = {name: {"value": round(one.value, 5), "floor": round(one.floor, 5)} for name, one in found.items()}
    return len(sprites.held), {"made": len(made_NSS4), "metrics": metrics}


def _made(model: SpriteGAN, card: PackCard) -> Steps[np.ndarray]:
    codes = [seeded_code(model, seed, 1.0, ()) for seed in range(1, SAMPLES + 1)]
    pictures: list[np.ndarray] = []
    for chunk in made(model, card, codes):
        pictures += [one.rgba_SS4 for one in chunk]
        yield Progress(done=len(pictures), total=SAMPLES, note="making sprites")
    return np.stack(pictures)
