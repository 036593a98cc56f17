"""Directions that a person has named: a JSON file per pack in the user's folder, written whole or not at all."""

import json
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from genmodels.api import paths
from genmodels.api.codec import from_dict, to_dict
from genmodels.api.errors import ConfigError, InputError, cannot_write
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
    hint = "Move the file elsewhere to start anew."
    try:
        if path.stat().st_size > MAX_FILE_BYTES:
            raise InputError(f"“{path}” is over {MAX_FILE_BYTES >> 20} MB.", hint=hint)
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"The directions in “{path}” cannot be read.", hint=hint, detail=str(error)) from error
    version = data.get("format_version") if isinstance(data, dict) else None
    if version != FORMAT_VERSION:
        message = f"The directions in “{path}” have format {version!r}; this version reads {FORMAT_VERSION}."
        raise InputError(message, hint="Update Spriteverse, or move the file elsewhere.")
    try:
        saved = from_dict(_Saved, data, where=path.name).directions
        check_directions(saved, numbers)
    except ConfigError as error:
        raise InputError(f"The directions in “{path}” are damaged: {error.message}", hint=hint) from error
    return saved


def save_directions(card: PackCard, directions: Sequence[Direction]) -> None:
    """Write a pack's directions; raises ConfigError for ones that cannot be, StorageError."""
    if directions:
        check_directions(directions, len(directions[0].vector))
    path = directions_file(card)
    temporary = path.with_name(f".{path.name}.tmp")
    saved = _Saved(format_version=FORMAT_VERSION, pack=card.name, directions=tuple(directions))
    paths.make_folder(path.parent)
    try:
        temporary.write_text(json.dumps(to_dict(saved), ensure_ascii=False, indent=1), encoding="utf-8")
        temporary.replace(path)
    except OSError as error:
        raise cannot_write(path, error) from error
    finally:
        temporary.unlink(missing_ok=True)


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
