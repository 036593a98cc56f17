"""What the Morph page shows before there are two pictures: where to drop them, and what will happen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.theme import current, icon
from app.widgets.buttons import label, text_button
from app.widgets.packs.family_words import words_of
from genmodels.api.configs import Family

_MARGIN, _TEXT_WIDTH = 22, 420


class MorphHint(QWidget):
    """A dashed frame with a few sentences and two buttons."""

    train_asked = Signal()

    def __init__(self, add: QAction, add_canvas: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        sign = QLabel(self)
        sign.setPixmap(icon("morph", ink=lambda colours: colours.accent).pixmap(52, 52))
        self._title = label(self, role="heading")
        self._text = label(self, role="muted")
        self._text.setWordWrap(True)
        self._text.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._text.setFixedWidth(_TEXT_WIDTH)
        self._files = text_button(self, add.text(), add.trigger, role="primary")
        self._canvas = text_button(self, add_canvas.text(), add_canvas.trigger)
        self._train = text_button(self, self.tr("Go to the Train page"), self.train_asked.emit, role="primary")
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        for button in (self._train, self._files, self._canvas):
            buttons.addWidget(button)
        buttons.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setSpacing(12)
        layout.addStretch(1)
        for widget in (sign, self._title, self._text):
            layout.addWidget(widget, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(6)
        layout.addLayout(buttons)
        layout.addStretch(1)

    @property
    def text(self) -> str:
        """What it says."""
        return f"{self._title.text()} {self._text.text()}"

    def show_state(self, pictures: int, *, has_pack: bool) -> None:
        """Say what is missing: a pack, two pictures, or one."""
        if not has_pack:
            title = self.tr("Morphing needs an image pack")
            text = self.tr(
                "None is here yet. On the Train page, drop a folder with pictures of one kind and choose “{0}”: "
                "after some minutes to an hour, all on this computer, the pack is in the list here. "
                "Or import an .svpack file of someone else's on the Library page."
            ).format(words_of(Family.IMAGE_VAE).learns)
        elif pictures:
            title = self.tr("Drop the second picture")
            text = self.tr("The morph begins by itself as soon as there are two. More than two make a longer way.")
        else:
            title = self.tr("Drop two pictures here, or more")
            text = self.tr(
                "The model draws the way from each to the next, frame by frame, in crisp pixels. "
                "The pictures themselves stay exactly as they are. "
                "Then export a GIF, an APNG, a WebP, a sheet or single frames."
            )
        self._title.setText(title)
        self._text.setText(text)
        self._text.setFixedHeight(self._text.heightForWidth(_TEXT_WIDTH))  # centred, it would get one line's height
        self._train.setVisible(not has_pack)
        for button in (self._files, self._canvas):
            button.setVisible(has_pack)
        self.setFocusProxy(self._files if has_pack else self._train)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(current().field_line), 1.5, Qt.PenStyle.DashLine))
        painter.drawRoundedRect(self.rect().adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN), 12, 12)
