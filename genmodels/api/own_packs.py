"""The person's own packs: renamed, described and removed without losing any; the shipped ones stay as they are."""

import contextlib
import dataclasses
import json
import shutil
from datetime import UTC, datetime
from pathlib import Path

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.errors import ConfigError, PackError, cannot_write
from genmodels.api.packs import CARD, PackCard, check_name, read_card
from genmodels.api.replacing import replacing

_BUSY = "Close other programs that use the pack, and try again."
KEPT_REMOVED = 10  # the last packs that were removed


def removed_root() -> Path:
    """Return the folder to which removed packs go; it may not exist yet."""
    return paths.user_home() / "removed"


def is_own(folder: Path) -> bool:
    """Return whether this is one of the person's own packs."""
    return folder.absolute().parent.resolve() == paths.user_packs().resolve()


def free_name(name: str) -> str:
    """Return this name, or with the first number behind it that no pack at hand has."""
    taken = {path.name.casefold() for root in paths.pack_roots() if root.is_dir() for path in root.iterdir()}
    tried, number = name, 1
    while tried.casefold() in taken:
        number += 1
        tail = f"-{number}"
        tried = name[: 64 - len(tail)] + tail
    return tried


def write_card(folder: Path, card: PackCard) -> None:
    """Write pack.json, whole or not at all; raises StorageError."""
    with replacing(folder / CARD, hint=_BUSY) as temporary:
        temporary.write_text(json.dumps(to_dict(card), ensure_ascii=False, indent=1), encoding="utf-8")


def describe_pack(folder: Path, *, title: str, trained_on: str, licence: str) -> PackCard:
    """Change what a pack's card says for people; raises PackError, StorageError."""
    _require_own(folder)
    card = dataclasses.replace(read_card(folder), title=title, trained_on=trained_on, licence=licence)
    write_card(folder, card)
    return card


def rename_pack(folder: Path, name: str) -> Path:
    """Give a pack another name, which is its folder's, and return its new place.

    A title that was only the name follows it. Raises PackError, ConfigError for a name that cannot be, StorageError.
    """
    _require_own(folder)
    check_name(name)
    target = paths.user_packs() / name
    if target.name == folder.name:
        return folder
    same_file = target.exists() and target.samefile(folder)  # only the case changes, on a system that overlooks it
    if not same_file and free_name(name) != name:
        raise ConfigError(f"There is a pack “{name}” already.", hint=f"Choose another name, such as {free_name(name)}.")
    card = read_card(folder)
    write_card(folder, dataclasses.replace(card, name=name, title=name if card.title == card.name else card.title))
    try:
        folder.rename(target)
    except OSError as error:
        write_card(folder, card)
        raise cannot_write(target, error, _BUSY) from error
    return target


def remove_pack(folder: Path) -> Path:
    """Move a pack to the removed ones and return its place there; raises PackError, StorageError.

    Only the last few are kept: what was removed before them is deleted.
    """
    _require_own(folder)
    if not (folder / CARD).is_file():
        raise PackError(f"There is no pack at “{folder}”.", hint="Choose one of the packs listed by `genmodels packs`.")
    place = removed_root() / datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f") / folder.name
    try:
        place.parent.mkdir(parents=True)
        shutil.move(folder, place)
    except OSError as error:
        raise cannot_write(folder, error, _BUSY) from error
    for old in sorted(removed_root().glob("[0-9]*"))[:-KEPT_REMOVED]:
        shutil.rmtree(old, ignore_errors=True)
    return place


def restore_pack(place: Path) -> Path:
    """Bring a removed pack back, under its name or the next free one, and return its folder; raises StorageError."""
    name = free_name(place.name)
    target = paths.user_packs() / name
    try:
        paths.user_packs().mkdir(parents=True, exist_ok=True)
        shutil.move(place, target)
    except OSError as error:
        raise cannot_write(target, error, _BUSY) from error
    shutil.rmtree(place.parent, ignore_errors=True)
    if name != place.name:
        with contextlib.suppress(PackError):  # a pack that was damaged before comes back as it was
            write_card(target, dataclasses.replace(read_card(target), name=name))
    return target


def _require_own(folder: Path) -> None:
    if not is_own(folder):
        message = f"The pack “{folder.name}” is not one of your own: it ships with Spriteverse, or lies elsewhere."
        raise PackError(message, hint=f"Only packs in {paths.user_packs()} can be changed or removed.")
