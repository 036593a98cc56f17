"""What is said differently of pictures and of verse."""

import dataclasses

import pytest

from app.widgets.packs.subject_words import words_about
from genmodels.api.reports import Subject


@pytest.mark.parametrize("subject", Subject)
def test_all_that_must_be_said_of_a_subject_is(subject: Subject) -> None:
    words = dataclasses.asdict(words_about(subject))
    assert [name for name, text in words.items() if not text] == ["meaning"] * (subject is Subject.PICTURES)


def test_no_word_of_pictures_is_said_of_lines() -> None:
    said = " ".join(dataclasses.asdict(words_about(Subject.VERSE)).values()).lower()
    assert not any(word in said for word in ("picture", "draw", "wings", "pad"))
    assert words_about(Subject.VERSE).trained_on.format(1200, "“a.txt”") == "1,200 lines of “a.txt”"
