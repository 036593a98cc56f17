"""A sheet's files."""

import json
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sheet_pictures import walker

from genmodels.api.errors import ConfigError, StorageError
from genmodels.media import writing
from genmodels.media.artwork.artwork import Artwork, Direction, Tag, artwork_of
from genmodels.media.artwork.framing import tag_frames
from genmodels.media.palettes.reading import read_palette
from genmodels.media.sheets.description import cut_out
from genmodels.media.sheets.settings import Layout, SheetSettings, Target, preset
from genmodels.media.sheets.writing import sheet_files, write_sheet


@pytest.mark.parametrize("target", Target)
def test_each_target_has_its_files_and_no_others(tmp_path: Path, target: Target) -> None:
    path = tmp_path / "sheet.png"
    written = write_sheet(path, _flat(), "hero.png", preset(target))
    assert written.files == sheet_files(path, target)
    assert sorted(file.name for file in tmp_path.iterdir()) == sorted(file.name for file in written.files)
    assert written.frames == 4
    with Image.open(path) as image:
        assert image.size == written.size


@pytest.mark.parametrize("target", [Target.PHASER, Target.HASH, Target.ARRAY])
def test_the_json_cuts_the_picture_beside_it(tmp_path: Path, target: Target) -> None:
    picture, told = write_sheet(tmp_path / "sheet.png", walker(), "hero.png", preset(target)).files
    described = json.loads(told.read_text(encoding="utf-8"))
    assert described["meta"]["image"] == picture.name
    with Image.open(picture) as image:
        frames = cut_out(np.array(image), described)
    assert [int(frame[..., 3].sum()) for frame in frames] == [510, 510 + 256, 510, 510]


def test_godots_grid_is_divided_evenly(tmp_path: Path) -> None:
    chosen = replace(preset(Target.GODOT), columns=3)
    written = write_sheet(tmp_path / "sheet.png", walker(), "hero.png", chosen)
    assert written.size == (3 * 6, 2 * 5)
    assert written.remarks == ("In Godot: 3 Hframes and 2 Vframes.",)


def test_a_game_boys_picture_has_four_bits_and_a_strict_palette(tmp_path: Path) -> None:
    written = write_sheet(tmp_path / "sheet.png", _flat(), "hero.png", preset(Target.GBA))
    picture, palette = written.files
    assert picture.read_bytes()[24:26] == bytes([4, 3])  # bits a pixel, indexed
    lines = palette.read_bytes().decode().split("\r\n")
    assert lines[:3] == ["JASC-PAL", "0100", "16"]
    assert (len(lines), lines[-1]) == (3 + 16 + 1, "")
    assert all(len(line.split()) == 3 for line in lines[3:-1])
    with Image.open(picture) as image:
        stored = image.getpalette("RGB")
    assert stored == [channel for colour in read_palette(palette).colours for channel in colour[:3]]
    assert written.remarks == ("Tiles are 8×8 pixels; these frames do not fill theirs.",)


def test_phaser_is_given_a_tag_and_told_what_it_will_not_play(tmp_path: Path) -> None:
    chosen, art = preset(Target.PHASER), walker()
    picture, told = write_sheet(tmp_path / "sheet.png", replace(art, tags=()), "hero.png", chosen).files
    [tag] = json.loads(told.read_text(encoding="utf-8"))["meta"]["frameTags"]
    assert (tag["name"], tag["from"], tag["to"]) == ("hero", 0, 3)
    tags = [Tag(name=name, first=0, last=1, direction=Direction.PINGPONG_REVERSE) for name in ("a", "a", "")]
    remarks = write_sheet(picture, tag_frames(art, tags), "hero.png", chosen).remarks
    assert "2 tags are called “a”; Phaser takes the first." in remarks
    assert "Phaser leaves out tags without a name." in remarks
    assert any("knows no ping-pong that begins at the end" in remark for remark in remarks)


@pytest.mark.parametrize(
    ("name", "chosen", "words"),
    [
        ("sheet.jpg", SheetSettings(), "End its name in .png."),
        ("sheet.png", SheetSettings(tag="wlak"), "Did you mean “walk”?"),
        ("sheet.png", SheetSettings(names="{tag}"), "would all be called"),
    ],
)
def test_what_cannot_be_is_told_before_a_file_is_touched(
    tmp_path: Path, name: str, chosen: SheetSettings, words: str
) -> None:
    with pytest.raises(ConfigError) as raised:
        write_sheet(tmp_path / name, replace(walker(), tags=walker().tags[1:2]), "hero.png", chosen)
    assert words in str(raised.value)
    assert not [*tmp_path.iterdir()]


def test_a_sheet_that_no_graphics_card_takes_is_refused(tmp_path: Path) -> None:
    pictures = [np.full((512, 512, 4), 255, np.uint8)] * 40
    for layout, words in ((Layout.ROWS, "the most is 16,384 a side"), (Layout.GRID, "the most is 67,108,864")):
        with pytest.raises(ConfigError, match=words):
            write_sheet(
                tmp_path / "sheet.png", artwork_of(pictures, layer="a"), "a.png",
                SheetSettings(layout=layout, scale=3 if layout is Layout.GRID else 1),
            )  # fmt: skip
    assert not [*tmp_path.iterdir()]


def test_no_visible_layer_is_told(tmp_path: Path) -> None:
    art = walker()
    hidden = replace(art, layers=tuple(replace(layer, visible=False) for layer in art.layers))
    with pytest.raises(ConfigError, match="Show at least one"):
        write_sheet(tmp_path / "sheet.png", hidden, "hero.png", SheetSettings(split_layers=True))


def test_where_one_file_fails_all_stay_as_they_were(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "sheet.png"
    before = {file: file.read_bytes() for file in write_sheet(path, walker(), "hero.png", SheetSettings()).files}

    def spoil(file: Path, data: bytes) -> None:
        file.write_bytes(data[:-2] if ".json" in file.name else data)

    monkeypatch.setattr(writing, "write_through", spoil)
    art = walker()
    changed = replace(art, frames=tuple(replace(frame, duration_ms=7) for frame in art.frames), cels={})
    with pytest.raises(StorageError, match="came back from the disk changed"):
        write_sheet(path, changed, "hero.png", SheetSettings())
    assert {file: file.read_bytes() for file in tmp_path.iterdir()} == before


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(StorageError, match="That folder is not there"):
        write_sheet(tmp_path / "none" / "sheet.png", walker(), "hero.png", SheetSettings())


def _flat() -> Artwork:
    """Return the walker without half-transparent pixels."""
    art = walker()
    return replace(art, layers=tuple(replace(layer, opacity=255) for layer in art.layers))
