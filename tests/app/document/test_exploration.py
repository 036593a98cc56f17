"""Moves round a picture: what they make of its code, and the way back."""

import pytest

from app.document.exploration import Exploration, Heading, Origin, Place, Spot, grid, headings, home_of, stops, unit
from genmodels.api.codes import Code, sweep

CODE = Code(numbers=(0.5, -1.0, 2.0), detail="AAAA", tag="ghost", palette=("dc2832ff",))


@pytest.fixture
def origin() -> Origin:
    return Origin(picture="home", code=CODE, name="ball.png")


@pytest.fixture
def exploration(origin: Origin) -> Exploration:
    exploration = Exploration()
    exploration.begin(origin, "picture")
    return exploration


def spot_of(exploration: Exploration) -> Spot:
    assert exploration.spot is not None
    return exploration.spot


def test_home_is_the_pictures_own_code(exploration: Exploration) -> None:
    spot = spot_of(exploration)
    assert spot.is_home
    assert spot.code == CODE
    assert spot.move == (0.0, 0.0, 0.0)


def test_moves_add_up_and_a_move_of_nothing_is_none(exploration: Exploration, origin: Origin) -> None:
    saved = (1.0, 1.0, 0.0)
    place = spot_of(exploration).place.moved(unit(0, 3), 2.0).moved(saved, 0.5)
    spot = Spot(origin=origin, place=place)
    assert spot.code.numbers == (3.0, -0.5, 2.0)
    assert spot.move == (2.5, 0.5, 0.0)
    assert place.amount(unit(0, 3)) == 2.0
    assert place.moved(unit(0, 3), 0.0).moved(saved, 0.0) == home_of(origin)


def test_what_is_not_kept_is_left_to_the_model(origin: Origin) -> None:
    place = Place(tag="water", keep_detail=False, keep_colours=False)
    code = Spot(origin=origin, place=place).code
    assert (code.tag, code.detail, code.palette) == ("water", "", ())


def test_a_gesture_is_one_step(exploration: Exploration) -> None:
    for amount in (0.5, 1.0, 1.5):
        exploration.go(spot_of(exploration).place.moved(unit(0, 3), amount), "Number 1", "slider 1")
    exploration.settle()
    exploration.go(spot_of(exploration).place.moved(unit(0, 3), 2.0), "Number 1", "slider 1")
    exploration.undo()
    assert spot_of(exploration).place.amount(unit(0, 3)) == 1.5
    exploration.undo()
    assert spot_of(exploration).is_home
    exploration.redo()
    exploration.redo()
    assert spot_of(exploration).place.amount(unit(0, 3)) == 2.0
    assert (exploration.undo_text, exploration.redo_text) == ("Number 1", "")


def test_going_nowhere_is_no_step(exploration: Exploration) -> None:
    exploration.go(spot_of(exploration).place, "nothing")
    assert exploration.undo_text == "picture"


def test_a_new_step_forgets_what_was_undone(exploration: Exploration) -> None:
    exploration.go(Place(tag="a"), "tag")
    exploration.undo()
    exploration.go(Place(tag="b"), "tag")
    exploration.redo()
    assert spot_of(exploration).place.tag == "b"


def test_another_picture_can_be_undone_too(exploration: Exploration, origin: Origin) -> None:
    exploration.go(Place(tag="a"), "tag")
    other = Origin(picture="other", code=CODE, name="other.png")
    exploration.begin(other, "picture")
    exploration.undo()
    assert spot_of(exploration) == Spot(origin=origin, place=Place(tag="a"))
    exploration.undo()
    exploration.undo()
    assert exploration.spot is None
    for _ in range(4):
        exploration.redo()
    assert spot_of(exploration).origin is other


def test_the_grid_is_the_sweep_of_the_command_line(exploration: Exploration) -> None:
    across, _, down = headings(["1", "2", "3"], 3, 3.0)
    spot = spot_of(exploration)
    codes = [one.code for one in grid(spot, across, down, 5)]
    assert codes == [*sweep(spot.code, 0, 2, columns=5, rows=5, reach=3.0)]
    assert codes[12] == spot.code


def test_the_grid_keeps_the_other_moves(exploration: Exploration) -> None:
    across, other, down = headings(["1", "2", "3"], 3, 3.0)
    exploration.go(Place(moves=((other.vector, 1.0), (across.vector, 2.0)), tag="ghost"), "moves")
    cells = grid(spot_of(exploration), across, down, 3)
    assert {cell.place.amount(other.vector) for cell in cells} == {1.0}
    assert [cell.place.amount(across.vector) for cell in cells[:3]] == [-3.0, 0.0, 3.0]


def test_stops_reach_both_ends() -> None:
    heading = Heading(name="wings", vector=(1.0,), reach=2.0, saved=True)
    assert stops(heading, 5) == [-2.0, -1.0, 0.0, 1.0, 2.0]
