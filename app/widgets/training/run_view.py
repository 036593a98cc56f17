"""One training: its curves, what it draws, how fast it goes, and what can be asked of it."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from app.runs import RunCard, RunState
from app.story import Story
from app.theme import icon
from app.widgets.buttons import ElidedLabel, label, text_button
from app.widgets.packs.family_words import words_of
from app.widgets.packs.subject_words import SubjectWords, words_about
from app.widgets.training.durations import about, duration
from app.widgets.training.figure_words import held_out_words
from app.widgets.training.film_strip import FilmStrip
from app.widgets.training.health_view import HealthView
from app.widgets.training.loss_chart import LossChart
from genmodels.api.families import learns_from
from genmodels.api.packs import CARD
from genmodels.api.reports import Subject

_LOG_LINES = 500


class RunView(QWidget):
    """Shows a run's card and story; what a person presses becomes a signal."""

    pause_asked = Signal()
    go_on_asked = Signal()
    stop_asked = Signal()
    stop_now_asked = Signal()
    resume_asked = Signal()
    keep_asked = Signal()
    delete_asked = Signal()
    try_asked = Signal()
    use_asked = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._made: Path | None = None
        self._live = False
        self._words: SubjectWords = words_about(Subject.PICTURES)  # of what the run learns from
        self._shown_logs = 0
        self._name = ElidedLabel(self, "heading")
        self._state = ElidedLabel(self, "muted")
        self._make_buttons()
        self._message = label(self)
        self._message.setWordWrap(True)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._progress = QProgressBar(self)
        self._progress.setTextVisible(False)
        self._progress.setFixedHeight(6)
        self._progress.setRange(0, 1000)
        self._progress.setAccessibleName(self.tr("Progress of the training"))
        self._facts = label(self)
        self._held = label(self, role="muted")
        for one in (self._facts, self._held):
            one.setWordWrap(True)
        self.health = HealthView(self)
        self.chart = LossChart(self)
        self.film = FilmStrip(self)
        self._log = QPlainTextEdit(self)
        self._log.setReadOnly(True)
        self._log.setMaximumBlockCount(_LOG_LINES)
        self._log.setFixedHeight(84)
        self._log.setAccessibleName(self.tr("Remarks of the training"))
        self._lay_out()

    def _make_buttons(self) -> None:
        def make(text: str, signal: SignalInstance, tip: str = "", name: str = "") -> QPushButton:
            button = text_button(self, text, signal.emit)
            button.setToolTip(tip)
            if name:
                button.setIcon(icon(name))
            return button

        self._use = text_button(self, "", self._on_use, role="primary")
        tip = self.tr("With the best weights so far; the training goes on")
        self._try = make("", self.try_asked, tip)
        self._pause = make(self.tr("Pause"), self.pause_asked, self.tr("The model stays loaded"), "pause")
        self._go_on = make(self.tr("Resume"), self.go_on_asked, name="play")
        self._resume = make(self.tr("Resume"), self.resume_asked, self.tr("Goes on from the last saved state"), "play")
        tip = self.tr("Ends it properly, with the best weights so far as its pack")
        self._keep = make(self.tr("Keep what there is"), self.keep_asked, tip, "apply")
        self._stop = make(self.tr("Stop"), self.stop_asked, self.tr("Measures once more and keeps the pack"), "stop")
        tip = self.tr("Saves where it stands, so that it can be resumed; the pack stays the last best one")
        self._stop_now = make(self.tr("Stop now"), self.stop_now_asked, tip)
        self._delete = make(self.tr("Delete…"), self.delete_asked, name="discard")

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._state)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (
            self._use, self._try, self._pause, self._go_on, self._resume, self._keep, self._stop, self._stop_now,
        ):  # fmt: skip
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self._delete)
        charts = QSplitter(Qt.Orientation.Horizontal, self)
        charts.setChildrenCollapsible(False)
        charts.setHandleWidth(14)
        charts.addWidget(self.chart)
        charts.addWidget(self.film)
        charts.setSizes([550, 450])
        self.chart.setMinimumSize(240, 140)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 18, 12)
        layout.setSpacing(9)
        layout.addLayout(top)
        layout.addLayout(buttons)
        layout.addWidget(self._message)
        layout.addWidget(self._progress)
        layout.addWidget(self._facts)
        layout.addWidget(self.health)
        layout.addWidget(charts, 1)
        layout.addWidget(self._held)
        layout.addWidget(self._log)

    # What is shown

    def show_card(self, card: RunCard) -> None:
        """Show what the run does now, and offer what fits."""
        state, has_pack = card.state, (card.pack / CARD).is_file()
        self._made, self._live = card.made, card.live
        words = words_of(card.family)
        self._words = words_about(learns_from(card.family))
        self.film.show_words(self._words.previews, self._words.meaning)
        self.chart.show_unit(words.unit)
        self._use.setText(words.use_there)
        self._try.setText(words.try_there)
        self._try.setIcon(icon(words.icon))
        self._name.setText(card.name)
        self._state.setText(self._state_text(card))
        for button, shown in (
            (self._pause, state is RunState.TRAINING and not card.pausing and not card.stopping),
            (self._go_on, (state is RunState.PAUSED or card.pausing) and not card.stopping),
            (self._stop, state in (RunState.TRAINING, RunState.PAUSED) and not card.stopping),
            (self._stop_now, state in (RunState.TRAINING, RunState.PAUSED)),
            (self._try, has_pack and state is not RunState.FINISHED),
            (self._use, state is RunState.FINISHED and card.made is not None),
            (self._resume, state in (RunState.INTERRUPTED, RunState.STOPPED, RunState.FAILED)),
            (self._keep, has_pack and state in (RunState.INTERRUPTED, RunState.STOPPED, RunState.FAILED)),
            (self._delete, not card.live),
        ):
            button.setVisible(shown)
        self._progress.setVisible(card.live)
        failure = card.failure if state is RunState.FAILED else None
        text = f"{failure.message} {failure.hint}".strip() if failure else ""
        self._message.setText(text)
        self._message.setToolTip(failure.detail[-2000:] if failure else "")
        self._show_message("error" if failure else "")

    def show_story(self, folder: Path, story: Story) -> None:
        """Show what the run's events tell."""
        progress, figures = story.progress, story.figures
        if progress is not None:
            self._progress.setValue(round(1000 * progress.done / max(progress.total, 1)))
        self._facts.setText("   ·   ".join(self._fact_texts(story)))
        best = story.best
        parts = held_out_words(figures)
        if best is not None:
            parts.insert(0, self.tr("Best held-out figure {0:.3f} at step {1:,}").format(best[1], best[0]))
        self._held.setText("   ·   ".join(parts))
        self._held.setVisible(bool(parts))
        self.chart.show_curves(story.loss, story.held_out, best)
        self.film.show_frames([(one.step, folder / one.file) for one in story.snapshots])
        self.health.show_health(story.health, story.answers)
        self._show_logs(story.logs)
        if story.paused is not None and story.paused.reason:
            self._message.setText(story.paused.reason)
            self._show_message("error")

    def _fact_texts(self, story: Story) -> list[str]:
        progress, figures = story.progress, story.figures
        texts = []
        if progress is not None:
            texts.append(self.tr("step {0:,} of {1:,}").format(progress.done, progress.total))
            if progress.note and not progress.done:
                texts.append(progress.note)
        if self._live and "seconds_left" in figures:
            texts.append(self.tr("{0} left").format(about(figures["seconds_left"])))
        if "seconds" in figures:
            texts.append(self.tr("trained for {0}").format(duration(figures["seconds"])))
        if self._live:
            if "per_second" in figures:
                rate = figures["per_second"]
                texts.append(self._words.speed.format(f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"))
            if "memory_mb" in figures:
                texts.append(self.tr("{0:,.0f} MB memory").format(figures["memory_mb"]))
        return texts

    def _show_logs(self, logs: list[str]) -> None:
        if len(logs) < self._shown_logs:
            self._log.clear()
            self._shown_logs = 0
        for text in logs[self._shown_logs :]:
            self._log.appendPlainText(text)
        self._shown_logs = len(logs)

    def begin(self) -> None:
        """Forget the run that was shown before."""
        self._log.clear()
        self._shown_logs = 0
        self._facts.clear()

    def _show_message(self, role: str) -> None:
        self._message.setVisible(bool(self._message.text()))
        if self._message.property("role") != role:
            self._message.setProperty("role", role)
            self._message.style().polish(self._message)

    def _state_text(self, card: RunCard) -> str:
        if card.stopping:
            return self.tr("Stops: it measures once more and saves, which takes a moment…")
        if card.pausing:
            return self.tr("Pauses after this step…")
        match card.state:
            case RunState.STARTING:
                return self._words.starts
            case RunState.TRAINING:
                return self.tr("Trains. You can draw meanwhile, or close the window: it goes on.")
            case RunState.PAUSED:
                return self.tr("Paused; the model stays loaded.")
            case RunState.FINISHED:
                return self.tr("Finished: its pack is in the lists and in the library.")
            case RunState.STOPPED:
                return self.tr("Stopped; what it had learnt is saved.")
            case RunState.FAILED:
                return self.tr("Failed.")
            case RunState.INTERRUPTED:
                return self.tr("Broke off before its end: resume it, or keep what there is.")

    def _on_use(self) -> None:
        if self._made is not None:
            self.use_asked.emit(self._made)
