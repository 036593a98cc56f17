"""Poems on disk: the one on the desk and those that are kept, in one file in the person's folder. It knows no Qt."""

from dataclasses import dataclass, field
from pathlib import Path

from app.document.poem import DeskState, Poem
from genmodels.api import paths
from genmodels.api.own_files import damaged, read_own, write_own

FORMAT_VERSION = 1
MAX_FILE_BYTES = 64 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class _SavedPoems:
    format_version: int
    desk: Poem = field(default_factory=Poem)
    kept: tuple[Poem, ...] = ()


def poem_file() -> Path:
    """Return where poems are kept."""
    return paths.user_home() / "poems.json"


def save_poems(state: DeskState, path: Path) -> None:
    """Write the poems; raises StorageError."""
    write_own(path, _SavedPoems(format_version=FORMAT_VERSION, desk=state.poem, kept=state.kept))


def load_poems() -> DeskState:
    """Return the poems as they were last; none where there are none. Raises InputError for a damaged file."""
    path = poem_file()
    saved = read_own(path, _SavedPoems, version=FORMAT_VERSION, most_bytes=MAX_FILE_BYTES)
    if saved is None:
        return DeskState()
    if any(len(poem.lines) < 2 for poem in (saved.desk, *saved.kept)):
        raise damaged(path, "a poem has fewer than two lines.")
    numbers = [poem.number for poem in saved.kept]
    if len(set(numbers)) != len(numbers) or 0 in numbers:
        raise damaged(path, "two poems have one number.")
    return DeskState(poem=saved.desk, kept=saved.kept)
