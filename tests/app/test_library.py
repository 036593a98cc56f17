"""Packs found on disk."""

import shutil
from pathlib import Path

from pytestqt.qtbot import QtBot

from app.library import SETTLE_MS, PackWatch, drawing_packs, sample_sprites
from genmodels.api import paths


def test_only_packs_that_draw_are_offered(packs: Path) -> None:
    card = (packs / "alpha" / "pack.json").read_text(encoding="utf-8")
    for name, text in (("verse", card.replace("pixelrnn", "verse-vae")), ("broken", card[:20])):
        (packs / name).mkdir()
        (packs / name / "pack.json").write_text(text, encoding="utf-8")
    found, errors = drawing_packs(packs)
    assert [pack.folder.name for pack in found] == ["alpha", "beta"]
    assert len(errors) == 1
    assert "broken" in errors[0].message


def test_the_lectures_network_comes_last(packs: Path) -> None:
    card = packs / "alpha" / "pack.json"
    plain = card.read_text(encoding="utf-8")
    card.write_text(plain.replace('"size": 16', '"size": 16, "preset": "lecture"'), encoding="utf-8")
    assert [pack.folder.name for pack in drawing_packs(packs)[0]] == ["beta", "alpha"]


def test_the_shipped_packs_begin_with_the_icons() -> None:
    names = [pack.folder.name for pack in drawing_packs(paths.assets() / "packs")[0]]
    assert names == ["pokemon-icons-32", "pokemon-20", "lecture-20"]


def test_samples_are_pictures() -> None:
    assert all(path.suffix == ".png" for path in sample_sprites())


def test_a_watch_tells_of_packs_that_come_change_and_go(packs: Path, home: Path, qtbot: QtBot) -> None:
    watch = PackWatch()
    watch.start()
    watch.look()  # nothing new, so no signal that the next wait could take for its own
    with qtbot.waitSignal(watch.changed):
        shutil.copytree(packs / "alpha", home / "gamma").rename(packs / "gamma")
    with qtbot.waitSignal(watch.changed):
        shutil.rmtree(packs / "gamma")
    (packs / "alpha" / "pack.json").write_text("{", encoding="utf-8")
    with qtbot.waitSignal(watch.changed):
        watch.look()


def test_a_watch_overlooks_packs_that_are_being_written(packs: Path, qtbot: QtBot) -> None:
    watch = PackWatch()
    watch.start()
    with qtbot.assertNotEmitted(watch.changed, wait=2 * SETTLE_MS):
        shutil.copytree(packs / "alpha", packs / ".gamma.new")
