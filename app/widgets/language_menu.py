"""The menu of languages: the system's, English or Chinese."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu

from app.settings import Language, Settings
from app.widgets.menus import action


def fill_language_menu(menu: QMenu, settings: Settings, say: Callable[[str], object]) -> None:
    """Add the languages to the menu; the one chosen is remembered, and `say` tells that the next start shows it."""
    group = QActionGroup(menu)
    for language, text in (
        (Language.SYSTEM, _tr("The system's")),
        (Language.ENGLISH, "English"),  # each in itself, so that whoever needs it can read it
        (Language.CHINESE, "中文"),
    ):
        one = action(menu, f"window.language_{language}", text, lambda language=language: choose(language))
        one.setCheckable(True)
        one.setChecked(language is settings.language)
        group.addAction(one)
        menu.addAction(one)

    def choose(language: Language) -> None:
        if language is not settings.language:
            settings.language = language
            say(_tr("The language changes when Spriteverse starts again."))


def _tr(text: str) -> str:
    return QCoreApplication.translate("LanguageMenu", text)
