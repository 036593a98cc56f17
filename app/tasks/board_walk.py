"""A walk through the starred sprites: what lies between their codes is drawn anew whenever they change."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.document.board import BoardSprite
from app.document.key_pictures import KeyPicture, Row
from app.document.playback import even_times, place_of
from app.document.relatives import way
from app.engine import Engine
from app.tasks.latest import Latest
from genmodels.api.errors import ErrorKind, InputError
from genmodels.api.messages import Decode, Done, Failed, Progress
from genmodels.media.arrays import np
from genmodels.media.sprite import decode_png

REST_MS = 80


class BoardWalk(QObject):
    """Frames are uint8 RGBA, or None where nothing is known yet; the sprites themselves are known at once."""

    changed = Signal()
    began = Signal()
    progressed = Signal(Progress)
    failed = Signal(Failed)
    ended = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sprites: tuple[BoardSprite, ...] = ()  # that it goes through
        self.row: Row = ()
        self.left_out = 0  # starred sprites of other packs than the first one's
        self.frames: list[np.ndarray | None] = []
        self.times: list[float] = []  # the place of each frame, 0 to the number of legs
        self._asked: object = None
        self._latest = Latest(engine, REST_MS, self)
        self._latest.progressed.connect(self.progressed)
        self._latest.finished.connect(self._on_finished)
        self._latest.failed.connect(self._on_failed)

    @property
    def final(self) -> bool:
        """Whether all frames are there."""
        return len(self.frames) > 1 and all(frame is not None for frame in self.frames)

    @property
    def running(self) -> bool:
        """Whether frames are still to come."""
        return self._latest.running

    def show(self, starred: Sequence[BoardSprite], between: int) -> None:
        """Have the way through these drawn, with so many frames a leg; nothing where it is there already."""
        sprites = tuple(one for one in starred if one.pack == starred[0].pack)
        asked = sprites, between
        if asked == self._asked:
            return
        self._asked = asked
        self._latest.cancel()
        self.left_out = len(starred) - len(sprites)
        if [(one.caption, one.picture) for one in sprites] != [(one.caption, one.picture) for one in self.sprites]:
            self.row = tuple(KeyPicture(name=one.caption, rgba_HWC=decode_png(one.picture).rgba_HWC) for one in sprites)
        self.sprites = sprites
        self.times = even_times(len(sprites), between + 2)
        self.frames = [
            self.row[place_of(time).before].rgba_HWC if place_of(time).is_key else None for time in self.times
        ]
        missing = self._missing()
        if missing:
            codes = way([one.code for one in sprites], between + 2)
            self._latest.ask(Decode(pack=str(sprites[0].pack), codes=tuple(codes[number] for number in missing)))
            self.began.emit()
        self.changed.emit()

    def leave(self) -> None:
        """Ask for nothing more; what is missing is asked for when the walk is shown again."""
        if self.running:
            self._latest.cancel()
            self._asked = None
            self.ended.emit()

    def _missing(self) -> list[int]:
        return [number for number, frame in enumerate(self.frames) if frame is None]

    def _on_finished(self, done: Done) -> None:
        missing = self._missing()
        try:
            if len(done.frames) != len(missing):
                raise InputError(f"{len(done.frames)} frames came for {len(missing)}.")
            for number, frame in zip(missing, done.frames, strict=True):
                self.frames[number] = decode_png(frame).rgba_HWC
        except InputError as error:
            message = self.tr("The engine sent frames that do not belong to this walk.")
            self._on_failed(Failed(error=ErrorKind.INTERNAL, message=message, detail=str(error)))
            return
        self.changed.emit()
        self.ended.emit()

    def _on_failed(self, failure: Failed) -> None:
        self._asked = None
        self.ended.emit()
        self.failed.emit(failure)
