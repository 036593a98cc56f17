"""Exports animations and pictures: asks how, with a preview of the file read back, and hands on what to write."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.document.drawing import Drawing
from app.document.exports import kept_picture, with_picture
from app.tasks.drafting import Drafting
from app.tasks.export_writing import ExportWriting, Order, Outcome, proposed
from app.widgets.export.picture_dialog import PictureDialog
from genmodels.media.export_kinds import ExportSettings, Kind, files_of, preview_of, write_export
from genmodels.media.exporting import Exported


class PictureExporting(QObject):
    """Settings are the drawing's; a new drawing begins with a GIF, or a PNG where it has one frame."""

    def __init__(self, window: QWidget, writing: ExportWriting) -> None:
        super().__init__(window)
        self._window, self._writing = window, writing

    def ask(self, drawing: Drawing, chosen: tuple[ExportSettings, Path] | None = None) -> PictureDialog:
        """Show the dialogue, with what was chosen before where it is asked once more."""
        settings, path = chosen or self._usual(drawing)
        artwork, frame = drawing.settled.artwork, drawing.frame
        dialog = PictureDialog(
            settings, path, artwork.tags, lambda file, asked: files_of(file, artwork, asked), self._window
        )
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        drafting = Drafting(dialog)
        drafting.made.connect(dialog.show_preview)
        drafting.failed.connect(dialog.show_problem)
        dialog.look_asked.connect(lambda: drafting.ask(partial(preview_of, artwork, frame, dialog.settings())))
        dialog.export_asked.connect(lambda: self._on_asked(drawing, dialog))
        dialog.look_asked.emit()
        dialog.open()
        return dialog

    def last_order(self, drawing: Drawing) -> Order | None:
        """Return what exports it as the last time; None where it never was. Raises ConfigError for a lost tag."""
        settings = kept_picture(drawing.belongings.export)
        path = settings.last_file(drawing.origin) if settings is not None else None
        return self._order(drawing, settings, path) if settings is not None and path is not None else None

    def _on_asked(self, drawing: Drawing, dialog: PictureDialog) -> None:
        order = self._order(drawing, dialog.settings(), dialog.row.path)
        if self._writing.may_write(order, dialog):
            dialog.accept()
            self._writing.write(order)

    def _order(self, drawing: Drawing, settings: ExportSettings, path: Path) -> Order:
        artwork = drawing.settled.artwork
        return Order(
            drawing=drawing,
            files=files_of(path, artwork, settings),
            write=partial(write_export, path, artwork, drawing.frame, settings),
            told=_told,
            keep=lambda belongings: with_picture(belongings, settings.with_file(path, drawing.origin)),
            again=lambda: self.ask(drawing, (settings, path)),
        )

    def _usual(self, drawing: Drawing) -> tuple[ExportSettings, Path]:
        still = len(drawing.artwork.frames) == 1
        kept = kept_picture(drawing.belongings.export)
        settings = kept or ExportSettings(kind=Kind.PICTURE if still else Kind.GIF)
        stem = drawing.origin.stem if drawing.origin is not None else self.tr("sprite")
        return settings, settings.last_file(drawing.origin) or proposed(drawing, stem, settings.kind.suffix)


def _told(exported: Exported) -> Outcome:
    return Outcome(files=exported.files, hint=" ".join(exported.remarks))
