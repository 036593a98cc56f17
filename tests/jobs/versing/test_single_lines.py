"""Laws of the jobs for single lines: other lines for a place, fresh ones, neighbours, what is told, codes to lines."""

from dataclasses import replace

import numpy as np
import pytest
import torch
from small_verses import verse_pack
from verse_files import CHINESE, ENGLISH

from genmodels.api.errors import ConfigError, InputError
from genmodels.api.messages import Done, Job
from genmodels.api.verse import DecodeLines, Draft, NearLines, Origin, ReadLines, SampleVerse, VaryLine, VerseRules
from genmodels.data.verse.lines import tidy
from genmodels.jobs.decode_lines import decode_lines
from genmodels.jobs.loading import load_verse_vae
from genmodels.jobs.near_lines import near_lines
from genmodels.jobs.read_lines import read_lines
from genmodels.jobs.sample_verse import sample_verse
from genmodels.jobs.vary_line import vary_line
from genmodels.jobs.versing.pool import holds
from genmodels.jobs.versing.recipe import VerseRecipe
from genmodels.models.versevae.writing import texts, tokens_of, write
from genmodels.runner import drive
from genmodels.serve import _steps

QUICK = VerseRecipe(samples=6, rounds=1, edits=8, fresh=3)
POEM = (ENGLISH[0], "a line of mine", ENGLISH[2], ENGLISH[3])


def last(events) -> Done:
    *_, done = events
    assert isinstance(done, Done)
    return done


def test_other_lines_are_others_and_hold_the_locked_words(english):
    request = VaryLine(pack=english, lines=POEM, place=1, alternatives=4, words=("hope",))
    done = last(vary_line(request, QUICK))
    [line] = done.lines
    assert line.text == "a line of mine"
    others = [other.text for other in line.alternatives]
    assert len(set(others) - set(POEM)) == 4
    assert all(holds(other, ("hope",)) for other in others)
    assert last(vary_line(request, QUICK)) == done
    assert last(vary_line(replace(request, seed=5), QUICK)) != done


def test_an_empty_line_beside_it_is_passed_over_but_an_empty_end_is_told_of(english):
    poem = (ENGLISH[0], "", "", ENGLISH[3])
    assert (
        len(last(vary_line(VaryLine(pack=english, lines=poem, place=1, alternatives=2), QUICK)).lines[0].alternatives)
        == 2
    )
    with pytest.raises(InputError):
        list(vary_line(VaryLine(pack=english, lines=("", "x", ENGLISH[1]), place=1), QUICK))


def test_fresh_lines_depend_on_their_seed_alone(english):
    rules = VerseRules(temperature=1, new_only=True)
    events = list(sample_verse(SampleVerse(pack=english, seeds=(3, 4), rules=rules), QUICK))
    done = last(events)
    assert [event.line for event in events if isinstance(event, Draft)] == list(done.lines)
    alone = last(sample_verse(SampleVerse(pack=english, seeds=(4,), rules=rules), QUICK))
    assert (alone.lines[0], alone.codes[0]) == (done.lines[1], done.codes[1])
    assert all(line.origin is Origin.NEW for line in done.lines)


def test_fresh_chinese_has_the_length_that_is_asked_for(chinese):
    done = last(sample_verse(SampleVerse(pack=chinese, seeds=(1, 2), rules=VerseRules(length=7)), QUICK))
    assert [line.length for line in done.lines] == [7, 7]


def test_neighbours_come_the_nearest_first_without_the_line_itself(english):
    own = last(read_lines(ReadLines(pack=english, lines=(ENGLISH[1],)))).codes[0]
    done = last(near_lines(NearLines(pack=english, text=ENGLISH[1], count=5), QUICK))
    apart = [sum((a - b) ** 2 for a, b in zip(code.numbers, own.numbers, strict=True)) for code in done.codes]
    assert apart == sorted(apart)
    assert len({line.text for line in done.lines} - {ENGLISH[1]}) == 5


def test_lines_are_told_of_as_they_stand(chinese):
    done = last(read_lines(ReadLines(pack=chinese, lines=(CHINESE[0], "", "rain", "灯下鑾书香"))))
    known, empty, foreign, rare = done.lines
    assert (known.text, known.origin, known.length, known.tones) == (CHINESE[0], Origin.CORPUS, 5, "平仄仄平平")
    assert rare.unknown == ("鑾",)
    assert [any(code.numbers) for code in done.codes] == [True, False, False, True]
    assert (empty.text, foreign.text) == ("", "rain")
    with pytest.raises(InputError, match="Line 1 is too long"):
        list(read_lines(ReadLines(pack=chinese, lines=("山" * 500,))))


def test_a_code_is_written_and_the_anchors_own_is_the_anchor(english):
    typed = "We kept a LIGHT for boats"
    code = last(read_lines(ReadLines(pack=english, lines=(typed,)))).codes[0]
    far = replace(code, numbers=tuple(-number for number in code.numbers))
    lines = last(decode_lines(DecodeLines(pack=english, codes=(code, far), anchor=typed))).lines
    assert (lines[0].text, lines[0].origin) == (typed, Origin.GIVEN)
    assert lines[1].text != typed
    with pytest.raises(ConfigError):
        list(decode_lines(DecodeLines(pack=english, codes=(replace(code, numbers=(1.0,)),))))


def test_a_codes_numbers_go_along_the_principal_directions(tmp_path):
    pack = verse_pack(tmp_path / "small")
    model, _ = load_verse_vae(pack)
    codes = last(read_lines(ReadLines(pack=str(pack), lines=tuple(ENGLISH)))).codes
    number_BN = np.array([code.numbers for code in codes])
    assert number_BN.mean(0) == pytest.approx(0, abs=0.02)
    assert number_BN[:, 0].std(ddof=1) == pytest.approx(1, abs=0.02)
    assert model.axes.spread_N[0] == model.axes.spread_N.max()
    shown = [line.text for line in last(decode_lines(DecodeLines(pack=str(pack), codes=codes))).lines]
    with torch.no_grad():
        z_BN, _ = model.posterior(tokens_of(model, ENGLISH))
    assert len(set(shown)) > 1
    assert shown == [tidy(text) for text in texts(model, write(model, z_BN))]


def test_the_server_knows_every_verse_job(english):
    jobs: list[Job] = [
        VaryLine(pack=english, lines=POEM, place=1, alternatives=1),
        SampleVerse(pack=english, seeds=(1,)),
        NearLines(pack=english, text=ENGLISH[0], count=1),
        ReadLines(pack=english, lines=POEM),
    ]
    for job in jobs:
        *_, done = drive(_steps(job), lambda: False)
        assert isinstance(done, Done)
        assert done.lines
