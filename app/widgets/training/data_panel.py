"""The pictures of a training to come: what was found, how they are read, and a look at each."""

from collections.abc import Sequence
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
from genmodels.api.configs import ReadingConfig
from genmodels.api.reports import DataReport, PictureNote, VerseReport


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
        self._form = ConfigForm(ReadingConfig(), self._titles(), self._words(), self, columns=2)
        self._fold = Fold(self.tr("How pictures are read"), self._form, self)
        self.grid = PictureGrid(self)
        self.grid.setMinimumHeight(176)
        self._detail = PictureDetail(self)
        self.verse = VerseReportView(self)
        self.verse.hide()
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
        inside.addWidget(self._fold)
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
        self._form.changed.connect(self._on_form_changed)
        self.grid.excluded_changed.connect(self._on_excluded_changed)
        self.grid.looked_at.connect(self._on_looked_at)
        self._detail.toggled.connect(self.grid.toggle_current)

    def reading(self) -> ReadingConfig | None:
        """Return how pictures are read; None while a value cannot be."""
        config = self._form.config
        if not isinstance(config, ReadingConfig):
            return None
        return ReadingConfig(
            fit=config.fit, cell_width=config.cell_width, cell_height=config.cell_height, frames=config.frames,
            layers=config.layers, keep_duplicates=config.keep_duplicates, exclude=self.grid.excluded,
        )  # fmt: skip

    def show_data(self, data: Sequence[Path]) -> None:
        """Begin with other pictures."""
        names = [path.name for path in data]
        more = self.tr("{0} and {1} more").format(names[0], len(names) - 1) if len(names) > 1 else names[0]
        self._name.setText(more)
        self._name.setToolTip("\n".join(str(path) for path in data))
        self.grid.forget()
        self._detail.hide()
        self._show_verse(shown=False)

    def show_report(self, report: DataReport | VerseReport) -> None:
        """Show what was found."""
        self.report.show_report(report)
        if isinstance(report, VerseReport):
            self.verse.show_report(report)
        else:
            self.grid.show_pictures(report.pictures)
        self._show_verse(shown=isinstance(report, VerseReport))
        self._detail.setVisible(self.grid.current is not None and self.verse.isHidden())

    def _show_verse(self, *, shown: bool) -> None:
        self.verse.setVisible(shown)
        for widget in (self._fold, self.grid):
            widget.setHidden(shown)

    def _on_form_changed(self) -> None:
        changes = self._form.changes
        self._fold.note(self.tr("{0} changed").format(changes) if changes else "")
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
