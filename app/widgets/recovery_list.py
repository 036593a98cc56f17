"""The list of recovery copies: what each looks like, where it came from, when it was made and how large it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QDateTime, QLocale, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QPixmap
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from app.document.project.reading import read_preview
from app.document.sessions import Copy
from app.images import to_qimage
from app.widgets.buttons import label
from genmodels.api.errors import GenError

_SIDE = 64
_PLACE = Qt.ItemDataRole.UserRole


class RecoveryList(QDialog):
    """One click, or Enter, chooses a copy and closes the list; none is ever removed by it."""

    chosen = Signal(Copy)

    def __init__(self, copies: Sequence[Copy], text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recover"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._copies = copies
        self.list = QListWidget(self)
        self.list.setAccessibleName(self.tr("Recovery copies"))
        self.list.setIconSize(QSize(_SIDE, _SIDE))
        self.list.setSpacing(4)
        for number, copy in enumerate(copies):
            item = QListWidgetItem(_icon(copy), self._words(copy), self.list)
            item.setData(_PLACE, number)
            item.setToolTip(copy.note.origin)
        self.list.itemClicked.connect(self._choose)
        self.list.itemActivated.connect(self._choose)
        if copies:
            self.list.setCurrentRow(0)
        said = label(self, text if copies else self.tr("There are no copies: nothing was lost."))
        said.setWordWrap(True)
        kept = label(self, self.tr("Copies are kept for seven days; File > Recover… shows them again."), role="muted")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        for widget in (said, self.list, kept, buttons):
            layout.addWidget(widget)
        self.resize(560, 420)

    def _choose(self, item: QListWidgetItem) -> None:
        if self.result() == QDialog.DialogCode.Accepted:  # a click may activate as well
            return
        copy = self._copies[item.data(_PLACE)]
        self.accept()
        self.chosen.emit(copy)

    def _words(self, copy: Copy) -> str:
        note, locale = copy.note, QLocale()
        name = copy.origin.name if copy.origin is not None else self.tr("New sprite")
        when = QDateTime.fromSecsSinceEpoch(int(copy.changed))
        time = locale.toString(when, QLocale.FormatType.ShortFormat)
        facts = [time, f"{note.width}×{note.height}"]
        if note.layers > 1:
            facts.append(self.tr("{0} layers").format(note.layers))
        if note.frames > 1:
            facts.append(self.tr("{0} frames").format(note.frames))
        facts.append(locale.formattedDataSize(copy.nbytes, 1))
        return f"{name}\n{' · '.join(facts)}"


def _icon(copy: Copy) -> QIcon:
    """Return the small picture; an empty one where it cannot be read, which opening will tell."""
    try:
        picture = QPixmap.fromImage(to_qimage(read_preview(copy.file)))
    except GenError:
        picture = QPixmap(1, 1)
        picture.fill(Qt.GlobalColor.transparent)
    side = QSize(_SIDE, _SIDE)
    return QIcon(picture.scaled(side, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.FastTransformation))
