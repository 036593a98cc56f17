"""Draws the codes of a GAN, a chunk at a time, and says whether each picture is new.

A code's numbers are its noise along the pack's directions, so a picture drawn from a seed and one drawn from that
seed's code are the same. Letters: B pictures, E numbers of noise, S side of the model's square.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import torch

from genmodels.api.codes import Code
from genmodels.api.errors import ConfigError
from genmodels.api.messages import Likeness, Originality
from genmodels.api.packs import PackCard
from genmodels.jobs.coding.codes import LARGEST
from genmodels.jobs.coding.painting import among
from genmodels.metrics.copying import roughly_nearest
from genmodels.models.spritegan import SpriteGAN
from genmodels.models.spritegan.drawing import CHUNK, drawn, seeded
from genmodels.runtime import one_thread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Made:
    """A picture and what is told of it."""

    rgba_SS4: np.ndarray
    bits_per_pixel: float
    likeness: Likeness


def seeded_code(model: SpriteGAN, seed: int, variety: float, palette: tuple[str, ...]) -> Code:
    """Return a seed's code, its noise multiplied with the variety."""
    return Code(numbers=tuple((seeded(model.config.numbers, seed) * np.float32(variety)).tolist()), palette=palette)


def made(model: SpriteGAN, card: PackCard, codes: Sequence[Code]) -> Iterator[list[Made]]:
    """Yield the pictures of the codes, a chunk of them at a time; raises ConfigError for codes of other packs."""
    for code in codes:
        _check(model, code)
    for at in range(0, len(codes), CHUNK):
        with one_thread():
            chunk = codes[at : at + CHUNK]
            said = drawn(model, torch.tensor([code.numbers for code in chunk], dtype=torch.float32))
            logits_BKSS = said.logits_BKHW.numpy()
            scores = [
                among(card.colours, code.palette, logits_KSS, uses_K[None])
                for code, logits_KSS, uses_K in zip(chunk, logits_BKSS, said.uses_BK, strict=True)
            ]
            pictures = [one.balanced() for one in scores]
            likenesses = _likenesses(model, card, np.stack(pictures))
        yield [
            Made(rgba_SS4=picture, bits_per_pixel=one.bits_per_pixel(), likeness=likeness)
            for picture, one, likeness in zip(pictures, scores, likenesses, strict=True)
        ]


def _check(model: SpriteGAN, code: Code) -> None:
    count = model.config.numbers
    if len(code.numbers) != count:
        message = f"The code has {len(code.numbers)} numbers; this pack's have {count}."
        raise ConfigError(message, hint="Make the sprite with this pack again.")
    if not (np.abs(code.numbers) <= LARGEST).all():  # no comparison holds for what is no number
        raise ConfigError("A number of the code is out of range.", hint=f"Choose −{LARGEST:g} to {LARGEST:g}.")
    if code.detail:
        message = "A code of this pack has no detail: all of a sprite follows from its numbers."
        raise ConfigError(message, hint="Make the sprite with this pack again, or leave its detail out.")
    if tag := code.tag or code.read_as:
        raise ConfigError(f"This pack knows no tag “{tag}”.", hint="It was trained without tags: leave it out.")


def _likenesses(model: SpriteGAN, card: PackCard, rgba_BSS4: np.ndarray) -> list[Likeness]:
    """Return the training picture that each comes nearest to, by what the pack remembers of them."""
    if not len(model.original_MR):
        return [Likeness(originality=Originality.NEW, distance=1.0) for _ in rgba_BSS4]
    nearest = roughly_nearest(rgba_BSS4, model.original_MR.numpy())
    least, tenth, half = model.usual_3.tolist()
    names: Any = card.record.get("names")
    told = []
    for place, distance in zip(nearest.index_N.tolist(), nearest.distance_N.tolist(), strict=True):
        if distance <= least:
            originality = Originality.COPY
        else:
            originality = Originality.RELATIVE if distance <= tenth else Originality.NEW
        name = names[place] if isinstance(names, list) and place < len(names) else ""
        told.append(
            Likeness(
                originality=originality,
                distance=round(distance / half, 3) if half else 0.0,
                nearest=name if isinstance(name, str) else "",
            )
        )
    return told
