"""Packs found on disk."""

from pathlib import Path

from app.library import drawing_packs, sample_sprites
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
