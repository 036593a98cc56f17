"""Saving the drawing: to a project or to a PNG, on a thread of its own, with a word where a PNG would lose something.

Qt's dialogs are imported when they are opened: the window paints itself before.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.document.belongings import Belongings
from app.document.drawing import Drawing
from app.document.exports import moved
from app.settings import Settings
from app.tasks.file_writing import FileWriting
from app.widgets.job_bar import JobBar
from genmodels.api import paths
from genmodels.api.errors import GenError
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.flattening import flatten
from genmodels.media.sprite import Sprite, write_sprite

PNG, PROJECT = ".png", ".sprv"

Then = Callable[[], object]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Writing:
    """A file on its way to the disk."""

    drawing: Drawing
    path: Path
    artwork: Artwork
    belongings: Belongings | None  # None: the file does not hold them
    copy: bool  # what it does not hold is still to be saved


class Saving(QObject):
    """A failure becomes a message; the old file and the drawing then stay as they are."""

    saved = Signal()

    def __init__(self, window: QWidget, drawing: Callable[[], Drawing], bar: JobBar, settings: Settings) -> None:
        super().__init__(window)
        self._window, self._drawing, self._bar, self._settings = window, drawing, bar, settings
        self._files = FileWriting(self)
        self._under_way: list[_Writing] = []
        self._then: list[Then] = []  # when nothing is under way any more
        self._flat: Drawing | None = None  # of which a person has said that a PNG is enough

    @property
    def under_way(self) -> bool:
        """Whether a file is being written."""
        return bool(self._under_way)

    def save(self, then: Then | None = None) -> None:
        """Save to the drawing's own file, or ask for one; then: what follows once it is saved."""
        drawing = self._drawing()
        path = None if drawing.path is None or is_sample(drawing.path) else drawing.path
        suffix = path.suffix.lower() if path is not None else ""
        still = is_still(drawing.artwork)
        if path is not None and suffix == PROJECT:
            self._write_project(path, then)
        elif path is not None and suffix == PNG and (still or self._flat is drawing):
            self._write_png(path, then)
        elif path is not None and suffix == PNG:
            self._ask_about_layers(path, then)
        elif still and drawing.origin is not None and drawing.origin.suffix.lower() != PROJECT:
            self.save_as_png(then)
        else:
            self.save_as_project(then)

    def save_as_project(self, then: Then | None = None) -> None:
        """Ask for a file and save all of the drawing to it."""
        path = self.ask_where(self._proposed(PROJECT), self.tr("Save as project"), self._project_kinds(), PROJECT)
        if path is not None:
            self._write_project(path, then)

    def save_as_png(self, then: Then | None = None) -> None:
        """Ask for a file and save what is seen to it; layers and frames are still to be saved then."""
        path = self.ask_where(self._proposed(PNG), self.tr("Save as PNG"), self._png_kinds(), PNG)
        if path is not None:
            self._write_png(path, then, copy=not is_still(self._drawing().artwork))

    def save_picture(self, sprite: Sprite, name: str) -> None:
        """Ask for a file and save another picture to it; the drawing stays what it is."""
        source = self._drawing().origin
        proposed = _beside(source, name) if source else Path(name)
        path = self.ask_where(proposed, self.tr("Save as PNG"), self._png_kinds(), PNG)
        if path is not None:
            try:
                write_sprite(path, sprite)
                self._bar.say(self.tr("Saved {0}.").format(path.name))
            except GenError as error:
                self._bar.fail(error)

    def when_over(self, then: Then) -> None:
        """Call it once nothing is being written any more."""
        self._then.append(then)

    def ask_where(self, proposed: Path, title: str, kinds: str, suffix: str) -> Path | None:
        """Return the file that a person chooses, with this suffix; None where they change their mind."""
        from PySide6.QtWidgets import QFileDialog

        name, _ = QFileDialog.getSaveFileName(self._window, title, str(proposed), kinds)
        if not name:
            return None
        path = Path(name)
        if path.suffix.lower() == suffix:
            return path  # the dialog has asked about replacing this one
        path = path.with_name(path.name + suffix)
        return path if not path.exists() or self._may_replace(path, title) else None

    def _project_kinds(self) -> str:
        return self.tr("Spriteverse project (*.sprv)")

    def _png_kinds(self) -> str:
        return self.tr("PNG picture (*.png)")

    def _proposed(self, suffix: str) -> Path:
        source = self._drawing().origin or Path(self.tr("sprite"))
        return _beside(source, source.with_suffix(suffix).name)

    def _may_replace(self, path: Path, title: str) -> bool:
        from PySide6.QtWidgets import QMessageBox

        text = self.tr("{0} is there already. Replace it?").format(path.name)
        return QMessageBox.question(self._window, title, text) == QMessageBox.StandardButton.Yes

    def _ask_about_layers(self, path: Path, then: Then | None) -> None:
        """Have a person choose where a PNG would lose layers or frames."""
        from PySide6.QtWidgets import QMessageBox

        box = QMessageBox(self._window)
        box.setIcon(QMessageBox.Icon.Question)
        box.setWindowTitle(self.tr("Layers and frames"))
        box.setText(self.tr("“{0}” cannot keep layers and frames: a PNG is one picture.").format(path.name))
        box.setInformativeText(self.tr("A project keeps them, and the steps that can be undone."))
        role = QMessageBox.ButtonRole
        project = box.addButton(self.tr("Save as project…"), role.AcceptRole)
        flat = box.addButton(self.tr("Save what is seen"), role.DestructiveRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(project)
        box.exec()
        if box.clickedButton() is project:
            self.save_as_project(then)
        elif box.clickedButton() is flat:
            self._flat = self._drawing()
            self._write_png(path, then)

    def _write_project(self, path: Path, then: Then | None) -> None:
        from app.document.project.project import project_of  # here, because few starts save
        from app.document.project.writing import write_project

        drawing = self._drawing()
        before = project_of(drawing)
        project = replace(before, belongings=moved(before.belongings, drawing.origin, path))
        writing = _Writing(
            drawing=drawing,
            path=path,
            artwork=project.state.artwork,
            belongings=before.belongings,
            copy=False,
        )
        self._start(writing, partial(write_project, path, project), then)

    def _write_png(self, path: Path, then: Then | None, *, copy: bool = False) -> None:
        drawing = self._drawing()
        artwork, frame, source = drawing.settled.artwork, drawing.frame, drawing.source

        def write() -> None:
            seen_HWC = flatten(artwork, frame)
            write_sprite(path, source.with_pixels(seen_HWC) if source is not None else Sprite(rgba_HWC=seen_HWC))

        writing = _Writing(drawing=drawing, path=path, artwork=artwork, belongings=None, copy=copy)
        self._start(writing, write, then)

    def _start(self, writing: _Writing, write: Callable[[], None], then: Then | None) -> None:
        self._under_way.append(writing)
        self._files.start(write, partial(self._on_over, writing, then))

    def _on_over(self, writing: _Writing, then: Then | None, future: Future[None]) -> None:
        self._under_way.remove(writing)
        try:
            future.result()
        except GenError as error:
            self._then.clear()
            self._bar.fail(error)
            return
        self._on_saved(writing)
        waiting, self._then = self._then, []
        for one in (then, *waiting):
            if one is not None:
                one()

    def _on_saved(self, writing: _Writing) -> None:
        path = writing.path
        hint = (
            self.tr("It holds what is seen of this frame; a project keeps layers and frames.") if writing.copy else ""
        )
        if not writing.copy:
            self._mark_saved(writing)
        self._settings.add_recent(path.absolute())
        self._bar.say(self.tr("Saved {0}.").format(path.name), hint)
        self.saved.emit()

    def _mark_saved(self, writing: _Writing) -> None:
        drawing, kept = writing.drawing, writing.belongings
        if kept is not None:
            is_same = drawing.belongings is kept
            drawing.belongings = moved(drawing.belongings, drawing.origin, writing.path)
            kept = drawing.belongings if is_same else kept
        drawing.mark_saved(writing.path, writing.artwork, kept)


def is_still(artwork: Artwork) -> bool:
    """Return whether a picture holds all of it: one layer, as it is, and one frame."""
    (*others, layer) = artwork.layers
    return not others and len(artwork.frames) == 1 and layer.visible and layer.opacity == 255


def is_sample(path: Path) -> bool:
    """Return whether the file ships with the program, which saving must not change."""
    return path.resolve().is_relative_to(paths.assets().resolve())


def _beside(source: Path, name: str) -> Path:
    """Return this name in the folder of source; only the name where source is a sample."""
    return Path(name) if is_sample(source) else source.with_name(name)
