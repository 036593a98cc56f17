"""What there is to measure of a pack that morphs: how well it gives pictures back, and what its in-betweens are worth.

Letters: N held-out pictures, E ends of all morphs, S side of the model's square, K colours.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from genmodels.api.configs import ReadingConfig
from genmodels.api.messages import Log, Progress
from genmodels.api.packs import PackCard
from genmodels.data.sprites.colours import tokens
from genmodels.data.sprites.tags import Tags, tags_of
from genmodels.data.steps import Steps
from genmodels.jobs.evaluate.arms import Arm
from genmodels.jobs.evaluate.likeness import Likeness
from genmodels.jobs.evaluate.pairs import chosen_pairs, subjects_of
from genmodels.jobs.evaluate.reconstruction import accuracy, in_own_colours, of_codes
from genmodels.jobs.evaluate.sprites import Measured, Sprites, read
from genmodels.jobs.evaluate.strips import Lecture, Ours, Strips, cross_fade, lecture, ours
from genmodels.media.colours import from_hex
from genmodels.metrics.pixel_art import palette_accuracy, speckle
from genmodels.models.imagevae import ImageVAE
from genmodels.runtime import one_thread

Couples = Sequence[tuple[np.ndarray, tuple[str, str]]]  # two pictures, and what they show


def measure(model: ImageVAE, card: PackCard, data: Path, valid: str, asked: Strips) -> Measured:
    """Return metrics: of the codes, of what they give back, and of in-betweens by arm, with the real pictures' own.

    reconstruction is told apart by how it came about: from_mean_code as encoded; refined as a morph's ends without
    anchors; with_anchors as they are shown. The first two are shares of tokens, each picture's own colours given, and
    means over pictures; the last are shares of pixels of exactly the right colour.
    """
    rival = lecture(asked.against, model.config.size) if asked.against else None
    sprites = yield from read(data, valid, ReadingConfig(), model.config.size)
    held_NSS4, table_K4 = sprites.held_NSS4, from_hex(card.colours)
    shows = subjects_of(sprites.held)
    pairs = chosen_pairs(held_NSS4, shows, asked.pairs)
    if len(pairs) < asked.pairs:
        yield Log(text=f"These pictures make {len(pairs):,} different pairs, not {asked.pairs:,}.")
    likeness = yield from Likeness.of(sprites, shows, subjects_of(sprites.rest))
    true_NSS = tokens(held_NSS4, table_K4)
    ground = int(np.bincount(true_NSS[:, 0].ravel()).argmax())
    codes, mean_NSS = yield from of_codes(model, true_NSS, _tags(model, sprites), ground)
    mean_NSS4 = in_own_colours(mean_NSS, true_NSS, held_NSS4)
    mean_kid = yield from likeness.kid(mean_NSS4, [(subject,) for subject in shows])

    couples = [(held_NSS4[[a, b]], (shows[a], shows[b])) for a, b in pairs]
    arms, morphs = yield from _morphed(model, table_K4, couples, asked, rival)
    ends_ESS4 = np.concatenate([ends_2SS4 for ends_2SS4, _ in couples])
    ends_ESS = np.concatenate([morph.true_2SS for morph in morphs])
    refined_ESS = np.concatenate([morph.refined_2SS for morph in morphs])
    refined_ESS4 = in_own_colours(refined_ESS, ends_ESS, ends_ESS4)
    refined_kid = yield from likeness.kid(refined_ESS4, [(subject,) for _, both in couples for subject in both])
    anchored = palette_accuracy(np.concatenate([morph.held_on_2SS4 for morph in morphs]), ends_ESS4)
    real_speckle = speckle(held_NSS4)
    in_betweens: dict[str, Any] = {}
    for name, arm in arms.items():
        in_betweens[name] = yield from arm.figures(likeness, real_speckle)
    metrics = {
        "reconstruction": {
            "from_mean_code": accuracy(mean_NSS, true_NSS, ground) | {"kid": mean_kid},
            "refined": accuracy(refined_ESS, ends_ESS, ground) | {"kid": refined_kid},
            "with_anchors": {"all": anchored.all, "foreground": anchored.foreground},
        },
        **codes,
        "pairs": len(pairs),
        "frames": asked.frames,
        "in_betweens": in_betweens,
        "real": {"kid": likeness.floor, "speckle": real_speckle},
    }
    return len(sprites.held), {"metrics": metrics}


def _morphed(
    model: ImageVAE, table_K4: np.ndarray, couples: Couples, asked: Strips, rival: Lecture | None
) -> Steps[tuple[dict[str, Arm], list[Ours]]]:
    """Return every arm with a strip of each pair, in the order of a table, and all that our own morphs tell."""
    arms, morphs = dict[str, Arm](), list[Ours]()
    for done, (ends_2SS4, subjects) in enumerate(couples):
        now = Progress(done=done, total=len(couples), note="drawing in-betweens")
        with one_thread():  # as `morph` draws
            morph = yield from _retold(ours(model, table_K4, ends_2SS4, asked), now)
        strips = {"cross_fade": cross_fade(ends_2SS4, asked.frames)}
        if rival:
            strips["lecture"] = rival.strip(ends_2SS4, asked.frames)
        strips |= {"without_anchors": morph.free_FSS4, "ours": morph.anchored_FSS4}
        for name, strip_FSS4 in strips.items():
            arms.setdefault(name, Arm()).add(strip_FSS4, ends_2SS4, subjects)
            yield now
        morphs.append(morph)
    return arms, morphs


def _tags(model: ImageVAE, sprites: Sprites) -> np.ndarray:
    """Return the pictures' tags, of those that the model knows, int64 (N)."""
    level = tags_of((*sprites.held, *sprites.rest)).level
    return Tags(names=model.config.tags, level=level).numbers(sprites.held)


def _retold(steps: Steps[Ours], now: Progress) -> Steps[Ours]:
    """Return the result of steps, telling how far the whole is instead of them."""
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            return stop.value
        yield now
