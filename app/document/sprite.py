"""The drawing a person works on: pixels, mask, undo, and what the file it came from looked like. It knows no Qt."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from app.document.commands import Edit, History, Layers
from app.document.raster import bounds
from genmodels.media.arrays import np
from genmodels.media.sprite import Sprite

Box = tuple[int, int, int, int]  # left, top, right, bottom; right and bottom excluded


class Drawing:
    """Pixels rgba_HWC (uint8) and mask_HW (bool, true where the model draws), changed only by undoable steps.

    A step is `begin`, any number of `paint` or `cover`, then `commit` or `abort`. Listeners hear which box changed.
    """

    def __init__(self, sprite: Sprite, path: Path | None = None) -> None:
        self.rgba_HWC = np.ascontiguousarray(sprite.rgba_HWC, np.uint8).copy()
        self.mask_HW = np.zeros(self.rgba_HWC.shape[:2], bool)
        self.path = path
        self.source = sprite  # its mode and palette are kept on saving
        self.history = History()
        self._saved_HWC = self.rgba_HWC.copy()
        self._base: Layers | None = None
        self._listeners: list[Callable[[Box], None]] = []

    @property
    def width(self) -> int:
        """Pixels a row."""
        return self.rgba_HWC.shape[1]

    @property
    def height(self) -> int:
        """Rows."""
        return self.rgba_HWC.shape[0]

    @property
    def shape(self) -> tuple[int, int]:
        """(height, width), as arrays have it."""
        return self.height, self.width

    @property
    def dirty(self) -> bool:
        """Whether the pixels differ from the file; the mask is not saved and does not count."""
        return not np.array_equal(self.rgba_HWC, self._saved_HWC)

    def subscribe(self, listener: Callable[[Box], None]) -> None:
        """Call listener with the changed box after every change."""
        self._listeners.append(listener)

    def mark_saved(self, path: Path) -> None:
        """Note that the pixels are now in the file at path."""
        self.path, self._saved_HWC = path, self.rgba_HWC.copy()

    # Steps

    def begin(self) -> None:
        """Start a step."""
        self._base = Layers(rgba_HWC=self.rgba_HWC.copy(), mask_HW=self.mask_HW.copy())

    def paint(self, where_HW: np.ndarray, rgba: np.ndarray | tuple[int, int, int, int]) -> None:
        """Set the pixels of where_HW to one colour, or to those of a picture of the drawing's size."""
        colours = np.asarray(rgba, np.uint8)
        self.rgba_HWC[where_HW] = colours if colours.ndim == 1 else colours[where_HW]
        self._tell(bounds(where_HW))

    def cover(self, mask_HW: np.ndarray) -> None:
        """Replace the mask."""
        changed = bounds(self.mask_HW != mask_HW)
        self.mask_HW = mask_HW.copy()
        self._tell(changed)

    def commit(self, text: str) -> bool:
        """End the step under this name; returns False, and remembers nothing, where it changed nothing."""
        base, self._base = self._base, None
        if base is None or base.rgba_HWC is None or base.mask_HW is None:
            return False
        pixels = bounds((base.rgba_HWC != self.rgba_HWC).any(axis=2))
        masked = bounds(base.mask_HW != self.mask_HW)
        box = _union(pixels, masked)
        if box is None:
            return False
        left, top, right, bottom = box
        part = np.s_[top:bottom, left:right]
        before = _cut(base.rgba_HWC if pixels else None, base.mask_HW if masked else None, part)
        after = _cut(self.rgba_HWC if pixels else None, self.mask_HW if masked else None, part)
        self.history.push(Edit(text=text, before=before, after=after, x=left, y=top))
        self._tell(box)
        return True

    def abort(self) -> None:
        """Take back a step that has begun."""
        base, self._base = self._base, None
        if base is not None and base.rgba_HWC is not None and base.mask_HW is not None:
            self.rgba_HWC[:] = base.rgba_HWC
            self.mask_HW = base.mask_HW
            self._tell((0, 0, self.width, self.height))

    def lay(self, rgba_HWC: np.ndarray, text: str) -> bool:
        """Lay a picture on the middle in one step, kept to the mask where there is one; returns whether it changed.

        Where the picture is clear, what is drawn stays; what is too large for the drawing is cut off.
        """
        laid_HWC = np.zeros_like(self.rgba_HWC)
        to_y, from_y = _centred(rgba_HWC.shape[0], self.height)
        to_x, from_x = _centred(rgba_HWC.shape[1], self.width)
        laid_HWC[to_y, to_x] = rgba_HWC[from_y, from_x]
        where_HW = laid_HWC[..., 3] > 0
        self.begin()
        self.paint(where_HW & self.mask_HW if self.mask_HW.any() else where_HW, laid_HWC)
        return self.commit(text)

    def resize(self, width: int, height: int, text: str) -> None:
        """Give the drawing another size in one step; what was drawn stays in the middle."""
        if (height, width) == self.shape:
            return
        before = Layers(rgba_HWC=self.rgba_HWC, mask_HW=self.mask_HW)
        rgba_HWC, mask_HW = np.zeros((height, width, 4), np.uint8), np.zeros((height, width), bool)
        to_y, from_y = _centred(self.height, height)
        to_x, from_x = _centred(self.width, width)
        rgba_HWC[to_y, to_x] = self.rgba_HWC[from_y, from_x]
        mask_HW[to_y, to_x] = self.mask_HW[from_y, from_x]
        edit = Edit(text=text, before=before, after=Layers(rgba_HWC=rgba_HWC, mask_HW=mask_HW), whole=True)
        self.history.push(edit)
        self._restore(edit, edit.after)

    def undo(self) -> None:
        """Take back the last step."""
        if self._base is None and (edit := self.history.undo()):
            self._restore(edit, edit.before)

    def redo(self) -> None:
        """Bring back the step last taken back."""
        if self._base is None and (edit := self.history.redo()):
            self._restore(edit, edit.after)

    def _restore(self, edit: Edit, layers: Layers) -> None:
        if edit.whole and layers.rgba_HWC is not None and layers.mask_HW is not None:
            self.rgba_HWC, self.mask_HW = layers.rgba_HWC.copy(), layers.mask_HW.copy()
            self._tell((0, 0, self.width, self.height))
            return
        mask_HW = self.mask_HW.copy()  # a changed mask is another array, so that listeners can tell
        for target, part in ((self.rgba_HWC, layers.rgba_HWC), (mask_HW, layers.mask_HW)):
            if part is not None:
                height, width = part.shape[:2]
                target[edit.y : edit.y + height, edit.x : edit.x + width] = part
                self.mask_HW = mask_HW if target is mask_HW else self.mask_HW
                self._tell((edit.x, edit.y, edit.x + width, edit.y + height))

    def _tell(self, box: Box | None) -> None:
        if box is not None:
            for listener in self._listeners:
                listener(box)


def blank(width: int, height: int) -> Drawing:
    """Return an empty, transparent drawing."""
    return Drawing(Sprite(rgba_HWC=np.zeros((height, width, 4), np.uint8)))


def unsaved(rgba_HWC: np.ndarray, text: str) -> Drawing:
    """Return a drawing of a picture that is in no file yet; the step that brought it there is called text."""
    drawing = blank(rgba_HWC.shape[1], rgba_HWC.shape[0])
    drawing.begin()
    drawing.paint(np.ones(drawing.shape, bool), rgba_HWC)
    drawing.commit(text)
    return drawing


def _cut(rgba_HWC: np.ndarray | None, mask_HW: np.ndarray | None, part: tuple[slice, slice]) -> Layers:
    return Layers(
        rgba_HWC=None if rgba_HWC is None else rgba_HWC[part].copy(),
        mask_HW=None if mask_HW is None else mask_HW[part].copy(),
    )


def _union(a: Box | None, b: Box | None) -> Box | None:
    if a is None or b is None:
        return a or b
    return min(a[0], b[0]), min(a[1], b[1]), max(a[2], b[2]), max(a[3], b[3])


def _centred(old: int, new: int) -> tuple[slice, slice]:
    shared, to, from_ = min(old, new), max(0, (new - old) // 2), max(0, (old - new) // 2)
    return slice(to, to + shared), slice(from_, from_ + shared)
