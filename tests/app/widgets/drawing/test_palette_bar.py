"""The palette's place: colours into the hands, buttons for what is selected, palette files dropped on it."""

from pathlib import Path

import pytest
from hands import drop
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.canvas.ink import Ink
from app.widgets.drawing.palette_bar import PaletteBar

RED, GHOST = (220, 40, 50, 255), (255, 200, 190, 128)


@pytest.fixture
def bar(qtbot: QtBot) -> PaletteBar:
    bar = PaletteBar(Ink())
    qtbot.addWidget(bar)
    bar.grid.set_colours([RED, GHOST])
    bar.resize(240, 120)
    return bar


def test_colours_are_taken_by_pointer_and_keys(qtbot: QtBot) -> None:
    ink = Ink()
    bar = PaletteBar(ink)
    qtbot.addWidget(bar)
    bar.grid.set_colours([RED, GHOST])
    bar.resize(240, 120)
    qtbot.mouseClick(bar.grid, Qt.MouseButton.RightButton, pos=QPoint(10, 10))
    assert ink.background == RED
    qtbot.keyClick(bar.grid, Qt.Key.Key_Right)
    qtbot.keyClick(bar.grid, Qt.Key.Key_Space)
    assert ink.foreground == GHOST


def test_buttons_wait_for_what_they_need(bar: PaletteBar) -> None:
    names = {one.accessibleName(): one for one in bar.findChildren(QToolButton)}
    assert all(names)
    remove, ramp = names["Remove the selected colours (Delete)"], names["Ramp between the two selected colours"]
    assert not remove.isEnabled()
    assert not ramp.isEnabled()
    bar.grid.choose([1])
    assert remove.isEnabled()
    assert not ramp.isEnabled()
    bar.grid.choose([0, 1])
    assert ramp.isEnabled()


def test_a_palette_file_can_be_dropped_and_a_picture_is_for_the_page(bar: PaletteBar, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bar.dropped) as dropped:
        drop(bar, Path("/a/dusk.gpl"))
    assert dropped.args == [Path("/a/dusk.gpl")]
    with qtbot.assertNotEmitted(bar.dropped):
        drop(bar, Path("/a/hero.png"))
