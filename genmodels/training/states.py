"""The states of a run: the last few, each a whole file, to go on from the newest or to fall back further.

Beside them may lie one more, of the best sound check, which a run can decide to come back to.
"""

from pathlib import Path
from typing import Any

from torch import Tensor

from genmodels.api.errors import DiskFullError, StorageError
from genmodels.api.runs import STATES
from genmodels.storage import load_state, save_state

KEPT = 3


def save(run: Path, step: int, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
    """Write a state and drop the oldest beyond the last few; raises StorageError, DiskFullError.

    Where the disk is full, all but the newest make room.
    """
    path = run / STATES / f"{step:010d}.safetensors"
    try:
        save_state(path, tensors, facts)
    except DiskFullError:
        spare = newest_first(run)[1:]
        if not spare:
            raise
        drop(spare)
        save_state(path, tensors, facts)
    drop([*newest_first(run)[KEPT:], *(run / STATES).glob(".*.tmp")])  # what a kill left half written


def save_instead(run: Path, step: int, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
    """Write a state that takes the place of all later ones; raises StorageError, DiskFullError.

    They go when it is there: a kill in between leaves a run that comes to the same decision again.
    """
    path = run / STATES / f"{step:010d}.safetensors"
    save_state(path, tensors, facts)
    drop([other for other in newest_first(run) if other.name > path.name])


def save_sound(run: Path, tensors: dict[str, Tensor], facts: dict[str, Any]) -> None:
    """Write the state that a run can come back to, which is none to go on from after a stop."""
    save_state(sound(run), tensors, facts)


def sound(run: Path) -> Path:
    """Return the file of that state, whether it is there or not."""
    return run / STATES / "sound.safetensors"


def newest_first(run: Path) -> list[Path]:
    """Return the files of a run's states, the newest first."""
    return sorted((run / STATES).glob("[0-9]*.safetensors"), reverse=True)


def newest(run: Path) -> tuple[dict[str, Tensor], dict[str, Any]] | None:
    """Return the newest state that can be read, None where there is none; raises StorageError where all are damaged."""
    damaged: StorageError | None = None
    for path in newest_first(run):
        try:
            return load_state(path)
        except StorageError as error:
            damaged = error
    if damaged:
        raise damaged
    return None


def drop(paths: list[Path]) -> None:
    """Remove states that are not to be gone on from."""
    for path in paths:
        path.unlink(missing_ok=True)
