"""The desk: what is done to lines and poems, and that each of it can be undone."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.poem import Desk, DeskState, Poem, PoemLine, carried, locks_for

TEXTS = ("the lamp is lit", "the lamp burns low", "the moon comes in", "the moon is high")


def a_poem(*texts: str, **fields: object) -> Poem:
    return replace(Poem(lines=tuple(PoemLine(text=text) for text in texts or TEXTS)), **fields)


@pytest.fixture
def desk() -> Desk:
    return Desk(DeskState(poem=a_poem()))


def test_a_line_between_is_locked_by_typing_and_an_end_is_not(desk: Desk) -> None:
    desk.type(1, "the lamp burns blue", "typing")
    desk.type(0, "a lamp", "typing")
    assert (desk.poem.lines[1].locked, desk.poem.lines[1].own) == (True, True)
    assert not desk.poem.lines[0].locked
    desk.type(1, "", "typing")
    assert desk.poem.lines[1].locked, "it stays as it was locked"


def test_typing_in_one_line_is_one_step(desk: Desk) -> None:
    for text in ("a", "a l", "a lamp"):
        desk.type(0, text, "typing")
    desk.type(3, "a moon", "typing")
    desk.undo()
    assert desk.poem.texts == ("a lamp", *TEXTS[1:])
    desk.undo()
    assert desk.poem == a_poem()


def test_others_go_round_and_come_back(desk: Desk) -> None:
    desk.vary(1, ["one", "two", TEXTS[1]], "vary")
    assert (desk.poem.lines[1].text, desk.poem.lines[1].others) == ("one", ("two", TEXTS[1]))
    desk.turn(1, 1, "next")
    desk.turn(1, 1, "next")
    assert desk.poem.lines[1].text == TEXTS[1]
    desk.turn(1, -1, "previous")
    assert desk.poem.lines[1].text == "two"
    steps = desk.now
    desk.turn(1, 3, "all round")
    assert desk.now is steps


def test_locked_words_stay_while_they_are_there(desk: Desk) -> None:
    desk.lock_words(1, ("lamp", "low"), "lock")
    desk.type(1, "the lamp burns high", "typing")
    assert desk.poem.lines[1].words == ("lamp",)


def test_lines_come_and_go_but_the_ends_stay(desk: Desk) -> None:
    desk.remove(0, "remove")
    desk.remove(3, "remove")
    assert desk.poem.between == 2
    desk.remove(1, "remove")
    desk.add_after(0, "add")
    desk.add_after(3, "add")
    assert desk.poem.texts == (TEXTS[0], "", *TEXTS[2:])


def test_a_poem_is_kept_once_and_changed_in_its_place(desk: Desk) -> None:
    desk.keep("keep")
    desk.type(1, "changed", "typing")
    assert not desk.now.is_kept
    desk.keep("keep")
    assert desk.now.is_kept
    assert [poem.texts[1] for poem in desk.now.kept] == ["changed"]
    desk.type(1, "changed again", "typing")
    desk.keep_another("keep")
    assert [(poem.number, poem.texts[1]) for poem in desk.now.kept] == [(1, "changed"), (2, "changed again")]


def test_what_is_left_is_put_on_the_shelf(desk: Desk) -> None:
    desk.begin(Poem(), "new")
    assert [poem.texts for poem in desk.now.kept] == [TEXTS]
    assert desk.poem.empty
    desk.begin(desk.now.kept[0], "open")
    assert len(desk.now.kept) == 1, "nothing was written in between"
    desk.undo()
    desk.undo()
    assert desk.now == DeskState(poem=a_poem())


def test_stars_and_discards(desk: Desk) -> None:
    desk.star_poem("star")
    assert desk.now.kept[0].starred, "a star keeps it"
    desk.star(1, "star")
    assert not desk.poem.starred
    desk.discard(1, "discard")
    assert (desk.now.kept, desk.poem.number, desk.poem.texts) == ((), 0, TEXTS)
    desk.undo()
    assert len(desk.now.kept) == 1


def test_locks_move_along_where_more_lines_are_asked_for() -> None:
    poem = a_poem()
    lines = (poem.lines[0], replace(poem.lines[1], locked=True), replace(poem.lines[2], words=("moon",)), poem.lines[3])
    poem = replace(poem, lines=lines)
    assert [(lock.place, lock.text, lock.words) for lock in locks_for(poem, 2)] == [
        (1, TEXTS[1], ()),
        (2, "", ("moon",)),
    ]
    assert [lock.place for lock in locks_for(poem, 5)] == [2, 4]
    assert carried(poem, locks_for(poem, 5)) == {2: lines[1], 4: lines[2]}


@given(locked=st.lists(st.booleans(), max_size=12), count=st.integers(1, 32))
def test_locks_keep_their_order_and_find_room(locked: list[bool], count: int) -> None:
    between = tuple(PoemLine(text=f"line {n}", locked=held) for n, held in enumerate(locked))
    poem = Poem(lines=(PoemLine(text="a"), *between, PoemLine(text="b")))
    places = [lock.place for lock in locks_for(poem, count)]
    assert places == sorted(set(places))
    assert all(1 <= place <= count for place in places)
    assert len(places) == min(sum(locked), count)
