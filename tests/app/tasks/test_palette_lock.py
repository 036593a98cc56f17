"""The palette lock: whatever is taken becomes one of the palette's colours."""

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.canvas.ink import TRANSPARENT, Ink
from app.tasks.palette_lock import PaletteLock

RED, SEA = (255, 0, 16, 255), (0, 120, 200, 255)


@pytest.fixture
def ink() -> Ink:
    return Ink()


def test_hands_keep_to_the_palette_as_long_as_it_is_locked(ink: Ink, qtbot: QtBot) -> None:
    parent = QObject()
    lock = PaletteLock(ink, lambda: (RED, SEA), parent)
    ink.take((250, 10, 10, 255))
    assert ink.foreground == (250, 10, 10, 255)
    with qtbot.waitSignal(lock.changed):
        lock.set_on(True)
    assert ink.foreground == RED
    ink.take((10, 100, 180, 255), background=True)
    assert ink.background == SEA
    ink.take(TRANSPARENT)
    assert ink.foreground == TRANSPARENT
    lock.set_on(False)
    ink.take((1, 2, 3, 255))
    assert ink.foreground == (1, 2, 3, 255)


def test_a_model_may_use_the_palette_and_transparency(ink: Ink) -> None:
    parent = QObject()
    lock = PaletteLock(ink, lambda: (RED, SEA, RED), parent)
    assert lock.allowed() == ()
    lock.set_on(True)
    assert lock.allowed() == ("ff0010ff", "0078c8ff", "00000000")


def test_without_colours_nothing_is_held(ink: Ink) -> None:
    parent = QObject()
    lock = PaletteLock(ink, lambda: (), parent)
    lock.set_on(True)
    ink.take((1, 2, 3, 255))
    assert (ink.foreground, lock.allowed()) == ((1, 2, 3, 255), ())
