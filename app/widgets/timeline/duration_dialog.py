"""Asks how long frames are shown."""

from PySide6.QtWidgets import QDialog, QLayout, QWidget

from app.widgets.buttons import label
from app.widgets.dialogs import lay_out_dialog
from app.widgets.fields import field_grid, number_field
from genmodels.media.artwork.framing import LEAST_MS, MOST_MS


class DurationDialog(QDialog):
    """One number, and what it means in frames a second."""

    def __init__(self, count: int, duration_ms: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Duration of a frame") if count == 1 else self.tr("Duration of frames"))
        self.field = number_field(self, LEAST_MS, MOST_MS, self.tr(" ms"), self.tr("Duration"), step=10)
        self._rate = label(self, role="muted")
        self.field.valueChanged.connect(self._show_rate)
        self.field.setValue(duration_ms)
        self._show_rate(duration_ms)
        self.field.selectAll()
        parts: list[QWidget | QLayout] = []
        if count > 1:
            parts.append(label(self, self.tr("Of each of the {0} chosen frames.").format(count), role="muted"))
        parts.append(field_grid(self, [(self.tr("&Duration"), self.field)]))
        parts.append(self._rate)
        lay_out_dialog(self, parts)
        self.setMinimumWidth(300)

    def duration_ms(self) -> int:
        """Return what was asked for."""
        return self.field.value()

    def _show_rate(self, duration_ms: int) -> None:
        self._rate.setText(self.tr("{0} frames a second. GIF counts in 10 ms.").format(f"{1000 / duration_ms:.4g}"))
