"""A training on verse: from a dropped or pasted text to a pack in use on the Verse page."""

import json
from pathlib import Path

import pytest
from hands import button, drop, drop_data, sent, shown
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QRadioButton
from pytestqt.qtbot import QtBot
from train_window import WAIT_MS, Make, checked, page_of, state, view_of
from verse_files import CHINESE, many_lines

from app.main_window import Place
from app.pages.train_page import TrainPage
from app.runs import RunState
from genmodels.api.codec import to_dict
from genmodels.api.configs import Script, VerseVAEConfig
from genmodels.api.packs import FORMAT_VERSION
from genmodels.api.runs import REQUEST


@pytest.fixture
def verse(tmp_path: Path) -> Path:
    """A file of 120 lines."""
    file = tmp_path / "My lines.txt"
    file.write_text("\n".join(many_lines(120)), encoding="utf-8")
    return file


@pytest.fixture
def writers(packs: Path) -> Path:
    """A pack for each language, and the lecture's, beside two that complete sprites."""
    for name, script, preset in (("ink", "han", "default"), ("quill", "latin", "default"), ("old", "latin", "lecture")):
        card = {
            "format_version": FORMAT_VERSION, "family": "verse-vae", "name": name, "title": name.title(),
            "licence": "MIT", "trained_on": "lines", "config": {"script": script, "preset": preset},
        }  # fmt: skip
        (packs / name).mkdir()
        (packs / name / "pack.json").write_text(json.dumps(card), encoding="utf-8")
    return packs


def learnt(page: TrainPage) -> list[str]:
    return [one.text() for one in page.choices.findChildren(QRadioButton) if one.text()[:3] == "To " and seen(one)]


def seen(button_: QRadioButton) -> bool:
    return not button_.isHidden()


def starts(page: TrainPage) -> list[str]:
    return [page.choices._from.itemText(number) for number in range(page.choices._from.count())]


def asked(page: TrainPage) -> dict[str, object]:
    return json.loads((page._runs.cards[0].folder / REQUEST).read_text(encoding="utf-8"))["request"]


def paste(qtbot: QtBot, page: TrainPage) -> None:
    page.hint.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


def test_verse_offers_only_to_write_and_pictures_never_do(
    qtbot: QtBot, make: Make, verse: Path, pictures: Path
) -> None:
    window = make()
    page = checked(qtbot, window, verse)
    assert learnt(page) == ["To write verse"]
    assert page.data.verse.isVisible()
    assert not page.data.grid.isVisible()
    assert shown(page.data, "How lines are read")
    assert not shown(page.data, "How pictures are read")
    rows = {row.name: row for row in page.choices.forms.training._rows}
    assert "flip" not in rows
    assert rows["batch"].title.text() == "Lines per step"
    assert {row.name: row.title.text() for row in page.choices.forms.network._rows}["width"] == "Cells that write"
    page = checked(qtbot, window, pictures)
    qtbot.waitUntil(lambda: len(learnt(page)) == 3, timeout=WAIT_MS)
    assert "To write verse" not in learnt(page)
    assert page.data.grid.isVisible()
    assert shown(page.data, "How pictures are read")
    assert button(page.choices, "To complete sprites").isChecked()


def test_a_training_on_verse_is_watched_to_its_pack(qtbot: QtBot, make: Make, verse: Path, writers: Path) -> None:
    window = make("--steps", "60", "--step-ms", "5")
    page = checked(qtbot, window, verse)
    assert starts(page) == ["Quill", "From scratch"]
    qtbot.waitUntil(lambda: "about 12 minutes" in [one.text() for one in page.choices._times.values()], timeout=WAIT_MS)
    button(page.choices, "Start training").click()
    view = view_of(window)
    assert view._state.text() == "Starts: the lines are read and the model is built…"
    assert view.film._title.text() == "What it gives back"
    assert view.film._meaning.isVisible()
    qtbot.waitUntil(lambda: "310 lines/s" in view._facts.text(), timeout=WAIT_MS)
    request = asked(page)
    assert (request["family"], request["model"]) == ("verse-vae", to_dict(VerseVAEConfig()))
    assert (request["start"], request["trained_on"]) == (str(writers / "quill"), "120 lines of “My lines.txt”")
    assert request["name"] == "My-lines"
    qtbot.waitUntil(lambda: state(page) is RunState.FINISHED, timeout=WAIT_MS)
    button(view, "Use it on the Verse page").click()
    assert window.pages.verse is not None
    assert window.pages.verse.isVisible()
    pack = window.pages.verse.top.picker.pack
    assert pack is not None
    assert pack.folder.name == "My-lines"


def test_weights_so_far_can_be_tried(qtbot: QtBot, make: Make, verse: Path) -> None:
    window = make("--steps", "5000")
    page = checked(qtbot, window, verse)
    button(page.choices, "Start training").click()
    run = page._runs.cards[0].folder
    qtbot.waitUntil((run / "pack" / "pack.json").is_file, timeout=WAIT_MS)
    page._on_runs_changed()
    button(view_of(window), "Try it on the Verse page").click()
    assert window.pages.verse is not None
    pack = window.pages.verse.top.picker.pack
    assert pack is not None
    assert pack.folder == run / "pack"
    page._steering.stop_now(run)
    qtbot.waitUntil(lambda: state(page) is RunState.STOPPED, timeout=WAIT_MS)


def test_lines_read_otherwise_are_checked_again(qtbot: QtBot, make: Make, verse: Path, tmp_path: Path) -> None:
    record = tmp_path / "asked"
    page = checked(qtbot, make(engine_flags=("--record", str(record))), verse)
    rows = {row.name: row for row in page.data._line_form._rows}
    with qtbot.waitSignal(page.preparation.checked, timeout=WAIT_MS):
        rows["latin_shortest"].editor.setText("12")
    told = [one["verse"] for one in sent(record, "check_data")]
    assert [one["latin_shortest"] for one in told if isinstance(one, dict)] == [8, 12]
    assert shown(page.data, "How lines are read  ·  1 changed")
    rows["latin_longest"].editor.setText("5")
    assert page.data.reading() is None
    assert page.choices._reason.text() == "A setting is out of its range: it is marked."


def test_verse_dropped_on_another_page_comes_here(qtbot: QtBot, make: Make, verse: Path) -> None:
    window = make()
    drop(window.page, verse)
    assert window.pages.train is None, "the draw page leaves verse to the window"
    assert checked(qtbot, window, verse).isVisible()


def test_a_wrong_setting_for_pictures_does_not_stand_in_the_way_of_verse(qtbot: QtBot, make: Make, verse: Path) -> None:
    page = checked(qtbot, make(), verse)
    {row.name: row for row in page.data._form._rows}["cell_width"].editor.setText("-4")
    page._on_choices_changed()
    assert button(page.choices, "Start training").isEnabled()


def test_pasted_lines_are_kept_and_looked_at(qtbot: QtBot, make: Make, home: Path) -> None:
    window = make()
    window.show_place(Place.TRAIN)
    page = page_of(window)
    text = "\n".join(CHINESE)
    QGuiApplication.clipboard().setText(text)
    paste(qtbot, page)
    qtbot.waitUntil(lambda: page.preparation.report is not None, timeout=WAIT_MS)
    assert page.preparation.data == (home / "verse" / "灯下旧书香.txt",)
    assert page.preparation.data[0].read_text(encoding="utf-8") == text
    assert page.data.verse.isVisible()


def test_dropped_text_is_verse_too_and_an_empty_clipboard_says_what_to_do(qtbot: QtBot, make: Make, home: Path) -> None:
    window = make()
    window.show_place(Place.TRAIN)
    page = page_of(window)
    QGuiApplication.clipboard().clear()
    button(page.hint, "Paste verse").click()
    assert "nothing to learn from on the clipboard" in window.bar.text
    assert not page.preparation.data
    dragged = QMimeData()
    dragged.setText("\n".join(many_lines(3)))
    drop_data(page, dragged)
    assert [path.parent for path in page.preparation.data] == [home / "verse"]


def test_the_language_of_most_lines_is_that_of_the_packs_to_go_on_from(
    qtbot: QtBot, make: Make, verse: Path, writers: Path
) -> None:
    page = checked(qtbot, make(), verse)
    page.choices.show_subject(page.data._subject, Script.HAN)
    assert starts(page) == ["Ink", "From scratch"]
