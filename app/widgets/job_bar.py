"""The one place for messages: what goes on, how far it is, and what went wrong in plain words."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from app.theme import Ink, icon
from app.widgets.buttons import ElidedLabel, icon_button, label, text_button
from genmodels.api.deferred import messages
from genmodels.api.errors import GenError


class JobBar(QFrame):
    """One line; errors stay until the next message, with their details folded away."""

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bottom")
        self.setAccessibleName(self.tr("Messages"))
        self._offer: Callable[[], object] | None = None
        self._sign = QLabel(self)
        self._message = ElidedLabel(self)
        self._hint = ElidedLabel(self, "muted")
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)  # an error stacks its two lines
        self._words.addWidget(self._message)
        self._words.addWidget(self._hint, 1)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(160, 6)
        self._progress.setAccessibleName(self.tr("Progress"))
        self._cancel = text_button(self, self.tr("Cancel"), self.cancelled.emit)
        self.offer_button = text_button(self, "", self._on_offer_taken)
        self._fold = text_button(self, self.tr("Details"), self._on_fold)
        self._copy = text_button(self, self.tr("Copy"), self._on_copy)
        self._close = icon_button(self, "close", self.tr("Dismiss"), self.clear)
        self._engine = label(self, role="muted")
        self._detail = ""
        self._detail_box: QPlainTextEdit | None = None  # made when there are details to show
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self._sign)
        line.addLayout(self._words, 1)
        for widget in (
            self._progress,
            self._cancel,
            self.offer_button,
            self._fold,
            self._copy,
            self._close,
            self._engine,
        ):
            line.addWidget(widget)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(14, 5, 14, 5)
        self._layout.addLayout(line)
        self.setMinimumHeight(46)
        self.clear()

    @property
    def text(self) -> str:
        """The message and its hint, as shown."""
        return f"{self._message.text()} {self._hint.text()}".strip()

    @property
    def engine_text(self) -> str:
        """What the engine is up to, as shown."""
        return self._engine.text()

    @property
    def detail_shown(self) -> bool:
        """Whether the details are unfolded."""
        return self._detail_box is not None and self._detail_box.isVisibleTo(self)

    def clear(self) -> None:
        """Show nothing."""
        self.say("")

    def say(self, message: str, hint: str = "", offer: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show a sentence, what to do next beside it, and a button that does it."""
        self._show(message, hint, "", offer)
        self._words.setDirection(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(10)
        self._mark("info" if message else "", lambda colours: colours.muted)

    def fail(self, error: messages.Failed | GenError, offer: tuple[str, Callable[[], object]] | None = None) -> None:
        """Show an error, and a button for what could be done about it."""
        self._show(error.message, error.hint, error.detail, offer)
        self._words.setDirection(QBoxLayout.Direction.TopToBottom)
        self._words.setSpacing(0)
        self._mark("warning", lambda colours: colours.error, role="error")
        for widget in (self._copy, self._close):
            widget.show()

    def take_back(self, message: str) -> None:
        """Show nothing if this sentence is still shown."""
        if self._message.text() == message:
            self.clear()

    def show_progress(self, message: str, done: int = 0, total: int = 0) -> None:
        """Show how far a job is, beside an error where one is shown; a total of 0 says that it is not known."""
        if not self._shows_error and self._message.text() != message:
            self.say(message)
        self._progress.setRange(0, total)
        self._progress.setValue(done)
        self._progress.show()
        self._cancel.show()

    def end_progress(self, message: str, hint: str = "") -> None:
        """Say how a job ended, unless an error is shown that came meanwhile."""
        if not self._shows_error:
            self.say(message, hint)
        for widget in (self._progress, self._cancel):
            widget.hide()

    def show_engine(self, text: str) -> None:
        """Show what the engine is up to, at the far end."""
        self._engine.setText(text)

    def _show(self, message: str, hint: str, detail: str, offer: tuple[str, Callable[[], object]] | None) -> None:
        self._message.setText(message)
        self._message.setAccessibleName(f"{message} {hint}".strip())
        self._hint.setText(hint)
        if message:
            self._announce(f"{message} {hint}".strip())
        self._detail = detail
        if self._detail_box is not None:
            self._detail_box.hide()
        for widget in (self._progress, self._cancel, self._copy, self._close):
            widget.hide()
        self._fold.setVisible(bool(detail))
        self._offer = offer[1] if offer else None
        self.offer_button.setText(offer[0] if offer else "")
        self.offer_button.setVisible(offer is not None)

    @property
    def _shows_error(self) -> bool:
        return self._message.property("role") == "error"

    def _mark(self, name: str, ink: Ink, role: str = "") -> None:
        self._sign.setVisible(bool(name))
        if name:
            self._sign.setPixmap(icon(name, ink=ink).pixmap(18, 18))
        if role != (self._message.property("role") or ""):
            self._message.setProperty("role", role)
            self._message.style().polish(self._message)

    def _announce(self, text: str) -> None:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # here, because a start has nothing to say

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self, text))

    def _on_offer_taken(self) -> None:
        offer = self._offer
        self.clear()
        if offer is not None:
            offer()

    def _on_fold(self) -> None:
        shown = self.detail_shown
        box = self._detail_box = self._detail_box or self._made_detail_box()
        box.setPlainText(self._detail)
        box.setVisible(not shown)

    def _made_detail_box(self) -> QPlainTextEdit:
        box = QPlainTextEdit(self)
        box.setReadOnly(True)
        box.setMaximumHeight(130)
        box.setAccessibleName(self.tr("Details of the message"))
        self._layout.addWidget(box)
        return box

    def _on_copy(self) -> None:
        parts = (self._message.text(), self._hint.text(), self._detail)
        QGuiApplication.clipboard().setText("\n".join(part for part in parts if part))
