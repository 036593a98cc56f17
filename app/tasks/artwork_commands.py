"""What the commands on layers, frames, cels and tags share: whom they ask, and how a change becomes a step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.document.drawing import Drawing
from app.widgets.job_bar import JobBar
from app.widgets.menus import action


@dataclass(frozen=True, slots=True, kw_only=True)
class Hands:
    """What commands work with. Layers and frames are named by their keys."""

    window: QWidget
    bar: JobBar
    drawing: Callable[[], Drawing]
    before: Callable[[], object]  # called ahead of each command: it takes back a stroke and pauses what plays
    frames: Callable[[], Sequence[int]]  # the chosen ones, in time; the one seen where no others are
    cels: Callable[[], Sequence[tuple[int, int]]]  # the same of cels
    choose_frames: Callable[[Sequence[int]], object]
    choose_cels: Callable[[Sequence[tuple[int, int]]], object]


class ArtworkCommands(QObject):
    """A family of commands."""

    def __init__(self, hands: Hands) -> None:
        super().__init__(hands.window)
        self._hands = hands

    @property
    def _drawing(self) -> Drawing:
        return self._hands.drawing()

    def _action(self, name: str, text: str, slot: Callable[[], object], *keys: str, icon: str = "") -> QAction:
        """Return a command of the Draw page."""

        def run() -> None:
            self._hands.before()
            slot()

        return action(self, f"draw.{name}", text, run, *keys, icon=icon)

    def _say(self, text: str, hint: str = "") -> None:
        self._hands.bar.say(text, hint)
