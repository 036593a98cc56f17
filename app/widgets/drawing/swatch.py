"""One colour as it is painted, told and asked for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from app.canvas.ink import Rgba
from app.theme import current


def paint_swatch(painter: QPainter, rect: QRect, colour: Rgba) -> None:
    """Paint the colour with its border, on squares where it is not opaque."""
    colours = current()
    painter.setBackground(QColor(colours.check_light))
    painter.eraseRect(rect)
    if colour[3] < 255:  # a corner of each square shows what lies behind
        half_x, half_y = rect.width() // 2, rect.height() // 2
        painter.fillRect(QRect(rect.topLeft(), QSize(half_x, half_y)), QColor(colours.check_dark))
        painter.fillRect(QRect(rect.center(), QSize(half_x, half_y)), QColor(colours.check_dark))
    painter.setPen(QPen(QColor(colours.field_line), 1))
    painter.setBrush(QColor(*colour))
    painter.drawRect(rect)
    painter.setBrush(Qt.BrushStyle.NoBrush)  # for the rings that may follow


def hex_of(colour: Rgba) -> str:
    """Return #rrggbb, or #rrggbbaa of what is not opaque."""
    return "#" + "".join(f"{value:02x}" for value in colour[: 3 if colour[3] == 255 else 4])


def ask_for_colour(parent: QWidget, now: Rgba, title: str, then: Callable[[Rgba], object]) -> None:
    """Open Qt's own dialog, which has a field for rrggbb, and call `then` with the colour that is chosen."""
    from PySide6.QtWidgets import QColorDialog  # here, because few starts open it

    dialog = QColorDialog(QColor(*now), parent)
    option = QColorDialog.ColorDialogOption
    dialog.setOptions(option.ShowAlphaChannel | option.DontUseNativeDialog)
    dialog.setWindowTitle(title)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.colorSelected.connect(lambda one: then((one.red(), one.green(), one.blue(), one.alpha())))
    dialog.open()
