"""New sprites on the board: they show as they come, can be cancelled, and a seed brings one back."""

from collections.abc import Callable
from pathlib import Path

from board_window import COUNT, PATIENCE_MS, choose, settle, sprites
from hands import press, sent
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from app.document.board import Fresh
from app.pages.board_page import BoardPage
from app.widgets.job_bar import JobBar
from genmodels.api.messages import Prior


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
    with qtbot.waitSignal(page.making.drawing.drawn, timeout=PATIENCE_MS):
        page.make_new()
    came = sprites(page)
    assert 0 < len(came) < COUNT
    page.editing.steps.undo.trigger()
    assert not page.making.drawing.running
    assert sprites(page) == []
    page.editing.steps.redo.trigger()
    assert sprites(page) == came


def test_new_sprites_have_the_tag_that_is_chosen(page: BoardPage, record: Path, qtbot: QtBot) -> None:
    tag = page.top._tag
    assert not tag.isVisible(), "this pack knows none"
    page.top.picker.choose("cards")
    assert tag.isVisible()
    tag.show_tag("water")
    page.make_new()
    settle(page, qtbot)
    assert {one["tag"] for one in sent(record, "sample")[2:]} == {"water"}
    assert {one.code.tag for one in sprites(page)[COUNT:]} == {"water"}
    tag.show_tag("ghost")
    choose(page, COUNT)
    page._settings_of.trigger()
    assert page.top.tag == "water"
    page.top.picker.choose("balls")
    assert page.top.tag == ""


def test_a_pack_that_makes_sprites_comes_first_and_has_no_mixture_to_draw_from(
    show_page: Callable[..., BoardPage], add_image_pack: Callable[..., Path], qtbot: QtBot, bar: JobBar
) -> None:
    add_image_pack("balls", size=64)
    card = add_image_pack("maker") / "pack.json"
    card.write_text(card.read_text(encoding="utf-8").replace("image-vae", "gan"), encoding="utf-8")
    page = show_page(BoardPage)
    assert page.top.picker.pack.folder.name == "maker"
    assert not page.top._prior.isVisible()
    QGuiApplication.clipboard().setText("77")
    page.sending.paste.trigger()
    settle(page, qtbot)
    [sprite] = sprites(page)
    assert sprite.fresh == Fresh(seed=77, prior=Prior.NORMAL, variety=page.top.variety)
    assert bar.text.startswith("1 new sprite.")
    assert not page.top.seed.locked, "what is pasted once is not drawn at every press"
    page.top.picker.choose("balls")
    assert page.top._prior.isVisible()
    assert page.top.prior is Prior.MIXTURE
