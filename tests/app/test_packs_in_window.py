"""Packs that come, go and change their names show in every picker of the window at once."""

import json
import shutil
from pathlib import Path

import pytest
from hands import drop
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog
from pytestqt.qtbot import QtBot

from app.main_window import MainWindow
from app.places import Place
from app.widgets.drawing.pack_picker import PackPicker
from app.widgets.packs.card_dialog import NameDialog
from genmodels.api.own_packs import rename_pack
from genmodels.api.packs import CARD


def offered(window: MainWindow) -> list[str]:
    """Return the packs that the draw page offers, the chosen one first."""
    [picker] = window.page.findChildren(PackPicker)
    [box] = picker.findChildren(QComboBox)
    titles = [box.itemText(number) for number in range(box.count())]
    return [box.currentText(), *(title for title in titles if title != box.currentText())]


@pytest.fixture
def watching(window: MainWindow, qtbot: QtBot) -> MainWindow:
    """A window that watches the packs, as it does a moment after it was first painted."""
    qtbot.waitUntil(lambda: window._packs.is_watching)
    return window


def test_what_others_do_to_packs_shows_at_once(watching: MainWindow, packs: Path, home: Path, qtbot: QtBot) -> None:
    assert offered(watching) == ["Alpha", "Beta"]
    shutil.copytree(packs / "beta", home / "gamma").rename(packs / "gamma")
    rename_pack(packs / "beta", "delta")
    qtbot.waitUntil(lambda: len(offered(watching)) == 3)
    shutil.rmtree(packs / "gamma")
    qtbot.waitUntil(lambda: len(offered(watching)) == 2)


def test_the_draw_page_offers_only_packs_that_complete(
    watching: MainWindow, packs: Path, home: Path, qtbot: QtBot
) -> None:
    for name, family in (("moons", "image-vae"), ("gamma", "pixelrnn")):
        shutil.copytree(packs / "beta", home / name)
        card = (home / name / CARD).read_text(encoding="utf-8")
        card = card.replace("Beta", name.title()).replace("pixelrnn", family)
        (home / name / CARD).write_text(card, encoding="utf-8")
        (home / name).rename(packs / name)
    qtbot.waitUntil(lambda: len(offered(watching)) == 3)
    assert offered(watching) == ["Alpha", "Beta", "Gamma"]


def test_a_pack_is_used_on_the_page_of_its_family(watching: MainWindow, packs: Path, home: Path) -> None:
    card = json.loads((packs / "beta" / CARD).read_text(encoding="utf-8"))
    run = home / "runs" / "makers" / "pack"
    for folder, family in ((packs / "maker", "gan"), (packs / "moons", "image-vae"), (run, "gan")):
        folder.mkdir(parents=True)
        name = "makers" if folder == run else folder.name
        own = {"family": family, "name": name, "title": name.title(), "config": {"size": 16, "numbers": 8}}
        (folder / CARD).write_text(json.dumps(card | own), encoding="utf-8")
    for folder, title in ((packs / "maker", "Maker"), (run, "Makers, so far")):
        watching.use_pack(folder)
        board = watching.pages.board
        assert board is not None
        assert board.isVisible()
        assert board.top.picker.pack is not None
        assert (board.top.picker.pack.folder, board.top.picker.pack.card.title) == (folder, title)
    watching.use_pack(packs / "moons")
    assert watching.pages.morph is not None
    assert watching.pages.morph.isVisible()
    watching.use_pack(packs / "beta")
    assert watching.page.isVisible()


def test_a_renamed_pack_stays_chosen(watching: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    def answer(dialog: NameDialog) -> QDialog.DialogCode:
        dialog.field.setText("zeta")
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(NameDialog, "exec", answer)
    watching.page.panel.picker.choose("beta")
    watching.show_place(Place.LIBRARY)
    card = watching.pages.library.card_of("beta")
    qtbot.keyClick(card, Qt.Key.Key_F2)
    assert watching._settings.pack == "zeta"
    assert offered(watching) == ["Beta", "Alpha"]


def test_use_draws_with_the_pack(watching: MainWindow, qtbot: QtBot) -> None:
    watching.show_place(Place.LIBRARY)
    qtbot.keyClick(watching.pages.library.card_of("beta"), Qt.Key.Key_Return)
    assert offered(watching) == ["Beta", "Alpha"]
    assert watching.page.isVisible()


def test_a_pack_dropped_anywhere_is_imported(watching: MainWindow, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "gift.svpack").write_text("gift", encoding="utf-8")
    drop(watching, tmp_path / "gift.svpack")
    qtbot.waitUntil(lambda: "gift" in offered(watching), timeout=10_000)
    assert watching.pages.library.isVisible()
    assert "“gift” is in your library." in watching.bar.text
