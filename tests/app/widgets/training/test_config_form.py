"""Forms made from config dataclasses."""

from dataclasses import fields

import pytest
from PySide6.QtWidgets import QComboBox, QLineEdit
from pytestqt.qtbot import QtBot

from app.widgets.training.config_form import ConfigForm, _Row
from genmodels.api.configs import Fit, PixelRNNConfig, ReadingConfig, TrainConfig


@pytest.fixture
def form(qtbot: QtBot) -> ConfigForm:
    made = ConfigForm(TrainConfig(), {"rate": "Learning rate"}, {}, without=("device",))
    qtbot.addWidget(made)
    made.show()
    return made


def row_of(form: ConfigForm, name: str) -> _Row:
    return next(row for row in form._rows if row.name == name)


def type_into(form: ConfigForm, name: str, text: str) -> _Row:
    row = row_of(form, name)
    assert isinstance(row.editor, QLineEdit)
    row.editor.setText(text)
    return row


def test_every_field_with_a_help_text_has_a_row(form: ConfigForm) -> None:
    assert [row.name for row in form._rows] == [one.name for one in fields(TrainConfig) if one.name != "device"]
    assert row_of(form, "rate").title.text() == "Learning rate"
    assert row_of(form, "weight_decay").title.text() == "Weight decay"
    assert row_of(form, "rate").editor.toolTip() == "Peak learning rate"


def test_untouched_it_gives_its_defaults(form: ConfigForm) -> None:
    assert form.config == TrainConfig()
    assert form.changes == 0


def test_a_change_is_marked_and_taken_back(qtbot: QtBot, form: ConfigForm) -> None:
    with qtbot.waitSignal(form.changed):
        row = type_into(form, "rate", "1e-3")
    assert form.config == TrainConfig(rate=1e-3)
    assert row.title.property("role") == "changed"
    assert row.reset.isVisible()
    row.reset.click()
    assert form.config == TrainConfig()
    assert not row.reset.isVisible()


def test_a_comma_is_a_point(form: ConfigForm) -> None:
    type_into(form, "flip", "0,25")
    assert form.config == TrainConfig(flip=0.25)


@pytest.mark.parametrize(
    ("name", "text", "error"),
    [
        ("batch", "0", "It can be 1 to 4096."),
        ("batch", "many", "A whole number, please."),
        ("rate", "", "A number, please."),
        ("rate", "nan", "It can be 1e-07 to 1."),
    ],
)
def test_what_cannot_be_is_said_beside_the_field(form: ConfigForm, name: str, text: str, error: str) -> None:
    row = type_into(form, name, text)
    assert form.config is None
    assert row.error.text() == error
    assert row.error.isVisible()
    type_into(form, name, str(row.default))
    assert form.config == TrainConfig()
    assert not row.error.isVisible()


def test_choices_and_ticks(qtbot: QtBot) -> None:
    form = ConfigForm(ReadingConfig(), {}, {"crop": "Cut off"})
    qtbot.addWidget(form)
    choice = row_of(form, "fit").editor
    assert isinstance(choice, QComboBox)
    assert [choice.itemText(number) for number in range(3)] == ["Centre", "Cut off", "Corner"]
    choice.setCurrentIndex(1)
    assert form.config == ReadingConfig(fit=Fit.CROP)
    form.reset()
    assert form.config == ReadingConfig()


def test_a_form_of_the_network(qtbot: QtBot) -> None:
    form = ConfigForm(PixelRNNConfig(), {}, {})
    qtbot.addWidget(form)
    assert "preset" not in [row.name for row in form._rows], "it has no help text: other settings follow from it"
    type_into(form, "size", "24")
    assert form.config == PixelRNNConfig(size=24)
