"""The person's own packs: renamed, described, removed, and never lost."""

import shutil
from pathlib import Path

import pytest

from genmodels.api import own_packs
from genmodels.api.errors import ConfigError, PackError, StorageError
from genmodels.api.own_packs import describe_pack, free_name, is_own, remove_pack, rename_pack, restore_pack
from genmodels.api.packs import check_name, check_weights, find_packs, read_card


@pytest.fixture
def packs(home: Path, tiny_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """One pack of the person's own, and one that ships."""
    monkeypatch.setattr(own_packs.paths, "pack_roots", lambda: (home / "packs", tmp_path / "shipped"))
    shutil.copytree(tiny_pack, home / "packs" / "tiny")
    shutil.copytree(tiny_pack, tmp_path / "shipped" / "starter")
    return home / "packs"


def test_a_new_name_is_the_folders_and_the_cards(packs: Path) -> None:
    folder = rename_pack(packs / "tiny", "小怪-2")
    card = read_card(folder)
    assert (folder, card.name, card.title) == (packs / "小怪-2", "小怪-2", "Tiny")
    assert check_weights(folder, card).is_file()
    assert find_packs(packs) == [folder]


def test_a_title_that_was_the_name_follows_it(packs: Path) -> None:
    describe_pack(packs / "tiny", title="tiny", trained_on="dots", licence="CC0")
    card = read_card(rename_pack(packs / "tiny", "new"))
    assert (card.title, card.trained_on, card.licence) == ("new", "dots", "CC0")


@pytest.mark.parametrize("name", ["", "..", "a/b", "a\\b", ".hidden", "a.", "a b", "con", "AUX.x", "a" * 65, "a\n"])
def test_names_that_no_folder_should_have_are_refused(packs: Path, name: str) -> None:
    with pytest.raises(ConfigError, match="cannot be a pack's name"):
        rename_pack(packs / "tiny", name)
    assert find_packs(packs) == [packs / "tiny"]


@pytest.mark.parametrize("name", ["a", "my-monsters", "v1.2", "宝可梦", "_x_", "a" * 64])
def test_plain_names_pass(name: str) -> None:
    check_name(name)


def test_names_in_use_are_refused_and_another_proposed(packs: Path) -> None:
    shutil.copytree(packs / "tiny", packs / "other")
    for taken in ("other", "Other", "starter"):
        with pytest.raises(ConfigError) as caught:
            rename_pack(packs / "tiny", taken)
        assert f"{taken}-2" in caught.value.hint
    assert free_name("tiny") == "tiny-2"
    assert free_name("a" * 64) == "a" * 64


def test_a_failed_renaming_changes_nothing(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = read_card(packs / "tiny")

    def stuck(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(Path, "rename", stuck)
    with pytest.raises(StorageError, match="in use"):
        rename_pack(packs / "tiny", "new")
    assert read_card(packs / "tiny") == before


def test_a_removed_pack_can_be_brought_back(packs: Path) -> None:
    before = {path.name: path.read_bytes() for path in (packs / "tiny").iterdir()}
    place = remove_pack(packs / "tiny")
    assert find_packs(packs) == []
    assert restore_pack(place) == packs / "tiny"
    assert {path.name: path.read_bytes() for path in (packs / "tiny").iterdir()} == before
    assert list(own_packs.removed_root().iterdir()) == []


def test_a_removed_pack_comes_back_beside_a_new_one_of_its_name(packs: Path, tiny_pack: Path) -> None:
    place = remove_pack(packs / "tiny")
    shutil.copytree(tiny_pack, packs / "tiny")
    folder = restore_pack(place)
    assert (folder, read_card(folder).name) == (packs / "tiny-2", "tiny-2")


def test_only_the_last_removed_packs_are_kept(packs: Path, tiny_pack: Path) -> None:
    places = [remove_pack(packs / "tiny")]
    for _ in range(own_packs.KEPT_REMOVED):
        shutil.copytree(tiny_pack, packs / "tiny")
        places.append(remove_pack(packs / "tiny"))
    assert [place.exists() for place in places] == [False] + [True] * own_packs.KEPT_REMOVED


def test_what_ships_stays_as_it_is(packs: Path, tmp_path: Path) -> None:
    starter = tmp_path / "shipped" / "starter"
    assert not is_own(starter)
    assert is_own(packs / "tiny")
    with pytest.raises(PackError, match="ships with Spriteverse") as caught:
        remove_pack(starter)
    assert str(packs) in caught.value.hint
    with pytest.raises(PackError):
        rename_pack(starter, "mine")
    with pytest.raises(PackError):
        describe_pack(starter, title="Mine", trained_on="", licence="")
    assert read_card(starter).title == "Tiny"
