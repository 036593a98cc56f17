"""The commands that make something of a poem: text, Markdown, a PDF, a card with a sprite; and the clipboard."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.document.poem import Desk, Poem
from app.document.poem_text import as_markdown, as_text, file_stem
from app.tasks.file_writing import FileWriting
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from genmodels.api.errors import GenError
from genmodels.media.arrays import np
from genmodels.media.writing import write_checked

TEXT, MARKDOWN, PDF, PNG = ".txt", ".md", ".pdf", ".png"


class VerseExports(QObject):
    """Files are written whole or not at all; what is there already is replaced only where a person says so."""

    sprite_asked = Signal()  # the sprite on the canvas, to be given to `show_card`

    def __init__(self, desk: Desk, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._desk, self._bar, self._window = desk, bar, window
        self._folder = Path.home()  # where the last file was
        self._writing = FileWriting(self)
        make = partial(action, self)
        self.copy = make("verse.copy", self.tr("&Copy the poem"), self._on_copy, "Ctrl+Shift+C", icon="copy")
        self.export = make("verse.export", self.tr("&Export as text, Markdown or PDF…"), self._on_export, "Ctrl+E")
        self.card = make("verse.card", self.tr("Poem &card with the sprite…"), self.sprite_asked.emit, "Ctrl+Shift+E")
        desk.subscribe(self._enable)
        self._enable()

    def actions(self) -> Sequence[QAction]:
        """Return the commands in the order of a menu."""
        return [self.copy, self.export, self.card]

    def show_card(self, rgba_HWC: np.ndarray) -> None:
        """Show the poem beside this sprite (uint8 RGBA), to be saved or copied."""
        from app.widgets.verse.card_dialog import PoemCardDialog  # here, because few poems become cards
        from app.widgets.verse.poem_paper import card_image

        poem = self._desk.poem
        dialog = PoemCardDialog(lambda dark: card_image(poem, rgba_HWC, dark=dark), self._window)
        dialog.save_asked.connect(lambda image: self._save_card(poem, image))
        dialog.copy_asked.connect(self._copy_card)
        dialog.open()

    def _enable(self) -> None:
        for one in self.actions():
            one.setEnabled(not self._desk.poem.empty)

    def _stem(self, poem: Poem) -> str:
        return file_stem(poem, self.tr("poem"))

    # Slots

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(as_text(self._desk.poem))
        self._bar.say(self.tr("Copied the poem."))

    def _on_export(self) -> None:
        poem = self._desk.poem
        kinds = self.tr("Text (*.txt);;Markdown (*.md);;PDF (*.pdf)")
        path = self._ask_for_file(self.tr("Export the poem"), f"{self._stem(poem)}{TEXT}", kinds, (TEXT, MARKDOWN, PDF))
        if path is None:
            return
        match path.suffix.lower():
            case ".pdf":
                from app.widgets.verse.poem_paper import pdf_bytes  # here, because few poems become PDFs

                data = pdf_bytes(poem)
            case ".md":
                data = as_markdown(poem).encode()
            case _:
                data = as_text(poem).encode()
        self._write(path, data)

    def _save_card(self, poem: Poem, image: QImage) -> None:
        from app.widgets.verse.poem_paper import png_bytes  # loaded by now

        title, kinds = self.tr("Save the poem card"), self.tr("PNG picture (*.png)")
        path = self._ask_for_file(title, f"{self._stem(poem)}{PNG}", kinds, (PNG,))
        if path is not None:
            self._write(path, png_bytes(image))

    def _copy_card(self, image: QImage) -> None:
        QGuiApplication.clipboard().setImage(image)
        self._bar.say(self.tr("Copied the poem card."))

    def _ask_for_file(self, title: str, name: str, kinds: str, suffixes: Sequence[str]) -> Path | None:
        chosen, kind = QFileDialog.getSaveFileName(self._window, title, str(self._folder / name), kinds)
        if not chosen:
            return None
        path = Path(chosen)
        wanted = next((suffix for suffix in suffixes if f"*{suffix}" in kind), suffixes[0])
        if path.suffix.lower() not in suffixes or (path.name == name and path.suffix != wanted):
            stem = path.stem if path.suffix.lower() in suffixes else path.name
            path = path.with_name(stem + wanted)
            if path.exists() and not self._may_replace(path):  # the dialog has asked about the other name
                return None
        self._folder = path.parent
        return path

    def _may_replace(self, path: Path) -> bool:
        text = self.tr("{0} is there already. Replace it?").format(path.name)
        answer = QMessageBox.question(self._window, self.tr("Export"), text)
        return answer == QMessageBox.StandardButton.Yes

    def _write(self, path: Path, data: bytes) -> None:
        self._bar.say(self.tr("Writing {0}…").format(path.name))
        write: Callable[[], None] = partial(write_checked, path, data, lambda read: read == data)
        self._writing.start(write, partial(self._on_over, path.name))

    def _on_over(self, name: str, future: Future[None]) -> None:
        try:
            future.result()
        except GenError as error:
            self._bar.fail(error)
            return
        self._bar.say(self.tr("Saved {0}.").format(name))
