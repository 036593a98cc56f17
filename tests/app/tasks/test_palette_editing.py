"""What a person does with the palette, on a drawing with its undo."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import QColorDialog, QFileDialog, QInputDialog, QWidget
from pytestqt.qtbot import QtBot

from app.canvas.ink import Ink
from app.document.drawing import Drawing, drawing_of
from app.document.raster import patch_of
from app.tasks.palette_editing import PaletteEditing
from app.widgets.drawing.palette_bar import PaletteBar
from app.widgets.job_bar import JobBar
from genmodels.media.palettes.reading import read_palette
from genmodels.media.sprite import Sprite

BLACK, RED, SEA = (0, 0, 0, 255), (255, 0, 16, 255), (0, 120, 200, 255)


@dataclass(kw_only=True)
class Desk:
    window: QWidget
    view: PaletteBar
    drawing: Drawing
    ink: Ink
    bar: JobBar
    editing: PaletteEditing

    @property
    def colours(self) -> tuple[tuple[int, ...], ...]:
        return self.view.grid.colours

    def do(self, *texts: str) -> None:
        """Choose a command by its text, through the menus that lead there."""
        menu = self.view.menu
        for text in texts:
            (found,) = [one for one in menu.actions() if one.text().replace("&", "") == text]
            menu = found.menu() or menu
        assert found.isEnabled(), texts
        found.trigger()

    def say(self) -> str:
        return self.bar._message.text()


@pytest.fixture
def desk(qtbot: QtBot) -> Desk:
    window = QWidget()
    qtbot.addWidget(window)
    drawing = drawing_of(Sprite(rgba_HWC=np.array([[RED, SEA], [SEA, BLACK]], np.uint8)))
    ink, bar = Ink(window), JobBar(window)
    view = PaletteBar(ink, window)
    editing = PaletteEditing(window, view, lambda: drawing, ink, bar)
    editing.set_drawing(drawing)
    return Desk(window=window, view=view, drawing=drawing, ink=ink, bar=bar, editing=editing)


@pytest.fixture
def choose_colour(desk: Desk, qtbot: QtBot) -> Callable[..., None]:
    def choose(*colour: int) -> None:
        dialog = desk.window.findChild(QColorDialog)
        dialog.colorSelected.emit(QColor(*colour))
        dialog.reject()
        qtbot.waitUntil(lambda: desk.window.findChild(QColorDialog) is None)

    return choose


def test_colours_follow_the_sprite_until_some_are_chosen(desk: Desk, qtbot: QtBot) -> None:
    assert desk.colours == (BLACK, RED, SEA)
    desk.drawing.begin()
    desk.drawing.paint(patch_of(np.ones((2, 2), bool)), (7, 7, 7, 255))
    desk.drawing.commit("Fill")
    qtbot.waitUntil(lambda: desk.colours == ((7, 7, 7, 255),))
    desk.ink.take(RED)
    desk.view.add_asked.emit()
    desk.drawing.undo()
    desk.drawing.undo()
    qtbot.waitUntil(lambda: desk.colours == (BLACK, RED, SEA))


def test_a_colour_in_hand_is_added_and_another_asked_for_where_it_is_there(desk: Desk, choose_colour) -> None:
    desk.ink.take((1, 2, 3, 255))
    desk.view.add_asked.emit()
    assert (desk.colours[-1], desk.view.grid.chosen) == ((1, 2, 3, 255), [3])
    desk.view.add_asked.emit()
    choose_colour(9, 8, 7, 6)
    assert desk.colours[-1] == desk.ink.foreground == (9, 8, 7, 6)


def test_selected_colours_are_removed_and_moved_in_steps_of_the_drawing(desk: Desk) -> None:
    desk.view.grid.choose([0, 2])
    desk.view.grid.moved.emit(3)
    assert (desk.colours, desk.view.grid.chosen) == ((RED, BLACK, SEA), [1, 2])
    desk.view.grid.remove_asked.emit()
    assert (desk.colours, desk.view.grid.chosen) == ((RED,), [0])
    assert desk.drawing.history.undo_text == "Remove colours"


def test_a_colour_is_edited_alone_or_on_the_sprite_too(desk: Desk, choose_colour) -> None:
    desk.view.grid.edit_asked.emit(1)
    choose_colour(1, 1, 1)
    assert desk.colours == (BLACK, (1, 1, 1, 255), SEA)
    assert desk.drawing.rgba_HWC[0, 0].tolist() == [*RED]
    desk.view.grid.choose([2])
    desk.do("Replace the colour on the sprite too…")
    choose_colour(2, 2, 2)
    assert desk.colours[2] == (2, 2, 2, 255)
    assert desk.drawing.rgba_HWC[0, 1].tolist() == [2, 2, 2, 255]


def test_a_ramp_fills_the_way_between_two(desk: Desk, monkeypatch) -> None:
    monkeypatch.setattr(QInputDialog, "getInt", lambda *_: (2, True))
    desk.view.grid.choose([0, 1])
    desk.view.ramp_asked.emit()
    assert (desk.colours[0], desk.colours[3:], desk.view.grid.chosen) == (BLACK, (RED, SEA), [1, 2])


def test_sorting_merging_and_holding_the_sprite(desk: Desk) -> None:
    desk.do("Sort", "Sort by use on the sprite")
    assert desk.colours[0] == SEA
    assert desk.drawing.history.undo_text == "Sort by use on the sprite"
    desk.do("Merge near-equal colours")
    assert desk.say().startswith("No two")
    desk.editing.keep_to(["ff0010ff", "fe0010ff", "00000000"])
    desk.do("Merge near-equal colours")
    assert (desk.colours, desk.say()) == ((RED,), "2 colours became 1.")
    desk.do("Hold the sprite to these colours")
    assert set(map(tuple, desk.drawing.rgba_HWC.reshape(-1, 4).tolist())) == {RED}
    desk.do("Hold the sprite to these colours")
    assert desk.say() == "The sprite has no other colours."


def test_the_lock_chooses_what_is_seen_and_goes_with_the_palette(desk: Desk, qtbot: QtBot) -> None:
    desk.view.lock.setChecked(True)
    assert desk.drawing.artwork.palette == (BLACK, RED, SEA)
    desk.ink.take((250, 10, 10, 255))
    assert desk.ink.foreground == RED
    with qtbot.waitSignal(desk.editing.lock.changed):
        desk.do("Show the colours of the sprite")
    assert not desk.view.lock.isChecked()
    assert desk.editing.lock.allowed() == ()


def test_colours_are_copied_and_pasted_as_text(desk: Desk) -> None:
    desk.view.grid.choose([1])
    desk.view.grid.copy_asked.emit()
    assert QGuiApplication.clipboard().text() == "#ff0010"
    QGuiApplication.clipboard().setText("#0a0b0c, 11223344")
    desk.view.grid.paste_asked.emit()
    assert desk.colours[-2:] == ((10, 11, 12, 255), (0x11, 0x22, 0x33, 0x44))
    QGuiApplication.clipboard().setText("nothing")
    desk.view.grid.paste_asked.emit()
    assert desk.say() == "There are no colours on the clipboard."


def test_files_are_loaded_and_saved_with_the_names_of_colours(desk: Desk, tmp_path: Path, monkeypatch) -> None:
    (tmp_path / "dusk.gpl").write_bytes(b"GIMP Palette\nName: Dusk\n#mine\n1 2 3\tink\n4 5 6\tsea\n")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(tmp_path / "dusk.gpl"), ""))
    desk.do("Load palette…")
    assert (desk.colours, desk.say()) == (((1, 2, 3, 255), (4, 5, 6, 255)), "Dusk: 2 colours.")
    desk.view.grid.choose([0])
    desk.view.grid.remove_asked.emit()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "b"), "Any (*.gpl)"))
    desk.do("Save palette…")
    kept = read_palette(tmp_path / "b.gpl")
    assert (kept.name, kept.comments, [one.name for one in kept.swatches]) == ("Dusk", ("mine",), ["sea"])
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "b.hex"), ""))
    desk.do("Save palette…")
    assert (tmp_path / "b.hex").read_bytes() == b"040506\n"
    assert "names" in desk.bar._hint.text()


def test_files_that_cannot_be_read_or_written_are_told_and_change_nothing(
    desk: Desk, tmp_path: Path, monkeypatch
) -> None:
    (tmp_path / "raw.pal").write_bytes(bytes(192))
    desk.view.dropped.emit(tmp_path / "raw.pal")
    assert "not a JASC palette" in desk.say()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "a.gpl"), ""))
    desk.do("Save palette…")
    assert "cannot be written" in desk.say()
    assert desk.drawing.history.undo_text == ""


def test_no_colour_beyond_what_files_hold(desk: Desk) -> None:
    desk.editing.keep_to([f"{n:02x}000{n % 10}ff" for n in range(256)])
    desk.view.lock.setChecked(False)
    desk.ink.take((1, 2, 3, 255))
    desk.view.add_asked.emit()
    assert (len(desk.colours), desk.say()) == (256, "A palette has at most 256 colours.")
