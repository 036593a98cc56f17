"""Where the parts of a page stand."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget


def arrange(
    page: QWidget,
    middle: Sequence[QWidget],
    side: QWidget,
    *,
    grows: QWidget,
    left: QWidget | None = None,
    top: QWidget | None = None,
) -> None:
    """Put the middle's parts below each other, the growing one taking all room, between left and side; top above."""
    column, line, whole = QVBoxLayout(), QHBoxLayout(), QVBoxLayout(page)
    whole.setContentsMargins(0, 0, 0, 0)
    for layout in (column, line, whole):
        layout.setSpacing(0)
    for widget in middle:
        column.addWidget(widget, int(widget is grows))
    if left is not None:
        line.addWidget(left)
    line.addLayout(column, 1)
    line.addWidget(side)
    if top is not None:
        whole.addWidget(top)
    whole.addLayout(line, 1)


def scrolled(frame: QFrame) -> QWidget:
    """Return what scrolls in the frame, still empty: Qt restyles all that is in a widget that changes its parent."""
    scroll = QScrollArea(frame)
    content = QWidget(scroll)
    scroll.setWidget(content)
    scroll.setWidgetResizable(True)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(scroll)
    return content
