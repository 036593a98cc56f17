"""The commands that select at once: all, nothing, what was selected before, the rest, what is drawn."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.document.drawing import Drawing
from app.widgets.menus import action
from genmodels.media.arrays import np


class Selecting(QObject):
    """Holds the commands; `before` is called ahead of each: it takes back a stroke under way."""

    def __init__(self, parent: QObject, drawing: Callable[[], Drawing], before: Callable[[], bool]) -> None:
        super().__init__(parent)
        self._drawing, self._before = drawing, before
        self._last_HW: np.ndarray | None = None  # what was selected when it was given up
        self.all = self._action("draw.select_all", self.tr("Select &all"), self._select_all, "Ctrl+A", icon="mask-all")
        self.none = self._action(
            "draw.select_nothing", self.tr("Select &nothing"), self._select_none, "Ctrl+D", icon="mask-none"
        )
        self._again = self._action("draw.reselect", self.tr("&Reselect"), self._reselect, "Ctrl+Shift+D")
        self.invert = self._action(
            "draw.invert_selection", self.tr("&Invert selection"), self._invert, "Ctrl+Shift+I", icon="mask-invert"
        )
        self._drawn = self._action("draw.select_drawn", self.tr("What is &drawn on the layer"), self._select_drawn)

    def actions(self) -> list[QAction | None]:
        """Return the commands in the order of a menu."""
        return [self.all, self.none, self._again, self.invert, None, self._drawn]

    def _action(
        self, name: str, text: str, slot: Callable[[Drawing], np.ndarray | None], *keys: str, icon: str = ""
    ) -> QAction:
        def run() -> None:
            self._before()
            drawing = self._drawing()
            mask_HW = slot(drawing)
            if mask_HW is not None:
                drawing.begin()
                drawing.cover(mask_HW)
                drawing.commit(self.tr("Select"))

        return action(self, name, text, run, *keys, icon=icon)

    def _select_all(self, drawing: Drawing) -> np.ndarray:
        return np.ones(drawing.shape, bool)

    def _select_none(self, drawing: Drawing) -> np.ndarray:
        if drawing.mask_HW.any():
            self._last_HW = drawing.mask_HW
        return np.zeros(drawing.shape, bool)

    def _reselect(self, drawing: Drawing) -> np.ndarray | None:
        fits = self._last_HW is not None and self._last_HW.shape == drawing.shape
        return self._last_HW if fits else None

    def _invert(self, drawing: Drawing) -> np.ndarray:
        return ~drawing.mask_HW

    def _select_drawn(self, drawing: Drawing) -> np.ndarray:
        return drawing.cel_HWC[..., 3] > 0
