"""From an .svpack file to a pack among the person's own, checked on the way; what fails leaves nothing behind."""

import dataclasses
import re
import shutil
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from genmodels.api import paths
from genmodels.api.configs import Family
from genmodels.api.errors import ConfigError, InputError, PackError, cannot_write
from genmodels.api.messages import Done, Event, ImportPack, Log, Progress
from genmodels.api.own_packs import free_name, remove_pack, restore_pack, write_card
from genmodels.api.packs import CARD, PREVIEW, PackCard, check_name, check_weights, read_card
from genmodels.api.svpack import unpack
from genmodels.jobs.loading import load_model
from genmodels.media.sprite import read_sprite

WORK = ".import-"  # unpacked beside the packs, where no list of packs looks
STALE_SECONDS = 3600  # what a killed import left
MAX_TITLE, MAX_TEXT = 200, 4000  # characters
MAX_PREVIEW_SIDE = 2048  # pixels


def import_pack(request: ImportPack) -> Iterator[Event]:
    """Yield progress, then Done with the pack's name and folder.

    A pack of the same name stays, and the new one gets another; with `replace`, or where it is the same pack and
    damaged, the old one goes to the removed ones. Raises PackError for everything that is wrong with the file.
    """
    file = Path(request.file)
    work = _work_folder()
    try:
        fresh = work / re.sub(r"[^\w-]+", "-", file.stem)[:64]  # the name that messages show
        for done, total in unpack(file, fresh):
            yield Progress(done=done, total=2 * total, note="unpacking")
        card = _checked_card(fresh)
        yield Progress(done=1, total=2, note="checking the weights")
        load_model(fresh)
        yield Progress(done=2, total=2, note="adding it to your packs")
        twin = _twin(card)
        if twin is not None and _is_whole(twin, card):
            yield Log(text=f"You have the pack “{card.name}” already; nothing was changed.")
            yield Done(values={"name": card.name, "folder": str(twin), "title": card.title})
            return
        folder = _move_in(fresh, card, replaces=twin is not None or request.replace)
    finally:
        shutil.rmtree(work, ignore_errors=True)
    if folder.name != card.name:
        yield Log(text=f"You have a pack “{card.name}” already, so this one is called “{folder.name}”.")
    yield Done(values={"name": folder.name, "folder": str(folder), "title": read_card(folder).title})


def _work_folder() -> Path:
    """Return a folder of our own beside the packs, after clearing away what killed imports left."""
    try:
        paths.user_packs().mkdir(parents=True, exist_ok=True)
        for left in paths.user_packs().glob(f"{WORK}*"):
            if time.time() - left.stat().st_mtime > STALE_SECONDS:
                shutil.rmtree(left, ignore_errors=True)
        return Path(tempfile.mkdtemp(prefix=WORK, dir=paths.user_packs()))
    except OSError as error:
        raise cannot_write(paths.user_packs(), error) from error


def _checked_card(folder: Path) -> PackCard:
    """Return the card after checking all that it says for people, and the preview."""
    card = read_card(folder)
    problem, detail = "", ""
    try:
        check_name(card.name)
        preview = read_sprite(folder / PREVIEW)
        if max(preview.width, preview.height) > MAX_PREVIEW_SIDE:
            problem = f"its {PREVIEW} is larger than {MAX_PREVIEW_SIDE} pixels a side"
    except ConfigError as error:
        problem, detail = f"“{card.name[:64]}” cannot be a pack's name", str(error)
    except InputError as error:
        problem, detail = f"its {PREVIEW} is no picture", str(error)
    limits = {"title": MAX_TITLE, "trained_on": MAX_TEXT, "licence": MAX_TEXT}
    for name, limit in limits.items():
        if len(getattr(card, name)) > limit:
            problem = f"its {name.replace('_', ' ')} is longer than {limit} characters"
    if problem:
        raise PackError(f"The pack in “{folder.name}” is damaged: {problem}.", hint="Ask for it again.", detail=detail)
    if card.family not in list(Family):
        message = f"The pack in “{folder.name}” is of the family “{card.family[:40]}”, which this version cannot use."
        raise PackError(message, hint="Update Spriteverse, then import it again.")
    return card


def _twin(card: PackCard) -> Path | None:
    """Return the folder of the same pack, where it is at hand under its own name."""
    for root in paths.pack_roots():
        if (root / card.name / CARD).is_file():
            try:
                return root / card.name if read_card(root / card.name) == card else None
            except PackError:
                return None
    return None


def _is_whole(folder: Path, card: PackCard) -> bool:
    try:
        check_weights(folder, card)
    except PackError:
        return False
    return (folder / PREVIEW).is_file()


def _move_in(fresh: Path, card: PackCard, *, replaces: bool) -> Path:
    """Move a checked pack among the person's own, under its name or the next free one; return its folder."""
    target = paths.user_packs() / card.name
    removed = remove_pack(target) if replaces and (target / CARD).is_file() else None
    name = free_name(card.name)
    target = paths.user_packs() / name
    if name != card.name:
        number = name.rpartition("-")[2]
        write_card(fresh, dataclasses.replace(card, name=name, title=f"{card.title or card.name} ({number})"))
    try:
        fresh.rename(target)
    except OSError as error:
        if removed is not None:
            restore_pack(removed)
        raise cannot_write(target, error) from error
    return target
