"""The bar above the Explore page: the pack, where pictures come from, and the steps back."""

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from app.widgets.buttons import action_button, text_button
from app.widgets.drawing.pack_picker import PackPicker
from app.widgets.exploring.field_label import field_label

_PICKER_WIDTH = 200


class TopBar(QFrame):
    """Parts are made in the order of Tab."""

    def __init__(
        self,
        sources: Sequence[tuple[str, QAction]],
        steps: Sequence[QAction],
        lesson: tuple[str, QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self.picker = PackPicker(self)
        self.picker.about.hide()
        self.picker.setFixedWidth(_PICKER_WIDTH)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(8)
        layout.addWidget(field_label(self, self.tr("&Pack"), self.picker))
        layout.addWidget(self.picker)
        layout.addSpacing(6)
        for text, source in sources:
            layout.addWidget(text_button(self, text, source.trigger))
        layout.addStretch(1)
        for step in steps:
            layout.addWidget(action_button(self, step))
        layout.addWidget(text_button(self, lesson[0], lesson[1].trigger))
