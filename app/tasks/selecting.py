"""The commands that select at once: all, nothing, what was selected before, the rest, what is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.document.drawing import Drawing
from app.tasks.commands import Commands
from genmodels.media.arrays import np


class Selecting(Commands):
    """Each command is one step."""

    def __init__(self, parent: QObject, drawing: Callable[[], Drawing], before: Callable[[], bool]) -> None:
        super().__init__(parent, drawing, before)
        self._last_HW: np.ndarray | None = None  # what was selected when it was given up
        make, put = self.make, self._put
        self.all = make("draw.select_all", self.tr("Select &all"), put(self._all), "Ctrl+A", icon="mask-all")
        self.none = make("draw.select_nothing", self.tr("Select &nothing"), put(self._none), "Ctrl+D", icon="mask-none")
        self._again = make("draw.reselect", self.tr("&Reselect"), put(self._reselected), "Ctrl+Shift+D")
        self.invert = make(
            "draw.invert_selection", self.tr("&Invert selection"), put(self._inverted), "Ctrl+Shift+I",
            icon="mask-invert",
        )  # fmt: skip
        self._drawn = make("draw.select_drawn", self.tr("What is &drawn on the layer"), put(self._opaque))

    def actions(self) -> list[QAction | None]:
        """Return the commands in the order of a menu."""
        return [self.all, self.none, self._again, self.invert, None, self._drawn]

    def _put(self, selected: Callable[[Drawing], np.ndarray | None]) -> Callable[[Drawing], None]:
        def put(drawing: Drawing) -> None:
            mask_HW = selected(drawing)
            if mask_HW is not None:
                drawing.begin()
                drawing.cover(mask_HW)
                drawing.commit(self.tr("Select"))

        return put

    def _all(self, drawing: Drawing) -> np.ndarray:
        return np.ones(drawing.shape, bool)

    def _none(self, drawing: Drawing) -> np.ndarray:
        if drawing.mask_HW.any():
            self._last_HW = drawing.mask_HW
        return np.zeros(drawing.shape, bool)

    def _reselected(self, drawing: Drawing) -> np.ndarray | None:
        fits = self._last_HW is not None and self._last_HW.shape == drawing.shape
        return self._last_HW if fits else None

    def _inverted(self, drawing: Drawing) -> np.ndarray:
        return ~drawing.mask_HW

    def _opaque(self, drawing: Drawing) -> np.ndarray:
        return drawing.cel_HWC[..., 3] > 0
