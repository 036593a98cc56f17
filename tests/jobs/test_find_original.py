"""The nearest training picture is found by its name, where its folder is at hand; else nothing is shown."""

import json
from pathlib import Path

import numpy as np
import pytest

from genmodels.api.codec import to_dict
from genmodels.api.configs import ReadingConfig, TrainRequest
from genmodels.api.errors import PackError
from genmodels.api.messages import Done, FindOriginal
from genmodels.api.packs import FORMAT_VERSION, PackCard
from genmodels.jobs.find_original import find_original
from genmodels.media.sprite import Sprite, decode_png, write_sprite


@pytest.fixture
def folder(tmp_path: Path, rgba: np.ndarray) -> Path:
    """Pictures in two folders of one name each, a sheet of two cells, and one with a name like another's."""
    for name, picture in (
        ("a/ball.png", rgba),
        ("a/ball-2.png", np.roll(rgba, 2, axis=0)),
        ("ball.gif.png", rgba[:, ::-1]),
    ):
        (tmp_path / "data" / name).parent.mkdir(parents=True, exist_ok=True)
        write_sprite(tmp_path / "data" / name, Sprite(rgba_HWC=picture))
    write_sprite(
        tmp_path / "data" / "sheet.png", Sprite(rgba_HWC=np.concatenate([rgba, np.roll(rgba, 2, axis=0)], axis=1))
    )
    return tmp_path / "data"


def pack(folder: Path, *, reading: ReadingConfig | None = None, run: str = "") -> Path:
    """Write the card of a pack; no weights are needed."""
    record = {"reading": to_dict(reading)} if reading else {}
    card = PackCard(
        format_version=FORMAT_VERSION, family="gan", name=folder.name, title="", licence="", trained_on="", config={},
        record=record | ({"run": run} if run else {}),
    )  # fmt: skip
    folder.mkdir(parents=True)
    (folder / "pack.json").write_text(json.dumps(to_dict(card)), encoding="utf-8")
    return folder


def found(pack: Path, name: str, *data: Path) -> np.ndarray | None:
    *_, done = find_original(FindOriginal(pack=str(pack), name=name, data=tuple(str(one) for one in data)))
    assert isinstance(done, Done)
    return decode_png(done.frames[0]).rgba_HWC if done.frames else None


def test_a_picture_is_found_by_its_name_in_the_folder_that_is_shown(
    folder: Path, tmp_path: Path, rgba: np.ndarray
) -> None:
    maker = pack(tmp_path / "maker")
    ball = found(maker, "a/ball", folder)
    assert ball is not None
    solid_HW = ball[..., 3] > 0
    assert (ball[solid_HW, :3] == rgba[solid_HW, :3]).all()
    other = found(maker, "a/ball-2", folder)
    assert other is not None
    assert not np.array_equal(other, ball)
    assert found(maker, "ball", folder) is None
    assert found(maker, "a/ball", folder / "a") is None
    assert found(maker, "ball", folder / "a") is not None


def test_a_cell_of_a_sheet_is_found_as_the_training_cut_it(folder: Path, tmp_path: Path, rgba: np.ndarray) -> None:
    reading = ReadingConfig(cell_width=rgba.shape[1], cell_height=rgba.shape[0])
    cell = found(pack(tmp_path / "maker", reading=reading), "sheet#0-1", folder)
    assert cell is not None
    assert cell.shape == rgba.shape
    assert found(pack(tmp_path / "other"), "sheet#0-1", folder) is None


def test_of_pictures_with_one_name_each_is_found(folder: Path, tmp_path: Path, rgba: np.ndarray) -> None:
    write_sprite(folder / "a" / "ball.gif", Sprite(rgba_HWC=rgba[:6]))
    maker = pack(tmp_path / "maker")
    shapes = [found(maker, name, folder).shape for name in ("a/ball", "a/ball~2")]
    assert sorted(shapes) == sorted([rgba[:6].shape, rgba.shape])


def test_a_pack_of_a_run_on_this_computer_needs_no_folder(folder: Path, tmp_path: Path, home: Path) -> None:
    maker = pack(home / "packs" / "renamed", run="abc")
    assert found(maker, "a/ball") is None
    for name in ("other", "maker"):
        run = home / "runs" / name
        pack(run / "pack", run="abc" if name == "maker" else "xyz")
        data = folder if name == "maker" else tmp_path / "gone"
        request = TrainRequest(name=name, data=(str(data),), run=str(run))
        text = json.dumps({"format_version": FORMAT_VERSION, "request": to_dict(request)})
        (run / "run.json").write_text(text, encoding="utf-8")
    assert found(maker, "a/ball") is not None
    assert found(maker, "a/ball", tmp_path / "elsewhere") is not None, "a wrong folder does not stand in its way"
    assert found(maker, "a/nothing") is None


def test_a_pack_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(PackError, match="no pack"):
        found(tmp_path / "gone", "ball")
