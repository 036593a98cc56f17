"""One lesson: two models side by side that learn at the same time, a slider, and what is to be seen."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QSlider, QVBoxLayout, QWidget

from app.engine import Engine, Job
from app.widgets.buttons import label, text_button
from app.widgets.lesson.model_column import ModelColumn
from app.widgets.lesson.words import verdict, words_of
from app.widgets.training.enlarged import decoded
from genmodels.api.messages import Demonstrate, Done, Failed, Lesson, Metrics, Preview, Progress

_SIDE = 16  # pixels of a lesson's pictures
_ROWS = {Lesson.MOONS: 4, Lesson.COLOURS: 3}


class LessonView(QWidget):
    """Asks the engine for a lesson and shows it; it can be begun again with the next seed."""

    over = Signal()  # finished, failed or cancelled

    def __init__(self, engine: Engine, lesson: Lesson, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._engine, self._lesson, self._seed = engine, lesson, 0
        self._job: Job | None = None
        self._sheets = [QImage(), QImage()]
        words = self._words = words_of(lesson)
        self._text = label(self, words.look_for)
        self._text.setWordWrap(True)
        self._text.setMinimumHeight(3 * self.fontMetrics().lineSpacing())
        self._text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.columns = [
            ModelColumn(name, about, loss, columns=words.columns, rows=_ROWS[lesson], side=_SIDE, parent=self)
            for name, about, loss in zip(words.names, words.abouts, words.loss, strict=True)
        ]
        self.slider = QSlider(Qt.Orientation.Horizontal, self)
        self.slider.setRange(0, words.columns - 1)
        self.slider.setAccessibleName(words.slider)
        self._bar = QProgressBar(self)
        self._bar.setTextVisible(False)
        self._bar.setFixedHeight(6)
        self._again = text_button(self, self.tr("Again, with other chances"), self.begin)
        self._again.setToolTip(self.tr("Both models start from other random numbers: is it still so?"))
        self._note = label(self, role="muted")
        self._lay_out()
        for column in self.columns:
            column.column_asked.connect(self.slider.setValue)
        self.slider.valueChanged.connect(self._on_moved)
        self.slider.setValue(words.columns // 2)

    def _lay_out(self) -> None:
        models, between, below = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        models.setSpacing(14)
        for column in self.columns:
            models.addWidget(column, 1)
        between.setSpacing(10)
        between.addWidget(label(self, self._words.slider, role="title"))
        between.addWidget(label(self, self._words.left, role="muted"))
        between.addWidget(self.slider, 1)
        between.addWidget(label(self, self._words.right, role="muted"))
        below.setSpacing(12)
        below.addWidget(self._note)
        below.addWidget(self._bar, 1)
        below.addWidget(self._again)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 14, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(label(self, self._words.question, role="heading"))
        layout.addWidget(self._text)
        layout.addLayout(models)
        layout.addLayout(between)
        layout.addLayout(below)
        layout.addStretch(1)

    @property
    def begun(self) -> bool:
        """Whether the lesson was asked for."""
        return self._seed > 0

    @property
    def text(self) -> str:
        """What is said of it now."""
        return self._text.text()

    def begin(self) -> None:
        """Let both models learn from the start, each time with the next seed."""
        self.cancel()
        self._seed += 1
        for column in self.columns:
            column.clear()
        self._text.setText(self._words.look_for)
        self._again.setEnabled(False)
        self._bar.setRange(0, 0)
        self._note.setText(self.tr("Waiting for the engine…"))
        job = self._job = self._engine.submit(Demonstrate(lesson=self._lesson, seed=self._seed))
        job.progressed.connect(self._on_progressed)
        job.measured.connect(self._on_measured)
        job.previewed.connect(self._on_previewed)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)

    def cancel(self) -> None:
        """Stop learning, if it does."""
        job, self._job = self._job, None
        if job is not None:
            for signal in (job.progressed, job.measured, job.previewed, job.finished, job.failed):
                signal.disconnect()
            self._engine.cancel(job)

    def _on_progressed(self, progress: Progress) -> None:
        self._bar.setRange(0, progress.total)
        self._bar.setValue(progress.done)
        for column in self.columns:
            column.set_total(progress.total)
        learning = progress.done < progress.total
        self._note.setText(self.tr("Both are learning…") if learning else self.tr("Measuring…"))

    def _on_measured(self, metrics: Metrics) -> None:
        for which, column in enumerate(self.columns):
            column.add_loss(metrics.step, metrics.values[f"loss_{which}"])

    def _on_previewed(self, preview: Preview) -> None:
        if 0 <= preview.index < len(self.columns):
            self._sheets[preview.index] = decoded(preview.picture)
            self.columns[preview.index].show_sheet(self._sheets[preview.index])

    def _on_finished(self, done: Done) -> None:
        for which, (column, name) in enumerate(zip(self.columns, ("first", "second"), strict=True)):
            column.show_sheet(self._sheets[which], frozenset(done.values[f"wrong_{which}"]))
            column.show_verdict(verdict(self._lesson, done.values[name]))
        self._text.setText(self._words.answer)
        self._end(self.tr("Seed {0}").format(self._seed))

    def _on_failed(self, failure: Failed) -> None:
        self._text.setText(f"{failure.message} {failure.hint}".strip())
        self._end("")

    def _end(self, note: str) -> None:
        self._job = None
        self._note.setText(note)
        self._bar.setRange(0, 1)
        self._bar.setValue(1)
        self._again.setEnabled(True)
        self.over.emit()

    def _on_moved(self, at: int) -> None:
        for column in self.columns:
            column.choose(at)
