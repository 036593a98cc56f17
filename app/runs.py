"""Trainings seen from the window: starts each in a process of its own, follows its folder, asks it to wait or to end.

The run folder is all there is between the two, so a training outlives the window and is found again.
"""

import json
import shutil
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from PySide6.QtCore import QElapsedTimer, QObject, QProcess, QTimer, Signal

from app.logs import tail
from app.story import Story
from genmodels.api import runs
from genmodels.api.codec import to_dict
from genmodels.api.configs import Family, TrainRequest
from genmodels.api.errors import ConfigError, ErrorKind, StorageError
from genmodels.api.messages import Cancelled, Done, Failed, Started

COMMAND = (sys.executable, "-m", "genmodels", "train", "--resume")  # and the run folder
FORMAT_VERSION = 1
OUTPUT = "output.log"  # in the run folder: what the process prints
FOLLOW_MS, LOOK_MS = 250, 1000
START_MS = 30_000  # a process that did not report by then did not start
_PART_BYTES = 2**16


class RunState(StrEnum):
    """What a run does now."""

    STARTING = "starting"
    TRAINING = "training"
    PAUSED = "paused"
    FINISHED = "finished"
    STOPPED = "stopped"  # because a person asked
    FAILED = "failed"
    INTERRUPTED = "interrupted"  # its process is gone and said no farewell


LIVE = (RunState.STARTING, RunState.TRAINING, RunState.PAUSED)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunCard:
    """A run as a list shows it."""

    folder: Path
    name: str
    state: RunState
    changed: float  # when it last wrote an event, seconds since 1970
    family: Family = Family.PIXELRNN
    share: float = 0.0  # of its steps that are behind it
    best: float | None = None  # held-out figure; lower is better
    failure: Failed | None = None
    made: Path | None = None  # the pack in the person's own folder
    stopping: bool = False  # it was asked to, and is still at it
    pausing: bool = False

    @property
    def live(self) -> bool:
        """Whether a process trains it now."""
        return self.state in LIVE

    @property
    def pack(self) -> Path:
        """Where its best weights lie, once there are any."""
        return self.folder / runs.PACK


class Follower(QObject):
    """Reads on in one run's events, a part at a time, so that a long run opens without a halt."""

    told = Signal()  # the story has grown

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folder, self.story = folder, Story()
        self._offset = 0
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.read)
        self._timer.start(FOLLOW_MS)
        QTimer.singleShot(0, self, self.read)

    def read(self) -> None:
        """Read the next part."""
        part = runs.read_events(self.folder, self._offset, _PART_BYTES)
        more = part.offset - self._offset >= _PART_BYTES
        self._timer.setInterval(0 if more else FOLLOW_MS)
        if part.offset > self._offset:
            self._offset = part.offset
            for event in part.events:
                self.story.add(event)
            self.told.emit()


@dataclass(slots=True)
class _Known:
    """What was read of a run for its card."""

    story: Story
    offset: int  # bytes
    whole: bool  # or only from the last part on
    name: str
    family: Family


@dataclass(slots=True)
class _Launch:
    """A process that was asked for and has not reported yet."""

    offset: int  # of the run's events when it was asked for
    age: QElapsedTimer


class Runs(QObject):
    """All runs of the person: `changed` when one of them did, `finished` and `failed` when one ended so."""

    changed = Signal()
    finished = Signal(RunCard)
    failed = Signal(RunCard)

    def __init__(
        self, command: Sequence[str] = COMMAND, root: Path | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._command, self.root = tuple(command), root or runs.runs_root()
        self._launches: dict[Path, _Launch] = {}
        self._silent: set[Path] = set()  # runs whose process never reported
        self._known: dict[Path, _Known] = {}
        self.cards: list[RunCard] = []
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look)

    # What there is

    def watch(self) -> None:
        """Look now, and every second from now on."""
        self.look()
        self._timer.start(LOOK_MS)

    def look(self) -> None:
        """See what became of every run."""
        before = {card.folder: card for card in self.cards}
        cards = [self._card(folder) for folder in runs.find_runs(self.root)]
        if cards == self.cards:
            return
        self.cards = cards
        for card in cards:
            was = before.get(card.folder)
            if was is not None and was.live and card.state is RunState.FINISHED:
                self.finished.emit(card)
            if was is not None and was.live and card.state is RunState.FAILED:
                self.failed.emit(card)
        self.changed.emit()

    def card(self, folder: Path) -> RunCard | None:
        """Return what was last seen of a run."""
        return next((card for card in self.cards if card.folder == folder), None)

    def folder_for(self, name: str) -> Path:
        """Return a run folder of this name that is not there yet."""
        number, folder = 1, self.root / name
        while folder.exists():
            number += 1
            folder = self.root / f"{name}-{number}"
        return folder

    # What can be done

    def start(self, request: TrainRequest) -> Path:
        """Write the run folder and start its process; raises StorageError."""
        folder = Path(request.run)
        text = json.dumps({"format_version": FORMAT_VERSION, "request": to_dict(request)}, ensure_ascii=False, indent=1)
        try:
            folder.mkdir(parents=True)
            temporary = folder / f".{runs.REQUEST}.tmp"
            temporary.write_text(text, encoding="utf-8")
            temporary.replace(folder / runs.REQUEST)
        except OSError as error:
            message = f"The folder of the training, “{folder}”, cannot be written."
            raise StorageError(message, hint="Make room on the disk, then try again.", detail=str(error)) from error
        self._launch(folder)
        return folder

    def resume(self, folder: Path) -> None:
        """Go on from the last saved state; raises StorageError."""
        self._steer(folder, lambda: runs.ask_to_go_on(folder))
        self._launch(folder)

    def keep(self, folder: Path) -> None:
        """Let a run that lies still end properly, with the pack it has got; raises StorageError."""
        self._steer(folder, lambda: runs.ask_to_stop(folder, runs.StopMode.SAVE))
        self._launch(folder)

    def pause(self, folder: Path) -> None:
        """Ask a run to wait, its model loaded; raises StorageError."""
        self._steer(folder, lambda: runs.ask_to_pause(folder))

    def go_on(self, folder: Path) -> None:
        """Ask a waiting run to go on; raises StorageError."""
        self._steer(folder, lambda: runs.ask_to_go_on(folder))

    def stop(self, folder: Path, mode: runs.StopMode) -> None:
        """Ask a run to end; raises StorageError."""
        self._steer(folder, lambda: runs.ask_to_stop(folder, mode))

    def delete(self, folder: Path) -> None:
        """Delete the folder of a run that lies still; a pack it finished stays where packs are."""
        (folder / runs.REQUEST).unlink(missing_ok=True)  # first, so that what may be left over is no run
        shutil.rmtree(folder, ignore_errors=True)
        self.look()

    def _steer(self, folder: Path, change: Callable[[], object]) -> None:
        try:
            change()
        except OSError as error:
            message = f"“{folder.name}” cannot be told: its folder cannot be written."
            raise StorageError(message, hint="Make room on the disk, then try again.", detail=str(error)) from error

    def _launch(self, folder: Path) -> None:
        launch = _Launch(offset=_size(folder / runs.EVENTS), age=QElapsedTimer())
        launch.age.start()
        process, log = QProcess(self), str(folder / OUTPUT)
        process.setProgram(self._command[0])
        process.setArguments([*self._command[1:], str(folder)])
        process.setStandardOutputFile(log, QProcess.OpenModeFlag.Append)
        process.setStandardErrorFile(log, QProcess.OpenModeFlag.Append)
        process.startDetached()  # it may fail: the run then says nothing, and _card tells so
        process.deleteLater()
        self._launches[folder] = launch
        self._silent.discard(folder)
        self.look()

    def _card(self, folder: Path) -> RunCard:
        alive = is_alive(folder)  # before its events are read: of a run that was gone by then, all are there
        known = self._read_on(folder)
        alive = alive or is_alive(folder)  # it may just have begun
        story, failure = known.story, known.story.ending if isinstance(known.story.ending, Failed) else None
        share = story.progress.done / max(story.progress.total, 1) if story.progress else 0.0
        state = self._state(folder, story, alive=alive)  # first, because it tells the silent ones
        live = state in LIVE
        if live and folder not in self._launches:
            self._silent.discard(folder)  # it only took long
        if folder in self._silent:
            state, failure = RunState.FAILED, _silence(folder)
        return RunCard(
            folder=folder, name=known.name, family=known.family, state=state, changed=_changed(folder),
            share=min(share, 1.0), best=_best(known), failure=failure, made=_made(story),
            stopping=live and (folder / runs.STOP).exists(),
            pausing=state is RunState.TRAINING and (folder / runs.PAUSE).exists(),
        )  # fmt: skip

    def _state(self, folder: Path, story: Story, *, alive: bool) -> RunState:
        launch = self._launches.get(folder)
        if launch is not None:
            events = runs.read_events(folder, launch.offset, _PART_BYTES).events
            reported = any(isinstance(event, Started) for event in events)
            if not reported and not launch.age.hasExpired(START_MS):
                return RunState.STARTING
            del self._launches[folder]
            if not reported and not alive:
                self._silent.add(folder)
        match story.ending:
            case Done(values=values) if values.get("reason") != "stopped":
                return RunState.FINISHED
            case Done() | Cancelled():
                return RunState.STOPPED
            case Failed():
                return RunState.FAILED
        if not alive:
            is_new = not _size(folder / runs.EVENTS) and time.time() - _changed(folder) < START_MS / 1000
            return RunState.STARTING if is_new else RunState.INTERRUPTED  # new: another window began it just now
        if story.paused is not None:
            return RunState.PAUSED
        return RunState.TRAINING if story.progress else RunState.STARTING

    def _read_on(self, folder: Path) -> _Known:
        """Return what the events tell; of a long run met for the first time only the last part is read."""
        size = _size(folder / runs.EVENTS)
        known = self._known.get(folder)
        if known is None or size < known.offset:
            start = max(size - _PART_BYTES, 0)
            name, family = _asked(folder)
            known = _Known(story=Story(), offset=start, whole=start == 0, name=name, family=family)
            self._known[folder] = known
        part = runs.read_events(folder, known.offset)
        known.offset = part.offset
        for event in part.events:
            known.story.add(event)
        return known


def is_alive(folder: Path) -> bool:
    """Return whether a process holds the run's lock."""
    from filelock import FileLock, Timeout  # here, because most starts of the window see no run

    if not (folder / runs.LOCK).exists():
        return False
    try:
        FileLock(folder / runs.LOCK).acquire(timeout=0).lock.release()
    except Timeout:
        return True
    except OSError:
        return False
    return False


def plain_name(text: str) -> str:
    """Return a pack's name made from any text, such as the name of a folder; empty where nothing is left of it."""
    import re  # here, because only the page of trainings asks

    return re.sub(r"[^\w.-]+", "-", text).strip("-.")[:64].strip("-.")


def _best(known: _Known) -> float | None:
    best = known.story.ending.values.get("best") if isinstance(known.story.ending, Done) else None
    if isinstance(best, int | float):
        return best
    return known.story.best[1] if known.story.best and known.whole else None


def _made(story: Story) -> Path | None:
    pack = story.ending.values.get("pack") if isinstance(story.ending, Done) else None
    return Path(pack) if isinstance(pack, str) else None


def _asked(folder: Path) -> tuple[str, Family]:
    """Return the name and the family of the pack that a run makes."""
    try:
        request = runs.read_request(folder)
    except (StorageError, ConfigError):
        return folder.name, Family.PIXELRNN
    return request.name, request.family


def _silence(folder: Path) -> Failed:
    message = f"The training “{_asked(folder)[0]}” did not start."
    hint = "Resume tries again; the details say what its process printed."
    return Failed(error=ErrorKind.INTERNAL, message=message, hint=hint, detail=tail(folder / OUTPUT))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _changed(folder: Path) -> float:
    for name in (runs.EVENTS, runs.REQUEST):
        try:
            return (folder / name).stat().st_mtime
        except OSError:
            continue
    return 0.0
