"""Packs to files and back: export in steps between two events, import in the engine, one file after another."""

from collections.abc import Generator, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.engine import Engine, Job
from app.library import Pack
from app.widgets.job_bar import JobBar
from app.widgets.packs.pack_words import title_of
from genmodels.api.errors import GenError
from genmodels.api.messages import Done, Failed, ImportPack, Progress
from genmodels.api.packs import SUFFIX
from genmodels.api.svpack import export_pack


class PackFiles(QObject):
    """Every failure becomes a message; what is there already stays."""

    imported = Signal(str)  # name of the pack

    def __init__(self, engine: Engine, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._engine, self._bar, self._window = engine, bar, window
        self._folder = Path.home()  # where the last file was
        self._waiting: list[Path] = []
        self._job: Job | None = None
        self._titles: list[str] = []  # of what this row of imports brought
        self._remarks: list[str] = []
        self._failure: Failed | None = None
        self._export: Generator[tuple[int, int], None, None] | None = None
        self._target = Path()
        self._clock = QTimer(self)  # fires whenever there is nothing else to do
        self._clock.setInterval(0)
        self._clock.timeout.connect(self._on_step)
        bar.cancelled.connect(self.cancel)

    def ask_and_export(self, pack: Pack) -> None:
        """Ask for a file and write the pack to it."""
        proposed = str(self._folder / f"{pack.folder.name}{SUFFIX}")
        kinds = self.tr("Spriteverse packs (*{0})").format(SUFFIX)
        name, _ = QFileDialog.getSaveFileName(
            self._window, self.tr("Export {0}").format(title_of(pack.card)), proposed, kinds
        )
        if not name:
            return
        file = Path(name)
        if file.suffix.lower() != SUFFIX:
            file = file.with_name(file.name + SUFFIX)
            if file.exists() and not self._may_replace(file):  # the dialog has asked about the other name
                return
        self.export(pack, file)

    def export(self, pack: Pack, file: Path) -> None:
        """Write the pack to this file."""
        self._stop_export()
        self._folder, self._target = file.parent, file
        self._export = export_pack(pack.folder, file)
        self._clock.start()

    def ask_and_import(self) -> None:
        """Ask for files and import them."""
        kinds = self.tr("Spriteverse packs (*{0});;All files (*)").format(SUFFIX)
        names, _ = QFileDialog.getOpenFileNames(self._window, self.tr("Import packs"), str(self._folder), kinds)
        self.import_all([Path(name) for name in names])

    def import_all(self, files: Sequence[Path]) -> None:
        """Import these files, one after another."""
        self._waiting += files
        if files:
            self._folder = files[-1].parent
        if self._job is None:
            self._next()

    def cancel(self) -> None:
        """Give up what is under way; nothing of it is left."""
        self._waiting.clear()
        if self._job is not None:
            self._engine.cancel(self._job)
        if self._export is not None:
            self._stop_export()
            self._bar.say(self.tr("Cancelled. No file was written."))

    # Import

    def _next(self) -> None:
        if not self._waiting:
            self._tell()
            return
        file = self._waiting.pop(0)
        self._bar.show_progress(self.tr("Importing {0}…").format(file.name))
        job = self._job = self._engine.submit(ImportPack(file=str(file)))
        job.progressed.connect(lambda progress: self._on_progressed(file, progress))
        job.logged.connect(self._remarks.append)
        job.finished.connect(self._on_finished)
        job.failed.connect(self._on_failed)
        job.cancelled.connect(self._on_over)

    def _tell(self) -> None:
        """Say how it went, when all files are through."""
        titles, remarks, failure = self._titles, self._remarks, self._failure
        self._titles, self._remarks, self._failure = [], [], None
        if failure is not None:
            self._bar.fail(failure)
        elif len(titles) == 1:
            self._bar.say(self.tr("“{0}” is in your library.").format(titles[0]), " ".join(remarks))
        elif titles:
            self._bar.say(self.tr("{0} packs are in your library.").format(len(titles)), " ".join(remarks))
        else:
            self._bar.say(self.tr("Cancelled. Nothing was imported."))

    def _on_progressed(self, file: Path, progress: Progress) -> None:
        self._bar.show_progress(self.tr("Importing {0}…").format(file.name), progress.done, progress.total)

    def _on_finished(self, done: Done) -> None:
        name, title = done.values.get("name"), done.values.get("title")
        self._titles.append(str(title or name))
        self.imported.emit(str(name))
        self._on_over()

    def _on_failed(self, failure: Failed) -> None:
        self._failure = self._failure or failure
        self._on_over()

    def _on_over(self) -> None:
        self._job = None
        self._next()

    # Export

    def _on_step(self) -> None:
        try:
            step = next(self._export, None) if self._export is not None else None
        except GenError as error:
            self._stop_export()
            self._bar.fail(error)
            return
        if step is not None:
            self._bar.show_progress(self.tr("Exporting {0}…").format(self._target.name), *_kilobytes(step))
        elif self._export is not None:
            self._stop_export()
            hint = self.tr("{0} MB, in {1}").format(f"{self._target.stat().st_size / 1e6:.1f}", self._target.parent)
            self._bar.say(self.tr("Exported {0}.").format(self._target.name), hint)

    def _stop_export(self) -> None:
        self._clock.stop()
        export, self._export = self._export, None
        if export is not None:
            export.close()  # its temporary file goes

    def _may_replace(self, file: Path) -> bool:
        text = self.tr("{0} is there already. Replace it?").format(file.name)
        return QMessageBox.question(self._window, self.tr("Export"), text) == QMessageBox.StandardButton.Yes


def _kilobytes(step: tuple[int, int]) -> tuple[int, int]:
    """Return the step in units that a progress bar can count."""
    done, total = step
    return done >> 10, total >> 10
