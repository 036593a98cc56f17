"""The looks: what is chosen shows at once and is remembered."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from app.settings import Settings, Theme
from app.theme import DARK, LIGHT, current
from app.widgets.look_menu import fill_look_menu


@pytest.mark.usefixtures("swept")
def test_a_look_is_shown_and_remembered(qtbot: QtBot, tmp_path: Path) -> None:
    settings, menu = Settings(tmp_path / "settings.ini"), QMenu()
    qtbot.addWidget(menu)
    fill_look_menu(menu, settings)
    system, light, dark = menu.actions()
    assert system.isChecked()
    dark.trigger()
    assert (settings.theme, current()) == (Theme.DARK, DARK)
    assert not system.isChecked()
    light.trigger()
    assert (settings.theme, current()) == (Theme.LIGHT, LIGHT)
