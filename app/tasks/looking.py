"""The commands that change how the canvas shows the drawing: how near, and with what laid over it."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction

from app.canvas.view import Canvas
from app.widgets.menus import action

_ZOOM_KEYS = {"1": 1, "2": 2, "3": 4, "4": 8, "5": 16, "6": 32}


class Looking(QObject):
    """Nothing here changes the drawing."""

    def __init__(self, canvas: Canvas, parent: QObject) -> None:
        super().__init__(parent)
        make = partial(action, self)
        self.fit = make("draw.fit", self.tr("&Fit"), canvas.fit, "Ctrl+0", icon="fit")
        self._zooms = [
            make("draw.zoom_in", self.tr("Zoom &in"), lambda: canvas.zoom_by(1), "Ctrl++", "Ctrl+="),
            make("draw.zoom_out", self.tr("Zoom &out"), lambda: canvas.zoom_by(-1), "Ctrl+-"),
            *(
                make(f"draw.zoom_{zoom}", f"{zoom}×", partial(canvas.zoom_to, zoom), key)
                for key, zoom in _ZOOM_KEYS.items()
            ),
        ]
        self._grid = make(
            "draw.pixel_grid", self.tr("Pixel &grid"), lambda: canvas.set_grid(self._grid.isChecked()), "Ctrl+Shift+'"
        )
        self._grid.setCheckable(True)
        self._grid.setChecked(True)

    def actions(self) -> list[QAction | None]:
        """Return the commands in the order of a menu."""
        return [self.fit, *self._zooms, None, self._grid]
