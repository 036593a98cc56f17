"""The commands that change the board or what is seen of it, with their keys; every one can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.document.board import Board, BoardSprite
from app.tasks.undoing import Undoing
from app.widgets.job_bar import JobBar
from app.widgets.menus import action


class BoardEditing(QObject):
    """Acts on the chosen sprites, which it is told of."""

    filtered = Signal(bool)  # only the starred ones are to be seen
    stepping = Signal()  # undo or redo is about to take a step, which nothing that is being drawn may cut off

    def __init__(self, board: Board, bar: JobBar, parent: QObject) -> None:
        super().__init__(parent)
        self._board, self._bar = board, bar
        self._chosen: Sequence[BoardSprite] = ()
        make = partial(action, self)
        self.star = make("board.star", self.tr("&Star"), self._on_star, "S", icon="star")
        self.discard = make("board.discard", self.tr("&Discard"), self._on_discard, "Del", "Backspace", icon="discard")
        self.steps = Undoing(self._on_undo, self._on_redo, self)
        self.only_starred = make(
            "board.only_starred", self.tr("&Only starred"), self._on_filter, "O",
            tip=self.tr("Show only the starred sprites"),
        )  # fmt: skip
        self.only_starred.setCheckable(True)
        self._board.subscribe(lambda: self.steps.show(board))
        self.choose([])

    def choose(self, sprites: Sequence[BoardSprite]) -> None:
        """Act on these from now on."""
        self._chosen = sprites
        starred = [one for one in sprites if one.number in self._board.state.stars]
        self.star.setText(self.tr("Remove the &star") if sprites and len(starred) == len(sprites) else self.tr("&Star"))
        for one in (self.star, self.discard):
            one.setEnabled(bool(sprites))

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
