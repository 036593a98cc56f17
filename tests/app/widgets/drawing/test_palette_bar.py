"""The colours of the sprite, by pointer and by keys."""

import numpy as np
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from app.canvas.ink import Ink
from app.document.drawing import drawing_of
from app.document.raster import patch_of
from app.widgets.drawing.palette_bar import MAX_COLOURS, PaletteBar, SwatchGrid, colours_of
from genmodels.media.sprite import Sprite


def test_visible_colours_from_dark_to_light(rgba: np.ndarray) -> None:
    assert colours_of(rgba) == [(40, 10, 20, 255), (220, 40, 50, 255), (255, 200, 190, 128)]


def test_of_very_many_colours_the_most_used_are_kept() -> None:
    rgba_HWC = np.full((64, 64, 4), 255, np.uint8)
    rgba_HWC[:32, :, 0], rgba_HWC[:32, :, 1] = np.mgrid[:32, :64]
    kept = colours_of(rgba_HWC)
    assert len(kept) == MAX_COLOURS
    assert (255, 255, 255, 255) in kept


def test_colours_are_taken_by_pointer_and_keys(qtbot: QtBot, rgba: np.ndarray) -> None:
    ink = Ink()
    bar = PaletteBar(ink)
    qtbot.addWidget(bar)
    bar.set_drawing(drawing_of(Sprite(rgba_HWC=rgba)))
    bar.resize(240, 120)
    grid = bar.findChild(SwatchGrid)
    qtbot.mouseClick(grid, Qt.MouseButton.LeftButton, pos=QPoint(30, 10))
    assert ink.foreground == (220, 40, 50, 255)
    qtbot.mouseClick(grid, Qt.MouseButton.RightButton, pos=QPoint(10, 10))
    assert ink.background == (40, 10, 20, 255)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Right)
    qtbot.keyClick(grid, Qt.Key.Key_Space)
    assert ink.foreground == (255, 200, 190, 128)
    assert grid.accessibleDescription() == "#ffc8be80"


def test_colours_follow_the_drawing(qtbot: QtBot, rgba: np.ndarray) -> None:
    ink, drawing = Ink(), drawing_of(Sprite(rgba_HWC=rgba))
    bar = PaletteBar(ink)
    qtbot.addWidget(bar)
    bar.set_drawing(drawing)
    drawing.begin()
    drawing.paint(patch_of(np.ones(drawing.shape, bool)), (7, 7, 7, 255))
    drawing.commit("Fill")
    grid = bar.findChild(SwatchGrid)
    qtbot.waitUntil(lambda: grid.colours == [(7, 7, 7, 255)])
