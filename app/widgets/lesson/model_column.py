"""One of a lesson's two models: what it makes, how its loss falls, and what was measured at the end."""

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.buttons import label
from app.widgets.lesson.loss_line import LossLine
from app.widgets.lesson.picture_sheet import LargeRow, PictureSheet


class ModelColumn(QFrame):
    """Knows pictures and numbers, not which lesson they belong to."""

    column_asked = Signal(int)

    def __init__(
        self, name: str, about: str, loss: str, *, columns: int, rows: int, side: int, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "card")
        self._loss_name = loss
        self.sheet = PictureSheet(name, columns, side, rows, self)
        self._large = LargeRow(self.sheet, rows, side, self)
        self._line = LossLine(loss, self)
        self._loss = label(self, role="muted")
        self._loss.setMinimumWidth(self._loss.fontMetrics().horizontalAdvance(f"0.000 {loss}") + 4)
        self._verdict = label(self, role="title")
        self._verdict.setWordWrap(True)
        self._verdict.setMinimumHeight(2 * self.fontMetrics().lineSpacing() + 6)  # nothing moves when it comes
        self._verdict.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.sheet.column_asked.connect(self.column_asked)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(label(self, name, role="heading"))
        top.addWidget(label(self, about, role="muted"), 1, Qt.AlignmentFlag.AlignBottom)
        below = QHBoxLayout()
        below.addWidget(self._line, 1)
        below.addWidget(self._loss, 0, Qt.AlignmentFlag.AlignBottom)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 12, 14, 12)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(self._large, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addLayout(below)
        layout.addWidget(self._verdict)

    def clear(self) -> None:
        """Begin again; the pictures stay until new ones come."""
        self._line.clear()
        self._loss.setText("")
        self._verdict.setText("")

    def set_total(self, steps: int) -> None:
        """Say how many steps there will be."""
        self._line.set_total(steps)

    def add_loss(self, step: int, loss: float) -> None:
        """Show the loss at this step."""
        self._line.add(step, loss)
        self._loss.setText(f"{loss:.3f} {self._loss_name}")

    def show_sheet(self, sheet: QImage, wrong: Collection[int] = ()) -> None:
        """Show what the model makes by now."""
        self.sheet.show_sheet(sheet, wrong)
        self._large.update()

    def choose(self, column: int) -> None:
        """Show one column of the sheet large."""
        self.sheet.choose(column)
        self._large.choose(column)

    def show_verdict(self, text: str) -> None:
        """Say what was measured."""
        self._verdict.setText(text)

    @property
    def verdict(self) -> str:
        """What is said of the model, empty while it learns."""
        return self._verdict.text()
