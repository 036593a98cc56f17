"""Parts of the page for training by themselves."""

import re
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.runs import RunCard, RunState
from app.settings import Theme
from app.theme import DARK, LIGHT, apply_theme
from app.widgets.training.durations import about, duration
from app.widgets.training.enlarged import paint_enlarged
from app.widgets.training.film_strip import FilmStrip
from app.widgets.training.loss_chart import LossChart
from app.widgets.training.run_list import RunList
from app.widgets.training.swatches import Swatches
from genmodels.media.sprite import Sprite, write_sprite


@pytest.mark.parametrize(
    ("seconds", "text"),
    [
        (5, "less than a minute"),
        (70, "about 1 minute"),
        (720, "about 12 minutes"),
        (3600, "about 1 hour"),
        (3600 + 840, "about 1 h 15 min"),
        (2 * 3600 + 3500, "about 2 h 55 min"),
        (7 * 3600, "about 7 hours"),
        (26.4 * 3600, "about 26 hours"),
    ],
)
def test_times_claim_no_more_than_is_known(seconds: float, text: str) -> None:
    assert about(seconds) == text
    assert duration(seconds) in text


def test_pictures_grow_by_whole_factors() -> None:
    image = QImage(10, 8, QImage.Format.Format_RGBA8888)
    image.fill(QColor("#dc2832"))
    canvas = QImage(64, 64, QImage.Format.Format_RGBA8888)
    painter = QPainter(canvas)
    target = paint_enlarged(painter, canvas.rect(), image)
    painter.end()
    assert (target.width(), target.height()) == (60, 48)
    assert canvas.pixelColor(target.topLeft()) == QColor("#dc2832")


@pytest.fixture
def frames(tmp_path: Path, rgba: np.ndarray) -> list[tuple[int, Path]]:
    made = []
    for step in range(0, 1000, 10):
        path = tmp_path / f"{step}.png"
        write_sprite(path, Sprite(rgba_HWC=np.roll(rgba, step // 10, axis=1)))
        made.append((step, path))
    return made


def test_the_film_follows_the_newest_and_can_be_scrubbed(qtbot: QtBot, frames: list[tuple[int, Path]]) -> None:
    film = FilmStrip()
    qtbot.addWidget(film)
    film.resize(400, 300)
    film.show()
    film.show_frames(frames[:50])
    assert film.step == 490
    film.show_frames(frames)
    assert film.step == 990
    qtbot.keyClick(film._slider, Qt.Key.Key_Left)
    assert film.step == 980
    qtbot.mouseClick(film._thumbs, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    assert film.step == 0
    assert film._images, "only what was shown is in memory"
    film.grab()
    assert len(film._images) < len(frames)


def test_a_picture_that_is_gone_leaves_an_empty_frame(qtbot: QtBot, tmp_path: Path) -> None:
    film = FilmStrip()
    qtbot.addWidget(film)
    film.show_frames([(5, tmp_path / "gone.png")])
    film.grab()
    assert film.step == 5


def test_the_chart_reads_off_both_curves(qtbot: QtBot) -> None:
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.resize(400, 300)
    chart.show()
    chart.show_curves([(0, 3.0), (10, 2.0), (20, 1.5)], [(0, 3.2), (14, 1.8)], (14, 1.8))
    chart.grab()  # which lays out the axes
    chart._on_mouse_moved(chart._plot.getViewBox().mapViewToScene(QPointF(11, 2.0)))
    assert plain(chart) == "step 10 ● training 2.000 ● held out 1.800"
    chart._read_off(None)
    assert plain(chart) == "● training ● held out"


def plain(chart: LossChart) -> str:
    return " ".join(re.sub(r"<[^>]*>|&nbsp;", " ", chart._value.text()).split())


def test_a_long_curve_is_thinned_and_keeps_its_newest_point(qtbot: QtBot) -> None:
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.show_curves([(step, 1 / (step + 1)) for step in range(12_345)], [], None)
    steps, _ = chart._loss_curve.getData()
    assert len(steps) <= 1000
    assert max(steps) == 12_344


def test_an_empty_chart_can_be_pointed_at(qtbot: QtBot) -> None:
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.show_curves([], [], None)
    chart._read_off(3.0)
    assert plain(chart) == "● training ● held out"


def test_the_chart_takes_over_another_look(swept: None, qtbot: QtBot, qapp: QApplication) -> None:
    chart = LossChart()
    qtbot.addWidget(chart)
    chart.show()
    for theme, look in ((Theme.DARK, DARK), (Theme.LIGHT, LIGHT)):
        apply_theme(qapp, theme)
        assert chart._held_curve.opts["pen"].color().name() == look.accent


def test_swatches_take_as_many_rows_as_they_need(qtbot: QtBot) -> None:
    swatches = Swatches()
    qtbot.addWidget(swatches)
    swatches.show_colours(["dc2832ff"] * 30 + ["00000000"])
    assert swatches.heightForWidth(140) == 4 * 14
    swatches.resize(140, 60)
    assert swatches.grab().toImage().pixelColor(5, 5) == QColor("#dc2832")


def test_the_list_keeps_its_choice_while_runs_change(qtbot: QtBot, tmp_path: Path) -> None:
    def card(name: str, state: RunState, share: float = 0.0) -> RunCard:
        return RunCard(folder=tmp_path / name, name=name, state=state, changed=0.0, share=share, best=1.25)

    runs = RunList()
    qtbot.addWidget(runs)
    chosen: list[Path] = []
    runs.chosen.connect(chosen.append)
    runs.show_runs([card("one", RunState.TRAINING, 0.5), card("two", RunState.FAILED)])
    assert runs.folder is None
    runs.setCurrentRow(1)
    runs.show_runs([card("three", RunState.STARTING), card("one", RunState.PAUSED, 0.6), card("two", RunState.FAILED)])
    assert chosen == [tmp_path / "two"]
    assert runs.folder == tmp_path / "two"
    assert runs.state_text(card("one", RunState.TRAINING, 0.5)) == "50 % · 1.25"
    runs.grab()
