"""The line above the canvas: what the chosen tool does, its size and choices, a few commands and the zoom."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from app.canvas.ink import MAX_BRUSH, Ink
from app.canvas.tools import BrushKind
from app.widgets.buttons import ElidedLabel, action_button, label
from app.widgets.drawing.tool_choices import ToolChoicesRow
from app.widgets.drawing.tool_rail import ToolCard


class ToolOptions(QFrame):
    """Shows and sets the brush size and the choices of the tool in use."""

    def __init__(self, ink: Ink, actions: Sequence[QAction], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self._ink = ink
        self._kind = BrushKind.NONE
        self._title = label(self, role="title")
        self._title.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)
        self._size_label = label(self, self.tr("Size"))
        self._size = QSpinBox(self)
        self._size.setRange(1, MAX_BRUSH)
        self._size.setSuffix(self.tr(" px"))
        self._size.setAccessibleName(self.tr("Brush size"))
        self._size.setToolTip(self.tr("Brush size, in pixels of the sprite ([ and ])"))
        self._size_label.setBuddy(self._size)
        self._choices = ToolChoicesRow(ink, self)
        self._hint = ElidedLabel(self, "muted")
        self._place = label(self, role="muted")
        self._place.setMinimumWidth(56)
        self._place.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._zoom = label(self, role="muted")
        self._zoom.setMinimumWidth(40)
        self._zoom.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        whole, own = QHBoxLayout(), QHBoxLayout()  # what is always there, above what belongs to the tool
        for line in (whole, own):
            line.setSpacing(8)
        whole.addWidget(self._title)
        whole.addStretch(1)
        whole.addWidget(self._place)
        whole.addWidget(self._zoom)
        for one in actions:
            whole.addWidget(action_button(self, one))
        for widget in (self._size_label, self._size, self._choices):
            own.addWidget(widget)
        own.addWidget(self._hint, 1)
        own.addStrut(self._size.sizeHint().height())  # the canvas stays where it is whatever the tool has
        both = QVBoxLayout(self)
        both.setContentsMargins(14, 5, 12, 5)
        both.setSpacing(2)
        both.addLayout(whole)
        both.addLayout(own)
        self._size.valueChanged.connect(self._on_size_changed)
        ink.changed.connect(self._on_ink_changed)

    def show_tool(self, card: ToolCard) -> None:
        """Show this tool's options."""
        self._kind = card.tool.brush
        self._title.setText(card.title)
        self._hint.setText(card.hint)
        self._choices.show_choices(card.tool.choices)
        self._choices.setVisible(bool(card.tool.choices))
        for widget in (self._size, self._size_label):
            widget.setVisible(self._kind is not BrushKind.NONE)
        self._on_ink_changed()

    def show_zoom(self, zoom: int) -> None:
        """Show how large a pixel is."""
        self._zoom.setText(f"{zoom}×")

    def show_place(self, cell: tuple[int, int] | None) -> None:
        """Show where the pointer is, counted from 1."""
        self._place.setText("" if cell is None else f"{cell[0] + 1}, {cell[1] + 1}")

    def step_size(self, steps: int) -> None:
        """Make the brush larger or smaller."""
        if self._kind is not BrushKind.NONE:
            self._size.setValue(self._size.value() + steps)

    def _on_size_changed(self, size: int) -> None:
        if self._kind is not BrushKind.NONE:
            self._ink.resize(size, selection=self._kind is BrushKind.SELECTION)

    def _on_ink_changed(self) -> None:
        choices = self._ink.choices
        self._size.setValue(choices.selection_brush if self._kind is BrushKind.SELECTION else choices.brush)
