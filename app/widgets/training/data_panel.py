"""The data of a training to come: what was found, how they are read, and a look at each picture, or at the lines."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.theme import icon
from app.widgets.buttons import ElidedLabel, text_button
from app.widgets.training.config_form import ConfigForm
from app.widgets.training.data_report import DataReportView
from app.widgets.training.fold import Fold
from app.widgets.training.picture_detail import PictureDetail
from app.widgets.training.picture_grid import PictureGrid
from app.widgets.training.verse_report import VerseReportView
from genmodels.api.configs import ReadingConfig, VerseConfig
from genmodels.api.reports import DataReport, PictureNote, Subject, VerseReport


class DataPanel(QWidget):
    """Knows what is shown and what is left out, not how it is checked."""

    reading_changed = Signal()
    folder_asked = Signal()
    files_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = ElidedLabel(self, "heading")
        folder = text_button(self, self.tr("Folder…"), self.folder_asked.emit)
        folder.setIcon(icon("folder"))
        files = text_button(self, self.tr("Files…"), self.files_asked.emit)
        self.report = DataReportView(self)
        self._subject = Subject.PICTURES
        self._form = ConfigForm(ReadingConfig(), self._titles(), self._words(), self, columns=2)
        self._line_form = ConfigForm(VerseConfig(), self._line_titles(), {}, self, columns=2)
        self._folds = {
            Subject.PICTURES: (Fold(self.tr("How pictures are read"), self._form, self), self._form),
            Subject.VERSE: (Fold(self.tr("How lines are read"), self._line_form, self), self._line_form),
        }
        self.grid = PictureGrid(self)
        self.grid.setMinimumHeight(176)
        self._detail = PictureDetail(self)
        self.verse = VerseReportView(self)
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self._name, 1)
        top.addWidget(folder)
        top.addWidget(files)
        content = QWidget(self)
        inside = QVBoxLayout(content)
        inside.setContentsMargins(18, 14, 18, 12)
        inside.setSpacing(10)
        inside.addLayout(top)
        inside.addWidget(self.report)
        for fold, _ in self._folds.values():
            inside.addWidget(fold)
        inside.addWidget(self.grid, 1)
        inside.addWidget(self.verse, 1)
        inside.addWidget(self._detail)
        scroll = QScrollArea(self)
        scroll.setWidget(content)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(scroll)
        for _, form in self._folds.values():
            form.changed.connect(self._on_form_changed)
        self.grid.excluded_changed.connect(self._on_excluded_changed)
        self.grid.looked_at.connect(self._on_looked_at)
        self._detail.toggled.connect(self.grid.toggle_current)
        self._show_subject(Subject.PICTURES)

    def reading(self) -> tuple[ReadingConfig, VerseConfig] | None:
        """Return how pictures and how lines are read; None while a value that can be seen cannot be."""
        if self._folds[self._subject][1].config is None:
            return None
        reading, verse = self._form.config or ReadingConfig(), self._line_form.config or VerseConfig()
        return replace(reading, exclude=self.grid.excluded), verse

    def show_data(self, data: Sequence[Path]) -> None:
        """Begin with other pictures, or other verse."""
        names = [path.name for path in data]
        more = self.tr("{0} and {1} more").format(names[0], len(names) - 1) if len(names) > 1 else names[0]
        self._name.setText(more)
        self._name.setToolTip("\n".join(str(path) for path in data))
        self.grid.forget()
        self._detail.hide()
        self.verse.forget()

    def show_report(self, report: DataReport | VerseReport) -> None:
        """Show what was found."""
        self.report.show_report(report)
        if isinstance(report, VerseReport):
            self.verse.show_report(report)
        else:
            self.grid.show_pictures(report.pictures)
        self._show_subject(report.subject)
        self._detail.setVisible(self.grid.current is not None and report.subject is Subject.PICTURES)

    def _show_subject(self, subject: Subject) -> None:
        self._subject = subject
        for one, (fold, _) in self._folds.items():
            fold.setVisible(one is subject)
        self.grid.setVisible(subject is Subject.PICTURES)
        self.verse.setVisible(subject is Subject.VERSE)

    def _on_form_changed(self) -> None:
        for fold, form in self._folds.values():
            fold.note(self.tr("{0} changed").format(form.changes) if form.changes else "")
        self.reading_changed.emit()

    def _on_excluded_changed(self) -> None:
        note = self.grid.current
        if note is not None:
            self._on_looked_at(note)
        self.reading_changed.emit()

    def _on_looked_at(self, note: PictureNote) -> None:
        self._detail.show_picture(note, included=self.grid.current_included)

    def _titles(self) -> dict[str, str]:
        return {
            "fit": self.tr("Fit"),
            "cell_width": self.tr("Cut sheets: cell width, px"),
            "cell_height": self.tr("Cell height, px"),
            "frames": self.tr("Animations"),
            "layers": self.tr("Aseprite files"),
            "keep_duplicates": self.tr("Keep duplicates"),
        }

    def _line_titles(self) -> dict[str, str]:
        return {
            "split": self.tr("Split Chinese lines at their marks"),
            "latin_shortest": self.tr("Latin letters: characters at least"),
            "latin_longest": self.tr("Latin letters: at most"),
            "han_shortest": self.tr("Chinese: characters at least"),
            "han_longest": self.tr("Chinese: at most"),
        }

    def _words(self) -> dict[str, str]:
        return {
            "centre": self.tr("Centre and scale"),
            "crop": self.tr("Centre and cut"),
            "corner": self.tr("As it lies"),
            "first": self.tr("First frame"),
            "all": self.tr("All frames"),
            "flat": self.tr("Flattened"),
            "each": self.tr("Each layer"),
        }
