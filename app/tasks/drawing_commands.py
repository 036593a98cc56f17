"""All commands on the drawing and on how it is drawn, and the menus they are in."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenuBar, QWidget

from app.canvas.ink import Ink
from app.canvas.view import Canvas
from app.document.drawing import Drawing
from app.tasks.colouring import Colouring
from app.tasks.copying import Copying
from app.tasks.editing import Editing
from app.tasks.guides import Guides
from app.tasks.looking import Looking
from app.tasks.obstacles import Obstacles
from app.tasks.reshaping import Reshaping
from app.tasks.selecting import Selecting
from app.widgets.job_bar import JobBar
from app.widgets.menus import action, fill


class DrawingCommands(QObject):
    """Holds the groups of commands, each of which knows only the drawing, and what it says."""

    def __init__(self, window: QWidget, drawing: Callable[[], Drawing], canvas: Canvas, ink: Ink, bar: JobBar) -> None:
        super().__init__(window)
        before = canvas.abort_stroke
        obstacles = Obstacles(canvas, drawing, bar)
        self._canvas = canvas
        self.editing = Editing(self, drawing, before)
        self.selecting = Selecting(self, drawing, before)
        self.copying = Copying(window, drawing, before, bar, obstacles)
        self.colouring = Colouring(window, drawing, before, ink=ink, bar=bar, obstacles=obstacles)
        self.reshaping = Reshaping(window, drawing, before, bar)
        self.guides = Guides(window, drawing, canvas)
        self.looking = Looking(canvas, self)
        self._swap = action(self, "draw.swap_colours", self.tr("S&wap colours"), ink.swap, "X")

    def shown(self) -> list[QAction]:
        """Return the commands that have buttons above the canvas."""
        select, guides = self.selecting, self.guides
        return [guides.across, guides.down, select.all, select.none, select.invert, self.looking.fit]

    def add_edit_menus(self, bar: QMenuBar) -> None:
        """Add the menus of what changes the drawing to the window's bar."""
        edit = [*self.editing.steps.both, None, *self.copying.actions(), None, *self.colouring.actions(), None]
        fill(bar.addMenu(self.tr("&Edit")), [*edit, self._swap])
        self.reshaping.fill(bar.addMenu(self.tr("S&prite")))

    def add_view_menus(self, bar: QMenuBar, others: Sequence[QAction]) -> None:
        """Add those of what is selected and how the drawing is seen, the latter with other commands at its end."""
        fill(bar.addMenu(self.tr("&Select")), self.selecting.actions())
        fill(bar.addMenu(self.tr("&View")), [*self.looking.actions(), None, *self.guides.actions(), None, *others])

    def held_keys(self) -> list[tuple[str, str]]:
        """Return what keys do that are held while one draws, or work on the canvas, and so belong to no menu."""
        return [
            (self.tr("Move the view"), self.tr("hold Space, or the middle button")),
            (self.tr("Zoom"), self.tr("wheel")),
            (self.tr("Move the pixel cursor"), self.tr("arrow keys, Shift for 8 pixels")),
            (self.tr("Use the tool there"), self.tr(". or Insert; again to end a shape")),
            (self.tr("Select: add, take away, keep both"), self.tr("hold Shift, Alt+Shift, Ctrl+Shift")),
            (self.tr("Drawing tools: pick a colour"), self.tr("hold Alt")),
            (self.tr("Any tool: move what is selected"), self.tr("hold Ctrl")),
            (self.tr("Pencil: straight line from the last stroke"), self.tr("hold Shift")),
            (self.tr("Shapes: square, circle, diagonal"), self.tr("hold Shift")),
        ]
