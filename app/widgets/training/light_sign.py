"""The sign of a light: its shape alone tells what its colour tells too."""

from typing import assert_never

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from app.theme import Colours, current
from genmodels.api.health import Verdict

_SIDE = 14


class LightSign(QWidget):
    """A disc for good, a diamond for what is to be watched, a square for bad, a ring for what is not known."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict = Verdict.UNKNOWN
        self.setFixedSize(_SIDE + 2, _SIDE + 2)

    def show_verdict(self, verdict: Verdict) -> None:
        """Take another shape."""
        self._verdict = verdict
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the sign."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        ink, half = QColor(_ink(self._verdict, current())), _SIDE / 2
        middle = QRectF(self.rect()).center()
        painter.setPen(QPen(ink, 2))
        painter.setBrush(ink)
        match self._verdict:
            case Verdict.UNKNOWN:
                painter.setBrush(QColor(0, 0, 0, 0))
                painter.drawEllipse(middle, half - 2, half - 2)
            case Verdict.GOOD:
                painter.drawEllipse(middle, half - 2, half - 2)
            case Verdict.WATCH:
                corners = [(0, 1 - half), (half - 1, 0), (0, half - 1), (1 - half, 0)]
                painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
            case Verdict.BAD:
                painter.drawRect(QRectF(middle.x() - half + 2, middle.y() - half + 2, _SIDE - 4, _SIDE - 4))
            case _:
                assert_never(self._verdict)
        painter.end()


def _ink(verdict: Verdict, colours: Colours) -> str:
    match verdict:
        case Verdict.UNKNOWN:
            return colours.muted
        case Verdict.GOOD:
            return colours.accent
        case Verdict.WATCH:
            return colours.mask
        case Verdict.BAD:
            return colours.error
        case _:
            assert_never(verdict)
