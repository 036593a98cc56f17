"""The two colours in hand."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.canvas.ink import Ink
from app.theme import current
from app.widgets.drawing.swatch import ask_for_colour, paint_swatch


class Hands(QWidget):
    """The first colour before the second; a click on either opens the colour dialog."""

    def __init__(self, ink: Ink, parent: QWidget) -> None:
        super().__init__(parent)
        self._ink = ink
        self.setFixedSize(46, 30)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setToolTip(self.tr("Colours of the left and the right button; click to choose"))
        self.setAccessibleName(self.tr("Colours in hand"))
        ink.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the two colours."""
        painter = QPainter(self)
        for rect, colour in ((self._back(), self._ink.background), (self._front(), self._ink.foreground)):
            paint_swatch(painter, rect, colour)
        if self.hasFocus():
            painter.setPen(QPen(QColor(current().accent), 2))
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open the dialog for the colour under the pointer."""
        self._choose(background=not self._front().contains(event.position().toPoint()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the dialog for the first colour with Space, for the second with Shift+Space."""
        if event.key() == Qt.Key.Key_Space:
            self._choose(background=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _front(self) -> QRect:
        return QRect(2, 2, 24, 20)

    def _back(self) -> QRect:
        return QRect(18, 9, 24, 19)

    def _choose(self, *, background: bool) -> None:
        now = self._ink.background if background else self._ink.foreground
        title = self.tr("Colour of the right button") if background else self.tr("Colour of the left button")
        ask_for_colour(self, now, title, lambda colour: self._ink.take(colour, background=background))
