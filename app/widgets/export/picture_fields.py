"""The choices of an exported animation or picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from app.widgets.export.tag_field import tag_field
from app.widgets.fields import choice_field, field_grid, number_field
from genmodels.media.artwork.artwork import Tag
from genmodels.media.export_kinds import ExportSettings, Kind

_MOST_SCALE = 64
_STILL = (Kind.PICTURE, Kind.PICTURES)


class PictureFields(QWidget):
    """Offers only what the chosen kind has."""

    changed = Signal()

    def __init__(self, settings: ExportSettings, tags: Sequence[Tag], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = settings.file
        self.kind = choice_field(self, self._kinds(), self.tr("Kind of file"))
        self.scale = number_field(self, 1, _MOST_SCALE, "×", self.tr("Size: every pixel becomes a square of so many"))
        self.tag = tag_field(self, tags)
        self.indexed = QCheckBox(self.tr("&Indexed: in the sprite's palette"), self)
        rows = [(self.tr("&Kind"), self.kind), (self.tr("Si&ze"), self.scale), (self.tr("F&rames"), self.tag)]
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        layout.addLayout(field_grid(self, rows))
        layout.addWidget(self.indexed)
        layout.addStretch(1)
        self.kind.setCurrentIndex(max(self.kind.findData(settings.kind), 0))
        self.scale.setValue(settings.scale)
        self.tag.setCurrentIndex(max(self.tag.findData(settings.tag), 0))
        self.indexed.setChecked(settings.indexed)
        self._offer()
        for box in (self.kind, self.tag):
            box.currentIndexChanged.connect(self._on_changed)
        self.scale.valueChanged.connect(self._on_changed)
        self.indexed.toggled.connect(self._on_changed)

    def settings(self) -> ExportSettings:
        """Return what is chosen."""
        kind = Kind(self.kind.currentData())
        return ExportSettings(
            kind=kind,
            scale=self.scale.value(),
            tag="" if kind is Kind.PICTURE else self.tag.currentData(),
            indexed=kind in _STILL and self.indexed.isChecked(),
            file=self._file,
        )

    def _on_changed(self) -> None:
        self._offer()
        self.changed.emit()

    def _offer(self) -> None:
        kind = self.kind.currentData()
        self.tag.setEnabled(kind != Kind.PICTURE)
        self.indexed.setEnabled(kind in _STILL)

    def _kinds(self) -> list[tuple[Kind, str]]:
        return [
            (Kind.GIF, self.tr("GIF animation")),
            (Kind.APNG, self.tr("Animated PNG")),
            (Kind.WEBP, self.tr("WebP animation")),
            (Kind.PICTURE, self.tr("PNG of this frame")),
            (Kind.PICTURES, self.tr("PNG of every frame")),
            (Kind.ASEPRITE, self.tr("Aseprite, with layers and tags")),
        ]
