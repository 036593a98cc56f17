"""What the board shows while it is empty: how to begin, or how to get a pack."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.theme import icon
from app.widgets.buttons import command_button, label, text_button
from app.widgets.packs.family_words import words_of
from genmodels.api.configs import Family

_WIDTH = 430


class BoardHint(QWidget):
    """A title, a few sentences and one button."""

    train_asked = Signal()

    def __init__(self, new: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        sign.setPixmap(icon("board", ink=lambda colours: colours.accent).pixmap(52, 52))
        self._title = label(self, role="heading")
        self._text = label(self, role="muted")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setFixedWidth(_WIDTH)
        self._new = command_button(self, new, self.tr("New sprites"), role="primary")
        self._train = text_button(self, self.tr("Go to the Train page"), self.train_asked.emit, role="primary")
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        for widget in (sign, self._title, self._text, self._new, self._train):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)
        self.show_packs(any_=True)

    def show_packs(self, *, any_: bool) -> None:
        """Say what to do next, which differs where there is no pack."""
        if any_:
            title = self.tr("A board of fresh sprites")
            text = self.tr(
                "Press N for sprites that the model makes up, and again for more. Star those you like with S, ask for "
                "more like one with M, cross two with X, and undo anything with Ctrl+Z. A seed brings a sprite back."
            )
        else:
            title = self.tr("The board needs a pack that makes up sprites")
            text = self.tr(
                "On the Train page, drop a folder with pictures of one kind and choose “{0}”: after some minutes "
                "to an hour, all on this computer, the pack is in the list here. "
                "Or drop someone else's .svpack file anywhere on this window."
            ).format(words_of(Family.IMAGE_VAE).learns)
        self._title.setText(title)
        self._text.setText(text)
        self._text.setFixedHeight(self._text.heightForWidth(_WIDTH))  # centred, it would get one line's height
        self._new.setVisible(any_)
        self._train.setVisible(not any_)
        self.setFocusProxy(self._new if any_ else self._train)
