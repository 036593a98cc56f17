"""The palette lock: as long as it is on, the colours in hand are those of the palette that come nearest."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.canvas.ink import Ink, Rgba
from genmodels.media.arrays import np
from genmodels.media.colours import nearest, to_hex

_CLEAR = "00000000"


class PaletteLock(QObject):
    """Whatever takes a colour into a hand, every tool then draws with one of the palette; transparency stays free."""

    changed = Signal()

    def __init__(self, ink: Ink, colours: Callable[[], tuple[Rgba, ...]], parent: QObject) -> None:
        super().__init__(parent)
        self._ink, self._colours = ink, colours
        self.on = False
        ink.changed.connect(self.hold)

    def set_on(self, on: bool) -> None:
        """Lock or unlock."""
        if on != self.on:
            self.on = on
            self.hold()
            self.changed.emit()

    def follow(self) -> None:
        """The palette has changed."""
        if self.on:
            self.hold()
            self.changed.emit()

    def hold(self) -> None:
        """Put the nearest colours of the palette into the hands, where it is locked."""
        colours = self._colours() if self.on else ()
        for background in (False, True):
            taken = self._ink.background if background else self._ink.foreground
            if colours and taken[3] and taken not in colours:
                place = int(nearest(np.array([taken]), np.array(colours))[0])
                self._ink.take(colours[place], background=background)

    def allowed(self) -> tuple[str, ...]:
        """Return what a model may draw with, rrggbbaa; nothing where it may draw with all."""
        colours = dict.fromkeys(self._colours()) if self.on else {}
        return (*(hex_ for hex_ in to_hex(np.array(list(colours))) if hex_ != _CLEAR), _CLEAR) if colours else ()
