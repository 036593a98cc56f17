"""Codes that were copied as text come back the same; what is no code is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.document.code_text import from_text, to_text
from genmodels.api.codes import Code
from genmodels.api.errors import InputError

FLOATS = st.floats(allow_nan=False, allow_infinity=False)


@given(st.lists(FLOATS, min_size=1, max_size=6), st.text(max_size=5))
def test_a_code_comes_back(numbers: list[float], tag: str) -> None:
    code = Code(numbers=tuple(numbers), detail="AAAA", tag=tag, palette=("dc2832ff",))
    assert from_text(f"  {to_text(code, 'tiny')}\n", len(numbers)) == code


def test_numbers_alone_will_do() -> None:
    wanted = Code(numbers=(0.5, -1.0, 2.0))
    for text in ("0.5, -1, 2", "0.5 -1\n2", "[0.5; -1; 2.0]"):
        assert from_text(text, 3) == wanted


def test_a_whole_number_is_a_seed() -> None:
    assert from_text(" 271828 ", 3) == 271828


@pytest.mark.parametrize(
    "text",
    [
        "", "hello", "{", "{}", '{"spriteverse_code": 2, "numbers": [1, 2, 3]}', "1, 2", "1, nan, 2", "1, inf, 2",
        '{"spriteverse_code": 1, "numbers": [1, 2, 3], "other": 1}', '{"spriteverse_code": 1, "numbers": "no"}',
        "9" * 2_000_000,
    ],
)  # fmt: skip
def test_what_is_no_code_is_told(text: str) -> None:
    with pytest.raises(InputError) as caught:
        from_text(text, 3)
    assert caught.value.hint
