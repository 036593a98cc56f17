"""Copy, cut and paste, through the system's clipboard, as PNG with alpha: from and to other programs too."""

from __future__ import annotations

import json
from collections.abc import Callable

from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from app.canvas.ink import TRANSPARENT
from app.document.drawing import Drawing
from app.document.raster import bounds, patch_of
from app.images import from_qimage, to_qimage
from app.tasks.commands import Commands
from app.tasks.obstacles import Obstacles
from app.widgets.job_bar import JobBar
from genmodels.api.errors import InputError
from genmodels.media.arrays import np
from genmodels.media.artwork.layering import add_layer, can_add_layer
from genmodels.media.artwork.plane import plane_of
from genmodels.media.artwork.reshaping import centred, crop
from genmodels.media.bounds import MAX_SIDE
from genmodels.media.png import quick_png
from genmodels.media.sprite import decode_sprite

PNG, PLACE = "image/png", "application/x-spriteverse-place"  # the second tells where the pixels came from


class Copying(Commands):
    """What is pasted comes as a layer of its own, in its old place where it has one, else in the middle."""

    def __init__(
        self,
        window: QWidget,
        drawing: Callable[[], Drawing],
        before: Callable[[], bool],
        bar: JobBar,
        obstacles: Obstacles,
    ) -> None:
        super().__init__(window, drawing, before)
        self._bar, self._obstacles = bar, obstacles
        self._copy = self.make("draw.copy", self.tr("&Copy"), self._copy_layer, "Ctrl+C")
        self._copy_all = self.make("draw.copy_merged", self.tr("Copy &merged"), self._copy_seen, "Ctrl+Shift+C")
        self._cut = self.make("draw.cut", self.tr("Cu&t"), self._cut_layer, "Ctrl+X")
        self._paste = self.make("draw.paste", self.tr("&Paste"), self._paste_layer, "Ctrl+V")

    def actions(self) -> list[QAction]:
        """Return the commands in the order of a menu."""
        return [self._cut, self._copy, self._copy_all, self._paste]

    def _copy_layer(self, drawing: Drawing) -> None:
        self._put(drawing, drawing.cel_HWC)

    def _copy_seen(self, drawing: Drawing) -> None:
        self._put(drawing, drawing.rgba_HWC)

    def _cut_layer(self, drawing: Drawing) -> None:
        if drawing.obstacle is not None:
            self._obstacles.say()
        elif self._put(drawing, drawing.cel_HWC):
            drawing.begin()
            drawing.lay(patch_of(_taken(drawing)), np.full_like(drawing.cel_HWC, TRANSPARENT))
            drawing.commit(self.tr("Cut"))

    def _put(self, drawing: Drawing, rgba_HWC: np.ndarray) -> bool:
        taken_HW = _taken(drawing)
        box = bounds(taken_HW)
        if box is None:
            self._bar.say(self.tr("There is nothing to copy."), self.tr("Draw on this layer, or choose another."))
            return False
        left, top, right, bottom = box
        part_HWC = np.where(taken_HW[..., None], rgba_HWC, 0).astype(np.uint8)[top:bottom, left:right]
        data = QMimeData()
        data.setImageData(to_qimage(part_HWC))
        data.setData(PNG, QByteArray(quick_png(part_HWC)))
        data.setData(PLACE, QByteArray(json.dumps([left, top]).encode()))
        QGuiApplication.clipboard().setMimeData(data)
        return True

    def _paste_layer(self, drawing: Drawing) -> None:
        data = QGuiApplication.clipboard().mimeData()
        try:
            rgba_HWC = _picture(data)
        except InputError as error:
            self._bar.fail(error)
            return
        if rgba_HWC is None:
            self._bar.say(self.tr("There is no picture to paste."), self.tr("Copy one first, here or elsewhere."))
            return
        if not can_add_layer(drawing.artwork):
            self._bar.say(self.tr("There is no room for another layer."), self.tr("Merge some first."))
            return
        height, width = rgba_HWC.shape[:2]
        left, top = _place(data, drawing, width, height)
        laid_HWC = crop(rgba_HWC, (-left, -top, drawing.width - left, drawing.height - top))
        artwork, layer = add_layer(drawing.artwork, self.tr("Pasted"), above=drawing.layer)
        artwork = artwork.with_cel(layer, drawing.frame, plane_of(laid_HWC))
        drawing.change(artwork, self.tr("Paste"), layer=layer, mask_HW=np.zeros(drawing.shape, bool))
        if height > drawing.height or width > drawing.width:
            text = self.tr("The picture is {0}×{1} and was cut off at the edges.").format(width, height)
            self._bar.say(text, self.tr("Ctrl+Z, then C for a larger canvas, keeps all of it."))


def _taken(drawing: Drawing) -> np.ndarray:
    """Return what is selected; all that is drawn on the layer where nothing is."""
    return drawing.mask_HW if drawing.mask_HW.any() else drawing.cel_HWC[..., 3] > 0


def _picture(data: QMimeData) -> np.ndarray | None:
    """Return the clipboard's picture; None where it holds none. Raises InputError where it is damaged or too large."""
    if data.hasFormat(PNG):
        return decode_sprite(bytes(data.data(PNG).data()), "The picture").rgba_HWC
    image = data.imageData()
    if not isinstance(image, QImage) or image.isNull():
        return None
    if max(image.width(), image.height()) > MAX_SIDE:
        raise InputError(
            f"The picture has {image.width()}×{image.height()} pixels; a sprite has at most {MAX_SIDE} a side.",
            hint="Copy only the part you need.",
        )
    return from_qimage(image)


def _place(data: QMimeData, drawing: Drawing, width: int, height: int) -> tuple[int, int]:
    """Return where the picture's corner goes: where it came from, as long as it lies inside, or the middle."""
    try:
        left, top = (int(value) for value in json.loads(bytes(data.data(PLACE).data()) or b"[]"))
    except (ValueError, TypeError, RecursionError):
        left, top = -1, -1
    if 0 <= left <= drawing.width - width and 0 <= top <= drawing.height - height:
        return left, top
    x, y, _, _ = centred((height, width), drawing.width, drawing.height)
    return -x, -y
