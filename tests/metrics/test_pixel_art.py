"""Specks, colours and foregrounds, on pictures small enough to count by hand."""

import numpy as np
import pytest

from genmodels.metrics.pixel_art import (
    Accuracy,
    colour_counts,
    colours_p99,
    foreground,
    foreign_colours,
    palette_accuracy,
    speckle,
)

COLOURS = {".": (0, 0, 0, 0), "r": (255, 0, 0, 255), "g": (0, 255, 0, 255), "w": (255, 255, 255, 255)}


def drawn(*rows: str) -> np.ndarray:
    return np.array([[[COLOURS[c] for c in row] for row in rows]], np.uint8)


def test_an_isolated_pixel_has_no_like_above_below_or_beside() -> None:
    assert speckle(drawn("....", ".rr.", "....", "....")) == 0
    # Diagonal neighbours do not count, nor does the ground.
    assert speckle(drawn("....", ".r..", "..r.", "....")) == 1
    assert speckle(drawn(".....", ".rrg.", ".rr..", ".....")) == pytest.approx(1 / 5)
    # At the rim there are fewer neighbours.
    assert speckle(drawn("g...", "....", ".rr.")) == pytest.approx(1 / 3)
    assert speckle(drawn("....", "....")) == 0


def test_the_ground_is_the_colour_of_the_rim() -> None:
    np.testing.assert_array_equal(foreground(drawn("www", "wrw", "www"))[0], np.eye(3)[1] * np.eye(3)[1][:, None] > 0)
    assert foreground(drawn("www", "w.w", "www")).sum() == 0
    assert foreground(drawn("...", "rw.", "...")).sum() == 2


def test_colours_are_counted_without_the_ground() -> None:
    hidden = drawn("....", ".rg.", ".w..", "....")
    hidden[0, 0, 0, :3] = 99  # under full transparency
    np.testing.assert_array_equal(
        colour_counts(np.concatenate([hidden, drawn("....", "....", "....", "....")])), [3, 0]
    )
    few, many = drawn("...", ".r.", "..."), drawn("...", "rgw", "...")
    assert colours_p99(np.concatenate([few] * 99 + [many])) == 1
    assert colours_p99(np.concatenate([few] * 98 + [many] * 2)) == 3


def test_foreign_colours_stand_in_neither_end() -> None:
    first, last = drawn("r.")[0], drawn("g.")[0]
    assert foreign_colours(np.concatenate([drawn("r."), drawn("gr"), drawn("g.")]), first, last) == 0
    assert foreign_colours(np.concatenate([drawn("w."), drawn("gr")]), first, last) == 1 / 4
    assert foreign_colours(drawn(".."), drawn("rr")[0], drawn("gg")[0]) == 1


def test_accuracy_of_all_and_of_the_foreground() -> None:
    true = drawn("....", ".rg.", "....")
    assert palette_accuracy(true, true) == Accuracy(all=1.0, foreground=1.0)
    assert palette_accuracy(drawn("....", ".rr.", "...."), true) == Accuracy(all=11 / 12, foreground=0.5)
    assert palette_accuracy(drawn("w..."), drawn("....")) == Accuracy(all=0.75, foreground=1.0)
