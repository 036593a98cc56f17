"""Named directions come back from the disk as they were, and a damaged file is told and kept."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genmodels.api.directions import (
    MAX_DIRECTIONS,
    Direction,
    check_directions,
    check_name,
    directions_file,
    load_directions,
    save_directions,
)
from genmodels.api.errors import ConfigError, InputError, StorageError
from genmodels.api.packs import PackCard

GOLDEN = Path(__file__).parents[1] / "golden" / "directions-format-1.json"


def card(sha256: str = "ab" * 32) -> PackCard:
    return PackCard(
        format_version=1, family="image-vae", name="tiny", title="Tiny", licence="", trained_on="", config={},
        sha256=sha256,
    )  # fmt: skip


@pytest.fixture
def wings() -> Direction:
    return Direction(name="翼 wings", vector=(1.0, -0.25, 0.0))


def test_what_is_saved_comes_back(wings: Direction) -> None:
    assert load_directions(card(), 3) == ()
    other = Direction(name="rounder", vector=(0.0, 0.0, 2.0))
    save_directions(card(), [wings, other])
    assert load_directions(card(), 3) == (wings, other)
    save_directions(card(), [])
    assert load_directions(card(), 3) == ()
    assert [path.name for path in directions_file(card()).parent.iterdir()] == ["abababababababab.json"]


def test_other_weights_have_directions_of_their_own(wings: Direction) -> None:
    save_directions(card(), [wings])
    assert load_directions(card("cd" * 32), 3) == ()


def test_a_file_of_the_first_format_still_opens() -> None:
    path = directions_file(card())
    path.parent.mkdir(parents=True)
    path.write_bytes(GOLDEN.read_bytes())
    assert [one.name for one in load_directions(card(), 3)] == ["wings", "rounder"]


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{", "[" * 100_000, '{"format_version": 2}',
        '{"format_version": 1, "pack": "tiny", "directions": [{"name": "a", "vector": [1, 2]}]}',
        '{"format_version": 1, "pack": "tiny", "directions": [{"name": "a", "vector": [0, 0, 0]}]}',
        '{"format_version": 1, "pack": "tiny", "directions": [{"name": "a\\nb", "vector": [1, 0, 0]}]}',
        '{"format_version": 1, "pack": "tiny", "directions": 3}',
        " " * (5 << 20),
    ],
)  # fmt: skip
def test_a_damaged_file_is_told_and_stays(text: str) -> None:
    path = directions_file(card())
    path.parent.mkdir(parents=True)
    path.write_text(text, encoding="utf-8")
    with pytest.raises(InputError) as caught:
        load_directions(card(), 3)
    assert caught.value.hint
    assert path.read_text(encoding="utf-8") == text


def test_a_failed_save_leaves_what_was_there(wings: Direction, monkeypatch: pytest.MonkeyPatch) -> None:
    save_directions(card(), [wings])
    before = directions_file(card()).read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageError, match="cannot be written"):
        save_directions(card(), [])
    assert directions_file(card()).read_bytes() == before
    assert len([*directions_file(card()).parent.iterdir()]) == 1


@pytest.mark.parametrize("name", ["", " ", " a", "a ", "a\nb", "a\tb", "x" * 41, "\u202e evil"])
def test_names_that_cannot_be(name: str) -> None:
    with pytest.raises(ConfigError):
        check_name(name)


@pytest.mark.parametrize("name", ["a", "ab", "更圆", "x" * 40, "two words", "½ ★"])
def test_names_that_can_be(name: str) -> None:
    check_name(name)


def test_directions_that_cannot_be(wings: Direction) -> None:
    many = [Direction(name=str(n), vector=(1.0,)) for n in range(MAX_DIRECTIONS + 1)]
    for directions, count in (([wings, wings], 3), ([wings], 2), (many, 1)):
        with pytest.raises(ConfigError):
            check_directions(directions, count)


@given(st.lists(st.floats(allow_nan=False, allow_infinity=False), min_size=1, max_size=8).filter(any))
def test_numbers_come_back_to_the_bit(vector: list[float]) -> None:
    save_directions(card(), [Direction(name="a", vector=tuple(vector))])
    [direction] = load_directions(card(), len(vector))
    assert direction.vector == tuple(vector)
    assert json.loads(directions_file(card()).read_text(encoding="utf-8"))["pack"] == "tiny"
