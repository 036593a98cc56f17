"""One random picture; a click explores it."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from app.theme import current
from app.widgets.training.enlarged import decoded, paint_enlarged
from genmodels.api.codes import Code

SIDE = 70
_PAD = 3


class RandomTile(QAbstractButton):
    """Empty until its picture comes; it can be explored when its code is known."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.picture = ""  # base64 PNG
        self.code: Code | None = None
        self._image = QImage()
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.setCheckable(True)
        self.setEnabled(False)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setFixedSize(SIDE, SIDE)

    def show_picture(self, picture: str, code: Code | None = None) -> None:
        """Show a picture, and take its code where it is known."""
        self.picture, self.code, self._image = picture, code, decoded(picture)
        self.setEnabled(code is not None)
        self.update()

    def sizeHint(self) -> QSize:
        """Ask for the picture and its frame."""
        return QSize(SIDE, SIDE)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint frame and picture."""
        colours, painter = current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.hovered if self.underMouse() or self.isChecked() else colours.raised))
        outlined = self.isChecked() or self.hasFocus()
        painter.setPen(QPen(QColor(colours.accent if outlined else colours.line), 2 if outlined else 1))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        paint_enlarged(painter, self.rect().adjusted(_PAD, _PAD, -_PAD, -_PAD), self._image)
