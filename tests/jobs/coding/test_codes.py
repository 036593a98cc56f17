"""Codes there and back: an anchor's own code is its very picture, a sample's code draws the sample."""

import itertools
from dataclasses import replace

import numpy as np
import pytest
from small_vaes import COLOURS, noise, png, vae_pack

from genmodels.api.codes import Code
from genmodels.api.configs import Preset
from genmodels.api.errors import ConfigError, ErrorKind, InputError
from genmodels.api.messages import (
    Cancelled,
    Decode,
    Done,
    Encode,
    Event,
    Failed,
    Log,
    Preview,
    Prior,
    Sample,
    decode_event,
)
from genmodels.api.messages import encode as line_of
from genmodels.data.sprites.picture import packed
from genmodels.jobs.decode import decode
from genmodels.jobs.encode import encode
from genmodels.jobs.sample import sample
from genmodels.media.colours import from_hex
from genmodels.media.sprite import decode_png
from genmodels.runner import drive


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(vae_pack(tmp_path_factory.mktemp("packs") / "morpher"))


def last(events) -> Done:
    *_, done = events
    assert isinstance(done, Done)
    return done


def code_of(pack: str, picture: np.ndarray) -> Code:
    return last(encode(Encode(pack=pack, picture=png(picture)))).codes[0]


def drawn(pack: str, *codes: Code, anchor: np.ndarray | None = None) -> list[np.ndarray]:
    request = Decode(pack=pack, codes=codes, anchor="" if anchor is None else png(anchor))
    return [decode_png(frame).rgba_HWC for frame in last(decode(request)).frames]


PICTURES = [noise(1), noise(2, 20, 31), noise(3, 3, 5), noise(4, colours=60), noise(5, 24, 24, colours=400)]


@pytest.mark.parametrize("picture", [*PICTURES, np.zeros((8, 8, 4), np.uint8), np.full((9, 9, 4), 255, np.uint8)])
def test_an_anchors_own_code_is_its_very_picture_and_fades_without_a_pop(pack, picture):
    own = code_of(pack, picture)
    assert len(own.numbers) == 4
    same, near, far = drawn(pack, own, own.moved(1, 1e-5), own.moved(1, 6.0), anchor=picture)
    assert np.array_equal(same, picture)
    assert np.array_equal(near, picture)
    assert far.shape == picture.shape
    assert np.array_equal(far, drawn(pack, own.moved(1, 6.001), anchor=picture)[0]) or len(np.unique(far)) > 1


def test_the_further_the_numbers_the_less_of_the_anchor_is_left(pack):
    picture = noise(6, half=False)
    own = code_of(pack, picture)
    kept = [
        (frame == picture).all(axis=-1).mean()
        for frame in drawn(pack, *(own.moved(0, away) for away in (0.0, 0.2, 0.8, 1.6, 2.5)), anchor=picture)
    ]
    assert kept[0] == 1
    assert kept == sorted(kept, reverse=True)
    assert kept[-1] < 1


def test_another_tag_lets_the_anchor_go_and_another_palette_is_kept_to(pack):
    picture = noise(7, half=False)
    own = code_of(pack, picture)
    tagged = replace(own, tag="fish")
    assert np.array_equal(drawn(pack, tagged, anchor=picture)[0], drawn(pack, tagged)[0])
    two = ("ff00ffff", "00ff00ff")
    for frame in drawn(pack, replace(own, palette=two), replace(own, palette=two, detail=""), anchor=picture):
        assert set(packed(frame).ravel().tolist()) <= set(packed(from_hex(two)).tolist())
    chosen = drawn(pack, replace(own, palette=()), anchor=picture)[0]
    assert np.isin(packed(chosen), packed(from_hex(COLOURS))).all()


def test_without_an_anchor_a_frame_is_as_large_as_the_model_sees(pack):
    own = code_of(pack, noise(2, 20, 31))
    frame = drawn(pack, own)[0]
    assert frame.shape == (8, 8, 4)
    assert np.isin(packed(frame), packed(from_hex(own.palette))).all()


def test_an_opaque_picture_on_a_ground_is_read_as_a_figure(pack):
    picture = np.full((8, 8, 4), (250, 240, 230, 255), np.uint8)
    picture[2:6, 2:6] = (220, 40, 50, 255)
    figure = picture.copy()
    figure[(picture == picture[0, 0]).all(axis=-1)] = 0
    on_ground, alone = code_of(pack, picture), code_of(pack, figure)
    assert on_ground.numbers == alone.numbers
    assert on_ground.palette == ("faf0e6ff", "dc2832ff")
    white, clear = drawn(pack, on_ground)[0], drawn(pack, alone)[0]
    assert ((white == picture[0, 0]).all(axis=-1) >= (clear[..., 3] == 0)).all()


def test_encode_tells_tags_distance_and_how_a_large_picture_was_seen(pack):
    events: list[Event] = list(encode(Encode(pack=pack, picture=png(noise(1, 30, 30)))))
    assert events[-1].values["tags"] == ["birds", "fish"]
    assert events[-1].codes[0].tag == events[-1].codes[0].read_as in ("birds", "fish")
    assert events[-1].values["distance_from_pack"] > 0
    assert any(isinstance(event, Log) and "one pixel of every 4×4" in event.text for event in events)
    assert events[-1] == list(encode(Encode(pack=pack, picture=png(noise(1, 30, 30)))))[-1]


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"numbers": (0.0,)}, "1 numbers; this pack's have 4"),
        ({"numbers": (0.0, 0.0, 0.0, 1e9)}, "out of range"),
        ({"numbers": (0.0, 0.0, 0.0, float("nan"))}, "out of range"),
        ({"detail": "no base64"}, "damaged"),
        ({"detail": "AAAA"}, "damaged"),
        ({"detail": "AAAAAA=="}, "size"),
        ({"tag": "cats"}, "no tag “cats”"),
        ({"palette": ("red",)}, "not a colour"),
        ({"palette": ("ff0000ff",) * 300}, "too large"),
    ],
)
def test_codes_that_are_none_are_told(pack, change, words):
    with pytest.raises(ConfigError, match=words):
        drawn(pack, replace(code_of(pack, noise(1)), **change))


@pytest.mark.parametrize("detail", [0, 4])
@pytest.mark.parametrize("spoilt", ["axes.spread", "enc", ""])
def test_a_pack_whose_weights_give_no_numbers_is_told_rather_than_answered_with_them(tmp_path, spoilt, detail):
    value = 0.0 if spoilt == "axes.spread" else 6e4
    pack = str(vae_pack(tmp_path / "spoilt", detail=detail, spoilt={spoilt: value}))
    jobs = [encode(Encode(pack=pack, picture=png(noise(1))))]
    jobs += [sample(Sample(pack=pack, seeds=(1,), prior=prior)) for prior in Prior]
    ends = [list(drive(job, lambda: False))[-1] for job in jobs]
    assert isinstance(ends[0], Failed)
    for end in ends:
        assert decode_event(line_of(end))[1] == end  # the window would wait for ever for a line that it cannot read
        assert not isinstance(end, Failed) or (end.error, "damaged" in end.message) == (ErrorKind.PACK, True)


def test_how_many_can_be_asked_for_has_an_end(pack):
    for codes in ((), (Code(numbers=(0.0,)),) * 5000):
        with pytest.raises(ConfigError, match="cannot be drawn"):
            drawn(pack, *codes)
    with pytest.raises(InputError, match="too much memory"):
        drawn(pack, *[code_of(pack, noise(1, 200, 200))] * 1000, anchor=noise(1, 200, 200))
    with pytest.raises(InputError, match="1 picture of 800×800"):
        code_of(pack, noise(1, 800, 800))
    for fields in ({"seeds": ()}, {"seeds": (-1,)}, {"seeds": (1,), "variety": 3.0}, {"seeds": (1,), "tag": "cats"}):
        with pytest.raises(ConfigError):
            list(sample(Sample(pack=pack, **fields)))


@pytest.mark.parametrize("prior", list(Prior))
@pytest.mark.parametrize("preset", list(Preset))
def test_a_seed_has_the_same_pixels_at_any_count_and_its_code_draws_them(tmp_path, preset, prior):
    folder = str(vae_pack(tmp_path / "other", preset=preset, detail=0 if preset is Preset.LECTURE else 4))
    many = last(sample(Sample(pack=folder, seeds=tuple(range(6)), prior=prior)))
    one = last(sample(Sample(pack=folder, seeds=(4,), prior=prior)))
    assert one.candidates[0] == many.candidates[4]
    assert one.codes[0] == many.codes[4]
    assert last(decode(Decode(pack=folder, codes=many.codes))).frames == tuple(c.picture for c in many.candidates)
    assert len({code.numbers for code in many.codes}) == 6


def test_priors_variety_tags_and_palettes_matter(pack):
    def codes(**fields) -> list[Code]:
        return list(last(sample(Sample(pack=pack, seeds=(1, 2), **fields))).codes)

    plain = codes()
    assert codes(prior=Prior.MIXTURE) != plain
    still = codes(variety=0.0)
    assert still[0].numbers == still[1].numbers == pytest.approx((0, 0, 0, 0))
    tagged = codes(tag="fish")
    assert [code.tag for code in tagged] == ["fish", "fish"]
    listed = ("00000000", "ff00ffff")
    done = last(sample(Sample(pack=pack, seeds=(1,), palette=listed)))
    assert set(packed(decode_png(done.candidates[0].picture).rgba_HWC).ravel().tolist()) <= {0, 0xFF00FFFF}


def test_the_mixtures_unused_components_are_never_drawn(pack):
    done = last(sample(Sample(pack=pack, seeds=tuple(range(40)), prior=Prior.MIXTURE, variety=0.0)))
    means = np.linspace(-2, 2, 12).reshape(3, 4)
    near = {int(np.abs(means - code.numbers).sum(axis=1).argmin()) for code in done.codes}
    assert near == {0, 1}


def test_previews_come_as_they_are_made_and_a_cancel_ends_it(pack):
    request = Sample(pack=pack, seeds=(1, 2, 3))
    events = list(sample(request))
    assert [event.index for event in events if isinstance(event, Preview)] == [0, 1, 2]
    steps = itertools.count()
    seen = list(drive(sample(request), lambda: next(steps) >= 2))
    assert isinstance(seen[-1], Cancelled)
