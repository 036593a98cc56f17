"""The only place where NumPy pictures become Qt images, and the other way round."""

from __future__ import annotations

from PySide6.QtGui import QImage

from genmodels.media.arrays import np


def to_qimage(rgba_HWC: np.ndarray) -> QImage:
    """Return a copy of an RGBA picture (uint8) as a QImage."""
    height, width = rgba_HWC.shape[:2]
    pixels = np.ascontiguousarray(rgba_HWC, np.uint8)
    return QImage(pixels.data, width, height, 4 * width, QImage.Format.Format_RGBA8888).copy()


def mask_to_qimage(mask_HW: np.ndarray) -> QImage:
    """Return a mask as a QImage that is opaque white where it is true and transparent elsewhere."""
    return to_qimage(np.repeat(mask_HW[:, :, None], 4, axis=2).astype(np.uint8) * 255)


def from_qimage(image: QImage) -> np.ndarray:
    """Return a copy of a QImage as an RGBA picture (uint8)."""
    plain = image.convertToFormat(QImage.Format.Format_RGBA8888)
    rows = np.frombuffer(plain.constBits(), np.uint8).reshape(plain.height(), plain.bytesPerLine())
    return rows[:, : 4 * plain.width()].reshape(plain.height(), plain.width(), 4).copy()
