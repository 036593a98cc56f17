"""One picture of a training three times: as it is, on its square, and in the colours the model will know."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.buttons import ElidedLabel, label, text_button
from app.widgets.training.enlarged import Enlarged, decoded
from genmodels.api.reports import PictureNote

_SIDE, _MIN_SIDE, _GAP = 128, 96, 20  # pixels


class PictureDetail(QWidget):
    """Shows the picture that is looked at in the grid."""

    toggled = Signal()  # leave it out, or take it in again

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(self, "title")
        self._facts = ElidedLabel(self, "muted")
        self._toggle = text_button(self, "", self.toggled.emit)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        top.addWidget(self._toggle)
        views = QWidget(self)
        views.setMaximumWidth(3 * _SIDE + 2 * _GAP)
        row = QHBoxLayout(views)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        self._views: list[Enlarged] = []
        for title in (self.tr("Original"), self.tr("Fitted"), self.tr("Model's colours")):
            view = Enlarged(title, self)
            view.setFixedHeight(_SIDE)
            view.setMinimumWidth(_MIN_SIDE)
            column = QVBoxLayout()
            column.setSpacing(3)
            column.addWidget(view)
            caption = label(self, title, role="muted")
            caption.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(caption)
            row.addLayout(column, 1)
            self._views.append(view)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(views)

    def show_picture(self, note: PictureNote, *, included: bool) -> None:
        """Show this picture."""
        self._name.setText(note.name)
        facts = self.tr("{0}×{1} px, {2} colours, {3}")
        self._facts.setText(facts.format(note.width, note.height, note.colours, note.fitting))
        self._toggle.setText(self.tr("Leave out") if included else self.tr("Take in again"))
        for view, picture in zip(self._views, (note.original, note.fitted, note.clustered), strict=True):
            view.show_image(decoded(picture))
