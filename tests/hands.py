"""What a person does in a window, press a button and drop files, and what the engine hears of it."""

import json
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QAbstractButton, QWidget


def button(widget: QWidget, text: str) -> QAbstractButton:
    """Return the one button in the widget that has this text."""
    found = [one for one in widget.findChildren(QAbstractButton) if one.text() == text and one.isVisibleTo(widget)]
    assert len(found) == 1, text
    return found[0]


def press(widget: QWidget, text: str) -> None:
    button(widget, text).click()


def shown(widget: QWidget, text: str) -> bool:
    return any(one.text() == text and one.isVisibleTo(widget) for one in widget.findChildren(QAbstractButton))


def drop(widget: QWidget, *files: Path, x: int = 5) -> None:
    drop_data(widget, urls(files), x)


def drop_data(widget: QWidget, data: QMimeData, x: int = 5) -> None:
    """Drag the data over the widget, and drop it there where the widget takes it."""
    copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    enter = QDragEnterEvent(QPoint(x, 5), copy, data, left, none)
    widget.dragEnterEvent(enter)
    if enter.isAccepted():
        widget.dropEvent(QDropEvent(QPointF(x, 5), copy, data, left, none))


def urls(files: Iterable[Path]) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return data


def sent(record: Path, kind: str) -> list[dict[str, object]]:
    """Return the requests of a kind that the fake engine has written down."""
    lines = [json.loads(line) for line in record.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line["kind"] == kind]
