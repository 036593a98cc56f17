"""Writes what is exported, on a thread of its own: asks before it replaces what this session did not write."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMessageBox, QWidget

from app.document.belongings import Belongings
from app.document.drawing import Drawing
from app.document.session_files import SessionFiles
from app.tasks.file_writing import FileWriting
from app.tasks.saving import is_sample
from app.widgets.export.file_row import told_names
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Outcome:
    """What was written."""

    files: Sequence[Path]
    hint: str  # what a person should know about it


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Order:
    """Something to export of a drawing."""

    drawing: Drawing
    files: Sequence[Path]
    write: Callable[[], Any]  # touches no object of Qt's
    told: Callable[[Any], Outcome]  # of what `write` returned
    keep: Callable[[Belongings], Belongings]  # so that it can be done again
    again: Callable[[], object]  # asks once more, with what was chosen


class ExportWriting(QObject):
    """A failure becomes a message; what was there stays then."""

    def __init__(self, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar = bar
        self._thread = FileWriting(self)
        self._session = SessionFiles()

    def may_write(self, order: Order, parent: QWidget) -> bool:
        """Return whether the files may be written: nothing of a person's is there, or they say so."""
        drawing = order.drawing
        own = {one.resolve() for one in (drawing.path, drawing.origin) if one is not None}
        if taken := [file for file in order.files if file.resolve() in own]:
            text = self.tr("“{0}” is the drawing itself. Choose another name for what is exported.")
            QMessageBox.warning(parent, self.tr("Export"), text.format(taken[0].name))
            return False
        foreign = self._session.foreign(order.files)
        if not foreign:
            return True
        one, many = self.tr("{0} is there already. Replace it?"), self.tr("{0} are there already. Replace them?")
        text = (one if len(foreign) == 1 else many).format(told_names(foreign))
        return QMessageBox.question(parent, self.tr("Export"), text) == QMessageBox.StandardButton.Yes

    def write(self, order: Order) -> None:
        """Write, and say how it went; when it is done the drawing remembers it."""
        self._bar.say(self.tr("Writing {0}…").format(told_names(order.files)))
        self._thread.start(order.write, partial(self._on_over, order))

    def _on_over(self, order: Order, future: Future[Any]) -> None:
        try:
            outcome = order.told(future.result())
        except GenError as error:
            self._bar.fail(error, offer=(self.tr("Choose again…"), order.again))
            return
        self._session.note(outcome.files)
        drawing = order.drawing
        kept = order.keep(drawing.belongings)
        if kept is not drawing.belongings:
            drawing.keep(kept)
        self._bar.say(self.tr("Exported {0}.").format(told_names(outcome.files)), outcome.hint)


def proposed(drawing: Drawing, name: str, ending: str) -> Path:
    """Return a file for an export that has none yet: beside the drawing, and never the drawing's own."""
    source = drawing.origin
    if source is None or is_sample(source):
        return Path.home() / f"{name}{ending}"
    path = source.absolute().with_name(f"{name}{ending}")
    return path if path != source.absolute() else path.with_name(f"{name}-export{ending}")
