"""The walk: the starred sprites in a row that can be reordered, and the frames between them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.document.key_pictures import Row
from app.widgets.buttons import label
from app.widgets.morphing.frame_player import FramePlayer
from app.widgets.morphing.key_row import KeyRow


class WalkView(QWidget):
    """Shows; the page changes what it shows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.row = KeyRow([], self, title=self.tr("Starred sprites"), replaces=False)
        self._shown: Row = ()
        self._stack = QStackedWidget(self)
        self.player = FramePlayer(self._stack)
        self._hint = label(self._stack, role="muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._hint.setText(
            self.tr("Star two sprites of one pack, or more, on the board: the walk goes from each to the next.")
        )
        self._stack.addWidget(self._hint)
        self._stack.addWidget(self.player)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.row)
        layout.addWidget(self._stack, 1)

    @property
    def hint(self) -> str:
        """What it says where there is nothing to play."""
        return self._hint.text() if self._stack.currentWidget() is self._hint else ""

    def show_row(self, row: Row, left_out: int) -> None:
        """Show the starred sprites, and how many more there are of other packs."""
        if row != self._shown:
            self._shown = row
            self.row.show_row(row)
            if left_out:
                text = self.tr("{0} of other packs are left out: their numbers mean nothing to this one")
                self.row.show_remark(text.format(left_out))
        self._stack.setCurrentWidget(self.player if len(row) > 1 else self._hint)
