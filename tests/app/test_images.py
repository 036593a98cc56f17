"""Pictures keep every bit on their way to Qt."""

import numpy as np
from PySide6.QtGui import QImage

from app.images import mask_to_qimage, to_qimage


def test_pixels_arrive_as_they_are(rgba: np.ndarray) -> None:
    image = to_qimage(rgba)
    assert (image.height(), image.width()) == rgba.shape[:2]
    assert image.format() == QImage.Format.Format_RGBA8888
    got = np.array([[image.pixelColor(x, y).getRgb() for x in range(10)] for y in range(12)])
    visible = rgba[:, :, 3] > 0
    assert np.array_equal(got[visible], rgba[visible])


def test_parts_of_larger_arrays_are_copied(rgba: np.ndarray) -> None:
    image = to_qimage(rgba[2:6, 3:7])
    before = image.pixelColor(1, 1)
    rgba[:] = 0
    assert image.pixelColor(1, 1) == before


def test_masks_are_opaque_where_true() -> None:
    mask_HW = np.array([[True, False], [False, True]])
    image = mask_to_qimage(mask_HW)
    assert [image.pixelColor(x, y).alpha() for y in range(2) for x in range(2)] == [255, 0, 0, 255]
