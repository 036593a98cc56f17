"""The pictures of a training side by side; each can be looked at and left out."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QHelpEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.theme import current
from app.widgets.training.enlarged import decoded, paint_enlarged
from genmodels.api.reports import PictureNote

_SIDE, _PAD, _BOX = 92, 5, 16
_NOTE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class _Shown:
    """A picture in the list; a class of its own, so that Qt hands it back as it is."""

    note: PictureNote


class PictureGrid(QListWidget):
    """A tick stands for “learnt from”; a click on it, or Space, takes the picture out and in again."""

    looked_at = Signal(PictureNote)
    excluded_changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "grid")
        self.setAccessibleName(self.tr("Pictures"))
        self.setViewMode(QListWidget.ViewMode.IconMode)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setMovement(QListWidget.Movement.Static)
        self.setUniformItemSizes(True)
        self.setSpacing(3)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        delegate = _PictureDelegate(self)
        delegate.ticked.connect(lambda row: self._toggle(self.item(row)))
        self.setItemDelegate(delegate)
        self.currentItemChanged.connect(self._on_current_changed)
        self.itemChanged.connect(lambda _item: self.excluded_changed.emit())

    @property
    def excluded(self) -> tuple[str, ...]:
        """Names of the pictures that are left out."""
        return tuple(note.name for note, included in self._entries() if not included)

    def show_pictures(self, pictures: Sequence[PictureNote]) -> None:
        """Show these; those that were left out stay, though a report no longer knows them."""
        kept = [note for note, included in self._entries() if not included]
        known = {note.name for note in pictures}
        everything = [(note, note.name not in {one.name for one in kept}) for note in pictures]
        everything += [(note, False) for note in kept if note.name not in known]
        current_name = self.current.name if self.current else ""
        self.blockSignals(True)
        self.clear()
        for note, included in sorted(everything, key=lambda entry: entry[0].name):
            item = QListWidgetItem(self)
            item.setData(_NOTE, _Shown(note))
            item.setData(Qt.ItemDataRole.AccessibleTextRole, note.name)
            item.setCheckState(Qt.CheckState.Checked if included else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        names = [note.name for note, _ in self._entries()]
        self.setCurrentRow(names.index(current_name) if current_name in names else 0)

    def forget(self) -> None:
        """Show nothing, and leave nothing out."""
        self.clear()

    @property
    def current(self) -> PictureNote | None:
        """The picture that is looked at."""
        return _note(self.currentItem())

    @property
    def current_included(self) -> bool:
        """Whether the picture that is looked at is learnt from."""
        item = self.currentItem()
        return item is not None and item.checkState() == Qt.CheckState.Checked

    def toggle_current(self) -> None:
        """Leave the picture that is looked at out, or take it in again."""
        self._toggle(self.currentItem())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space and Delete take the picture out and in."""
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Delete):
            self.toggle_current()
        else:
            super().keyPressEvent(event)

    def _toggle(self, item: QListWidgetItem | None) -> None:
        if item is not None:
            included = item.checkState() == Qt.CheckState.Checked
            item.setCheckState(Qt.CheckState.Unchecked if included else Qt.CheckState.Checked)

    def _entries(self) -> list[tuple[PictureNote, bool]]:
        items = [self.item(row) for row in range(self.count())]
        pairs = [(_note(item), item.checkState() == Qt.CheckState.Checked) for item in items]
        return [(note, included) for note, included in pairs if note is not None]

    def _on_current_changed(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        note = _note(item)
        if note is not None:
            self.looked_at.emit(note)


def _note(item: QListWidgetItem | None) -> PictureNote | None:
    shown = item.data(_NOTE) if item is not None else None
    return shown.note if isinstance(shown, _Shown) else None


class _PictureDelegate(QStyledItemDelegate):
    """Paints a picture with its tick; pictures are read when they first come into view."""

    ticked = Signal(int)  # the row

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._images: dict[str, QImage] = {}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Ask for a square."""
        return QSize(_SIDE, _SIDE)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint frame, picture and tick."""
        shown = index.data(_NOTE)
        rect, state = _area(option)
        if not isinstance(shown, _Shown):
            return
        colours, included = current(), _is_included(index)
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(QColor(colours.raised))
        painter.setPen(QPen(QColor(colours.accent if chosen else colours.line), 2 if chosen else 1))
        painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
        painter.setOpacity(1.0 if included else 0.25)
        paint_enlarged(painter, rect.adjusted(_PAD, _PAD, -_PAD, -_PAD), self._image(shown.note.fitted))
        painter.setOpacity(1.0)
        _paint_tick(painter, _box(rect), included=included)
        painter.restore()

    def editorEvent(
        self,
        event: QEvent,
        model: QAbstractItemModel,  # noqa: ARG002 - Qt passes it
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Take a click on the tick."""
        if isinstance(event, QMouseEvent) and event.button() == Qt.MouseButton.LeftButton:
            rect, _ = _area(option)
            hit = _box(rect).adjusted(-4, -4, 4, 4).contains(event.position().toPoint())
            if hit and event.type() == QEvent.Type.MouseButtonRelease:
                self.ticked.emit(index.row())
        return False

    def helpEvent(
        self,
        event: QHelpEvent,
        view: QAbstractItemView,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> bool:
        """Name the picture under the pointer."""
        from PySide6.QtWidgets import QToolTip  # here, because it is asked for rarely

        shown = index.data(_NOTE)
        if isinstance(shown, _Shown):
            QToolTip.showText(event.globalPos(), f"{shown.note.name}\n{shown.note.fitting}", view)
            return True
        return super().helpEvent(event, view, option, index)

    def _image(self, picture: str) -> QImage:
        if picture not in self._images:
            self._images[picture] = decoded(picture)
        return self._images[picture]


def _paint_tick(painter: QPainter, box: QRect, *, included: bool) -> None:
    colours = current()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colours.accent if included else colours.field_line), 1.5))
    painter.setBrush(QColor(colours.accent if included else colours.panel))
    painter.drawRoundedRect(box, 4, 4)
    if included:
        painter.setPen(QPen(QColor(colours.on_accent), 2))
        painter.drawPolyline([box.topLeft() + part for part in (QPoint(4, 8), QPoint(7, 11), QPoint(12, 5))])


def _box(rect: QRect) -> QRect:
    return QRect(rect.right() - _BOX - 3, rect.top() + 4, _BOX, _BOX)


def _area(option: QStyleOptionViewItem) -> tuple[QRect, QStyle.StateFlag]:
    return option.rect, option.state  # pyright: ignore[reportAttributeAccessIssue] - PySide's stubs lack both


def _is_included(index: QModelIndex | QPersistentModelIndex) -> bool:
    return Qt.CheckState(index.data(Qt.ItemDataRole.CheckStateRole)) == Qt.CheckState.Checked
