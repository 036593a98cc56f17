"""The board: nothing on it changes but by steps, and every step can be taken back."""

from dataclasses import replace
from pathlib import Path

import pytest

from app.document.board import Board, BoardSprite, Fresh, Lock
from genmodels.api.codes import Code
from genmodels.api.messages import Prior


@pytest.fixture
def board() -> Board:
    """A board of four sprites."""
    board = Board()
    board.add([sprite(board.next_number(), seed) for seed in (10, 11, 12, 13)], "new")
    return board


def sprite(number: int, seed: int) -> BoardSprite:
    return BoardSprite(
        number=number,
        pack=Path("packs/balls"),
        name=f"Seed {seed}",
        picture=f"picture {seed}",
        own=Code(numbers=(float(seed), 0.0)),
        fresh=Fresh(seed=seed, prior=Prior.NORMAL, variety=1.0),
    )


def seeds(board: Board) -> list[int]:
    return [one.fresh.seed for one in board.state.sprites]


def test_what_is_discarded_comes_back_with_its_star_and_place(board: Board) -> None:
    board.star([3, 2], "star")
    board.discard({2, 4}, "discard")
    assert seeds(board) == [10, 12]
    assert board.state.stars == (3,)
    board.undo()
    assert seeds(board) == [10, 11, 12, 13]
    assert [one.number for one in board.state.starred] == [3, 2]
    board.undo()
    assert board.state.starred == ()


def test_a_star_is_taken_only_where_all_have_one(board: Board) -> None:
    board.star([1], "star")
    board.star([1, 2], "star")
    assert board.state.stars == (1, 2)
    board.star([1, 2], "star")
    assert board.state.stars == ()


def test_the_walk_has_an_order_of_its_own(board: Board) -> None:
    board.star([1, 2, 3], "star")
    board.move_star(0, 2, "reorder")
    assert board.state.stars == (2, 3, 1)
    assert seeds(board) == [10, 11, 12, 13]
    board.undo()
    assert board.state.stars == (1, 2, 3)


def test_a_palette_comes_and_goes_with_the_pictures_drawn_in_it(board: Board) -> None:
    lock = Lock(name="ink", colours=("000000ff",))
    changed = [replace(one, picture="ink") for one in board.state.sprites]
    board.change([*changed, sprite(99, 5)], "palette", lock=lock)
    assert board.state.lock == lock
    assert {one.picture for one in board.state.sprites} == {"ink"}, "those that are gone stay gone"
    board.undo()
    assert board.state.lock == Lock()
    assert board.state.sprites[0].picture == "picture 10"


def test_a_moved_sprite_knows_its_code_and_forgets_its_seed_in_the_recipe(board: Board) -> None:
    first = board.state.sprites[0]
    assert first.recipe.fresh == first.fresh
    there = replace(first, moves=(((0.0, 1.0), 2.0),))
    assert there.code.numbers == (10.0, 2.0)
    assert there.recipe.fresh is None
    assert (first.caption, there.caption) == ("10", "10 ±")
    assert there.spot.move == (0.0, 2.0)
    assert not there.spot.is_home
