"""Writes a morph to files, on a thread of its own: an animation, a sheet, or a folder of pictures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from glob import escape
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.tasks.file_writing import FileWriting
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError
from genmodels.media.arrays import np
from genmodels.media.bounds import MAX_SIDE
from genmodels.media.moving import write_animation
from genmodels.media.sprite import Sprite, write_sprite
from genmodels.media.strips import strip, write_numbered

ANIMATIONS = (".gif", ".apng", ".png", ".webp")
PNG = ".png"


class AnimationFiles(QObject):
    """Asks where to, and says how it went; what is there already is replaced only where a person says so."""

    def __init__(self, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._bar, self._window = bar, window
        self._folder = Path.home()  # where the last file was
        self._writing = FileWriting(self)

    def save_animation(
        self, name: str, frames: Sequence[np.ndarray], order: Sequence[tuple[int, int]], scale: int
    ) -> None:
        """Write frames in this order, each given by its number and the ms it is shown."""
        kinds = self.tr("GIF (*.gif);;Animated PNG (*.png *.apng);;WebP (*.webp)")
        path = self._ask_for_file(self.tr("Export an animation"), f"{name}.gif", kinds, ANIMATIONS)
        if path is not None:
            times_ms = [shown_ms for _, shown_ms in order]

            def write() -> tuple[str, ...]:
                return write_animation(
                    path, [frames[number] for number, _ in order], times_ms, scale=scale
                ).losses.remarks

            self._start(write, path.name)

    def save_sheet(self, name: str, frames: Sequence[np.ndarray], scale: int, columns: int = 0) -> None:
        """Write all frames side by side as one picture, so many in a row, or as many as there is room for."""
        kinds = self.tr("PNG picture (*.png)")
        path = self._ask_for_file(self.tr("Export a sheet"), f"{name}-sheet{PNG}", kinds, (PNG,))
        if path is not None:
            most = max(MAX_SIDE // (frames[0].shape[1] * scale), 1)
            across = min(columns or len(frames), most, len(frames))

            def write() -> tuple[str, ...]:
                sheet = strip([enlarged(frame, scale) for frame in frames], columns=across)
                write_sprite(path, Sprite(rgba_HWC=sheet))
                return (self.tr("{0} frames, {1} in a row.").format(len(frames), across),)

            self._start(write, path.name)

    def save_frames(self, name: str, frames: Sequence[np.ndarray], scale: int) -> None:
        """Write every frame as a file of its own."""
        title = self.tr("Export frames into a folder")
        chosen = QFileDialog.getExistingDirectory(self._window, title, str(self._folder))
        if not chosen:
            return
        folder = self._folder = Path(chosen)
        taken = sorted(folder.glob(f"{escape(name)}-[0-9]*{PNG}"))
        if taken and not self._may_replace(taken[0]):
            return

        def write() -> tuple[str, ...]:
            write_numbered(folder, name, [enlarged(frame, scale) for frame in frames])
            return (self.tr("{0} files.").format(len(frames)),)

        self._start(write, folder.name)

    def _ask_for_file(self, title: str, name: str, kinds: str, suffixes: Sequence[str]) -> Path | None:
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, str(self._folder / name), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        if path.suffix.lower() not in suffixes:
            wanted = next((suffix for suffix in suffixes if f"*{suffix}" in kind), suffixes[0])
            path = path.with_name(path.name + wanted)
            if path.exists() and not self._may_replace(path):  # the dialog has asked about the other name
                return None
        self._folder = path.parent
        return path

    def _may_replace(self, path: Path) -> bool:
        text = self.tr("{0} is there already. Replace it?").format(path.name)
        answer = QMessageBox.question(self._window, self.tr("Export"), text)
        return answer == QMessageBox.StandardButton.Yes

    def _start(self, write: Callable[[], tuple[str, ...]], name: str) -> None:
        self._bar.say(self.tr("Writing {0}…").format(name))
        self._writing.start(write, partial(self._on_over, name))

    def _on_over(self, name: str, future: Future[tuple[str, ...]]) -> None:
        try:
            remarks = future.result()
        except GenError as error:
            self._bar.fail(error)
            return
        self._bar.say(self.tr("Saved {0}.").format(name), " ".join(remarks))


def enlarged(rgba_HWC: np.ndarray, scale: int) -> np.ndarray:
    """Return a picture whose every pixel is a square of scale by scale."""
    return rgba_HWC.repeat(scale, axis=0).repeat(scale, axis=1)
