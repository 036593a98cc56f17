"""What is told of poems: every way of writing them, of each pair once."""

from pathlib import Path

import pytest
from small_verses import verse_model, verse_pack
from verse_files import CHINESE, ENGLISH, many_lines

from genmodels.api.configs import Preset
from genmodels.api.errors import ConfigError, PackError
from genmodels.api.messages import Log
from genmodels.data.steps import finished
from genmodels.jobs.evaluate import Poems, evaluate
from genmodels.jobs.evaluate.poems import measure_poems
from genmodels.jobs.evaluate.references import references

SHARES = ("form_share", "verbatim_share")


def test_poems_are_measured_for_the_path_and_for_the_published_way(tmp_path: Path) -> None:
    pack = verse_pack(tmp_path / "small")
    told = finished(measure_poems(pack, ENGLISH[:5], Poems(pairs=4, between=2), None))
    assert (told["pairs"], told["between"]) == (2, 2)
    path = told["morphs"]["path"]
    assert (path["ends_exact"], path["repeats"], path["fluent_share"]) == (2, 0, None)
    assert -1 <= path["kendall_tau"] <= 1
    assert all(0 <= figures[key] <= 1 for figures in told["morphs"].values() for key in SHARES)


def test_the_lectures_pack_is_an_arm_and_the_judge_reads_every_line_between(tmp_path: Path) -> None:
    pack, lecture = (verse_pack(tmp_path / preset, preset=preset) for preset in (Preset.DEFAULT, Preset.LECTURE))
    (tmp_path / "text.txt").write_text("\n".join(many_lines(200)), encoding="utf-8")
    judge = finished(references(verse_model(), tmp_path / "text.txt", ENGLISH)).judge
    told = finished(measure_poems(pack, ENGLISH[:2], Poems(between=3, against=lecture), judge))
    assert list(told["morphs"]) == ["path", "published", "lecture"]
    for figures in told["morphs"].values():
        assert 3 * figures["fluent_share"] in (0, 1, 2, 3)
        assert figures["ends_exact"] == 1


def test_only_the_lectures_vae_of_the_same_script_is_compared_with(tmp_path: Path) -> None:
    pack = verse_pack(tmp_path / "small")
    han = verse_pack(tmp_path / "han", CHINESE, Preset.LECTURE)
    for other in (pack, han):
        with pytest.raises(PackError, match=f"“{other.name}” is no lecture's VAE"):
            finished(measure_poems(pack, ENGLISH, Poems(against=other), None))


@pytest.mark.parametrize("changed", [{"pairs": 0}, {"between": 0}, {"between": 33}])
def test_poems_that_cannot_be_measured(changed: dict[str, int]) -> None:
    with pytest.raises(ConfigError, match="cannot be measured"):
        Poems(**changed)


def test_without_a_text_the_figures_that_need_one_are_left_out_and_it_says_so(tmp_path: Path) -> None:
    (tmp_path / "lines.txt").write_text("\n".join(ENGLISH), encoding="utf-8")
    pack = verse_pack(tmp_path / "small")
    *before, done = evaluate(pack, tmp_path / "lines.txt", poems=Poems(pairs=1, between=1))
    assert [event.text for event in before if isinstance(event, Log)] == [
        "Neither n-grams nor fluency: name a text to count in with --against-lines, best the one the pack learnt from."
    ]
    assert done.values["ngram_nats_per_line"] is done.values["references"] is None
    assert {figures["fluent_share"] for figures in done.values["morphs"].values()} == {None}
