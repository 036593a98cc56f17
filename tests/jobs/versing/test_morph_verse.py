"""Laws of a poem between two lines, whatever the pack has learnt: ends as typed, no line twice, what is held holds."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from verse_files import CHINESE, ENGLISH

from genmodels.api.errors import ConfigError, InputError
from genmodels.api.messages import Done, Event
from genmodels.api.verse import Draft, Line, LockedLine, MorphVerse, Origin, VerseRules
from genmodels.data.verse.chinese import misses, patterns
from genmodels.jobs.loading import load_verse_vae
from genmodels.jobs.morph_verse import morph_verse
from genmodels.jobs.versing.pool import holds
from genmodels.jobs.versing.recipe import VerseRecipe
from genmodels.models.versevae.written import letters_of

QUICK = VerseRecipe(samples=4, rounds=1, edits=8, refine_steps=2, beam=12)


def events(pack: str, first: str, last: str, **fields: object) -> list[Event]:
    return list(morph_verse(MorphVerse(pack=pack, first=first, last=last, **fields), QUICK))


def poem(pack: str, first: str, last: str, **fields: object) -> Sequence[Line]:
    done = events(pack, first, last, **fields)[-1]
    assert isinstance(done, Done)
    return done.lines


def texts(lines: Sequence[Line]) -> list[str]:
    return [line.text for line in lines]


@pytest.mark.parametrize(
    ("first", "last"),
    [
        (ENGLISH[0], ENGLISH[2]),
        ("rain", "stone"),
        ("  We kept a xyzzy,  ", "and 🙂 burned away!"),
        ("the gate", "THE GATE"),
        (ENGLISH[5], "the light for 灯 boats"),
    ],
)
def test_ends_are_as_typed_and_no_line_comes_twice(english, first, last):
    lines = poem(english, first, last, count=3, alternatives=2)
    assert (lines[0].text, lines[-1].text) == (first, last)
    assert lines[0].origin is lines[-1].origin is Origin.GIVEN
    between = [letters_of(line.text) for line in lines[1:-1]]
    assert len(set(between) - {letters_of(first), letters_of(last)}) == 3
    assert [len(line.alternatives) for line in lines] == [0, 2, 2, 2, 0]
    assert all(len({line.text, *texts(line.alternatives)}) == 3 for line in lines[1:-1])
    assert [line.t for line in lines] == [0, 0.25, 0.5, 0.75, 1]


def test_what_the_pack_has_never_seen_is_named(english):
    lines = poem(english, "We kept a žluť", ENGLISH[2], count=1)
    assert lines[0].unknown == ("žluť",)
    assert not any(line.unknown for line in lines[1:])


def test_a_rough_draft_of_every_line_comes_first_and_progress_before_the_end(english):
    told = events(english, ENGLISH[0], ENGLISH[2], count=2)
    drafts = [event for event in told if isinstance(event, Draft)]
    assert told[:4] == drafts
    assert [draft.index for draft in drafts] == [0, 1, 2, 3]
    assert told[-1].values["pack"] == "small-en"
    assert told[-1].values["seed"] == 1
    assert [type(end) for end in told[-1].values["ends_from_code"]] == [bool, bool]


def test_the_same_seed_writes_the_same_and_another_one_other_lines(english):
    one, same, other = (poem(english, ENGLISH[0], ENGLISH[2], count=3, seed=seed, alternatives=3) for seed in (1, 1, 2))
    assert one == same
    assert one != other


def test_chinese_has_exactly_the_characters_that_are_asked_for(chinese):
    lines = poem(chinese, CHINESE[0], CHINESE[6], count=3, alternatives=2)
    assert [line.length for line in lines] == [5, 6, 6, 6, 7]
    lines = poem(chinese, CHINESE[0], CHINESE[3], count=4, rules=VerseRules(length=7))
    assert [line.length for line in lines[1:-1]] == [7] * 4


def test_chinese_rhymes_and_keeps_to_a_tone_pattern_where_it_is_held(chinese):
    rules = VerseRules(rhyme=True, tones=True)
    lines = poem(chinese, CHINESE[0], CHINESE[1], count=2, rules=rules)
    assert {line.rhyme for line in lines} == {"ang平"}
    assert any(all(misses(line.tones, pattern) == 0 for line in lines[1:-1]) for pattern in patterns(5))


def test_chinese_comes_back_in_the_characters_that_were_typed(traditional):
    simplified = poem(traditional, "灯下旧书香", "远处钟声长", count=2)
    assert not set("".join(texts(simplified))) & set("燈舊書風涼門無問遠處鐘聲長歲難為樓夢見鄉")
    assert not any(line.unknown for line in simplified)
    typed = poem(traditional, "燈下舊書香", "遠處鐘聲長", count=2)
    assert texts(typed)[0] == "燈下舊書香"


def test_lines_and_words_that_are_locked_stay_where_they_are(english):
    locked = (LockedLine(place=2, text="my own line, as it is"), LockedLine(place=3, words=("hope", "stone")))
    lines = poem(english, ENGLISH[0], ENGLISH[2], count=3, alternatives=2, locked=locked)
    assert lines[2].text == "my own line, as it is"
    assert lines[2].origin is Origin.GIVEN
    assert holds(lines[3].text, ("hope", "stone"))


def test_locked_characters_stay_in_a_chinese_line_of_the_right_length(chinese):
    lines = poem(chinese, CHINESE[0], CHINESE[3], count=2, locked=(LockedLine(place=1, words=("月", "人")),))
    assert lines[1].text.index("月") < lines[1].text.rindex("人")
    assert lines[1].length == 5


def test_new_only_takes_no_line_that_is_already_written_and_else_they_are_labelled(english):
    model, _ = load_verse_vae(Path(english))
    lines = poem(english, ENGLISH[0], ENGLISH[2], count=5, alternatives=3, rules=VerseRules(new_only=True))
    every = [line for whole in lines[1:-1] for line in (whole, *whole.alternatives)]
    assert all(line.origin is Origin.NEW and not model.written.holds(line.text) for line in every)
    plain = poem(english, "and slow the light", "hope until it burned", count=5, rules=VerseRules(temperature=0))
    assert all((line.origin is Origin.CORPUS) == model.written.holds(line.text) for line in plain[1:-1])


def test_without_a_search_lines_are_the_likeliest_of_even_steps(english):
    told = events(english, ENGLISH[0], ENGLISH[2], count=3, search=False, alternatives=1)
    drafts = [event.line.text for event in told if isinstance(event, Draft)]
    assert texts(told[-1].lines) == drafts
    assert all(line.alternatives for line in told[-1].lines[1:-1])


def test_the_same_line_twice_goes_out_and_comes_back(english):
    lines = poem(english, ENGLISH[0], ENGLISH[0].upper(), count=3)
    assert len({letters_of(line.text) for line in lines}) == 4


@pytest.mark.parametrize(
    ("first", "last", "told"),
    [
        ("", ENGLISH[0], "The first line is empty"),
        (ENGLISH[0], " \n", "The last line is empty"),
        (ENGLISH[0], "rain " * 100, "The last line is too long"),
        ("🙂", ENGLISH[0], "holds no letters"),
        (CHINESE[0], ENGLISH[0], "in another script"),
    ],
)
def test_bad_lines_are_refused_in_plain_words(english, first, last, told):
    with pytest.raises(InputError, match=told) as error:
        events(english, first, last)
    assert error.value.hint


@pytest.mark.parametrize(
    "fields",
    [
        {"count": 0},
        {"count": 33},
        {"alternatives": 13},
        {"seed": -1},
        {"rules": VerseRules(temperature=2.5)},
        {"rules": VerseRules(length=99)},
        {"count": 2, "locked": (LockedLine(place=3, text="too far"),)},
    ],
)
def test_settings_out_of_range_are_refused(english, fields):
    with pytest.raises(ConfigError):
        events(english, ENGLISH[0], ENGLISH[1], **fields)
