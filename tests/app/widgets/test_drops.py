"""Dropped files are told apart: packs and folders are for the window, pictures for the page they are dropped on."""

from pathlib import Path

from hands import urls

from app.widgets.drops import are_packs, one_palette, one_picture, pictures_of


def test_packs_come_without_anything_else() -> None:
    assert are_packs([Path("a.svpack"), Path("b.SVPACK")])
    assert not are_packs([Path("a.svpack"), Path("b.png")])
    assert not are_packs([])


def test_pictures_are_neither_packs_nor_verse_nor_folders(tmp_path: Path) -> None:
    picture, other = tmp_path / "a.png", tmp_path / "b.gif"
    rest = [tmp_path, tmp_path / "a.svpack", tmp_path / "lines.TXT", tmp_path / "poem.md"]
    assert pictures_of(urls([picture, *rest, other])) == [picture, other]


def test_one_picture_comes_alone(tmp_path: Path) -> None:
    assert one_picture(urls([tmp_path / "a.png"])) == tmp_path / "a.png"
    assert one_picture(urls([tmp_path])) is None
    assert one_picture(urls([tmp_path / "a.png", tmp_path / "b.png"])) is None


def test_one_palette_comes_alone_and_is_no_picture(tmp_path: Path) -> None:
    assert one_palette(urls([tmp_path / "a.GPL"])) == tmp_path / "a.GPL"
    assert one_palette(urls([tmp_path / "a.png"])) is None
    assert one_palette(urls([tmp_path / "a.gpl", tmp_path / "b.gpl"])) is None
