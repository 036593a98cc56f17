"""Poems come back as they were; a file that holds none is told of and left alone."""

import shutil
from pathlib import Path

import pytest

from app.document.poem import DeskState, Poem, PoemLine
from app.document.poem_file import load_poems, poem_file, save_poems
from genmodels.api.errors import InputError, StorageError

GOLDEN = Path(__file__).parents[2] / "golden"


def some_poems() -> DeskState:
    """Return poems with all that one can have."""
    kept = Poem(
        lines=(
            PoemLine(text="The kettle hums beside the open door", own=True),
            PoemLine(text="a ladder leans", locked=True, words=("ladder",), others=("a gate", "a boat")),
            PoemLine(text="and slow the evening pours", own=True),
        ),
        title="Kettle",
        number=3,
        starred=True,
        pack="verse-en",
        seed=7,
    )
    other = Poem(lines=(PoemLine(text="灯下旧书香", own=True), PoemLine(text="窗前新雨凉", own=True)), number=1)
    return DeskState(poem=kept, kept=(other, kept))


def test_poems_come_back() -> None:
    assert load_poems() == DeskState()
    save_poems(some_poems(), poem_file())
    assert load_poems() == some_poems()


def test_an_old_file_still_opens() -> None:
    poem_file().parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(GOLDEN / "poems-format-1.json", poem_file())
    assert load_poems() == some_poems()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('"format_version": 1', '"format_version": 2', "has format 2"),
        ('"starred"', '"starrred"', "damaged"),
        ('"number": 3', '"number": 0', "one number"),
        ("{", "", "cannot be read"),
    ],
)
def test_what_holds_no_poems_is_told(before: str, after: str, words: str) -> None:
    save_poems(some_poems(), poem_file())
    text = poem_file().read_text(encoding="utf-8")
    poem_file().write_text(text.replace(before, after), encoding="utf-8")
    with pytest.raises(InputError, match=words):
        load_poems()


def test_a_poem_has_two_lines_at_least() -> None:
    save_poems(DeskState(kept=(Poem(lines=(PoemLine(),), number=1),)), poem_file())
    with pytest.raises(InputError, match="fewer than two"):
        load_poems()


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(StorageError):
        save_poems(DeskState(), tmp_path / "file" / "poems.json")
