"""From pictures to what a training learns from, and the refusals where none can come of them."""

from pathlib import Path

import numpy as np
import pytest
from sprite_files import blob, save

from genmodels.api.configs import Fit, ReadingConfig
from genmodels.api.errors import InputError
from genmodels.api.reports import ProblemKind
from genmodels.data.sprites.gathering import Gathered, gather_steps
from genmodels.data.sprites.reading import read_steps
from genmodels.data.steps import finished


def gather(folder: Path, reading: ReadingConfig | None = None, **chosen: int | str) -> Gathered:
    reading = reading or ReadingConfig()
    return finished(gather_steps(finished(read_steps([folder], reading)), reading, **chosen))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for seed in range(30):
        save(tmp_path / "sprites" / f"beast{chr(97 + seed)}.png", blob(seed, 10))
    return tmp_path / "sprites"


def test_tokens_show_the_pictures(folder: Path) -> None:
    data = gather(folder)
    assert (data.trained_NHW.shape, data.held_NHW.shape) == ((27, 8, 8), (3, 8, 8))
    assert data.trained_NHW.dtype == np.int64
    shown = data.clusters.table_K4[np.concatenate([data.trained_NHW, data.held_NHW])]
    wanted = {blob(seed, 10)[1:-1, 1:-1].tobytes() for seed in range(30)}
    assert {picture.tobytes() for picture in shown} == wanted
    assert data.remarks[0] == "30 images, 8 colours each."
    assert data.remarks[1] == "On squares of 8×8 pixels; 27 to learn from, 3 held out to measure by."


def test_the_same_choices_give_the_same_data_and_others_other_data(folder: Path) -> None:
    first, second, other = gather(folder), gather(folder), gather(folder, seed=2)
    assert np.array_equal(first.held_NHW, second.held_NHW)
    assert not np.array_equal(first.held_NHW, other.held_NHW)
    fixed = gather(folder, size=12, colours=4, valid="last-5")
    assert fixed.held_NHW.shape == (5, 12, 12)
    assert len(fixed.clusters.table_K4) == 4
    assert fixed.clusters.error > 0
    assert "plain to see" in fixed.remarks[2]


def test_what_is_scaled_cut_and_undone_is_counted(folder: Path) -> None:
    save(folder / "large.png", np.random.default_rng(1).integers(0, 256, (30, 30, 3), np.uint8))
    save(folder / "enlarged.png", blob(99).repeat(4, axis=0).repeat(4, axis=1))
    (folder / "notes.txt").write_text("passed over")
    data = gather(folder, size=12)
    assert (data.counts[ProblemKind.SCALED], data.counts[ProblemKind.ENLARGED]) == (1, 1)
    assert data.counts[ProblemKind.USABLE] == 32
    assert "1 larger than 12 px and will be scaled" in data.remarks[0]
    assert data.remarks[-1] == "1 file of other kinds passed over (1 .txt)."
    cropped = gather(folder, ReadingConfig(fit=Fit.CROP), size=12)
    assert (cropped.counts[ProblemKind.SCALED], cropped.counts[ProblemKind.CUT]) == (0, 2)


def test_too_little_is_refused_with_what_to_do(tmp_path: Path) -> None:
    for number in range(9):
        save(tmp_path / f"{number}.png", blob(number))
    with pytest.raises(InputError, match="9 pictures can be used; a training needs 10"):
        gather(tmp_path)
    assert len(gather(tmp_path, valid="last-2").held_NHW) == 2


@pytest.mark.parametrize("keep", [True, False])
def test_equal_pictures_are_refused(tmp_path: Path, keep: bool) -> None:
    for number in range(12):
        save(tmp_path / f"{number}.png", blob(1))
    with pytest.raises(InputError, match="the same to the pixel"):
        gather(tmp_path, ReadingConfig(keep_duplicates=keep))


def test_transparent_pictures_are_refused(tmp_path: Path) -> None:
    for number in range(12):
        save(tmp_path / f"{number}.png", np.zeros((8, 8, 4), np.uint8))
    with pytest.raises(InputError, match="transparent"):
        gather(tmp_path)


def test_mixed_sizes_and_the_smallest_come_onto_one_square(folder: Path) -> None:
    save(folder / "dot.png", np.full((1, 1, 4), 200, np.uint8))
    save(folder / "line.png", np.full((1, 300, 4), 200, np.uint8))
    assert gather(folder).trained_NHW.shape[1:] == (8, 8)
