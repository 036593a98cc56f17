"""What the Verse page shows while no pack writes verse."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.widgets.buttons import command_button
from app.widgets.page_hint import PageHint


class VerseHint(PageHint):
    """How to get a pack."""

    def __init__(self, write: QAction, parent: QWidget | None = None) -> None:
        super().__init__("verse", parent)
        self.add_button(command_button(self, write))
        text = self.tr(
            "On the Train page, drop a text file with some thousand lines, yours or old ones that are free: after an "
            "hour or so, all on this computer, the pack is in the list here. "
            "Or drop someone else's .svpack file anywhere on this window."
        )
        self.show_need(self.tr("No pack writes verse yet"), text)
