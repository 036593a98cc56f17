"""Draws codes: one is a slider's picture, which has to be there at once, many are a grid."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Decode, Done, Event, Likeness, Progress
from genmodels.api.packs import CARD, PackCard
from genmodels.data.steps import Pace
from genmodels.jobs.canvases import check_area
from genmodels.jobs.coding.codes import read_picture
from genmodels.jobs.coding.making import made
from genmodels.jobs.coding.painting import draw
from genmodels.jobs.loading import load_drawer
from genmodels.media.sprite import encode_png
from genmodels.models.imagevae import ImageVAE
from genmodels.models.spritegan import SpriteGAN
from genmodels.runtime import one_thread

MOST_CODES = 64 * 64
MOST_PIXELS = 2**25  # of all frames


def decode(request: Decode) -> Iterator[Event]:
    """Yield progress where there are many, then Done with a frame for each code, and a likeness for each of a GAN's."""
    if not 1 <= len(request.codes) <= MOST_CODES:
        raise ConfigError(f"{len(request.codes):,} codes cannot be drawn.", hint=f"Ask for 1 to {MOST_CODES:,}.")
    model, card = _pack(Path(request.pack))
    if isinstance(model, SpriteGAN):
        yield from _made(model, card, request)
    else:
        yield from _decoded(model, card, request)


def _made(model: SpriteGAN, card: PackCard, request: Decode) -> Iterator[Event]:
    if request.anchor:
        message = f"The pack “{card.name}” makes sprites up and reads none: it cannot hold on to a picture."
        raise ConfigError(message, hint="Leave the anchor out, or choose a pack that morphs.")
    frames: list[str] = []
    likenesses: list[Likeness] = []
    pace = Pace()
    for chunk in made(model, card, request.codes):
        frames += [encode_png(one.rgba_SS4) for one in chunk]
        likenesses += [one.likeness for one in chunk]
        if pace.is_due() and len(frames) < len(request.codes):
            yield Progress(done=len(frames), total=len(request.codes))
    yield Done(frames=tuple(frames), likenesses=tuple(likenesses))


def _decoded(model: ImageVAE, card: PackCard, request: Decode) -> Iterator[Event]:
    if request.anchor:
        check_area(len(request.codes), read_picture(model, card.colours, request.anchor).view, MOST_PIXELS)
    frames: list[str] = []
    pace = Pace()
    for code in request.codes:
        with one_thread():
            frames.append(encode_png(draw(model, card.colours, code, request.anchor)))
        if pace.is_due() and len(frames) < len(request.codes):
            yield Progress(done=len(frames), total=len(request.codes))
    yield Done(frames=tuple(frames))


def _pack(folder: Path) -> tuple[ImageVAE | SpriteGAN, PackCard]:
    """Return a model and its card, whose text is read again only where its file has changed: a slider's every move."""
    try:
        state = (folder / CARD).stat()
    except OSError:
        return load_drawer(folder)  # which tells what is wrong
    return _unchanged(folder, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=2)
def _unchanged(folder: Path, changed_ns: int, size: int) -> tuple[ImageVAE | SpriteGAN, PackCard]:  # noqa: ARG001
    return load_drawer(folder)
