"""The board on a fake engine: what a person can do there, with keys, and that nothing is lost."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hands import press, sent
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from app.document.board import BoardSprite
from app.document.board_file import load_board
from app.pages.board_page import BoardPage
from app.settings import Settings
from app.widgets.board.sprite_card import SpriteCard
from app.widgets.exploring.name_dialog import DirectionNameDialog
from app.widgets.job_bar import JobBar
from genmodels.api.directions import load_directions
from genmodels.api.messages import Likeness, Originality
from genmodels.api.packs import read_card
from genmodels.media.sprite import decode_png, read_sprite

PATIENCE_MS, COUNT = 10_000, 12
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def make_page(show_page: Callable[..., BoardPage], add_image_pack: Callable[..., Path]) -> Callable[..., BoardPage]:
    """Make pages with two packs, or without any."""

    def make(*flags: str, any_: bool = True) -> BoardPage:
        if any_:
            add_image_pack("balls", tells_originality=True)
            add_image_pack("cards", numbers=20)
        page = show_page(BoardPage, *flags)
        page.top.count.setValue(COUNT)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[..., BoardPage], qtbot: QtBot) -> BoardPage:
    """A board of a dozen sprites."""
    page = make_page()
    page.make_new()
    settle(page, qtbot)
    return page


def settle(page: BoardPage, qtbot: QtBot) -> None:
    """Wait until all that was asked for is drawn."""

    def still() -> bool:
        return not (page.making.drawing.running or page.sliding.running or page.walking.running)

    qtbot.waitUntil(still, timeout=PATIENCE_MS)


def sprites(page: BoardPage) -> list[BoardSprite]:
    return [*page.board.state.sprites]


def choose(page: BoardPage, *places: int) -> None:
    page.grid.choose([sprites(page)[place] for place in places])


def colours_in(picture: str) -> set[tuple[int, ...]]:
    rgba_HWC = decode_png(picture).rgba_HWC
    return {tuple(colour) for colour in rgba_HWC[rgba_HWC[..., 3] > 0].tolist()}


# New sprites


def test_without_a_pack_it_says_how_to_get_one(make_page: Callable[..., BoardPage], qtbot: QtBot) -> None:
    page = make_page(any_=False)
    assert page.hint.isVisible()
    with qtbot.waitSignal(page.train_asked):
        press(page, "Go to the Train page")
    page.make_new()
    assert not page.making.drawing.running


def test_space_draws_new_sprites_and_more_on_every_press(
    make_page: Callable[..., BoardPage], qtbot: QtBot, bar: JobBar
) -> None:
    page = make_page()
    press(page.hint, "New sprites")
    settle(page, qtbot)
    assert bar.text.startswith(f"{COUNT} new sprites.")
    first = sprites(page)
    assert [one.fresh.seed - first[0].fresh.seed for one in first] == list(range(COUNT))
    assert page.grid.isVisible()
    qtbot.keyClick(page.grid, Qt.Key.Key_Space)
    settle(page, qtbot)
    assert sprites(page)[:COUNT] == first
    assert len(sprites(page)) == 2 * COUNT
    page.editing.steps.undo.trigger()
    assert sprites(page) == first, "a press is one step"
    page.editing.steps.undo.trigger()
    assert page.hint.isVisible()
    page.editing.steps.redo.trigger()
    assert sprites(page) == first


def test_sprites_show_as_they_are_made_and_cancel_takes_unfinished_ones_away(
    make_page: Callable[..., BoardPage], qtbot: QtBot
) -> None:
    page = make_page("--hold", "5", "--row-ms", "1")
    page.make_new()
    qtbot.waitUntil(lambda: len([p for p in page.making.drawing.pending if p.picture]) == 4, timeout=PATIENCE_MS)
    assert page.grid.sprites.rowCount() == COUNT
    assert not page.grid.sprites.image_at(page.grid.sprites.index(3)).isNull()
    assert page.strip.text == f"0 sprites · {COUNT} to come"
    page._escape.trigger()
    settle(page, qtbot)
    assert page.grid.sprites.rowCount() == 0


def test_leaving_the_page_frees_the_engine_and_coming_back_goes_on(
    make_page: Callable[..., BoardPage], qtbot: QtBot, record: Path
) -> None:
    page = make_page("--row-ms", "20")
    page.make_new()
    qtbot.waitUntil(lambda: any(one.picture for one in page.making.drawing.pending), timeout=PATIENCE_MS)
    page.hide()
    qtbot.waitUntil(lambda: len(sent(record, "cancel")) == 2, timeout=PATIENCE_MS)
    assert sprites(page) == []
    page.show()
    settle(page, qtbot)
    assert len(sprites(page)) == COUNT


def test_a_seed_draws_the_same_again_and_settings_come_back(page: BoardPage, qtbot: QtBot) -> None:
    choose(page, 5)
    wanted = sprites(page)[5]
    page.top.picker.choose("cards")
    page._settings_of.trigger()
    assert page.top.picker.pack.folder.name == "balls"
    page.make_new()
    settle(page, qtbot)
    again = sprites(page)[COUNT]
    assert (again.fresh, again.picture) == (wanted.fresh, wanted.picture)


def test_a_failure_is_told_and_retry_draws_them(
    make_page: Callable[..., BoardPage], bar: JobBar, home: Path, qtbot: QtBot
) -> None:
    page = make_page("--crash-once", str(home / "crashed"))
    page.make_new()
    qtbot.waitUntil(lambda: bar.offer_button.text() == "Retry", timeout=PATIENCE_MS)
    assert sprites(page) == []
    bar.offer_button.click()
    settle(page, qtbot)
    assert len(sprites(page)) == COUNT


def test_undo_while_sprites_come_ends_them_so_that_redo_stays(
    make_page: Callable[..., BoardPage], qtbot: QtBot
) -> None:
    page = make_page("--row-ms", "20")
    page.make_new()
    qtbot.waitUntil(lambda: 0 < len(sprites(page)) < COUNT, timeout=PATIENCE_MS)
    came = sprites(page)
    page.editing.steps.undo.trigger()
    assert not page.making.drawing.running
    assert sprites(page) == []
    page.editing.steps.redo.trigger()
    assert sprites(page) == came


# Choosing, starring, discarding


def test_stars_and_discards_by_keys_can_be_undone(page: BoardPage) -> None:
    all_ = sprites(page)
    choose(page, 1, 3)
    page.editing.star.trigger()
    assert page.board.state.stars == (all_[1].number, all_[3].number)
    page.editing.discard.trigger()
    assert sprites(page) == [one for one in all_ if one not in (all_[1], all_[3])]
    assert page.grid.current is not None, "what stands there now is chosen"
    page.editing.steps.undo.trigger()
    assert sprites(page) == all_
    page.editing.only_starred.trigger()
    assert [row.number for row in page.grid.sprites.rows] == [all_[1].number, all_[3].number]
    page.make_new()
    assert not page.editing.only_starred.isChecked(), "new ones are to be seen"


def test_a_choice_outlives_what_comes_and_goes(page: BoardPage, qtbot: QtBot) -> None:
    choose(page, 4, 6)
    wanted = page.grid.selected
    page.make_new()
    settle(page, qtbot)
    assert page.grid.selected == wanted
    qtbot.keyClick(page.grid, Qt.Key.Key_Right)
    assert page.grid.selected == [sprites(page)[7]]
    qtbot.keyClick(page.grid, Qt.Key.Key_A, CONTROL)
    assert len(page.grid.selected) == 2 * COUNT


# Relatives and sliders


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


# Palettes


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


# To other places


def test_copied_recipes_bring_sprites_back(page: BoardPage, qtbot: QtBot, bar: JobBar) -> None:
    choose(page, 1, 2)
    page.panel.sliders.rows[0].slider.setValue(20)
    settle(page, qtbot)
    wanted = page.grid.selected
    page.sending.copy.trigger()
    page.board.discard({one.number for one in wanted}, "discard")
    page.sending.paste.trigger()
    settle(page, qtbot)
    back = sprites(page)[-2:]
    assert [one.picture for one in back] == [one.picture for one in wanted]
    assert [one.fresh for one in back] == [one.recipe.fresh for one in wanted]
    QGuiApplication.clipboard().setText("77")
    page.sending.paste.trigger()
    settle(page, qtbot)
    assert sprites(page)[-1].fresh.seed == 77
    for text, words in (("hello", "no code"), ('{"spriteverse_code": 1, "pack": "gone", "numbers": [1]}', "“gone”")):
        QGuiApplication.clipboard().setText(text)
        page.sending.paste.trigger()
        assert words in bar.text


def test_sprites_go_to_other_pages_and_to_files(
    page: BoardPage, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, bar: JobBar
) -> None:
    choose(page, 0, 1, 2)
    with qtbot.waitSignal(page.sending.frame_asked) as caught:
        page.sending.draw.trigger()
    assert (caught.args[0] == decode_png(page.grid.current.picture).rgba_HWC).all()
    with qtbot.waitSignal(page.sending.morph_asked) as caught:
        page.sending.morph.trigger()
    assert len(caught.args[0]) == 3
    with qtbot.waitSignal(page.sending.explore_asked) as caught:
        page.sending.explore.trigger()
    assert caught.args[0] == page.grid.current
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "sheet.png"), ""))
    page.sending.sheet.trigger()
    qtbot.waitUntil(lambda: bar.text.startswith("Saved sheet.png"), timeout=PATIENCE_MS)
    assert read_sprite(tmp_path / "sheet.png").rgba_HWC.shape[:2] == (12, 36)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    page.sending.pictures.trigger()
    qtbot.waitUntil(lambda: "3 files" in bar.text, timeout=PATIENCE_MS)
    assert len([*tmp_path.glob("sprites-*.png")]) == 3


# The walk


def test_a_walk_goes_through_the_stars_in_an_order_of_their_own(page: BoardPage, qtbot: QtBot) -> None:
    choose(page, 4, 1, 7)
    page.editing.star.trigger()
    page._walk.trigger()
    settle(page, qtbot)
    walk = page.walking.walk
    assert walk.final
    assert len(walk.frames) == 17
    assert [key.name for key in walk.row] == [str(sprites(page)[at].fresh.seed) for at in (1, 4, 7)]
    for number, at in ((0, 1), (8, 4), (16, 7)):
        assert (walk.frames[number] == decode_png(sprites(page)[at].picture).rgba_HWC).all()
    tiles = page.walking.view.row.tiles
    qtbot.keyClick(tiles[0], Qt.Key.Key_Right, CONTROL)
    settle(page, qtbot)
    assert (walk.frames[0] == decode_png(sprites(page)[4].picture).rgba_HWC).all()
    qtbot.keyClick(page.walking.view.row.tiles[0], Qt.Key.Key_Delete)
    settle(page, qtbot)
    assert len(walk.frames) == 9
    page.editing.steps.undo.trigger()
    page.editing.steps.undo.trigger()
    settle(page, qtbot)
    assert [key.name for key in walk.row] == [str(sprites(page)[at].fresh.seed) for at in (1, 4, 7)]
    page._escape.trigger()
    assert page.grid.isVisible()


def test_a_walk_is_exported_and_leaves_other_packs_out(
    page: BoardPage, tmp_path: Path, qtbot: QtBot, bar: JobBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.top.picker.choose("cards")
    page.make_new()
    settle(page, qtbot)
    choose(page, 0, 1, COUNT)
    page.editing.star.trigger()
    page._walk.trigger()
    settle(page, qtbot)
    assert "1 of other packs" in page.walking.view.row.remark
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "walk.gif"), ""))
    page.walking.exports.animation.trigger()
    qtbot.waitUntil(lambda: bar.text.startswith("Saved walk.gif"), timeout=PATIENCE_MS)
    assert (tmp_path / "walk.gif").stat().st_size > 0
    with qtbot.waitSignal(page.walking.frame_asked):
        page.walking.exports.draw.trigger()


def test_one_star_is_no_walk_and_keys_play_one(page: BoardPage, qtbot: QtBot) -> None:
    choose(page, 0)
    page.editing.star.trigger()
    page._walk.trigger()
    assert "Star two" in page.walking.view.hint
    page._walk.trigger()
    choose(page, 3)
    page.editing.star.trigger()
    page._walk.trigger()
    settle(page, qtbot)
    qtbot.keyClick(page, Qt.Key.Key_Space)
    assert page.walking.view.player.transport.playing
    page.hide()
    assert not page.walking.view.player.transport.playing


# Is it new?


def test_badges_tell_in_words_and_the_card_shows_the_nearest(page: BoardPage, qtbot: QtBot) -> None:
    words = {Originality.NEW: "new", Originality.RELATIVE: "relative", Originality.COPY: "copy"}
    kinds = {one.likeness.originality for one in sprites(page) if isinstance(one.likeness, Likeness)}
    assert kinds
    for at, one in enumerate(sprites(page)):
        told = page.grid.sprites.data(page.grid.sprites.index(at), Qt.ItemDataRole.AccessibleTextRole)
        assert words[one.likeness.originality] in told
    choose(page, 0)
    qtbot.keyClick(page.grid, Qt.Key.Key_Return)
    [card] = page.findChildren(SpriteCard)
    assert "ball-1" in card.story.text()
    card.close()


def test_without_likenesses_there_is_no_badge(make_page: Callable[..., BoardPage], qtbot: QtBot) -> None:
    page = make_page()
    page.top.picker.choose("cards")
    page.make_new()
    settle(page, qtbot)
    assert all(one.likeness is None for one in sprites(page))
    choose(page, 0)
    assert not page.panel._badge.isVisible()
    page._about.trigger()
    [card] = page.findChildren(SpriteCard)
    assert not card.story.isVisible()
    card.close()


# All


def test_every_part_has_a_name_for_screen_readers(page: BoardPage) -> None:
    buttons = [one for one in page.findChildren(QAbstractButton) if one.isVisible()]
    assert all(button.accessibleName() or button.text() for button in buttons)
    assert page.grid.accessibleName()


def test_choices_are_remembered(page: BoardPage, home: Path, bar: JobBar, qtbot: QtBot) -> None:
    page.panel.show_radius(1.2)
    page.grid.step_zoom(1)
    page.top.picker.choose("cards")
    again = BoardPage(page._engine, Settings(home / "settings.ini"), bar)
    qtbot.addWidget(again)
    assert again.panel.radius == pytest.approx(1.2)
    assert again.grid.zoom == 4
    assert again.top.picker.pack.folder.name == "cards"


def test_the_board_is_there_again_in_another_window(page: BoardPage, home: Path, bar: JobBar, qtbot: QtBot) -> None:
    choose(page, 2)
    page.editing.star.trigger()
    page.hide()
    qtbot.waitUntil(lambda: load_board() == page.board.state, timeout=PATIENCE_MS)
    again = BoardPage(page._engine, Settings(home / "settings.ini"), bar)
    qtbot.addWidget(again)
    assert again.board.state == page.board.state
    assert again.board.next_number() > max(one.number for one in sprites(page))


def test_a_damaged_board_is_told_and_not_written_over(
    make_page: Callable[..., BoardPage], home: Path, bar: JobBar, qtbot: QtBot
) -> None:
    home.mkdir(exist_ok=True)
    (home / "board.json").write_text("{", encoding="utf-8")
    page = make_page()
    assert "cannot be read" in bar.text
    page.make_new()
    settle(page, qtbot)
    page.hide()
    assert (home / "board.json").read_text(encoding="utf-8") == "{"
