"""The drawing a person works on: an artwork, what is selected, undo, and the file it came from. It knows no Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

from app.document.anchoring import MIDDLE, Anchor, anchored
from app.document.belongings import Belongings
from app.document.history import Change, History, State
from app.document.raster import Box, Cell, Patch, bounds, patch_of, union
from app.document.seen import Seen
from app.document.selection import Mode, combined
from app.document.symmetry import Symmetry, images
from app.document.tiling import Tiling
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Artwork, Frame, Layer, artwork_of
from genmodels.media.artwork.cels import draw_cel
from genmodels.media.artwork.plane import plane_of
from genmodels.media.artwork.reshaping import crop, reshape
from genmodels.media.palettes.pictures import palette_in
from genmodels.media.sprite import Sprite

FIRST_LAYER = "Layer 1"

Rgba = tuple[int, int, int, int]


class Obstacle(StrEnum):
    """Why nothing can be drawn on a layer."""

    LOCKED = "locked"
    HIDDEN = "hidden"


class Drawing:
    """An artwork of which one layer is drawn on and one frame is seen, changed only by undoable steps.

    A stroke is `begin`, any number of `paint`, `select` and their like, then `commit` or `abort`; `change` makes any
    other step. Both the model and the tools work only where mask_HW (bool) is true, as long as anything is selected.
    What is painted or selected is so on all sides of the symmetry, and round the edges of a tiled picture. Listeners
    hear which box of what is seen changed; followers hear that layers, frames, tags, palette or the place among them
    did.
    """

    def __init__(self, artwork: Artwork, path: Path | None = None, source: Sprite | None = None) -> None:
        self.artwork = artwork
        self.path = path
        self.source = source  # of a still picture: its mode and palette are kept on saving
        self.origin = path  # where it came from, and what saving it is to propose
        self.belongings = Belongings()
        self.layer = artwork.layers[-1].key
        self.frame = artwork.frames[0].key
        self.mask_HW = np.zeros(artwork.shape, bool)
        self.symmetry = Symmetry()
        self.tiling = Tiling()
        self.cel_HWC = artwork.cel(self.layer, self.frame).pixels()  # of the drawn layer in the seen frame
        self.history = History()
        self._seen = Seen()
        self._seen.show(artwork, self.layer, self.frame, self.cel_HWC)
        self._saved: Artwork | None = artwork  # what is in the file
        self._kept: Belongings | None = None  # what is there too, where the file holds any
        self._base: State | None = None
        self._touched: Box | None = None  # by the stroke under way
        self._held_in_HW: np.ndarray | None = None  # what was selected before the stroke, if anything was
        self._untouched_HWC: np.ndarray | None = None  # the layer before the stroke, once it was asked for
        self._listeners: list[Callable[[Box], None]] = []
        self._followers: list[Callable[[], None]] = []

    @property
    def width(self) -> int:
        """Pixels a row."""
        return self.artwork.width

    @property
    def height(self) -> int:
        """Rows."""
        return self.artwork.height

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width), as arrays have it."""
        return self.artwork.shape

    @property
    def rgba_HWC(self) -> np.ndarray:
        """What is seen of the frame, uint8; not to be written to."""
        return self._seen.rgba_HWC

    @property
    def drawn_layer(self) -> Layer:
        """The layer that is drawn on."""
        return self.artwork.layers[self.artwork.layer_at(self.layer)]

    @property
    def obstacle(self) -> Obstacle | None:
        """Why nothing can be drawn on that layer; None where it can."""
        layer = self.drawn_layer
        if layer.locked:
            return Obstacle.LOCKED
        return None if layer.visible else Obstacle.HIDDEN

    @property
    def dirty(self) -> bool:
        """Whether the artwork differs from the file, or what belongs to it does; what is selected does not count."""
        return self.artwork is not self._saved or self._kept not in (None, self.belongings)

    @property
    def state(self) -> State:
        """All that undo would bring back, as of now."""
        return State(artwork=self.artwork, mask_HW=self.mask_HW, layer=self.layer, frame=self.frame)

    @property
    def settled(self) -> State:
        """The state without a stroke under way."""
        return self._base or self.state

    def subscribe(self, listener: Callable[[Box], None]) -> None:
        """Call listener with the changed box after every change of what is seen or selected."""
        self._listeners.append(listener)

    def follow(self, follower: Callable[[], None]) -> None:
        """Call follower after every step, and after another layer or frame was gone to."""
        self._followers.append(follower)

    def mark_saved(self, path: Path, artwork: Artwork | None = None, belongings: Belongings | None = None) -> None:
        """Note that this artwork, the present one if not given, is now in the file at path; belongings: if they are."""
        self.path = self.origin = path
        self._saved, self._kept = artwork or self.artwork, belongings

    def mark_unsaved(self, origin: Path | None) -> None:
        """Note that no file holds this drawing; origin: what saving it is to propose."""
        self.path, self.origin, self._saved, self._kept = None, origin, None, None

    def keep(self, belongings: Belongings) -> None:
        """Have other things belong to the drawing; that is no step."""
        self.belongings = belongings
        self._tell_followers()

    def restore(self, state: State, done: Sequence[Change], undone: Sequence[Change]) -> None:
        """Go on where a drawing was left: its state, the steps behind (the oldest first) and ahead (the next first)."""
        self.history = History()
        self.history.restore(done, undone)
        self._put(state)

    def go_to(self, *, layer: int | None = None, frame: int | None = None) -> None:
        """Draw on another layer, see another frame (by key); that is no step. A stroke under way is taken back."""
        self.abort()
        layer, frame = self.layer if layer is None else layer, self.frame if frame is None else frame
        if (layer, frame) != (self.layer, self.frame):
            self._put(replace(self.state, layer=layer, frame=frame))

    # Strokes

    def begin(self) -> None:
        """Start a stroke."""
        self._base, self._touched, self._untouched_HWC = self.state, None, None
        self._held_in_HW = self.mask_HW if self.mask_HW.any() else None

    def parts(self, patch: Patch) -> list[Patch]:
        """Return what a patch is inside the picture, with all that symmetry and tiling make of it."""
        return [
            part for image in images(patch, self.symmetry, self.shape) for part in self.tiling.parts(image, self.shape)
        ]  # fmt: skip

    def cell(self, cell: Cell) -> Cell | None:
        """Return the cell of the picture that this one is, where it is tiled; None where it lies outside."""
        return self.tiling.cell(cell, self.shape)

    def paint(self, patch: Patch, colour: Rgba) -> None:
        """Set the patch's pixels on the drawn layer to a colour.

        Nothing changes outside what is selected, if anything is, nor on a layer that is locked or hidden.
        """
        for part in self.parts(patch):
            self._put_pixels(part, np.asarray(colour, np.uint8))

    def repaint(self, patch: Patch, colour: Rgba) -> None:
        """Paint the patch instead of all that the stroke has painted so far."""
        if self._touched is not None:
            left, top, right, bottom = self._touched
            self._restore(Patch(x=left, y=top, where_HW=np.ones((bottom - top, right - left), bool)))
        self.paint(patch, colour)

    def unpaint(self, patch: Patch) -> None:
        """Take back what the stroke has painted on the patch alone, other sides of the symmetry aside."""
        for part in self.tiling.parts(patch, self.shape):
            self._restore(part)

    def lay(self, patch: Patch, rgba_HWC: np.ndarray) -> None:
        """Set the patch's pixels, which lie inside, to those of a picture of the drawing's size, as `paint` would.

        They stay on their side, whatever the symmetry.
        """
        if not patch.is_empty:
            self._put_pixels(patch, rgba_HWC[patch.part])

    def relay(self, cel_HWC: np.ndarray, mask_HW: np.ndarray) -> None:
        """Put these pixels on the drawn layer and select these, as they are: for what takes selected pixels along."""
        if self.obstacle is not None:
            return
        box = bounds((self.cel_HWC != cel_HWC).any(axis=2))
        if box is not None:
            self.cel_HWC = cel_HWC.copy()
            self._touched = union(self._touched, box)
            self._seen.refresh(box, self.cel_HWC)
            self._tell(box)
        self.cover(mask_HW)

    def select(self, patch: Patch, mode: Mode, *, further: bool = False) -> None:
        """Select the patch's pixels in this mode: over what was selected before the stroke, or over what is by now."""
        shape_HW = np.zeros(self.shape, bool)
        for part in self.parts(patch):
            shape_HW[part.part] |= part.where_HW
        base_HW = self.mask_HW if further or self._base is None else self._base.mask_HW
        self.cover(combined(base_HW, shape_HW, mode))

    def cover(self, mask_HW: np.ndarray) -> None:
        """Select other pixels."""
        changed = bounds(self.mask_HW != mask_HW)
        if changed is not None:
            self.mask_HW = mask_HW.copy()  # a changed mask is another array, so that listeners can tell
            self._tell(changed)

    def commit(self, text: str) -> bool:
        """End the stroke under this name; returns False, and remembers nothing, where it changed nothing."""
        base, self._base, self._held_in_HW = self._base, None, None
        if base is None:
            return False
        if np.array_equal(base.mask_HW, self.mask_HW):
            self.mask_HW = base.mask_HW
        if self._touched is not None:
            before = self.artwork.cel(self.layer, self.frame)
            self.artwork = draw_cel(self.artwork, self.layer, self.frame, plane_of(self.cel_HWC, before))
        return self._push(text, base)

    def abort(self) -> None:
        """Take back a stroke that has begun."""
        base, self._base, self._held_in_HW = self._base, None, None
        if base is not None:
            self._put(base)

    # Other steps

    def change(
        self,
        artwork: Artwork,
        text: str,
        *,
        layer: int | None = None,
        frame: int | None = None,
        mask_HW: np.ndarray | None = None,
    ) -> bool:
        """Put another artwork in place of this one in one step, and go to a layer and a frame of it (by key).

        Where those seen until now are gone, the nearest are gone to. Returns whether anything changed.
        """
        self.abort()
        base = self.state
        mask_HW = self.mask_HW if mask_HW is None else mask_HW
        if mask_HW.shape != artwork.shape:
            mask_HW = np.zeros(artwork.shape, bool)
        layer = _nearest(base.artwork.layers, artwork.layers, self.layer if layer is None else layer)
        frame = _nearest(base.artwork.frames, artwork.frames, self.frame if frame is None else frame)
        self._put(State(artwork=artwork, mask_HW=mask_HW, layer=layer, frame=frame))
        return self._push(text, base)

    def resize(self, width: int, height: int, text: str, anchor: Anchor = MIDDLE) -> None:
        """Give the drawing another size in one step; the side, or corner, that is the anchor stays where it is."""
        if (height, width) != self.shape:
            box = anchored(self.shape, width, height, anchor)
            self.reshape(lambda pixels: crop(pixels, box), text)

    def reshape(self, change: Callable[[np.ndarray], np.ndarray], text: str) -> bool:
        """Change all layers in all frames, and what is selected, alike in one step; returns whether it changed."""
        return self.change(reshape(self.artwork, change), text, mask_HW=change(self.mask_HW))

    def undo(self) -> None:
        """Take back the last step."""
        if self._base is None and (change := self.history.undo()):
            self._put(change.before)

    def redo(self) -> None:
        """Bring back the step last taken back."""
        if self._base is None and (change := self.history.redo()):
            self._put(change.after)

    def _put_pixels(self, patch: Patch, colours: np.ndarray) -> None:
        """Set the pixels of a patch inside the picture to one colour, or to those of a picture of its size."""
        if self.obstacle is not None:
            return
        part, where_HW = patch.part, patch.where_HW
        if self._held_in_HW is not None:
            where_HW = where_HW & self._held_in_HW[part]
        self.cel_HWC[part][where_HW] = colours if colours.ndim == 1 else colours[where_HW]
        self._touched = union(self._touched, patch.box)
        self._seen.refresh(patch.box, self.cel_HWC)
        self._tell(patch.box)

    def _restore(self, patch: Patch) -> None:
        """Take the pixels of a patch inside the picture back to before the stroke."""
        if self._untouched_HWC is None:
            self._untouched_HWC = self.artwork.cel(self.layer, self.frame).pixels()
        self.cel_HWC[patch.part][patch.where_HW] = self._untouched_HWC[patch.part][patch.where_HW]
        self._seen.refresh(patch.box, self.cel_HWC)
        self._tell(patch.box)

    def _push(self, text: str, base: State) -> bool:
        if self.artwork is base.artwork and self.mask_HW is base.mask_HW:
            return False
        self.history.push(Change(text=text, before=base, after=self.state))
        if self._touched is not None:  # of a change by `_put`, listeners have heard
            self._tell(self._touched)
            self._touched = None
        self._tell_followers()
        return True

    def _put(self, state: State) -> None:
        """Make this state the present one, and tell what is seen or selected otherwise now."""
        seen_HWC, mask_HW = self._seen.rgba_HWC, self.mask_HW
        self.artwork, self.mask_HW, self.layer, self.frame = state.artwork, state.mask_HW, state.layer, state.frame
        self.cel_HWC = self.artwork.cel(self.layer, self.frame).pixels()
        self._seen.show(self.artwork, self.layer, self.frame, self.cel_HWC)
        self._touched = None
        if seen_HWC.shape != self.rgba_HWC.shape:
            self._tell((0, 0, self.width, self.height))
        else:
            self._tell(bounds((seen_HWC != self.rgba_HWC).any(axis=2) | (mask_HW != self.mask_HW)))
        self._tell_followers()

    def _tell(self, box: Box | None) -> None:
        if box is not None:
            for listener in self._listeners:
                listener(box)

    def _tell_followers(self) -> None:
        for follower in self._followers:
            follower()


def drawing_of(sprite: Sprite, path: Path | None = None) -> Drawing:
    """Return a drawing of a still picture, on one layer."""
    rgba_HWC = np.ascontiguousarray(sprite.rgba_HWC, np.uint8)
    palette = palette_in(sprite).colours if sprite.indexed is not None else ()
    return Drawing(replace(_still(rgba_HWC), palette=palette), path, sprite)


def blank(width: int, height: int) -> Drawing:
    """Return an empty, transparent drawing."""
    return Drawing(_still(np.zeros((height, width, 4), np.uint8)))


def unsaved(rgba_HWC: np.ndarray, text: str) -> Drawing:
    """Return a drawing of a picture that is in no file yet; the step that brought it there is called text."""
    drawing = blank(rgba_HWC.shape[1], rgba_HWC.shape[0])
    drawing.begin()
    drawing.lay(patch_of(np.ones(drawing.shape, bool)), rgba_HWC)
    drawing.commit(text)
    return drawing


def _still(rgba_HWC: np.ndarray) -> Artwork:
    return artwork_of([rgba_HWC], layer=FIRST_LAYER)


def _nearest(
    before: tuple[Layer, ...] | tuple[Frame, ...], now: tuple[Layer, ...] | tuple[Frame, ...], key: int
) -> int:
    """Return the key where it is still there, else that of the part that now has its place."""
    keys = [part.key for part in now]
    if key in keys:
        return key
    place = [part.key for part in before].index(key)
    return keys[min(place, len(keys) - 1)]
