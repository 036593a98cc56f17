"""What is told of poems: both ways of writing them, of each pair once."""

from pathlib import Path

from small_verses import verse_pack
from verse_files import ENGLISH

from genmodels.data.steps import finished
from genmodels.jobs.evaluate.poems import measure_poems


def test_poems_are_measured_for_the_path_and_for_the_published_way(tmp_path: Path) -> None:
    pack = str(verse_pack(tmp_path / "small"))
    told = finished(measure_poems(pack, ENGLISH[:5], pairs=4, between=2))
    assert (told["pairs"], told["between"]) == (2, 2)
    path = told["morphs"]["path"]
    assert (path["ends_exact"], path["repeats"]) == (1, 0)
    assert -1 <= path["kendall_tau"] <= 1
    assert all(
        0 <= figures[key] <= 1 for figures in told["morphs"].values() for key in ("form_share", "verbatim_share")
    )
