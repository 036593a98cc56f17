"""Asks how a drawing becomes an animation or a picture, and plays the file as it would be written."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from app.images import to_qimage
from app.widgets.export.export_dialog import ExportDialog
from app.widgets.export.file_row import FileRow
from app.widgets.export.moving_view import MovingView
from app.widgets.export.picture_fields import PictureFields
from genmodels.media.artwork.artwork import Tag
from genmodels.media.export_kinds import ExportSettings, Kind, Preview

Files = Callable[[Path, ExportSettings], Sequence[Path]]


class PictureDialog(ExportDialog):
    """Settings, and the file read back."""

    def __init__(
        self, settings: ExportSettings, path: Path, tags: Sequence[Tag], files: Files, parent: QWidget | None = None
    ) -> None:
        super().__init__(self.tr("Export animation or picture"), parent)
        self.fields = PictureFields(settings, tags, self)
        self.view = MovingView(self)
        self.row = FileRow(path, lambda file: files(file, self.settings()), self)
        self.lay_out(self.fields, self.view, self.row)
        self.fields.changed.connect(self._on_changed)

    def settings(self) -> ExportSettings:
        """Return what is chosen."""
        return self.fields.settings()

    def show_preview(self, preview: Preview) -> None:
        """Play the file, and say what it really is."""
        self.view.show_frames([to_qimage(rgba_HWC) for rgba_HWC in preview.frames], preview.durations_ms)
        size = QLocale().formattedDataSize(preview.length)
        facts = [self.tr("{0}×{1} pixels, {2}.").format(*preview.size, size)]
        if self.settings().kind is Kind.PICTURES:
            facts.append(self.tr("{0} pictures.").format(len(preview.durations_ms)))
        elif len(preview.durations_ms) > 1:
            facts.append(self._timing(preview.durations_ms))
        self.show_facts(" ".join(facts), " ".join(preview.remarks))

    def _timing(self, durations_ms: Sequence[int]) -> str:
        """Return how it really plays, in a sentence."""
        least, most = min(durations_ms), max(durations_ms)
        whole = f"{sum(durations_ms) / 1000:.2f}"
        if least == most:
            return self.tr("{0} frames play {1} ms each, {2} s in all.").format(len(durations_ms), least, whole)
        words = self.tr("{0} frames play {1} to {2} ms each, {3} s in all.")
        return words.format(len(durations_ms), least, most, whole)

    def _on_changed(self) -> None:
        self.row.set_suffix(self.settings().kind.suffix)
        self.look_asked.emit()
