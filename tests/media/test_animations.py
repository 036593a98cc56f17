"""Frames of animations: whole pictures in order, and errors that say what to do."""

import numpy as np
import pytest
from PIL import Image
from sprite_files import blob, save

from genmodels.api.errors import InputError
from genmodels.media import animations
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
    assert not is_animated(tmp_path / "gone.png")


def test_frames_are_bounded(animation, monkeypatch):
    monkeypatch.setattr(animations, "MAX_FRAMES", 2)
    assert len(list(read_frames(animation))) == 2
    monkeypatch.setattr(animations, "MAX_SIDE", 9)
    with pytest.raises(InputError, match="10×10"):
        next(read_frames(animation))
    monkeypatch.setattr(animations, "MAX_FILE_BYTES", 9)
    with pytest.raises(InputError, match="is over"):
        next(read_frames(animation))


def test_a_truncated_animation_is_refused(animation):
    whole = animation.read_bytes()
    animation.write_bytes(whole[: len(whole) * 2 // 3])
    with pytest.raises(InputError) as caught:
        list(read_frames(animation))
    assert caught.value.hint
