"""What frames are called."""

from dataclasses import replace

import pytest
from sheet_pictures import walker

from genmodels.api.errors import ConfigError
from genmodels.media.artwork.framing import remove_frames
from genmodels.media.sheets.naming import frame_names
from genmodels.media.sheets.settings import Layout, SheetSettings, Target
from genmodels.media.sheets.shots import scene_of


def names(chosen: SheetSettings, name: str = "hero.aseprite") -> list[str]:
    return list(frame_names(scene_of(walker(), name, chosen), chosen))


def test_usual_names_have_the_parts_that_apply() -> None:
    assert names(SheetSettings())[:2] == ["hero 0.aseprite", "hero 1.aseprite"]
    assert names(SheetSettings(tag="walk")) == ["hero #walk 0.aseprite", "hero #walk 1.aseprite"]
    assert names(SheetSettings(tag="stand")) == ["hero #stand.aseprite"]
    assert names(SheetSettings(tag="stand", split_layers=True)) == [
        "hero (ground) #stand.aseprite",
        "hero (body) #stand.aseprite",
    ]
    assert names(SheetSettings(), name="hero")[0] == "hero 0"


def test_a_single_frame_has_no_number() -> None:
    still = remove_frames(walker(), [11, 12, 13])
    assert frame_names(scene_of(still, "hero.png", SheetSettings()), SheetSettings()) == ("hero.png",)


def test_phaser_counts() -> None:
    assert names(SheetSettings(target=Target.PHASER)) == ["0", "1", "2", "3"]


@pytest.mark.parametrize(
    ("pattern", "wanted"),
    [
        ("{title}_{frame01}", ["hero_01", "hero_02", "hero_03", "hero_04"]),
        ("{tag}{tagframe}", ["all0", "walk0", "walk1", "stand0"]),
        ("{outertag} {frame} {duration}", ["all 0 100", "all 1 40", "all 2 250", "all 3 100"]),
        ("{name}-{frame000}.{extension}", [f"hero.aseprite-{i:03}.aseprite" for i in range(4)]),
    ],
)
def test_a_pattern_of_ones_own(pattern: str, wanted: list[str]) -> None:
    assert names(SheetSettings(names=pattern)) == wanted


def test_one_tags_frames_are_counted_from_its_first() -> None:
    assert names(SheetSettings(names="{tag}{tagframe1}", tag="walk")) == ["walk1", "walk2"]


@pytest.mark.parametrize(
    ("chosen", "words"),
    [
        (SheetSettings(names="{title}"), "4 frames would all be called “hero”. Put {frame} into the names."),
        (SheetSettings(names="{frame}", split_layers=True), "2 frames would all be called “0”. Put {layer}"),
        (SheetSettings(names="{tagframe}"), "3 frames would all be called “0”. Use {frame} rather than {tagframe}."),
        (SheetSettings(names="{frames}"), "no part “{frames}”. It can have: {title}"),
        (SheetSettings(names="{title2}{frame}"), "no part “{title2}”"),
        (SheetSettings(target=Target.PHASER, split_layers=True), "Phaser knows frames by their numbers alone"),
        (SheetSettings(target=Target.PHASER, names="{title}{frame}"), "Phaser knows frames by their numbers alone"),
    ],
)
def test_names_that_would_not_do(chosen: SheetSettings, words: str) -> None:
    with pytest.raises(ConfigError) as raised:
        names(chosen)
    assert words in str(raised.value)


def test_layers_of_one_name_are_told_apart_where_names_count() -> None:
    art = walker()
    twins = replace(art, layers=tuple(replace(layer, name="Layer") for layer in art.layers))
    chosen = SheetSettings(split_layers=True)
    with pytest.raises(ConfigError, match="Give each layer a name of its own"):
        frame_names(scene_of(twins, "hero.png", chosen), chosen)
    plain = replace(chosen, target=Target.GODOT, layout=Layout.GRID)
    assert len(frame_names(scene_of(twins, "hero.png", plain), plain)) == 8
