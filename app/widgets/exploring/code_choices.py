"""What of a picture's code is no number: its tag, its detail and its colours."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from app.document.exploration import Place, Spot
from app.widgets.buttons import text_button
from app.widgets.exploring.field_label import field_label


class CodeChoices(QWidget):
    """Shows a spot; a change is a place with the same moves."""

    changed = Signal(Place, str)  # and what the step is called
    copy_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = Place()
        self._tag_row = QWidget(self)
        self._tag = QComboBox(self._tag_row)
        self._tag.setAccessibleName(self.tr("Tag"))
        self._tag.setToolTip(self.tr("Keeps the code and changes the tag: the same pose, another family"))
        self._tag.activated.connect(self._on_tag)
        row = QHBoxLayout(self._tag_row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(field_label(self._tag_row, self.tr("&Tag"), self._tag))
        row.addWidget(self._tag, 1)
        self._detail = QCheckBox(self.tr("Keep the picture's &detail"), self)
        self._detail.setToolTip(self.tr("Off: the detail that is likeliest with the numbers as they are"))
        self._colours = QCheckBox(self.tr("Keep the picture's &colours"), self)
        self._colours.setToolTip(self.tr("Off: the model chooses the colours"))
        self._detail.clicked.connect(lambda on: self._change(replace(self._place, keep_detail=on), self.tr("detail")))
        self._colours.clicked.connect(
            lambda on: self._change(replace(self._place, keep_colours=on), self.tr("colours"))
        )
        code = QHBoxLayout()
        self._copy = text_button(self, self.tr("Copy code"), self.copy_asked.emit)
        self._copy.setToolTip(self.tr("The numbers as text, so that this picture can be brought back"))
        paste = text_button(self, self.tr("Paste code"), self.paste_asked.emit)
        paste.setToolTip(self.tr("A copied code, numbers with commas between them, a seed, or a picture (Ctrl+V)"))
        for button in (self._copy, paste):
            code.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 8, 14, 8)
        layout.setSpacing(5)
        layout.addWidget(self._tag_row)
        layout.addWidget(self._detail)
        layout.addWidget(self._colours)
        layout.addLayout(code)

    @property
    def tag(self) -> str:
        """The chosen tag; empty for none."""
        data = self._tag.currentData(Qt.ItemDataRole.UserRole)
        return data if isinstance(data, str) else ""

    def show_tags(self, tags: Sequence[str]) -> None:
        """Offer a pack's tags; a pack that knows none has no box."""
        chosen = self.tag
        self._tag.clear()
        self._tag.addItem(self.tr("none"), "")
        for tag in tags:
            self._tag.addItem(tag, tag)
        self._tag.setCurrentIndex(max(self._tag.findData(chosen), 0))
        self._tag_row.setVisible(bool(tags))

    def show_spot(self, spot: Spot | None) -> None:
        """Show the choices of a spot; without one only the tag of random pictures can be chosen."""
        code = spot.origin.code if spot is not None else None
        self._detail.setEnabled(code is not None and bool(code.detail))
        self._colours.setEnabled(code is not None and bool(code.palette))
        self._copy.setEnabled(code is not None)
        self._place = spot.place if spot is not None else Place()
        if spot is not None:
            self._tag.setCurrentIndex(max(self._tag.findData(spot.place.tag), 0))
        self._detail.setChecked(self._place.keep_detail)
        self._colours.setChecked(self._place.keep_colours)

    def _on_tag(self) -> None:
        self._change(replace(self._place, tag=self.tag), self.tr("tag"))

    def _change(self, place: Place, text: str) -> None:
        self.changed.emit(place, text)
