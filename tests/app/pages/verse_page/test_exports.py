"""What a poem becomes: text, Markdown, a PDF, a card with a sprite, and the clipboard."""

from pathlib import Path

import numpy as np
import pytest
from hands import press
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot
from verse_desk import CHINESE, PATIENCE_MS, texts, write_in

from app.pages.verse_page import VersePage
from app.widgets.job_bar import JobBar
from app.widgets.verse.card_dialog import PoemCardDialog


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))


def wait_for(path: Path, bar: JobBar, qtbot: QtBot) -> bytes:
    qtbot.waitUntil(lambda: bar.text == f"Saved {path.name}.", timeout=PATIENCE_MS)
    return path.read_bytes()


def test_text_and_markdown(
    page: VersePage, qtbot: QtBot, bar: JobBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.desk.entitle("Kettle", "title")
    choose(monkeypatch, tmp_path / "poem.txt")
    page.exports.export.trigger()
    assert wait_for(tmp_path / "poem.txt", bar, qtbot).decode() == "\n".join(["Kettle", "", *texts(page), ""])
    choose(monkeypatch, tmp_path / "poem", "Markdown (*.md)")
    page.exports.export.trigger()
    assert wait_for(tmp_path / "poem.md", bar, qtbot).decode().startswith("# Kettle\n\n")
    page.exports.copy.trigger()
    assert QGuiApplication.clipboard().text().splitlines()[2:] == texts(page)


def test_a_pdf_has_letters_of_both_languages(
    page: VersePage, qtbot: QtBot, bar: JobBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_in(page, 2, CHINESE[0])
    choose(monkeypatch, tmp_path / "poem.pdf")
    page.exports.export.trigger()
    data = wait_for(tmp_path / "poem.pdf", bar, qtbot)
    assert data.startswith(b"%PDF")
    assert b"/FontFile" in data, "letters stay letters"
    assert b"/Subtype /Image" not in data


def test_a_file_that_is_there_is_replaced_only_where_a_person_says_so(
    page: VersePage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "poem.txt").write_text("mine", encoding="utf-8")
    choose(monkeypatch, tmp_path / "poem", "Text (*.txt)")
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    page.exports.export.trigger()
    assert not page.exports._writing._under_way
    assert (tmp_path / "poem.txt").read_text(encoding="utf-8") == "mine"


def test_a_place_that_cannot_be_written_is_told(
    page: VersePage, qtbot: QtBot, bar: JobBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "nowhere" / "poem.txt")
    page.exports.export.trigger()
    qtbot.waitUntil(lambda: "cannot be written" in bar.text, timeout=PATIENCE_MS)


def test_a_card_has_the_sprite_in_whole_squares(
    page: VersePage, qtbot: QtBot, bar: JobBar, tmp_path: Path, rgba: np.ndarray, monkeypatch: pytest.MonkeyPatch
) -> None:
    with qtbot.waitSignal(page.canvas_asked):
        page.exports.card.trigger()
    page.exports.show_card(rgba)
    dialog = page.findChild(PoemCardDialog)
    light = dialog.image.copy()
    scale = 448 // 12
    left, top = 72, (light.height() - 12 * scale) // 2
    for x, y in ((4, 5), (4, 2), (2, 5)):
        square = light.copy(left + x * scale, top + y * scale, scale, scale)
        assert len({square.pixel(n, n) for n in range(scale)}) == 1
        if rgba[y, x, 3] == 255:
            assert square.pixelColor(0, 0).getRgb()[:3] == tuple(rgba[y, x, :3].tolist())
    dialog.dark.setChecked(True)
    assert dialog.image.pixelColor(1, 1).lightness() < light.pixelColor(1, 1).lightness()
    press(dialog, "Copy")
    assert QGuiApplication.clipboard().image().size() == dialog.image.size()
    choose(monkeypatch, tmp_path / "card.png")
    press(dialog, "Save…")
    wait_for(tmp_path / "card.png", bar, qtbot)
    assert QImage(str(tmp_path / "card.png")).size() == light.size()
    dialog.reject()


def test_an_empty_canvas_takes_no_room_on_a_card(page: VersePage, rgba: np.ndarray) -> None:
    page.exports.show_card(rgba)
    with_sprite = page.findChild(PoemCardDialog)
    page.exports.show_card(np.zeros_like(rgba))
    alone = page.findChildren(PoemCardDialog)[-1]
    assert with_sprite.image.width() - alone.image.width() == rgba.shape[1] * (448 // 12) + 64
    for dialog in (with_sprite, alone):
        dialog.reject()


def test_an_empty_desk_has_nothing_to_give(page: VersePage) -> None:
    page.editing.new.trigger()
    assert not any(one.isEnabled() for one in page.exports.actions())
