"""Strips of frames: even and direct ones, jumps and detours."""

import numpy as np
import pytest

from genmodels.metrics.smoothness import Smoothness, change, smoothness


def filled(*counts: int) -> np.ndarray:
    """Frames of 16 pixels, so many of them black, the rest clear."""
    frames_FP4 = np.zeros((len(counts), 16, 4), np.uint8)
    for frame_P4, count in zip(frames_FP4, counts, strict=True):
        frame_P4[:count, 3] = 255
    return frames_FP4.reshape(-1, 4, 4, 4)


def test_even_steps_and_no_detour_are_one() -> None:
    even = smoothness(filled(0, 4, 8, 12, 16))
    assert (even.largest_step, even.path) == (pytest.approx(1), pytest.approx(1))


def test_a_jump_and_a_detour_are_seen() -> None:
    assert smoothness(filled(0, 0, 0, 8)).largest_step == pytest.approx(3)
    assert smoothness(filled(0, 16, 8)).path == pytest.approx(3)
    assert smoothness(filled(4, 8, 4)).path == float("inf")


def test_nothing_moves() -> None:
    assert smoothness(filled(3, 3, 3)) == Smoothness(largest_step=1.0, path=1.0)


def test_change_weighs_a_pixel_by_its_colour() -> None:
    black, grey = filled(16)[0], filled(16)[0]
    grey[..., :3] = 90
    assert change(filled(0)[0], black) == pytest.approx(1)
    assert 0 < change(black, grey) < 0.6
    # What is hidden under transparency does not count.
    hidden = filled(0)[0]
    hidden[..., :3] = 200
    assert change(filled(0)[0], hidden) == 0


def test_one_frame_is_no_strip() -> None:
    with pytest.raises(ValueError, match="two frames, not 1"):
        smoothness(filled(1))
