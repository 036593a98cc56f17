"""Packs and states: whole or not at all, strict, and never pickled."""

import dataclasses
import errno
import json
import os
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors import safe_open
from torch import nn

from genmodels import storage
from genmodels.api.errors import PackError, StorageError
from genmodels.api.packs import CARD, FORMAT_VERSION, PREVIEW, WEIGHTS, PackCard, find_packs, read_card

CARD_OF_TEST = PackCard(
    format_version=FORMAT_VERSION,
    family="pixelrnn",
    name="tiny",
    title="Tiny",
    licence="MIT",
    trained_on="noise",
    config={},
)
PREVIEW_HWC = np.zeros((4, 4, 4), np.uint8)


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    storage.save_pack(tmp_path / "tiny", nn.Linear(3, 2), CARD_OF_TEST, PREVIEW_HWC)
    return tmp_path / "tiny"


def test_a_pack_comes_back_in_half_precision(pack: Path) -> None:
    assert sorted(path.name for path in pack.iterdir()) == sorted([CARD, WEIGHTS, PREVIEW])
    torch.manual_seed(5)
    module, again = nn.Linear(3, 2), nn.Linear(3, 2)
    card = storage.save_pack(pack, module, CARD_OF_TEST, PREVIEW_HWC)
    assert read_card(pack) == card
    storage.load_weights(again, pack, card)
    assert torch.allclose(again.weight, module.weight, atol=1e-3)
    with safe_open(pack / WEIGHTS, "pt") as file:
        assert json.loads(file.metadata()[CARD])["name"] == "tiny"
    assert find_packs(pack.parent) == [pack]


@pytest.mark.parametrize("damage", ["flip", "cut", "gone"])
def test_changed_weights_are_refused(pack: Path, damage: str) -> None:
    weights, data = pack / WEIGHTS, (pack / WEIGHTS).read_bytes()
    match damage:
        case "flip":
            weights.write_bytes(data[:-1] + bytes([data[-1] ^ 1]))
        case "cut":
            weights.write_bytes(data[: len(data) // 2])
        case _:
            weights.unlink()
    with pytest.raises(PackError) as caught:
        storage.load_weights(nn.Linear(3, 2), pack, read_card(pack))
    assert caught.value.hint


def test_weights_of_another_shape_are_listed(pack: Path) -> None:
    with pytest.raises(PackError) as caught:
        storage.load_weights(nn.Sequential(nn.Linear(3, 4)), pack, read_card(pack))
    assert "missing: 0.weight" in caught.value.detail
    assert "unknown: weight" in caught.value.detail
    with pytest.raises(PackError) as caught:
        storage.load_weights(nn.Linear(3, 4), pack, read_card(pack))
    assert "(2, 3) instead of (4, 3)" in caught.value.detail


def test_weights_that_are_not_numbers_are_refused(tmp_path: Path) -> None:
    module = nn.Linear(2, 2)
    nn.init.constant_(module.weight, float("nan"))
    card = storage.save_pack(tmp_path / "nan", module, CARD_OF_TEST, PREVIEW_HWC)
    with pytest.raises(PackError):
        storage.load_weights(nn.Linear(2, 2), tmp_path / "nan", card)


@pytest.mark.parametrize(
    "card",
    [
        "",
        "{",
        "[]",
        '{"format_version": 99}',
        "[" * 100_000,
        json.dumps({"format_version": FORMAT_VERSION, "pickle": 1}),
    ],
)
def test_hostile_cards_are_refused(pack: Path, card: str) -> None:
    (pack / CARD).write_text(card)
    with pytest.raises(PackError) as caught:
        read_card(pack)
    assert caught.value.hint


def test_a_failed_save_leaves_the_old_pack(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = (pack / WEIGHTS).read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(StorageError, match="written") as caught:
        storage.save_pack(pack, nn.Linear(3, 2), dataclasses.replace(CARD_OF_TEST, title="new"), PREVIEW_HWC)
    assert "free some space" in caught.value.hint
    assert (pack / WEIGHTS).read_bytes() == before


def test_a_failed_move_brings_the_old_pack_back(pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before, rename = (pack / WEIGHTS).read_bytes(), Path.rename

    def stuck(self: Path, target: Path) -> Path:
        if self.name.endswith(".new"):
            raise PermissionError(errno.EACCES, "in use")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", stuck)
    for _ in range(2):
        with pytest.raises(StorageError):
            storage.save_pack(pack, nn.Linear(3, 2), dataclasses.replace(CARD_OF_TEST, title="new"), PREVIEW_HWC)
        assert (pack / WEIGHTS).read_bytes() == before


def test_only_packs_are_replaced_and_unfinished_ones_not_found(pack: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "thesis.txt").write_text("years of work")
    with pytest.raises(StorageError, match="not a pack"):
        storage.copy_pack(pack, tmp_path / "mine")
    assert (tmp_path / "mine" / "thesis.txt").read_text() == "years of work"
    storage.copy_pack(pack, tmp_path / ".tiny.old")
    assert find_packs(tmp_path) == [pack]


def test_a_state_keeps_tensors_and_facts_together(tmp_path: Path) -> None:
    path = tmp_path / "run" / "state.safetensors"
    storage.save_state(path, {"a": torch.arange(3)}, {"step": 7})
    tensors, facts = storage.load_state(path)
    assert (tensors["a"].tolist(), facts) == ([0, 1, 2], {"step": 7})
    path.write_bytes(path.read_bytes()[:20])
    with pytest.raises(StorageError):
        storage.load_state(path)
