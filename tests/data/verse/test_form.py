"""Laws of a line's form: how long, what it rhymes by, its tones, in both scripts of Chinese alike."""

import pytest

from genmodels.data.verse import chinese
from genmodels.data.verse.conversion import Characters, characters_of, converted
from genmodels.data.verse.form import form_of


@pytest.mark.parametrize(
    ("text", "syllables"),
    [
        ("The kettle hums beside the open door,", 10),
        ("the wander'd flock comes o'er the fields", 8),
        ("a brambly snickersnee", 6),
        ("It’s late", 2),
        ("…", 0),
    ],
)
def test_syllables_of_known_and_unknown_words(text, syllables):
    assert form_of(text).length == syllables


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("on stone;", "alone"),
        ("of Rain", "a weathercock's disdain"),
        ("the zorf", "a blorf"),
        ("it gnoves", "he snove"),
    ],
)
def test_lines_that_rhyme_have_the_same_rhyme(one, other):
    assert form_of(one).rhyme == form_of(other).rhyme != ""


def test_lines_that_do_not_rhyme_differ():
    assert form_of("the open door").rhyme != form_of("slow the evening").rhyme


@pytest.mark.parametrize("text", ["灯下旧书香", "燈下舊書香"])
def test_chinese_has_a_length_a_rhyme_and_a_tone_for_each_character(text):
    form = form_of(f"{text}，")
    assert (form.length, form.tones) == (5, "平仄仄平平")
    assert form.rhyme == form_of("窗前新雨凉").rhyme


def test_the_entering_tone_is_oblique_though_mandarin_has_lost_it():
    assert form_of("竹石").tones == "仄仄"


def test_patterns_are_of_regulated_lines_and_count_what_is_against_them():
    for length in (5, 7):
        assert len(chinese.patterns(length)) == 4
        assert all(len(pattern) == length for pattern in chinese.patterns(length))
    assert chinese.patterns(6) == ()
    assert chinese.misses("平仄仄平平", "中仄仄平平") == 0
    assert chinese.misses("平平仄平平", "中仄仄平平") == 1


def test_characters_are_told_and_converted_one_for_one():
    assert characters_of(["灯下旧书香"]) is Characters.SIMPLIFIED
    assert characters_of(["燈下舊書香"]) is Characters.TRADITIONAL
    assert characters_of(["小山", "rain"]) is None
    assert converted("灯下旧书香", Characters.TRADITIONAL) == "燈下舊書香"
    assert converted("燈下舊書香", Characters.SIMPLIFIED) == "灯下旧书香"
    assert converted("燈下", None) == "燈下"
