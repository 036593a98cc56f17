"""Packs with random weights, and pictures to measure them on."""

from pathlib import Path

import pytest
from small_vaes import noise, vae_pack

from genmodels.api.configs import Preset
from genmodels.media.sprite import Sprite, write_sprite


@pytest.fixture(scope="session")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vae_pack(tmp_path_factory.mktemp("packs") / "morpher")


@pytest.fixture(scope="session")
def lecture_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return vae_pack(tmp_path_factory.mktemp("packs") / "lecture", preset=Preset.LECTURE)


@pytest.fixture(scope="session")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Ten subjects in two variants each, a0.png to j1.png as a-0.png to j-1.png; birds and fish are the folders."""
    folder = tmp_path_factory.mktemp("data")
    for number, subject in enumerate("abcdefghij"):
        kind = folder / ("birds" if number % 2 else "fish")
        kind.mkdir(exist_ok=True)
        for variant in range(2):
            picture = noise(2 * number + variant, colours=6, half=False)
            write_sprite(kind / f"{subject}-{variant}.png", Sprite(rgba_HWC=picture))
    return folder
