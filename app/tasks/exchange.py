"""What goes from the Explore page to files and the clipboard, and comes from there."""

from __future__ import annotations

import base64
from pathlib import Path

from PySide6.QtCore import QBuffer, QObject, Signal
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QWidget

from app.document.code_text import from_text, to_text
from app.tasks.exploring import Exploring
from app.tasks.files import Files
from app.widgets.job_bar import JobBar
from genmodels.api.errors import GenError
from genmodels.media.sprite import decode_png


class Exchange(QObject):
    """Every failure becomes a message; the exploration then stays as it is."""

    seed_pasted = Signal(int)

    def __init__(self, exploring: Exploring, files: Files, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._exploring, self._files, self._bar = exploring, files, bar

    def save(self) -> None:
        """Ask for a file and save the picture to it."""
        spot, picture = self._exploring.spot, self._exploring.picture
        if spot is not None and picture:
            stem = Path(spot.origin.name).stem.replace(" ", "-").lower()
            name = f"{stem}-explored.png" if spot.origin.is_own else f"{stem}.png"
            self._files.saving.save_picture(decode_png(picture), name)

    def copy_picture(self) -> None:
        """Copy the picture to the clipboard."""
        if self._exploring.picture:
            data = base64.b64decode(self._exploring.picture)
            QGuiApplication.clipboard().setImage(QImage.fromData(data))
            self._bar.say(self.tr("Copied the picture."))

    def copy_code(self) -> None:
        """Copy the code as text."""
        spot, pack = self._exploring.spot, self._exploring.pack
        if spot is not None and pack is not None:
            QGuiApplication.clipboard().setText(to_text(spot.code, pack.folder.name))
            self._bar.say(self.tr("Copied the code."), self.tr("Paste it here to bring this picture back."))

    def copied_seed(self, seed: int) -> None:
        """Say that a seed is in the clipboard."""
        self._bar.say(self.tr("Copied seed {0}.").format(seed))

    def paste(self, numbers: int) -> None:
        """Explore what the clipboard holds: a picture, a seed, or a code of so many numbers."""
        data = QGuiApplication.clipboard().mimeData()
        if data is None or self._exploring.pack is None:
            return
        if data.hasImage() and not data.hasText():
            self._exploring.take(_png(QGuiApplication.clipboard().image()), self.tr("Pasted picture"))
            return
        try:
            code = from_text(data.text(), numbers)
        except GenError as error:
            self._bar.fail(error)
            return
        if isinstance(code, int):
            self.seed_pasted.emit(code)
        else:
            self._exploring.draw(code, self.tr("Pasted code"))


def _png(image: QImage) -> str:
    buffer = QBuffer()
    image.save(buffer, "PNG")  # pyright: ignore[reportCallIssue, reportArgumentType] - PySide's stubs want bytes
    return base64.b64encode(buffer.data().data()).decode()
