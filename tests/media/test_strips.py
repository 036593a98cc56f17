"""Frames side by side, and as numbered files."""

import numpy as np
import pytest

from genmodels.api.errors import ConfigError
from genmodels.media.sprite import read_sprite
from genmodels.media.strips import strip, write_numbered


def frames_of(count: int) -> list[np.ndarray]:
    return list(np.random.default_rng(0).integers(0, 256, (count, 5, 7, 4), np.uint8))


def test_a_strip_has_every_frame_pixel_for_pixel():
    frames = frames_of(3)
    row_HW4 = strip(frames)
    assert row_HW4.shape == (5, 21, 4)
    assert all(np.array_equal(row_HW4[:, 7 * n : 7 * n + 7], frame) for n, frame in enumerate(frames))


def test_what_is_left_of_the_last_row_is_transparent():
    frames = frames_of(3)
    sheet_HW4 = strip(frames, columns=2)
    assert sheet_HW4.shape == (10, 14, 4)
    assert np.array_equal(sheet_HW4[5:, :7], frames[2])
    assert not sheet_HW4[5:, 7:].any()


def test_a_strip_too_long_to_open_again_is_refused():
    with pytest.raises(ConfigError, match="do not fit"):
        strip(frames_of(1) * 1000)


def test_numbered_files_sort_as_they_play(tmp_path):
    frames = frames_of(11) * 10
    files = write_numbered(tmp_path, "morph", frames)
    assert [files[0].name, files[-1].name] == ["morph-001.png", "morph-110.png"]
    assert files == sorted(tmp_path.iterdir())
    assert np.array_equal(read_sprite(files[10]).rgba_HWC, frames[10])
