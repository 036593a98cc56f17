"""The commands for symmetry, the tiled view and the grid of cells; they change how one draws, not what is drawn."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.canvas.view import Canvas
from app.document.drawing import Drawing
from app.document.symmetry import Symmetry
from app.document.tiling import Tiling
from app.widgets.menus import action

_CELL = 16  # side of a cell of the grid until another is chosen


class Guides(QObject):
    """What is switched on stays so for the next drawing, its axes in the middle again."""

    changed = Signal()  # the symmetry

    def __init__(self, window: QWidget, drawing: Callable[[], Drawing], canvas: Canvas) -> None:
        super().__init__(window)
        self._window, self._drawing, self._canvas = window, drawing, canvas
        self._cells = QSize(_CELL, _CELL)
        self.across = self._switch(
            "draw.symmetry_across", self.tr("Symmetry &left and right"), self._on_symmetry, icon="symmetry-across"
        )
        self.down = self._switch(
            "draw.symmetry_down", self.tr("Symmetry &above and below"), self._on_symmetry, icon="symmetry-down"
        )
        self._axes = action(self, "draw.symmetry_axes", self.tr("A&xes of symmetry…"), self._ask_axes)
        self._tiled = [
            self._switch("draw.tiled_across", self.tr("&Tiled across"), self._on_tiling),
            self._switch("draw.tiled_down", self.tr("Tiled &down"), self._on_tiling),
        ]
        self._grid = self._switch("draw.cell_grid", self.tr("Grid of &cells"), self._on_grid, "Ctrl+'")
        self._grid_size = action(self, "draw.cell_size", self.tr("&Size of the cells…"), self._ask_cells)
        canvas.guided.connect(self.changed)

    def actions(self) -> list[QAction | None]:
        """Return the commands in the order of a menu."""
        return [self.across, self.down, self._axes, None, *self._tiled, None, self._grid, self._grid_size]

    def attach(self, drawing: Drawing) -> None:
        """Have another drawing follow what is switched on."""
        drawing.symmetry = Symmetry(across=self.across.isChecked(), down=self.down.isChecked())
        drawing.tiling = self._tiling()

    def _switch(self, name: str, text: str, slot: Callable[[], None], *keys: str, icon: str = "") -> QAction:
        one = action(self, name, text, slot, *keys, icon=icon)
        one.setCheckable(True)
        return one

    def _on_symmetry(self) -> None:
        self._put(replace(self._drawing().symmetry, across=self.across.isChecked(), down=self.down.isChecked()))

    def _put(self, symmetry: Symmetry) -> None:
        self._canvas.abort_stroke()
        self._drawing().symmetry = symmetry
        self._canvas.show_guides()
        self.changed.emit()

    def _on_tiling(self) -> None:
        self._canvas.abort_stroke()
        self._drawing().tiling = self._tiling()
        self._canvas.show_guides()

    def _tiling(self) -> Tiling:
        across, down = (one.isChecked() for one in self._tiled)
        return Tiling(across=across, down=down)

    def _on_grid(self) -> None:
        self._canvas.set_cells(self._cells if self._grid.isChecked() else None)

    def _ask_axes(self) -> None:
        from app.widgets.drawing.axes_dialog import AxesDialog  # here, because few starts ask for them

        drawing = self._drawing()
        dialog = AxesDialog(drawing.symmetry, drawing.shape, self._window)
        if dialog.exec() == AxesDialog.DialogCode.Accepted:
            self._put(dialog.symmetry())

    def _ask_cells(self) -> None:
        from app.widgets.drawing.size_dialog import SizeDialog

        text = self.tr("Lines are drawn round every cell of this size.")
        dialog = SizeDialog(self.tr("Size of the cells"), text, *self._cells.toTuple(), self._window)
        if dialog.exec() == SizeDialog.DialogCode.Accepted:
            self._cells = QSize(*dialog.sides())
            self._grid.setChecked(True)
            self._on_grid()
