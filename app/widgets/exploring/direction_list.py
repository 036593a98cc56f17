"""The sliders of a code, the strongest number first, and below them the directions that a person has named."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.document.exploration import Heading, Spot, Vector
from app.widgets.buttons import label, text_button
from app.widgets.exploring.direction_slider import DirectionRow

_FIRST, _MORE = 10, 10


class DirectionList(QFrame):
    """Shows headings and a spot; every wish of the person is a signal."""

    pulled = Signal(Heading, float)
    settled = Signal()
    reset_asked = Signal()
    save_asked = Signal(object)  # Heading, or None for the whole move
    rename_asked = Signal(Heading)
    delete_asked = Signal(Heading)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers: list[Heading] = []
        self._saved: list[Heading] = []
        self._shown = _FIRST
        self._spot: Spot | None = None
        self.rows: list[DirectionRow] = []
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        content = QWidget(scroll)
        scroll.setWidget(content)
        self._scroll = scroll
        self._reset = text_button(content, self.tr("Reset all"), self.reset_asked.emit)
        self._more = text_button(content, self.tr("More"), self._on_more)
        self._more.setToolTip(self.tr("Ten more numbers: each matters less than those above"))
        self._save = text_button(content, self.tr("Name this move…"), lambda: self.save_asked.emit(None))
        self._save.setToolTip(self.tr("Save the way from where you began to here as a direction of its own"))
        self._hint = label(content, self.tr("Move a slider, then name the move: it becomes a slider."), role="muted")
        self._hint.setWordWrap(True)
        self._number_rows, self._saved_rows = QVBoxLayout(), QVBoxLayout()
        for rows in (self._number_rows, self._saved_rows):
            rows.setSpacing(1)
        head = QHBoxLayout()
        head.addWidget(label(content, self.tr("Numbers"), role="title"), 1)
        head.addWidget(self._reset)
        self._title = label(content, self.tr("Named"), role="title")
        foot = QHBoxLayout()
        foot.addWidget(self._more)
        foot.addStretch(1)
        foot.addWidget(self._save)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(14, 8, 14, 10)
        inside.setSpacing(6)
        inside.addLayout(head)
        inside.addLayout(self._number_rows)
        inside.addLayout(foot)
        inside.addWidget(self._title)
        inside.addLayout(self._saved_rows)
        inside.addWidget(self._hint)
        inside.addStretch(1)
        self._content = content
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)

    def show_headings(self, numbers: Sequence[Heading], saved: Sequence[Heading]) -> None:
        """Show these: a slider each for the first numbers, and for all that are saved."""
        if len(numbers) != len(self._numbers):
            self._shown = _FIRST
        self._numbers, self._saved = list(numbers), list(saved)
        self._build()

    def show_spot(self, spot: Spot | None) -> None:
        """Show how far the spot is moved; without one nothing can be."""
        self.setEnabled(spot is not None)
        self._spot = spot
        for row in self.rows:
            self._fill(row)
        self._reset.setEnabled(spot is not None and not spot.is_home)
        self._save.setEnabled(spot is not None and bool(spot.place.moves))

    @property
    def headings(self) -> list[Heading]:
        """What there is a slider for."""
        return [row.slider.heading for row in self.rows]

    def show_ends(self, ends: Mapping[Vector, tuple[str, str]]) -> None:
        """Tell what stands at both ends of sliders, where it is known."""
        for row in self.rows:
            if row.slider.heading.vector in ends:
                row.show_ends(*ends[row.slider.heading.vector])

    def focus_on(self, heading: Heading) -> None:
        """Bring a heading's slider into view and under the keys."""
        for row in self.rows:
            if row.slider.heading == heading:
                self._content.adjustSize()  # a new row has no place yet
                self._scroll.ensureWidgetVisible(row)
                row.slider.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        wanted = [*self._numbers[: self._shown], *self._saved]
        if wanted == [row.slider.heading for row in self.rows]:
            return
        for row in self.rows:
            row.hide()
            row.deleteLater()
        self.rows = []
        for heading in wanted:
            row = DirectionRow(heading, self._content)
            row.slider.pulled.connect(lambda amount, heading=heading: self.pulled.emit(heading, amount))
            row.slider.released.connect(self.settled)
            row.save_asked.connect(lambda heading=heading: self.save_asked.emit(heading))
            row.rename_asked.connect(lambda heading=heading: self.rename_asked.emit(heading))
            row.delete_asked.connect(lambda heading=heading: self.delete_asked.emit(heading))
            (self._saved_rows if heading.saved else self._number_rows).addWidget(row)
            row.show()  # now: the layout would do so later, and what is not shown takes no focus
            self.rows.append(row)
        self._order_tabs()
        self._more.setVisible(self._shown < len(self._numbers))
        self._title.setVisible(bool(self._saved))
        self._hint.setVisible(not self._saved)
        for row in self.rows:
            self._fill(row)

    def _fill(self, row: DirectionRow) -> None:
        heading, spot = row.slider.heading, self._spot
        row.show_amount(spot.place.amount(heading.vector) if spot is not None else 0.0)
        if spot is not None and not heading.saved:
            row.show_own(spot.origin.code.numbers[heading.vector.index(1.0)])

    def _order_tabs(self) -> None:
        """Have Tab go from top to bottom."""
        last: QWidget = self._reset
        numbers = [row.slider for row in self.rows if not row.slider.heading.saved]
        saved = [row.slider for row in self.rows if row.slider.heading.saved]
        for widget in (*numbers, self._more, self._save, *saved):
            QWidget.setTabOrder(last, widget)
            last = widget

    def _on_more(self) -> None:
        first = self._shown
        self._shown += _MORE
        self._build()
        self.focus_on(self._numbers[first])
