"""From a file to a pack: checked throughout, nothing left behind by what fails, nothing of the person's lost."""

import json
import os
import shutil
import time
import zipfile
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from genmodels.api import own_packs, paths
from genmodels.api.errors import PackError, StorageError
from genmodels.api.messages import Done, ImportPack, Log
from genmodels.api.packs import CARD, PREVIEW, WEIGHTS, check_weights, find_packs, read_card
from genmodels.api.svpack import export_pack
from genmodels.jobs import import_pack as module
from genmodels.jobs.import_pack import import_pack
from genmodels.media.sprite import Sprite, png_bytes


@pytest.fixture
def file(tiny_pack: Path, tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A sound pack as a file; the person has none yet and none ships."""
    monkeypatch.setattr(paths, "pack_roots", lambda: (home / "packs", tmp_path / "shipped"))
    list(export_pack(tiny_pack, tmp_path / "gift.svpack"))
    return tmp_path / "gift.svpack"


def done_of(file: Path, *, replace: bool = False) -> tuple[Done, str]:
    """Import to the end; return the result and what was said on the way."""
    *events, done = import_pack(ImportPack(file=str(file), replace=replace))
    assert isinstance(done, Done)
    assert [path.name for path in paths.user_packs().iterdir() if path.name.startswith(".")] == []
    return done, " ".join(event.text for event in events if isinstance(event, Log))


def altered(file: Path, *, card: dict[str, Any] | None = None, **contents: bytes) -> Path:
    """Rewrite the file with other fields of the card, or other contents by the stem of their names."""
    with zipfile.ZipFile(file) as archive:
        held = {name: archive.read(name) for name in archive.namelist()}
    held[CARD] = json.dumps(json.loads(held[CARD]) | (card or {})).encode()
    held |= {name: contents[name.split(".")[0]] for name in held if name.split(".")[0] in contents}
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in held.items():
            archive.writestr(name, data)
    return file


def test_a_pack_is_added_whole(file: Path, tiny_pack: Path, home: Path) -> None:
    done, said = done_of(file)
    folder = home / "packs" / "tiny"
    assert done.values == {"name": "tiny", "folder": str(folder), "title": "Tiny"}
    assert said == ""
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == {
        path.name: path.read_bytes() for path in tiny_pack.iterdir()
    }


def test_the_same_pack_again_changes_nothing(file: Path, home: Path) -> None:
    done_of(file)
    _, said = done_of(file)
    assert "already" in said
    assert find_packs(home / "packs") == [home / "packs" / "tiny"]


def test_the_same_pack_mends_a_damaged_one_and_keeps_that(file: Path, home: Path) -> None:
    folder = Path(done_of(file)[0].values["folder"])
    (folder / WEIGHTS).write_bytes(b"damaged")
    assert done_of(file)[0].values["name"] == "tiny"
    assert check_weights(folder, read_card(folder)).is_file()
    [kept] = own_packs.removed_root().glob(f"*/tiny/{WEIGHTS}")
    assert kept.read_bytes() == b"damaged"


@pytest.mark.parametrize("place", ["packs", "shipped"])
def test_another_pack_of_the_same_name_gets_a_name_of_its_own(place: str, file: Path, home: Path) -> None:
    done_of(file)
    if place == "shipped":
        shutil.move(home / "packs", file.parent / "shipped")
    done, said = done_of(altered(file, card={"title": "Other"}))
    card = read_card(home / "packs" / "tiny-2")
    assert (done.values["name"], card.name, card.title) == ("tiny-2", "tiny-2", "Other (2)")
    assert "“tiny-2”" in said


def test_a_replaced_pack_is_kept_among_the_removed(file: Path, home: Path) -> None:
    done_of(file)
    done, _ = done_of(altered(file, card={"title": "Other"}), replace=True)
    assert done.values["title"] == read_card(home / "packs" / "tiny").title == "Other"
    [kept] = own_packs.removed_root().glob("*/tiny")
    assert read_card(kept).title == "Tiny"


def test_a_failed_move_brings_the_replaced_pack_back(file: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done_of(file)

    def stuck(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(module.Path, "rename", stuck)
    with pytest.raises(StorageError, match="in use"):
        done_of(altered(file, card={"title": "Other"}), replace=True)
    assert read_card(home / "packs" / "tiny").title == "Tiny"


LARGE = png_bytes(Sprite(rgba_HWC=np.zeros((1, 3000, 4), np.uint8)))


@pytest.mark.parametrize(
    ("card", "contents", "words"),
    [
        ({"name": "../../evil"}, {}, "pack's name"),
        ({"name": ".hidden"}, {}, "pack's name"),
        ({"title": "x" * 201}, {}, "title is longer"),
        ({"trained_on": "x" * 4001}, {}, "trained on is longer"),
        ({"family": "oracle"}, {}, "cannot use"),
        ({"format_version": 9}, {}, "format 9"),
        ({"pickle": "os.system"}, {}, "no field"),
        ({"config": {"size": 10**9}}, {}, "damaged"),
        ({"config": {"size": 8, "colours": 8, "hidden": 8}}, {}, "do not fit"),
        ({"colours": ["no colour"] * 8}, {}, ""),
        ({"sha256": "0" * 64}, {}, "not the ones its card names"),
        ({}, {"weights": b"other"}, "not the ones its card names"),
        ({}, {"preview": b"no picture"}, "no picture"),
        ({}, {"preview": LARGE}, "2048 pixels"),
        ({}, {"pack": b"[]"}, "format None"),
        ({}, {"pack": b"\xff"}, "damaged"),
    ],
)
def test_what_is_wrong_is_told_and_leaves_nothing(
    card: dict[str, Any], contents: dict[str, bytes], words: str, file: Path, home: Path
) -> None:
    with pytest.raises(PackError) as caught:
        list(import_pack(ImportPack(file=str(altered(file, card=card, **contents)))))
    assert words in caught.value.message
    assert caught.value.hint
    assert list((home / "packs").iterdir()) == []


def test_a_cancelled_import_leaves_nothing(file: Path, home: Path) -> None:
    job = import_pack(ImportPack(file=str(file)))
    next(job)
    assert find_packs(home / "packs") == []
    job.close()
    assert list((home / "packs").iterdir()) == []


def test_what_a_killed_import_left_is_cleared_away(file: Path, home: Path) -> None:
    old, young = (home / "packs" / f"{module.WORK}{name}" for name in ("old", "young"))
    for folder in (old, young):
        (folder / "half").mkdir(parents=True)
    before = time.time() - module.STALE_SECONDS - 60
    os.utime(old, (before, before))
    list(import_pack(ImportPack(file=str(file))))
    assert not old.exists()
    assert young.exists()


@pytest.mark.parametrize("name", ["...svpack", "宝 可 梦.svpack", "no suffix", "." * 9, f"{'x' * 240}.svpack"])
def test_any_name_of_a_file_will_do(name: str, file: Path, home: Path) -> None:
    done, _ = done_of(file.rename(file.with_name(name)))
    assert done.values["name"] == "tiny"
    assert (home / "packs" / "tiny" / PREVIEW).is_file()


def test_a_file_of_format_1_can_always_be_imported(home: Path) -> None:
    done, _ = done_of(Path(__file__).parents[1] / "golden" / "pack-format-1.svpack")
    folder = Path(done.values["folder"])
    assert folder.parent == home / "packs"
    assert check_weights(folder, read_card(folder)).is_file()
