"""What a game engine cuts out of a sheet is what was drawn."""

from dataclasses import replace

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st
from sheet_pictures import artworks, sheet_settings

from genmodels.media.artwork.artwork import Artwork
from genmodels.media.artwork.reshaping import enlarge
from genmodels.media.sheets.description import cut_out, description
from genmodels.media.sheets.settings import Layout, SheetSettings, Target, preset
from genmodels.media.sheets.sheet import Sheet, sheet_of
from genmodels.media.sheets.shots import scene_of


@settings(max_examples=150, deadline=None)
@given(artwork=artworks(), chosen=sheet_settings())
def test_every_frame_is_cut_out_as_it_was_drawn(artwork: Artwork, chosen: SheetSettings) -> None:
    scene = scene_of(artwork, "hero.aseprite", chosen)
    sheet = sheet_of(scene, chosen)
    told = description(sheet, scene, scene.tags, "hero.png", as_array=chosen.target is Target.ARRAY)
    cuts = cut_out(sheet.rgba_HWC, told)
    for cut_HWC, drawn_HWC in zip(cuts, scene.pictures(), strict=True):
        seen_HWC = drawn_HWC * (drawn_HWC[..., 3:] > 0)
        around = chosen.inner
        whole_HWC = np.pad(enlarge(seen_HWC, chosen.scale), ((around, around), (around, around), (0, 0)))
        assert np.array_equal(cut_HWC, whole_HWC)


@settings(max_examples=80, deadline=None)
@given(artwork=artworks(), chosen=sheet_settings())
def test_frames_keep_their_distance(artwork: Artwork, chosen: SheetSettings) -> None:
    sheet = sheet_of(scene_of(artwork, "hero.png", chosen), chosen)
    taken_HW = np.zeros(sheet.rgba_HWC.shape[:2], int)
    ring = int(chosen.extrude)
    for x, y, width, height in _places(sheet):
        assert min(x, y) - ring >= chosen.border
        assert x + width + ring <= sheet.size[0] - chosen.border
        assert y + height + ring <= sheet.size[1] - chosen.border
        taken_HW[y - ring : y + height + ring + chosen.spacing, x - ring : x + width + ring + chosen.spacing] += 1
    if not chosen.merge:
        assert len(_places(sheet)) == len(sheet.frames)
    assert taken_HW.max() == 1
    assert not sheet.rgba_HWC[taken_HW == 0].any()


def _places(sheet: Sheet) -> set[tuple[int, int, int, int]]:
    return {frame.frame for frame in sheet.frames}


@settings(max_examples=50, deadline=None)
@given(artwork=artworks(), chosen=sheet_settings())
def test_merged_frames_take_no_more_room(artwork: Artwork, chosen: SheetSettings) -> None:
    many, few = (
        sheet_of(scene_of(artwork, "hero.png", one), one)
        for one in (
            SheetSettings(layout=Layout.ROWS, trim=chosen.trim, merge=merge, scale=chosen.scale)
            for merge in (False, True)
        )
    )
    assert len(_places(few)) <= len(_places(many))
    pixels = {
        few.rgba_HWC[y : y + height, x : x + width].tobytes() + bytes([width]) for x, y, width, height in _places(few)
    }
    assert len(pixels) == len(_places(few))


@settings(max_examples=60, deadline=None)
@given(artwork=artworks(), columns=st.integers(0, 4), inner=st.integers(0, 2), scale=st.integers(1, 3))
def test_godots_cells_are_the_frames_in_order(artwork: Artwork, columns: int, inner: int, scale: int) -> None:
    chosen = replace(preset(Target.GODOT), columns=columns, inner=inner, scale=scale)
    scene = scene_of(artwork, "hero.png", chosen)
    sheet = sheet_of(scene, chosen)
    width, height = artwork.width * scale + 2 * inner, artwork.height * scale + 2 * inner
    across, down = sheet.size[0] // width, sheet.size[1] // height
    assert (across * width, down * height, across) == (*sheet.size, sheet.columns)
    cells = sheet.rgba_HWC.reshape(down, height, across, width, 4).swapaxes(1, 2).reshape(-1, height, width, 4)
    for cell_HWC, drawn_HWC in zip(cells, scene.pictures(), strict=False):
        seen_HWC = drawn_HWC * (drawn_HWC[..., 3:] > 0)
        assert np.array_equal(cell_HWC, np.pad(enlarge(seen_HWC, scale), ((inner, inner), (inner, inner), (0, 0))))
    assert not cells[len(scene.shots) :].any()
