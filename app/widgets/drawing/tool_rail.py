"""The tools at the left: one action each, of which one is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.canvas.drawing_tools import Bucket, Eraser, Eyedropper, Hand, Pencil
from app.canvas.ink import Ink
from app.canvas.mask_tools import LassoMask, MaskBrush, RectangleMask
from app.canvas.tools import Tool
from app.widgets.buttons import action_button, rule
from app.widgets.menus import action


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCard:
    """A tool with its names, usual key, icon and one sentence on how to use it."""

    name: str  # of its command, which never changes
    tool: Tool
    title: str
    key: str
    icon: str
    hint: str


class ToolRail(QFrame):
    """A column of tools, those for the mask first: they are what the model needs."""

    chosen = Signal(ToolCard)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Tools"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(7, 8, 7, 8)
        layout.setSpacing(3)
        group = QActionGroup(self)
        self.actions_: list[QAction | None] = []
        self._cards: list[tuple[ToolCard, QAction]] = []
        for family in (self._mask_tools(ink), self._drawing_tools(ink)):
            if self.actions_:
                layout.addSpacing(4)
                layout.addWidget(rule(self))
                layout.addSpacing(4)
                self.actions_.append(None)
            for card in family:
                button = action_button(self, self._action(card, group), 22)
                layout.addWidget(button, alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def choose(self, number: int) -> None:
        """Choose a tool by its place in the column."""
        self._cards[number][1].trigger()

    def _action(self, card: ToolCard, group: QActionGroup) -> QAction:
        choose = action(group, card.name, card.title, lambda: self.chosen.emit(card), card.key, icon=card.icon)
        choose.setCheckable(True)
        self.actions_.append(choose)
        self._cards.append((card, choose))
        return choose

    def _mask_tools(self, ink: Ink) -> list[ToolCard]:
        modes = self.tr("Shift adds, Alt takes away.")
        return [
            ToolCard(
                name="draw.mask_brush", tool=MaskBrush(ink), title=self.tr("Mask brush"), key="K", icon="mask-brush",
                hint=self.tr("Paint over the part to redraw; Alt or the right button takes away."),
            ),
            ToolCard(
                name="draw.rectangle_mask", tool=RectangleMask(), title=self.tr("Rectangle mask"), key="M",
                icon="rectangle-mask",
                hint=self.tr("Drag round the part to redraw.") + " " + modes,
            ),
            ToolCard(
                name="draw.lasso_mask", tool=LassoMask(), title=self.tr("Lasso mask"), key="Q", icon="lasso-mask",
                hint=self.tr("Draw round the part to redraw.") + " " + modes,
            ),
        ]  # fmt: skip

    def _drawing_tools(self, ink: Ink) -> list[ToolCard]:
        return [
            ToolCard(
                name="draw.pencil", tool=Pencil(ink), title=self.tr("Pencil"), key="B", icon="pencil",
                hint=self.tr("Draw. The right button draws with the second colour, Alt picks a colour."),
            ),
            ToolCard(
                name="draw.eraser", tool=Eraser(ink), title=self.tr("Eraser"), key="E", icon="eraser",
                hint=self.tr("Leave transparent pixels."),
            ),
            ToolCard(
                name="draw.bucket", tool=Bucket(ink), title=self.tr("Bucket"), key="G", icon="bucket",
                hint=self.tr("Fill connected pixels of one colour."),
            ),
            ToolCard(
                name="draw.eyedropper", tool=Eyedropper(ink), title=self.tr("Eyedropper"), key="I", icon="eyedropper",
                hint=self.tr("Take a colour from the sprite."),
            ),
            ToolCard(
                name="draw.hand", tool=Hand(), title=self.tr("Hand"), key="H", icon="hand",
                hint=self.tr("Move the view; with any tool, hold Space or the middle button. The wheel zooms."),
            ),
        ]  # fmt: skip
