"""What the current frame of a morph is, and how well the pack knows the pictures, in plain words."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.document.key_pictures import Row
from app.document.playback import Place
from app.widgets.buttons import ElidedLabel, label

_FAR, _VERY_FAR = 2.0, 3.0  # times the usual distance


class FrameWords(QWidget):
    """Which frame it is, where it stands, and whether a better one is to come."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._number = label(self, role="title")
        self._about = ElidedLabel(self, "muted")
        self._state = label(self, role="muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 4)
        layout.setSpacing(10)
        layout.addWidget(self._number)
        layout.addWidget(self._about, 1)
        layout.addWidget(self._state)

    @property
    def text(self) -> str:
        """All it says."""
        return " ".join((self._number.text(), self._about.text(), self._state.text())).strip()

    def show_frame(self, number: int, count: int, place: Place, row: Row) -> None:
        """Tell which frame it is, and where on the way through the pictures of the row."""
        self._number.setText(self.tr("Frame {0} of {1}").format(number + 1, count))
        name = row[place.before].name
        if place.is_key:
            self._about.setText(self.tr("“{0}”").format(name))
        else:
            text = self.tr("{0} % of the way from “{1}” to “{2}”")
            self._about.setText(text.format(round(100 * place.share), name, row[place.before + 1].name))

    def show_state(self, ends_exact: Sequence[bool], *, final: bool) -> None:
        """Tell whether better frames are still to come, and whether the key pictures stayed what they are."""
        if not final:
            self._state.setText(self.tr("rough so far"))
        elif ends_exact and all(ends_exact):
            self._state.setText(self.tr("key pictures exact"))
        else:
            self._state.setText("")


def fit_text(distances: Sequence[float], row: Row) -> str:
    """Return how far the pictures are from what the pack knows, 1 being as usual; empty where nothing is known."""
    if not distances:
        return ""
    distance, name = max((distance, picture.name) for distance, picture in zip(distances, row, strict=False))
    if distance <= _FAR:
        return _tr("It knows pictures like these.")
    text = _tr("“{0}” is unlike them: expect rough frames near it.")
    if distance > _VERY_FAR:
        text = _tr("“{0}” is very unlike them, {1} times as far as usual: expect rough frames near it.")
    return text.format(name, f"{distance:.1f}")


def _tr(text: str) -> str:
    return QCoreApplication.translate("FrameWords", text)
