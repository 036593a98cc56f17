"""The library page on packs on disk and a fake engine: nothing a person does there loses a pack."""

import json
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hands import drop, press
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from app.engine import Engine
from app.library import BrokenPack
from app.pages import library_page
from app.pages.library_page import LibraryPage
from app.widgets.job_bar import JobBar
from app.widgets.packs.pack_card import PackCardView
from app.widgets.packs.pack_preview import HEIGHT, PackPreview
from genmodels.api import own_packs, paths
from genmodels.api.packs import PREVIEW, WEIGHTS, find_packs, read_card
from genmodels.media.sprite import Sprite, write_sprite


@pytest.fixture
def page(
    qtbot: QtBot,
    packs: Path,
    tmp_path: Path,
    bar: JobBar,
    make_engine: Callable[..., Engine],
    monkeypatch: pytest.MonkeyPatch,
) -> LibraryPage:
    """The page with two own packs, one of them the engine's and one damaged, and one that ships."""
    monkeypatch.setattr(paths, "pack_roots", lambda: (packs, tmp_path / "shipped"))
    (tmp_path / "shipped").mkdir()
    (packs / "beta").rename(tmp_path / "shipped" / "starter")
    (packs / "broken").mkdir()
    (packs / "broken" / "pack.json").write_text("{", encoding="utf-8")
    page = LibraryPage(make_engine(), bar)
    qtbot.addWidget(page)
    page.resize(900, 600)
    page.show()
    qtbot.waitExposed(page)
    return page


def names(page: LibraryPage) -> list[str]:
    return [card.pack.folder.name for card in page.cards]


def card_of(page: LibraryPage, name: str) -> PackCardView:
    card = page.card_of(name)
    assert card is not None
    return card


def words(card: PackCardView) -> str:
    return "\n".join(line.text() for line in card.findChildren(QLabel))


def test_every_pack_has_a_card_that_says_what_it_is(page: LibraryPage) -> None:
    assert names(page) == ["alpha", "broken", "starter"]
    assert "yours" in words(card_of(page, "alpha"))
    assert "ships with Spriteverse" in words(card_of(page, "starter"))
    assert "dots" in words(card_of(page, "alpha"))
    assert "damaged" in words(card_of(page, "broken"))
    buttons = {name: [b.text() for b in card_of(page, name).findChildren(QPushButton)] for name in names(page)}
    assert buttons == {
        "alpha": ["Use", "Export…", "Edit card…", "Rename…", "Remove"],
        "broken": ["Remove"],
        "starter": ["Use", "Export…"],
    }


def test_use_names_the_folder(page: LibraryPage, packs: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.pack_asked) as caught:
        press(card_of(page, "alpha"), "Use")
    assert caught.args == [packs / "alpha"]


def test_a_removed_pack_comes_back_by_undo(page: LibraryPage, packs: Path, bar: JobBar, qtbot: QtBot) -> None:
    before = (packs / "alpha" / "pack.json").read_bytes()
    with qtbot.waitSignal(page.packs_changed):
        press(card_of(page, "alpha"), "Remove")
    assert names(page) == ["broken", "starter"]
    assert "Removed “Alpha”. The last 10" in bar.text
    with qtbot.waitSignal(page.packs_changed):
        bar.offer_button.click()
    assert names(page) == ["alpha", "broken", "starter"]
    assert (packs / "alpha" / "pack.json").read_bytes() == before


def test_a_damaged_pack_can_be_removed_and_brought_back(page: LibraryPage, bar: JobBar) -> None:
    press(card_of(page, "broken"), "Remove")
    assert names(page) == ["alpha", "starter"]
    bar.offer_button.click()
    assert isinstance(card_of(page, "broken").pack, BrokenPack)


def test_keys_do_what_the_buttons_do(page: LibraryPage, packs: Path, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitActive(page)
    card_of(page, "alpha").setFocus()
    with qtbot.waitSignal(page.pack_asked):
        qtbot.keyClick(card_of(page, "alpha"), Qt.Key.Key_Return)
    qtbot.keyClick(card_of(page, "alpha"), Qt.Key.Key_Down)
    assert card_of(page, "broken").hasFocus()
    qtbot.keyClick(card_of(page, "broken"), Qt.Key.Key_Delete)
    assert names(page) == ["alpha", "starter"]
    assert card_of(page, "starter").hasFocus()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_F2, Qt.Key.Key_Down):  # nothing of this for what ships
        qtbot.keyClick(card_of(page, "starter"), key)
    assert names(page) == ["alpha", "starter"]


def test_renaming_moves_the_folder_and_tells(page: LibraryPage, packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: library_page.NameDialog) -> QDialog.DialogCode:
        ok = dialog.findChildren(QPushButton)[0]
        allowed = []
        for text in ("alpha", "a/b", "starter", "broken", "gamma"):
            dialog.field.setText(text)
            allowed.append(ok.isEnabled())
        assert allowed == [False, False, False, False, True]
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(library_page.NameDialog, "exec", answer)
    told: list[object] = []
    page.pack_renamed.connect(lambda before, now: told.append((before, now)))
    page.packs_changed.connect(lambda: told.append("changed"))
    press(card_of(page, "alpha"), "Rename…")
    assert told == [("alpha", "gamma"), "changed"]
    assert names(page) == ["broken", "gamma", "starter"]
    assert read_card(packs / "gamma").name == "gamma"


def test_the_card_can_be_edited(page: LibraryPage, packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def answer(dialog: library_page.CardDialog) -> QDialog.DialogCode:
        dialog._title.setText("小怪")
        dialog._licence.setPlainText("CC0\n")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(library_page.CardDialog, "exec", answer)
    press(card_of(page, "alpha"), "Edit card…")
    card = read_card(packs / "alpha")
    assert (card.title, card.trained_on, card.licence) == ("小怪", "dots", "CC0")
    assert "小怪" in words(card_of(page, "alpha"))


def test_a_failure_is_told_and_changes_nothing(
    page: LibraryPage, packs: Path, bar: JobBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stuck(*_: object) -> None:
        raise PermissionError(13, "in use")

    monkeypatch.setattr(own_packs.shutil, "move", stuck)
    press(card_of(page, "alpha"), "Remove")
    assert "in use" in bar.text
    assert names(page) == ["alpha", "broken", "starter"]


def test_export_writes_a_file(
    page: LibraryPage,
    packs: Path,
    bar: JobBar,
    tmp_path: Path,
    tiny_pack: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tiny_pack_copy = packs / "tiny"
    tiny_pack_copy.mkdir()
    for file in tiny_pack.iterdir():
        (tiny_pack_copy / file.name).write_bytes(file.read_bytes())
    page.reload()
    taken = tmp_path / "out.svpack"
    taken.write_bytes(b"something else")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "out"), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    press(card_of(page, "tiny"), "Export…")
    assert taken.read_bytes() == b"something else"
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    press(card_of(page, "tiny"), "Export…")
    qtbot.waitUntil(lambda: "Exported out.svpack" in bar.text)
    assert taken.read_bytes().startswith(b"PK")
    (tiny_pack_copy / WEIGHTS).write_bytes(b"damaged")
    press(card_of(page, "tiny"), "Export…")
    qtbot.waitUntil(lambda: "not the ones its card names" in bar.text)
    assert taken.read_bytes().startswith(b"PK")
    assert sorted(path.name for path in tmp_path.glob("*out*")) == ["out.svpack"]


def test_dropped_files_are_imported_and_the_bad_one_is_told(
    page: LibraryPage, bar: JobBar, tmp_path: Path, packs: Path, qtbot: QtBot
) -> None:
    page.files._engine.start()
    for name in ("gift", "bad", "other"):
        (tmp_path / f"{name}.svpack").write_text("bad" if name == "bad" else name, encoding="utf-8")
    drop(page, *(tmp_path / f"{name}.svpack" for name in ("gift", "bad", "other")))
    qtbot.waitUntil(lambda: "bad.svpack" in bar.text and not bar.text.startswith("Importing"), timeout=10_000)
    assert "is damaged" in bar.text
    assert names(page) == ["alpha", "broken", "gift", "other", "starter"]
    drop(page, tmp_path / "gift.svpack")
    qtbot.waitUntil(lambda: "is in your library" in bar.text, timeout=10_000)
    assert find_packs(packs) == [packs / name for name in ("alpha", "broken", "gift", "other")]


def test_a_cancelled_import_says_so(page: LibraryPage, bar: JobBar, tmp_path: Path) -> None:
    (tmp_path / "gift.svpack").write_text("gift", encoding="utf-8")
    drop(page, tmp_path / "gift.svpack", tmp_path / "gift.svpack")  # the engine does not listen yet
    bar.cancelled.emit()
    assert bar.text == "Cancelled. Nothing was imported."
    assert names(page) == ["alpha", "broken", "starter"]


def test_a_preview_is_enlarged_by_a_whole_factor(qtbot: QtBot, tmp_path: Path) -> None:
    rgba_HWC = np.zeros((4, 8, 4), np.uint8)
    rgba_HWC[:, :4] = (255, 0, 0, 255)
    write_sprite(tmp_path / PREVIEW, Sprite(rgba_HWC=rgba_HWC))
    shown = PackPreview(tmp_path / PREVIEW)
    qtbot.addWidget(shown)
    picture = shown.grab().toImage()
    assert picture.pixelColor(127, HEIGHT - 1).getRgb() == (255, 0, 0, 255)
    assert picture.pixelColor(128, 0).getRgb() != (255, 0, 0, 255)


@pytest.mark.parametrize("data", [b"", b"no picture", b"\x89PNG\r\n\x1a\n" + bytes(50), bytes(5 << 20)])
def test_a_damaged_preview_says_that_there_is_none(data: bytes, qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / PREVIEW).write_bytes(data)
    shown = PackPreview(tmp_path / PREVIEW)
    qtbot.addWidget(shown)
    assert shown._image is None
    assert not shown.grab().isNull()


def test_hostile_words_are_shown_as_they_are(page: LibraryPage, packs: Path) -> None:
    card = packs / "alpha" / "pack.json"
    facts = json.loads(card.read_text(encoding="utf-8"))
    facts |= {"title": "<img src=x>", "trained_on": "<b>all</b>\n" * 100, "metrics": {"bits_per_hidden_pixel": 1}}
    card.write_text(json.dumps(facts), encoding="utf-8")
    page.reload()
    lines = card_of(page, "alpha").findChildren(QLabel)
    assert "<img src=x>" in [line.text() for line in lines]
    assert all(line.textFormat() == Qt.TextFormat.PlainText for line in lines)
    assert not any("<b>" in line.toolTip() for line in lines)
