"""Packs become models of their own family; all that is wrong with one is a sentence."""

import dataclasses
import shutil
from pathlib import Path

import pytest

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.configs import ImageVAEConfig, Preset
from genmodels.api.errors import PackError
from genmodels.api.messages import Done, LoadPack
from genmodels.api.packs import PackCard, read_card
from genmodels.jobs import loading
from genmodels.jobs.loading import load_image_vae, load_model, load_pack, load_pixelrnn
from genmodels.media.colours import from_hex
from genmodels.models.imagevae import build
from genmodels.runtime import seed_torch
from genmodels.storage import save_pack


@pytest.fixture(params=list(Preset))
def morpher(request: pytest.FixtureRequest, tiny_pack: Path, tmp_path: Path) -> Path:
    """A pack with random weights that morphs 8×8 pixels in the colours of `tiny_pack`."""
    colours = read_card(tiny_pack).colours
    detail = 4 * (request.param is Preset.DEFAULT)
    config = ImageVAEConfig(
        preset=request.param, size=8, colours=8, numbers=4, detail=detail, width=16, tags=("birds",)
    )
    seed_torch(5)
    card = dataclasses.replace(read_card(tiny_pack), family="image-vae", name="morpher", config=to_dict(config))
    save_pack(tmp_path / "morpher", build(config, from_hex(colours)), card, from_hex(colours).reshape(2, 4, 4))
    return tmp_path / "morpher"


def test_a_pack_is_loaded_once_until_its_card_changes(tiny_pack: Path) -> None:
    *_, done = load_pack(LoadPack(pack=str(tiny_pack)))
    assert done == Done(values={"name": "tiny", "size": 8})
    assert load_model(tiny_pack)[0] is load_model(tiny_pack)[0]


def test_a_morpher_is_loaded_ahead_of_its_use(morpher: Path) -> None:
    *_, done = load_pack(LoadPack(pack=str(morpher)))
    assert done == Done(values={"name": "morpher", "size": 8})
    model, card = load_image_vae(morpher)
    assert model is load_model(morpher)[0]
    assert not model.training
    assert (model.config.tags, card.family) == (("birds",), "image-vae")


def test_a_pack_of_another_family_is_refused_with_those_that_will_do(
    tiny_pack: Path, morpher: Path, home: Path
) -> None:
    for pack in (tiny_pack, morpher):
        shutil.copytree(pack, home / "packs" / pack.name)
    (home / "packs" / "damaged").mkdir()
    (home / "packs" / "damaged" / "pack.json").write_text("{")
    with pytest.raises(PackError, match="“tiny” completes sprites; this takes one that morphs and explores") as caught:
        load_image_vae(tiny_pack)
    assert "morpher" in caught.value.hint
    assert "tiny" not in caught.value.hint
    with pytest.raises(PackError, match="“morpher” morphs and explores pictures; this takes one that comp") as caught:
        load_pixelrnn(morpher)
    assert "tiny" in caught.value.hint


def test_where_no_pack_will_do_one_can_be_trained(tiny_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "pack_roots", lambda: ())
    with pytest.raises(PackError, match="genmodels train image-vae"):
        load_image_vae(tiny_pack)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('"family": "pixelrnn"', '"family": "oracle"', "this version cannot use"),
        ('"family": "pixelrnn"', '"family": "image-vae"', "no field"),
        ('"size": 8', '"size": 100000', "damaged"),
        ('"heads": 1', '"heads": 2', "do not fit"),
        ('"heads": 1', '"heads": 1, "tails": 2', "no field"),
        ('"sha256": "', '"sha256": "0', "not the ones"),
    ],
)
def test_damaged_packs_are_pack_errors(tiny_pack: Path, tmp_path: Path, old: str, new: str, words: str) -> None:
    folder = tmp_path / "damaged"
    shutil.copytree(tiny_pack, folder)
    card = (folder / "pack.json").read_text(encoding="utf-8")
    assert old in card
    (folder / "pack.json").write_text(card.replace(old, new), encoding="utf-8")
    with pytest.raises(PackError, match=words):
        load_model(folder)


def test_a_pack_that_is_replaced_while_it_is_loaded_is_a_pack_error(
    tiny_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "going"
    shutil.copytree(tiny_pack, folder)

    def read_the_last_time(folder: Path) -> PackCard:
        card = read_card(folder)
        shutil.rmtree(folder)
        return card

    monkeypatch.setattr(loading, "read_card", read_the_last_time)
    with pytest.raises(PackError, match="no pack at"):
        load_model(folder)
