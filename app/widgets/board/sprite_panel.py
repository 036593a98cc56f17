"""The panel at the right of the board: the current sprite, what can be made from it, and its sliders."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.document.board import BoardSprite
from app.document.exploration import Spot
from app.widgets.board.badge import word_of
from app.widgets.buttons import ElidedLabel, action_button, command_button, label, rule, text_button
from app.widgets.exploring.direction_list import DirectionList
from app.widgets.exploring.field_label import field_label
from app.widgets.training.enlarged import Enlarged, decoded

_WIDTH, _PICTURE = 268, 112
_FINE, _MOST_RADIUS = 20, 2


class SpritePanel(QFrame):
    """Shows one sprite; without one it says what to do."""

    radius_changed = Signal()
    card_asked = Signal()

    def __init__(
        self,
        more: QAction,
        cross: QAction,
        show_folder: QAction,
        icons: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(_WIDTH)
        self._name = ElidedLabel(self, "title")
        self.view = Enlarged(self.tr("The chosen sprite"), self)
        self.view.setFixedSize(_PICTURE, _PICTURE)
        self._facts = label(self, role="muted")
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self._facts.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.original = Enlarged(self.tr("The nearest training picture"), self)
        self.original.setFixedSize(_PICTURE, _PICTURE)
        self._badge = text_button(self, "", self.card_asked.emit)
        self._show_folder = command_button(self, show_folder, self.tr("Show the nearest picture…"))
        self._icons = [action_button(self, one) for one in icons]
        self._more = command_button(self, more, self.tr("More like this"))
        self._cross = command_button(self, cross, self.tr("Cross two"))
        self._radius = QSlider(Qt.Orientation.Horizontal, self)
        self._figure = label(self, role="muted")
        self.sliders = DirectionList(self)
        self._top = QGridLayout()
        self._lay_out()
        self._radius.valueChanged.connect(self._on_radius)
        self.show_radius(0.5)
        self.show_sprite(None, "", "")

    def _lay_out(self) -> None:
        self._radius.setRange(1, _MOST_RADIUS * _FINE)
        self._radius.setAccessibleName(self.tr("Radius"))
        self._radius.setToolTip(self.tr("How far from the chosen sprite: small keeps its looks, large only its kind"))
        self._figure.setFixedWidth(28)
        self._top.setHorizontalSpacing(10)
        self._top.setVerticalSpacing(6)
        self._top.addWidget(self.view, 0, 0, 2, 1)
        self._top.setColumnStretch(1, 1)
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(self._name, 1)
        for button in self._icons:
            head.addWidget(button)
        pair = QHBoxLayout()
        pair.addWidget(self._more, 1)
        pair.addWidget(self._cross, 1)
        radius = QHBoxLayout()
        radius.setSpacing(8)
        radius.addWidget(field_label(self, self.tr("R&adius"), self._radius))
        radius.addWidget(self._radius, 1)
        radius.addWidget(self._figure)
        upper = QVBoxLayout()
        upper.setContentsMargins(14, 8, 14, 8)
        upper.setSpacing(7)
        for line in (head, self._top, pair, radius):
            upper.addLayout(line)
        upper.insertWidget(2, self._show_folder)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(upper)
        layout.addWidget(rule(self))
        layout.addWidget(self.sliders, 1)

    @property
    def radius(self) -> float:
        """How far relatives are from the chosen sprite, in standard deviations of each number."""
        return self._radius.value() / _FINE

    def show_radius(self, radius: float) -> None:
        """Show what was chosen on an earlier day."""
        self._radius.setValue(round(radius * _FINE))
        self._on_radius()

    def show_sprite(self, sprite: BoardSprite | None, name: str, facts: str) -> None:
        """Show a sprite, and what there is to know of it."""
        self._name.setText(name or self.tr("No sprite chosen"))
        self._facts.setText(facts or self.tr("Choose a sprite on the board: here it can be moved, varied and crossed."))
        self.view.show_image(decoded(sprite.picture if sprite is not None else ""))
        self.view.setAccessibleDescription(f"{name}. {facts}".replace("\n", ", "))
        likeness = sprite.likeness if sprite is not None else None
        self._badge.setVisible(likeness is not None)
        if likeness is not None:
            self._badge.setText(f"{word_of(likeness.originality)}…")
            self._badge.setToolTip(self.tr("Is it new? The training sprite that it comes nearest to"))
        self.show_original("", is_missing=False)

    def show_original(self, picture: str, *, is_missing: bool) -> None:
        """Show the training picture (base64 PNG) that the sprite comes nearest to, the words then below both.

        Where there is none, the words stand in its place; is_missing: a person could show where it is.
        """
        self.original.show_image(decoded(picture))
        self.original.setVisible(bool(picture))
        self._show_folder.setVisible(is_missing)
        if picture:
            self._top.addWidget(self.original, 0, 1, 2, 1)
            self._top.addWidget(self._facts, 2, 0)
            self._top.addWidget(self._badge, 2, 1)
        else:
            self._top.removeWidget(self.original)
            self._top.addWidget(self._facts, 0, 1)
            self._top.addWidget(self._badge, 1, 1)

    def show_spot(self, spot: Spot | None) -> None:
        """Show how far the sprite is moved."""
        self.sliders.show_spot(spot)

    def _on_radius(self) -> None:
        self._figure.setText(f"{self.radius:.2f}")
        self.radius_changed.emit()
