"""What a check of verse found: how long its lines are, lines that stay, and lines that are left out and why."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.widgets.buttons import label
from app.widgets.training.length_bars import LengthBars
from genmodels.api.configs import Script
from genmodels.api.reports import LineProblem, VerseReport

_MOST_OF_A_KIND, _LIST_HEIGHT = 40, 150


class VerseReportView(QWidget):
    """Stands where pictures would; the sentences of the report are shown elsewhere."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._note = label(self)
        self._note.setWordWrap(True)
        self._bars = {Script.HAN: LengthBars(self), Script.LATIN: LengthBars(self)}
        self._titles = {script: label(self, role="title") for script in self._bars}
        self._columns = {script: QWidget(self) for script in self._bars}
        charts = QHBoxLayout()
        charts.setSpacing(18)
        for script, bars in self._bars.items():
            column = QVBoxLayout(self._columns[script])
            column.setContentsMargins(0, 0, 0, 0)
            column.setSpacing(4)
            column.addWidget(self._titles[script])
            column.addWidget(bars)
            charts.addWidget(self._columns[script], 1)
        self._kept, self._left_out = QListWidget(self), QListWidget(self)
        lists = QHBoxLayout()
        lists.setSpacing(12)
        for words, lines in (
            (self.tr("Lines to learn from"), self._kept),
            (self.tr("Lines left out, and why"), self._left_out),
        ):
            lines.setUniformItemSizes(True)
            lines.setMinimumHeight(_LIST_HEIGHT)
            lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            lines.setAccessibleName(words)
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label(self, words, role="title"))
            column.addWidget(lines, 1)
            lists.addLayout(column, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(10)
        layout.addWidget(self._note)
        layout.addLayout(charts)
        layout.addLayout(lists, 1)
        self.forget()

    def forget(self) -> None:
        """Show nothing until there is a report."""
        for widget in (self._note, *self._columns.values()):
            widget.hide()
        self._kept.clear()
        self._left_out.clear()

    def show_report(self, report: VerseReport) -> None:
        """Show what was found."""
        for script, bars in self._bars.items():
            lengths, title = report.lengths.get(script, ()), self._titles[script]
            title.setText(self._title(script).format(f"{sum(lengths):,}"))
            bars.setAccessibleName(title.text())
            bars.show_lengths(lengths)
            self._columns[script].setVisible(bool(lengths))
        self._note.setText(self._one_language(report.script) if len(report.lengths) > 1 else "")
        self._note.setVisible(bool(self._note.text()))
        self._kept.clear()
        self._kept.addItems(report.examples)
        self._left_out.clear()
        shown = dict.fromkeys((problem.kind for problem in report.problems), 0)
        for problem in report.problems:
            shown[problem.kind] += 1
            if problem.line and shown[problem.kind] <= _MOST_OF_A_KIND:  # so that no kind hides the others
                self._left_out.addItem(self._item(problem))

    def _item(self, problem: LineProblem) -> QListWidgetItem:
        item = QListWidgetItem(self.tr("{0}  ·  {1}").format(problem.what, problem.text))
        where = self.tr("{0}, line {1}").format(problem.name, f"{problem.line:,}")
        item.setToolTip(f"{where}\n{problem.text}")
        return item

    def _one_language(self, script: Script | None) -> str:
        if script is Script.HAN:
            return self.tr("One pack is for one language: only the lines in Chinese are learnt.")
        return self.tr("One pack is for one language: only the lines in Latin letters are learnt.")

    def _title(self, script: Script) -> str:
        if script is Script.HAN:
            return self.tr("Characters of a line: {0} in Chinese")
        return self.tr("Characters of a line: {0} in Latin letters")
