"""Animations and pictures exported from the window."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from sheet_pictures import walker

from app.document.drawing import Drawing
from app.document.exports import kept_picture
from app.tasks.exporting import Exporting
from app.widgets.export.picture_dialog import PictureDialog
from app.widgets.job_bar import JobBar
from genmodels.media.animations import read_frames
from genmodels.media.export_kinds import ExportSettings, Kind

Open = Callable[..., PictureDialog]


@pytest.fixture
def drawing(tmp_path: Path) -> Drawing:
    return Drawing(walker(), tmp_path / "hero.sprv")


@pytest.fixture
def exporting(qtbot: QtBot, bar: JobBar, drawing: Drawing) -> Exporting:
    window = QWidget()
    qtbot.addWidget(window)
    return Exporting(window, lambda: drawing, bar)


@pytest.fixture
def opened(qtbot: QtBot, exporting: Exporting) -> Open:
    """Ask for an export of this kind and size, and wait until the file is shown."""

    def open_dialog(kind: Kind, scale: int = 1, tag: str = "") -> PictureDialog:
        exporting.picture.trigger()
        dialog = exporting._window.findChildren(PictureDialog)[-1]
        qtbot.waitUntil(lambda: not dialog.view.view.image.isNull())
        before = dialog.view.view.image.cacheKey()
        dialog.fields.scale.setValue(scale)
        dialog.fields.tag.setCurrentIndex(max(dialog.fields.tag.findData(tag), 0))
        dialog.fields.kind.setCurrentIndex(dialog.fields.kind.findData(kind))
        dialog.look_asked.emit()
        qtbot.waitUntil(lambda: dialog.view.view.image.cacheKey() != before and str(6 * scale) in dialog.facts)
        return dialog

    return open_dialog


def test_an_animation_plays_as_it_was_shown(
    qtbot: QtBot, opened: Open, bar: JobBar, drawing: Drawing, tmp_path: Path
) -> None:
    dialog = opened(Kind.GIF, 2, "walk")
    qtbot.waitUntil(lambda: "2 frames play 40 to 250 ms each, 0.29 s in all." in dialog.facts)
    assert "half-transparent" in dialog.remarks, "said before anything is written"
    assert not (tmp_path / "hero.gif").exists()
    dialog.export.click()
    qtbot.waitUntil(lambda: "Exported hero.gif." in bar.text)
    assert [frame.shape for frame in read_frames(tmp_path / "hero.gif")] == [(10, 12, 4)] * 2
    wanted = ExportSettings(kind=Kind.GIF, scale=2, tag="walk", file="hero.gif")
    assert kept_picture(drawing.belongings.export) == wanted


def test_a_sequence_names_its_files_and_is_repeated(
    qtbot: QtBot, opened: Open, exporting: Exporting, bar: JobBar, tmp_path: Path
) -> None:
    dialog = opened(Kind.PICTURES)
    assert "hero-01.png, hero-02.png … hero-04.png" in dialog.row.text
    assert not dialog.fields.kind.isHidden()
    dialog.export.click()
    qtbot.waitUntil(lambda: "Exported hero-01.png" in bar.text)
    (tmp_path / "hero-03.png").unlink()
    exporting.repeat.trigger()
    qtbot.waitUntil(lambda: (tmp_path / "hero-03.png").exists() and "Exported" in bar.text)


def test_repeat_does_the_kind_that_came_last(
    qtbot: QtBot, opened: Open, exporting: Exporting, bar: JobBar, tmp_path: Path
) -> None:
    for kind in (Kind.APNG, Kind.WEBP):
        opened(kind).export.click()
        qtbot.waitUntil(lambda kind=kind: f"Exported hero{kind.suffix}" in bar.text)
    (tmp_path / "hero.apng").unlink()
    bar.clear()
    exporting.repeat.trigger()
    qtbot.waitUntil(lambda: "Exported hero.webp" in bar.text)
    assert not (tmp_path / "hero.apng").exists()


def test_a_tag_that_is_gone_is_told_when_the_export_is_repeated(
    qtbot: QtBot, opened: Open, exporting: Exporting, bar: JobBar, drawing: Drawing
) -> None:
    opened(Kind.PICTURES, tag="walk").export.click()
    qtbot.waitUntil(lambda: "Exported" in bar.text)
    drawing.change(replace(drawing.artwork, tags=()), "Remove tags")
    exporting.repeat.trigger()
    assert "There is no tag “walk”." in bar.text


def test_a_picture_that_is_there_is_not_replaced_unasked(
    opened: Open, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    no = QMessageBox.StandardButton.No
    monkeypatch.setattr(QMessageBox, "question", lambda _parent, _title, text: asked.append(text) or no)
    (tmp_path / "hero.png").write_text("mine", encoding="utf-8")
    opened(Kind.PICTURE).export.click()
    assert asked == ["hero.png is there already. Replace it?"]
    assert (tmp_path / "hero.png").read_text(encoding="utf-8") == "mine"
