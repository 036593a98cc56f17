"""A file of Aseprite's as it was read: layers and groups, cels, palettes, tags; what they show is drawn on demand.

Drawing is ours: normal blending alone, and no tilemaps; what differs is told.
"""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Tag
from genmodels.media.artwork.flattening import lay_over
from genmodels.media.artwork.reshaping import crop
from genmodels.media.palettes.palette import Palette


@dataclass(frozen=True, slots=True, kw_only=True)
class Layer:
    """A layer or a group; what the groups round it do to it is in is_visible, is_locked and opacity."""

    name: str
    level: int  # how many groups it lies in
    is_group: bool
    is_tilemap: bool
    is_reference: bool  # to draw by, never part of the picture
    is_visible: bool
    is_locked: bool
    is_background: bool  # its transparent index is a colour like the others
    opacity: float
    blend: int  # 0 is normal


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Cel:
    """What one layer shows in one frame, as it lies in the file; cels that are linked have the same data."""

    layer: int
    x: int
    y: int
    opacity: float
    z: int  # how many layers higher than its own it is drawn
    width: int
    height: int
    data: bytes
    is_packed: bool


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Aseprite:
    """Layers from the lowest up, and for each frame its cels by layer, its palette and its ms."""

    name: str
    width: int
    height: int
    depth: int  # bits a pixel: 8 indexed, 16 grey and alpha, 32 RGBA
    clear_index: int
    layers: tuple[Layer, ...]
    frames: tuple[dict[int, Cel], ...]
    palettes: tuple[np.ndarray, ...]  # uint8 (256, 4)
    palette: Palette  # of the first frame, as long as it is, with the names of its colours
    durations_ms: tuple[int, ...]
    tags: tuple[Tag, ...]
    remarks: tuple[str, ...]  # what will look other than in Aseprite
    unread: tuple[str, ...]  # what is not read, for somebody who goes on working with it

    @property
    def shown(self) -> tuple[int, ...]:
        """The layers that a person sees, groups themselves not among them."""
        return tuple(n for n, layer in enumerate(self.layers) if layer.is_visible and not layer.is_group)

    def draw(self, frame: int, layers: Sequence[int]) -> np.ndarray:
        """Return these layers of a frame one over another, uint8 RGBA; raises InputError where a cel is damaged."""
        drawn_HW4 = np.zeros((self.height, self.width, 4), np.uint8)
        cels = [self.frames[frame][n] for n in layers if n in self.frames[frame]]
        for cel in sorted(cels, key=lambda cel: (cel.layer + cel.z, cel.z)):
            top, left = max(0, cel.y), max(0, cel.x)
            under_HW4 = drawn_HW4[top : max(0, cel.y + cel.height), left : max(0, cel.x + cel.width)]
            height, width = under_HW4.shape[:2]
            if height and width:
                cel_HW4 = self.pixels(cel, frame)[top - cel.y :, left - cel.x :][:height, :width]
                lay_over(under_HW4, cel_HW4, round(self.layers[cel.layer].opacity * cel.opacity * 255))
        return drawn_HW4

    def pixels(self, cel: Cel, frame: int) -> np.ndarray:
        """Return a cel's pixels in the palette of a frame, uint8 RGBA; raises InputError where they are damaged."""
        length = cel.width * cel.height * self.depth // 8
        try:
            data = zlib.decompressobj().decompress(cel.data, length) if cel.is_packed else cel.data
            values_HWC = np.frombuffer(data, np.uint8, length).reshape(cel.height, cel.width, -1)
        except (zlib.error, ValueError) as error:
            raise damaged(self.name, error) from error
        match self.depth:
            case 8:
                rgba_HW4 = self.palettes[frame][values_HWC[..., 0]]
                if not self.layers[cel.layer].is_background:
                    rgba_HW4[values_HWC[..., 0] == self.clear_index] = 0
                return rgba_HW4
            case 16:
                return values_HWC[..., [0, 0, 0, 1]]
            case _:
                return values_HWC


def clipped(rgba_HW4: np.ndarray, cel: Cel, document: Aseprite) -> np.ndarray:
    """Return a cel's pixels on a canvas of the document's size."""
    return crop(rgba_HW4, (-cel.x, -cel.y, document.width - cel.x, document.height - cel.y))


def damaged(name: str, error: Exception) -> InputError:
    """Return what to raise for a file that is not what it should be."""
    message = f"“{name}” is no Aseprite file, or a damaged one."
    return InputError(message, hint="Open it in Aseprite and save it again.", detail=repr(error))
