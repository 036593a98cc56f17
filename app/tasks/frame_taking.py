"""Frames of other pages put on the timeline: behind the frame seen, or as a drawing of their own; always one step."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject

from app.canvas.view import Canvas
from app.document.animation import Animation, drawing_of_animation, fits, insert
from app.document.drawing import Drawing
from app.tasks.files import Files
from app.widgets.job_bar import JobBar


class FrameTaking(QObject):
    """Says what it did, and how it is taken back."""

    def __init__(
        self, files: Files, drawing: Callable[[], Drawing], canvas: Canvas, bar: JobBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._files, self._drawing, self._canvas, self._bar = files, drawing, canvas, bar

    def insert(self, animation: Animation) -> None:
        """Put the frames behind the frame seen."""
        drawing = self._drawing()
        if not fits(drawing, animation):
            hint = self.tr("Open them as an animation of their own instead.")
            self._bar.say(self.tr("The sprite has no room for {0} more frames.").format(len(animation.frames)), hint)
            return
        self._canvas.abort_stroke()
        insert(drawing, animation, self.tr("Take {0}").format(animation.name))
        text = self.tr("{0} frames are on the timeline, tagged “{1}”.")
        self._bar.say(text.format(len(animation.frames), animation.name), self.tr("Ctrl+Z takes them back."))

    def open(self, animation: Animation) -> None:
        """Go on with the frames as a new drawing, after the question about unsaved changes."""
        if self._files.may_leave(partial(self.open, animation)):
            self._files.opened.emit(drawing_of_animation(animation, self.tr("Take {0}").format(animation.name)))
