"""One line of verse: its script, how it is split, and why it is left out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from genmodels.api.configs import Script, VerseConfig
from genmodels.api.errors import ConfigError
from genmodels.api.reports import ProblemKind
from genmodels.data.verse.lines import judged, script_of, split_couplet, tidy

ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("a ladder leans", Script.LATIN), ("Straße", Script.LATIN), ("灯下旧书香。", Script.HAN),
        ("𠀀𠀁𠀂", Script.HAN), ("年々歳々", Script.HAN), ("灯 lamp", Script.MIXED),
        ("灯は", Script.MIXED), ("тихий вечер", Script.OTHER),
        ("*** 12 …", None), ("", None),
    ],
)  # fmt: skip
def test_script(text: str, script: Script | None) -> None:
    assert script_of(text) is script


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("灯下旧书香，窗前新雨凉。", ["灯下旧书香", "窗前新雨凉"]),
        ("灯下旧书香,窗前新雨凉.", ["灯下旧书香", "窗前新雨凉"]),
        ("“夜静雪初开？”　茶凉人未散！", ["夜静雪初开", "茶凉人未散"]),
        ("灯下旧书香", ["灯下旧书香"]),
        ("。！", ["。！"]),
        ("The kettle hums, the door stands open.", ["The kettle hums, the door stands open."]),
        ("lamp，灯", ["lamp，灯"]),
    ],
)
def test_couplets_are_split_at_their_marks(text: str, parts: list[str]) -> None:
    assert split_couplet(text) == parts


def test_blanks_and_accents_are_made_tidy() -> None:
    assert tidy("\u3000 a  cafe\u0301\tcloses \ufeff") == "a café closes"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The kettle hums beside the open door,", ProblemKind.USABLE),
        ("I would have mixed the colours in the dark", ProblemKind.USABLE),
        ("Part of the wall has fallen to the sea", ProblemKind.USABLE),
        ("灯下旧书香", ProblemKind.USABLE),
        ("一叶随风去", ProblemKind.USABLE),
        ("", ProblemKind.EMPTY),
        ("* * *", ProblemKind.NO_LETTERS),
        ("1234", ProblemKind.NO_LETTERS),
        ("so short", ProblemKind.USABLE),
        ("shorter", ProblemKind.TOO_SHORT),
        ("灯下", ProblemKind.TOO_SHORT),
        ("la " * 40, ProblemKind.TOO_LONG),
        ("灯" * 31, ProblemKind.TOO_LONG),
        ("x" * 10_000, ProblemKind.TOO_LONG),
        ("CHAPTER XIV.", ProblemKind.MARKUP),
        ("Canto 3: the harbour", ProblemKind.MARKUP),
        ("XVIII.", ProblemKind.MARKUP),
        ("第十二章", ProblemKind.MARKUP),
        ("卷三 秋", ProblemKind.MARKUP),
        ("其二", ProblemKind.MARKUP),
        ("# The Harbour", ProblemKind.MARKUP),
        ("[Illustration: a gate]", ProblemKind.MARKUP),
        ("<p>The gate has learnt</p>", ProblemKind.MARKUP),
        ("printed at https://verse.example/gate", ProblemKind.MARKUP),
        ("тихий вечер у реки", ProblemKind.OTHER_SCRIPT),
        ("a lamp 灯 in the window", ProblemKind.OTHER_SCRIPT),
        ("The kettle \ufffd hums beside", ProblemKind.DAMAGED),
        ("The kettle \0 hums beside", ProblemKind.DAMAGED),
    ],
)
def test_why_lines_are_left_out(text: str, kind: ProblemKind) -> None:
    verdict = judged(tidy(text), VerseConfig())
    assert verdict.kind is kind
    assert bool(verdict.what) is (kind is not ProblemKind.USABLE)


def test_lengths_can_be_chosen_but_not_turned_round() -> None:
    assert judged("灯下旧书香，", VerseConfig(han_shortest=5, han_longest=5)).kind is ProblemKind.USABLE
    assert judged("灯下旧书香", VerseConfig(han_shortest=6)).kind is ProblemKind.TOO_SHORT
    with pytest.raises(ConfigError):
        VerseConfig(latin_shortest=50, latin_longest=20)


@given(ANY_TEXT)
def test_any_text_is_judged_and_tidy_texts_stay(text: str) -> None:
    once = tidy(text)
    assert tidy(once) == once
    verdict = judged(once, VerseConfig())
    assert (verdict.kind is ProblemKind.USABLE) is (not verdict.what)


@given(ANY_TEXT)
def test_splitting_loses_nothing_but_marks(text: str) -> None:
    parts = split_couplet(text)
    assert parts
    letters = "".join(filter(str.isalnum, text))
    assert "".join(filter(str.isalnum, "".join(parts))) == letters
