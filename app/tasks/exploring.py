"""Explores a code: reads a picture's, draws the spot a person is at while it moves, and fills the grid when at rest."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from app.document.exploration import Exploration, Heading, Origin, Place, Spot, grid
from app.engine import Engine
from app.library import Pack
from app.tasks.latest import Latest
from app.tasks.one_at_a_time import OneAtATime
from genmodels.api.codes import Code
from genmodels.api.deferred import messages
from genmodels.api.errors import ErrorKind

SIDE = 7  # cells of the grid, across and down
REST_MS = 90  # without a move, before the grid is filled


class Exploring(QObject):
    """Owns the exploration; a picture at home is shown as it came, and never asked for."""

    reading = Signal(str)  # the name of the picture whose code is read
    began = Signal()  # another picture, or another pack
    moved = Signal()  # the spot is another, or the steps that undo and redo would take
    drawn = Signal(str)  # base64 PNG of the spot, or of one on the way to it
    cleared = Signal()  # the grid is out of date
    cell_drawn = Signal(int, str)  # number in the grid, row by row, and base64 PNG
    remarked = Signal(str)  # what the engine says about a picture
    failed = Signal(object)  # Failed

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.exploration = Exploration()
        self.pack: Pack | None = None
        self.picture = ""  # base64 PNG of what is shown
        self._kept: dict[Path, tuple[Pack, Exploration]] = {}  # codes mean nothing to other packs
        self._asked = ("", "")  # picture and name, while its code is read
        self._pasted: tuple[Code, str] | None = None  # a code and its name, while its picture is drawn
        self._headings: tuple[Heading, Heading] | None = None
        self._cells: list[Spot] = []
        self._rows: list[int] = []  # still to be drawn
        self._row: int | None = None  # is drawn now
        self._encode = Latest(engine, 0, self)
        self._paste = Latest(engine, 0, self)
        self._live = OneAtATime(engine, self)
        self._fill = OneAtATime(engine, self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(REST_MS)
        self._rest.timeout.connect(self._fill_a_row)
        self._encode.finished.connect(self._on_encoded)
        self._encode.failed.connect(self.failed)
        self._encode.logged.connect(self.remarked)
        self._paste.finished.connect(self._on_pasted)
        self._paste.failed.connect(self.failed)
        self._live.finished.connect(self._on_drawn)
        self._live.failed.connect(self.failed)
        self._live.rested.connect(self._rest.start)
        self._fill.finished.connect(self._on_row_drawn)
        self._fill.failed.connect(self._on_row_failed)
        self._fill.rested.connect(self._fill_a_row)
        engine.became_ready.connect(self._refresh)

    @property
    def spot(self) -> Spot | None:
        """Where the person is; None before there is a picture."""
        return self.exploration.spot

    # A picture

    def choose(self, pack: Pack | None) -> None:
        """Explore with this pack from now on; the picture comes along, its code is read anew."""
        if pack is not None and pack.has_weights_of(self.pack):
            self.pack = pack
            return
        spot = self.spot
        if self.pack is not None:
            self._kept[self.pack.folder] = self.pack, self.exploration
        self.pack = pack
        kept = self._kept.get(pack.folder) if pack is not None else None
        self.exploration = kept[1] if pack and kept and pack.has_weights_of(kept[0]) else Exploration()
        self._encode.cancel()
        self._paste.cancel()
        self._forget_grid()
        self._live.forget()
        self.began.emit()
        self._refresh()
        there = self.spot
        if self._asked[0]:
            self.take(*self._asked)
        elif spot is not None and (there is None or there.origin.picture != spot.origin.picture):
            self.take(spot.origin.picture, spot.origin.name)

    def take(self, picture: str, name: str) -> None:
        """Read the code of a person's picture, then explore it."""
        self._asked = picture, name
        if self.pack is not None:
            self._encode.ask(messages.Encode(pack=str(self.pack.folder), picture=picture))
            self.reading.emit(name)

    def begin(self, picture: str, code: Code, name: str) -> None:
        """Explore a picture whose code is known, because the model drew it."""
        self._begin(Origin(picture=picture, code=code, name=name, is_own=False))

    def draw(self, code: Code, name: str) -> None:
        """Draw a code, then explore it."""
        if self.pack is not None:
            self._pasted = code, name
            self._paste.ask(messages.Decode(pack=str(self.pack.folder), codes=(code,)))

    # Moves

    def go(self, place: Place, text: str, gesture: str = "") -> None:
        """Go elsewhere round the picture."""
        self.exploration.go(place, text, gesture)
        self._refresh()

    def settle(self) -> None:
        """End a gesture."""
        self.exploration.settle()

    def undo(self) -> None:
        """Step back."""
        self._step(self.exploration.undo)

    def redo(self) -> None:
        """Step forward."""
        self._step(self.exploration.redo)

    def show_grid(self, across: Heading, down: Heading) -> None:
        """Fill the grid with these headings from now on."""
        self._headings = across, down
        self._refresh()

    def leave(self) -> None:
        """Leave the engine to other pages; the grid is filled when the next move asks for it."""
        self._rest.stop()
        self._forget_grid()

    def come_back(self) -> None:
        """Draw what is not up to date."""
        self._refresh()

    def _step(self, step: Callable[[], None]) -> None:
        before = self.spot
        step()
        if before is None or self.spot is None or before.origin is not self.spot.origin:
            self._change_picture()
        else:
            self._refresh()

    def _begin(self, origin: Origin) -> None:
        self.exploration.begin(origin, self.tr("another picture"))
        self._change_picture()

    def _change_picture(self) -> None:
        self._live.forget()
        self._forget_grid()
        self.began.emit()
        self._refresh()

    # Drawing

    def _refresh(self, *_: object) -> None:
        spot = self.spot
        self.moved.emit()
        if spot is None:
            self.picture = ""
            self.drawn.emit("")
            return
        if spot.is_home:
            self._show(spot.origin.picture)
        else:
            self._interrupt_row()
            self._live.ask(self._decode([spot], spot), spot)
        cells = grid(spot, *self._headings, SIDE) if self._headings else []
        if cells != self._cells:
            self._cells = cells
            self._rows = sorted(range(SIDE), key=lambda row: abs(row - SIDE // 2)) if cells else []
            self._row = None
            self.cleared.emit()
        self._rest.start()

    def _fill_a_row(self) -> None:
        """Draw one row of the grid, while nobody waits for anything else."""
        spot = self.spot
        busy = self._live.running or self._fill.running or self._encode.running or self._rest.isActive()
        if spot is None or not self._rows or busy:
            return
        row = self._row = self._rows.pop(0)
        spots = self._cells[row * SIDE : (row + 1) * SIDE]
        self._fill.ask(self._decode(spots, spot), (row, self._cells))

    def _interrupt_row(self) -> None:
        """Put off what nobody waits for, so that a moving hand need not wait for it."""
        self._fill.forget()
        if self._row is not None:
            self._rows.insert(0, self._row)
            self._row = None

    def _decode(self, spots: list[Spot], spot: Spot) -> messages.Decode:
        anchor = spot.origin.picture if spot.origin.is_own else ""
        folder = str(self.pack.folder) if self.pack is not None else ""
        return messages.Decode(pack=folder, codes=tuple(one.code for one in spots), anchor=anchor)

    def _show(self, picture: str) -> None:
        self.picture = picture
        self.drawn.emit(picture)

    def _forget_grid(self) -> None:
        self._fill.forget()
        self._cells, self._rows, self._row = [], [], None
        self.cleared.emit()

    # Slots

    def _on_encoded(self, done: messages.Done) -> None:
        picture, name = self._asked
        self._asked = ("", "")
        if len(done.codes) != 1:
            self.failed.emit(self._misfit())
            return
        far = done.values.get("distance_from_pack")
        distance = float(far) if isinstance(far, int | float) and not isinstance(far, bool) else 0.0
        self._begin(Origin(picture=picture, code=done.codes[0], name=name, distance=distance))

    def _on_pasted(self, done: messages.Done) -> None:
        if self._pasted is not None and len(done.frames) == 1:
            self.begin(done.frames[0], *self._pasted)
        else:
            self.failed.emit(self._misfit())

    def _on_drawn(self, spot: Spot, done: messages.Done) -> None:
        now = self.spot
        if now is None or now.is_home or now.origin is not spot.origin:
            return
        if len(done.frames) == 1:
            self._show(done.frames[0])
        else:
            self.failed.emit(self._misfit())

    def _on_row_drawn(self, what: tuple[int, list[Spot]], done: messages.Done) -> None:
        row, cells = what
        self._row = None
        if cells is self._cells:
            for column, frame in enumerate(done.frames[:SIDE]):
                self.cell_drawn.emit(row * SIDE + column, frame)

    def _on_row_failed(self, failure: messages.Failed) -> None:
        self._rows, self._row = [], None  # the others would fail alike
        self.failed.emit(failure)

    def _misfit(self) -> messages.Failed:
        message = self.tr("The engine sent an answer that does not belong to this picture.")
        return messages.Failed(error=ErrorKind.INTERNAL, message=message)
