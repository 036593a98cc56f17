"""Packs found on disk."""

from pathlib import Path

from app.library import drawing_packs, sample_sprites


def test_only_packs_that_draw_are_offered(packs: Path) -> None:
    card = (packs / "alpha" / "pack.json").read_text(encoding="utf-8")
    for name, text in (("verse", card.replace("pixelrnn", "verse-vae")), ("broken", card[:20])):
        (packs / name).mkdir()
        (packs / name / "pack.json").write_text(text, encoding="utf-8")
    found, errors = drawing_packs(packs)
    assert [pack.folder.name for pack in found] == ["alpha", "beta"]
    assert len(errors) == 1
    assert "broken" in errors[0].message


def test_samples_are_pictures() -> None:
    assert all(path.suffix == ".png" for path in sample_sprites())
