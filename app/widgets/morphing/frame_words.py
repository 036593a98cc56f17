"""What the current frame of a morph is, and how well the pack knows the pictures, in plain words."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.document.key_pictures import Row
from app.document.playback import Place
from app.widgets.buttons import ElidedLabel, label

_FAR, _VERY_FAR = 1.5, 2.5  # times the usual distance


class FrameWords(QWidget):
    """Which frame at the left, how the pack takes the pictures at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = label(self, role="title")
        self._about = ElidedLabel(self, "muted")
        self._fit = ElidedLabel(self, "muted")
        self._fit.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 4)
        layout.setSpacing(10)
        layout.addWidget(self._number)
        layout.addWidget(self._about, 1)
        layout.addWidget(self._fit, 1)

    @property
    def text(self) -> str:
        """All it says."""
        return " ".join((self._number.text(), self._about.text(), self._fit.text())).strip()

    def show_frame(self, number: int, count: int, place: Place, row: Row) -> None:
        """Tell which frame it is, and where on the way through the pictures of the row."""
        self._number.setText(self.tr("Frame {0} of {1}").format(number + 1, count))
        name = row[place.before].name
        if place.is_key:
            self._about.setText(self.tr("“{0}”, exactly your picture").format(name))
        else:
            text = self.tr("{0} % of the way from “{1}” to “{2}”")
            self._about.setText(text.format(round(100 * place.share), name, row[place.before + 1].name))

    def show_rough(self) -> None:
        """Tell that better frames are still to come."""
        self._fit.setText(self.tr("rough so far"))

    def show_fit(self, distances: Sequence[float], row: Row) -> None:
        """Tell how far the pictures are from what the pack knows; 1 is as far as usual."""
        far = sorted(((d, picture.name) for d, picture in zip(distances, row, strict=False) if d > _FAR), reverse=True)
        if not distances:
            self._fit.setText("")
        elif not far:
            self._fit.setText(self.tr("The pack knows pictures like these."))
        else:
            distance, name = far[0]
            much = self.tr("very unlike") if distance > _VERY_FAR else self.tr("unlike")
            text = self.tr("“{0}” is {1} what the pack learned from ({2} × the usual distance): expect rough frames.")
            self._fit.setText(text.format(name, much, f"{distance:.1f}"))
