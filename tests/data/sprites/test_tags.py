"""Tags come from the folders at which pictures part ways, whatever they are called."""

from pathlib import Path

import numpy as np
import pytest
from sprite_files import blob, save

from genmodels.api.configs import ReadingConfig
from genmodels.data.sprites.gathering import Gathered, gather_steps
from genmodels.data.sprites.picture import Picture
from genmodels.data.sprites.reading import read_steps
from genmodels.data.sprites.tags import MOST, Tags, tags_of
from genmodels.data.sprites.telling import tags_sentence
from genmodels.data.steps import finished


def lying(counts: dict[str, int]) -> list[Picture]:
    """Pictures in these folders, so many in each."""
    return [
        Picture(name=f"{folder}/{n}", rgba_HW4=np.zeros((1, 1, 4), np.uint8), folders=tuple(folder.split("/")))
        for folder, count in counts.items()
        for n in range(count)
    ]


@pytest.mark.parametrize(
    ("counts", "level", "names"),
    [
        ({"all": 20}, 0, ()),
        ({"all": 6, "all/fish": 5, "all/birds": 9}, 1, ("birds", "fish")),
        ({"all/icons/fish/small": 5, "all/icons/fish/big": 5, "all/icons/Birds": 5}, 2, ("Birds", "fish")),
        ({"birds/a": 5, "fish/a": 6}, 0, ("birds", "fish")),  # two chosen folders
        ({"all/fish": 4, "all/birds": 5}, 1, ("birds",)),
        ({"all/fish": 4, "all/birds": 3}, 1, ()),
    ],
)
def test_the_first_level_that_differs_gives_the_tags(counts: dict[str, int], level: int, names: tuple[str]) -> None:
    tags = tags_of(lying(counts))
    assert tags.names == names
    assert tags.level == level


def test_a_picture_has_its_folders_number_or_none() -> None:
    pictures = lying({"all/fish": 6, "all": 2, "all/birds/red": 5, "all/few": 1})
    assert tags_of(pictures).numbers(pictures).tolist() == [2] * 6 + [0] * 2 + [1] * 5 + [0]
    assert Tags().numbers(pictures).tolist() == [0] * 14


def test_of_too_many_folders_the_fullest_are_tags() -> None:
    tags = tags_of(lying({f"all/{n:02}": 5 + (n > 3) for n in range(40)}))
    assert tags.names == tuple(f"{n:02}" for n in range(4, 4 + MOST))


@pytest.mark.parametrize(
    ("names", "without", "sentence"),
    [
        (["fish"], 0, "Their folders give 1 tag to a model that morphs: fish."),
        (["a", "b"], 3, "Their folders give 2 tags to a model that morphs: a, b; 3 pictures without one."),
        (list("abcdefgh"), 0, "Their folders give 8 tags to a model that morphs: a, b, c, d, e, f, 2 more."),
    ],
)
def test_tags_are_told_in_one_sentence(names: list[str], without: int, sentence: str) -> None:
    assert tags_sentence(names, without) == (sentence,)
    assert tags_sentence([], without) == ()


def gather(*sources: Path) -> Gathered:
    reading = ReadingConfig()
    return finished(gather_steps(finished(read_steps(sources, reading)), reading))


@pytest.fixture
def zoo(tmp_path: Path) -> Path:
    for seed in range(30):
        folder = "birds" if seed % 3 else "fish"
        save(tmp_path / "zoo" / folder / f"{folder}{chr(97 + seed)}.png", blob(seed, 10))
    return tmp_path / "zoo"


def test_sub_folders_and_several_chosen_folders_give_the_same_tags(zoo: Path) -> None:
    whole, parts = gather(zoo), gather(zoo / "birds", zoo / "fish")
    for data in (whole, parts):
        assert data.tags == ("birds", "fish")
        assert data.trained_tags_N.shape == data.trained_NHW.shape[:1]
        assert data.held_tags_N.shape == data.held_NHW.shape[:1]
        counts = np.bincount(np.concatenate([data.trained_tags_N, data.held_tags_N]))
        assert counts.tolist() == [0, 20, 10]
        assert "Their folders give 2 tags to a model that morphs: birds, fish." in data.tag_remarks


def test_one_folder_gives_no_tag_and_nothing_is_said(zoo: Path) -> None:
    data = gather(zoo / "birds")
    assert data.tags == ()
    assert not data.trained_tags_N.any()
    assert data.tag_remarks == ()


def test_files_chosen_one_by_one_lie_in_their_folders(zoo: Path) -> None:
    assert gather(*sorted(zoo.rglob("*.png"))).tags == ("birds", "fish")
