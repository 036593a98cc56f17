"""A palette: places for colours in an order that games count on, empty ones among them, and what is written beside."""

from __future__ import annotations

from dataclasses import dataclass

from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Rgba

MAX_COLOURS = 256


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """One place, and the name that its colour was given."""

    rgba: Rgba | None  # None: an empty place
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The places from the first to the last; one colour may stand in several."""

    swatches: tuple[Swatch, ...] = ()
    name: str = ""
    columns: int = 0  # as the palette is best shown; 0 where it does not matter
    comments: tuple[str, ...] = ()

    @property
    def colours(self) -> tuple[Rgba, ...]:
        """The colours in their order; empty places are left out."""
        return tuple(swatch.rgba for swatch in self.swatches if swatch.rgba is not None)

    def distinct(self) -> np.ndarray:
        """Return the colours without repeats, each where it comes first: uint8 (T, 4)."""
        return np.array(list(dict.fromkeys(self.colours)), np.uint8).reshape(-1, 4)


def palette_of(rgba_T4: np.ndarray) -> Palette:
    """Return a palette of these colours, without names."""
    rows = np.asarray(rgba_T4, np.uint8).tolist()
    return Palette(swatches=tuple(Swatch(rgba=(red, green, blue, alpha)) for red, green, blue, alpha in rows))


def one_line(text: str) -> str:
    """Return the text as every format can hold it: in one line, without signs that cannot be seen."""
    return " ".join("".join(sign if sign.isprintable() else " " for sign in text).split())


def channels(numbers: list[str]) -> Rgba:
    """Return a colour from three numbers, or four with alpha; raises ValueError."""
    red, green, blue, alpha = (int(number) for number in (*numbers, "255")[:4])
    if not 0 <= min(red, green, blue, alpha) <= max(red, green, blue, alpha) <= 255:
        raise ValueError(f"a colour is not of numbers from 0 to 255: {numbers}")
    return red, green, blue, alpha
