"""The seed: shown, typed, rolled, locked and copied."""

import random

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QGuiApplication, QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from app.widgets.buttons import icon_button, toggle_button

SEEDS = 2**63  # seeds are below this
_ROLLED = 10**6  # rolled seeds are short enough to be read aloud


class SeedField(QWidget):
    """The first candidate's seed; the others follow it by one each."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._text = QLineEdit(self)
        self._text.setAccessibleName(self.tr("Seed"))
        self._text.setToolTip(self.tr("The same seed and settings draw the same pixels again"))
        self._text.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d{1,18}"), self))
        self._lock = toggle_button(self, "unlock", "lock", self.tr("Keep this seed for the next press"))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addWidget(self._text, 1)
        layout.addSpacing(4)
        layout.addWidget(self._lock)
        layout.addWidget(icon_button(self, "dice", self.tr("Roll another seed"), self.roll))
        layout.addWidget(icon_button(self, "copy", self.tr("Copy the seed"), self._copy))
        self._rolled = True  # the seed shown was not used yet
        self.roll()

    def roll(self) -> None:
        """Show another seed."""
        self._text.setText(str(random.randrange(_ROLLED)))
        self._rolled = True

    def set_seed(self, seed: int) -> None:
        """Show this seed and keep it."""
        self._text.setText(str(seed))
        self._lock.setChecked(True)

    @property
    def locked(self) -> bool:
        """Whether the next press uses the same seed."""
        return self._lock.isChecked()

    def take(self, count: int) -> tuple[int, ...]:
        """Return the seeds of the next candidates; unless locked, a used seed is replaced by another first."""
        if not self._text.text() or not (self.locked or self._rolled or self._text.isModified()):
            self.roll()
        self._rolled = False
        self._text.setModified(False)
        first = int(self._text.text())
        return tuple((first + number) % SEEDS for number in range(count))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._text.text())
