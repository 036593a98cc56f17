"""Measure a pack on pictures it was not trained on."""

from collections.abc import Iterator
from pathlib import Path

import numpy as np

from genmodels.api.configs import Fit, ReadingConfig
from genmodels.api.messages import Done, Event, Log, Progress
from genmodels.data.sprites.colours import tokens
from genmodels.data.sprites.fitting import fit
from genmodels.data.sprites.picture import background_of
from genmodels.data.sprites.reading import read_pictures
from genmodels.jobs.loading import load_pixelrnn
from genmodels.media.masks import Cover
from genmodels.media.palettes import from_hex
from genmodels.metrics.pictures import webp_bits
from genmodels.models.pixelrnn.training import held_out


def evaluate(pack: Path, data: Path) -> Iterator[Event]:
    """Yield progress, then Done with pack, family, data, count and bits_per_hidden_pixel for each standard mask.

    Beside them stand the bits per pixel of the same pictures, in the same colours, as lossless WebP files.

    Teacher-forced in float32: each hidden pixel is predicted with the true pixels before it given.
    """
    model, card = load_pixelrnn(pack)
    # Every picture counts as it is, so that figures of different packs and years can be compared.
    pictures, unreadable = read_pictures([data], ReadingConfig(fit=Fit.CROP, keep_duplicates=True))
    if unreadable:
        yield Log(text=f"{len(unreadable)} files could not be read, the first: {unreadable[0].what}")
    background_4 = background_of(pictures)
    rgba_NHW4 = np.stack([fit(p.rgba_HW4, model.config.size, background_4, Fit.CROP) for p in pictures])
    table_K4 = from_hex(card.colours)
    bits = {}
    tokens_NHW = tokens(rgba_NHW4, table_K4)
    for done, cover in enumerate(Cover, 1):
        bits[cover.value] = float(held_out(model, tokens_NHW, cover).mean())
        yield Progress(
            done=done, total=len(Cover), note=f"{cover.value}: {bits[cover.value]:.3f} bits per hidden pixel"
        )
    yield Done(
        values={
            "pack": card.name,
            "family": card.family,
            "data": str(data),
            "count": len(pictures),
            "bits_per_hidden_pixel": bits,
            "webp_bits_per_pixel": webp_bits(table_K4[tokens_NHW]),
        }
    )
