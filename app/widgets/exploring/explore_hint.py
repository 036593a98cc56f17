"""What the Explore page shows while there is nothing to explore."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.widgets.buttons import text_button
from app.widgets.page_hint import PageHint


class ExploreHint(PageHint):
    """Where pictures come from, and what becomes of them."""

    open_asked = Signal()
    canvas_asked = Signal()
    new_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("explore", parent)
        self.add_button(text_button(self, self.tr("New pictures"), self.new_asked.emit, role="primary"))
        self.add_button(text_button(self, self.tr("Open…"), self.open_asked.emit))
        self.add_button(text_button(self, self.tr("From the canvas"), self.canvas_asked.emit))
        self.show_packs(any_=True)

    def show_packs(self, *, any_: bool) -> None:
        """Say what to do next, which differs where there is no pack."""
        if not any_:
            self.show_need(self.tr("No pack explores pictures yet"))
            return
        text = self.tr(
            "The model reads it as a few numbers. Each becomes a slider: move one, and see what the picture would be "
            "then. Or begin with pictures that the model makes up."
        )
        self.show_way(self.tr("Drop a picture here"), text, takes_drops=True)
