"""Interpolated n-grams: by hand on a few signs, as a distribution, and as what tells real lines from shuffled ones."""

import itertools

import numpy as np
import pytest

from genmodels.data.steps import finished
from genmodels.metrics import ngrams
from genmodels.metrics.ngrams import NGrams, surprise

LINES = ["the moon is low", "the moon was high", "a low moon rises", "the tide is high and low"]


def counted(lines: list[str], order: int) -> NGrams:
    return finished(NGrams.counted(lines, order))


def test_one_sign_at_a_time_by_hand():
    grams = counted(["ab", "a"], 1)  # a twice, b once, two ends: 5 signs of 3 kinds; each of 4 may come
    p = {sign: (count + 3 / 4) / (5 + 3) for sign, count in {"a": 2, "b": 1, "end": 2, "unknown": 0}.items()}
    assert sum(p.values()) == pytest.approx(1)
    assert np.exp(-grams.nats(["ba", "z", ""])) == pytest.approx(
        [p["b"] * p["a"] * p["end"], p["unknown"] * p["end"], p["end"]]
    )


def test_two_signs_lean_on_one_by_hand():
    grams = counted(["ab", "a"], 2)
    first = {sign: (count + 3 / 4) / (5 + 3) for sign, count in {"a": 2, "b": 1, "end": 2}.items()}
    a_first = (2 + 1 * first["a"]) / (2 + 1)  # a line began twice, with one kind of sign
    end_after_a = (1 + 2 * first["end"]) / (2 + 2)
    end_after_b = (1 + 1 * first["end"]) / (1 + 1)
    b_after_b = (0 + 1 * first["b"]) / (1 + 1)
    b_first = (0 + 1 * first["b"]) / (2 + 1)
    assert np.exp(-grams.nats(["a", "bb"])) == pytest.approx([a_first * end_after_a, b_first * b_after_b * end_after_b])


@pytest.mark.parametrize("order", [1, 2, 3, 5])
def test_all_lines_together_are_certain(order: int):
    grams = counted(["a", "aa", "a", ""], order)  # lines end soon, so that hardly any is longer than these
    every = ["".join(signs) for length in range(14) for signs in itertools.product("az", repeat=length)]
    assert 0.99 < np.exp(-grams.nats(every)).sum() < 1


def test_lines_do_not_depend_on_each_other_nor_on_slices(monkeypatch: pytest.MonkeyPatch):
    lines = ["".join(signs) for signs in itertools.product("abcd", repeat=5)]
    whole = counted(lines[::3], 3)
    monkeypatch.setattr(ngrams, "AT_ONCE", 7)
    monkeypatch.setattr(ngrams, "SLICE", 11)
    parts = counted(lines[::3], 3)
    together = whole.nats(lines)
    assert np.array_equal(together, parts.nats(lines))
    assert together == pytest.approx([whole.nats([line])[0] for line in lines])
    assert [len(one.gram_G) for one in whole.orders] == [len(one.gram_G) for one in parts.orders]


def test_real_lines_surprise_less_than_shuffled_ones():
    grams = counted(LINES, 4)
    shuffled = ["".join(sorted(line)) for line in LINES]
    assert surprise(grams, LINES).max() < surprise(grams, shuffled).min()
    assert surprise(grams, [LINES[0]])[0] == pytest.approx(grams.nats([LINES[0]])[0] / (len(LINES[0]) + 1))


def test_too_many_signs_for_the_order_count_as_unknown():
    rare = [chr(0x4E00 + n) for n in range(40)]
    grams = counted(["山", *["山"] * 9, *rare], 15)  # 4 bits a sign: fourteen that are told apart
    assert grams.bits == 4
    assert grams.nats([rare[-1]])[0] == grams.nats(["z"])[0] != grams.nats(["山"])[0]


def test_there_has_to_be_something_to_count():
    with pytest.raises(ValueError, match="nothing"):
        counted([], 2)
    assert counted(["a"], 2).nats([]).shape == (0,)
