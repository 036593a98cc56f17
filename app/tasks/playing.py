"""Plays frames on the canvas in true time: where painting one takes too long, frames are dropped and time goes on."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from app.canvas.view import Canvas
from app.document.drawing import Drawing
from app.document.frame_pictures import FramePictures
from app.settings import Settings
from app.widgets.menus import action, show_icon
from genmodels.media.artwork.playing import Round, round_at

SPEEDS = (0.25, 0.5, 1.0, 2.0, 4.0)


class Playing(QObject):
    """Plays the tag round the frame seen, or all frames; pausing stays at the frame that is shown then."""

    began = Signal()
    stepped = Signal(int)  # to the frame at this place
    ended = Signal()

    def __init__(
        self,
        window: QWidget,
        drawing: Callable[[], Drawing],
        canvas: Canvas,
        pictures: FramePictures,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._drawing, self._canvas, self._pictures, self._settings = drawing, canvas, pictures, settings
        self._round: Round | None = None
        self._begun_ms = 0.0  # of the round, where playing began
        self._speed = 1.0
        self._shown = 0  # step of the round
        self._elapsed = QElapsedTimer()
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._on_tick)
        self.toggle = action(self, "draw.play", self.tr("Pla&y"), self._on_toggle, "Return", "Enter", icon="play")
        self.loop = action(self, "draw.loop", self.tr("Again and again (l&oop)"), self._on_loop, icon="loop")
        self.loop.setCheckable(True)
        self.loop.setChecked(settings.timeline.loop)

    @property
    def playing(self) -> bool:
        """Whether frames follow each other by themselves."""
        return self._round is not None

    def set_speed(self, speed: float) -> None:
        """Play so many times as fast, from now on."""
        if self._round is not None:
            self._begun_ms = self._now_ms()
            self._elapsed.start()
        self._speed = speed

    def start(self) -> None:
        """Play on from the frame seen."""
        drawing = self._drawing()
        place = drawing.artwork.frame_at(drawing.frame)
        turn = round_at(drawing.artwork, place)
        if len(turn.places) < 2 or self.playing:
            return
        at_end = not self.loop.isChecked() and place == turn.places[-1]
        first = 0 if at_end else turn.step_of(place)
        self._round, self._begun_ms = turn, float(turn.start_ms(first))
        self._elapsed.start()
        self._show_state()
        self.began.emit()
        self._show(first)

    def pause(self) -> None:
        """Stay at the frame that is shown."""
        turn = self._round
        if turn is not None:
            self.stop()
            drawing = self._drawing()
            drawing.go_to(frame=drawing.artwork.frames[turn.places[self._shown]].key)

    def stop(self) -> None:
        """Show the drawing again as it is."""
        if self._round is not None:
            self._round = None
            self._clock.stop()
            self._canvas.set_preview(None)
            self._show_state()
            self.ended.emit()

    # Parts

    def _now_ms(self) -> float:
        """Return the time since the beginning of the first round."""
        return self._begun_ms + self._elapsed.nsecsElapsed() / 1e6 * self._speed

    def _on_tick(self) -> None:
        turn, now_ms = self._round, self._now_ms()
        if turn is None or not self._canvas.isVisible():
            self.pause()
        elif not self.loop.isChecked() and now_ms >= turn.duration_ms * max(turn.repeat, 1):
            self._shown = len(turn.places) - 1
            self.pause()
        else:
            self._show(turn.step_at(now_ms % turn.duration_ms))

    def _show(self, step: int) -> None:
        """Show a step of the round, until it ends."""
        turn, drawing = self._round, self._drawing()
        if turn is None:
            return
        self._shown, place = step, turn.places[step]
        artwork = drawing.artwork
        self._canvas.set_preview(self._pictures.picture(artwork, artwork.frames[place].key))
        self.stepped.emit(place)
        left_ms = (turn.ends_ms[step] - self._now_ms() % turn.duration_ms) / self._speed
        self._clock.start(max(math.ceil(left_ms), 1))

    def _on_toggle(self) -> None:
        if self.playing:
            self.pause()
        else:
            self._canvas.abort_stroke()
            self.start()

    def _on_loop(self) -> None:
        self._settings.timeline = replace(self._settings.timeline, loop=self.loop.isChecked())

    def _show_state(self) -> None:
        self.toggle.setText(self.tr("Pa&use") if self.playing else self.tr("Pla&y"))
        show_icon(self.toggle, "pause" if self.playing else "play")
