"""Steps: undo and redo of anything, with gestures that count as one, against a plain list of all values."""

from hypothesis import given
from hypothesis import strategies as st

from app.document.steps import Steps, moved


@given(st.lists(st.one_of(st.integers(0, 5), st.sampled_from(["undo", "redo"])), max_size=30))
def test_undo_and_redo_walk_along_the_values(acts: list[int | str]) -> None:
    steps, values, at = Steps(0, 100), [0], 0
    for act in acts:
        if act == "undo":
            steps.undo()
            at = max(at - 1, 0)
        elif act == "redo":
            steps.redo()
            at = min(at + 1, len(values) - 1)
        elif act != values[at]:
            steps.put(act, f"to {act}")
            values[at + 1 :] = [act]
            at += 1
        assert steps.now == values[at]
        assert bool(steps.undo_text) == (at > 0)
        assert bool(steps.redo_text) == (at < len(values) - 1)


def test_a_gesture_is_one_step_until_it_is_settled() -> None:
    steps, heard = Steps(0, 100), []
    steps.subscribe(lambda: heard.append(steps.now))
    for value in (1, 2, 3):
        steps.put(value, "pull", gesture="slider")
    steps.settle()
    steps.put(4, "pull", gesture="slider")
    steps.undo()
    assert steps.now == 3
    steps.undo()
    assert steps.now == 0
    assert heard == [1, 2, 3, 4, 3, 0]


def test_the_oldest_steps_are_forgotten() -> None:
    steps = Steps(0, 2)
    for value in (1, 2, 3):
        steps.put(value, "go")
    for _ in range(3):
        steps.undo()
    assert steps.now == 1


def test_moved_counts_the_new_place_without_the_member() -> None:
    assert moved("abcd", 0, 2) == ("b", "c", "a", "d")
    assert moved("abcd", 3, 0) == ("d", "a", "b", "c")
