"""Which pack is nearest: by colours first, then by size; damaged packs and the lecture's are passed over."""

import hashlib
import json
from pathlib import Path

import numpy as np
import pytest

from genmodels.api.configs import Family
from genmodels.api.packs import WEIGHTS
from genmodels.data.sprites.nearest import nearest_pack, nearest_start

TABLE_K4 = np.array([[0, 0, 0, 0], [200, 0, 0, 255], [0, 0, 200, 255]], np.uint8)
SHARE_K = np.array([50, 30, 20])


@pytest.fixture
def pack(tmp_path: Path):
    def make(
        name: str, size: int, *colours: str, preset: str = "default", family: str = "pixelrnn", **config: int
    ) -> Path:
        card = {
            "format_version": 1,
            "family": family,
            "name": name,
            "title": name,
            "licence": "MIT",
            "trained_on": "nothing",
            "config": {"size": size, "preset": preset, **config},
            "colours": ["00000000", *colours],
        }
        (tmp_path / name).mkdir()
        (tmp_path / name / WEIGHTS).write_bytes(b"some")
        card["sha256"] = hashlib.sha256(b"some").hexdigest()
        (tmp_path / name / "pack.json").write_text(json.dumps(card))
        return tmp_path / name

    return make


def test_the_nearest_colours_win_then_the_nearest_size(pack) -> None:
    grey, near = pack("grey", 16, "808080ff"), pack("near", 64, "c80000ff", "0000c8ff")
    same = pack("same", 24, "c80000ff", "0000c8ff")
    assert nearest_pack(Family.PIXELRNN, TABLE_K4, SHARE_K, 16, [grey, near, same]) == same
    assert nearest_pack(Family.PIXELRNN, TABLE_K4, SHARE_K, 16, [grey, near]) == near
    assert nearest_pack(Family.PIXELRNN, TABLE_K4, SHARE_K, 16, [grey]) == grey


def test_packs_that_cannot_be_gone_on_from_are_passed_over(pack, tmp_path) -> None:
    lecture, verse = (
        pack("lecture", 16, "c80000ff", preset="lecture"),
        pack("verse", 16, "c80000ff", family="verse-vae"),
    )
    (tmp_path / "damaged").mkdir()
    (tmp_path / "damaged" / "pack.json").write_text("{")
    bad = pack("bad", 16, "no colour")
    assert nearest_pack(Family.PIXELRNN, TABLE_K4, SHARE_K, 16, [lecture, verse, tmp_path / "damaged", bad]) is None


def test_each_family_goes_on_from_its_own(pack) -> None:
    completer, morpher = pack("completer", 16, "c80000ff"), pack("morpher", 64, "808080ff", family="image-vae")
    assert nearest_pack(Family.PIXELRNN, TABLE_K4, SHARE_K, 16, [completer, morpher]) == completer
    assert nearest_pack(Family.IMAGE_VAE, TABLE_K4, SHARE_K, 64, [completer, morpher]) == morpher
    assert nearest_pack(Family.IMAGE_VAE, TABLE_K4, SHARE_K, 64, [completer]) is None
    assert nearest_pack(Family.IMAGE_VAE, TABLE_K4, SHARE_K, 32, [morpher]) is None, "it morphs whole squares"


def test_a_gan_begins_with_its_own_kind_or_with_an_image_vae_that_has_detail(pack) -> None:
    bare = pack("bare", 16, "c80000ff", "0000c8ff", family="image-vae", detail=0)
    morpher = pack("morpher", 16, "808080ff", family="image-vae", detail=4)
    maker, other = pack("maker", 16, "808080ff", family="gan"), pack("other", 32, "c80000ff", family="gan")
    like = TABLE_K4, SHARE_K, 16
    assert nearest_start(Family.GAN, *like, [bare, morpher, maker, other]) == maker
    assert nearest_start(Family.GAN, *like, [bare, morpher, other]) == morpher
    assert nearest_start(Family.GAN, *like, [bare, other]) is None
    assert nearest_start(Family.IMAGE_VAE, *like, [bare, morpher, maker]) == bare
