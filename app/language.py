"""The language of the window: installed once, before any widget is made."""

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from app.settings import Language
from genmodels.api import paths


def install_language(application: QCoreApplication, language: Language) -> None:
    """Let all texts that are asked for from now on be in this language; English is what the source has."""
    name = _name(language)
    if not name:
        return
    for folder, file in (
        (
            QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath),
            f"qtbase_{name}",
        ),  # Qt's own buttons and dialogs
        (str(paths.resources() / "translations"), name),
    ):
        translator = QTranslator(application)
        if translator.load(file, folder):
            application.installTranslator(translator)


def _name(language: Language) -> str:
    """Return the name of the translation; empty for English."""
    match language:
        case Language.SYSTEM:
            return "zh_CN" if QLocale.system().uiLanguages()[0].startswith("zh") else ""
        case Language.ENGLISH:
            return ""
        case Language.CHINESE:
            return "zh_CN"
