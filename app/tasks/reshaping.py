"""The commands that flip, turn, scale and cut the drawing, and give it another size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.document.drawing import Drawing
from app.document.raster import bounds
from app.document.turning import reduce, turn, turn_half
from app.tasks.commands import Commands
from app.widgets.job_bar import JobBar
from app.widgets.menus import fill
from genmodels.media.arrays import np
from genmodels.media.artwork.reshaping import (
    Box,
    crop,
    enlarge,
    filled_box,
    flip_across,
    flip_down,
    turn_left,
    turn_right,
)
from genmodels.media.bounds import MAX_SIDE

_FACTORS = (2, 3, 4, 8)
_PARTS = {2: "½", 3: "⅓", 4: "¼", 8: "⅛"}


class Reshaping(Commands):
    """Each command is one step, over all layers and frames; flips and turns are of the selection where there is one."""

    def __init__(
        self, window: QWidget, drawing: Callable[[], Drawing], before: Callable[[], bool], bar: JobBar
    ) -> None:
        super().__init__(window, drawing, before)
        self._window, self._bar = window, bar
        make, turned = self.make, self._turned
        self._sizes = [
            make("draw.canvas_size", self.tr("&Canvas size…"), self._resize, "C", "Ctrl+Alt+C"),
            make("draw.crop", self.tr("Cr&op to the selection"), self._crop),
            make("draw.trim", self.tr("&Trim to what is drawn"), self._trim),
        ]
        self._turns = [
            make("draw.flip_across", self.tr("Flip &across"), turned(flip_across, self.tr("Flip across")), "Shift+H"),
            make("draw.flip_down", self.tr("Flip &down"), turned(flip_down, self.tr("Flip down")), "Shift+V"),
            make("draw.turn_right", self.tr("Turn to the &right"), turned(turn_right, self.tr("Turn right"))),
            make("draw.turn_left", self.tr("Turn to the &left"), turned(turn_left, self.tr("Turn left"))),
            make("draw.turn_half", self.tr("T&urn upside down"), turned(turn_half, self.tr("Turn"))),
        ]
        self._scales: Sequence[QAction | None] = [
            *(make(f"draw.enlarge_{n}", f"{n}×", partial(self._enlarge, factor=n)) for n in _FACTORS),
            None,
            *(make(f"draw.reduce_{n}", _PARTS[n], partial(self._reduce, factor=n)) for n in _FACTORS),
        ]

    def fill(self, menu: QMenu) -> None:
        """Put the commands into their menu."""
        fill(menu, [*self._sizes, None, *self._turns, None])
        fill(menu.addMenu(self.tr("&Scale")), self._scales)

    def _turned(self, change: Callable[[np.ndarray], np.ndarray], text: str) -> Callable[[Drawing], object]:
        return lambda drawing: turn(drawing, change, text)

    def _resize(self, drawing: Drawing) -> None:
        from app.widgets.drawing.canvas_dialog import CanvasDialog  # here, because few starts ask for a size

        dialog = CanvasDialog(drawing.width, drawing.height, self._window)
        if dialog.exec() == CanvasDialog.DialogCode.Accepted:
            drawing.resize(*dialog.sides(), self.tr("Canvas size"), dialog.anchor())

    def _crop(self, drawing: Drawing) -> None:
        box = bounds(drawing.mask_HW)
        if box is None:
            self._bar.say(self.tr("Nothing is selected yet."), self.tr("Select what is to stay, then crop."))
        else:
            self._cut(drawing, box, self.tr("Crop"))

    def _trim(self, drawing: Drawing) -> None:
        box = filled_box(drawing.artwork)
        if box is None:
            self._bar.say(self.tr("Nothing is drawn yet: there is nothing to trim to."))
        else:
            self._cut(drawing, box, self.tr("Trim"))

    def _cut(self, drawing: Drawing, box: Box, text: str) -> None:
        if box != (0, 0, drawing.width, drawing.height):
            drawing.reshape(lambda pixels: crop(pixels, box), text)

    def _enlarge(self, drawing: Drawing, factor: int) -> None:
        if max(drawing.shape) * factor > MAX_SIDE:
            self._bar.say(
                self.tr("That would be too large."), self.tr("A side has at most {0} pixels.").format(MAX_SIDE)
            )
            return
        drawing.reshape(partial(enlarge, factor=factor), self.tr("Scale"))

    def _reduce(self, drawing: Drawing, factor: int) -> None:
        if drawing.width % factor or drawing.height % factor:
            size = f"{drawing.width}×{drawing.height}"
            text = self.tr("{0} cannot be divided by {1} without a rest.").format(size, factor)
            self._bar.say(text, self.tr("Change the canvas size first (C)."))
            return
        drawing.reshape(partial(reduce, factor=factor), self.tr("Scale"))
