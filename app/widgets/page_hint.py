"""What a page shows while there is nothing on it: how to begin, or how to get a pack."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.theme import current, icon
from app.widgets.buttons import label, text_button
from app.widgets.packs.family_words import words_of
from genmodels.api.configs import Family

_WIDTH, _MARGIN = 430, 22


class PageHint(QWidget):
    """A sign, a title, a few sentences and buttons; in a dashed frame where something can be dropped."""

    train_asked = Signal()

    def __init__(self, sign: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        picture = QLabel(self)
        picture.setPixmap(icon(sign, ink=lambda colours: colours.accent).pixmap(52, 52))
        self._title = label(self, role="heading")
        self._text = label(self, role="muted")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setFixedWidth(_WIDTH)
        self._framed = False
        self._own: list[QPushButton] = []
        self._train = text_button(self, self.tr("Go to the Train page"), self.train_asked.emit, role="primary")
        self._buttons = QHBoxLayout()
        self._buttons.addStretch(1)
        self._buttons.addWidget(self._train)
        self._buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        for widget in (picture, self._title, self._text):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        layout.addLayout(self._buttons)
        layout.addStretch(1)

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._text.text()}"

    def add_button(self, button: QPushButton) -> None:
        """Put a button of the page's own last; the first one has the focus."""
        self._own.append(button)
        self._buttons.insertWidget(self._buttons.count() - 1, button)

    def show_way(self, title: str, text: str, *, takes_drops: bool) -> None:
        """Say how to begin."""
        self._show(title, text, framed=takes_drops, needs_pack=False)

    def show_need(self, title: str, text: str = "") -> None:
        """Say how to get a pack; the title says what it would be for. Packs for pictures are all got alike."""
        pictures = self.tr(
            "On the Train page, drop a folder with pictures of one kind and choose “{0}”: after some minutes to an "
            "hour, all on this computer, the pack is in the list here. "
            "Or drop someone else's .svpack file anywhere on this window."
        ).format(words_of(Family.IMAGE_VAE).learns)
        self._show(title, text or pictures, framed=False, needs_pack=True)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the frame."""
        if self._framed:
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(QColor(current().field_line), 1.5, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), 12, 12)

    def _show(self, title: str, text: str, *, framed: bool, needs_pack: bool) -> None:
        self._title.setText(title)
        self._text.setText(text)
        self._text.setFixedHeight(self._text.heightForWidth(_WIDTH))  # centred, it would get one line's height
        self._framed = framed
        self._train.setVisible(needs_pack)
        for button in self._own:
            button.setVisible(not needs_pack)
        self.setFocusProxy(self._train if needs_pack else self._own[0])
        self.update()
