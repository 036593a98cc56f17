"""Directions that a person has named: a JSON file per pack in the user's folder, written whole or not at all."""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from genmodels.api import paths
from genmodels.api.errors import ConfigError
from genmodels.api.own_files import damaged, read_own, write_own
from genmodels.api.packs import PackCard

FORMAT_VERSION = 1
MAX_FILE_BYTES = 4 * 2**20
MAX_NAME, MAX_DIRECTIONS = 40, 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Direction:
    """A move in a pack's numbers, to be made once, in part, or against its sense."""

    name: str
    vector: tuple[float, ...]  # one step for each number of the code


@dataclass(frozen=True, slots=True, kw_only=True)
class _Saved:
    format_version: int
    pack: str  # for people who look into the file
    directions: tuple[Direction, ...]


def directions_file(card: PackCard) -> Path:
    """Return where a pack's directions are kept: by its weights, since numbers mean nothing to others."""
    return paths.user_home() / "directions" / f"{card.sha256[:16] or card.name}.json"


def load_directions(card: PackCard, numbers: int) -> tuple[Direction, ...]:
    """Return the directions saved for a pack of so many numbers; none where none were saved. Raises InputError."""
    path = directions_file(card)
    saved = read_own(path, _Saved, version=FORMAT_VERSION, most_bytes=MAX_FILE_BYTES)
    if saved is None:
        return ()
    try:
        check_directions(saved.directions, numbers)
    except ConfigError as error:
        raise damaged(path, error.message) from error
    return saved.directions


def save_directions(card: PackCard, directions: Sequence[Direction]) -> None:
    """Write a pack's directions; raises ConfigError for ones that cannot be, StorageError."""
    if directions:
        check_directions(directions, len(directions[0].vector))
    saved = _Saved(format_version=FORMAT_VERSION, pack=card.name, directions=tuple(directions))
    write_own(directions_file(card), saved)


def check_directions(directions: Sequence[Direction], numbers: int) -> None:
    """Raise ConfigError unless each has a name of its own and this many finite steps."""
    if len(directions) > MAX_DIRECTIONS:
        raise ConfigError(f"A pack can have {MAX_DIRECTIONS} directions.", hint="Delete some that you no longer need.")
    names = set()
    for direction in directions:
        check_name(direction.name)
        if direction.name in names:
            raise ConfigError(f"There is a direction “{direction.name}” already.", hint="Choose another name.")
        names.add(direction.name)
        if len(direction.vector) != numbers or not all(map(math.isfinite, direction.vector)):
            message = f"The direction “{direction.name}” does not have {numbers} steps."
            raise ConfigError(message, hint="Save it again from the picture.")
        if not any(direction.vector):
            raise ConfigError(f"The direction “{direction.name}” leads nowhere.", hint="Move a slider first.")


def check_name(name: str) -> None:
    """Raise ConfigError unless this can name a direction: one short line."""
    if not re.fullmatch(rf"\S(.{{0,{MAX_NAME - 2}}}\S)?", name) or not name.isprintable():
        shown = name if len(name) <= MAX_NAME else f"{name[: MAX_NAME - 1]}…"
        raise ConfigError(f"“{shown}” cannot be a direction's name.", hint=f"Use 1 to {MAX_NAME} letters on one line.")
