"""Other verse to count in: it never holds a line that is measured, and the judge reads what the pack did not learn."""

from pathlib import Path

import pytest
from small_verses import verse_model
from verse_files import CHINESE, many_lines

from genmodels.api.errors import InputError
from genmodels.data.steps import finished
from genmodels.jobs.evaluate.references import References, references
from genmodels.models.versevae import VerseVAE

HELD = many_lines(400)[300:]


def text(folder: Path, lines: list[str]) -> Path:
    file = folder / "text.txt"
    file.write_text("\n".join(lines), encoding="utf-8")
    return file


def known(model: VerseVAE, file: Path, held: list[str] = HELD) -> References:
    return finished(references(model, file, held))


def test_lines_that_are_measured_are_not_counted(tmp_path: Path):
    model, others = verse_model(many_lines(10)), many_lines(300)
    found = known(model, text(tmp_path, others))
    assert found.told["ngrams"][0] | {"order": 6, "counted_lines": 300} == found.told["ngrams"][0]
    shouted = [line.upper().rstrip(".") for line in HELD]
    again = known(model, text(tmp_path, others + HELD + shouted))
    assert again.nats_per_line == found.nats_per_line


def test_the_judge_reads_what_the_pack_did_not_learn(tmp_path: Path):
    lines = many_lines(300)
    half = known(verse_model(lines[:150]), text(tmp_path, lines))
    assert (half.judge.unseen, half.judge.grams.lines) == (True, 150)
    known_by_heart = known(verse_model(lines), text(tmp_path, lines))
    assert (known_by_heart.judge.unseen, known_by_heart.judge.grams.lines) == (False, 150)
    assert known_by_heart.told["judge"] == {"order": 8, "counted_lines": 150, "unseen_by_the_pack": False}


def test_nine_of_ten_real_lines_are_fluent_and_salad_is_not(tmp_path: Path):
    judge = known(verse_model(many_lines(10)), text(tmp_path, many_lines(300))).judge
    assert judge.fluent(HELD).mean() == pytest.approx(0.9, abs=0.02)
    assert not judge.fluent(["".join(sorted(line)) for line in HELD]).any()


def test_chinese_is_counted_form_by_form(tmp_path: Path):
    signs = "".join(dict.fromkeys("".join(CHINESE)))
    lines = [signs[n % 20] + signs[n // 20] + line for n in range(300) for line in [CHINESE[n % 8][: 3 + 2 * (n % 2)]]]
    found = known(verse_model(CHINESE), text(tmp_path, lines), ["小桥过旧衣", "灯下旧书香", "半盏残灯照旧衣"])
    assert [(one["characters"], one["order"]) for one in found.told["ngrams"]] == [(5, 2), (7, 3)]
    five, seven = (one["nats_per_line"] for one in found.told["ngrams"])
    assert found.nats_per_line == pytest.approx((2 * five + seven) / 3)
    assert found.told["judge"]["order"] == 3


def test_too_little_to_count_in_is_told(tmp_path: Path):
    with pytest.raises(InputError, match=r"99 lines") as caught:
        known(verse_model(), text(tmp_path, many_lines(99) + HELD))
    assert "100" in caught.value.hint
