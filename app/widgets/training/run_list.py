"""All trainings of a person, the newest first, with what each does now."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QDateTime, QLocale, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.runs import RunCard, RunState
from app.theme import current

_HEIGHT = 52
_FOLDER, _STATE, _SHARE = Qt.ItemDataRole.UserRole, Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2


class RunList(QListWidget):
    """`chosen` follows a choice by a person."""

    chosen = Signal(Path)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "list")
        self.setAccessibleName(self.tr("Trainings"))
        self.setItemDelegate(_RunDelegate(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentItemChanged.connect(self._on_current_changed)

    @property
    def folder(self) -> Path | None:
        """The chosen run."""
        item = self.currentItem()
        return Path(item.data(_FOLDER)) if item is not None and item.isSelected() else None

    def show_runs(self, cards: Sequence[RunCard]) -> None:
        """Show these; the chosen one stays chosen."""
        chosen = self.folder
        self.blockSignals(True)
        while self.count() > len(cards):
            self.takeItem(self.count() - 1)
        for row, card in enumerate(cards):
            item = self.item(row) or QListWidgetItem(self)
            item.setText(card.name)
            item.setData(_FOLDER, str(card.folder))
            item.setData(_STATE, self.state_text(card))
            item.setData(_SHARE, card.share if card.live else -1.0)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{card.name}, {self.state_text(card)}")
            item.setToolTip(str(card.folder))
        self.blockSignals(False)
        self.choose(chosen, silently=True)

    def choose(self, folder: Path | None, *, silently: bool = False) -> None:
        """Choose a run; None chooses none."""
        self.blockSignals(silently)
        rows = [row for row in range(self.count()) if self.item(row).data(_FOLDER) == str(folder)]
        if rows:
            self.setCurrentRow(rows[0])
        else:
            self.clearSelection()
            self.setCurrentRow(-1)
        self.blockSignals(False)

    def state_text(self, card: RunCard) -> str:
        """Return what a run does now, in a few words."""
        best = self.tr(" · {0:.2f}").format(card.best) if card.best is not None else ""
        when = QLocale().toString(QDateTime.fromSecsSinceEpoch(int(card.changed)).date(), "d MMM")
        match card.state:
            case RunState.STARTING:
                return self.tr("Starts…")
            case RunState.TRAINING:
                return self.tr("{0} %").format(int(card.share * 100)) + best
            case RunState.PAUSED:
                return self.tr("Paused at {0} %").format(int(card.share * 100))
            case RunState.FINISHED:
                return self.tr("Finished {0}").format(when) + best
            case RunState.STOPPED:
                return self.tr("Stopped {0}").format(when) + best
            case RunState.FAILED:
                return self.tr("Failed {0}").format(when)
            case RunState.INTERRUPTED:
                return self.tr("Broke off {0}").format(when)

    def _on_current_changed(self, item: QListWidgetItem | None, _before: QListWidgetItem | None) -> None:
        if item is not None:
            self.chosen.emit(Path(item.data(_FOLDER)))


class _RunDelegate(QStyledItemDelegate):
    """Name above, state below, a line for how far it is."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002
        """Ask for two lines."""
        return QSize(100, _HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one run."""
        rect: QRect = option.rect  # pyright: ignore[reportAttributeAccessIssue] - PySide's stubs lack both
        state: QStyle.StateFlag = option.state  # pyright: ignore[reportAttributeAccessIssue]
        colours = current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        frame = rect.adjusted(2, 2, -2, -2)
        chosen, focused = bool(state & QStyle.StateFlag.State_Selected), bool(state & QStyle.StateFlag.State_HasFocus)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(QColor(colours.hovered))
            painter.setPen(QPen(QColor(colours.accent), 2) if focused and chosen else Qt.PenStyle.NoPen)
            painter.drawRoundedRect(frame, 6, 6)
        inside, flags = frame.adjusted(10, 5, -10, -6), Qt.AlignmentFlag.AlignLeft
        metrics = painter.fontMetrics()
        for text, colour, flag in (
            (str(index.data()), colours.text, Qt.AlignmentFlag.AlignTop),
            (str(index.data(_STATE)), colours.muted, Qt.AlignmentFlag.AlignBottom),
        ):
            painter.setPen(QColor(colour))
            shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(inside.adjusted(0, 0, 0, -3), flags | flag, shown)
        share = float(index.data(_SHARE))
        if share >= 0:
            line = QRect(inside.left(), frame.bottom() - 4, inside.width(), 3)
            painter.fillRect(line, QColor(colours.line))
            line.setWidth(round(line.width() * share))
            painter.fillRect(line, QColor(colours.accent))
        painter.restore()
