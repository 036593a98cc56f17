"""The row of key pictures: every change can be taken back, and nothing of the person's is lost."""

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from app.document.key_pictures import MAX_STEPS, KeyPicture, KeyPictures


def picture(name: str) -> KeyPicture:
    return KeyPicture(name=name, rgba_HWC=np.zeros((2, 2, 4), np.uint8))


def names(keys: KeyPictures) -> str:
    return "".join(one.name for one in keys.row)


def row_of(text: str) -> KeyPictures:
    keys = KeyPictures()
    keys.insert(0, [picture(name) for name in text], "Add")
    return keys


def test_steps_do_what_they_say() -> None:
    keys = row_of("abc")
    keys.move(0, 2, "Move")
    assert names(keys) == "bca"
    keys.move(2, 0, "Move")
    assert names(keys) == "abc"
    keys.replace(1, picture("x"), "Replace")
    assert names(keys) == "axc"
    keys.remove(0, "Remove")
    assert names(keys) == "xc"
    keys.reverse("Swap")
    assert names(keys) == "cx"
    keys.insert(1, [picture("y")], "Add")
    assert names(keys) == "cyx"


def test_undo_and_redo_name_their_steps_and_tell() -> None:
    keys, told = row_of("ab"), []
    keys.subscribe(lambda: told.append(names(keys)))
    keys.remove(0, "Remove")
    assert (keys.undo_text, keys.redo_text) == ("Remove", "")
    keys.undo()
    assert (names(keys), keys.undo_text, keys.redo_text) == ("ab", "Add", "Remove")
    keys.redo()
    keys.redo()  # there is nothing more
    assert told == ["b", "ab", "b"]


def test_a_step_that_changes_nothing_is_none() -> None:
    keys = row_of("a")
    keys.move(0, 0, "Move")
    keys.reverse("Swap")
    assert keys.undo_text == "Add"


@given(st.lists(st.integers(0, 4), max_size=2 * MAX_STEPS))
def test_any_steps_can_be_undone_and_redone(choices: list[int]) -> None:
    keys, rows = row_of("ab"), ["", "ab"]
    for number, choice in enumerate(choices):
        last = len(keys.row) - 1
        match choice:
            case 0:
                keys.insert(number % (last + 2), [picture(str(number % 10))], "Add")
            case 1 if last >= 0:
                keys.remove(number % (last + 1), "Remove")
            case 2 if last >= 0:
                keys.replace(number % (last + 1), picture("r"), "Replace")
            case 3 if last > 0:
                keys.move(0, last, "Move")
            case 4 if last > 0:
                keys.reverse("Swap")
            case _:
                continue
        rows.append(names(keys))
    kept = rows[-MAX_STEPS - 1 :]
    for row in reversed(kept[:-1]):
        keys.undo()
        assert names(keys) == row
    for row in kept[1:]:
        keys.redo()
        assert names(keys) == row
