"""The tools at the left: one action each, of which one is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from app.canvas.drawing_tools import Bucket, Eraser, Eyedropper, Hand, Pencil
from app.canvas.ink import Ink
from app.canvas.mask_tools import LassoMask, MaskBrush, RectangleMask
from app.canvas.tools import Tool
from app.widgets.buttons import action_button, rule
from app.widgets.menus import show_icon


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCard:
    """A tool with its name, key, icon and one sentence on how to use it."""

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
                action = self._action(card, group)
                layout.addWidget(action_button(self, action, 22), alignment=Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)

    def choose(self, number: int) -> None:
        """Choose a tool by its place in the column."""
        self._cards[number][1].trigger()

    def _action(self, card: ToolCard, group: QActionGroup) -> QAction:
        action = QAction(card.title, group)
        action.setCheckable(True)
        action.setShortcut(QKeySequence(card.key))
        show_icon(action, card.icon)
        action.triggered.connect(lambda: self.chosen.emit(card))
        self.actions_.append(action)
        self._cards.append((card, action))
        return action

    def _mask_tools(self, ink: Ink) -> list[ToolCard]:
        modes = self.tr("Shift adds, Alt takes away.")
        return [
            ToolCard(
                tool=MaskBrush(ink), title=self.tr("Mask brush"), key="K", icon="mask-brush",
                hint=self.tr("Paint over the part to redraw; Alt or the right button takes away."),
            ),
            ToolCard(
                tool=RectangleMask(), title=self.tr("Rectangle mask"), key="M", icon="rectangle-mask",
                hint=self.tr("Drag round the part to redraw.") + " " + modes,
            ),
            ToolCard(
                tool=LassoMask(), title=self.tr("Lasso mask"), key="Q", icon="lasso-mask",
                hint=self.tr("Draw round the part to redraw.") + " " + modes,
            ),
        ]  # fmt: skip

    def _drawing_tools(self, ink: Ink) -> list[ToolCard]:
        return [
            ToolCard(
                tool=Pencil(ink), title=self.tr("Pencil"), key="B", icon="pencil",
                hint=self.tr("Draw. The right button draws with the second colour, Alt picks a colour."),
            ),
            ToolCard(
                tool=Eraser(ink), title=self.tr("Eraser"), key="E", icon="eraser",
                hint=self.tr("Leave transparent pixels."),
            ),
            ToolCard(
                tool=Bucket(ink), title=self.tr("Bucket"), key="G", icon="bucket",
                hint=self.tr("Fill connected pixels of one colour."),
            ),
            ToolCard(
                tool=Eyedropper(ink), title=self.tr("Eyedropper"), key="I", icon="eyedropper",
                hint=self.tr("Take a colour from the sprite."),
            ),
            ToolCard(
                tool=Hand(), title=self.tr("Hand"), key="H", icon="hand",
                hint=self.tr("Move the view; with any tool, hold Space or the middle button. The wheel zooms."),
            ),
        ]  # fmt: skip
