"""The commands that change the board or what is seen of it, with their keys; every one can be undone."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction

from app.document.board import Board, BoardSprite
from app.widgets.job_bar import JobBar
from app.widgets.menus import Entry, action


class BoardEditing(QObject):
    """Acts on the chosen sprites, which it is told of."""

    filtered = Signal(bool)  # only the starred ones are to be seen
    stepping = Signal()  # undo or redo is about to take a step, which nothing that is being drawn may cut off

    def __init__(self, board: Board, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._board, self._bar = board, bar
        self._chosen: Sequence[BoardSprite] = ()
        make = self._make
        self.star = make(self.tr("&Star"), self._on_star, "S", icon="star")
        self.discard = make(self.tr("&Discard"), self._on_discard, "Del", "Backspace", icon="discard")
        self.undo = make(self.tr("&Undo"), self._on_undo, "Ctrl+Z", icon="undo")
        self.redo = make(self.tr("&Redo"), self._on_redo, "Ctrl+Y", "Ctrl+Shift+Z", icon="redo")
        self.only_starred = make(self.tr("&Only starred"), self._on_filter, "O")
        self.only_starred.setCheckable(True)
        self._board.subscribe(self._show_steps)
        self._show_steps()
        self.choose([])

    def choose(self, sprites: Sequence[BoardSprite]) -> None:
        """Act on these from now on."""
        self._chosen = sprites
        starred = [one for one in sprites if one.number in self._board.state.stars]
        self.star.setText(self.tr("Take the &star") if sprites and len(starred) == len(sprites) else self.tr("&Star"))
        for one in (self.star, self.discard):
            one.setEnabled(bool(sprites))

    def _make(self, text: str, slot: Callable[[], object], *keys: str, icon: str = "") -> QAction:
        return action(self, Entry(text=text, slot=slot, keys=keys, icon=icon))

    def _on_star(self) -> None:
        self._board.star([one.number for one in self._chosen], self.tr("star"))

    def _on_discard(self) -> None:
        sprites = self._chosen
        one = len(sprites) == 1
        text = self.tr("Discarded {0}.") if one else self.tr("Discarded {0} sprites.")
        self._board.discard({sprite.number for sprite in sprites}, self.tr("discard"))
        self._bar.say(text.format(sprites[0].name if one else len(sprites)), self.tr("Ctrl+Z undoes it."))

    def _on_undo(self) -> None:
        self.stepping.emit()
        text = self.tr("Took back: {0}.").format(self._board.undo_text)
        self._board.undo()
        self._bar.say(text)

    def _on_redo(self) -> None:
        self.stepping.emit()
        text = self.tr("Brought back: {0}.").format(self._board.redo_text)
        self._board.redo()
        self._bar.say(text)

    def _on_filter(self) -> None:
        self.filtered.emit(self.only_starred.isChecked())

    def _show_steps(self) -> None:
        for one, text, step in (
            (self.undo, self.tr("&Undo"), self._board.undo_text),
            (self.redo, self.tr("&Redo"), self._board.redo_text),
        ):
            one.setText(f"{text} {step}".strip())
            one.setEnabled(bool(step))
