"""A choice among the tags of a pack; a pack that knows none has no field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from app.widgets.exploring.field_label import field_label


class TagField(QWidget):
    """The box and its title."""

    chosen = Signal()

    def __init__(self, tip: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._box = QComboBox(self)
        self._box.setAccessibleName(self.tr("Tag"))
        self._box.setToolTip(tip)
        self._box.activated.connect(lambda _place: self.chosen.emit())
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field_label(self, self.tr("&Tag"), self._box))
        row.addWidget(self._box, 1)

    @property
    def tag(self) -> str:
        """The chosen tag; empty for none."""
        data = self._box.currentData(Qt.ItemDataRole.UserRole)
        return data if isinstance(data, str) else ""

    def show_tag(self, tag: str) -> None:
        """Choose a tag, or none where the pack does not know it."""
        self._box.setCurrentIndex(max(self._box.findData(tag), 0))

    def show_tags(self, tags: Sequence[str]) -> None:
        """Offer a pack's tags; the chosen one stays where it is among them."""
        chosen = self.tag
        self._box.clear()
        self._box.addItem(self.tr("none"), "")
        for tag in tags:
            self._box.addItem(tag, tag)
        self.show_tag(chosen)
        self.setVisible(bool(tags))
