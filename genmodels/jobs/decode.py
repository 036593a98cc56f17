"""Draws codes: one is a slider's picture, which has to be there at once, many are a grid."""

from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Decode, Done, Event, Progress
from genmodels.api.packs import CARD, PackCard
from genmodels.data.steps import Pace
from genmodels.jobs.canvases import check_area
from genmodels.jobs.coding.codes import read_picture
from genmodels.jobs.coding.painting import draw
from genmodels.jobs.loading import load_image_vae
from genmodels.media.sprite import encode_png
from genmodels.models.imagevae import ImageVAE
from genmodels.runtime import one_thread

MOST_CODES = 64 * 64
MOST_PIXELS = 2**25  # of all frames


def decode(request: Decode) -> Iterator[Event]:
    """Yield progress where there are many, then Done with a frame for each code."""
    if not 1 <= len(request.codes) <= MOST_CODES:
        raise ConfigError(f"{len(request.codes):,} codes cannot be drawn.", hint=f"Ask for 1 to {MOST_CODES:,}.")
    model, card = _pack(Path(request.pack))
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


def _pack(folder: Path) -> tuple[ImageVAE, PackCard]:
    """Return a model and its card, whose text is read again only where its file has changed: a slider's every move."""
    try:
        state = (folder / CARD).stat()
    except OSError:
        return load_image_vae(folder)  # which tells what is wrong
    return _unchanged(folder, state.st_mtime_ns, state.st_size)


@lru_cache(maxsize=2)
def _unchanged(folder: Path, changed_ns: int, size: int) -> tuple[ImageVAE, PackCard]:  # noqa: ARG001
    return load_image_vae(folder)
