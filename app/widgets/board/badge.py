"""How new a sprite is, told by a word, a shape and a colour at once."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPen, QPolygonF

from app.theme import Colours, current
from genmodels.api.messages import Likeness, Originality

_SIGN, _PAD = 8, 4


def word_of(originality: Originality) -> str:
    """Return the badge's word."""
    match originality:
        case Originality.NEW:
            return _tr("new")
        case Originality.RELATIVE:
            return _tr("relative")
        case Originality.COPY:
            return _tr("copy")
        case _:
            assert_never(originality)


def story_of(likeness: Likeness) -> str:
    """Return what the badge means for this sprite, in a sentence or two."""
    match likeness.originality:
        case Originality.NEW:
            text = _tr("New: no training sprite comes nearer than to sprites that the model never saw.")
        case Originality.RELATIVE:
            text = _tr("A relative: nearer to a training sprite than nine of ten sprites that the model never saw.")
        case Originality.COPY:
            text = _tr("A copy: a training sprite is nearly the same, perhaps mirrored, shifted or in other colours.")
        case _:
            assert_never(likeness.originality)
    near = _tr("The nearest, “{0}”, is {1:.2f} × as far as usual.") if likeness.nearest else _tr("Distance: {1:.2f} ×.")
    return f"{text} {near.format(likeness.nearest, likeness.distance)}"


def paint_badge(painter: QPainter, corner: QPointF, originality: Originality) -> None:
    """Paint a badge whose lower left corner is here: a disc for new, a diamond for a relative, a square for a copy."""
    colours, text = current(), word_of(originality)
    metrics = QFontMetrics(painter.font())
    height = metrics.height()
    width = _SIGN + 3 * _PAD + metrics.horizontalAdvance(text)
    box = QRectF(corner.x(), corner.y() - height, width, height)
    ink = QColor(_ink(originality, colours))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, 1))
    painter.setBrush(QColor(colours.panel))
    painter.drawRoundedRect(box, height / 2, height / 2)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    _paint_sign(painter, QPointF(box.left() + _PAD + _SIGN / 2 + 1, box.center().y()), originality)
    painter.setPen(QColor(colours.text))
    words = QRect(round(box.left()) + _SIGN + 2 * _PAD, round(box.top()), width, height)
    painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)


def _paint_sign(painter: QPainter, middle: QPointF, originality: Originality) -> None:
    half = _SIGN / 2
    match originality:
        case Originality.NEW:
            painter.drawEllipse(middle, half, half)
        case Originality.RELATIVE:
            corners = [(0, -half - 1), (half + 1, 0), (0, half + 1), (-half - 1, 0)]
            painter.drawPolygon(QPolygonF([middle + QPointF(x, y) for x, y in corners]))
        case Originality.COPY:
            painter.drawRect(QRectF(middle.x() - half, middle.y() - half, _SIGN, _SIGN))
        case _:
            assert_never(originality)


def _ink(originality: Originality, colours: Colours) -> str:
    match originality:
        case Originality.NEW:
            return colours.accent
        case Originality.RELATIVE:
            return colours.muted
        case Originality.COPY:
            return colours.error
        case _:
            assert_never(originality)


def _tr(text: str) -> str:
    return QCoreApplication.translate("Badge", text)
