"""The panel at the right of the verse desk: how lines are written, lines to pick from, a line's sliders, the shelf."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.widgets.verse.found_panel import FoundPanel
from app.widgets.verse.line_explorer import LineExplorer
from app.widgets.verse.rules_panel import RulesPanel
from app.widgets.verse.shelf_panel import ShelfPanel
from app.widgets.verse.side_tabs import SideTabs


class VerseSide(SideTabs):
    """Its parts are made in the order of Tab."""

    def __init__(
        self,
        unfold: QAction,
        find: Sequence[QAction],
        use: Sequence[QAction],
        explore: Sequence[QAction],
        *,
        keep: QAction,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.add_buttons(
            [
                (self.tr("Writing"), self.tr("How lines are written")),
                (self.tr("Lines"), self.tr("Fresh lines and neighbours, to pick from")),
                (self.tr("Explore"), self.tr("A line as sliders")),
                (self.tr("Shelf"), self.tr("The poems you keep")),
            ]
        )
        into = list(zip([self.tr("First"), self.tr("Here"), self.tr("Last")], use, strict=True))
        line, found = explore
        self.rules = RulesPanel(unfold, self)
        self.found = FoundPanel(find, [*into, (self.tr("Explore it"), found)], self)
        self.explorer = LineExplorer(line, into, self)
        self.shelf = ShelfPanel(keep, self)
        self.add_parts([self.rules, self.found, self.explorer, self.shelf])

    @property
    def offered(self) -> str:
        """The line that would come into the poem: the one explored, or the one chosen among those found."""
        if self.current is self.explorer:
            return self.explorer.line
        return self.found.current.line.text if self.found.current is not None else ""
