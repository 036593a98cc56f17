"""A project comes back from its file bit by bit, with its history, and shares in memory what it shared before."""

import io
import json
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from app.document.drawing import Drawing, blank, drawing_of
from app.document.opening import open_file
from app.document.project import journal
from app.document.project.content import PREVIEW, PROJECT, SUFFIX
from app.document.project.pictures import Pictures
from app.document.project.project import drawing_from, project_of
from app.document.project.reading import open_project, read_preview, read_project
from app.document.project.writing import project_bytes, write_copy, write_project
from app.document.raster import patch_of
from genmodels.api.errors import StorageError
from genmodels.media.artwork.artwork import Direction
from genmodels.media.artwork.framing import add_frame, remove_frames
from genmodels.media.artwork.layering import add_layer, merge_visible, remove_layer
from genmodels.media.artwork.plane import plane_of
from genmodels.media.sprite import Sprite

GOLDEN = Path(__file__).parents[3] / "golden" / "project-format-1.sprv"


def look(drawing: Drawing) -> tuple[object, ...]:
    artwork = drawing.artwork
    cels = {place: plane.pixels().tobytes() for place, plane in artwork.cels.items()}
    shown = drawing.rgba_HWC.tobytes(), drawing.mask_HW.tobytes(), drawing.layer, drawing.frame
    return artwork.layers, artwork.frames, artwork.tags, artwork.palette, artwork.shape, cels, shown


def again(drawing: Drawing) -> Drawing:
    read = read_project(project_bytes(project_of(drawing)), "The file")
    assert not read.remarks
    return drawing_from(read.project, None)


def all_looks(drawing: Drawing) -> list[tuple[object, ...]]:
    """Return what there is to see at every step of the history."""
    while drawing.history.undo_text:
        drawing.undo()
    looks = [look(drawing)]
    while drawing.history.redo_text:
        drawing.redo()
        looks.append(look(drawing))
    return looks


def test_everything_comes_back(busy: Drawing) -> None:
    back = again(busy)
    assert look(back) == look(busy)
    assert [one.text for one in back.history.done] == [one.text for one in busy.history.done]
    assert [one.text for one in back.history.undone] == ["Pencil"]
    assert all_looks(back) == all_looks(busy)
    (mine,), (its,) = busy.belongings.candidates, back.belongings.candidates
    assert (its.seed, its.recipe, its.finished, its.starred) == (mine.seed, mine.recipe, True, True)
    assert np.array_equal(its.over(busy.rgba_HWC[:12, :10]), mine.over(busy.rgba_HWC[:12, :10]))
    assert back.belongings.poems == busy.belongings.poems
    assert back.belongings.export == busy.belongings.export
    assert back.belongings.morph is not None
    assert back.belongings.morph.settings == {"between": 7}
    assert back.belongings.morph.pictures[0].name == "ball"


def do(drawing: Drawing, name: str, number: int) -> None:
    artwork = drawing.artwork
    match name:
        case "paint":
            where_HW = np.zeros(drawing.shape, bool)
            where_HW[number % drawing.height :, : number % drawing.width + 1] = True
            drawing.begin()
            drawing.paint(patch_of(where_HW), (number, 0, 255 - number, number))
            drawing.commit("paint")
        case "select":
            drawing.begin()
            drawing.cover(np.arange(drawing.height)[:, None].repeat(drawing.width, 1) < number % 5)
            drawing.commit("select")
        case "layer":
            made, layer = add_layer(artwork, str(number))
            drawing.change(made, "layer", layer=layer)
        case "frame":
            made, frame = add_frame(artwork, drawing.frame, copy=bool(number % 2))
            drawing.change(made, "frame", frame=frame)
        case "remove" if len(artwork.layers) > 1:
            drawing.change(remove_layer(artwork, drawing.layer), "remove")
        case "cut" if len(artwork.frames) > 1:
            drawing.change(remove_frames(artwork, [drawing.frame]), "cut")
        case "merge":
            drawing.change(merge_visible(artwork, "all"), "merge")
        case "size":
            drawing.resize(60 + number % 9, 65, "size")
        case "undo":
            drawing.undo()
        case "go":
            drawing.go_to(layer=artwork.layers[number % len(artwork.layers)].key)


kinds = ("paint", "select", "layer", "frame", "remove", "cut", "merge", "size", "undo", "go")


@given(st.lists(st.tuples(st.sampled_from(kinds), st.integers(1, 255)), max_size=12))
def test_every_history_comes_back(todo: list[tuple[str, int]]) -> None:
    drawing = blank(66, 65)
    for name, number in todo:
        do(drawing, name, number)
    back = again(drawing)
    assert look(back) == look(drawing)
    assert back.history.held_bytes <= drawing.history.held_bytes, "what was shared is shared again"
    assert all_looks(back) == all_looks(drawing)


def test_the_same_drawing_gives_the_same_file(busy: Drawing) -> None:
    project = project_of(busy)
    pictures = Pictures()
    assert project_bytes(project) == project_bytes(project, pictures) == project_bytes(project, pictures)


def test_a_plane_that_frames_share_is_stored_and_opened_once(busy: Drawing) -> None:
    data = project_bytes(project_of(busy))
    saved = json.loads(zipfile.ZipFile(io.BytesIO(data)).read(PROJECT))
    assert len(saved["planes"]) < len(saved["cels"])
    cels = again(busy).artwork.cels
    first, second = busy.artwork.frames
    assert cels[0, first.key] is cels[0, second.key]


def test_cels_that_look_the_same_are_not_linked_by_that(rgba: np.ndarray) -> None:
    drawing = drawing_of(Sprite(rgba_HWC=rgba))
    (layer,), (first,) = drawing.artwork.layers, drawing.artwork.frames
    artwork, frame = add_frame(drawing.artwork, first.key, copy=False)
    drawing.change(artwork.with_cel(layer.key, frame, plane_of(rgba)), "frame")
    data = project_bytes(project_of(drawing))
    assert sum(name.startswith("cels/") for name in zipfile.ZipFile(io.BytesIO(data)).namelist()) == 1
    one, other = again(drawing).artwork.cels.values()
    assert one is not other
    assert one.same(other)


def test_other_programs_can_read_it(busy: Drawing, tmp_path: Path) -> None:
    path = tmp_path / f"hero{SUFFIX}"
    write_project(path, project_of(busy))
    archive = zipfile.ZipFile(path)
    assert archive.testzip() is None
    saved = json.loads(archive.read(PROJECT))
    seen = Image.new("RGBA", (saved["width"], saved["height"]))
    for layer, frame, plane in saved["cels"]:
        if frame == saved["frame"]:
            place = saved["planes"][plane]
            picture = Image.open(io.BytesIO(archive.read(f"cels/{place['picture']}.png")))
            assert [one["key"] for one in saved["layers"]].index(layer) in (0, 1)
            seen.alpha_composite(picture, (place["x"], place["y"]))
    shown = busy.rgba_HWC[..., 3] > 0
    assert np.array_equal(np.asarray(seen)[shown], busy.rgba_HWC[shown])
    assert Image.open(io.BytesIO(archive.read(PREVIEW))).size == (90, 70)
    assert read_preview(path).shape == (70, 90, 4)


def test_an_opened_project_is_clean_and_undo_leads_back_to_it(busy: Drawing, tmp_path: Path) -> None:
    path = tmp_path / f"hero{SUFFIX}"
    write_project(path, project_of(busy))
    drawing, remarks = open_file(path)
    assert not remarks
    assert drawing.path == path
    assert not drawing.dirty
    drawing.undo()
    assert drawing.dirty
    drawing.redo()
    assert not drawing.dirty
    drawing.keep(busy.belongings)
    assert drawing.dirty, "what belongs to it is in the file too"


def test_steps_far_from_the_present_are_left_out_beyond_the_budget(
    busy: Drawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal.Journal.__init__, "__defaults__", (40_000,))
    back = again(busy)
    assert 0 < len(back.history.done) < len(busy.history.done)
    assert [one.text for one in back.history.done] == [one.text for one in busy.history.done][-len(back.history.done) :]
    assert all_looks(back) == all_looks(busy)[-len(back.history.done) - 2 :][: len(back.history.done) + 1]


def test_a_file_that_comes_back_changed_is_not_kept(
    busy: Drawing, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "hero.sprv"
    write_project(path, project_of(busy))
    before = path.read_bytes()
    busy.undo()
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: real(self)[:-1])
    for write in (write_project, lambda *args: write_copy(*args, Pictures())):
        with pytest.raises(StorageError, match="came back from the disk changed"):
            write(path, project_of(busy))
    monkeypatch.undo()
    assert path.read_bytes() == before
    assert [one.name for one in tmp_path.iterdir() if one.is_file()] == ["hero.sprv"]


def test_pictures_are_made_once(busy: Drawing, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    pictures = Pictures()

    def counting(real: Callable[[np.ndarray], bytes]) -> Callable[[np.ndarray], bytes]:
        return lambda array: made.append(array.shape) or real(array)

    import app.document.project.pictures as module

    for name in ("quick_png", "bit_png"):
        monkeypatch.setattr(module, name, counting(getattr(module, name)))
    project_bytes(project_of(busy), pictures)
    pictures.forget_others()
    first = len(made)
    busy.undo()
    project_bytes(project_of(busy), pictures)
    assert len(made) - first <= 3, "only what has changed"


def test_a_project_of_the_first_version_still_opens() -> None:
    drawing, remarks = open_project(GOLDEN)
    assert not remarks
    artwork = drawing.artwork
    assert artwork.shape == (70, 90)
    assert [layer.name for layer in artwork.layers] == ["Layer 1", "线条 lines"]
    assert [tag.direction for tag in artwork.tags] == [Direction.PINGPONG]
    assert drawing.rgba_HWC[12, 67].tolist() == [200, 30, 40, 255]
    assert drawing.mask_HW.sum() == 20 * 90
    assert [one.text for one in drawing.history.done][-3:] == ["Tag", "Mask", "Pencil"]
    drawing.redo()
    assert drawing.rgba_HWC[6, 31].tolist() == [50, 60, 70, 255]
    assert drawing.belongings.candidates[0].seed == 7
    assert drawing.belongings.poems[0].texts == ("a moth at noon", "月")
