"""Fair splits: variants, recolours and near-duplicates stay on one side."""

from pathlib import Path

import numpy as np
import pytest
from sprite_files import blob

from genmodels.api.errors import InputError
from genmodels.data.sprites.picture import Picture
from genmodels.data.sprites.similar import near_duplicates
from genmodels.data.sprites.splitting import held_out
from genmodels.data.steps import finished


def split(pictures: list[Picture], valid: str, seed: int) -> tuple[list[Picture], list[Picture]]:
    held_N = finished(held_out(pictures, valid, seed))
    pairs = list(zip(pictures, held_N, strict=True))
    return [p for p, held in pairs if not held], [p for p, held in pairs if held]


def picture(name: str, seed: int) -> Picture:
    rgba_HW4 = np.random.default_rng(seed).integers(0, 2, (6, 6, 1), np.uint8) * np.array([seed, 1, 2, 255], np.uint8)
    return Picture(name=name, rgba_HW4=rgba_HW4.astype(np.uint8))


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


def altered(rgba_HW4: np.ndarray, pixels: int, seed: int) -> np.ndarray:
    """The picture with so many of its opaque pixels in another colour."""
    copy_HW4 = rgba_HW4.copy()
    y_N, x_N = np.nonzero(rgba_HW4[..., 3])
    chosen = np.random.default_rng(seed).permutation(len(y_N))[:pixels]
    copy_HW4[y_N[chosen], x_N[chosen], :3] = (1, 2, 3)
    return copy_HW4


def test_pictures_with_more_than_four_fifths_of_the_foreground_equal_are_linked() -> None:
    plain_HW4 = blob(1, 22)  # 400 opaque pixels
    near_HW4, nearer_HW4, far_HW4 = altered(plain_HW4, 70, 1), altered(plain_HW4, 20, 2), altered(plain_HW4, 90, 3)
    shapes = [plain_HW4, near_HW4, far_HW4, nearer_HW4, np.pad(plain_HW4, ((0, 1), (0, 0), (0, 0))), blob(2, 22)]
    keys = finished(near_duplicates([Picture(name=str(n), rgba_HW4=rgba) for n, rgba in enumerate(shapes)]))
    assert keys[0] == keys[1] == keys[3]
    assert len(set(keys)) == 4
    empty = [Picture(name="a", rgba_HW4=np.zeros((4, 4, 4), np.uint8))] * 2
    assert len(set(finished(near_duplicates(empty)))) == 2


def test_near_duplicates_stay_on_one_side_whatever_their_names() -> None:
    pictures = []
    for n in range(60):
        plain_HW4 = blob(n, 22)
        pictures.append(Picture(name=f"x{n:02}a", rgba_HW4=plain_HW4))
        pictures.append(Picture(name=f"y{n:02}b", rgba_HW4=altered(plain_HW4, 40, n)))
    train, valid = split(pictures, "", 1)
    assert len(valid) == 12
    assert not {p.name[1:3] for p in train} & {p.name[1:3] for p in valid}


def test_a_list_holds_out_a_subject_in_every_folder(tmp_path: Path) -> None:
    listed = tmp_path / "valid.txt"
    listed.write_text("beast3\n", encoding="utf-8")
    pictures = [picture(f"beast{n}", n) for n in range(5)] + [picture(f"beast{n}~2", n + 50) for n in range(5)]
    train, valid = split(pictures, str(listed), 1)
    assert [p.name for p in valid] == ["beast3", "beast3~2"]
    assert len(train) == 8
