"""What a training's run folder holds; with it alone the window, the command line and a cluster follow and steer a run.

run.json          the request, and what it runs on
events.jsonl      every event since the first start; each start begins with `started`
data.safetensors  the pictures as the model sees them, so that the folder they came from is not needed any more
states/           to go on from: the last few, the newest has the highest step; and the best sound one
previews/         what the run drew over time
start/            the pack it went on from, if any
pack/             the best averaged weights so far, a whole pack
STOP, PAUSE       ask the run to end or to wait
.lock             held by the process that trains; a kill frees it
"""

import contextlib
import dataclasses
import json
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from genmodels.api import paths
from genmodels.api.codec import from_dict
from genmodels.api.configs import TrainRequest
from genmodels.api.errors import ConfigError, StorageError
from genmodels.api.messages import Event, decode_event
from genmodels.api.packs import FORMAT_VERSION

REQUEST, EVENTS, DATA, STATES = "run.json", "events.jsonl", "data.safetensors", "states"
PREVIEWS, START, PACK, STOP, PAUSE, LOCK = "previews", "start", "pack", "STOP", "PAUSE", ".lock"
NEAREST = "nearest"  # TrainRequest.start: the pack whose colours and size come nearest to the data's


class StopMode(StrEnum):
    """How a run ends early."""

    SAVE = "save"  # measure, keep the pack, save the state
    NOW = "now"  # save the state, leave the pack as it is


@dataclass(frozen=True, slots=True, kw_only=True)
class Tail:
    """Events read so far, and where to read on."""

    events: tuple[Event, ...] = ()
    offset: int = 0  # bytes


def runs_root() -> Path:
    """Return the folder of the person's own runs; it may not exist yet."""
    return paths.user_home() / "runs"


def find_runs(root: Path | None = None) -> list[Path]:
    """Return the run folders under a root, the one begun last first: their order stays while they go on."""
    found = [path.parent for path in (root or runs_root()).glob(f"*/{REQUEST}")]
    return sorted(found, key=lambda run: (-_changed(run / REQUEST), run.name))


def read_request(run: Path) -> TrainRequest:
    """Return what a run was asked for; raises StorageError where there is none, ConfigError where it is not ours."""
    try:
        facts = json.loads((run / REQUEST).read_text(encoding="utf-8"))
        version, asked = facts["format_version"], facts["request"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        message = f"There is no run to go on with in “{run}”."
        raise StorageError(message, hint=f"Choose a folder with a {REQUEST}.", detail=str(error)) from error
    if version != FORMAT_VERSION:
        message = f"The run “{run.name}” has format {version!r}; this version reads {FORMAT_VERSION}."
        raise StorageError(message, hint="Update Spriteverse, or train anew in another run folder.")
    return dataclasses.replace(from_dict(TrainRequest, asked, where=REQUEST), run=str(run))  # a run may have been moved


def read_events(run: Path, offset: int = 0, most: int = -1) -> Tail:
    """Return the events written since offset; a line that is still being written is left for the next time.

    A reader that must not be held up names the bytes it takes at most; it ends with the line that stands there.
    """
    try:
        with (run / EVENTS).open("rb") as file:
            file.seek(offset)
            data = file.read(most)
            if len(data) == most:
                data += file.readline()
    except OSError:
        return Tail(offset=offset)
    end = data.rfind(b"\n") + 1
    events = []
    for line in data[:end].splitlines():
        with contextlib.suppress(ConfigError, UnicodeDecodeError):
            events.append(decode_event(line.decode())[1])
    return Tail(events=tuple(events), offset=offset + end)


def ask_to_stop(run: Path, mode: StopMode) -> None:
    """Ask a run to end; it does so after the step it is at."""
    _put(run / STOP, mode.value)
    (run / PAUSE).unlink(missing_ok=True)


def ask_to_pause(run: Path) -> None:
    """Ask a run to wait after the step it is at."""
    _put(run / PAUSE, "")


def ask_to_go_on(run: Path) -> None:
    """Take back what was asked: a waiting run goes on, one that is started next is not stopped at once."""
    (run / STOP).unlink(missing_ok=True)
    (run / PAUSE).unlink(missing_ok=True)


def _put(path: Path, text: str) -> None:
    temporary = path.with_name(f".{path.name}.tmp")
    temporary.write_text(text, encoding="utf-8")
    temporary.replace(path)


def _changed(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except OSError:
        return 0.0
