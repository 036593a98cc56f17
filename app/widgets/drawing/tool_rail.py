"""The tools at the left: one action each, of which one is chosen."""

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QFrame, QGridLayout, QVBoxLayout, QWidget

from app.canvas.bucket import Bucket
from app.canvas.ink import Ink
from app.canvas.move_tool import Move
from app.canvas.selection_tools import (
    EllipseSelection,
    LassoSelection,
    PolygonSelection,
    RectangleSelection,
    SelectionBrush,
    Wand,
)
from app.canvas.shape_tools import Ellipse, Line, Rectangle
from app.canvas.stroke_tools import Eraser, Pencil
from app.canvas.tools import Tool
from app.canvas.view_tools import Eyedropper, Hand, Zoom
from app.widgets.buttons import action_button, rule
from app.widgets.menus import action


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolCard:
    """A tool with its name, key, icon and one sentence on how to use it."""

    name: str  # of its command
    tool: Tool
    title: str
    key: str
    icon: str
    hint: str


class ToolRail(QFrame):
    """The tools in two columns, those that select first: they are what the model needs."""

    chosen = Signal(ToolCard)

    def __init__(self, ink: Ink, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "rail")
        self.setAccessibleName(self.tr("Tools"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 8, 5, 8)
        layout.setSpacing(3)
        group = QActionGroup(self)
        self.actions_: list[QAction | None] = []
        self._cards: list[tuple[ToolCard, QAction]] = []
        for family in (self._selection_tools(ink), self._drawing_tools(ink), self._view_tools(ink)):
            if self.actions_:
                layout.addSpacing(4)
                layout.addWidget(rule(self))
                layout.addSpacing(4)
                self.actions_.append(None)
            grid = QGridLayout()
            grid.setSpacing(2)
            for number, card in enumerate(family):
                grid.addWidget(action_button(self, self._action(card, group), 22), number // 2, number % 2)
            layout.addLayout(grid)
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

    def _selection_tools(self, ink: Ink) -> list[ToolCard]:
        modes = self.tr("The model draws there, and tools keep to it. Shift adds, Alt+Shift takes away.")
        return [
            ToolCard(
                name="draw.selection_brush", tool=SelectionBrush(ink), title=self.tr("Selection brush"), key="K",
                icon="mask-brush",
                hint=self.tr("Paint over the part that the model should draw; Alt or the right button takes away."),
            ),
            ToolCard(
                name="draw.select_rectangle", tool=RectangleSelection(ink), title=self.tr("Select a rectangle"),
                key="M", icon="rectangle-mask",
                hint=self.tr("Drag from corner to corner.") + " " + modes,
            ),
            ToolCard(
                name="draw.select_ellipse", tool=EllipseSelection(ink), title=self.tr("Select an ellipse"),
                key="Shift+M", icon="ellipse-mask",
                hint=self.tr("Drag from corner to corner.") + " " + modes,
            ),
            ToolCard(
                name="draw.lasso", tool=LassoSelection(ink), title=self.tr("Lasso"), key="Q", icon="lasso-mask",
                hint=self.tr("Draw round a part.") + " " + modes,
            ),
            ToolCard(
                name="draw.polygon_lasso", tool=PolygonSelection(ink), title=self.tr("Polygon lasso"), key="Shift+Q",
                icon="polygon-mask",
                hint=self.tr("Click corner after corner; click the last one again to close it.") + " " + modes,
            ),
            ToolCard(
                name="draw.wand", tool=Wand(ink), title=self.tr("Magic wand"), key="W", icon="wand",
                hint=self.tr("Select pixels of one colour.") + " " + modes,
            ),
        ]  # fmt: skip

    def _drawing_tools(self, ink: Ink) -> list[ToolCard]:
        second = self.tr("The right button draws with the second colour; hold Alt to pick a colour, Ctrl to move.")
        return [
            ToolCard(
                name="draw.pencil", tool=Pencil(ink), title=self.tr("Pencil"), key="B", icon="pencil",
                hint=self.tr("Draw; with Shift a straight line from the last stroke.") + " " + second,
            ),
            ToolCard(
                name="draw.eraser", tool=Eraser(ink), title=self.tr("Eraser"), key="E", icon="eraser",
                hint=self.tr("Leave transparent pixels; with Shift a straight line from the last stroke."),
            ),
            ToolCard(
                name="draw.line", tool=Line(ink), title=self.tr("Line"), key="L", icon="line",
                hint=self.tr("Drag from end to end; Shift keeps it level, upright or diagonal.") + " " + second,
            ),
            ToolCard(
                name="draw.bucket", tool=Bucket(ink), title=self.tr("Bucket"), key="G", icon="bucket",
                hint=self.tr("Fill pixels of one colour.") + " " + second,
            ),
            ToolCard(
                name="draw.rectangle", tool=Rectangle(ink), title=self.tr("Rectangle"), key="U", icon="rectangle",
                hint=self.tr("Drag from corner to corner; Shift makes a square.") + " " + second,
            ),
            ToolCard(
                name="draw.ellipse", tool=Ellipse(ink), title=self.tr("Ellipse"), key="Shift+U", icon="ellipse",
                hint=self.tr("Drag from corner to corner; Shift makes a circle.") + " " + second,
            ),
            ToolCard(
                name="draw.eyedropper", tool=Eyedropper(ink), title=self.tr("Eyedropper"), key="I", icon="eyedropper",
                hint=self.tr("Take a colour from the sprite; the right button takes it as the second."),
            ),
            ToolCard(
                name="draw.move", tool=Move(), title=self.tr("Move"), key="V", icon="move",
                hint=self.tr("Drag what is selected on the layer, or all of it; the arrow keys move it by a pixel."),
            ),
        ]  # fmt: skip

    def _view_tools(self, ink: Ink) -> list[ToolCard]:
        del ink
        return [
            ToolCard(
                name="draw.hand", tool=Hand(), title=self.tr("Hand"), key="H", icon="hand",
                hint=self.tr("Move the view; with any tool, hold Space or the middle button. The wheel zooms."),
            ),
            ToolCard(
                name="draw.zoom", tool=Zoom(), title=self.tr("Zoom"), key="Z", icon="zoom",
                hint=self.tr("Click to come nearer; the right button goes away."),
            ),
        ]  # fmt: skip
