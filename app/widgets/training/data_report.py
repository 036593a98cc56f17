"""What a check of data found, in plain words, with the list of what is wrong folded away."""

from typing import assert_never

from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QProgressBar, QVBoxLayout, QWidget

from app.widgets.buttons import label
from app.widgets.training.fold import Fold
from app.widgets.training.swatches import Swatches
from genmodels.api.messages import Failed, Progress
from genmodels.api.reports import DataReport, VerseReport


class DataReportView(QWidget):
    """The most important sentence first; where no training can come of it, what to do next."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._first = label(self, role="title")
        self._rest = label(self)
        self._hint = label(self, role="error")
        for one in (self._first, self._rest, self._hint):
            one.setWordWrap(True)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedSize(120, 6)
        self._progress.setAccessibleName(self.tr("Progress of the check"))
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(self._first, 1)
        top.addWidget(self._progress)
        self._list = QPlainTextEdit(self)
        self._list.setReadOnly(True)
        self._list.setFixedHeight(92)
        self._list.setAccessibleName(self.tr("Files with what is wrong"))
        self._problems = Fold(self.tr("What is wrong, file by file"), self._list, self)
        self._swatches = Swatches(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(5)
        layout.addLayout(top)
        for widget in (self._rest, self._hint, self._problems, self._swatches):
            layout.addWidget(widget)
        self.show_checking(None)

    @property
    def text(self) -> str:
        """All sentences that are shown."""
        parts = (self._first.text(), self._rest.text(), self._hint.text())
        return "\n".join(part for part in parts if part)

    def show_checking(self, progress: Progress | None) -> None:
        """Say that the check goes on; the last report stays, but for its first sentence."""
        self._first.setText(self.tr("Looking at the files…"))
        self._hint.hide()
        self._progress.setRange(0, progress.total if progress else 0)
        self._progress.setValue(progress.done if progress else 0)
        self._progress.show()

    def show_report(self, report: DataReport | VerseReport) -> None:
        """Show what was found."""
        self._progress.hide()
        first, *rest = report.sentences or ("",)
        self._first.setText(first)
        self._rest.setText("\n".join(rest))
        self._rest.setVisible(bool(rest))
        self._show_hint("" if report.can_train else report.hint)
        match report:
            case DataReport():
                problems, palette = report.problems, report.palette
            case VerseReport():  # its lines are shown elsewhere
                problems, palette = [problem for problem in report.problems if not problem.line], ()
            case _:
                assert_never(report)
        self._list.setPlainText("\n".join(f"{one.name}: {one.what}" for one in problems))
        self._problems.note(str(len(problems)))
        self._problems.setVisible(bool(problems))
        self._swatches.show_colours(palette)
        self._swatches.setVisible(bool(palette))

    def show_failure(self, failure: Failed) -> None:
        """Show why there is no report."""
        self._progress.hide()
        self._first.setText(failure.message)
        self._show_hint(failure.hint)
        for widget in (self._rest, self._problems, self._swatches):
            widget.hide()

    def _show_hint(self, hint: str) -> None:
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))
