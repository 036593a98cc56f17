"""What a drawing remembers of its exports."""

from pathlib import Path

from app.document.belongings import Belongings
from app.document.exports import Export, kept_sheet, last_export, moved, with_sheet
from genmodels.media.sheets.settings import SheetSettings


def test_the_last_export_is_known_again() -> None:
    belongings = with_sheet(Belongings(export={"other": 1}), SheetSettings(scale=2))
    assert last_export(belongings.export) is Export.SHEET
    assert kept_sheet(belongings.export) == SheetSettings(scale=2)
    assert belongings.export["other"] == 1
    assert with_sheet(belongings, SheetSettings(scale=2)) is belongings


def test_what_cannot_be_understood_counts_as_nothing() -> None:
    assert kept_sheet({"sprite_sheet": {"scale": -4}}) is None
    assert last_export({"last": "hologram"}) is None
    assert last_export({"last": ["sheet"]}) is None


def test_paths_go_on_meaning_the_same_file_when_the_project_moves(tmp_path: Path) -> None:
    before, now = tmp_path / "a" / "hero.sprv", tmp_path / "b" / "c" / "hero.sprv"
    sheet = tmp_path / "a" / "out" / "hero.png"
    kept = with_sheet(Belongings(), SheetSettings().with_file(sheet, before))
    there = moved(kept, before, now)
    settings = kept_sheet(there.export)
    assert settings is not None
    assert settings.file == "../../a/out/hero.png"
    assert settings.sheet_file(now) == sheet
    assert moved(there, now, now) is there


def test_a_drawing_without_a_file_keeps_whole_paths_until_it_has_one(tmp_path: Path) -> None:
    kept = with_sheet(Belongings(), SheetSettings().with_file(tmp_path / "hero.png", None))
    assert kept.export["sprite_sheet"]["file"] == (tmp_path / "hero.png").as_posix()
    assert moved(kept, None, tmp_path / "hero.sprv").export["sprite_sheet"]["file"] == "hero.png"
