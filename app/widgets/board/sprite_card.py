"""All there is to know of one sprite: large, beside the training sprite it comes nearest to, and its recipe."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.document.board import BoardSprite
from app.widgets.board.badge import story_of
from app.widgets.buttons import ElidedLabel, command_button, label
from app.widgets.menus import plain
from app.widgets.training.enlarged import Enlarged, decoded

_SIDE = 256


class SpriteCard(QDialog):
    """Knows a sprite and rows of (what, value) that the page says of it."""

    def __init__(
        self,
        sprite: BoardSprite,
        facts: Sequence[tuple[str, str]],
        show_folder: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.sprite = sprite
        self.setWindowTitle(sprite.name)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._pictures = QHBoxLayout()
        self._pictures.setSpacing(16)
        self._add_picture(self.tr("This sprite"), sprite.picture)
        self._pictures.addStretch(1)
        self.original: Enlarged | None = None
        self.story = label(self)
        self.story.setTextFormat(Qt.TextFormat.PlainText)
        self.story.setWordWrap(True)
        likeness = sprite.likeness
        if likeness is not None:
            self.story.setText(story_of(likeness))
        self._show_folder = command_button(self, show_folder)
        self._show_folder.setText(plain(show_folder.text()) + "…")
        self._show_folder.setToolTip(self.tr("Its folder is not at hand: choose the one that the pack was trained on"))
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
        layout.addLayout(self._pictures)
        layout.addWidget(self.story)
        layout.addWidget(self._show_folder, 0, Qt.AlignmentFlag.AlignLeft)
        self.story.setVisible(likeness is not None)
        layout.addLayout(rows)
        layout.addWidget(buttons)
        self.setMinimumWidth(2 * _SIDE + 52)
        self.show_original("", is_missing=False)

    def show_original(self, picture: str, *, is_missing: bool) -> None:
        """Show the training picture (base64 PNG) that the sprite comes nearest to, once it is known.

        is_missing: a person could show where it is.
        """
        self._show_folder.setVisible(is_missing)
        likeness = self.sprite.likeness
        if picture and likeness is not None and self.original is None:
            self.original = self._add_picture(self.tr("Nearest: {0}").format(likeness.nearest), picture)

    def _add_picture(self, title: str, picture: str) -> Enlarged:
        """Add a picture below its title, before the room that is left."""
        view = Enlarged(title, self)
        view.setFixedSize(_SIDE, _SIDE)
        view.show_image(decoded(picture))
        name = ElidedLabel(self, "title")
        name.setText(title)
        name.setFixedWidth(_SIDE)
        column = QVBoxLayout()
        column.addWidget(name)
        column.addWidget(view)
        self._pictures.insertLayout(max(self._pictures.count() - 1, 0), column)
        return view
