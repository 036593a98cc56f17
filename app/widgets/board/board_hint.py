"""What the board shows while it is empty."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.widgets.buttons import command_button
from app.widgets.page_hint import PageHint


class BoardHint(PageHint):
    """How to have sprites made up."""

    def __init__(self, new: QAction, parent: QWidget | None = None) -> None:
        super().__init__("board", parent)
        self.add_button(command_button(self, new, self.tr("New sprites"), role="primary"))
        self.show_packs(any_=True)

    def show_packs(self, *, any_: bool) -> None:
        """Say what to do next, which differs where there is no pack."""
        if not any_:
            self.show_need(self.tr("No pack makes up sprites yet"))
            return
        text = self.tr(
            "Press N for sprites that the model makes up, and again for more. Star those you like with S, ask for "
            "more like one with M, cross two with X, and undo anything with Ctrl+Z. A seed brings a sprite back."
        )
        self.show_way(self.tr("A board of new sprites"), text, takes_drops=False)
