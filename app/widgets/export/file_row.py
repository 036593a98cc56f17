"""Where an export goes: the files by name, and a button that asks for another place."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.widgets.buttons import ElidedLabel, label, text_button

_NAMED = 3  # files


class FileRow(QWidget):
    """Knows a path; which files it stands for tells a function that it is given."""

    changed = Signal()

    def __init__(self, path: Path, files: Callable[[Path], Sequence[Path]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._files = path, files
        self._names = ElidedLabel(self, "title")
        self._folder = ElidedLabel(self, "muted")
        self._there = label(self, role="muted")
        self._there.setWordWrap(True)
        self.button = text_button(self, self.tr("Choose…"), self._on_choose)
        self.button.setAccessibleName(self.tr("Choose another file"))
        words = QVBoxLayout()
        words.setSpacing(2)
        for line in (self._names, self._folder, self._there):
            words.addWidget(line)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addLayout(words, 1)
        layout.addWidget(self.button)
        self.refresh()

    @property
    def path(self) -> Path:
        """The file, or the first of several."""
        return self._path

    @property
    def files(self) -> Sequence[Path]:
        """All files that will be written."""
        return self._files(self._path)

    @property
    def text(self) -> str:
        """What the row says."""
        return " ".join([self._names.text(), self._folder.text(), self._there.text()]).strip()

    def set_suffix(self, suffix: str) -> None:
        """Give the file another kind of name."""
        if self._path.suffix.lower() != suffix:
            self._path = self._path.with_suffix(suffix)
        self.refresh()

    def refresh(self) -> None:
        """Say anew which files will be written, because what they are for has changed."""
        files = self.files
        self._names.setText(self.tr("Writes {0}").format(told_names(files)))
        self._folder.setText(self.tr("into {0}").format(files[0].parent))
        there = [file for file in files if file.exists()]
        self._there.setText(self.tr("There already: {0}").format(told_names(there)) if there else "")
        self._there.setVisible(bool(there))

    def _on_choose(self) -> None:
        suffix = self._path.suffix
        options = QFileDialog.Option.DontConfirmOverwrite  # every file that would be replaced is asked about at the end
        kinds = f"{suffix[1:].upper()} (*{suffix})" if suffix else ""
        title = self.tr("Export to")
        chosen, _ = QFileDialog.getSaveFileName(self, title, str(self._path), kinds, options=options)
        if chosen:
            path = Path(chosen)
            self._path = path if path.suffix.lower() == suffix.lower() else path.with_name(path.name + suffix)
            self.refresh()
            self.changed.emit()


def told_names(files: Sequence[Path]) -> str:
    """Return the names of files in a line, the first ones where there are many."""
    names = [file.name for file in files]
    if len(names) > _NAMED:
        return f"{names[0]}, {names[1]} … {names[-1]}"
    return ", ".join(names)
