"""The panel at the right: pack, way, colours, timing and what can be made of the morph."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.settings import MorphChoices
from app.widgets.buttons import ElidedLabel, label, rule, text_button
from app.widgets.drawing.pack_picker import PackPicker
from app.widgets.fields import choice_field, field_grid, number_field
from app.widgets.morphing.export_foot import ExportFoot
from app.widgets.training.swatches import Swatches
from genmodels.api.messages import Easing, MorphPalette

MAX_BETWEEN = 120  # two seconds at 60 frames a second; each costs time
_WIDTH = 300


class MorphPanel(QFrame):
    """Knows the choices, not what they are used for."""

    changed = Signal()  # what the frames depend on
    timing_changed = Signal()  # how they are played
    scale_changed = Signal()
    palette_asked = Signal()

    def __init__(self, exports: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "side")
        self.setFixedWidth(_WIDTH)
        self.colours: tuple[str, ...] = ()  # of the palette file, rrggbbaa
        self._scroll = QScrollArea(self)
        content = QWidget(self._scroll)
        self.picker = PackPicker(content)
        self._fit = label(content)  # how the pack takes the pictures
        self._fit.setTextFormat(Qt.TextFormat.PlainText)
        self._fit.setWordWrap(True)
        self._fit.hide()
        self._between = number_field(content, 1, MAX_BETWEEN, "", self.tr("Frames between two pictures"))
        self._easing = choice_field(content, self._easings(), self.tr("Easing"))
        self._palette = choice_field(content, self._palettes(), self.tr("Colours"))
        self._file_row = QWidget(content)
        self._file_name = ElidedLabel(self._file_row, "muted")
        self._choose = text_button(self._file_row, self.tr("Choose…"), self.palette_asked.emit)
        self._swatches = Swatches(content)
        self._frame_ms = number_field(content, 10, 5000, self.tr(" ms"), self.tr("Time of a frame"), step=10)
        self._hold_ms = number_field(content, 10, 10_000, self.tr(" ms"), self.tr("Time of a key picture"), step=50)
        self._foot = ExportFoot(exports, self)
        self._lay_out(content)
        self._connect()
        self._show_palette()

    def _lay_out(self, content: QWidget) -> None:
        file_line = QHBoxLayout(self._file_row)
        file_line.setContentsMargins(0, 0, 0, 0)
        file_line.addWidget(self._file_name, 1)
        file_line.addWidget(self._choose)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(16, 12, 16, 10)
        inside.setSpacing(9)
        inside.addWidget(label(content, self.tr("Model"), role="title"))
        inside.addWidget(self.picker)
        inside.addWidget(self.picker.about)
        inside.addWidget(self._fit)
        inside.addWidget(rule(content))
        way = [
            (self.tr("Frames &between"), self._between),
            (self.tr("&Easing"), self._easing),
            (self.tr("&Colours"), self._palette),
        ]
        inside.addLayout(field_grid(content, way))
        inside.addWidget(self._file_row)
        inside.addWidget(self._swatches)
        inside.addWidget(rule(content))
        inside.addLayout(
            field_grid(content, [(self.tr("A f&rame stays"), self._frame_ms), (self.tr("A &key stays"), self._hold_ms)])
        )
        inside.addStretch(1)
        self._scroll.setWidget(content)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._scroll, 1)
        layout.addWidget(self._foot)

    def _connect(self) -> None:
        self._between.valueChanged.connect(self.changed)
        self._easing.currentIndexChanged.connect(self.changed)
        self._palette.activated.connect(self._on_palette_chosen)
        self._frame_ms.valueChanged.connect(self.timing_changed)
        self._hold_ms.valueChanged.connect(self.timing_changed)
        self._foot.scale_changed.connect(self.scale_changed)

    # What is chosen

    def show_fit(self, text: str) -> None:
        """Say how the pack takes the pictures."""
        self._fit.setText(text)
        self._fit.setVisible(bool(text))

    def choices(self, *, ping_pong: bool, loop: bool) -> MorphChoices:
        """Return what is chosen here, and how it is played."""
        return MorphChoices(
            between=self._between.value(),
            easing=self._easing.currentData(),
            palette=self.palette_rule.value,
            frame_ms=self._frame_ms.value(),
            hold_ms=self._hold_ms.value(),
            ping_pong=ping_pong,
            loop=loop,
            scale=self._foot.scale,
        )

    def show_choices(self, choices: MorphChoices) -> None:
        """Show these, without a signal; the palette file of an earlier day is not there any more."""
        for widget in (self._between, self._easing, self._palette, self._frame_ms, self._hold_ms):
            widget.blockSignals(True)
        self._between.setValue(choices.between)
        self._frame_ms.setValue(choices.frame_ms)
        self._hold_ms.setValue(choices.hold_ms)
        self._foot.show_scale(choices.scale)
        for box, value in ((self._easing, choices.easing), (self._palette, choices.palette)):
            box.setCurrentIndex(max(box.findData(value), 0))
        if self.palette_rule is MorphPalette.LIST and not self.colours:
            self._palette.setCurrentIndex(0)
        for widget in (self._between, self._easing, self._palette, self._frame_ms, self._hold_ms):
            widget.blockSignals(False)
        self._show_palette()

    @property
    def palette_rule(self) -> MorphPalette:
        """Which colours the frames between have."""
        return MorphPalette(self._palette.currentData())

    def use_palette(self, name: str, colours: tuple[str, ...]) -> None:
        """Draw with the colours of this palette file."""
        self.colours = colours
        self._file_name.setText(self.tr("{0}, {1} colours").format(name, len(colours)))
        self._swatches.show_colours(colours)
        self._palette.setCurrentIndex(self._palette.findData(MorphPalette.LIST.value))
        self._show_palette()
        self.changed.emit()

    def _on_palette_chosen(self, _number: int) -> None:
        if self.palette_rule is MorphPalette.LIST and not self.colours:
            self._palette.setCurrentIndex(0)  # until a file is chosen
            self.palette_asked.emit()
            return
        self._show_palette()
        self.changed.emit()

    def _show_palette(self) -> None:
        for widget in (self._file_row, self._swatches):
            widget.setVisible(self.palette_rule is MorphPalette.LIST)

    def _easings(self) -> list[tuple[object, str]]:
        return [
            (Easing.LINEAR.value, self.tr("Even")),
            (Easing.EASE_IN_OUT.value, self.tr("Slow, fast, slow")),
            (Easing.EASE_IN.value, self.tr("Slow, then fast")),
            (Easing.EASE_OUT.value, self.tr("Fast, then slow")),
        ]

    def _palettes(self) -> list[tuple[object, str]]:
        return [
            (MorphPalette.BOTH.value, self.tr("Of both pictures")),
            (MorphPalette.BLEND.value, self.tr("Blending over")),
            (MorphPalette.LIST.value, self.tr("Of a palette file…")),
        ]
