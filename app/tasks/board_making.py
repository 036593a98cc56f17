"""Makes the board's sprites: fresh ones, relatives, children, those of recipes; and holds all to one palette."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.board import Board, BoardSprite, Fresh, Lock
from app.document.relatives import crossed, near
from app.engine import Engine
from app.tasks.board_drawing import BoardDrawing, Wish, fresh_wishes
from app.widgets.job_bar import JobBar
from genmodels.api.codes import Code
from genmodels.api.messages import Done, Failed, Likeness, Originality

RELATIVES = 8  # a press


class BoardMaking(QObject):
    """Turns what a person wants into wishes, and what is drawn into steps of the board."""

    locked = Signal()  # the palette that is held to, or is to be held to, is another

    def __init__(self, engine: Engine, board: Board, bar: JobBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine, self._board, self._bar = engine, board, bar
        self.drawing = BoardDrawing(engine, self)
        self._wanted: Lock | None = None  # while sprites are drawn in it
        self._again: Callable[[], object] | None = None
        self._made: list[BoardSprite] = []
        self.drawing.drawn.connect(self._on_drawn)
        self.drawing.changed.connect(self._show_progress)
        self.drawing.failed.connect(self._on_failed)
        self.drawing.ended.connect(self._on_ended)
        self._total = 0
        board.subscribe(self.locked.emit)

    @property
    def lock(self) -> Lock:
        """The palette that new sprites are held to."""
        return self._wanted if self._wanted is not None else self._board.state.lock

    # Wishes

    def make_fresh(self, pack: Path, fresh: Sequence[Fresh], tag: str, text: str) -> None:
        """Have sprites of these seeds drawn; tag: what they are to show, empty leaves it open."""
        names = [self.tr("Seed {0}").format(one.seed) for one in fresh]
        self._ask(fresh_wishes(pack, fresh, names, text, tag=tag, palette=self.lock.colours))

    def make_relatives(self, sprite: BoardSprite, radius: float, seed: int) -> None:
        """Have sprites drawn whose numbers are near another's."""
        codes = [near(sprite.code, radius, seed + number) for number in range(RELATIVES)]
        names = [f"≈{_short(sprite)} #{number + 1}" for number in range(RELATIVES)]
        self.make_coded(sprite.pack, codes, names, self.tr("more like this"))

    def make_children(self, one: BoardSprite, other: BoardSprite, seed: int) -> None:
        """Have children of two sprites drawn."""
        if one.pack != other.pack or len(one.code.numbers) != len(other.code.numbers):
            hint = self.tr("The numbers of one pack mean nothing to another: choose two of the same.")
            self._bar.say(self.tr("These two come from different packs."), hint)
            return
        codes = crossed(one.code, other.code, RELATIVES, seed)
        names = [f"{_short(one)}×{_short(other)} #{number + 1}" for number in range(RELATIVES)]
        self.make_coded(one.pack, codes, names, self.tr("cross two"))

    def make_coded(
        self,
        pack: Path,
        codes: Sequence[Code],
        names: Sequence[str],
        text: str,
        fresh: Sequence[Fresh | None] = (),
    ) -> None:
        """Have sprites of these codes drawn; fresh tells how their first numbers were drawn, where it is known."""
        colours = self.lock.colours
        held = tuple(replace(code, palette=colours) if colours else code for code in codes)
        stories = tuple(fresh) or (None,) * len(held)
        self._ask([Wish(pack=pack, codes=held, names=tuple(names), fresh=stories, text=text, gesture=object())])

    def hold_to(self, lock: Lock) -> None:
        """Hold all sprites to a palette: those on the board are drawn again from their codes."""
        if lock == self.lock:
            return
        sprites = self._board.state.sprites
        if not sprites:
            self._board.change([], self.tr("palette"), lock=lock)
            return
        self._wanted = lock
        gesture = object()
        wishes = []
        for pack in dict.fromkeys(one.pack for one in sprites):
            own = [one for one in sprites if one.pack == pack]
            wishes.append(
                Wish(
                    pack=pack,
                    codes=tuple(replace(one.code, palette=lock.colours) for one in own),
                    names=tuple(one.name for one in own),
                    fresh=tuple(one.fresh for one in own),
                    numbers=tuple(one.number for one in own),
                    text=self.tr("palette"),
                    gesture=gesture,
                    lock=lock,
                )
            )
        self._ask(wishes)
        self.locked.emit()

    def _ask(self, wishes: Sequence[Wish]) -> None:
        self._bar.clear()
        self._total += sum(len(wish.names) for wish in wishes)
        self._again = lambda: self._ask(wishes)
        self.drawing.ask(wishes)

    # What is drawn

    def _on_drawn(self, wish: Wish, pictures: Sequence[str], done: Done) -> None:
        likenesses = done.likenesses if len(done.likenesses) == len(pictures) else (None,) * len(pictures)
        gesture = f"wish {id(wish.gesture)}"
        if wish.numbers:
            self._redraw(wish, pictures, likenesses, gesture)
            return
        codes = wish.codes or done.codes
        sprites = [
            BoardSprite(
                number=self._board.next_number(),
                pack=wish.pack,
                name=name,
                picture=picture,
                own=code,
                fresh=one,
                likeness=likeness,
            )
            for name, picture, code, one, likeness in zip(
                wish.names, pictures, codes, wish.fresh, likenesses, strict=True
            )
        ]
        self._made += sprites
        self._board.add(sprites, wish.text, gesture)

    def _redraw(self, wish: Wish, pictures: Sequence[str], likenesses: Sequence[Likeness | None], gesture: str) -> None:
        lock = wish.lock or Lock()
        changed = []
        for number, picture, likeness in zip(wish.numbers, pictures, likenesses, strict=True):
            sprite = self._board.state.sprite(number)
            if sprite is not None:
                own = replace(sprite.own, palette=lock.colours)
                changed.append(replace(sprite, picture=picture, own=own, likeness=likeness))
        self._board.change(changed, wish.text, gesture, lock=lock)

    def leave(self) -> None:
        """Leave the engine to other pages; what is still to come is asked for again by `come_back`."""
        if self.drawing.running:
            self._bar.end_progress("")
        self.drawing.rest()

    def come_back(self) -> None:
        """Go on with what is still to come."""
        self.drawing.go_on()
        self._show_progress()

    def _show_progress(self) -> None:
        left = len(self.drawing.pending)
        if self.drawing.running:
            text = self.tr("Drawing sprites…") if self._engine.is_ready else self.tr("Waiting for the engine to start…")
            self._bar.show_progress(text, max(self._total - left, 0), self._total if left else 0)

    def _on_failed(self, failure: Failed) -> None:
        again = self._again
        self._bar.fail(failure, offer=(self.tr("Retry"), again) if again is not None else None)

    def _on_ended(self) -> None:
        made, self._made, self._total = self._made, [], 0
        held, self._wanted = self._wanted, None
        self._board.settle()
        if held is not None and held == self._board.state.lock and not made:
            self._bar.end_progress(
                self.tr("All sprites have these colours."), self.tr("Ctrl+Z brings the others back.")
            )
        else:
            self._bar.end_progress(*self._ending(made))
        self.locked.emit()

    def _ending(self, made: Sequence[BoardSprite]) -> tuple[str, str]:
        """Return what there is to say of sprites that have come."""
        if not made:
            return "", ""
        copies = sum(1 for one in made if one.likeness and one.likeness.originality is Originality.COPY)
        text = self.tr("1 new sprite.") if len(made) == 1 else self.tr("{0} new sprites.").format(len(made))
        if copies:
            one = self.tr("One of them is a copy of a training sprite: see its badge.")
            many = self.tr("{0} of them are copies of training sprites: see their badges.").format(copies)
            return text, one if copies == 1 else many
        return text, self.tr("S stars, M makes more like one, Space goes on.")


def _short(sprite: BoardSprite) -> str:
    return str(sprite.fresh.seed) if sprite.fresh is not None else f"#{sprite.number}"
