"""What a report says of its data."""

import dataclasses

import pytest

from genmodels.api.configs import Family, Script
from genmodels.api.families import begins_with, learns_from
from genmodels.api.reports import Subject, VerseReport

EMPTY = VerseReport(
    data=(), usable=0, counts={}, sentences=(), problems=(), files=(), encodings={}, scripts={}, lengths={},
    examples=(), can_train=False, hint="Add more verse.",
)  # fmt: skip


def test_the_script_of_most_usable_lines_is_learnt() -> None:
    report = dataclasses.replace(EMPTY, usable=9, lengths={"latin": (0,) * 12 + (4,), "han": (0,) * 5 + (3, 0, 2)})
    assert report.script is Script.HAN
    assert [report.lines_in(script) for script in (Script.HAN, "latin", "other", None)] == [5, 4, 0, 0]
    assert EMPTY.script is None


@pytest.mark.parametrize("family", Family)
def test_a_training_begins_with_packs_that_learnt_from_the_same(family: Family) -> None:
    assert {learns_from(one) for one in begins_with(family)} == {learns_from(family)}
    assert (learns_from(family) is Subject.VERSE) == (family is Family.VERSE_VAE)
