"""Exports sprite sheets: asks how, with a preview that is made off the window's thread, and hands on what to write."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from app.document.drawing import Drawing
from app.document.exports import kept_sheet, with_sheet
from app.tasks.drafting import Drafting
from app.tasks.export_writing import ExportWriting, Order, Outcome, proposed
from app.widgets.export.sheet_dialog import SheetDialog
from app.widgets.export.sheet_look import SheetLook, look_of
from genmodels.media.artwork.artwork import Artwork
from genmodels.media.sheets.draft import draft_of
from genmodels.media.sheets.settings import SheetSettings, Target, preset
from genmodels.media.sheets.writing import Written, sheet_files, write_sheet


class SheetExporting(QObject):
    """Settings are the drawing's; a new drawing begins with a plain sheet."""

    def __init__(self, window: QWidget, writing: ExportWriting) -> None:
        super().__init__(window)
        self._window, self._writing = window, writing

    def ask(self, drawing: Drawing, chosen: tuple[SheetSettings, Path] | None = None) -> SheetDialog:
        """Show the dialogue, with what was chosen before where it is asked once more."""
        settings, path = chosen or self._usual(drawing)
        artwork, name = drawing.settled.artwork, self._name(drawing)
        dialog = SheetDialog(settings, path, artwork.tags, self._window)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        drafting = Drafting(dialog)
        drafting.made.connect(dialog.show_look)
        drafting.failed.connect(dialog.show_problem)
        dialog.look_asked.connect(lambda: drafting.ask(partial(_look, artwork, name, dialog.settings())))
        dialog.export_asked.connect(lambda: self._on_asked(drawing, dialog))
        dialog.look_asked.emit()
        dialog.open()
        return dialog

    def last_order(self, drawing: Drawing) -> Order | None:
        """Return what exports the sheet as the last time; None where it never was."""
        settings = kept_sheet(drawing.belongings.export)
        path = settings.sheet_file(drawing.origin) if settings is not None else None
        return self._order(drawing, settings, path) if settings is not None and path is not None else None

    def _on_asked(self, drawing: Drawing, dialog: SheetDialog) -> None:
        order = self._order(drawing, dialog.settings(), dialog.row.path)
        if self._writing.may_write(order, dialog):
            dialog.accept()
            self._writing.write(order)

    def _order(self, drawing: Drawing, settings: SheetSettings, path: Path) -> Order:
        return Order(
            drawing=drawing,
            files=sheet_files(path, settings.target),
            write=partial(write_sheet, path, drawing.settled.artwork, self._name(drawing), settings),
            told=self._told,
            keep=lambda belongings: with_sheet(belongings, settings.with_file(path, drawing.origin)),
            again=lambda: self.ask(drawing, (settings, path)),
        )

    def _told(self, written: Written) -> Outcome:
        facts = self.tr("{0} frames on {1}×{2} pixels.").format(written.frames, *written.size)
        return Outcome(files=written.files, hint=" ".join([facts, *written.remarks]))

    def _usual(self, drawing: Drawing) -> tuple[SheetSettings, Path]:
        settings = kept_sheet(drawing.belongings.export) or preset(Target.HASH)
        stem = Path(self._name(drawing)).stem
        is_png = drawing.origin is not None and drawing.origin.suffix.lower() == ".png"
        name = self.tr("{0}-sheet").format(stem) if is_png else stem
        return settings, settings.sheet_file(drawing.origin) or proposed(drawing, name, ".png")

    def _name(self, drawing: Drawing) -> str:
        """Return the name that frames are called by."""
        return drawing.origin.name if drawing.origin is not None else self.tr("sprite")


def _look(artwork: Artwork, name: str, settings: SheetSettings) -> SheetLook:
    return look_of(draft_of(artwork, name, settings))
