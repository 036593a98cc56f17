"""Says why a tool cannot draw on a layer, and offers what helps: unlocking it, or showing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject

from app.canvas.view import Canvas
from app.document.drawing import Drawing, Obstacle
from app.widgets.job_bar import JobBar
from genmodels.media.artwork.layering import change_layer


class Obstacles(QObject):
    """Listens to the canvas; what is offered is one undo step."""

    def __init__(self, canvas: Canvas, drawing: Callable[[], Drawing], bar: JobBar) -> None:
        super().__init__(canvas)
        self._drawing, self._bar = drawing, bar
        canvas.obstructed.connect(self.say)

    def say(self) -> None:
        """Say what is in the way of drawing on the layer, if anything is."""
        drawing = self._drawing()
        name, obstacle = drawing.drawn_layer.name, drawing.obstacle
        hint = self.tr("Or choose another layer.")
        match obstacle:
            case None:
                return
            case Obstacle.LOCKED:
                offer = self.tr("Unlock it"), lambda: self._free(drawing, obstacle)
                self._bar.say(self.tr("The layer “{0}” is locked.").format(name), hint, offer)
            case Obstacle.HIDDEN:
                offer = self.tr("Show it"), lambda: self._free(drawing, obstacle)
                self._bar.say(self.tr("The layer “{0}” is hidden.").format(name), hint, offer)
            case _:
                assert_never(obstacle)

    def _free(self, drawing: Drawing, obstacle: Obstacle) -> None:
        text = self.tr("Unlock the layer") if obstacle is Obstacle.LOCKED else self.tr("Show the layer")
        layer = replace(drawing.drawn_layer, locked=False, visible=True)
        drawing.change(change_layer(drawing.artwork, layer), text)
        self._bar.clear()
