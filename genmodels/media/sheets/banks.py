"""Sheets in one bank of the Game Boy Advance: 16 colours, the first of which is transparent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from genmodels.api.errors import ConfigError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Rgba
from genmodels.media.indexed import Indexed
from genmodels.media.palettes.palette import Palette, palette_of
from genmodels.media.sprite import OPAQUE

COLOURS = 16  # of a bank, the transparent one among them
BITS = 4
TILE = 8  # pixels of a tile's side
_RAREST = 3  # colours that a message names
_BLACK: Rgba = (0, 0, 0, 255)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Bank:
    """A picture in such colours."""

    indexed: Indexed
    has_halves: bool  # whether there were half-transparent pixels, which became opaque or clear

    @property
    def palette(self) -> Palette:
        """Its colours as the palette file holds them."""
        return palette_of(self.indexed.palette_T4)

    def remarks(self) -> Iterator[str]:
        """Yield sentences on what the bank could not keep."""
        if self.has_halves:
            yield "The Game Boy has no half-transparent pixels: they became opaque or clear."


def bank_of(rgba_HWC: np.ndarray, chosen: Sequence[Rgba]) -> Bank:
    """Return the picture (uint8 RGBA) in 16 colours; raises ConfigError where it has more.

    The artist's palette keeps its order, and all its places where they are 16 at most and the first is drawn nowhere.
    """
    solid_HW = rgba_HWC[..., 3] >= OPAQUE
    colours_N4, inverse_N, counts_N = np.unique(
        rgba_HWC[solid_HW][:, :3], axis=0, return_inverse=True, return_counts=True
    )
    used: list[Rgba] = [(red, green, blue, 255) for red, green, blue in colours_N4.tolist()]
    if len(used) >= COLOURS:
        raise _too_many(used, counts_N.tolist())
    table = _table(used, list(chosen))
    index_HW = np.zeros(solid_HW.shape, np.uint8)
    index_HW[solid_HW] = np.array([table.index(colour, 1) for colour in used], np.uint8)[inverse_N.ravel()]
    palette_T4 = np.array([*table, *[_BLACK] * (COLOURS - len(table))], np.uint8)
    palette_T4[0, 3] = 0
    alpha_HW = rgba_HWC[..., 3]
    return Bank(
        indexed=Indexed(palette_T4=palette_T4, index_HW=index_HW, bits=BITS),
        has_halves=bool(((alpha_HW > 0) & (alpha_HW < 255)).any()),
    )


def _table(used: list[Rgba], chosen: list[Rgba]) -> list[Rgba]:
    """Return the colours in order, the transparent one first."""
    solid = [(red, green, blue, 255) for red, green, blue, _ in chosen]
    if 0 < len(chosen) <= COLOURS and set(used) <= set(solid[1:]) and (chosen[0][3] == 0 or solid[0] not in used):
        return solid
    ranks = {colour: place for place, colour in reversed(list(enumerate(solid)))}
    known = list(dict.fromkeys(colour for colour, (*_, alpha) in zip(solid, chosen, strict=True) if alpha > 0))
    if len(known) < COLOURS and set(used) <= set(known):
        return [(0, 0, 0, 255), *known]
    return [(0, 0, 0, 255), *sorted(used, key=lambda colour: ranks.get(colour, len(solid)))]


def _too_many(used: list[Rgba], counts: list[int]) -> ConfigError:
    rarest = sorted(zip(counts, used, strict=True))[:_RAREST]
    named = ", ".join(f"#{bytes(colour[:3]).hex()} on {count:,} px" for count, colour in rarest)
    message = f"The frames have {len(used):,} colours; a Game Boy palette has 15 and a transparent one."
    hint = f"Replace colours until 15 are left, the rarest first: {named}."
    return ConfigError(message, hint=hint)
