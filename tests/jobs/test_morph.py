"""Laws of a morph, whatever the model: ends exact, no foreign colour, all sizes, a cancel at any moment."""

import dataclasses
import itertools
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from small_vaes import noise, png, vae_pack

from genmodels.api.configs import Preset
from genmodels.api.errors import ConfigError, InputError
from genmodels.api.messages import Cancelled, Done, Easing, Event, Log, Morph, MorphPalette, Preview, Progress, Started
from genmodels.data.sprites.picture import packed
from genmodels.jobs import morph as morph_job
from genmodels.jobs.loading import load_image_vae
from genmodels.jobs.morph import eased, morph
from genmodels.jobs.morphing.ways import MorphRecipe
from genmodels.media.colours import from_hex
from genmodels.media.sprite import decode_png
from genmodels.metrics.smoothness import smoothness
from genmodels.runner import drive

QUICK = MorphRecipe(refine_steps=2, geodesic_steps=1, nodes=4, rough_nodes=2)


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(vae_pack(tmp_path_factory.mktemp("packs") / "morpher"))


def events(pack: str, *pictures: np.ndarray, recipe: MorphRecipe = QUICK, **fields) -> list[Event]:
    return list(morph(Morph(pack=pack, pictures=tuple(map(png, pictures)), **fields), recipe))


def frames(told: Sequence[Event]) -> np.ndarray:
    done = told[-1]
    assert isinstance(done, Done)
    return np.stack([decode_png(frame).rgba_HWC for frame in done.frames])


def logs(told: Sequence[Event]) -> list[str]:
    return [event.text for event in told if isinstance(event, Log)]


sides = st.integers(1, 20)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, 99), sides, sides, st.integers(1, 12)), min_size=2, max_size=4), st.data())
def test_key_frames_are_the_very_pictures_and_no_colour_is_foreign(pack, keys, data):
    pictures = [noise(seed, height, width, colours=colours) for seed, height, width, colours in keys]
    count = data.draw(st.integers(2, 5))
    told = events(pack, *pictures, frames=count)
    drawn_FHW4 = frames(told)
    height, width = max(p.shape[0] for p in pictures), max(p.shape[1] for p in pictures)
    assert drawn_FHW4.shape == ((count - 1) * (len(pictures) - 1) + 1, height, width, 4)
    for key_HW4, picture in zip(drawn_FHW4[:: count - 1], pictures, strict=True):
        y, x = (height - picture.shape[0]) // 2, (width - picture.shape[1]) // 2
        assert np.array_equal(key_HW4[y : y + picture.shape[0], x : x + picture.shape[1]], picture)
        assert not np.delete(key_HW4, np.s_[y : y + picture.shape[0]], axis=0).any()
    assert told[-1].values["ends_exact"] == [True] * len(pictures)
    known = np.concatenate([np.zeros(1, np.uint32), *(packed(picture).ravel() for picture in pictures)])
    assert np.isin(packed(drawn_FHW4), known).all()


def test_identical_pictures_give_identical_frames_and_empty_ones_work(pack):
    picture, empty = noise(3), np.zeros((8, 8, 4), np.uint8)
    assert (frames(events(pack, picture, picture)) == picture).all()
    assert not frames(events(pack, empty, empty)).any()
    drawn_FHW4 = frames(events(pack, empty, picture))
    assert not drawn_FHW4[0].any()
    assert np.array_equal(drawn_FHW4[-1], picture)


def test_what_nearly_alike_pictures_share_stays(pack):
    picture = noise(3, colours=4)
    other = picture.copy()
    other[2:4, 2:4] = noise(3, colours=4)[5:7, 5:7]
    same_HW = (picture == other).all(axis=-1)
    assert not same_HW.all()
    drawn_FHW4 = frames(events(pack, picture, other))
    assert (drawn_FHW4[:, same_HW] == picture[same_HW]).mean() > 0.95


@pytest.mark.parametrize(("count", "expected"), [(2, 2), (3, 3), (1000, 1000)])
def test_two_and_a_thousand_frames(pack, count, expected):
    told = events(pack, noise(1), noise(2), frames=count)
    assert len(told[-1].frames) == len(told[-1].values["times"]) == expected
    assert told[-1].values["times"] == sorted(told[-1].values["times"])
    assert sum(isinstance(event, Preview) for event in told) == min(count, 64)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"frames": 1}, "1 frame "),
        ({"frames": 1001}, "1,001 frames"),
        ({"palette": MorphPalette.LIST}, "list of colours is empty"),
    ],
)
def test_what_cannot_be_asked_for_is_told(pack, fields, words):
    with pytest.raises(ConfigError, match=words) as caught:
        events(pack, noise(1), noise(2), **fields)
    assert caught.value.hint


def test_the_number_of_pictures_and_of_pixels_has_an_end(pack, monkeypatch):
    for number in (1, 17):
        with pytest.raises(ConfigError, match="2 to 16 pictures"):
            events(pack, *[noise(1)] * number)
    monkeypatch.setattr(morph_job, "MOST_PIXELS", 500)
    with pytest.raises(InputError, match="too much memory"):
        events(pack, noise(1), noise(2))


def test_sizes_and_distance_are_told(pack):
    assert logs(events(pack, noise(1, colours=2), noise(2, colours=2), frames=2)) == []
    told = logs(events(pack, noise(1, 20, 30), noise(2, 9, 9), frames=2))
    assert "in the middle of 30×20 pixels" in told[0]
    assert "one pixel of every 4×4" in told[1]
    model, _ = load_image_vae(Path(pack))
    usual = model.axes.usual.clone()
    model.axes.usual.fill_(0.01)
    try:
        [told] = logs(events(pack, noise(1), noise(2), frames=2))
        assert told.startswith("Pictures 1 and 2 are up to ")
    finally:
        model.axes.usual.copy_(usual)


@pytest.mark.parametrize(
    ("distances", "told"),
    [
        ([0.3, 1.9], []),
        ([0.3, 2.5], ["Picture 2 is 2.5 times"]),
        ([3.0, 1.0, 2.5, 9.0], ["Pictures 1, 3 and 4 are up to 9.0"]),
    ],
)
def test_pictures_far_from_the_pack_are_told_in_one_sentence(distances, told):
    assert [text[: len(start)] for text, start in zip(morph_job.surprises(distances), told, strict=True)] == told


def test_the_same_request_draws_the_same_pixels(pack):
    first, again = (events(pack, noise(1), noise(2))[-1] for _ in range(2))
    assert first == again


def test_a_blend_moves_and_a_list_is_kept_to(pack):
    a, b = noise(1, half=False), noise(2, half=False)
    inner = frames(events(pack, a, b, palette=MorphPalette.BLEND))[1:-1]
    assert not np.isin(packed(inner), packed(np.stack([a, b]))).all()
    listed = ("ff0000ff", "00ff00ff", "0000ffff")
    inner = frames(events(pack, a, b, palette=MorphPalette.LIST, colours=listed))[1:-1]
    assert set(packed(inner).ravel().tolist()) <= {0, *packed(from_hex(listed)).tolist()}


def test_change_is_even_where_the_way_allows_it(pack):
    recipe = dataclasses.replace(QUICK, nodes=8)
    a, b = noise(1, half=False), noise(2, half=False)
    even = smoothness(frames(events(pack, a, b, recipe=recipe)))
    plain = smoothness(frames(events(pack, a, b, recipe=dataclasses.replace(recipe, retime=False))))
    assert even.largest_step < min(2.5, plain.largest_step)


def test_without_anchors_even_the_ends_are_the_models_own(pack):
    told = events(pack, noise(1), noise(2), recipe=dataclasses.replace(QUICK, anchors=False, clean=False))
    assert told[-1].values["ends_exact"] == [False, False]


@pytest.mark.parametrize("detail", [0, 4])
@pytest.mark.parametrize("preset", list(Preset))
def test_every_kind_of_model_morphs(tmp_path, preset, detail):
    folder = vae_pack(tmp_path / "other", preset=preset, detail=0 if preset is Preset.LECTURE else detail)
    assert events(str(folder), noise(1), noise(2))[-1].values["ends_exact"] == [True, True]


def test_a_pack_with_an_opaque_ground_morphs_opaque_pictures(tmp_path):
    folder = vae_pack(tmp_path / "opaque", colours=("ffffffff", "000000ff", "dc2832ff", "2850dcff"))
    pictures = [noise(seed, half=False) for seed in (1, 2)]
    for picture in pictures:
        picture[..., 3] = 255
    assert (frames(events(str(folder), *pictures))[..., 3] == 255).all()


@pytest.mark.parametrize("at", [1, 2, 5, 9, 12, 15])
def test_a_cancel_at_any_yield_ends_it_and_the_next_morph_is_whole(pack, at):
    request, steps = Morph(pack=pack, pictures=(png(noise(1)), png(noise(2)))), itertools.count()
    seen = list(drive(morph(request, QUICK), lambda: next(steps) >= at))
    assert isinstance(seen[0], Started)
    assert isinstance(seen[-1], Cancelled)
    assert list(morph(request, QUICK))[-1] == events(pack, noise(1), noise(2))[-1]


def test_the_rough_strip_comes_first_with_exact_ends(pack):
    told = events(pack, noise(1), noise(2), frames=5)
    previews = [event for event in told if isinstance(event, Preview)]
    assert [event.index for event in previews] == [0, 1, 2, 3, 4]
    first_step = next(n for n, event in enumerate(told) if isinstance(event, Progress) and "way" in event.note)
    assert all(event in told[:first_step] for event in previews)
    for preview, picture in zip((previews[0], previews[-1]), (noise(1), noise(2)), strict=True):
        seen = decode_png(preview.picture).rgba_HWC
        assert np.array_equal(seen * (seen[..., 3:] > 0), picture * (picture[..., 3:] > 0))


@pytest.mark.parametrize("easing", list(Easing))
def test_easings_go_from_0_to_1_and_never_back(easing):
    share_F = eased(np.linspace(0, 1, 50), easing)
    assert (share_F[0], share_F[-1]) == (0, 1)
    assert (np.diff(share_F) > 0).all()
