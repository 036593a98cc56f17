"""The commands that make something of a morph: an animation, a sheet, files, or a drawing of one frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.tasks.animation_files import AnimationFiles
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from genmodels.media.arrays import np


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """A morph as it is on the page."""

    name: str
    frames: Sequence[np.ndarray | None]  # uint8 RGBA; None where nothing is known yet
    order: Sequence[tuple[int, int]]  # what is played: number of the frame, its time in ms
    current: int
    scale: int  # of what is written


class MorphExports(QObject):
    """Asks what is on the page when a command is given."""

    frame_asked = Signal(object, str)  # uint8 RGBA to draw on, and its name

    def __init__(self, showing: Callable[[], Showing], bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._showing = showing
        self._files = AnimationFiles(bar, window)
        make = self._make
        self.animation = make(
            self.tr("&Export animation…"),
            self.tr("A GIF, an animated PNG or a WebP, as it plays here"),
            self._on_animation,
            "Ctrl+E",
        )
        self.sheet = make(
            self.tr("&Sheet…"), self.tr("All frames side by side in one PNG"), self._on_sheet, "Ctrl+Shift+E"
        )
        self.pictures = make(self.tr("&PNG files…"), self.tr("Every frame as a file of its own"), self._on_pictures)
        self.draw = make(
            self.tr("&Open this frame on the Draw page"), self.tr("To go on drawing on it"), self._on_draw, "Ctrl+D"
        )

    def actions(self) -> Sequence[QAction]:
        """Return the commands in the order of a menu."""
        return [self.animation, self.sheet, self.pictures, self.draw]

    def enable(self, *, final: bool, known: bool) -> None:
        """Allow what can be done: nothing is written of a rough morph; a known frame can be drawn on."""
        for one in (self.animation, self.sheet, self.pictures):
            one.setEnabled(final)
        self.draw.setEnabled(known)

    def _make(self, text: str, tip: str, slot: Callable[[], object], *keys: str) -> QAction:
        made = action(self, text, slot, *keys)
        made.setToolTip(f"{tip} ({keys[0]})" if keys else tip)
        return made

    def _on_animation(self) -> None:
        showing = self._showing()
        self._files.save_animation(showing.name, _known(showing), showing.order, showing.scale)

    def _on_sheet(self) -> None:
        showing = self._showing()
        self._files.save_sheet(showing.name, _known(showing), showing.scale)

    def _on_pictures(self) -> None:
        showing = self._showing()
        self._files.save_frames(showing.name, _known(showing), showing.scale)

    def _on_draw(self) -> None:
        showing = self._showing()
        frame = showing.frames[showing.current]
        if frame is not None:
            self.frame_asked.emit(frame.copy(), f"{showing.name}-{showing.current + 1}")


def _known(showing: Showing) -> list[np.ndarray]:
    return [frame for frame in showing.frames if frame is not None]
