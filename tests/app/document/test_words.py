"""Words of English and of Chinese, where they stand, and how they are locked and unlocked."""

import pytest

from app.document.words import found_in, is_chinese, toggled, words_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The kettle's lid, half-open;", ["The", "kettle's", "lid", "half-open"]),
        ("小舟，泊晚汀", ["小", "舟", "泊", "晚", "汀"]),
        ("a lantern 灯", ["a", "lantern", "灯"]),
        ("… — !", []),
        ("🌙 moon", ["moon"]),
    ],
)
def test_words_are_found_without_the_signs_round_them(text: str, words: list[str]) -> None:
    found = words_in(text)
    assert [word.text for word in found] == words
    assert [text[word.start : word.end] for word in found] == words


def test_chinese_is_told_by_one_character() -> None:
    assert is_chinese("a 灯")
    assert not is_chinese("a lamp, 12 ランプ")


def test_locked_words_are_found_in_their_order() -> None:
    text = "the tide and the moon and the tide"
    assert [word.start for word in found_in(text, ["moon", "tide"])] == [17, 30]
    assert [word.start for word in found_in(text, ["tide", "sun", "The"])] == [4, 13]


def test_a_word_is_locked_and_unlocked_again() -> None:
    text = "an old boat turns"
    old, boat = words_in(text)[1:3]
    assert toggled(text, (), [boat]) == ("boat",)
    assert toggled(text, ("boat",), [old]) == ("old", "boat")
    assert toggled(text, ("old", "boat"), [old, boat]) == ()
    assert toggled(text, ("old", "boat"), [boat]) == ("old",)
