"""The main job, as a person does it: mask, complete, look, apply, undo."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from fake_engine import colour_of
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from genmodels.api.messages import Progress
from genmodels.media.sprite import read_sprite

Drag = Callable[..., None]


def complete(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page.completion.ended, timeout=10_000):
        qtbot.keyClick(window.page.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)


def mask_rectangle(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_M)
    drag(window, (2, 3), (4, 4), (6, 5))


def test_mask_complete_look_apply_undo(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    before = page.drawing.rgba_HWC.copy()
    mask_rectangle(qtbot, window, drag)
    assert page.drawing.mask_HW.sum() == 5 * 3
    previewed: list[int] = []
    page.completion.updated.connect(lambda candidate: previewed.append(int(candidate.drawn_HW.sum())))
    complete(qtbot, window)
    assert {5, 10, 15} <= set(previewed), "candidates fill row by row"
    candidates = page.audition.strip.candidates
    assert len(candidates) == 8
    assert all(candidate.finished for candidate in candidates)

    qtbot.keyClick(page.canvas, Qt.Key.Key_PageDown)
    assert page.audition.strip.current is candidates[0]
    assert np.array_equal(page.drawing.rgba_HWC, before), "looking changes nothing"
    qtbot.keyClick(page.canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    mask = page.drawing.mask_HW
    assert (page.drawing.rgba_HWC[mask] == list(colour_of(candidates[1].seed))).all()
    assert np.array_equal(page.drawing.rgba_HWC[~mask], before[~mask]), "the rest stays to the bit"
    assert window.isWindowModified()

    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(page.drawing.rgba_HWC, before)
    assert page.drawing.mask_HW.any(), "one step: the mask stays"
    assert page.audition.strip.candidates == candidates
    assert not window.isWindowModified()


def test_nothing_selected_explains_itself(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert "Ctrl+A" in window.bar.text
    assert not window.page.completion.running


def test_stepping_wraps_through_the_original(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    strip = window.page.audition.strip
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_PageUp)
    assert strip.current is strip.candidates[-1]
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_PageDown)
    assert strip.current is None


def test_messages_about_candidates_never_widen_the_window(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    least = window.minimumSizeHint().width()
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_PageDown)
    assert window.minimumSizeHint().width() == least


def test_discard_star_and_the_next_set(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    strip, canvas = window.page.audition.strip, window.page.canvas
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    second = strip.candidates[1]
    qtbot.keyClick(canvas, Qt.Key.Key_Delete)
    assert len(strip.candidates) == 7
    assert strip.current is second
    qtbot.keyClick(canvas, Qt.Key.Key_Asterisk)
    assert second.starred
    complete(qtbot, window)
    assert len(strip.candidates) == 9
    assert second in strip.candidates, "starred ones stay"


def test_backslash_shows_the_original(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    qtbot.keyClick(page.canvas, Qt.Key.Key_PageDown)
    point = window.page.canvas.viewport.rect_of((4, 4, 5, 5)).center() + QPoint(2, 2)
    shown = page.canvas.grab().toImage().pixelColor(point)
    qtbot.keyPress(page.canvas, Qt.Key.Key_Backslash)
    original = page.canvas.grab().toImage().pixelColor(point)
    qtbot.keyRelease(page.canvas, Qt.Key.Key_Backslash)
    assert original != shown
    assert page.canvas.grab().toImage().pixelColor(point) == shown


def test_seed_is_locked_by_use_these_settings(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    first = page.audition.strip.candidates
    page.audition.strip.settings_asked.emit(first[3])
    complete(qtbot, window)
    second = page.audition.strip.candidates
    assert second[0].seed == first[3].seed
    assert second[0].recipe == first[3].recipe
    assert np.array_equal(second[0].rgba_HWC, first[3].rgba_HWC), "same seed, same pixels"


def test_seeds_change_from_press_to_press(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    first = window.page.audition.strip.candidates[0].seed
    complete(qtbot, window)
    assert window.page.audition.strip.candidates[0].seed != first


def test_candidates_keep_their_own_mask(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    qtbot.keyClick(page.canvas, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    qtbot.keyClick(page.canvas, Qt.Key.Key_B)
    drag(window, (0, 0), (0, 1))
    edited = page.drawing.rgba_HWC.copy()
    candidate = page.audition.strip.candidates[0]
    page.audition.apply_candidate(candidate)
    outside = ~candidate.mask_HW
    assert np.array_equal(page.drawing.rgba_HWC[outside], edited[outside])
    assert page.drawing.rgba_HWC[0, 0].tolist() == [0, 0, 0, 255]


def test_draw_from_nothing(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page.completion.ended, timeout=10_000):
        window.page.draw_from_nothing()
    assert window.page.drawing.shape == (16, 16)
    assert window.page.audition.strip.candidates[0].drawn_HW.all()


def test_cancel_takes_the_unfinished_away(qtbot: QtBot, make_window: Callable[..., MainWindow], drag: Drag) -> None:
    window = make_window("--hold", "5")
    mask_rectangle(qtbot, window, drag)
    with qtbot.waitSignal(window.page.completion.updated, timeout=10_000):
        window.page.complete()
    with qtbot.waitSignal(window.page.completion.ended, timeout=10_000):
        qtbot.keyClick(window.page.canvas, Qt.Key.Key_Escape)
    assert window.page.audition.strip.candidates == []
    assert not window.page.audition.next.isEnabled()
    assert "Cancelled" in window.bar.text


def test_cancel_keeps_the_candidates_from_before(
    qtbot: QtBot, make_window: Callable[..., MainWindow], drag: Drag
) -> None:
    window = make_window("--hold", "5", "--spare", "1")
    page, strip = window.page, window.page.audition.strip
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    first = strip.candidates
    with qtbot.waitSignal(page.completion.updated, timeout=10_000):
        page.complete()
    assert strip.candidates[8:] == first, "the new ones come before those there already"
    with qtbot.waitSignal(page.completion.ended, timeout=10_000):
        qtbot.keyClick(page.canvas, Qt.Key.Key_Escape)
    assert strip.candidates == first


def test_the_candidate_looked_at_stays_when_new_ones_are_drawn(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page, strip = window.page, window.page.audition.strip
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    with qtbot.waitSignal(page.completion.ended, timeout=10_000):
        page.complete()
        looked_at = strip.candidates[-1]
        strip.look_at(looked_at)
    assert strip.current is looked_at
    assert len(strip.candidates) == 9


def test_starred_candidates_stay_when_another_sprite_is_opened(
    qtbot: QtBot, window: MainWindow, drag: Drag, sprite_file: Path
) -> None:
    page, strip = window.page, window.page.audition.strip
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    qtbot.keyClick(page.canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Asterisk)
    starred = strip.current
    page.files.load(sprite_file)
    assert strip.candidates == [starred]
    assert strip.current is None


def test_starred_candidates_belong_to_the_project(
    qtbot: QtBot, window: MainWindow, drag: Drag, sprite_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, strip = window.page, window.page.audition.strip
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "hero.sprv"), ""))
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    with qtbot.waitSignal(page.files.saving.saved):
        page.files.saving.save_as_project()
    assert not page.drawing.dirty
    qtbot.keyClick(page.canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(page.canvas, Qt.Key.Key_Asterisk)
    starred = strip.current
    assert page.drawing.dirty
    with qtbot.waitSignal(page.files.saving.saved):
        page.files.saving.save()
    page.files.load(sprite_file)
    assert page.drawing.belongings.candidates == (), "it is another drawing's"
    page.files.load(tmp_path / "hero.sprv")
    assert not page.drawing.dirty
    (kept,) = strip.candidates
    assert (kept.seed, kept.recipe.temperature, kept.starred) == (starred.seed, starred.recipe.temperature, True)
    page.audition.apply_candidate(kept)
    assert np.array_equal(page.drawing.rgba_HWC, starred.over(read_sprite(sprite_file).rgba_HWC))


def test_an_error_stays_while_the_model_draws(
    qtbot: QtBot, make_window: Callable[..., MainWindow], drag: Drag, tmp_path: Path
) -> None:
    window = make_window("--hold", "5")
    page, bar = window.page, window.bar
    mask_rectangle(qtbot, window, drag)
    with qtbot.waitSignal(page.completion.updated, timeout=10_000):
        page.complete()
    page.files.load(tmp_path / "nowhere.png")
    error = bar.text
    assert "no file" in error
    page.completion.progressed.emit(Progress(done=1, total=2))
    assert bar.text == error
    with qtbot.waitSignal(page.completion.ended, timeout=10_000):
        page.completion.cancel()
    assert bar.text == error


def test_undo_in_a_stroke_takes_back_the_stroke_only(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page, canvas = window.page, window.page.canvas
    mask_rectangle(qtbot, window, drag)
    masked = page.drawing.mask_HW.copy()
    point = canvas.viewport.rect_of((8, 8, 9, 9)).center()
    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=point)
    assert not np.array_equal(page.drawing.mask_HW, masked)
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(page.drawing.mask_HW, masked)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=point)
    qtbot.keyClick(canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not page.drawing.mask_HW.any()


def test_applied_is_said_until_the_next_change(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    page = window.page
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    page.audition.apply_candidate(page.audition.strip.candidates[0])
    assert "Applied" in window.bar.text
    qtbot.keyClick(page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert window.bar.text == ""


def test_failure_is_shown_and_can_be_retried(qtbot: QtBot, make_window: Callable[..., MainWindow], drag: Drag) -> None:
    window = make_window("--fail", "resources")
    before = window.page.drawing.rgba_HWC.copy()
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    assert "fails as it was told" in window.bar.text
    assert window.page.audition.strip.candidates == []
    assert np.array_equal(window.page.drawing.rgba_HWC, before)
    with qtbot.waitSignal(window.page.completion.failed, timeout=10_000):
        window.bar.offer_button.click()


def test_killed_engine_comes_back(
    qtbot: QtBot, make_window: Callable[..., MainWindow], drag: Drag, tmp_path: Path
) -> None:
    window = make_window("--crash-once", str(tmp_path / "crashed"))
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    assert "stopped while it was drawing" in window.bar.text
    complete(qtbot, window)
    assert len(window.page.audition.strip.candidates) == 8


def test_keyboard_alone_can_mask_and_complete(qtbot: QtBot, window: MainWindow) -> None:
    page, canvas = window.page, window.page.canvas
    canvas.setFocus()
    qtbot.keyClick(canvas, Qt.Key.Key_M)
    qtbot.keyClick(canvas, Qt.Key.Key_Period)
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Down):
        qtbot.keyClick(canvas, key)
    qtbot.keyClick(canvas, Qt.Key.Key_Insert)
    assert page.drawing.mask_HW.sum() == 6
    complete(qtbot, window)
    qtbot.keyClick(canvas, Qt.Key.Key_PageDown)
    qtbot.keyClick(canvas, Qt.Key.Key_Return)
    assert page.drawing.dirty


def test_starred_candidate_of_another_size_is_refused(
    qtbot: QtBot, window: MainWindow, drag: Drag, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = window.page
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    page.drawing.resize(20, 20, "Canvas size")
    before = page.drawing.rgba_HWC.copy()
    page.audition.apply_candidate(page.audition.strip.candidates[0])
    assert "another canvas size" in window.bar.text
    assert np.array_equal(page.drawing.rgba_HWC, before)
    page.drawing.undo()
    page.audition.apply_candidate(page.audition.strip.candidates[0])
    assert page.drawing.dirty


def test_candidate_saved_as_png(
    qtbot: QtBot, window: MainWindow, drag: Drag, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    target = tmp_path / "one.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    candidate = window.page.audition.strip.candidates[2]
    window.page.audition.strip.save_asked.emit(candidate)
    assert np.array_equal(read_sprite(target).rgba_HWC, candidate.over(window.page.drawing.rgba_HWC))
    assert not window.page.drawing.dirty


def test_closing_asks_about_unsaved_changes(
    qtbot: QtBot, window: MainWindow, drag: Drag, monkeypatch: pytest.MonkeyPatch, sprite_file: Path
) -> None:
    answers = [QMessageBox.StandardButton.Cancel, QMessageBox.StandardButton.Save]
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answers.pop(0))
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_B)
    drag(window, (1, 1), (3, 1))
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()
    assert read_sprite(sprite_file).rgba_HWC[1, 2].tolist() == [0, 0, 0, 255]


def test_an_error_in_the_question_keeps_the_window(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_again: object) -> bool:
        raise RuntimeError("a defect")

    with monkeypatch.context() as patch:
        patch.setattr(window.page.files, "may_leave", fail)
        with pytest.raises(RuntimeError, match="a defect"):
            window.close()
    assert window.isVisible()


def test_applying_again_says_that_nothing_changed(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    mask_rectangle(qtbot, window, drag)
    complete(qtbot, window)
    candidate = window.page.audition.strip.candidates[0]
    window.page.audition.apply_candidate(candidate)
    assert "Ctrl+Z" in window.bar.text
    window.page.audition.apply_candidate(candidate)
    assert window.bar.text == "The sprite looks like this candidate already."


def test_all_remarks_of_the_engine_are_shown(qtbot: QtBot, window: MainWindow, drag: Drag) -> None:
    completion = window.page.completion
    mask_rectangle(qtbot, window, drag)
    for remark in ("The first.", "The second."):
        completion.began.connect(lambda _candidates, remark=remark: completion.logged.emit(remark))
    complete(qtbot, window)
    assert window.bar.text == "8 candidates. The first. The second."
