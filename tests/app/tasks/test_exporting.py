"""Sheets exported from the window: as previewed, never over a file unasked, and again on one key."""

import json
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot
from sheet_pictures import walker

from app.document.drawing import Drawing
from app.document.exports import kept_sheet
from app.tasks.exporting import Exporting
from app.widgets.export.sheet_dialog import SheetDialog
from app.widgets.job_bar import JobBar
from genmodels.media.artwork.artwork import Direction, Tag
from genmodels.media.sheets.settings import SheetSettings, Target, Trim, preset

BUTTONS = QMessageBox.StandardButton


class Hands:
    """What a person does with the exports of one drawing."""

    def __init__(self, qtbot: QtBot, drawing: Drawing, bar: JobBar, monkeypatch: pytest.MonkeyPatch) -> None:
        self.qtbot, self.drawing, self.bar = qtbot, drawing, bar
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.exporting = Exporting(self.window, lambda: self.drawing, bar)
        self.asked: list[str] = []
        self.answer = BUTTONS.No
        monkeypatch.setattr(
            QMessageBox, "question", lambda _parent, _title, text: self.asked.append(text) or self.answer
        )
        monkeypatch.setattr(QMessageBox, "warning", lambda _parent, _title, text: self.asked.append(text))

    def open_sheet(self, **chosen: object) -> SheetDialog:
        """Ask for a sheet with these settings, and wait until it is shown."""
        self.exporting.sheet.trigger()
        dialog = self.window.findChildren(SheetDialog)[-1]
        if chosen:
            dialog.fields.show_settings(replace(dialog.settings(), **chosen))
            dialog.fields.changed.emit()
        self.wait_for_look(dialog)
        return dialog

    def wait_for_look(self, dialog: SheetDialog) -> None:
        """Wait until the newest preview is shown."""
        dialog.look_asked.emit()
        before = dialog.view.image.cacheKey()
        self.qtbot.waitUntil(lambda: dialog.view.image.cacheKey() != before or not dialog.export.isEnabled())

    def wait_for(self, said: str) -> None:
        self.qtbot.waitUntil(lambda: said in self.bar.text)


@pytest.fixture
def hands(qtbot: QtBot, bar: JobBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Hands:
    return Hands(qtbot, Drawing(walker(), tmp_path / "hero.sprv"), bar, monkeypatch)


def test_a_sheet_is_written_as_it_was_shown(hands: Hands, tmp_path: Path) -> None:
    dialog = hands.open_sheet(**as_changes(preset(Target.PHASER)))
    assert "4 frames, 2 of them on the sheet" in dialog.facts
    assert "hero.png, hero.json" in dialog.row.text
    shown = dialog.view.image.size()
    dialog.export.click()
    hands.wait_for("Exported hero.png, hero.json.")
    assert not hands.asked
    with Image.open(tmp_path / "hero.png") as image:
        assert image.size == shown.toTuple()
    frames = json.loads((tmp_path / "hero.json").read_text(encoding="utf-8"))["frames"]
    assert list(frames) == ["0", "1", "2", "3"]


def test_the_drawing_remembers_its_settings_with_a_relative_path(hands: Hands, tmp_path: Path) -> None:
    dialog = hands.open_sheet(trim=Trim.EACH, scale=3, tag="walk")
    dialog.export.click()
    hands.wait_for("Exported")
    kept = kept_sheet(hands.drawing.belongings.export)
    assert kept == SheetSettings(trim=Trim.EACH, scale=3, tag="walk", file="hero.png")
    before = hands.drawing.belongings
    hands.bar.clear()
    hands.exporting.repeat.trigger()
    hands.wait_for("Exported")
    assert hands.drawing.belongings is before, "the same again is no change to save"
    assert hands.open_sheet().settings() == kept


def test_repeat_writes_what_the_drawing_is_by_now(hands: Hands, tmp_path: Path) -> None:
    hands.open_sheet().export.click()
    hands.wait_for("Exported")
    before = (tmp_path / "hero.png").read_bytes()
    hands.drawing.change(replace(hands.drawing.artwork, cels={}), "Clear")
    hands.exporting.repeat.trigger()
    hands.qtbot.waitUntil(lambda: (tmp_path / "hero.png").read_bytes() != before)
    hands.wait_for("Exported")
    assert not hands.asked


def test_repeat_asks_where_a_file_is_not_of_this_session(hands: Hands, tmp_path: Path) -> None:
    hands.open_sheet().export.click()
    hands.wait_for("Exported")
    (tmp_path / "hero.json").write_text("mine", encoding="utf-8")
    hands.bar.clear()
    hands.exporting.repeat.trigger()
    assert hands.asked == ["hero.json is there already. Replace it?"]
    assert (tmp_path / "hero.json").read_text(encoding="utf-8") == "mine"
    hands.answer = BUTTONS.Yes
    hands.exporting.repeat.trigger()
    hands.wait_for("Exported")
    assert (tmp_path / "hero.json").read_text(encoding="utf-8") != "mine"


def test_repeat_without_an_export_says_what_to_do(hands: Hands) -> None:
    hands.exporting.repeat.trigger()
    assert "Nothing of this drawing was exported yet." in hands.bar.text


def test_the_dialogue_stays_where_nothing_may_be_replaced(hands: Hands, tmp_path: Path) -> None:
    for name in ("hero.png", "hero.json"):
        (tmp_path / name).write_text("mine", encoding="utf-8")
    dialog = hands.open_sheet()
    assert "There already: hero.png, hero.json" in dialog.row.text
    dialog.export.click()
    assert hands.asked == ["hero.png, hero.json are there already. Replace them?"]
    assert dialog.isVisible()
    assert (tmp_path / "hero.png").read_text(encoding="utf-8") == "mine"


def test_the_drawing_itself_is_never_replaced(hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hands.drawing = Drawing(walker(), tmp_path / "hero.png")
    dialog = hands.open_sheet()
    assert dialog.row.path == tmp_path / "hero-sheet.png"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_, **__: (str(tmp_path / "hero"), ""))
    dialog.row.button.click()
    assert dialog.row.path == tmp_path / "hero.png"
    dialog.export.click()
    assert "is the drawing itself" in hands.asked[0]
    assert not (tmp_path / "hero.png").exists()


def test_what_cannot_be_is_said_and_not_exported(hands: Hands) -> None:
    dialog = hands.open_sheet(names="{nonsense}")
    assert "no part “{nonsense}”" in dialog.facts
    assert not dialog.export.isEnabled()
    dialog.fields.names.setText("")
    hands.qtbot.waitUntil(dialog.export.isEnabled)


def test_phasers_limits_are_told(hands: Hands) -> None:
    tag = Tag(name="swing", first=0, last=3, direction=Direction.PINGPONG_REVERSE)
    hands.drawing.change(replace(hands.drawing.artwork, tags=(tag,)), "Tag")
    dialog = hands.open_sheet(**as_changes(preset(Target.PHASER)))
    assert "Phaser plays “swing” forward once" in dialog.remarks


def test_a_failure_is_told_and_can_be_mended(hands: Hands, tmp_path: Path) -> None:
    dialog = hands.open_sheet(file="")
    monkey = tmp_path / "gone"
    dialog.row._path = monkey / "sheet.png"
    dialog.export.click()
    hands.wait_for("cannot be written")
    assert not hands.drawing.belongings.export
    hands.bar.offer_button.click()
    assert hands.window.findChildren(SheetDialog)[-1].row.path == monkey / "sheet.png"


@pytest.mark.parametrize("target", Target)
def test_every_preset_can_be_chosen_after_any_other(hands: Hands, target: Target) -> None:
    dialog = hands.open_sheet()
    fields = dialog.fields
    for before in Target:
        for one in (before, target):
            fields.target.setCurrentIndex(fields.target.findData(one))
            fields.target.activated.emit(fields.target.currentIndex())
        assert fields.settings() == preset(target)


def test_a_drawing_without_a_file_is_exported_too(
    hands: Hands, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    hands.drawing = Drawing(walker())
    hands.open_sheet().export.click()
    hands.wait_for("Exported sprite.png, sprite.json.")
    kept = kept_sheet(hands.drawing.belongings.export)
    assert kept is not None
    assert kept.file == (tmp_path / "sprite.png").as_posix()


def as_changes(settings: SheetSettings) -> dict[str, object]:
    """Return the settings as fields to change."""
    return {
        name: getattr(settings, name) for name in ("target", "layout", "columns", "trim", "border", "spacing", "merge")
    }
