"""The commands that make something of a morph: an animation, a sheet, files, or a drawing of one frame."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.document.animation import Animation
from app.tasks.animation_files import AnimationFiles
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import Direction


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
    frames_asked = Signal(object, bool)  # Animation, and whether as a drawing of its own

    def __init__(self, page: str, showing: Callable[[], Showing], bar: JobBar, window: QWidget) -> None:
        """`page` is what the names of the commands begin with."""
        super().__init__(window)
        self._showing = showing
        self._files = AnimationFiles(bar, window)
        make = partial(action, self)
        self.animation = make(
            f"{page}.export_animation", self.tr("&Export animation…"), self._on_animation, "Ctrl+Alt+Shift+S",
            tip=self.tr("A GIF, an animated PNG or a WebP, as it plays here"),
        )  # fmt: skip
        self.sheet = make(
            f"{page}.export_sheet", self.tr("&Sheet…"), self._on_sheet, "Ctrl+E",
            tip=self.tr("All frames side by side in one PNG"),
        )  # fmt: skip
        self.pictures = make(
            f"{page}.export_files", self.tr("&PNG files…"), self._on_pictures,
            tip=self.tr("Every frame as a file of its own"),
        )  # fmt: skip
        self.draw = make(
            f"{page}.frame_to_draw", self.tr("&Open this frame on the Draw page"), self._on_draw, "Ctrl+D",
            tip=self.tr("To go on drawing on it"),
        )  # fmt: skip
        self.timeline = make(
            f"{page}.frames_to_timeline", self.tr("Put the frames on the &timeline"),
            lambda: self._on_frames(new=False), "Ctrl+T",
            tip=self.tr("Behind the frame that the Draw page shows, with a tag of their name"),
        )  # fmt: skip
        self.new_drawing = make(
            f"{page}.frames_to_drawing", self.tr("Open the frames as a &new sprite"), lambda: self._on_frames(new=True),
            "Ctrl+Shift+T", tip=self.tr("On the Draw page, to go on drawing on all of them"),
        )  # fmt: skip

    def actions(self) -> Sequence[QAction]:
        """Return the commands in the order of a menu."""
        return [self.animation, self.sheet, self.pictures, self.draw, self.timeline, self.new_drawing]

    def enable(self, *, final: bool, known: bool) -> None:
        """Allow what can be done: nothing is written of a rough morph; a known frame can be drawn on."""
        for one in (self.animation, self.sheet, self.pictures, self.timeline, self.new_drawing):
            one.setEnabled(final)
        self.draw.setEnabled(known)

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

    def _on_frames(self, *, new: bool) -> None:
        showing = self._showing()
        frames, shown_ms = _known(showing), dict(showing.order)
        if len(frames) < len(showing.frames):
            return  # rough: the command cannot be chosen
        back = len(showing.order) > len(frames)  # frames that come twice are there once, in a tag that goes back
        animation = Animation(
            name=showing.name,
            frames=frames,
            durations_ms=[shown_ms[number] for number in range(len(frames))],
            direction=Direction.PINGPONG if back else Direction.FORWARD,
        )
        self.frames_asked.emit(animation, new)


def _known(showing: Showing) -> list[np.ndarray]:
    return [frame for frame in showing.frames if frame is not None]
