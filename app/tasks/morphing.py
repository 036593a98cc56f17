"""Drives a morph: the newest request wins, rough frames and then the final ones come into one list of frames."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.document.key_pictures import KeyPicture
from app.document.playback import even_times, place_of
from app.engine import Engine, Job
from app.tasks.latest import Latest
from genmodels.api.errors import ErrorKind, InputError
from genmodels.api.messages import Done, Easing, Failed, LoadPack, Morph, MorphPalette, Preview, Progress
from genmodels.media.arrays import np
from genmodels.media.centring import same_size
from genmodels.media.sprite import decode_png, encode_png

REST_MS = 80  # typing and turning a wheel do not ask at every step


@dataclass(frozen=True, slots=True, kw_only=True)
class MorphRecipe:
    """Everything but the pictures that a morph depends on."""

    pack: Path
    frames: int  # from one picture to the next, both counted
    easing: Easing = Easing.LINEAR
    palette: MorphPalette = MorphPalette.BOTH
    colours: tuple[str, ...] = ()


class Morphing(QObject):
    """Frames are uint8 RGBA, or None where nothing is known yet."""

    began = Signal()
    changed = Signal()  # anything
    frame_changed = Signal(int)  # only this frame
    progressed = Signal(Progress)
    failed = Signal(Failed)
    ended = Signal()

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._latest = Latest(engine, REST_MS, self)
        self._loading: tuple[Path, Job] | None = None
        self._pictures: tuple[KeyPicture, ...] = ()
        self.frames: list[np.ndarray | None] = []
        self.times: list[float] = []  # the place of each frame on the way, 0 to the number of legs
        self.final = False
        self.ends_exact: tuple[bool, ...] = ()  # of each picture
        self.distances: tuple[float, ...] = ()  # of each picture from what the pack knows; 1 is usual
        self.remarks: list[str] = []  # what the engine said about this morph
        self._latest.progressed.connect(self.progressed)
        self._latest.previewed.connect(self._on_previewed)
        self._latest.logged.connect(self._on_logged)
        self._latest.finished.connect(self._on_finished)
        self._latest.failed.connect(self._on_failed)

    @property
    def running(self) -> bool:
        """Whether frames are still to come."""
        return self._latest.running

    def load(self, pack: Path) -> None:
        """Load a pack ahead of its first morph; what is wrong with it, the morph will tell."""
        if self._loading is not None:
            if self._loading[0] == pack:
                return
            if not self._loading[1].over:
                self._engine.cancel(self._loading[1])
        self._loading = pack, self._engine.submit(LoadPack(pack=str(pack)))

    def start(self, pictures: Sequence[KeyPicture], recipe: MorphRecipe) -> None:
        """Ask for the way through these pictures, two or more, and forget what was asked before."""
        times = even_times(len(pictures), recipe.frames)
        self.frames = self._stand_ins(times) if tuple(pictures) == self._pictures else [None] * len(times)
        self._clear(tuple(pictures))
        self.times = times
        canvases = same_size([picture.rgba_HWC for picture in pictures])
        for number, time in enumerate(times):
            if place_of(time).is_key:
                self.frames[number] = canvases[place_of(time).before]
        request = Morph(
            pack=str(recipe.pack),
            pictures=tuple(encode_png(picture.rgba_HWC) for picture in pictures),
            frames=recipe.frames,
            easing=recipe.easing,
            palette=recipe.palette,
            colours=recipe.colours,
        )
        self._latest.ask(request)
        self.began.emit()
        self.changed.emit()

    def stop(self) -> None:
        """Ask for nothing any more; the frames that are there stay."""
        if self._latest.running:
            self._latest.cancel()
            self.ended.emit()

    def show_pictures(self, pictures: Sequence[KeyPicture]) -> None:
        """Have no way, only the pictures themselves."""
        self.stop()
        self._clear(tuple(pictures))
        self.times = [float(number) for number in range(len(pictures))]
        self.frames = [picture.rgba_HWC for picture in pictures]
        self.changed.emit()

    def _clear(self, pictures: tuple[KeyPicture, ...]) -> None:
        self._pictures, self.final = pictures, False
        self.ends_exact, self.distances, self.remarks = (), (), []

    def _stand_ins(self, times: Sequence[float]) -> list[np.ndarray | None]:
        """Return for each new frame an old one near its place, so that a change of number does not flicker."""
        last = len(self.frames) - 1
        return [self.frames[round(last * time / times[-1])] if last > 0 else None for time in times]

    def _on_previewed(self, preview: Preview) -> None:
        if not 0 <= preview.index < len(self.frames) or place_of(self.times[preview.index]).is_key:
            return  # the key pictures are known better than roughly
        try:
            self.frames[preview.index] = decode_png(preview.picture).rgba_HWC
        except InputError:
            return  # a preview is a courtesy; the result will tell
        self.frame_changed.emit(preview.index)

    def _on_logged(self, text: str) -> None:
        self.remarks.append(text)

    def _on_finished(self, done: Done) -> None:
        times = done.values.get("times")
        try:
            frames = [decode_png(frame).rgba_HWC for frame in done.frames]
            if len(frames) < len(self._pictures) or len({frame.shape for frame in frames}) != 1:
                raise InputError(f"{len(frames)} frames came for {len(self._pictures)} pictures.")
        except InputError as error:
            message = self.tr("The engine sent frames that do not belong to these pictures.")
            self._on_failed(Failed(error=ErrorKind.INTERNAL, message=message, detail=str(error)))
            return
        self.frames[:], self.final = frames, True
        told = isinstance(times, list) and len(times) == len(frames)
        legs = len(self._pictures) - 1
        self.times = _figures(times) if told else even_times(len(self._pictures), (len(frames) - 1) // legs + 1)
        exact = done.values.get("ends_exact")
        self.ends_exact = tuple(bool(one) for one in exact) if isinstance(exact, list) else ()
        self.distances = tuple(_figures(done.values.get("distance_from_pack")))
        self.changed.emit()
        self.ended.emit()

    def _on_failed(self, failure: Failed) -> None:
        self.ended.emit()
        self.failed.emit(failure)


def _figures(value: object) -> list[float]:
    """Return a list of figures as floats; none where it is no such list."""
    if not isinstance(value, list) or not all(isinstance(one, int | float) for one in value):
        return []
    return [float(one) for one in value]
