"""Opening and saving, and every file that cannot be: a message, and the drawing as it was."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from hands import drop
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QMessageBox
from pytestqt.qtbot import QtBot

from app.document.raster import patch_of
from app.main_window import MainWindow
from app.settings import Settings
from app.widgets.drawing.size_dialog import SizeDialog
from genmodels.media.sprite import read_sprite


def save(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page.files.saving.saved):
        window.page.files.saving.save()


def hostile_png(path: Path) -> None:
    import struct
    import zlib

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", 20_000, 20_000, 8, 6, 0, 0, 0)
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b""))


def animated(path: Path) -> None:
    frames = [Image.new("RGBA", (8, 8), (40 * number, 0, 0, 255)) for number in range(3)]
    frames[0].save(path, format="GIF", save_all=True, append_images=frames[1:])


@pytest.mark.parametrize(
    ("make", "said"),
    [
        (lambda path: path.write_text("no picture"), "not an image"),
        (lambda path: path.write_bytes(b"\x89PNG\r\n\x1a\n" + b"\0" * 30), "x.png"),
        (hostile_png, "20000×20000"),
        (lambda path: None, "no file"),
        (lambda path: path.mkdir(), "cannot be read"),
    ],
)
def test_bad_files_are_explained(window: MainWindow, tmp_path: Path, make: Callable[[Path], object], said: str) -> None:
    before = window.page.drawing
    path = tmp_path / "x.png"
    make(path)
    assert not window.page.files.load(path)
    assert said in window.bar.text
    assert window.page.drawing is before


def test_an_animation_opens_with_its_frames(window: MainWindow, tmp_path: Path) -> None:
    animated(tmp_path / "walk.gif")
    assert window.page.files.load(tmp_path / "walk.gif")
    assert len(window.page.drawing.artwork.frames) == 3
    assert "walk.gif" in window.windowTitle()


def test_failed_save_keeps_drawing_and_file(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    page = window.page
    page.drawing.begin()
    page.drawing.paint(patch_of(np.ones(page.drawing.shape, bool)), (1, 2, 3, 255))
    page.drawing.commit("Fill")
    page.drawing.path = tmp_path / "gone" / "ball.png"
    page.files.saving.save()
    qtbot.waitUntil(lambda: "cannot be written" in window.bar.text)
    assert page.drawing.dirty


def test_indexed_sprites_stay_indexed(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    image = Image.new("P", (8, 8), 0)
    image.putpalette([0, 0, 0, 200, 30, 30, 30, 200, 30])
    image.putpixel((3, 3), 1)
    path = tmp_path / "indexed.png"
    image.save(path, transparency=0)
    assert window.page.files.load(path)
    drawing = window.page.drawing
    drawing.begin()
    where = np.zeros(drawing.shape, bool)
    where[0, 0] = True
    drawing.paint(patch_of(where), (30, 200, 30, 255))
    drawing.commit("Pencil")
    save(qtbot, window)
    saved = Image.open(path)
    assert saved.mode == "P"
    assert saved.getpixel((0, 0)) == 2
    assert saved.getpixel((3, 3)) == 1


def test_a_jpeg_is_saved_under_another_name(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Image.new("RGB", (8, 8), (9, 9, 9)).save(tmp_path / "photo.jpg")
    window.page.files.load(tmp_path / "photo.jpg")
    proposed: list[str] = []

    def ask(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return str(tmp_path / "photo2"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    save(qtbot, window)
    assert proposed == [str(tmp_path / "photo.png")]
    assert read_sprite(tmp_path / "photo2.png").width == 8


def test_dropping_a_file_opens_it(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "dropped.png"
    Image.new("RGBA", (9, 11), (1, 2, 3, 255)).save(path)
    drop(window.page, path)
    assert window.page.drawing.shape == (11, 9)
    assert "dropped.png" in window.windowTitle()


def test_recent_files_are_listed(window: MainWindow, sprite_file: Path, home: Path) -> None:
    menu = QMenu(window)
    window.page.files.fill(menu, Settings(home / "settings.ini").recent)
    assert [entry.text() for entry in menu.actions()] == [sprite_file.name]


def test_new_sprite_of_the_asked_size(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[tuple[int, int]] = []

    def accept(dialog: SizeDialog) -> QDialog.DialogCode:
        asked.append(dialog.sides())
        dialog._width.setValue(24)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SizeDialog, "exec", accept)
    window.page.new_sprite()
    assert asked == [(16, 16)], "the pack's size is proposed"
    assert window.page.drawing.shape == (16, 24)


def test_resize_is_one_undo_step(qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    def accept(dialog: SizeDialog) -> QDialog.DialogCode:
        dialog._height.setValue(20)
        return QDialog.DialogCode.Accepted

    monkeypatch.setattr(SizeDialog, "exec", accept)
    before = window.page.drawing.rgba_HWC.copy()
    qtbot.keyClick(
        window.page.canvas, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    )
    assert window.page.drawing.shape == (20, 10)
    assert np.array_equal(window.page.drawing.rgba_HWC[4:16], before)
    qtbot.keyClick(window.page.canvas, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert np.array_equal(window.page.drawing.rgba_HWC, before)


def test_samples_are_saved_under_another_name(
    qtbot: QtBot, window: MainWindow, sprite_file: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("genmodels.api.paths.assets", lambda: sprite_file.parent)
    proposed: list[str] = []

    def ask(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return str(tmp_path / "mine.png"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    before = sprite_file.read_bytes()
    page = window.page
    page.drawing.begin()
    page.drawing.paint(patch_of(np.ones(page.drawing.shape, bool)), (1, 2, 3, 255))
    page.drawing.commit("Fill")
    save(qtbot, window)
    assert proposed == ["ball.png"], "no folder of the program's own"
    assert sprite_file.read_bytes() == before
    assert (read_sprite(tmp_path / "mine.png").rgba_HWC == [1, 2, 3, 255]).all()


@pytest.mark.parametrize("answer", [QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No])
def test_a_name_completed_with_png_replaces_only_when_asked(
    qtbot: QtBot,
    window: MainWindow,
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    answer: QMessageBox.StandardButton,
) -> None:
    target = tmp_path / "taken.png"
    target.write_bytes(b"kept")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "taken"), ""))
    monkeypatch.setattr(QMessageBox, "question", lambda *_: answer)
    replaced = answer == QMessageBox.StandardButton.Yes
    saving = window.page.files.saving
    saving.save_as_png()
    assert saving.under_way is replaced
    qtbot.waitUntil(lambda: not saving.under_way)
    assert (target.read_bytes() != b"kept") is replaced
