"""The choices of a sprite sheet: a preset for what it is for, and everything else that can be set about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtGui import QStandardItemModel
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QSpinBox, QVBoxLayout, QWidget

from app.widgets.export.tag_field import tag_field
from app.widgets.fields import choice_field, field_grid, number_field
from genmodels.media.artwork.artwork import Tag
from genmodels.media.sheets.settings import Layout, SheetSettings, Target, Trim, preset

_MOST_COLUMNS, _MOST_PADDING, _MOST_SCALE = 4096, 256, 64


class SheetFields(QWidget):
    """Offers only what the chosen target can read."""

    changed = Signal()

    def __init__(self, settings: SheetSettings, tags: Sequence[Tag], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._file = settings.file
        self.target = choice_field(self, self._targets(), self.tr("What the sheet is for"))
        self.layout_ = choice_field(self, self._layouts(), self.tr("Where the frames go"))
        self.columns = number_field(self, 0, _MOST_COLUMNS, "", self.tr("Cells in a row"))
        self.columns.setSpecialValueText(self.tr("as square as can be"))
        self.trim = choice_field(self, self._trims(), self.tr("Clear edges to cut off"))
        self.border = self._padding(self.tr("Clear pixels round the sheet"))
        self.spacing = self._padding(self.tr("Clear pixels between frames"))
        self.inner = self._padding(self.tr("Clear pixels round each frame that belong to it"))
        self.scale = number_field(self, 1, _MOST_SCALE, "×", self.tr("Size: every pixel becomes a square of so many"))
        self.tag = tag_field(self, tags)
        self.names = QLineEdit(self)
        self.names.setAccessibleName(self.tr("Names of the frames"))
        self.names.setPlaceholderText(self.tr("as usual for what it is for"))
        self.names.setToolTip(self.tr("For example {title} {frame}, {tag}-{tagframe01} or {layer} {frame}"))
        self.extrude = QCheckBox(self.tr("&Extrude: repeat the outermost pixels"), self)
        self.merge = QCheckBox(self.tr("&Merge frames that look the same"), self)
        self.split = QCheckBox(self.tr("Each visible la&yer by itself"), self)
        rows: list[tuple[str, QWidget]] = [
            (self.tr("&For"), self.target), (self.tr("&Layout"), self.layout_), (self.tr("&Columns"), self.columns),
            (self.tr("&Trim"), self.trim), (self.tr("&Border"), self.border), (self.tr("&Spacing"), self.spacing),
            (self.tr("&Inner padding"), self.inner), (self.tr("Si&ze"), self.scale), (self.tr("F&rames"), self.tag),
            (self.tr("&Names"), self.names),
        ]  # fmt: skip
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(9)
        layout.addLayout(field_grid(self, rows))
        for box in (self.extrude, self.merge, self.split):
            layout.addWidget(box)
        layout.addStretch(1)
        self.show_settings(settings)
        self._connect()

    def settings(self) -> SheetSettings:
        """Return what is chosen."""
        return SheetSettings(
            target=self._target,
            layout=Layout(self.layout_.currentData()),
            columns=self.columns.value(),
            trim=Trim(self.trim.currentData()),
            border=self.border.value(),
            spacing=self.spacing.value(),
            inner=self.inner.value(),
            extrude=self.extrude.isChecked(),
            merge=self.merge.isChecked(),
            scale=self.scale.value(),
            tag=self.tag.currentData(),
            split_layers=self.split.isChecked(),
            names=self.names.text().strip(),
            file=self._file,
        )

    def show_settings(self, settings: SheetSettings) -> None:
        """Show these, without a signal."""
        before = self.blockSignals(True)
        for field, value in (
            (self.target, settings.target), (self.layout_, settings.layout), (self.trim, settings.trim),
            (self.tag, settings.tag),
        ):  # fmt: skip
            field.setCurrentIndex(max(field.findData(value), 0))
        for number, value in (
            (self.columns, settings.columns), (self.border, settings.border), (self.spacing, settings.spacing),
            (self.inner, settings.inner), (self.scale, settings.scale),
        ):  # fmt: skip
            number.setValue(value)
        for box, checked in (
            (self.extrude, settings.extrude), (self.merge, settings.merge), (self.split, settings.split_layers),
        ):  # fmt: skip
            box.setChecked(checked)
        self.names.setText(settings.names)
        self._offer()
        self.blockSignals(before)

    @property
    def _target(self) -> Target:
        return Target(self.target.currentData())

    def _connect(self) -> None:
        self.target.activated.connect(lambda _place: self._on_target_chosen())
        boxes: tuple[QComboBox, ...] = (self.layout_, self.trim, self.tag)
        for box in boxes:
            box.currentIndexChanged.connect(self._on_changed)
        numbers: tuple[QSpinBox, ...] = (self.columns, self.border, self.spacing, self.inner, self.scale)
        for number in numbers:
            number.valueChanged.connect(self._on_changed)
        for check in (self.extrude, self.merge, self.split):
            check.toggled.connect(self._on_changed)
        self.names.textChanged.connect(self._on_changed)

    def _on_target_chosen(self) -> None:
        """Take what is best for the target; what is the drawing's own stays."""
        target = self._target
        mine = {"scale": self.scale.value(), "tag": self.tag.currentData(), "file": self._file}
        if target is not Target.PHASER:
            mine |= {"split_layers": self.split.isChecked(), "names": self.names.text().strip()}
        self.show_settings(replace(preset(target), **mine))
        self.changed.emit()

    def _on_changed(self) -> None:
        if not self.signalsBlocked():
            self._offer()
            self.changed.emit()

    def _offer(self) -> None:
        """Let only that be chosen which the target can read."""
        target = self._target
        is_grid = target is Target.GODOT
        self.layout_.setEnabled(not is_grid)
        self.columns.setEnabled(self.layout_.currentData() == Layout.GRID)
        self._offer_trimming_each(offered=not is_grid)
        for field in (self.border, self.spacing, self.extrude, self.merge):
            field.setEnabled(not is_grid)
        self.split.setEnabled(target is not Target.PHASER)
        self.names.setEnabled(target in (Target.HASH, Target.ARRAY))

    def _offer_trimming_each(self, *, offered: bool) -> None:
        model = self.trim.model()
        if isinstance(model, QStandardItemModel):
            model.item(self.trim.findData(Trim.EACH)).setEnabled(offered)

    def _padding(self, name: str) -> QSpinBox:
        return number_field(self, 0, _MOST_PADDING, self.tr(" px"), name)

    def _targets(self) -> list[tuple[Target, str]]:
        return [
            (Target.PHASER, self.tr("Phaser")),
            (Target.HASH, self.tr("JSON hash, as Aseprite’s")),
            (Target.ARRAY, self.tr("JSON array, as Aseprite’s")),
            (Target.GODOT, self.tr("Godot: a plain grid")),
            (Target.GBA, self.tr("Game Boy Advance: 16 colours")),
        ]

    def _layouts(self) -> list[tuple[Layout, str]]:
        return [
            (Layout.PACKED, self.tr("Packed")),
            (Layout.GRID, self.tr("Grid")),
            (Layout.ROWS, self.tr("A row for each tag")),
            (Layout.COLUMNS, self.tr("A column for each tag")),
        ]

    def _trims(self) -> list[tuple[Trim, str]]:
        return [
            (Trim.NONE, self.tr("Nothing")),
            (Trim.EACH, self.tr("Each frame by itself")),
            (Trim.TOGETHER, self.tr("All frames alike")),
        ]
