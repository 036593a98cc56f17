"""A quiet line above the page: a training that broke off, and what can be done about it."""

from collections.abc import Container
from pathlib import Path

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from app.theme import icon
from app.widgets.buttons import ElidedLabel, icon_button, text_button


class RunNotice(QFrame):
    """Offers one run at a time; the next one follows when something was chosen."""

    resume_asked = Signal(Path)
    keep_asked = Signal(Path)
    delete_asked = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self.setAccessibleName(self.tr("A training that broke off"))
        self._offers: list[tuple[Path, str, bool]] = []
        sign = QLabel(self)
        sign.setPixmap(icon("info", ink=lambda colours: colours.accent).pixmap(18, 18))
        self._text = ElidedLabel(self)
        self._keep = text_button(self, self.tr("Keep what there is"), lambda: self._choose(self.keep_asked))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 5, 12, 5)
        layout.setSpacing(8)
        layout.addWidget(sign)
        layout.addWidget(self._text, 1)
        layout.addWidget(text_button(self, self.tr("Resume"), lambda: self._choose(self.resume_asked)))
        layout.addWidget(self._keep)
        layout.addWidget(text_button(self, self.tr("Delete…"), lambda: self._choose(self.delete_asked)))
        layout.addWidget(icon_button(self, "close", self.tr("Not now: it stays on the Train page"), self._next))
        self.hide()

    @property
    def text(self) -> str:
        """What it says."""
        return self._text.text()

    def offer(self, folder: Path, name: str, *, has_pack: bool) -> None:
        """Offer this run, after those that wait already."""
        self._offers.append((folder, name, has_pack))
        self._show()

    def keep_only(self, folders: Container[Path]) -> None:
        """Offer no other runs than these, because something became of the others elsewhere."""
        self._offers = [offer for offer in self._offers if offer[0] in folders]
        self._show()

    def _show(self) -> None:
        self.setVisible(bool(self._offers))
        if self._offers:
            _, name, has_pack = self._offers[0]
            self._text.setText(self.tr("The training “{0}” broke off before its end.").format(name))
            self._keep.setVisible(has_pack)

    def _choose(self, signal: SignalInstance) -> None:
        folder = self._offers[0][0]
        self._next()
        signal.emit(folder)

    def _next(self) -> None:
        self._offers = self._offers[1:]
        self._show()
