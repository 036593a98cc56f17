"""All there is to know of one sprite: large, beside the training sprite it comes nearest to, and its recipe."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.document.board import BoardSprite
from app.widgets.board.badge import story_of
from app.widgets.buttons import ElidedLabel, label
from app.widgets.training.enlarged import Enlarged, decoded

_SIDE = 256


class SpriteCard(QDialog):
    """Knows a sprite and rows of (what, value) that the page says of it."""

    def __init__(self, sprite: BoardSprite, facts: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(sprite.name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        pictures = QHBoxLayout()
        pictures.setSpacing(16)
        pictures.addLayout(self._picture(self.tr("This sprite"), sprite.picture))
        self.story = label(self)
        self.story.setTextFormat(Qt.TextFormat.PlainText)
        self.story.setWordWrap(True)
        likeness = sprite.likeness
        if likeness is not None:
            self.story.setText(story_of(likeness))
            if likeness.picture:
                title = self.tr("Nearest: {0}").format(likeness.nearest or self.tr("a training sprite"))
                pictures.addLayout(self._picture(title, likeness.picture))
            else:
                self.story.setText(self.story.text() + " " + self.tr("Its folder is not at hand to show it."))
        pictures.addStretch(1)
        rows = QGridLayout()
        rows.setHorizontalSpacing(14)
        rows.setColumnStretch(1, 1)
        for number, (what, value) in enumerate(facts):
            rows.addWidget(label(self, what, role="muted"), number, 0, Qt.AlignmentFlag.AlignTop)
            text = label(self, value)
            text.setTextFormat(Qt.TextFormat.PlainText)
            text.setWordWrap(True)
            text.setTextInteractionFlags(
                Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
            )
            rows.addWidget(text, number, 1)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(12)
        layout.addLayout(pictures)
        layout.addWidget(self.story)
        self.story.setVisible(likeness is not None)
        layout.addLayout(rows)
        layout.addWidget(buttons)
        self.setMinimumWidth(2 * _SIDE + 52)

    def _picture(self, title: str, picture: str) -> QVBoxLayout:
        view = Enlarged(title, self)
        view.setFixedSize(_SIDE, _SIDE)
        view.show_image(decoded(picture))
        name = ElidedLabel(self, "title")
        name.setText(title)
        name.setFixedWidth(_SIDE)
        column = QVBoxLayout()
        column.addWidget(name)
        column.addWidget(view)
        return column
