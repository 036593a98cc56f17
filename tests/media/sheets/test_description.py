"""The JSON beside a sheet, against samples of it in tests/golden."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from sheet_pictures import walker

from genmodels.api.version import version
from genmodels.media.sheets.advice import told_tags
from genmodels.media.sheets.description import description
from genmodels.media.sheets.settings import Layout, SheetSettings, Target, Trim, preset
from genmodels.media.sheets.sheet import sheet_of
from genmodels.media.sheets.shots import scene_of

GOLDEN = Path(__file__).parents[2] / "golden"
ROWS = SheetSettings(layout=Layout.ROWS, border=1, spacing=2)


def described(chosen: SheetSettings) -> dict[str, Any]:
    scene = scene_of(walker(), "hero.aseprite", chosen)
    tags = told_tags(scene, chosen.target)
    return description(
        sheet_of(scene, chosen), scene, tags, "sheet.png", as_array=chosen.target is Target.ARRAY
    )  # fmt: skip


@pytest.mark.parametrize(
    ("name", "chosen"),
    [
        ("sheet-hash.json", replace(ROWS, trim=Trim.EACH, extrude=True)),
        ("sheet-array.json", replace(ROWS, target=Target.ARRAY, split_layers=True, tag="walk", scale=2)),
        ("sheet-phaser.json", replace(preset(Target.PHASER), layout=Layout.GRID, inner=1)),
    ],
)
def test_the_json_is_as_it_was(name: str, chosen: SheetSettings) -> None:
    wanted = json.loads((GOLDEN / name).read_text(encoding="utf-8"))
    wanted["meta"]["version"] = version()
    made = json.loads(json.dumps(described(chosen)))
    assert made == wanted
    assert list(made["frames"]) == list(wanted["frames"])  # in order, which engines go by


def test_tags_are_counted_from_the_first_exported_frame() -> None:
    tags = described(SheetSettings(tag="walk"))["meta"]["frameTags"]
    assert [(tag["name"], tag["from"], tag["to"]) for tag in tags] == [("all", 0, 1), ("walk", 0, 1)]


def test_what_a_tag_does_not_say_is_left_out() -> None:
    all_of_it, walk, stand = described(SheetSettings())["meta"]["frameTags"]
    assert (all_of_it["repeat"], "repeat" in walk) == ("2", False)
    assert (walk["color"], "color" in stand) == ("#fe5b59ff", False)


def test_hidden_layers_are_not_told() -> None:
    assert [layer["name"] for layer in described(SheetSettings())["meta"]["layers"]] == ["ground", "body"]
