"""Draws the way from each picture to the next: the ends are the very pictures, between them the model's own."""

import dataclasses
import itertools
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import assert_never

import numpy as np

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Done, Easing, Event, Log, Morph, Progress
from genmodels.data.steps import Pace, paced
from genmodels.data.wording import number_of
from genmodels.jobs.canvases import check_area, remarks
from genmodels.jobs.loading import load_image_vae
from genmodels.jobs.morphing.ways import MorphRecipe, leg_frames, rough_strip, ways_of
from genmodels.media.centring import same_size
from genmodels.media.colours import from_hex
from genmodels.media.sprite import decode_png, encode_png
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.path import straighten
from genmodels.models.imagevae.refining import distance
from genmodels.runtime import one_thread

MOST_PICTURES, MOST_FRAMES = 16, 1000
MOST_PIXELS = 2**27  # of all frames
FAR = 2.0  # distance from the pack of which the person is told


def morph(request: Morph, recipe: MorphRecipe | None = None) -> Iterator[Event]:
    """Yield a rough strip of previews, then progress, then Done with the frames; its values are as Morph tells."""
    _check(request)
    recipe = recipe or MorphRecipe()
    if request.frames == 2 and recipe.anchors:  # nothing lies between
        recipe = dataclasses.replace(recipe, refine_steps=0, geodesic_steps=0, nodes=2, rough_nodes=2)
    model, card = load_image_vae(Path(request.pack))
    yield _reading()
    with one_thread():  # beside a training, threads wait for each other several times as long as they work
        yield from _drawn(request, recipe, model, from_hex(card.colours))


def _drawn(request: Morph, recipe: MorphRecipe, model: ImageVAE, pack_K4: np.ndarray) -> Iterator[Event]:
    pace, calls, total = Pace(), itertools.count(1), recipe.calls(len(request.pictures))
    pictures = [decode_png(picture).rgba_HWC for picture in request.pictures]
    canvases = same_size(pictures)
    ways = yield from paced(ways_of(model, pack_K4, canvases, request=request, recipe=recipe), pace, _reading)
    check_area(len(ways.slots) * (request.frames - 1) + 1, ways.view, MOST_PIXELS)
    for text in remarks(pictures, ways.view):
        yield Log(text=text)
    yield from rough_strip(ways, request.frames, pace)

    def progress() -> Progress:
        return Progress(done=next(calls), total=total, note="finding the way")

    distances: list[float] = []
    for tokens_SS in ways.codes.tokens_BHW:
        distances.append(distance(model, tokens_SS, ways.tag_1))
        yield progress()
    yield from (Log(text=text) for text in surprises(distances))
    yield from paced(ways.codes.steps(recipe.refine_steps), pace, progress)
    share_F = eased(np.linspace(0, 1, request.frames), request.easing)
    frames, times = [canvases[0]], [0.0]
    for leg in range(len(ways.slots)):
        way = ways.way(leg, recipe.nodes)
        straightening = straighten(model, way, ways.tag_1, ways.used_U, recipe.geodesic_steps)
        yield from paced(straightening, pace, progress)
        between = yield from paced(ways.tween(leg, way, clean=recipe.clean), pace, progress)
        made = yield from leg_frames(ways, between, canvases[leg : leg + 2], share_F, pace)
        frames = [*frames[:-1], *made]
        times += [leg + float(share) for share in share_F[1:]]
    encoded: list[str] = []
    for frame in frames:
        encoded.append(encode_png(frame))
        if pace.is_due():
            yield Progress(done=len(encoded), total=len(frames), note="writing the frames")
    keys = frames[:: request.frames - 1]
    yield Done(
        frames=tuple(encoded),
        values={
            "ends_exact": [_is_exact(key, picture) for key, picture in zip(keys, pictures, strict=True)],
            "distance_from_pack": distances,
            "times": times,
        },
    )


def _reading() -> Progress:
    return Progress(done=0, total=1, note="reading the pictures")


def surprises(distances: Sequence[float]) -> Iterator[str]:
    """Yield one sentence on the pictures that are far from what the pack knows, if any are."""
    far = [number for number, distance in enumerate(distances, 1) if distance > FAR]
    if not far:
        return
    times = f"{max(distances):.1f} times as surprising to this pack as what it was made for"
    if len(far) == 1:
        yield f"Picture {far[0]} is {times}: its own pixels are kept, but frames beside it may not look like it."
    else:
        which = f"{', '.join(map(str, far[:-1]))} and {far[-1]}"
        yield f"Pictures {which} are up to {times}: their own pixels are kept, but frames beside them may look unlike."


def eased(share_F: np.ndarray, easing: Easing) -> np.ndarray:
    """Return how much of the way lies behind at each share of the time."""
    match easing:
        case Easing.LINEAR:
            return share_F
        case Easing.EASE_IN:
            return share_F**2
        case Easing.EASE_OUT:
            return 1 - (1 - share_F) ** 2
        case Easing.EASE_IN_OUT:
            return share_F**2 * (3 - 2 * share_F)
        case _:
            assert_never(easing)


def _check(request: Morph) -> None:
    if not 2 <= len(request.pictures) <= MOST_PICTURES:
        message = f"A morph goes through 2 to {MOST_PICTURES} pictures, not {len(request.pictures)}."
        raise ConfigError(message, hint="Choose two or more pictures, or split the morph into several.")
    if not 2 <= request.frames <= MOST_FRAMES:
        message = f"A morph of {number_of(request.frames, 'frame')} from one picture to the next cannot be made."
        hint = f"Ask for 2 to {MOST_FRAMES:,}. Both pictures are counted, so 3 frames have one between them."
        raise ConfigError(message, hint=hint)


def _is_exact(frame_HW4: np.ndarray, picture_HW4: np.ndarray) -> bool:
    """Return whether the picture stands in the middle of the frame, to the pixel."""
    (height, width), (inner, across) = frame_HW4.shape[:2], picture_HW4.shape[:2]
    y, x = (height - inner) // 2, (width - across) // 2
    return np.array_equal(frame_HW4[y : y + inner, x : x + across], picture_HW4)
