"""Playing keeps true time: frames are dropped and never slowed; pausing and drawing stay at the frame shown."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.tasks.playing import Playing
from genmodels.media.artwork import framing, tagging
from genmodels.media.artwork.artwork import Direction


@pytest.fixture
def film(window: MainWindow) -> MainWindow:
    """The window with six frames of 20 ms."""
    drawing = window.page.drawing
    artwork = drawing.artwork
    for _ in range(5):
        artwork, _key = framing.add_frame(artwork, artwork.frames[-1].key, copy=True)
    artwork = framing.time_frames(artwork, [frame.key for frame in artwork.frames], 20)
    drawing.change(artwork, "film")
    return window


def shown_of(playing: Playing) -> list[int]:
    shown: list[int] = []
    playing.stepped.connect(shown.append)
    return shown


def test_enter_plays_and_pauses_at_the_frame_shown(qtbot: QtBot, film: MainWindow) -> None:
    playing, drawing = film.page.animating.playing, film.page.drawing
    shown = shown_of(playing)
    qtbot.keyClick(film.page.canvas, Qt.Key.Key_Return)
    assert playing.playing
    qtbot.waitUntil(lambda: len(shown) > 3, timeout=5_000)
    qtbot.keyClick(film.page.canvas, Qt.Key.Key_Return)
    assert not playing.playing
    assert drawing.artwork.frame_at(drawing.frame) == shown[-1]
    assert not drawing.history.undo_text.startswith("Pla"), "playing is no step"


def test_a_late_tick_drops_frames(film: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    playing = film.page.animating.playing
    now_ms = 0.0
    monkeypatch.setattr(Playing, "_now_ms", lambda _self: now_ms)
    shown = shown_of(playing)
    playing.start()
    for now_ms in (20.0, 95.0, 125.0, 1219.0):  # noqa: B007 - the clock reads it
        playing._on_tick()
    assert shown == [0, 1, 4, 0, 0]
    playing.stop()


def test_drawing_pauses(qtbot: QtBot, film: MainWindow, drag: Callable[..., None]) -> None:
    page = film.page
    playing = page.animating.playing
    qtbot.keyClick(page.canvas, Qt.Key.Key_B)
    shown = shown_of(playing)
    playing.start()
    qtbot.waitUntil(lambda: len(shown) > 1, timeout=5_000)
    before = page.drawing.artwork
    drag(film, (1, 1), (4, 4))
    assert not playing.playing
    drawn = page.drawing.artwork
    [changed] = [place for place, plane in drawn.cels.items() if before.cels.get(place) is not plane]
    assert drawn.frame_at(changed[1]) == shown[-1], "on the frame that was shown"


def test_without_a_loop_a_tag_is_played_as_often_as_it_says(qtbot: QtBot, film: MainWindow) -> None:
    drawing, playing = film.page.drawing, film.page.animating.playing
    artwork, tag = tagging.add_tag(drawing.artwork, "turn", 1, 3, Direction.REVERSE)
    drawing.change(artwork, "tag", frame=artwork.frames[3].key)
    playing.loop.setChecked(False)
    shown = shown_of(playing)
    with qtbot.waitSignal(playing.ended, timeout=5_000):
        playing.start()
    assert shown[0] == 3
    assert set(shown) <= {tag.first, 2, tag.last}
    assert drawing.artwork.frame_at(drawing.frame) == 1, "it stays at the last"


def test_undo_while_playing_ends_it(qtbot: QtBot, film: MainWindow) -> None:
    page = film.page
    page.animating.playing.start()
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not page.animating.playing.playing
    assert len(page.drawing.artwork.frames) == 1
