"""The key pictures of a morph, their row and the commands that change them, all of which can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.document.key_pictures import KeyPicture, KeyPictures, Row
from app.tasks.key_files import KeyFiles
from app.tasks.undoing import Undoing
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from app.widgets.morphing.key_row import KeyRow
from genmodels.media.arrays import np

MAX_PICTURES = 16  # what the engine takes


class KeyEditing(QObject):
    """Owns the key pictures."""

    changed = Signal()
    looked_at = Signal(int)
    canvas_asked = Signal(int)  # the sprite on the canvas is to come here; -1 puts it last

    def __init__(self, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._keys = KeyPictures()
        self.files = KeyFiles(bar, window)
        make = partial(action, self)
        self.add = make(
            "morph.add",
            self.tr("&Add pictures…"),
            lambda: self.insert(self._count, self.files.ask()),
            "Ctrl+O",
            "Ctrl+I",
            icon="add",
        )
        self.add_canvas = make(
            "morph.add_canvas",
            self.tr("Add the sprite on the &canvas"),
            lambda: self.canvas_asked.emit(-1),
            "Ctrl+Shift+I",
            icon="draw",
        )
        self.steps = Undoing(self._keys.undo, self._keys.redo, self)
        self.swap = make("morph.swap", self.tr("&Swap: turn the order round"), self._on_swap, "X", icon="swap")
        self.line = KeyRow([*self.steps.both, self.swap, self.add_canvas, self.add], window)
        self._connect()
        self._on_changed()

    @property
    def row(self) -> Row:
        """The pictures from first to last."""
        return self._keys.row

    def actions(self) -> Sequence[QAction | None]:
        """Return the commands in the order of a menu."""
        return [self.add, self.add_canvas, None, *self.steps.both, self.swap]

    def name(self) -> str:
        """Return what files of the morph are called."""
        return f"{self.row[0].name}-{self.row[-1].name}" if self.row else self.tr("morph")

    def insert(self, at: int, pictures: Sequence[KeyPicture]) -> None:
        """Put pictures before the one at this place."""
        room = MAX_PICTURES - self._count
        if len(pictures) > room:
            hint = self.tr("A morph has at most {0}: remove some first.").format(MAX_PICTURES)
            self._bar.say(self.tr("These are too many key pictures."), hint)
        if pictures[:room]:
            self._keys.insert(at, pictures[:room], self.tr("Add pictures"))

    def insert_files(self, at: int, files: Sequence[Path]) -> None:
        """Put the pictures of files before the one at this place; a place past the end puts them last."""
        self.insert(at, self.files.read(files))

    def take(self, name: str, rgba_HWC: np.ndarray, at: int) -> None:
        """Take a sprite in place of the picture at this place, or as the last one where there is none."""
        picture = KeyPicture(name=name, rgba_HWC=rgba_HWC.copy())
        if 0 <= at < self._count:
            self._replace(at, picture)
        else:
            self.insert(self._count, [picture])

    def take_as_end(self, name: str, rgba_HWC: np.ndarray, *, last: bool) -> None:
        """Take a sprite as the first or the last of two or more."""
        picture = KeyPicture(name=name, rgba_HWC=rgba_HWC.copy())
        if self._count >= 2:
            self._replace(self._count - 1 if last else 0, picture)
        else:
            self.insert(self._count if last else 0, [picture])

    # Slots

    @property
    def _count(self) -> int:
        return len(self._keys.row)

    def _connect(self) -> None:
        line = self.line
        self._keys.subscribe(self._on_changed)
        line.looked_at.connect(self.looked_at)
        line.move_asked.connect(lambda at, to: self._keys.move(at, to, self.tr("Move picture")))
        line.remove_asked.connect(self._on_remove_asked)
        line.replace_asked.connect(lambda at: self._replace(at, self.files.ask_for_one()))
        line.replace_with_canvas_asked.connect(self.canvas_asked)
        line.file_dropped.connect(lambda at, file: self._replace(at, next(iter(self.files.read([file])), None)))
        line.files_dropped.connect(self.insert_files)

    def _replace(self, at: int, picture: KeyPicture | None) -> None:
        if picture is not None:
            self._keys.replace(at, picture, self.tr("Replace picture"))

    def _on_remove_asked(self, at: int) -> None:
        text = self.tr("removed “{0}”: Ctrl+Z brings it back").format(self.row[at].name)
        self._keys.remove(at, self.tr("Remove picture"))
        self.line.show_remark(text)  # the message bar soon tells of the frames

    def _on_swap(self) -> None:
        self._keys.reverse(self.tr("Swap"))

    def _on_changed(self) -> None:
        self.line.show_row(self.row)
        self.swap.setEnabled(self._count > 1)
        self.steps.show(self._keys)
        self.changed.emit()
