"""The slider, the pad and the random board by themselves."""

import pytest
from fake_png import encode_rgba
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from app.document.exploration import Heading, Origin, Place, Spot, headings, unit
from app.widgets.exploring.code_choices import CodeChoices
from app.widgets.exploring.direction_list import DirectionList
from app.widgets.exploring.direction_slider import DirectionSlider
from app.widgets.exploring.latent_pad import LatentPad
from app.widgets.exploring.name_dialog import DirectionNameDialog
from app.widgets.exploring.pad_panel import PadPanel
from app.widgets.exploring.random_board import COLUMNS, RandomBoard
from genmodels.api.codes import Code
from genmodels.api.messages import Prior

LEFT = Qt.MouseButton.LeftButton
RED = encode_rgba([bytearray((255, 0, 0, 255) * 4)] * 4)


@pytest.fixture
def slider(qtbot: QtBot) -> DirectionSlider:
    heading = Heading(name="Wings", vector=unit(0, 3), reach=3.0, saved=True)
    slider = DirectionSlider(heading, None)
    qtbot.addWidget(slider)
    slider.resize(200, 24)
    slider.show()
    return slider


@pytest.fixture
def pad(qtbot: QtBot) -> LatentPad:
    pad = LatentPad(7)
    qtbot.addWidget(pad)
    pad.resize(350, 300)
    pad.show()
    return pad


def pulled(widget: DirectionSlider | LatentPad) -> list[object]:
    heard: list[object] = []
    widget.pulled.connect(lambda *values: heard.append(values if len(values) > 1 else values[0]))
    return heard


def test_a_slider_goes_where_it_is_pressed_and_its_middle_holds(slider: DirectionSlider, qtbot: QtBot) -> None:
    heard = pulled(slider)
    with qtbot.waitSignal(slider.released):
        qtbot.mouseClick(slider, LEFT, pos=QPoint(199, 12))
    qtbot.mouseClick(slider, LEFT, pos=QPoint(1, 12))
    qtbot.mouseClick(slider, LEFT, pos=QPoint(101, 12))
    assert heard == [3.0, -3.0, 0.0]


def test_a_double_click_or_0_resets(slider: DirectionSlider, qtbot: QtBot) -> None:
    slider.show_amount(2.0)
    heard = pulled(slider)
    qtbot.mouseDClick(slider, LEFT, pos=QPoint(160, 12))
    qtbot.keyClick(slider, Qt.Key.Key_0)
    assert heard == [0.0, 0.0]


def test_keys_move_and_a_shown_amount_is_no_move(slider: DirectionSlider, qtbot: QtBot) -> None:
    heard = pulled(slider)
    slider.show_amount(1.5)
    assert heard == []
    assert slider.accessibleDescription() == "+1.50"
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert heard == [pytest.approx(1.6)]
    with qtbot.waitSignals([slider.rename_asked, slider.delete_asked]):
        qtbot.keyClick(slider, Qt.Key.Key_F2)
        qtbot.keyClick(slider, Qt.Key.Key_Delete)


def test_a_click_on_the_pad_takes_the_cell_a_drag_all_between(pad: LatentPad, qtbot: QtBot) -> None:
    heard = pulled(pad)
    corner = pad.point_of(1.0, -1.0).toPoint() + QPoint(9, -9)
    with qtbot.waitSignal(pad.settled):
        qtbot.mouseClick(pad, LEFT, pos=corner)
    assert heard == [(1.0, -1.0)]
    heard.clear()
    qtbot.mousePress(pad, LEFT, pos=pad.point_of(0, 0).toPoint())
    qtbot.mouseMove(pad, pad.point_of(0.5, 0.1).toPoint())
    qtbot.mouseMove(pad, QPoint(349, 299))
    qtbot.mouseRelease(pad, LEFT, pos=QPoint(349, 299))
    assert heard[0] == (0.0, 0.0)
    assert heard[1] == (pytest.approx(0.5, abs=0.01), pytest.approx(0.1, abs=0.01))
    assert heard[2] == (1.0, 1.0)


def test_arrow_keys_move_the_point_and_stop_at_the_edge(pad: LatentPad, qtbot: QtBot) -> None:
    heard = pulled(pad)
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    qtbot.keyClick(pad, Qt.Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    assert heard == [(pytest.approx(1 / 15, abs=1e-5), 0.0), (0.0, pytest.approx(-1 / 3, abs=1e-5))]
    pad.show_place(1.0, 1.0, "at the end")
    qtbot.keyClick(pad, Qt.Key.Key_Right)
    qtbot.keyClick(pad, Qt.Key.Key_Home)
    assert heard[2:] == [(1.0, 1.0), (0.0, 0.0)]
    assert pad.accessibleDescription() == "at the end"


def test_a_cell_shows_its_picture_by_a_whole_factor(pad: LatentPad) -> None:
    pad.begin(4)
    pad.show_cell(0, RED)
    assert not pad.filled
    place = pad.point_of(-1.0, -1.0).toPoint()
    shown = pad.grab().toImage()
    ratio = shown.devicePixelRatio()
    reds = [x for x in range(120) if shown.pixelColor(QPoint(x, place.y()) * ratio).getRgb() == (255, 0, 0, 255)]
    assert len(reds) == 40  # ten times four, with one pixel of frame to either side
    for number in range(49):
        pad.show_cell(number, RED)
    assert pad.filled
    pad.mark_stale()
    assert not pad.filled


def test_the_same_direction_in_both_boxes_swaps_them(qtbot: QtBot) -> None:
    panel = PadPanel(7)
    qtbot.addWidget(panel)
    numbers = headings(["1", "2", "3"], 3, 3.0)
    panel.show_headings(numbers)
    assert panel.pair == (numbers[0], numbers[1])
    panel._boxes[0].setCurrentIndex(1)
    panel._boxes[0].activated.emit(1)
    assert panel.pair == (numbers[1], numbers[0])
    wings = Heading(name="wings", vector=(1.0, 1.0, 0.0), reach=2.0, saved=True)
    panel.show_headings([*numbers, wings])
    assert panel.pair == (numbers[1], numbers[0])
    panel._boxes[1].setCurrentIndex(3)
    panel._boxes[1].activated.emit(3)
    heard: list[tuple[object, ...]] = []
    panel.pulled.connect(lambda *values: heard.append(values))
    panel.pad.pulled.emit(1.0, -1.0)
    assert heard == [(numbers[1], 3.0, wings, -2.0)]
    panel.show_headings(numbers)  # wings is deleted
    assert panel.pair == (numbers[1], numbers[0])
    panel.show_headings(numbers[:1])
    assert panel.pair is None


def test_ten_sliders_first_more_on_request_and_the_saved_below(qtbot: QtBot) -> None:
    sliders = DirectionList()
    qtbot.addWidget(sliders)
    sliders.show()
    numbers = headings([str(n) for n in range(24)], 24, 3.0)
    wings = Heading(name="wings", vector=(1.0,) * 24, reach=2.0, saved=True)
    sliders.show_headings(numbers, [wings])
    assert [row.slider.heading for row in sliders.rows] == [*numbers[:10], wings]
    sliders._more.click()
    sliders._more.click()
    assert [row.slider.heading for row in sliders.rows] == [*numbers, wings]
    assert not sliders._more.isVisible()
    origin = Origin(picture=RED, code=Code(numbers=(0.5,) * 24), name="red")
    sliders.show_spot(Spot(origin=origin, place=Place(moves=((wings.vector, -1.0),))))
    assert "+0.50 standard deviations" in sliders.rows[0].slider.toolTip()
    assert sliders.rows[-1].slider.value() == -30
    assert sliders._save.isEnabled()


def test_random_pictures_fill_from_both_priors(qtbot: QtBot) -> None:
    board = RandomBoard()
    qtbot.addWidget(board)
    board.show()
    board.ask_seed(5)
    with qtbot.waitSignal(board.seeds_asked) as caught:
        board.ask_new()  # the seed is locked
    seeds = caught.args[0]
    assert seeds == tuple(range(5, 5 + COLUMNS))
    board.add(seeds, 1.0)
    board.show_picture(Prior.NORMAL, 6, RED)
    tile = board.tile(Prior.NORMAL, 6)
    assert not tile.isEnabled()
    code = Code(numbers=(1.0,))
    board.show_picture(Prior.MIXTURE, 6, RED, code)
    with qtbot.waitSignal(board.chosen) as caught:
        qtbot.mouseClick(board.tile(Prior.MIXTURE, 6), LEFT)
    assert caught.args == [RED, code, "Seed 6"]
    board.drop_unfinished()
    assert len(board.tiles(Prior.NORMAL)) == 1
    [caption] = [b for b in board.findChildren(QToolButton) if b.text() == "6"]
    caption.click()
    assert QGuiApplication.clipboard().text() == "6"
    with qtbot.waitSignal(board.seeds_asked) as caught:
        board.ask_more()
    assert caught.args[0] == tuple(range(7, 7 + COLUMNS))
    board.clear()
    assert board.tiles(Prior.NORMAL) == []


def test_a_pack_without_tags_has_no_box(qtbot: QtBot) -> None:
    choices = CodeChoices()
    qtbot.addWidget(choices)
    choices.show()
    choices.show_tags([])
    assert not choices._tag.isVisible()
    choices.show_tags(["ghost", "water"])
    assert choices._tag.isVisible()
    moved = Place(moves=((unit(0, 3), 1.0),))
    code = Code(numbers=(0.0, 0.0, 0.0), palette=("dc2832ff",))
    choices.show_spot(Spot(origin=Origin(picture=RED, code=code, name="red"), place=moved))
    assert (choices._colours.isEnabled(), choices._detail.isEnabled()) == (True, False)  # there is no detail to keep
    heard: list[tuple[Place, str]] = []
    choices.changed.connect(lambda place, text: heard.append((place, text)))
    choices._tag.show_tag("water")
    choices._tag.chosen.emit()
    choices._colours.click()
    assert [place.moves for place, _ in heard] == [moved.moves] * 2
    assert (heard[0][0].tag, heard[1][0].keep_colours) == ("water", False)


def test_only_a_name_that_can_be_used_can_be_given(qtbot: QtBot) -> None:
    dialog = DirectionNameDialog("Name", "What?", "", {"wings"})
    qtbot.addWidget(dialog)
    allowed = []
    for text in ("", "wings", "rounder"):
        dialog.field.setText(text)
        allowed.append(dialog._buttons.button(dialog._buttons.StandardButton.Ok).isEnabled())
    assert allowed == [False, False, True]
