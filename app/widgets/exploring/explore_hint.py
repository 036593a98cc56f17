"""What the Explore page shows while there is nothing to explore: how to begin, or how to get a pack."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.theme import current, icon
from app.widgets.buttons import label, text_button
from app.widgets.packs.family_words import words_of
from genmodels.api.configs import Family

_WIDTH, _MARGIN = 430, 14


class ExploreHint(QWidget):
    """A title, a few sentences and the buttons that help."""

    open_asked = Signal()
    canvas_asked = Signal()
    new_asked = Signal()
    train_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        sign.setPixmap(icon("explore", ink=lambda colours: colours.accent).pixmap(52, 52))
        self._title = label(self, role="heading")
        self._text = label(self, role="muted")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setFixedWidth(_WIDTH)
        self._buttons = QWidget(self)
        row = QHBoxLayout(self._buttons)
        row.setContentsMargins(0, 0, 0, 0)
        self.new = text_button(self._buttons, self.tr("New pictures"), self.new_asked.emit, role="primary")
        for button in (
            self.new,
            text_button(self._buttons, self.tr("Open…"), self.open_asked.emit),
            text_button(self._buttons, self.tr("From the canvas"), self.canvas_asked.emit),
        ):
            row.addWidget(button)
        self._train = text_button(self, self.tr("Go to the Train page"), self.train_asked.emit, role="primary")
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        for widget in (sign, self._title, self._text, self._buttons, self._train):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.show_packs(any_=True)

    def show_packs(self, *, any_: bool) -> None:
        """Say what to do next, which differs where there is no pack."""
        if any_:
            self._title.setText(self.tr("Drop a sprite here"))
            self._text.setText(
                self.tr(
                    "The model reads it as a few numbers. Each becomes a slider: move one, and see what the picture "
                    "would be then. Or begin with pictures that the model makes up."
                )
            )
        else:
            self._title.setText(self.tr("Exploring needs an image pack"))
            self._text.setText(
                self.tr(
                    "On the Train page, drop a folder with pictures of one kind and choose “{0}”: after some minutes "
                    "to an hour, all on this computer, the pack is in the list here. "
                    "Or drop someone else's .svpack file anywhere on this window."
                ).format(words_of(Family.IMAGE_VAE).learns)
            )
        self._text.setFixedHeight(self._text.heightForWidth(_WIDTH))  # centred, it would get one line's height
        self._buttons.setVisible(any_)
        self._train.setVisible(not any_)
        self.setFocusProxy(self.new if any_ else self._train)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint a frame where there is something to drop."""
        if self.new.isVisibleTo(self):
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current().field_line), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), 12, 12)
