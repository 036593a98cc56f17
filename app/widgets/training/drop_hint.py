"""What the Train page shows before there are pictures: where to drop them, and what will happen."""

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.theme import current, icon
from app.widgets.buttons import label, text_button

_MARGIN = 22


class DropHint(QWidget):
    """A dashed frame with three sentences."""

    folder_asked = Signal()
    files_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        sign.setPixmap(icon("folder", ink=lambda colours: colours.accent).pixmap(56, 56))
        title = label(self, self.tr("Drop a folder of sprites here"), role="heading")
        text = label(self, role="muted")
        text.setText(
            self.tr(
                "Some 40 to 5,000 pictures of one kind: PNG, GIF, WebP, sheets, Aseprite files. "
                "They are looked at first, and nothing in the folder is ever changed. "
                "Then a model of your own learns from them, on this computer alone."
            )
        )
        text.setWordWrap(True)
        text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        text.setFixedWidth(420)
        text.setFixedHeight(text.heightForWidth(420))  # centred, it would get one line's height
        folder = text_button(self, self.tr("Choose a folder…"), self.folder_asked.emit, role="primary")
        files = text_button(self, self.tr("Choose files…"), self.files_asked.emit)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(folder)
        buttons.addWidget(files)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        for widget in (sign, title, text):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        layout.addStretch(1)
        self.setFocusProxy(folder)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(current().field_line), 1.5, Qt.PenStyle.DashLine)
        painter.setPen(pen)
        frame: QRect = self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        painter.drawRoundedRect(frame, 12, 12)
