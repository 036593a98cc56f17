"""Frames of animations: whole pictures in order, and errors that say what to do."""

import contextlib

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from sprite_files import blob, save

from genmodels.api.errors import InputError
from genmodels.media import animations, bounds
from genmodels.media.animations import is_animated, read_frames


@pytest.fixture(params=["gif", "png", "webp"])
def animation(tmp_path, request):
    frames = [Image.fromarray(blob(seed)) for seed in (1, 2, 3)]
    path = tmp_path / f"walk.{request.param}"
    frames[0].save(path, save_all=True, append_images=frames[1:], lossless=True, disposal=2)
    return path


def test_frames_come_whole_and_in_order(animation):
    assert is_animated(animation)
    frames = list(read_frames(animation))
    assert len(frames) == 3
    for frame_HW4, seed in zip(frames, (1, 2, 3), strict=True):
        solid_HW = blob(seed)[..., 3] > 0
        assert np.array_equal(frame_HW4[..., 3] > 0, solid_HW)
        assert np.array_equal(frame_HW4[solid_HW], blob(seed)[solid_HW])


def test_still_pictures_and_other_files_are_not_animated(tmp_path):
    save(tmp_path / "still.png", blob(1))
    (tmp_path / "text.png").write_text("not a picture")
    assert not is_animated(tmp_path / "still.png")
    assert not is_animated(tmp_path / "text.png")
    with pytest.raises(InputError, match="No such file"):
        is_animated(tmp_path / "gone.png")


def test_frames_are_bounded(animation, monkeypatch):
    monkeypatch.setattr(animations, "MAX_FRAMES", 2)
    assert len(list(read_frames(animation))) == 2
    monkeypatch.setattr(bounds, "MAX_SIDE", 9)
    with pytest.raises(InputError, match="10×10"):
        next(read_frames(animation))
    monkeypatch.setattr(bounds, "MAX_FILE_BYTES", 9)
    with pytest.raises(InputError, match="is over"):
        next(read_frames(animation))


def test_a_truncated_animation_is_refused(animation):
    whole = animation.read_bytes()
    animation.write_bytes(whole[: len(whole) * 2 // 3])
    with pytest.raises(InputError) as caught:
        list(read_frames(animation))
    assert caught.value.hint


@settings(max_examples=200, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=3))
def test_damaged_bytes_end_in_frames_or_an_input_error(tmp_path_factory, changes):
    path = tmp_path_factory.mktemp("damaged") / "walk.gif"
    frames = [Image.fromarray(blob(seed)) for seed in (1, 2, 3)]
    frames[0].save(path, save_all=True, append_images=frames[1:], disposal=2)
    data = bytearray(path.read_bytes())
    for place, value in changes:
        data[place % len(data)] = value
    path.write_bytes(data)
    with contextlib.suppress(InputError):
        if is_animated(path):
            assert all(frame_HW4.shape[-1] == 4 for frame_HW4 in read_frames(path))
