"""The history keeps to its budget of memory, and counts only what a step alone keeps."""

import numpy as np

from app.document.history import Change, History, State
from genmodels.media.artwork.artwork import Artwork, artwork_of

MASK = np.zeros((5, 5), bool)


def state(artwork: Artwork) -> State:
    return State(artwork=artwork, mask_HW=MASK, layer=0, frame=0)


def changes(count: int) -> list[Change]:
    pictures = [artwork_of([np.full((5, 5, 4), i + 1, np.uint8)], layer="a") for i in range(count + 1)]
    return [
        Change(text=str(i), before=state(pictures[i]), after=state(pictures[i + 1])) for i in range(count)
    ]  # fmt: skip


def test_a_step_costs_the_tiles_it_touched() -> None:
    (change,) = changes(1)
    assert change.nbytes == 5 * 5 * 4
    same = Change(text="same", before=change.before, after=change.before)
    assert same.nbytes == 0


def test_the_oldest_go_beyond_the_budget() -> None:
    history = History(budget_bytes=250)
    for change in changes(4):
        history.push(change)
    assert history.held_bytes == 200
    assert [change.text for change in history.done] == ["2", "3"]


def test_what_was_undone_is_ahead_until_something_else_is_done() -> None:
    history = History()
    first, second, third = changes(3)
    history.push(first)
    history.push(second)
    assert history.undo() is second
    assert [change.text for change in history.undone] == ["1"]
    assert history.redo_text == "1"
    history.push(third)
    assert history.redo_text == ""
    assert history.held_bytes == first.nbytes + third.nbytes
