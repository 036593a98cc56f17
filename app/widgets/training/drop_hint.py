"""What the Train page shows before there are pictures or verse."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.widgets.buttons import command_button, text_button
from app.widgets.page_hint import PageHint


class DropHint(PageHint):
    """Where pictures and verse come from, and what becomes of them."""

    folder_asked = Signal()
    files_asked = Signal()

    def __init__(self, paste: QAction, parent: QWidget | None = None) -> None:
        super().__init__("folder", parent)
        self.add_button(text_button(self, self.tr("Choose a folder…"), self.folder_asked.emit, role="primary"))
        self.add_button(text_button(self, self.tr("Choose files…"), self.files_asked.emit))
        self.add_button(command_button(self, paste))
        text = self.tr(
            "Some 40 to 5,000 pictures of one kind: PNG, GIF, WebP, sheets, Aseprite files. "
            "Or some thousand lines of verse: text files, a line to a line. "
            "They are looked at first, and nothing in the folder is ever changed. "
            "Then a model of your own learns from them, on this computer alone."
        )
        self.show_way(self.tr("Drop a folder of sprites here, or verse"), text, takes_drops=True)
