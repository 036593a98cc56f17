"""More like one sprite, children of two, sliders, and the colours that all are held to."""

from pathlib import Path

import numpy as np
import pytest
from board_window import COUNT, choose, colours_in, settle, sprites
from hands import press
from PySide6.QtWidgets import QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from app.pages.board_page import BoardPage
from app.widgets.exploring.name_dialog import DirectionNameDialog
from app.widgets.job_bar import JobBar
from genmodels.api.directions import load_directions
from genmodels.api.packs import read_card


def test_more_like_this_keeps_near_and_cross_asks_for_two(page: BoardPage, bar: JobBar, qtbot: QtBot) -> None:
    choose(page, 2)
    parent = sprites(page)[2]
    page.panel.show_radius(0.25)
    page._more.trigger()
    settle(page, qtbot)
    relatives = sprites(page)[COUNT:]
    assert len(relatives) == 8
    for one in relatives:
        assert np.linalg.norm(one.code.numbers) == pytest.approx(np.linalg.norm(parent.code.numbers))
        assert 0 < np.linalg.norm(np.subtract(one.code.numbers, parent.code.numbers)) < 2
    page._cross.trigger()
    assert "Choose two" in bar.text
    choose(page, 0, 2)
    page._cross.trigger()
    settle(page, qtbot)
    children = sprites(page)[COUNT + 8 :]
    both = [sprites(page)[at].code.numbers for at in (0, 2)]
    assert all(number in pair for number, *pair in zip(children[1].code.numbers, *both, strict=True))


def test_sprites_of_two_packs_cannot_be_crossed(page: BoardPage, bar: JobBar, qtbot: QtBot) -> None:
    page.top.picker.choose("cards")
    page.make_new()
    settle(page, qtbot)
    choose(page, 0, COUNT)
    page._cross.trigger()
    assert "different packs" in bar.text
    assert len(sprites(page)) == 2 * COUNT


def test_a_slider_moves_a_sprite_in_one_step_and_reset_brings_it_back(page: BoardPage, qtbot: QtBot) -> None:
    choose(page, 3)
    before = sprites(page)[3]
    slider = page.panel.sliders.rows[0].slider
    for value in (10, 20, 40):
        slider.setValue(value)
    slider.released.emit()
    settle(page, qtbot)
    moved = sprites(page)[3]
    assert moved.code.numbers[0] == pytest.approx(before.code.numbers[0] + 2.0)
    assert moved.picture != before.picture
    assert slider.value() == 40
    page.editing.steps.undo.trigger()
    assert sprites(page)[3] == before
    assert slider.value() == 0
    page.editing.steps.redo.trigger()
    press(page.panel, "Reset all")
    settle(page, qtbot)
    assert sprites(page)[3].picture == before.picture
    assert sprites(page)[3].moves == ()


def test_a_move_is_named_and_becomes_a_slider(
    page: BoardPage, packs: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(dialog: DirectionNameDialog) -> QDialog.DialogCode:
        dialog.field.setText("Rounder")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(DirectionNameDialog, "exec", answer)
    choose(page, 0)
    page.panel.sliders.rows[2].slider.setValue(20)
    settle(page, qtbot)
    press(page.panel, "Name this move…")
    [saved] = load_directions(read_card(packs / "balls"), 12)
    assert saved.vector == pytest.approx((0, 0, 1.0, *[0] * 9))
    assert page.panel.sliders.rows[-1].slider.heading.name == "Rounder"


def test_a_palette_holds_all_and_undo_frees_them(
    page: BoardPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = sprites(page)
    (tmp_path / "ink.hex").write_text("102030\n405060\n", encoding="utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "ink.hex"), ""))
    page.top.file_asked.emit()
    settle(page, qtbot)
    held = {(16, 32, 48, 255), (64, 80, 96, 255)}
    assert all(colours_in(one.picture) <= held for one in sprites(page))
    assert page.top._colours.currentText() == "ink.hex, 3 colours", "the third is transparency"
    page.make_new()
    settle(page, qtbot)
    assert all(colours_in(one.picture) <= held for one in sprites(page)[COUNT:])
    page.editing.steps.undo.trigger()
    page.editing.steps.undo.trigger()
    assert sprites(page) == before
    assert page.top._colours.currentText() == "chosen by the model"


def test_the_canvas_lends_its_colours_and_an_empty_one_is_told(
    page: BoardPage, rgba: np.ndarray, bar: JobBar, qtbot: QtBot
) -> None:
    page.sending.hold_to_sprite("nothing", np.zeros((4, 4, 4), np.uint8))
    assert "empty" in bar.text
    page.sending.hold_to_sprite("ball", rgba)
    settle(page, qtbot)
    own = {tuple(colour[:3]) for colour in rgba[rgba[..., 3] > 0].tolist()}
    assert all({colour[:3] for colour in colours_in(one.picture)} <= own for one in sprites(page))
    page.top.free_asked.emit()
    settle(page, qtbot)
    assert page.board.state.lock.colours == ()
