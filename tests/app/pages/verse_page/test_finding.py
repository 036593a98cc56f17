"""Fresh lines, the neighbours of a line and its sliders; what they bring goes into the poem."""

from pathlib import Path

from fake_verse import ENGLISH, code_of
from hands import button, press, sent
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot
from verse_desk import FIRST, finish, texts

from app.pages.verse_page import VersePage
from genmodels.api.directions import load_directions


def test_fresh_lines_are_picked_for_any_place(page: VersePage, qtbot: QtBot, record: Path) -> None:
    page.picking.fresh.trigger()
    assert page.side.current is page.side.found
    finish(page, qtbot)
    [asked] = sent(record, "sample_verse")
    assert len(set(asked["seeds"])) == 8
    assert page.side.found.list.count() == 8
    line = page.side.found.current.line.text
    for action, place in ((page.picking.first, 0), (page.picking.last, 6)):
        action.trigger()
        assert texts(page)[place] == line
    page.view.focus_on(3)
    before = texts(page)[3]
    press(page.side.found, "Here")
    assert texts(page)[3] == line
    assert before in page.desk.poem.lines[3].others
    for _ in range(3):
        page.editing.steps.undo.trigger()
    assert texts(page)[0] == FIRST


def test_neighbours_are_those_of_the_line_one_is_at(page: VersePage, qtbot: QtBot, record: Path) -> None:
    page.view.focus_on(0)
    page.picking.near.trigger()
    finish(page, qtbot)
    [asked] = sent(record, "near_lines")
    assert asked["text"] == FIRST
    assert page.side.found.list.count() == asked["count"]
    assert page.side.found._title.text() == f"Near “{FIRST}”"


def test_a_line_is_explored_with_sliders_and_undone(page: VersePage, qtbot: QtBot, record: Path) -> None:
    page.view.focus_on(0)
    page.picking.explore.trigger()
    finish(page, qtbot)
    assert page.side.current is page.explorer
    assert page.explorer.line == FIRST
    assert page.exploring.spot.code.numbers == tuple(code_of(FIRST)["numbers"])
    slider = page.explorer.sliders.rows[0].slider
    for _ in range(3):
        QTest.keyClick(slider, Qt.Key.Key_Right)
    finish(page, qtbot)
    assert page.explorer.line in ENGLISH
    decoded = sent(record, "decode_lines")[-1]
    assert decoded["anchor"] == FIRST
    assert decoded["codes"][0]["numbers"][0] > code_of(FIRST)["numbers"][0]
    page.picking.last.trigger()
    assert texts(page)[-1] == page.explorer.line
    page.editing.steps.undo.trigger()
    page.editing.steps.undo.trigger()
    assert page.explorer.line == FIRST, "the way of the slider is one step"
    page.editing.steps.redo.trigger()
    finish(page, qtbot)
    assert page.explorer.line in ENGLISH
    press(page.explorer, "Reset all")
    assert page.explorer.line == FIRST


def test_a_slider_tells_which_lines_stand_at_its_ends(page: VersePage, qtbot: QtBot, record: Path) -> None:
    page.view.focus_on(0)
    page.picking.explore.trigger()
    finish(page, qtbot)
    rows, own = page.explorer.sliders.rows, code_of(FIRST)["numbers"]
    asked = sent(record, "decode_lines")[-1]["codes"]
    assert [code["numbers"][0] for code in asked[:2]] == [own[0] - 3, own[0] + 3]
    assert len(asked) == 2 * len(rows)
    left, right, *rest = rows[0].slider.toolTip().splitlines()
    assert left.removeprefix("← ") in ENGLISH
    assert right.removeprefix("→ ") in ENGLISH
    assert "standard deviations" in rest[-1]
    QTest.keyClick(rows[1].slider, Qt.Key.Key_Right)
    finish(page, qtbot)
    assert rows[0].slider.toolTip().splitlines()[0] == left, "they are told from the line itself"
    assert len(sent(record, "decode_lines")) == 2


def test_what_is_offered_is_what_the_panel_shows(page: VersePage, qtbot: QtBot) -> None:
    assert not page.picking.first.isEnabled()
    page.picking.fresh.trigger()
    finish(page, qtbot)
    assert page.picking.first.isEnabled()
    button(page.side, "Explore").click()
    assert not page.picking.first.isEnabled(), "nothing is explored yet"


def test_a_found_line_is_explored(page: VersePage, qtbot: QtBot) -> None:
    page.picking.fresh.trigger()
    finish(page, qtbot)
    page.side.found.list.setCurrentRow(2)
    line = page.side.found.current
    button(page.side.found, "Explore it").click()
    finish(page, qtbot)
    assert page.explorer.line == line.line.text
    assert page.exploring.spot.code == line.code


def test_a_move_is_named_and_kept_with_the_pack(page: VersePage, qtbot: QtBot) -> None:
    page.view.focus_on(0)
    page.picking.explore.trigger()
    finish(page, qtbot)
    vector = page.explorer.sliders.rows[3].slider.heading.vector
    page.naming._ask = lambda *_: "night"
    page.naming.name_asking(vector)
    assert page.explorer.sliders.rows[-1].slider.heading.name == "night"
    card = page.top.picker.pack.card
    assert [one.name for one in load_directions(card, 12)] == ["night"]


def test_another_pack_reads_the_line_anew(page: VersePage, qtbot: QtBot, record: Path) -> None:
    page.view.focus_on(0)
    page.picking.explore.trigger()
    finish(page, qtbot)
    before = len(sent(record, "read_lines"))
    page.top.picker.choose("han")
    finish(page, qtbot)
    asked = sent(record, "read_lines")[before:]
    assert {Path(str(one["pack"])).name for one in asked} == {"han"}
    assert page.explorer.line == FIRST
    assert page.side.found.list.count() == 0
