"""What of a picture's code is no number: its tag, its detail and its colours."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from app.document.exploration import Place, Spot
from app.widgets.buttons import text_button
from app.widgets.exploring.tag_field import TagField


class CodeChoices(QWidget):
    """Shows a spot; a change is a place with the same moves."""

    changed = Signal(Place, str)  # and what the step is called
    copy_asked = Signal()
    paste_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place, self._own_tag = Place(), ""
        self._tag = TagField(
            self.tr("Keeps the code and changes the tag: the same pose, another family and its colours"), self
        )
        self._tag.chosen.connect(self._on_tag)
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
        layout.addWidget(self._tag)
        layout.addWidget(self._detail)
        layout.addWidget(self._colours)
        layout.addLayout(code)

    @property
    def tag(self) -> str:
        """The chosen tag; empty for none."""
        return self._tag.tag

    def show_tags(self, tags: Sequence[str]) -> None:
        """Offer a pack's tags; a pack that knows none has no box."""
        self._tag.show_tags(tags)

    def show_spot(self, spot: Spot | None) -> None:
        """Show the choices of a spot; without one only the tag of random pictures can be chosen."""
        code = spot.origin.code if spot is not None else None
        self._detail.setEnabled(code is not None and bool(code.detail))
        self._colours.setEnabled(code is not None and bool(code.palette))
        self._copy.setEnabled(code is not None)
        self._place = spot.place if spot is not None else Place()
        if spot is not None:
            self._tag.show_tag(spot.place.tag)
            self._own_tag = spot.origin.code.tag
        self._detail.setChecked(self._place.keep_detail)
        self._colours.setChecked(self._place.keep_colours)

    def _on_tag(self) -> None:
        # Another family brings its colours along; back in its own, the picture has its own ones again.
        place = replace(self._place, tag=self.tag, keep_colours=self.tag == self._own_tag)
        self._change(place, self.tr("tag"))

    def _change(self, place: Place, text: str) -> None:
        self.changed.emit(place, text)
