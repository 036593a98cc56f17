"""Reading pictures: folders, sheets, animations, layers, the lecture's files, and all that can be wrong with them."""

import os
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sprite_files import aseprite_file, blob, save

from genmodels.api.configs import Fit, Frames, Layers, ReadingConfig
from genmodels.api.errors import InputError
from genmodels.api.reports import ProblemKind
from genmodels.data.sprites import reading
from genmodels.data.sprites.picture import Picture, background_of, flatten_alpha, packed, unpacked
from genmodels.data.sprites.reading import Found, read_pictures, read_steps
from genmodels.data.steps import finished


def read(*sources: Path, **reading: object) -> Found:
    return finished(read_steps(sources, ReadingConfig(**reading)))


def names(found: Found) -> list[str]:
    return [picture.name for picture in found.pictures]


def test_a_folder_is_read_at_any_depth_and_bad_files_are_named(tmp_path: Path) -> None:
    save(tmp_path / "a" / "b" / "one.png", blob(1))
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "text.png").write_text("not a picture")
    (tmp_path / "empty.gif").write_bytes(b"")
    (tmp_path / "notes.txt").write_text("not a picture")
    (tmp_path / ".hidden.png").write_bytes(b"a system's own note")
    save(tmp_path / "cut.png", blob(2))
    whole = (tmp_path / "cut.png").read_bytes()
    (tmp_path / "cut.png").write_bytes(whole[: len(whole) // 2])
    found = read(tmp_path)
    assert names(found) == ["a/b/one"]
    assert [p.name for p in found.problems] == ["broken.png", "cut.png", "empty.gif", "text.png"]
    assert {p.kind for p in found.problems} == {ProblemKind.UNREADABLE}
    assert "empty" in found.problems[2].what
    assert found.ignored == {".txt": 1, ".png": 1}
    pictures, unreadable = read_pictures([tmp_path])
    assert (len(pictures), len(unreadable)) == (1, 4)


def test_names_in_any_script_and_of_no_script_at_all(tmp_path: Path) -> None:
    for number, name in enumerate((b"\xe9\xbe\x99.png", "🐉 é.png".encode(), b"caf\xe9.png")):
        save(tmp_path / os.fsdecode(name), blob(number))
    found = read(tmp_path)
    assert sorted(names(found)) == ["caf\N{REPLACEMENT CHARACTER}", "龙", "🐉 é"]
    assert "".join(names(found)).encode("utf-8")


def test_loops_of_links_are_told_and_links_to_files_are_followed(tmp_path: Path) -> None:
    save(tmp_path / "a" / "one.png", blob(1))
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "self.png").symlink_to(tmp_path / "self.png")
    (tmp_path / "gone.png").symlink_to(tmp_path / "nowhere.png")
    (tmp_path / "two.png").symlink_to(tmp_path / "a" / "one.png")
    found = read(tmp_path, keep_duplicates=True)
    assert names(found) == ["a/one", "two"]
    assert found.counts[ProblemKind.LOOP] == 1
    assert {p.name for p in found.problems} == {"a/up", "self.png", "gone.png"}


def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    save(tmp_path / "one.png", blob(1))
    (tmp_path / "closed").mkdir()
    listed = Path.iterdir

    def iterdir(folder: Path) -> object:
        if folder.name == "closed":
            raise PermissionError(13, "Permission denied")
        return listed(folder)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = read(tmp_path)
    assert names(found) == ["one"]
    assert [(p.name, p.kind) for p in found.problems] == [("closed", ProblemKind.UNREADABLE)]
    assert "Permission denied" in found.problems[0].what


@pytest.mark.parametrize("side", [8192, 20_000])
def test_giants_are_told_and_not_unpacked(tmp_path: Path, side: int) -> None:
    Image.new("1", (side, side)).save(tmp_path / "giant.png")
    found = read(tmp_path)
    assert not found.pictures
    assert found.counts[ProblemKind.UNREADABLE] == 1
    assert f"{side}×{side}" in found.problems[0].what


def test_the_smallest_and_large_pictures_are_read(tmp_path: Path) -> None:
    save(tmp_path / "dot.png", np.full((1, 1, 4), 255, np.uint8))
    large_HW4 = np.random.default_rng(0).integers(0, 256, (1100, 700, 4), np.uint8)
    large_HW4[..., 3] = 255
    save(tmp_path / "large.png", large_HW4)
    dot, large = read(tmp_path).pictures
    assert dot.rgba_HW4.shape == (1, 1, 4)
    assert large.width_height == (700, 1100)
    assert max(large.rgba_HW4.shape) <= 130
    assert large.reduced == 9
    cropped = read(tmp_path, fit=Fit.CROP)
    assert names(cropped) == ["dot"]
    assert cropped.problems[0].kind is ProblemKind.TOO_LARGE
    corner = read(tmp_path, fit=Fit.CORNER).pictures[1]
    assert np.array_equal(corner.rgba_HW4, large_HW4[:64, :64])


def test_blank_and_equal_pictures_are_left_out(tmp_path: Path) -> None:
    save(tmp_path / "a.png", blob(1))
    save(tmp_path / "b.gif", blob(1))
    save(tmp_path / "c.png", np.zeros((9, 9, 4), np.uint8))
    save(tmp_path / "d.png", blob(2))
    found = read(tmp_path)
    assert names(found) == ["a", "d"]
    assert [(p.name, p.kind) for p in found.problems] == [
        ("b", ProblemKind.DUPLICATE),
        ("c", ProblemKind.BLANK),
    ]
    assert "“a”" in found.problems[0].what
    assert names(read(tmp_path, keep_duplicates=True)) == ["a", "b", "d"]


def test_pictures_are_excluded_by_the_names_that_the_report_gives(tmp_path: Path) -> None:
    for name, seed in (("a.png", 1), ("a.gif", 2), ("b.png", 3), ("same.png", 3)):
        save(tmp_path / name, blob(seed))
    assert names(read(tmp_path)) == ["a", "a~2", "b"]
    found = read(tmp_path, exclude=("a~2", "b", "typo"))
    assert names(found) == ["a"]  # nor does the twin of one that was left out step into its place
    assert found.counts[ProblemKind.EXCLUDED] == 2
    assert any(p.name == "typo" and "no such picture" in p.what for p in found.problems)


def test_sheets_are_cut_into_cells(tmp_path: Path) -> None:
    sheet_HW4 = np.zeros((16, 20, 4), np.uint8)
    for row, column in ((0, 0), (0, 1), (1, 1)):
        sheet_HW4[8 * row : 8 * row + 8, 8 * column : 8 * column + 8] = blob(3 * row + column, 8)
    save(tmp_path / "sheet.png", sheet_HW4)
    save(tmp_path / "single.png", blob(9, 8))
    found = read(tmp_path, cell_width=8)
    assert names(found) == ["sheet#0-0", "sheet#0-1", "sheet#1-1", "single"]
    assert np.array_equal(found.pictures[2].rgba_HW4, blob(4, 8))
    assert found.counts[ProblemKind.BLANK_CELL] == 1
    assert "no whole number" in found.problems[0].what
    assert names(read(tmp_path, cell_width=10, cell_height=16)) == ["sheet#0-0", "sheet#0-1", "single"]


@pytest.mark.parametrize("suffix", ["gif", "png", "webp"])
def test_animations_give_their_first_frame_or_all(tmp_path: Path, suffix: str) -> None:
    frames = [Image.fromarray(blob(seed)) for seed in (1, 2, 3)]
    frames[0].save(tmp_path / f"walk.{suffix}", save_all=True, append_images=frames[1:], lossless=True, disposal=2)
    assert names(read(tmp_path)) == ["walk"]
    found = read(tmp_path, frames=Frames.ALL)
    assert names(found) == ["walk#0", "walk#1", "walk#2"]
    assert np.array_equal(found.pictures[1].rgba_HW4, blob(2))


def test_a_damaged_animation_keeps_the_frames_before_the_damage(tmp_path: Path) -> None:
    frames = [Image.fromarray(blob(seed)) for seed in (1, 2, 3)]
    frames[0].save(tmp_path / "walk.gif", save_all=True, append_images=frames[1:], disposal=2)
    whole = (tmp_path / "walk.gif").read_bytes()
    (tmp_path / "walk.gif").write_bytes(whole[: len(whole) * 2 // 3])
    found = read(tmp_path, frames=Frames.ALL)
    assert names(found)[:1] == ["walk#0"]
    assert len(found.pictures) < 3


def test_aseprite_files_are_flattened_or_taken_by_layer(tmp_path: Path) -> None:
    (tmp_path / "hero.aseprite").write_bytes(aseprite_file(("body", blob(1)), ("hat", blob(2)), frames=2))
    assert names(read(tmp_path)) == ["hero"]
    found = read(tmp_path, layers=Layers.EACH)
    assert names(found) == ["hero#body", "hero#hat"]
    assert np.array_equal(found.pictures[1].rgba_HW4, blob(2))
    both = read(tmp_path, layers=Layers.EACH, frames=Frames.ALL, keep_duplicates=True)
    assert names(both) == ["hero#body#0", "hero#hat#0", "hero#body#1", "hero#hat#1"]


def test_no_more_is_read_than_one_training_takes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for seed in range(8):
        save(tmp_path / f"{seed}.png", blob(seed))
    monkeypatch.setattr(reading, "MAX_PICTURES", 5)
    found = read(tmp_path)
    assert len(found.pictures) == 5
    assert found.counts[ProblemKind.BEYOND] == 3
    assert "3 more than the 5" in found.problems[-1].what


def test_the_lectures_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "colormap.txt").write_text("255 255 255\n10 20 30\n")
    (tmp_path / "pixel_color.txt").write_text(" ".join(["0"] * 399 + ["1"]) + "\n" + " ".join(["1"] * 400) + "\n")
    for source in (tmp_path, tmp_path / "pixel_color.txt"):
        found = read(source)
        assert [p.rgba_HW4.shape for p in found.pictures] == [(20, 20, 4)] * 2
        assert found.pictures[0].rgba_HW4[19, 19].tolist() == [10, 20, 30, 255]
        assert found.pictures[0].rgba_HW4[0, 0].tolist() == [255, 255, 255, 255]
        assert names(found)[1].endswith("/001")


@pytest.mark.parametrize(
    ("pixels", "colours"), [("0 1 2\n", "1 2 3\n"), ("9 " * 400, "1 2 3\n"), ("0 " * 400, "1 2\n")]
)
def test_damaged_lecture_files_are_told(tmp_path: Path, pixels: str, colours: str) -> None:
    (tmp_path / "pixel_color.txt").write_text(pixels)
    (tmp_path / "colormap.txt").write_text(colours)
    assert "400 colour numbers" in read(tmp_path).problems[0].what
    with pytest.raises(InputError, match="No picture") as caught:
        read_pictures([tmp_path])
    assert "400 colour numbers" in caught.value.detail


def test_an_empty_or_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No picture"):
        read_pictures([tmp_path])
    with pytest.raises(InputError, match="no folder"):
        read_pictures([tmp_path / "gone"])


def test_nothing_in_the_folder_is_changed(tmp_path: Path) -> None:
    save(tmp_path / "one.png", blob(1))
    before = {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in tmp_path.rglob("*")}
    read(tmp_path, cell_width=4)
    assert {path: (path.stat().st_mtime_ns, path.read_bytes()) for path in tmp_path.rglob("*")} == before


def test_alpha_becomes_all_or_nothing() -> None:
    rgba_HW4 = np.array([[[1, 2, 3, 127], [4, 5, 6, 128], [7, 8, 9, 255]]], np.uint8)
    assert flatten_alpha(rgba_HW4).tolist() == [[[0, 0, 0, 0], [4, 5, 6, 255], [7, 8, 9, 255]]]


def test_the_background_is_what_borders_show() -> None:
    white_HW4 = np.full((8, 8, 4), 255, np.uint8)
    white_HW4[2:6, 2:6, :3] = 0
    assert background_of([Picture(name="a", rgba_HW4=white_HW4)]).tolist() == [255] * 4


def test_pixels_come_back_from_numbers() -> None:
    rgba_HW4 = np.random.default_rng(1).integers(0, 256, (3, 5, 4), np.uint8)
    assert packed(np.array([1, 2, 3, 4], np.uint8)) == 0x01020304
    assert np.array_equal(unpacked(packed(rgba_HW4)), rgba_HW4)
