"""From a pack on disk to a model ready to draw; the last few stay in memory."""

import hashlib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path

import numpy as np

from genmodels.api.codec import from_dict
from genmodels.api.configs import PixelRNNConfig
from genmodels.api.errors import ConfigError, PackError
from genmodels.api.messages import Done, Event, LoadPack, PaletteRule, Progress
from genmodels.api.packs import CARD, PackCard, check_weights, read_card
from genmodels.jobs.matching import match, own_colours
from genmodels.media.palettes import from_hex
from genmodels.models.pixelrnn import PixelRNN, build, draw
from genmodels.runtime import one_thread
from genmodels.storage import load_weights

KEPT = 3
FAMILY = "pixelrnn"


def load_model(folder: Path) -> tuple[PixelRNN, PackCard]:
    """Return the pack's model and its card; raises PackError.

    On the CPU: drawing is a chain of small steps, for which the way to another device and back would cost more than it
    saved, and a seed keeps its pixels on every machine.
    """
    read_card(folder)
    return _load(folder, hashlib.sha256((folder / CARD).read_bytes()).hexdigest())


def load_pack(request: LoadPack) -> Iterator[Event]:
    """Load a pack and draw a little with it, so that the first real drawing waits for nothing."""
    yield Progress(done=0, total=2)
    model, card = load_model(Path(request.pack))
    yield Progress(done=1, total=2)
    warm_up(model, card)
    yield Done(values={"name": card.name, "size": card.size})


def warm_up(model: PixelRNN, card: PackCard) -> None:
    """Draw the first row of eight candidates of a half-covered sprite and throw it away."""
    size, pack_K4 = model.config.size, from_hex(card.colours)
    blank_SS4, hidden_SS = np.zeros((size, size, 4), dtype=np.uint8), np.zeros((size, size), dtype=bool)
    hidden_SS[size // 2 :] = True
    own = own_colours(blank_SS4, hidden_SS)
    matching = match(own, own.rgba_N4, pack_K4, PaletteRule.PACK, ())
    exact_SS, seeds = matching.exact_of(blank_SS4), range(8)
    with one_thread():
        drawn = draw(model, exact_SS, hidden_SS, matching.colours, seeds, temperature=1.0, nucleus=1.0)
        next(rows for rows in drawn if rows.exact_NRW.size)


@lru_cache(maxsize=KEPT)
def _load(folder: Path, fingerprint: str) -> tuple[PixelRNN, PackCard]:  # noqa: ARG001  a changed card is another pack
    card = read_card(folder)
    again = "Choose another pack, or import this one again."
    if card.family != FAMILY:
        message = f"The pack “{card.name}” is of the family “{card.family}”; completing needs one of “{FAMILY}”."
        raise PackError(message, hint="Choose one of the packs listed by `genmodels packs list`.")
    check_weights(folder, card)  # before anything is built from what the card says
    try:
        model = build(from_dict(PixelRNNConfig, card.config), from_hex(card.colours))
    except ConfigError as error:
        raise PackError(f"The pack “{folder.name}” is damaged: {error.message}", hint=again) from error
    load_weights(model, folder, card)
    return model.eval(), card
