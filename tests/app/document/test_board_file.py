"""A board comes back as it was; a file that is none is told of and left alone."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from app.document.board import Board, BoardSprite, BoardState, Fresh, Lock
from app.document.board_file import board_file, load_board, save_board
from genmodels.api.codes import Code
from genmodels.api.errors import InputError, StorageError
from genmodels.api.messages import Likeness, Originality, Prior

GOLDEN = Path(__file__).parents[2] / "golden"


def some_board() -> BoardState:
    """Return a board with all that a sprite can have."""
    first = BoardSprite(
        number=3,
        pack=Path("packs/balls"),
        name="Seed 7",
        picture="iVBORw0KGgo=",
        own=Code(numbers=(0.5, -1.0), detail="AAAA", tag="ghost", palette=("000000ff",)),
        moves=(((1.0, 0.0), 2.0),),
        fresh=Fresh(seed=7, prior=Prior.MIXTURE, variety=0.8),
        likeness=Likeness(originality=Originality.RELATIVE, distance=0.4, nearest="ball-1"),
    )
    second = BoardSprite(number=5, pack=Path("packs/balls"), name="≈7 #1", picture="", own=Code(numbers=(1.0, 1.0)))
    return BoardState(sprites=(first, second), stars=(5, 3), lock=Lock(name="ink", colours=("000000ff",)))


def test_a_board_comes_back() -> None:
    assert load_board() == BoardState()
    save_board(some_board(), board_file())
    assert load_board() == some_board()
    assert Board(load_board()).next_number() == 6


def test_an_old_board_still_opens() -> None:
    board_file().parent.mkdir(parents=True, exist_ok=True)
    shutil.copy(GOLDEN / "board-format-1.json", board_file())
    assert load_board() == some_board()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('"format_version": 1', '"format_version": 2', "has format 2"),
        ('"stars"', '"starrs"', "damaged"),
        ('"number": 5', '"number": 3', "two sprites"),
        ("{", "", "cannot be read"),
    ],
)
def test_what_is_no_board_is_told(before: str, after: str, words: str) -> None:
    save_board(some_board(), board_file())
    text = board_file().read_text(encoding="utf-8")
    board_file().write_text(text.replace(before, after, 1), encoding="utf-8")
    with pytest.raises(InputError, match=words):
        load_board()


def test_stars_of_sprites_that_are_not_there_are_left_out() -> None:
    save_board(replace(some_board(), stars=(3, 99, 3)), board_file())
    assert load_board().stars == (3,)


def test_a_place_that_cannot_be_written_is_told(home: Path) -> None:
    home.write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(StorageError):
        save_board(some_board(), board_file())
