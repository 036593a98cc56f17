"""Writes files on a thread of its own, one after another; the window asks now and then how it went."""

from __future__ import annotations

import gc
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any

from PySide6.QtCore import QObject, QTimer

LOOK_MS = 20


class FileWriting(QObject):
    """The thread touches no object of Qt's: the window may be gone by the time it is done."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._pool: ThreadPoolExecutor | None = None
        self._under_way: list[tuple[Future[Any], Callable[[Future[Any]], object]]] = []
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self._tell)

    def start(self, write: Callable[[], Any], then: Callable[[Future[Any]], object]) -> None:
        """Have `write` called on the thread, and `then` here, with its Future, when that is over."""
        self._pool = self._pool or ThreadPoolExecutor(max_workers=1)
        self._under_way.append((self._pool.submit(_alone, write), then))
        self._look.start()

    def _tell(self) -> None:
        while self._under_way and self._under_way[0][0].done():
            future, then = self._under_way.pop(0)
            then(future)
        if not self._under_way:
            self._look.stop()


def _alone(write: Callable[[], Any]) -> Any:
    """Call it without collecting garbage: windows would be deleted on this thread, which ends the process."""
    with _uncollected:
        return write()


class _Uncollected:
    """Collects no garbage as long as any thread writes: the collector is the whole process's."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._writers = 0

    def __enter__(self) -> None:
        with self._lock:
            self._writers += 1
            gc.disable()

    def __exit__(self, *_: object) -> None:
        with self._lock:
            self._writers -= 1
            if not self._writers:
                gc.enable()


_uncollected = _Uncollected()
