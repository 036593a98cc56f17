"""The palette of a drawing: the artist's own, or the colours that are seen where none was chosen. It knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from app.document.drawing import Drawing
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Rgba
from genmodels.media.artwork.recolouring import counted, recolour

MOST_SEEN = 96
MOST = 256  # that files can hold


class SpritePalette:
    """Every change is a step of the drawing's; it returns whether anything changed. Places count from 0."""

    def __init__(self, drawing: Callable[[], Drawing]) -> None:
        self._drawing = drawing

    @property
    def is_own(self) -> bool:
        """Whether the artist has chosen one."""
        return bool(self._drawing().artwork.palette)

    @property
    def colours(self) -> tuple[Rgba, ...]:
        """The colours in their order; the same one may stand there more than once."""
        drawing = self._drawing()
        return drawing.artwork.palette or colours_seen(drawing.rgba_HWC)

    def put(self, colours: Sequence[Rgba], text: str) -> bool:
        """Have these colours; none gives the ones that are seen back."""
        drawing = self._drawing()
        colours = tuple(colours[:MOST])
        if colours == drawing.artwork.palette:
            return False
        return drawing.change(replace(drawing.artwork, palette=colours), text)

    def add(self, colour: Rgba, text: str) -> bool:
        """Append a colour."""
        return self.put((*self.colours, colour), text)

    def remove(self, places: Collection[int], text: str) -> bool:
        """Take colours out."""
        return self.put([colour for place, colour in enumerate(self.colours) if place not in places], text)

    def set_at(self, place: int, colour: Rgba, text: str) -> bool:
        """Put another colour in this place; the sprite keeps its own."""
        return self.put((*self.colours[:place], colour, *self.colours[place + 1 :]), text)

    def move(self, places: Collection[int], to: int, text: str) -> bool:
        """Move colours, together, ahead of the one that is now at `to`."""
        colours = list(enumerate(self.colours))
        before = [colour for place, colour in colours[:to] if place not in places]
        moved = [colour for place, colour in colours if place in places]
        after = [colour for place, colour in colours[to:] if place not in places]
        return self.put([*before, *moved, *after], text)

    def recolour(self, change: Callable[[np.ndarray], np.ndarray], colours: Sequence[Rgba], text: str) -> bool:
        """Exchange the sprite's colours, on all layers that are not locked, and have this palette, in one step.

        change is given distinct colours (uint8 (N, 4)) and returns others.
        """
        drawing = self._drawing()
        artwork = recolour(drawing.artwork, change)
        palette = tuple(colours[:MOST])
        if artwork is drawing.artwork and palette == artwork.palette:
            return False
        return drawing.change(replace(artwork, palette=palette), text)


def colours_seen(rgba_HWC: np.ndarray) -> tuple[Rgba, ...]:
    """Return the visible colours, from dark to light; of very many, those used most."""
    kept = [colour for colour, _ in counted(rgba_HWC).most_common(MOST_SEEN)]
    return tuple(sorted(kept, key=_luma))


def _luma(colour: Rgba) -> int:
    red, green, blue, _ = colour
    return 299 * red + 587 * green + 114 * blue  # weights of ITU-R BT.601
