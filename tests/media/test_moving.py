"""What animation files show is what was written, frame by frame."""

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from genmodels.api.errors import ConfigError, StorageError
from genmodels.media.gif import MOST_COLOURS, gif_of
from genmodels.media.losses import Losses, Moving, losses_of
from genmodels.media.moving import animation, write_animation


def shown(path: Path) -> list[tuple[np.ndarray, float]]:
    frames = []
    with Image.open(path) as image:
        for number in range(image.n_frames):
            image.seek(number)
            image.load()
            frames.append((np.array(image.convert("RGBA")), image.info["duration"]))
    return frames


def frames_of(count: int, colours: int, *, alphas: tuple[int, ...] = (0, 255), seed: int = 0) -> list[np.ndarray]:
    """Frames of noise in so many colours, with holes that move."""
    rng = np.random.default_rng(seed)
    table_T4 = rng.integers(0, 256, (colours, 4), np.uint8)
    table_T4[:, 3] = rng.choice(alphas, colours)
    table_T4[table_T4[:, 3] == 0] = 0
    return [table_T4[rng.integers(0, colours, (9, 13))] for _ in range(count)]


@pytest.mark.parametrize("colours", [2, 20, 100, 200, 256])
def test_a_gif_has_every_frame_exactly_and_transparent_pixels_do_not_smear(tmp_path, colours):
    frames = frames_of(6, colours)
    assert write_animation(tmp_path / "a.gif", frames, [70] * 6).losses == Losses(kind=Moving.GIF)
    read = shown(tmp_path / "a.gif")
    assert len(read) == 6
    for (rgba_HW4, duration), frame in zip(read, frames, strict=True):
        assert np.array_equal(rgba_HW4 * (rgba_HW4[..., 3:] > 0), frame)
        assert duration == 70
    with Image.open(tmp_path / "a.gif") as image:
        assert image.info["loop"] == 0


@pytest.mark.parametrize("suffix", [".apng", ".webp"])
def test_apng_and_webp_lose_nothing_that_is_seen(tmp_path, suffix):
    frames = frames_of(5, 400, alphas=(0, 100, 255))
    assert not write_animation(tmp_path / f"a{suffix}", frames, [33, 50, 70, 90, 400]).losses.remarks
    read = shown(tmp_path / f"a{suffix}")
    assert [duration for _, duration in read] == [33, 50, 70, 90, 400]
    assert all(np.array_equal(rgba_HW4, frame) for (rgba_HW4, _), frame in zip(read, frames, strict=True))


@pytest.mark.parametrize("suffix", [".gif", ".apng", ".webp"])
def test_equal_frames_keep_their_time(tmp_path, suffix):
    one, other = frames_of(2, 8)
    write_animation(tmp_path / f"a{suffix}", [one, one, one, other], [100, 100, 100, 100])
    read = shown(tmp_path / f"a{suffix}")
    assert sum(duration for _, duration in read) == 400
    assert len(read) == (2 if suffix == ".webp" else 4)


def test_a_thousand_equal_frames_and_a_single_one(tmp_path):
    one = frames_of(1, 8)
    for suffix in (".gif", ".apng", ".webp"):
        write_animation(tmp_path / f"many{suffix}", one * 1000, [500] * 1000)
        with Image.open(tmp_path / f"many{suffix}") as image:
            assert image.n_frames == (1 if suffix == ".webp" else 1000)
        write_animation(tmp_path / f"single{suffix}", one, [500])
        with Image.open(tmp_path / f"single{suffix}") as image:
            assert np.array_equal(np.array(image.convert("RGBA")), one[0])


def test_what_a_gif_cannot_keep_is_told_and_the_rest_is_near(tmp_path):
    frames = frames_of(9, 900, alphas=(0, 40, 200, 255))
    gif = gif_of(frames, [33, 5, *[100] * 7])
    remarks = losses_of(Moving.GIF, frames, [33, 5, *[100] * 7]).remarks
    assert [sum(word in remark for remark in remarks) for word in ("half-transparent", "256", "33 ms")] == [1, 1, 1]
    assert gif.durations_ms[:3] == (30, 20, 100)
    for shown_HW4, frame in zip(gif.frames, frames, strict=True):
        assert np.array_equal(shown_HW4[..., 3] == 255, frame[..., 3] >= 128)
        far_HW3 = np.abs(shown_HW4[..., :3].astype(int) - frame[..., :3])[frame[..., 3] >= 128]
        assert far_HW3.mean() < 16
    assert len(np.unique(np.concatenate(gif.frames).reshape(-1, 4), axis=0)) <= MOST_COLOURS
    assert len(write_animation(tmp_path / "a.gif", frames, [33, 20, *[100] * 7]).losses.remarks) == 3


@settings(max_examples=40, deadline=None)
@given(data=st.data(), kind=st.sampled_from(Moving))
def test_what_is_foretold_comes_true_and_the_preview_is_the_file(data, kind):
    colours = data.draw(st.sampled_from([2, 9, 300]))
    alphas = data.draw(st.sampled_from([(255,), (0, 255), (0, 90, 255)]))
    pictures = frames_of(3, colours, alphas=alphas, seed=data.draw(st.integers(0, 99)))
    order = data.draw(st.lists(st.integers(0, 2), min_size=2, max_size=6))
    times = data.draw(st.lists(st.integers(1, 65535), min_size=len(order), max_size=len(order)))
    frames, scale = [pictures[n] for n in order], data.draw(st.integers(1, 3))
    foretold = losses_of(kind, frames, times)
    written = animation(kind, frames, times, scale=scale)
    shown = list(written.frames())
    assert written.losses == foretold
    assert len(shown) == len(written.durations_ms) == len(frames) - foretold.merged
    if kind is not Moving.WEBP:
        asked = dict(foretold.retimed_ms)
        assert written.durations_ms == tuple(asked.get(ms, ms) for ms in times)
    if not foretold.colours and not foretold.half_clear and not foretold.merged:
        for large, frame in zip(shown, frames, strict=True):
            assert np.array_equal(large[::scale, ::scale] * (frame[..., 3:] > 0), frame)


def test_bad_times_names_and_places_are_told(tmp_path):
    frames = frames_of(2, 4)
    with pytest.raises(ConfigError, match="no kind of animation"):
        write_animation(tmp_path / "a.mp4", frames, [100, 100])
    with pytest.raises(ConfigError, match="so short or long"):
        write_animation(tmp_path / "a.gif", frames, [100, 0])
    with pytest.raises(ConfigError, match="0 frames"):
        write_animation(tmp_path / "a.gif", [], [])
    with pytest.raises(StorageError, match="cannot be written"):
        write_animation(tmp_path / "nowhere" / "a.gif", frames, [100, 100])


def test_a_file_that_comes_back_changed_leaves_the_old_one(tmp_path, monkeypatch):
    frames = frames_of(2, 20)
    write_animation(tmp_path / "a.apng", frames, [100, 100])
    before = (tmp_path / "a.apng").read_bytes()
    for wrong in (before, before[:-40], before[:60] + b"?" + before[61:]):
        monkeypatch.setattr("genmodels.media.moving.apng_bytes", lambda *_, wrong=wrong: wrong)
        with pytest.raises(StorageError, match="came back"):
            write_animation(tmp_path / "a.apng", [frames[1], frames[0]], [100, 100])
    assert (tmp_path / "a.apng").read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["a.apng"]
