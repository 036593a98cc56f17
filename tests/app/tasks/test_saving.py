"""Projects saved and opened in the window: off its thread, with the right title and question, and nothing lost."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from threading import Event

import numpy as np
import pytest
from PySide6.QtWidgets import QFileDialog, QMessageBox
from pytestqt.qtbot import QtBot

from app.document.drawing import Drawing
from app.document.exports import kept_sheet, with_sheet
from app.document.opening import open_file
from app.document.project import writing
from app.document.project.content import SUFFIX
from app.document.raster import patch_of
from app.main_window import MainWindow
from app.tasks.saving import PROJECT
from genmodels.media.artwork.layering import add_layer
from genmodels.media.sheets.settings import SheetSettings
from genmodels.media.sprite import read_sprite

BUTTONS = QMessageBox.StandardButton


def paint(drawing: Drawing, value: int) -> None:
    drawing.begin()
    drawing.paint(patch_of(np.ones(drawing.shape, bool)), (value, 2, 3, 255))
    drawing.commit("Fill")


def add(drawing: Drawing) -> None:
    artwork, layer = add_layer(drawing.artwork, "Ink")
    drawing.change(artwork, "New layer", layer=layer)


def choose(monkeypatch: pytest.MonkeyPatch, file: Path) -> list[str]:
    """Answer the dialog for a file's name; returns what it proposes."""
    proposed: list[str] = []

    def ask(_parent: object, _title: str, path: str, _kinds: str) -> tuple[str, str]:
        proposed.append(path)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    return proposed


def save(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.page.files.saving.saved):
        window.page.files.saving.save()


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Event:
    """Hold back every project that is written until it is set."""
    go, real = Event(), writing.write_checked

    def wait(path: Path, data: bytes, is_right: Callable[[bytes], bool]) -> None:
        assert go.wait(10)
        real(path, data, is_right)

    monkeypatch.setattr(writing, "write_checked", wait)
    return go


@pytest.fixture
def project(qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project in the window, saved a moment ago."""
    path = tmp_path / "hero.sprv"
    choose(monkeypatch, path)
    add(window.page.drawing)
    paint(window.page.drawing, 1)
    with qtbot.waitSignal(window.page.files.saving.saved):
        window.page.files.saving.save_as_project()
    return path


def test_a_project_is_saved_and_opened_with_its_steps(qtbot: QtBot, window: MainWindow, project: Path) -> None:
    page = window.page
    assert "hero.sprv" in window.windowTitle()
    assert not window.isWindowModified()
    paint(page.drawing, 9)
    assert window.isWindowModified()
    save(qtbot, window)
    shown = page.drawing.rgba_HWC.copy()
    page.files.load(project)
    assert np.array_equal(page.drawing.rgba_HWC, shown)
    assert [one.text for one in page.drawing.history.done] == ["New layer", "Fill", "Fill"]
    page.drawing.undo()
    assert page.drawing.rgba_HWC[0, 0, 0] == 1
    assert window.isWindowModified()


def test_a_drawing_without_a_file_becomes_a_project(
    qtbot: QtBot, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    proposed = choose(monkeypatch, tmp_path / "new")
    window.page.files.take(np.full((4, 4, 4), 255, np.uint8), "one")
    save(qtbot, window)
    assert proposed == ["sprite.sprv"]
    assert window.page.drawing.path == tmp_path / "new.sprv"


def test_changes_made_while_it_is_saved_are_still_to_be_saved(
    qtbot: QtBot, window: MainWindow, project: Path, held: Event
) -> None:
    page = window.page
    paint(page.drawing, 7)
    page.files.saving.save()
    paint(page.drawing, 8)
    with qtbot.waitSignal(page.files.saving.saved):
        held.set()
    assert page.drawing.dirty
    assert window.isWindowModified()
    page.drawing.undo()
    assert not page.drawing.dirty, "that is what was saved"


def test_the_window_closes_when_a_save_under_way_is_done(
    qtbot: QtBot, window: MainWindow, project: Path, held: Event
) -> None:
    paint(window.page.drawing, 7)
    window.page.files.saving.save()
    assert not window.close()
    with qtbot.waitSignal(window.closed):
        held.set()


def test_a_save_that_fails_keeps_the_window_and_the_old_file(
    qtbot: QtBot, window: MainWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = project.read_bytes()
    paint(window.page.drawing, 7)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: BUTTONS.Save)
    real = Path.read_bytes
    monkeypatch.setattr(Path, "read_bytes", lambda self: real(self)[:-1])
    window.close()
    qtbot.waitUntil(lambda: "came back from the disk changed" in window.bar.text)
    monkeypatch.undo()
    assert window.isVisible()
    assert window.page.drawing.dirty
    assert project.read_bytes() == before


def test_a_png_that_gained_layers_asks_before_they_are_lost(
    qtbot: QtBot, window: MainWindow, sprite_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page, asked = window.page, []
    before = sprite_file.read_bytes()
    add(page.drawing)
    paint(page.drawing, 5)
    answers = ["Cancel", "Save what is seen"]

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        text = answers.pop(0)
        next(one for one in box.buttons() if one.text().replace("&", "") == text).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    page.files.saving.save()
    assert not page.files.saving.under_way
    assert sprite_file.read_bytes() == before
    save(qtbot, window)
    assert all("ball.png" in text for text in asked)
    assert (read_sprite(sprite_file).rgba_HWC == (5, 2, 3, 255)).all()
    paint(page.drawing, 6)
    save(qtbot, window)
    assert len(asked) == 2, "it was said once that a PNG is enough"


def test_a_png_of_layers_is_a_copy(
    qtbot: QtBot, window: MainWindow, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    paint(window.page.drawing, 4)
    choose(monkeypatch, tmp_path / "flat.png")
    with qtbot.waitSignal(window.page.files.saving.saved):
        window.page.files.saving.save_as_png()
    assert window.page.drawing.path == project
    assert window.page.drawing.dirty
    assert "what is seen of this frame" in window.bar.text
    assert read_sprite(tmp_path / "flat.png").rgba_HWC[0, 0, 0] == 4


def test_what_is_lost_of_a_damaged_project_is_told(
    qtbot: QtBot, window: MainWindow, project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = bytearray(project.read_bytes())
    at = data.index(b"IDAT", data.index(b"cels/0.png"))
    data[at + 8] ^= 0xFF
    project.write_bytes(data)
    window.page.files.load(project)
    assert "left empty" in window.bar.text
    assert "hero.sprv (recovered)" in window.windowTitle()
    proposed = choose(monkeypatch, project.with_name("mended.sprv"))
    save(qtbot, window)
    assert proposed == [str(project)]
    assert "mended.sprv" in window.windowTitle()


def test_what_belongs_to_a_drawing_is_to_be_saved_too(window: MainWindow, project: Path) -> None:
    drawing = window.page.drawing
    drawing.keep(replace(drawing.belongings, export={"columns": 4}))
    assert window.isWindowModified()


def test_one_suffix() -> None:
    assert PROJECT == SUFFIX


def test_exports_are_found_from_where_a_project_is_saved_to(
    qtbot: QtBot, window: MainWindow, project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    drawing, there = window.page.drawing, tmp_path / "deeper" / "hero.sprv"
    there.parent.mkdir()
    drawing.keep(with_sheet(drawing.belongings, SheetSettings(file="out/hero.png")))
    choose(monkeypatch, there)
    with qtbot.waitSignal(window.page.files.saving.saved):
        window.page.files.saving.save_as_project()
    assert not drawing.dirty
    for one in (drawing, open_file(there)[0]):
        settings = kept_sheet(one.belongings.export)
        assert settings is not None
        assert settings.file == "../out/hero.png"
        assert settings.sheet_file(there) == tmp_path / "out" / "hero.png"
