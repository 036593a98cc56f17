"""What the Train page shows before there are pictures."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.widgets.buttons import text_button
from app.widgets.page_hint import PageHint


class DropHint(PageHint):
    """Where pictures come from, and what becomes of them."""

    folder_asked = Signal()
    files_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("folder", parent)
        self.add_button(text_button(self, self.tr("Choose a folder…"), self.folder_asked.emit, role="primary"))
        self.add_button(text_button(self, self.tr("Choose files…"), self.files_asked.emit))
        text = self.tr(
            "Some 40 to 5,000 pictures of one kind: PNG, GIF, WebP, sheets, Aseprite files. "
            "They are looked at first, and nothing in the folder is ever changed. "
            "Then a model of your own learns from them, on this computer alone."
        )
        self.show_way(self.tr("Drop a folder of sprites here"), text, takes_drops=True)
