"""A line of a poem to be written in: large letters without a frame, and a mark under the words that are locked."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from app.document.words import Word, found_in, words_in
from app.theme import current

MAX_LENGTH = 1000  # characters
_LETTERS = {Qt.Key.Key_A, Qt.Key.Key_C, Qt.Key.Key_V, Qt.Key.Key_X}  # with Ctrl these are the field's own
_MOVES = {Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End, Qt.Key.Key_Backspace,
          Qt.Key.Key_Delete, Qt.Key.Key_Insert}  # fmt: skip


class VerseField(QLineEdit):
    """Undo and redo are the page's; so are all other commands with Ctrl that do not move in the text."""

    typed = Signal(str)
    pasted = Signal(object)  # several lines at once, a list of texts
    entered = Signal()
    stepped = Signal(int)  # lines down, or up below 0
    came = Signal()  # the focus
    left = Signal()
    words_asked = Signal(object)  # Words to be locked, or unlocked

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._locked: Sequence[str] = ()
        self.setProperty("role", "verse")
        self.setFrame(False)
        self.setMaxLength(MAX_LENGTH)
        self.textEdited.connect(lambda text: self.typed.emit(_plain(text)))

    def show_text(self, text: str, *, draft: bool = False) -> None:
        """Show this; while it is a draft it cannot be changed."""
        if text != _plain(self.text()):
            at = self.cursorPosition()
            self.setText(text)
            self.setCursorPosition(min(at, len(text)) if self.hasFocus() else 0)
        if draft is not (self.property("draft") == "yes"):
            self.setProperty("draft", "yes" if draft else "no")
            self.style().unpolish(self)
            self.style().polish(self)
            self.setReadOnly(draft)

    def show_locked(self, words: Sequence[str]) -> None:
        """Mark these words."""
        if tuple(words) != tuple(self._locked):
            self._locked = tuple(words)
            self.update()

    def chosen_words(self) -> list[Word]:
        """Return the words that are selected, or the one at the cursor."""
        start, end = self.selectionStart(), self.selectionEnd()
        words = words_in(self.text())
        if start >= 0:
            return [word for word in words if word.start < end and word.end > start]
        at = self.cursorPosition()
        return [word for word in words if word.start <= at <= word.end][:1]

    # Qt's events

    def event(self, event: QEvent) -> bool:
        """Leave the page's commands to it."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            held = event.modifiers()
            own = _MOVES if held & Qt.KeyboardModifier.ShiftModifier else _MOVES | _LETTERS
            if held & Qt.KeyboardModifier.ControlModifier and event.key() not in own:
                event.ignore()
                return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go from line to line, and tell of Enter, and of several lines that are pasted."""
        if event.matches(QKeySequence.StandardKey.Paste) and not self.isReadOnly():
            lines = [_plain(line).strip() for line in QGuiApplication.clipboard().text().splitlines() if line.strip()]
            if len(lines) > 1:
                self.pasted.emit(lines)
                return
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.entered.emit()
            case Qt.Key.Key_Up:
                self.stepped.emit(-1)
            case Qt.Key.Key_Down:
                self.stepped.emit(1)
            case _:
                super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tell of it."""
        super().focusInEvent(event)
        self.came.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell of it."""
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.home(False)  # a long line shows its beginning
        self.left.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what the field can do, and to lock the words under the hand."""
        if not self.hasSelectedText():
            self.setCursorPosition(self.cursorPositionAt(event.pos()))
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for one in menu.actions()[:3]:
            menu.removeAction(one)  # undo and redo of the field alone
        words = self.chosen_words()
        if words and not self.isReadOnly():
            held = found_in(self.text(), self._locked)
            text = self.tr("Unlock “{0}”") if all(word in held for word in words) else self.tr("Lock “{0}”")
            before = menu.actions()[0] if menu.actions() else None
            lock = menu.addAction(text.format(" ".join(word.text for word in words)[:40].replace("&", "&&")))
            lock.triggered.connect(lambda: self.words_asked.emit(words))
            if before is not None:
                menu.insertAction(before, lock)
                menu.insertSeparator(before)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the text, and a line under the words that are locked."""
        super().paintEvent(event)
        found = found_in(self.text(), self._locked)
        if not found:
            return
        painter, metrics, text = QPainter(self), self.fontMetrics(), self.text()
        cursor = QRectF(self.cursorRect())
        begin = cursor.center().x() - metrics.horizontalAdvance(text[: self.cursorPosition()])
        for word in found:
            left = begin + metrics.horizontalAdvance(text[: word.start])
            width = metrics.horizontalAdvance(text[: word.end]) - metrics.horizontalAdvance(text[: word.start])
            painter.fillRect(QRectF(left, cursor.bottom() - 1, width, 2), QColor(current().accent))


def _plain(text: str) -> str:
    """Return what can be sent and saved: no halves of characters, and one line."""
    return " ".join(text.encode(errors="ignore").decode().splitlines()) if text else text
