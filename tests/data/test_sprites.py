"""Folders of pictures, the lecture's files, fitting to one size, and fair splits."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image

from genmodels.api.errors import InputError
from genmodels.data.sprites import Picture, background_of, fit, flatten_alpha, read_pictures, split

CLEAR = np.zeros(4, np.uint8)


def dot(height: int, width: int, y: int, x: int, colour: tuple[int, int, int, int] = (9, 8, 7, 255)) -> np.ndarray:
    rgba_HW4 = np.zeros((height, width, 4), np.uint8)
    rgba_HW4[y, x] = colour
    return rgba_HW4


def picture(name: str, seed: int) -> Picture:
    rgba_HW4 = np.random.default_rng(seed).integers(0, 2, (6, 6, 1), np.uint8) * np.array([seed, 1, 2, 255], np.uint8)
    return Picture(name=name, rgba_HW4=rgba_HW4.astype(np.uint8))


def test_a_folder_is_read_at_any_depth_and_bad_files_are_named(tmp_path: Path) -> None:
    (tmp_path / "a" / "b").mkdir(parents=True)
    Image.fromarray(dot(5, 5, 1, 1)).save(tmp_path / "a" / "b" / "one.png")
    (tmp_path / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "notes.txt").write_text("not a picture")
    pictures, unreadable = read_pictures([tmp_path])
    assert [p.name for p in pictures] == ["a/b/one"]
    assert [item.path.name for item in unreadable] == ["broken.png"]


def test_the_lectures_files_are_read(tmp_path: Path) -> None:
    (tmp_path / "colormap.txt").write_text("255 255 255\n10 20 30\n")
    (tmp_path / "pixel_color.txt").write_text(" ".join(["0"] * 399 + ["1"]) + "\n" + " ".join(["1"] * 400) + "\n")
    for source in (tmp_path, tmp_path / "pixel_color.txt"):
        pictures, _ = read_pictures([source])
        assert [p.rgba_HW4.shape for p in pictures] == [(20, 20, 4)] * 2
        assert pictures[0].rgba_HW4[19, 19].tolist() == [10, 20, 30, 255]
        assert pictures[0].rgba_HW4[0, 0].tolist() == [255, 255, 255, 255]


@pytest.mark.parametrize(
    ("pixels", "colours"), [("0 1 2\n", "1 2 3\n"), ("9 " * 400, "1 2 3\n"), ("0 " * 400, "1 2\n")]
)
def test_damaged_lecture_files_are_refused(tmp_path: Path, pixels: str, colours: str) -> None:
    (tmp_path / "pixel_color.txt").write_text(pixels)
    (tmp_path / "colormap.txt").write_text(colours)
    with pytest.raises(InputError, match="400 colour numbers"):
        read_pictures([tmp_path])


def test_an_empty_or_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="No picture"):
        read_pictures([tmp_path])
    with pytest.raises(InputError, match="no folder"):
        read_pictures([tmp_path / "gone"])


def test_alpha_becomes_all_or_nothing() -> None:
    rgba_HW4 = np.array([[[1, 2, 3, 127], [4, 5, 6, 128], [7, 8, 9, 255]]], np.uint8)
    assert flatten_alpha(rgba_HW4).tolist() == [[[0, 0, 0, 0], [4, 5, 6, 255], [7, 8, 9, 255]]]


def test_fitting_centres_the_contents_and_cuts_what_sticks_out() -> None:
    assert np.argwhere(fit(dot(40, 30, 0, 29), 9, CLEAR)[..., 3])[0].tolist() == [4, 4]
    wide_HW4 = np.full((3, 12, 4), 255, np.uint8)
    fitted = fit(wide_HW4, 8, CLEAR)
    assert fitted.shape == (8, 8, 4)
    assert (fitted[..., 3] > 0).sum(axis=1).tolist() == [0, 0, 8, 8, 8, 0, 0, 0]
    same = dot(8, 8, 0, 0)
    assert (fit(same, 8, CLEAR) == same).all()


def test_the_background_is_what_borders_show() -> None:
    white_HW4 = np.full((8, 8, 4), 255, np.uint8)
    white_HW4[2:6, 2:6, :3] = 0
    assert background_of([Picture(name="a", rgba_HW4=white_HW4)]).tolist() == [255] * 4


def test_subjects_and_recolours_stay_on_one_side() -> None:
    pictures = [picture(f"beast{n}-{form}", n) for n in range(30) for form in ("plain", "shiny")]
    train, valid = split(pictures, "", 1)
    assert len(train) + len(valid) == 60
    assert 6 <= len(valid) <= 8
    assert not {p.subject for p in train} & {p.subject for p in valid}
    recolour = [Picture(name=f"other{n}x", rgba_HW4=p.rgba_HW4[:, :, [1, 0, 2, 3]]) for n, p in enumerate(pictures)]
    train, valid = split(pictures + recolour, "", 1)
    silhouettes = [{(p.rgba_HW4[..., 3] > 0).tobytes() for p in side} for side in (train, valid)]
    assert not silhouettes[0] & silhouettes[1]


def test_frames_without_names_are_split_one_by_one() -> None:
    train, valid = split([picture(f"frame_{n}", n) for n in range(1, 41)], "", 1)
    assert (len(train), len(valid)) == (36, 4)


def test_numbered_files_keep_their_recolours() -> None:
    plain = [picture(f"{n:03}", n) for n in range(1, 61)]
    shiny = [Picture(name=f"shiny/{p.name}", rgba_HW4=p.rgba_HW4[:, :, [1, 0, 2, 3]]) for p in plain]
    train, valid = split(plain + shiny, "", 1)
    assert 12 <= len(valid) <= 14
    assert not {Path(p.name).name for p in train} & {Path(p.name).name for p in valid}


def test_tiles_of_one_shape_are_split_by_pixels() -> None:
    tiles = []
    for n in range(50):
        rgba_HW4 = np.zeros((6, 6, 4), np.uint8)
        rgba_HW4[1:5, 1:5] = (n, 0, 0, 255)
        tiles.append(Picture(name=f"tile{chr(97 + n // 26)}{chr(97 + n % 26)}", rgba_HW4=rgba_HW4))
    assert len(split(tiles, "", 1)[1]) == 5


def test_a_grown_folder_keeps_most_of_what_was_held_out() -> None:
    pictures = [picture(f"beast{chr(97 + n // 26)}{chr(97 + n % 26)}", n) for n in range(60)]
    before = {p.name for p in split(pictures[1:], "", 1)[1]}
    after = {p.name for p in split(pictures, "", 1)[1]}
    assert len(before & after) >= len(before) - 1


def test_a_split_can_be_named(tmp_path: Path) -> None:
    pictures = [picture(f"{name}-{n}", n) for n, name in enumerate(["ant", "bee", "cat", "ant"], 1)]
    assert [p.name for p in split(pictures, "last-1", 1)[1]] == ["ant-4"]
    (tmp_path / "valid.txt").write_text("ant\n")
    assert [p.name for p in split(pictures, str(tmp_path / "valid.txt"), 1)[1]] == ["ant-1", "ant-4"]
    (tmp_path / "valid.txt").write_text("ant2\n")
    numbered = [picture("ant-1", 1), picture("ant2", 2)]
    assert [p.name for p in split(numbered, str(tmp_path / "valid.txt"), 1)[1]] == ["ant2"]
    (tmp_path / "stranger.txt").write_text("unicorn\n")
    (tmp_path / "latin.txt").write_bytes("b\xe9te\n".encode("latin-1"))
    for bad in ("last-4", "last-0", *(str(tmp_path / name) for name in ("none.txt", "stranger.txt", "latin.txt"))):
        with pytest.raises(InputError):
            split(pictures, bad, 1)
