"""Fresh sprites of a GAN: seeds and codes draw the same, copies are told, what cannot be is refused."""

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from small_gans import gan_pack
from small_vaes import COLOURS, noise, png, vae_pack

from genmodels.api.codes import Code
from genmodels.api.errors import ConfigError, GenError, PackError
from genmodels.api.messages import (
    Decode,
    Done,
    Encode,
    Event,
    LoadPack,
    Originality,
    Preview,
    Prior,
    Progress,
    Request,
    Sample,
    decode_event,
)
from genmodels.api.messages import encode as line_of
from genmodels.data.sprites.picture import packed
from genmodels.jobs.decode import decode
from genmodels.jobs.encode import encode
from genmodels.jobs.loading import load_gan, load_pack
from genmodels.jobs.sample import sample
from genmodels.media.colours import from_hex
from genmodels.media.sprite import decode_png


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(gan_pack(tmp_path_factory.mktemp("packs") / "maker"))


def last(events) -> Done:
    *_, done = events
    assert isinstance(done, Done)
    return done


def made(pack: str, *seeds: int, **how) -> Done:
    return last(sample(Sample(pack=pack, seeds=seeds, **how)))


def test_a_seed_draws_the_same_however_many_are_drawn_and_so_does_its_code(pack):
    many = made(pack, *range(1, 20))
    for place, seed in ((0, 1), (7, 8), (8, 9), (18, 19)):
        alone = made(pack, seed)
        assert alone.candidates[0] == many.candidates[place]
        assert alone.codes[0] == many.codes[place]
    assert len({candidate.picture for candidate in many.candidates}) > 10
    frames = last(decode(Decode(pack=pack, codes=many.codes[::-1]))).frames
    assert list(frames) == [candidate.picture for candidate in many.candidates][::-1]
    over = decode_event(line_of(many))[1]
    assert over == many, "nothing is lost on the way to the window"


def test_previews_come_as_chunks_are_made_and_both_priors_are_one(pack):
    events: list[Event] = list(sample(Sample(pack=pack, seeds=tuple(range(10)))))
    assert events[0] == Progress(done=0, total=10)
    previews = [event for event in events if isinstance(event, Preview)]
    assert [preview.index for preview in previews] == list(range(10))
    assert [preview.picture for preview in previews] == [one.picture for one in events[-1].candidates]
    assert made(pack, 3, prior=Prior.MIXTURE) == made(pack, 3)


def test_without_variety_all_are_the_middle_one_and_codes_carry_it(pack):
    still = made(pack, 1, 2, 3, variety=0.0)
    assert len({candidate.picture for candidate in still.candidates}) == 1
    half, whole = made(pack, 5, variety=0.5).codes[0], made(pack, 5).codes[0]
    assert np.allclose(2 * np.array(half.numbers), whole.numbers)
    assert all(candidate.bits_per_pixel >= 0 for candidate in still.candidates)


def test_pictures_keep_to_the_packs_colours_and_to_a_palette(pack):
    free = [decode_png(one.picture).rgba_HWC for one in made(pack, *range(9)).candidates]
    assert np.isin(packed(np.stack(free)), packed(from_hex(COLOURS))).all()
    two = ("ff00ffff", "00ff00ff")
    held = made(pack, *range(9), palette=two)
    assert all(code.palette == two for code in held.codes)
    drawn = np.stack([decode_png(one.picture).rgba_HWC for one in held.candidates])
    assert np.isin(packed(drawn), packed(from_hex(two))).all()


def test_a_copy_is_told_from_what_is_new(tmp_path, pack):
    codes = made(pack, *range(6)).codes
    own = np.stack([decode_png(one.picture).rgba_HWC for one in made(pack, *range(6)).candidates])
    others = np.stack([noise(seed, half=False) for seed in range(8)])
    knowing = str(gan_pack(tmp_path / "knowing", own, others))
    told = last(decode(Decode(pack=knowing, codes=codes))).likenesses
    assert [one.originality for one in told] == [Originality.COPY] * 6
    right = [one.nearest == f"ball{n}" for n, one in enumerate(told)]
    assert sum(right) >= 4, "two that are each other's mirror image are both copies of the first"
    assert all(one.distance < 0.1 for one in told)
    strange = str(gan_pack(tmp_path / "strange", others, own))
    assert made(strange, 1).likenesses[0].distance > 0.1
    assert made(pack, 1).likenesses[0].originality is Originality.NEW, "it remembers no picture"


CODE = Code(numbers=(0.0,) * 6)


@pytest.mark.parametrize(
    ("request_", "message"),
    [
        (Decode(pack="", codes=(Code(numbers=(0.0,) * 5),)), "5 numbers; this pack's have 6"),
        (Decode(pack="", codes=(dataclasses.replace(CODE, numbers=(1e9,) * 6),)), "out of range"),
        (Decode(pack="", codes=(dataclasses.replace(CODE, detail="AAAA"),)), "has no detail"),
        (Decode(pack="", codes=(dataclasses.replace(CODE, tag="fish"),)), "knows no tag “fish”"),
        (Decode(pack="", codes=(CODE,), anchor=png(noise(1))), "cannot hold on to a picture"),
        (Sample(pack="", seeds=(1,), tag="fish"), "knows no tag “fish”"),
        (Sample(pack="", seeds=(1,), variety=3.0), "The variety is 3"),
        (Sample(pack="", seeds=()), "0 pictures were asked for"),
    ],
    ids=str,
)
def test_what_cannot_be_is_refused_with_a_hint(pack, request_: Request, message):
    job = decode if isinstance(request_, Decode) else sample
    with pytest.raises(ConfigError, match=message) as caught:
        list(job(dataclasses.replace(request_, pack=pack)))
    assert caught.value.hint


def test_each_job_names_the_packs_that_it_takes(pack, tmp_path, tiny_pack):
    with pytest.raises(PackError, match="makes fresh sprites; this takes one that morphs"):
        list(encode(Encode(pack=pack, picture=png(noise(1)))))
    with pytest.raises(PackError, match=r"completes sprites; this takes one that morphs .* or makes fresh sprites"):
        made(str(tiny_pack), 1)
    with pytest.raises(PackError, match="morphs and explores pictures; this takes one that makes fresh sprites"):
        load_gan(vae_pack(tmp_path / "morpher"))


def test_it_is_loaded_ahead_and_damage_is_told(pack, tmp_path):
    assert last(load_pack(LoadPack(pack=pack))).values == {"name": "maker", "size": 8}
    broken = gan_pack(tmp_path / "broken")
    text = (broken / "pack.json").read_text(encoding="utf-8")
    for old, new in (
        ('"detail": 4', '"detail": 0'),
        ('"channels": 8', '"channels": 16'),
        ('"originals": 0', '"originals": 3'),
    ):
        (broken / "pack.json").write_text(text.replace(old, new), encoding="utf-8")
        with pytest.raises(GenError):
            load_gan(broken)
    assert Path(pack, "weights.safetensors").stat().st_size < 10e6
