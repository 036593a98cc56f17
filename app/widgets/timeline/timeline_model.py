"""An artwork as a table that Qt's views understand: the highest layer first, a column to a frame."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from genmodels.media.artwork.artwork import Artwork, Frame, Layer
from genmodels.media.artwork.plane import Plane

Index = QModelIndex | QPersistentModelIndex

_NONE = QModelIndex()
_SPOKEN = (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole)


class TimelineModel(QAbstractTableModel):
    """Shows one artwork after another; the view keeps its place, since rows and columns come and go at the end."""

    def __init__(self, artwork: Artwork, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.artwork = artwork
        self._rows, self._columns = len(artwork.layers), len(artwork.frames)

    def show(self, artwork: Artwork) -> None:
        """Show this artwork."""
        self.artwork = artwork
        rows, columns = len(artwork.layers), len(artwork.frames)
        if rows > self._rows:
            self.beginInsertRows(_NONE, self._rows, rows - 1)
            self._rows = rows
            self.endInsertRows()
        elif rows < self._rows:
            self.beginRemoveRows(_NONE, rows, self._rows - 1)
            self._rows = rows
            self.endRemoveRows()
        if columns > self._columns:
            self.beginInsertColumns(_NONE, self._columns, columns - 1)
            self._columns = columns
            self.endInsertColumns()
        elif columns < self._columns:
            self.beginRemoveColumns(_NONE, columns, self._columns - 1)
            self._columns = columns
            self.endRemoveColumns()
        self.dataChanged.emit(self.index(0, 0), self.index(rows - 1, columns - 1))
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, columns - 1)
        self.headerDataChanged.emit(Qt.Orientation.Vertical, 0, rows - 1)

    # What stands where

    def layer(self, row: int) -> Layer:
        """Return the layer of a row."""
        return self.artwork.layers[max(len(self.artwork.layers) - 1 - row, 0)]

    def frame(self, column: int) -> Frame:
        """Return the frame of a column."""
        return self.artwork.frames[min(column, len(self.artwork.frames) - 1)]

    def plane(self, row: int, column: int) -> Plane | None:
        """Return what a cel holds; None where there is nothing, or no cel."""
        if not 0 <= column < len(self.artwork.frames):
            return None
        return self.artwork.cels.get((self.layer(row).key, self.frame(column).key))

    def place(self, index: Index) -> tuple[int, int]:
        """Return the keys of layer and frame of an index."""
        return self.layer(index.row()).key, self.frame(index.column()).key

    def index_of(self, layer: int, frame: int) -> QModelIndex:
        """Return the index of a cel by the keys of its layer and frame."""
        row = len(self.artwork.layers) - 1 - self.artwork.layer_at(layer)
        return self.index(row, self.artwork.frame_at(frame))

    # Qt's questions

    def rowCount(self, parent: Index = _NONE) -> int:
        """One to a layer."""
        return 0 if parent.isValid() else self._rows

    def columnCount(self, parent: Index = _NONE) -> int:
        """One to a frame."""
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Say in words what the delegate paints."""
        if not index.isValid() or role not in _SPOKEN:
            return None
        layer, row, column = self.layer(index.row()), index.row(), index.column()
        plane = self.plane(row, column)
        if plane is None:
            state = self.tr("empty")
        elif plane in (self.plane(row, column - 1), self.plane(row, column + 1)):
            state = self.tr("linked with its neighbour")
        else:
            state = self.tr("drawn")
        return self.tr("{0}, frame {1}: {2}").format(layer.name, column + 1, state)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Name layers and number frames; for ears and in tooltips with what else there is to know."""
        spoken = role in _SPOKEN
        if not spoken and role != Qt.ItemDataRole.DisplayRole:
            return None
        if orientation == Qt.Orientation.Horizontal:
            return self._frame_text(section) if spoken else str(section + 1)
        layer = self.layer(section)
        if not spoken:
            return layer.name
        words = [layer.name, "" if layer.visible else self.tr("hidden"), self.tr("locked") if layer.locked else ""]
        words.append(self.tr("{0} % opaque").format(round(layer.opacity / 2.55)) if layer.opacity < 255 else "")
        return ", ".join(word for word in words if word)

    def _frame_text(self, column: int) -> str:
        text = self.tr("Frame {0}, {1} ms").format(column + 1, self.frame(column).duration_ms)
        tags = ", ".join(tag.name for tag in self.artwork.tags if tag.first <= column <= tag.last)
        return f"{text} · {tags}" if tags else text
