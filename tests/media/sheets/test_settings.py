"""What can be set about a sheet."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from sheet_pictures import sheet_settings

from genmodels.api.errors import ConfigError
from genmodels.media.sheets.settings import (
    Layout,
    SheetSettings,
    Target,
    Trim,
    keeping,
    kept_settings,
    preset,
    settings_data,
    settings_from,
)


@given(chosen=sheet_settings())
def test_settings_come_back_from_json(chosen: SheetSettings) -> None:
    assert settings_from(json.loads(json.dumps(settings_data(chosen)))) == chosen


@pytest.mark.parametrize("target", Target)
def test_each_target_has_a_preset(target: Target) -> None:
    assert preset(target).target is target
    assert settings_from(settings_data(preset(target))) == preset(target)


def test_what_is_left_out_is_as_usual() -> None:
    assert settings_from({"layout": "rows"}) == SheetSettings(layout=Layout.ROWS)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        ({"pading": 1}, "no field “pading”"),
        ({"bordr": 1}, "Did you mean “border”?"),
        ({"layout": "heap"}, "packed, grid, rows, columns"),
        ({"scale": 0}, "scale is 0. It can be 1 to 64."),
        ({"spacing": -1}, "spacing is -1"),
        ({"merge": 1}, "should be bool"),
        ([], "should be an object"),
    ],
)
def test_what_is_wrong_is_told(data: Any, words: str) -> None:
    with pytest.raises(ConfigError, match=words.replace("?", r"\?").replace(".", r"\.")):
        settings_from(data)


@pytest.mark.parametrize(
    "wrong",
    [
        {"layout": Layout.PACKED}, {"trim": Trim.EACH}, {"border": 1}, {"spacing": 1},
        {"extrude": True}, {"merge": True},
    ],
)  # fmt: skip
def test_godot_takes_plain_grids_only(wrong: dict[str, Any]) -> None:
    with pytest.raises(ConfigError, match="Godot divides a sheet into cells of one size"):
        SheetSettings(**{"target": Target.GODOT, "layout": Layout.GRID, **wrong})


def test_a_project_keeps_the_way_to_its_sheet_when_both_move(tmp_path: Path) -> None:
    kept = SheetSettings().with_file(tmp_path / "game" / "art" / "hero.png", tmp_path / "sprites" / "hero.sprite")
    assert kept.file == "../game/art/hero.png"
    there = kept.sheet_file(tmp_path / "elsewhere" / "sprites" / "hero.sprite")
    assert there is not None
    assert there.resolve() == (tmp_path / "elsewhere" / "game" / "art" / "hero.png").resolve()
    assert SheetSettings().sheet_file(tmp_path / "hero.sprite") is None


def test_a_project_keeps_them_beside_its_other_exports() -> None:
    chosen = replace(preset(Target.PHASER), file="out/hero.png")
    export = keeping({"gif": "hero.gif"}, chosen)
    assert kept_settings(json.loads(json.dumps(export))) == chosen
    assert export["gif"] == "hero.gif"
    assert kept_settings({"gif": "hero.gif"}) is None
    with pytest.raises(ConfigError, match="What the project keeps of its sheet has no field “pad”"):
        kept_settings({"sprite_sheet": {"pad": 1}})
