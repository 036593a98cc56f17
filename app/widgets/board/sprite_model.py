"""The board's sprites as a list that Qt's views understand; those still to come stand last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QImage

from app.document.board import BoardSprite, BoardState, Pending
from app.widgets.board.badge import word_of
from app.widgets.training.enlarged import decoded

Index = QModelIndex | QPersistentModelIndex
Row = BoardSprite | Pending


class SpriteModel(QAbstractListModel):
    """Rows are told from each other by the sprites' numbers, so that a choice outlives every other change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []
        self._places: dict[object, int] = {}  # by what tells a row from others
        self._stars: frozenset[int] = frozenset()
        self._images: dict[str, QImage] = {}  # of the pictures that are shown

    @property
    def rows(self) -> Sequence[Row]:
        """What is shown, in its order."""
        return self._rows

    def show(self, state: BoardState, pending: Sequence[Pending], *, only_starred: bool) -> None:
        """Show these; the starred alone come in the order of a walk."""
        sprites = state.starred if only_starred else state.sprites
        rows: list[Row] = [*sprites, *(() if only_starred else pending)]
        old, self._stars = self._rows, frozenset(state.stars)
        first = next((n for n, (a, b) in enumerate(zip(old, rows, strict=False)) if key_of(a) != key_of(b)), None)
        same = min(len(old), len(rows)) if first is None else first
        if len(old) > same:
            self.beginRemoveRows(QModelIndex(), same, len(old) - 1)
            self._rows = old[:same]
            self.endRemoveRows()
        self._rows = rows[:same]
        if len(rows) > same:
            self.beginInsertRows(QModelIndex(), same, len(rows) - 1)
            self._rows = rows
            self.endInsertRows()
        self._places = {key_of(row): place for place, row in enumerate(rows)}
        pictures = {row.picture for row in rows}
        self._images = {picture: image for picture, image in self._images.items() if picture in pictures}
        if same:
            self.dataChanged.emit(self.index(0), self.index(same - 1))

    def row_of(self, number: int) -> int | None:
        """Return where a sprite is shown."""
        return next(
            (n for n, row in enumerate(self._rows) if isinstance(row, BoardSprite) and row.number == number), None
        )

    def sprite_at(self, index: Index) -> BoardSprite | None:
        """Return the sprite in a row; None for one that is still to come."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        return row if isinstance(row, BoardSprite) else None

    def image_at(self, index: Index) -> QImage:
        """Return the picture in a row, empty while it is not known."""
        picture = self._rows[index.row()].picture
        if picture not in self._images:
            self._images[picture] = decoded(picture)
        return self._images[picture]

    def is_starred(self, sprite: BoardSprite) -> bool:
        """Return whether a sprite has a star."""
        return sprite.number in self._stars

    # Qt's own

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as Qt's own
        """Return how many are shown."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Return what screen readers and tooltips say."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return caption_of(row)
            case Qt.ItemDataRole.AccessibleTextRole | Qt.ItemDataRole.ToolTipRole:
                return self._story(row)
            case _:
                return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Have only what is there chosen."""
        known = self.sprite_at(index) is not None
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable if known else Qt.ItemFlag.NoItemFlags

    def _story(self, row: Row) -> str:
        parts = [row.name]
        if isinstance(row, Pending):
            parts.append(self.tr("still to come"))
        else:
            parts += [self.tr("starred")] if self.is_starred(row) else []
            parts += [self.tr("moved")] if row.moves else []
            parts += [word_of(row.likeness.originality)] if row.likeness else []
        return ", ".join(parts)


def key_of(row: Row | None) -> object:
    """Return what tells a row from others."""
    return row.number if isinstance(row, BoardSprite) else row and row.name


def caption_of(row: Row) -> str:
    """Return what stands below a picture."""
    return row.caption if isinstance(row, BoardSprite) else row.name
