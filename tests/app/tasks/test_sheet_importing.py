"""Sheets cut into frames in the window."""

from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QDialogButtonBox, QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.widgets.importing.grid_dialog import GridDialog
from genmodels.media.artwork.flattening import flattened_frames
from genmodels.media.sheets.grid import Grid, Guess
from genmodels.media.sprite import Sprite, write_sprite

FINE = Grid(width=1, height=1)
OK = QDialogButtonBox.StandardButton.Ok


@pytest.fixture
def sheet(tmp_path: Path) -> Path:
    """Three 16×16 cells in a row, the middle one empty, a pixel between them."""
    rgba_HWC = np.zeros((16, 3 * 17 - 1, 4), np.uint8)
    rgba_HWC[2:14, 2:14] = (200, 30, 40, 255)
    rgba_HWC[4:12, 36:48] = (20, 90, 160, 255)
    path = tmp_path / "walk.png"
    write_sprite(path, Sprite(rgba_HWC=rgba_HWC))
    return path


def ask(qtbot: QtBot, window: MainWindow, path: Path, monkeypatch: pytest.MonkeyPatch) -> GridDialog:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(path), ""))
    window.page.importing.sheet.trigger()
    qtbot.waitUntil(lambda: bool(window.findChildren(GridDialog)))
    return window.findChildren(GridDialog)[-1]


def choose_cells(dialog: GridDialog) -> None:
    for field, value in ((dialog.cell_width, 16), (dialog.cell_height, 16), (dialog.gap_x, 1), (dialog.left, 0)):
        field.setValue(value)


def test_cells_become_a_new_sprite(
    qtbot: QtBot, window: MainWindow, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask(qtbot, window, sheet, monkeypatch)
    choose_cells(dialog)
    assert dialog.text == "3 cells"
    dialog.frame_ms.setValue(80)
    dialog.buttons.button(OK).click()
    qtbot.waitUntil(lambda: len(window.page.drawing.artwork.frames) == 2)
    artwork = window.page.drawing.artwork
    assert artwork.shape == (16, 16)
    assert [frame.duration_ms for frame in artwork.frames] == [80, 80]
    assert [frame[8, 8].tolist() for frame in flattened_frames(artwork)] == [[200, 30, 40, 255], [20, 90, 160, 255]]
    assert [tag.name for tag in artwork.tags] == ["walk"]


def test_cells_go_behind_the_frame_that_is_shown(
    qtbot: QtBot, window: MainWindow, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = window.page.drawing
    dialog = ask(qtbot, window, sheet, monkeypatch)
    choose_cells(dialog)
    dialog.behind.setChecked(True)
    dialog.skip_empty.setChecked(False)
    dialog.buttons.button(OK).click()
    qtbot.waitUntil(lambda: len(before.artwork.frames) == 4)
    assert window.page.drawing is before
    before.undo()
    assert len(before.artwork.frames) == 1, "one step"


def test_a_grid_without_cells_cannot_be_taken(
    qtbot: QtBot, window: MainWindow, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dialog = ask(qtbot, window, sheet, monkeypatch)
    dialog.left.setValue(49)
    dialog.cell_width.setValue(16)
    assert "No cell of 16×" in dialog.text
    assert not dialog.buttons.button(OK).isEnabled()


def test_a_size_on_the_way_to_another_costs_nothing(qtbot: QtBot) -> None:
    dialog = GridDialog("huge.png", QImage(4096, 4096, QImage.Format.Format_RGBA8888), Guess(grid=FINE, why=""))
    qtbot.addWidget(dialog)
    assert "too many" in dialog.text
    assert not dialog.buttons.button(OK).isEnabled()
    dialog.cell_width.setValue(64)
    dialog.cell_height.setValue(64)
    assert dialog.text == "4096 cells"
    assert dialog.buttons.button(OK).isEnabled()


def test_a_file_that_is_no_sheet_is_told(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bad = tmp_path / "notes.png"
    bad.write_text("no picture", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(bad), ""))
    window.page.importing.sheet.trigger()
    qtbot.waitUntil(lambda: "not an image" in window.bar.text)


def test_unsaved_changes_are_asked_about_before_a_new_sprite(
    qtbot: QtBot, window: MainWindow, sheet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, asked = window.page.drawing, []
    before.change(before.artwork.with_cel(before.layer, before.frame, before.artwork.cel(9, 9)), "Clear")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: asked.append(1) or QMessageBox.StandardButton.Cancel)
    dialog = ask(qtbot, window, sheet, monkeypatch)
    choose_cells(dialog)
    dialog.buttons.button(OK).click()
    qtbot.waitUntil(lambda: bool(asked))
    assert window.page.drawing is before
