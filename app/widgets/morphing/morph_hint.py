"""What the Morph page shows before there are two pictures."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.widgets.buttons import text_button
from app.widgets.page_hint import PageHint


class MorphHint(PageHint):
    """Where pictures come from, and what becomes of them."""

    def __init__(self, add: QAction, add_canvas: QAction, parent: QWidget | None = None) -> None:
        super().__init__("morph", parent)
        self.add_button(text_button(self, add.text(), add.trigger, role="primary"))
        self.add_button(text_button(self, add_canvas.text(), add_canvas.trigger))

    def show_state(self, pictures: int, *, has_pack: bool) -> None:
        """Say what is missing: a pack, two pictures, or one."""
        if not has_pack:
            self.show_need(self.tr("No pack morphs pictures yet"))
        elif pictures:
            text = self.tr("The morph begins by itself as soon as there are two. More than two make a longer way.")
            self.show_way(self.tr("Drop the second picture here"), text, takes_drops=True)
        else:
            text = self.tr(
                "The model draws the way from each to the next, frame by frame, in crisp pixels. "
                "The pictures themselves stay exactly as they are. "
                "Then export a GIF, an APNG, a WebP, a sheet or single frames."
            )
            self.show_way(self.tr("Drop two pictures here, or more"), text, takes_drops=True)
