"""Plays a morph and lets a person go through it: the one that knows which frame is the current one."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QSlider, QWidget

from app.document.playback import Timing, sequence
from app.theme import icon
from app.widgets.buttons import icon_button, toggle_button


class Transport(QWidget):
    """Buttons and a slider; moving the slider by hand pauses."""

    frame_changed = Signal(int)
    toggled = Signal()  # there and back, or loop

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._times: Sequence[float] = ()
        self._timing = Timing()
        self._order: list[tuple[int, int]] = []  # what is played: number of the frame, its time in ms
        self._at = 0  # place in the order
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setTimerType(Qt.TimerType.PreciseTimer)
        self._clock.timeout.connect(self._on_tick)
        self._play = icon_button(self, "play", self.tr("Play (Space)"), self.toggle)
        self._previous = icon_button(self, "previous", self.tr("Previous frame (Left)"), lambda: self.step(-1))
        self._next = icon_button(self, "next", self.tr("Next frame (Right)"), lambda: self.step(1))
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setAccessibleName(self.tr("Frame"))
        self.slider.setRange(0, 0)
        self.slider.setPageStep(1)
        self.slider.valueChanged.connect(self._on_moved)
        self._ping_pong = toggle_button(self, "ping-pong", "ping-pong", self.tr("There and back again (ping-pong)"))
        self._loop = toggle_button(self, "loop", "loop", self.tr("Again and again (loop), as exported files always do"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 0, 12, 6)
        layout.setSpacing(4)
        for widget in (self._play, self._previous, self._next):
            layout.addWidget(widget)
        layout.addWidget(self.slider, 1)
        layout.addSpacing(4)
        for toggle in (self._ping_pong, self._loop):
            layout.addWidget(toggle)
            toggle.clicked.connect(self.toggled)

    @property
    def current(self) -> int:
        """Number of the current frame."""
        return self.slider.value()

    @property
    def playing(self) -> bool:
        """Whether frames follow each other by themselves."""
        return self._clock.isActive()

    @property
    def ping_pong(self) -> bool:
        """Whether it plays there and back."""
        return self._ping_pong.isChecked()

    @property
    def loop(self) -> bool:
        """Whether it plays again and again."""
        return self._loop.isChecked()

    def show_toggles(self, *, ping_pong: bool, loop: bool) -> None:
        """Show how it is played."""
        self._ping_pong.setChecked(ping_pong)
        self._loop.setChecked(loop)

    def show_times(self, times: Sequence[float], timing: Timing) -> None:
        """Play frames of these places on the way; where their number changes, the same place stays current."""
        share = self.current / max(self.slider.maximum(), 1)
        changed = len(times) != len(self._times)
        self._times, self._timing = times, timing
        self._order = sequence(times, timing)
        if changed:
            self.slider.blockSignals(True)  # one change, one signal
            self.slider.setRange(0, max(len(times) - 1, 0))
            self.slider.setValue(round(share * self.slider.maximum()))
            self.slider.blockSignals(False)
            self.frame_changed.emit(self.current)
        self._at = self._place_of(self.current)
        for widget in (self._play, self._previous, self._next, self.slider):
            widget.setEnabled(len(times) > 1)
        if self.playing and len(times) < 2:
            self.pause()

    def go_to(self, number: int) -> None:
        """Show this frame, and pause."""
        self.pause()
        self.slider.setValue(number)

    def step(self, steps: int) -> None:
        """Go some frames on (or back, below 0), and pause."""
        self.go_to(self.current + steps)

    def toggle(self) -> None:
        """Play or pause."""
        if self.playing:
            self.pause()
        elif len(self._times) > 1:
            at_end = not self._timing.loop and self._at >= len(self._order) - 1
            self._show(0 if at_end else self._at)
            self._show_state()

    def pause(self) -> None:
        """Stay at the current frame."""
        if self.playing:
            self._clock.stop()
            self._show_state()

    def _show(self, at: int) -> None:
        """Show what is at this place of the order, for as long as it is shown."""
        self._at = at
        number, shown_ms = self._order[at]
        self._clock.start(shown_ms)
        self.slider.setValue(number)

    def _on_tick(self) -> None:
        following = self._at + 1
        if following < len(self._order):
            self._show(following)
        elif self._timing.loop:
            self._show(0)
        else:
            self._show_state()

    def _on_moved(self, number: int) -> None:
        if not self.playing or number != self._order[self._at][0]:  # a person moved it
            self.pause()
            self._at = self._place_of(number)
        self.frame_changed.emit(number)

    def _place_of(self, number: int) -> int:
        """Return where a frame comes first in what is played."""
        return min(number, max(len(self._order) - 1, 0))  # the way there comes first, frame by frame

    def _show_state(self) -> None:
        text = self.tr("Pause (Space)") if self.playing else self.tr("Play (Space)")
        self._play.setIcon(icon("pause" if self.playing else "play"))
        self._play.setToolTip(text)
        self._play.setAccessibleName(text)
