"""One line of the poem: its lock, its text, the others for its place, and what there is to tell of it at the side."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QMenu, QWidget

from app.document.poem import PoemLine
from app.document.words import found_in, toggled, words_in
from app.widgets.buttons import icon_button, label, toggle_button
from app.widgets.verse.line_words import all_words, facts_tip, side_words, unknown_words
from app.widgets.verse.other_lines import OtherLines
from app.widgets.verse.verse_field import VerseField
from genmodels.api.verse import Line

_LOCK_WIDTH, _FACTS_WIDTH = 30, 128
_HINTED_WORDS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Showing:
    """How a line is shown."""

    facts: Callable[[str], Line | None]
    letter: str = ""  # shared by the lines that rhyme
    problem: str = ""  # why the line cannot be used
    current: bool = False  # the one that is worked on
    unfolded: bool = False  # the others for its place are shown
    draft: bool = False  # it is still to be written
    rolling: bool = False  # others are written for it


class LineRow(QWidget):
    """Its buttons are there for the current line, and a lock that is shut for every one."""

    typed = Signal(str)
    entered = Signal()
    stepped = Signal(int)
    came = Signal()
    left = Signal()
    pasted = Signal(object)  # several lines at once, a list of texts
    picked = Signal(int)  # number among the others
    lock_asked = Signal()
    roll_asked = Signal()
    words_asked = Signal(object)  # the words that are to be locked, a tuple

    def __init__(self, name: str, hint: str, *, is_end: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self.is_end = is_end
        self._line, self._problem = PoemLine(), ""
        self.lock = toggle_button(self, "unlock", "lock", self.tr("Lock this line: it stays when you write again"))
        self.lock.setProperty("role", "quiet")
        self.field = VerseField(self)
        self._hint = hint
        self._facts = label(self, role="muted")
        self.roll = icon_button(self, "dice", self.tr("Other lines for this place (Ctrl+Enter)"), self.roll_asked.emit)
        self.words = icon_button(self, "words", self.tr("Lock words of this line"), self._open_words)
        self._remark = label(self)
        self.others = OtherLines(self)
        self._lay_out()
        self.show_name(name)
        self.lock.clicked.connect(lambda *_: self.lock_asked.emit())
        self.others.picked.connect(self.picked)
        field = self.field
        for heard, told in ((field.typed, self.typed), (field.entered, self.entered), (field.came, self.came),
                            (field.stepped, self.stepped), (field.left, self.left),
                            (field.pasted, self.pasted)):  # fmt: skip
            heard.connect(told)
        field.words_asked.connect(self.toggle_words)

    def _lay_out(self) -> None:
        for one in (self.lock, self.roll, self.words):
            policy = one.sizePolicy()
            policy.setRetainSizeWhenHidden(one is self.lock)
            one.setSizePolicy(policy)
        self.lock.setFixedSize(_LOCK_WIDTH, _LOCK_WIDTH)
        self._facts.setFixedWidth(_FACTS_WIDTH)
        self._facts.setTextFormat(Qt.TextFormat.PlainText)
        self._facts.setWordWrap(True)
        self._remark.setTextFormat(Qt.TextFormat.PlainText)
        self._remark.setWordWrap(True)
        self._remark.setContentsMargins(6, 0, 0, 4)
        tools = QHBoxLayout()
        tools.setSpacing(2)
        tools.addWidget(self.roll)
        tools.addWidget(self.words)
        tools.addStretch(1)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(0)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.lock, 0, 0, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self.field, 0, 1)
        grid.addWidget(self._facts, 0, 2, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(self._remark, 1, 1)
        grid.addWidget(self.others, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.addLayout(tools, 1, 2, 2, 1, Qt.AlignmentFlag.AlignTop)
        grid.setRowStretch(3, 1)

    @property
    def remark(self) -> str:
        """What is said of the line below it."""
        return self._remark.text()

    @property
    def facts_text(self) -> str:
        """What is told at the side."""
        return self._facts.text()

    def parts(self) -> list[QWidget]:
        """Return what takes keys, from left to right and then down."""
        return [self.lock, self.field, self.roll, self.words, *self.others.buttons]

    def show_name(self, name: str) -> None:
        """Give the parts their names for screen readers."""
        self.field.setAccessibleName(name)
        for one in (self.lock, self.roll, self.words):
            one.setAccessibleName(f"{name}: {one.toolTip()}")

    def show_line(self, line: PoemLine, how: Showing) -> None:
        """Show a line."""
        self._line = line
        facts = how.facts(line.text)
        self.field.setPlaceholderText("…" if how.draft else self._hint)
        self.field.show_text(line.text, draft=how.draft)
        self.field.show_locked(line.words)
        coming = how.draft or how.rolling
        self._facts.setText(self.tr("is being written…") if coming else side_words(line, facts, how.letter))
        self._facts.setToolTip(facts_tip(facts, how.letter))
        self.field.setAccessibleDescription(all_words(line, facts, how.letter))
        self._show_remark(how.problem or unknown_words(facts), is_error=bool(how.problem))
        at_work = how.current and not how.draft
        between = not self.is_end
        self.lock.setChecked(line.locked)
        self.lock.setVisible(between and (line.locked or at_work))
        self.roll.setVisible(between and at_work)
        self.roll.setEnabled(not line.locked)
        self.words.setVisible(between and at_work)
        shows = between and how.unfolded and not how.draft and bool(line.others)
        self.others.setVisible(shows)
        if shows:
            self.others.show_lines(line.others, how.facts)

    def toggle_words(self, chosen: object) -> None:
        """Ask for these words to be locked, or unlocked where all are."""
        words = chosen if isinstance(chosen, list) else self.field.chosen_words()
        if words and not self.is_end:
            self.words_asked.emit(toggled(self._line.text, self._line.words, words))

    def _show_remark(self, text: str, *, is_error: bool) -> None:
        role = "error" if is_error else "muted"
        if role != self._remark.property("role"):
            self._remark.setProperty("role", role)
            self._remark.style().polish(self._remark)
        self._remark.setText(text)
        self._remark.setVisible(bool(text))

    def _open_words(self) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        held = found_in(self._line.text, self._line.words)
        for word in words_in(self._line.text)[:_HINTED_WORDS]:
            entry = menu.addAction(word.text)
            entry.setCheckable(True)
            entry.setChecked(word in held)
            entry.triggered.connect(lambda _=False, word=word: self.toggle_words([word]))
        menu.popup(self.words.mapToGlobal(self.words.rect().bottomLeft()))
