"""The menu of looks: light, dark, or like the system."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QMenu

from app.settings import Settings, Theme
from app.theme import apply_theme
from app.widgets.menus import action


def fill_look_menu(menu: QMenu, settings: Settings) -> None:
    """Add the looks to the menu; the one chosen is shown at once and remembered."""
    group = QActionGroup(menu)
    for theme, text in (
        (Theme.SYSTEM, _tr("Like the system")),
        (Theme.LIGHT, _tr("Light")),
        (Theme.DARK, _tr("Dark")),
    ):
        one = action(menu, f"window.look_{theme}", text, lambda theme=theme: _choose(theme, settings))
        one.setCheckable(True)
        one.setChecked(theme is settings.theme)
        group.addAction(one)
        menu.addAction(one)


def _choose(theme: Theme, settings: Settings) -> None:
    settings.theme = theme
    application = QApplication.instance()
    if isinstance(application, QApplication):
        apply_theme(application, theme)


def _tr(text: str) -> str:
    return QCoreApplication.translate("LookMenu", text)
