"""The poem in the middle of the page: its title, its first and last line, and the lines between them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QToolButton, QVBoxLayout, QWidget

from app.document.poem import Poem
from app.widgets.buttons import action_button, command_button, label
from app.widgets.verse.line_row import LineRow, Showing
from app.widgets.verse.verse_field import VerseField
from genmodels.api.verse import Line

_WIDEST = 880
_MAX_TITLE = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class PoemShowing:
    """How a poem is shown."""

    facts: Callable[[str], Line | None]
    letters: Sequence[str]  # of the rhymes, a line each
    problems: dict[int, str]
    drafts: frozenset[int] = frozenset()  # places that are still to be written
    rolling: int | None = None  # the place that others are written for
    unfolded: bool = False  # the others of every line are shown
    coming: int = 0  # how many lines Enter would bring


class PoemView(QScrollArea):
    """Rows stay the same widgets while lines come and go, so that the focus stays too."""

    titled = Signal(str)
    typed = Signal(int, str)
    pasted = Signal(object)  # several lines at once, a list of texts
    entered = Signal(int)
    picked = Signal(int, int)  # place, number among the others
    lock_asked = Signal(int)
    roll_asked = Signal(int)
    words_asked = Signal(int, object)
    current_changed = Signal(int)
    left = Signal()

    def __init__(self, begin: QAction, uses: Sequence[tuple[str, QAction]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._content = QWidget(self)
        self._content.setAccessibleName(self.tr("The poem"))
        self.title = VerseField(self._content)
        self.title.setProperty("role", "poem-title")
        self.title.setMaxLength(_MAX_TITLE)
        self.title.setPlaceholderText(self.tr("Untitled"))
        self.title.setAccessibleName(self.tr("Title of the poem"))
        self._uses = [
            command_button(self._content, use, text) if text else _icon(self._content, use) for text, use in uses
        ]
        self.first = self._made_row(self.tr("First line"), self.tr("Write the first line"), is_end=True)
        self._spares: list[LineRow] = []
        self._between: list[LineRow] = []
        self._way = QWidget(self._content)  # what stands between the two ends while no line does
        self._coming = label(self._way, role="muted")
        self._begin = command_button(self._way, begin, self.tr("Begin with two fresh lines"))
        self.last = self._made_row(self.tr("Last line"), self.tr("Write the last line"), is_end=True)
        self._rows = QVBoxLayout()
        self._chain: list[QWidget] = []  # in the order of Tab
        self._lay_out()
        self.setWidget(self._content)
        self.current = 0
        self.title.typed.connect(self.titled)
        self.title.entered.connect(lambda: self.focus_on(0))
        self.title.stepped.connect(lambda by: self.focus_on(0) if by > 0 else None)
        self.title.left.connect(self.left)

    def _lay_out(self) -> None:
        hint = QHBoxLayout(self._way)
        hint.setContentsMargins(44, 12, 0, 12)
        hint.setSpacing(12)
        hint.addWidget(self._begin)
        hint.addWidget(self._coming, 1)
        self._rows.setSpacing(6)
        for row in (self.first, self._way, self.last):
            self._rows.addWidget(row)
        head = QHBoxLayout()
        head.setContentsMargins(38, 0, 0, 10)
        head.setSpacing(6)
        head.addWidget(self.title, 1)
        for button in self._uses:
            head.addWidget(button)
        sheet = QFrame(self._content)
        sheet.setProperty("role", "sheet")
        sheet.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(sheet)
        column.setContentsMargins(10, 14, 16, 22)
        column.setSpacing(4)
        column.addLayout(head)
        column.addLayout(self._rows)
        whole = QGridLayout(self._content)
        whole.setContentsMargins(18, 18, 18, 18)
        whole.setColumnStretch(1, 1000)
        whole.setColumnStretch(0, 1)
        whole.setColumnStretch(2, 1)
        whole.setRowStretch(1, 1)
        whole.addWidget(sheet, 0, 1)

    @property
    def rows(self) -> list[LineRow]:
        """The rows from the first line to the last."""
        return [self.first, *self._between, self.last]

    @property
    def coming_text(self) -> str:
        """What is said where no line is between yet."""
        return self._coming.text()

    def show_poem(self, poem: Poem, how: PoemShowing) -> None:
        """Show a poem."""
        self._show_count(poem.between)
        self.title.show_text(poem.title)
        self.current = min(self.current, len(poem.lines) - 1)
        for place, (row, line) in enumerate(zip(self.rows, poem.lines, strict=True)):
            current = place == self.current
            showing = Showing(
                facts=how.facts,
                letter=how.letters[place],
                problem=how.problems.get(place, ""),
                current=current,
                unfolded=current or how.unfolded,
                draft=place in how.drafts,
                rolling=place == how.rolling,
            )
            row.show_line(line, showing)
        self._order_tabs()
        self._way.setVisible(poem.between == 0)
        self._begin.setVisible(not (poem.first.strip() or poem.last.strip()))
        one, many = self.tr("Enter brings the line between."), self.tr("Enter brings {0} lines between.")
        self._coming.setText(one if how.coming == 1 else many.format(how.coming))

    def focus_on(self, place: int) -> None:
        """Go to the line at a place; before the first there is the title."""
        rows = self.rows
        if place < 0:
            self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        elif place < len(rows):
            rows[place].field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_row(self, name: str, hint: str, *, is_end: bool) -> LineRow:
        row = LineRow(name, hint, is_end=is_end, parent=self._content)
        row.typed.connect(lambda text: self.typed.emit(self._place(row), text))
        row.pasted.connect(self.pasted)
        row.entered.connect(lambda: self.entered.emit(self._place(row)))
        row.stepped.connect(lambda by: self.focus_on(self._place(row) + by))
        row.came.connect(lambda: self._on_came(row))
        row.left.connect(self.left)
        row.picked.connect(lambda number: self.picked.emit(self._place(row), number))
        row.lock_asked.connect(lambda: self.lock_asked.emit(self._place(row)))
        row.roll_asked.connect(lambda: self.roll_asked.emit(self._place(row)))
        row.words_asked.connect(lambda words: self.words_asked.emit(self._place(row), words))
        return row

    def _show_count(self, between: int) -> None:
        while len(self._between) > between:
            row = self._between.pop()
            row.hide()
            self._rows.removeWidget(row)
            self._spares.append(row)
        while len(self._between) < between:
            number = len(self._between) + 1
            hint = self.tr("An empty line: write it, or have it written with Ctrl+Enter")
            name = self.tr("Line {0}").format(number + 1)
            row = self._spares.pop() if self._spares else self._made_row(name, hint, is_end=False)
            row.show_name(name)
            self._rows.insertWidget(number, row)
            row.show()
            self._between.append(row)

    def _order_tabs(self) -> None:
        """Have Tab go from top to bottom."""
        first, *others = self.rows
        parts = [*first.parts(), self._begin, *(part for row in others for part in row.parts())]
        chain: list[QWidget] = [self.title, *self._uses, *parts]
        if chain != self._chain:
            self._chain = chain
            for before, after in pairwise(chain):
                QWidget.setTabOrder(before, after)

    def _place(self, row: LineRow) -> int:
        return self.rows.index(row)

    def _on_came(self, row: LineRow) -> None:
        if row not in self.rows:
            return
        self.current = self._place(row)
        self.current_changed.emit(self.current)
        self.ensureWidgetVisible(row, 0, 40)


def _icon(parent: QWidget, use: QAction) -> QToolButton:
    button = action_button(parent, use)
    button.setProperty("role", "quiet")
    return button
