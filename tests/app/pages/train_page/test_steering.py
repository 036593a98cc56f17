"""What a person asks of a training, and what becomes of one that fails or breaks off."""

from pathlib import Path

import pytest
from hands import button, shown
from PySide6.QtWidgets import QAbstractButton, QMessageBox
from pytestqt.qtbot import QtBot
from train_window import WAIT_MS, Make, checked, page_of, started, state, view_of

from app.main_window import Place
from app.runs import RunState


def test_pause_go_on_and_stop(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--steps", "5000")
    page = started(qtbot, window, pictures)
    view = view_of(window)
    button(view, "Pause").click()
    qtbot.waitUntil(lambda: state(page) is RunState.PAUSED, timeout=WAIT_MS)
    button(view, "Resume").click()
    qtbot.waitUntil(lambda: state(page) is RunState.TRAINING, timeout=WAIT_MS)
    button(view, "Stop").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)
    assert shown(view, "Use it on the Draw page")


def test_a_full_disk_says_so(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--full", "4")
    page = checked(qtbot, window, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.PAUSED, timeout=WAIT_MS)
    view = view_of(window)
    qtbot.waitUntil(lambda: "disk is full" in view._message.text(), timeout=WAIT_MS)
    button(view, "Resume").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)


def test_a_failure_says_what_to_do(qtbot: QtBot, make: Make, pictures: Path) -> None:
    window = make("--fail", "3")
    page = checked(qtbot, window, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FAILED, timeout=WAIT_MS)
    assert view_of(window)._message.text() == "The memory is full. Take a smaller batch."
    assert shown(view_of(window), "Resume")
    assert window.bar.text == "The memory is full. Take a smaller batch."
    window.show_place(Place.DRAW)
    button(window.bar, "Show").click()
    assert view_of(window).isVisible()


def test_what_broke_off_is_offered_at_the_next_start_and_resumed(qtbot: QtBot, make: Make, pictures: Path) -> None:
    first = make("--die", "7")
    page = checked(qtbot, first, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.INTERRUPTED, timeout=WAIT_MS)
    first.close()
    second = make()
    qtbot.waitUntil(lambda: second.notice is not None and second.notice.isVisible(), timeout=WAIT_MS)
    assert second.notice is not None
    assert second.notice.text == "The training “My-Balls” broke off before its end."
    button(second.notice, "Resume").click()
    assert not second.notice.isVisible()
    second.show_place(Place.TRAIN)
    qtbot.waitUntil(lambda: state(page_of(second)) is RunState.FINISHED, timeout=WAIT_MS)


@pytest.mark.parametrize(
    ("answer", "closes", "ends"),
    [("Keep training", True, False), ("Stop and save", True, True), ("Cancel", False, False)],
)
def test_closing_asks_while_a_training_goes_on(
    qtbot: QtBot, make: Make, pictures: Path, monkeypatch: pytest.MonkeyPatch, answer: str, closes: bool, ends: bool
) -> None:
    window = make("--steps", "5000")
    page = started(qtbot, window, pictures)
    chosen: list[QAbstractButton] = []
    monkeypatch.setattr(
        QMessageBox,
        "exec",
        lambda box: chosen.extend(one for one in box.buttons() if one.text().replace("&", "") == answer),
    )
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: chosen[0])
    assert window.close() is closes
    if not ends:
        assert state(page) is RunState.TRAINING
        page._steering.stop_now(page._runs.cards[0].folder)
        qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)
    qtbot.waitUntil(lambda: state(page) in (RunState.FINISHED, RunState.STOPPED), timeout=WAIT_MS)
    window.close()


def test_a_run_is_deleted_after_a_question_only(
    qtbot: QtBot, make: Make, pictures: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make()
    page = checked(qtbot, window, pictures)
    button(page.choices, "Start training").click()
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)
    folder, answers = page._runs.cards[0].folder, ["Cancel", "Delete"]
    chosen: list[QAbstractButton] = []

    def answer(box: QMessageBox) -> None:
        wanted = answers.pop(0)
        chosen[:] = [one for one in box.buttons() if one.text().replace("&", "") == wanted]

    monkeypatch.setattr(QMessageBox, "exec", answer)
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: chosen[0])
    button(view_of(window), "Delete…").click()
    assert folder.exists()
    button(view_of(window), "Delete…").click()
    assert not folder.exists()
    assert page.list.count() == 0
    assert page.choices.isVisible(), "back at the training to come"
