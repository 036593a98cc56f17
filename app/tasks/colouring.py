"""The commands that colour pixels at once: clear and fill what is selected, replace a colour."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.canvas.ink import TRANSPARENT, Ink, Rgba
from app.document.drawing import Drawing
from app.document.raster import patch_of
from app.document.recolouring import recolour
from app.tasks.commands import Commands
from app.tasks.obstacles import Obstacles
from app.widgets.job_bar import JobBar
from genmodels.media.arrays import np


class Colouring(Commands):
    """Each command is one step on the layer drawn on; without a selection it is about all of the layer."""

    def __init__(
        self,
        window: QWidget,
        drawing: Callable[[], Drawing],
        before: Callable[[], bool],
        *,
        ink: Ink,
        bar: JobBar,
        obstacles: Obstacles,
    ) -> None:
        super().__init__(window, drawing, before)
        self._window, self._ink, self._bar, self._obstacles = window, ink, bar, obstacles
        self.instead: Callable[[], bool] = lambda: False  # what Del does first; returns whether it did it
        self._clear = self.make("draw.clear", self.tr("C&lear"), self._on_clear, "Del")
        self._fill = self.make("draw.fill", self.tr("&Fill"), self._fill_with_ink, "F")
        self._replace = self.make("draw.replace_colour", self.tr("Replace c&olour…"), self._ask_and_replace, "Shift+R")

    def actions(self) -> list[QAction]:
        """Return the commands in the order of a menu."""
        return [self._clear, self._fill, self._replace]

    def _on_clear(self, drawing: Drawing) -> None:
        if not self.instead():
            self._paint(drawing, TRANSPARENT, self.tr("Clear"))

    def _fill_with_ink(self, drawing: Drawing) -> None:
        self._paint(drawing, self._ink.foreground, self.tr("Fill"))

    def _paint(self, drawing: Drawing, colour: Rgba, text: str) -> None:
        if drawing.obstacle is not None:
            self._obstacles.say()
            return
        drawing.begin()
        drawing.paint(patch_of(drawing.mask_HW if drawing.mask_HW.any() else np.ones(drawing.shape, bool)), colour)
        drawing.commit(text)

    def _ask_and_replace(self, drawing: Drawing) -> None:
        from app.widgets.drawing.replace_dialog import ReplaceDialog  # here, because few starts ask for it

        dialog = ReplaceDialog(self._ink.foreground, self._ink.background, self._window)
        if dialog.exec() != ReplaceDialog.DialogCode.Accepted:
            return
        if not dialog.everywhere() and drawing.obstacle is not None:
            self._obstacles.say()
            return
        old, new = dialog.colours()
        text = self.tr("Replace colour")
        if not recolour(
            drawing, old, new, tolerance=dialog.tolerance(), everywhere=dialog.everywhere(), text=text
        ):  # fmt: skip
            self._bar.say(self.tr("No pixel has that colour there."), self.tr("Pick it with the eyedropper (I) first."))
