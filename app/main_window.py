"""The window: menu, pages and message bar; no logic."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QActionGroup, QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QMessageBox, QVBoxLayout, QWidget

from app.engine import Engine
from app.pages.draw_page import DrawPage
from app.settings import Settings, Theme
from app.theme import apply_theme
from app.version import version
from app.widgets.job_bar import JobBar
from app.widgets.keys_sheet import KeysSheet
from app.widgets.menus import Entry, action, fill, shortcuts_of


class MainWindow(QMainWindow):
    """One page so far; a second one brings the sidebar to choose between them."""

    first_painted = Signal()
    closed = Signal()

    def __init__(self, engine: Engine, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self.engine = engine
        self._painted = False
        self.bar = JobBar(self)
        self.page = DrawPage(engine, settings, self.bar, self)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.page, 1)
        layout.addWidget(self.bar)
        self.setCentralWidget(body)
        self._add_menus()
        self.page.named.connect(self._on_named)
        self._on_named(*self.page.name())
        self.resize(1300, 840)
        self.restoreGeometry(settings.geometry)
        self.page.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_menus(self) -> None:
        menus = self.menuBar()
        self.page.add_menus(menus)
        file, view = menus.actions()[0].menu(), menus.actions()[3].menu()
        if isinstance(file, QMenu):
            fill(file, [None, action(self, Entry(text=self.tr("&Quit"), slot=self.close, keys=("Ctrl+Q", "Ctrl+W")))])
        if isinstance(view, QMenu):
            self._add_themes(view.addMenu(self.tr("&Look")))
        keys = action(self, Entry(text=self.tr("&Keys"), slot=self._show_keys, keys=("F1", "?")))
        about = action(self, Entry(text=self.tr("&About Spriteverse"), slot=self._show_about))
        fill(menus.addMenu(self.tr("&Help")), [keys, about])

    def _add_themes(self, menu: QMenu) -> None:
        group = QActionGroup(self)
        for theme, text in (
            (Theme.SYSTEM, self.tr("Like the system")),
            (Theme.LIGHT, self.tr("Light")),
            (Theme.DARK, self.tr("Dark")),
        ):
            one = action(self, Entry(text=text, slot=lambda theme=theme: self._choose_theme(theme)))
            one.setCheckable(True)
            one.setChecked(theme is self._settings.theme)
            group.addAction(one)
            menu.addAction(one)

    # Qt's events

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tell once that the window is there."""
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            QTimer.singleShot(0, self.first_painted.emit)  # when all that is in the window is painted too

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close unless the drawing is to be kept."""
        event.ignore()  # first, so that an error on the way keeps the window, and with it the drawing
        if not self.page.files.may_leave():
            return
        self._settings.geometry = self.saveGeometry()
        event.accept()
        self.closed.emit()

    # Slots

    def _on_named(self, name: str, dirty: bool) -> None:
        self.setWindowTitle(f"{name}[*] – Spriteverse")
        self.setWindowModified(dirty)

    def _choose_theme(self, theme: Theme) -> None:
        self._settings.theme = theme
        application = QApplication.instance()
        if isinstance(application, QApplication):
            apply_theme(application, theme)

    def _show_keys(self) -> None:
        menus = [(entry.text().replace("&", ""), entry.menu()) for entry in self.menuBar().actions()]
        sections = [(title, shortcuts_of(menu.actions())) for title, menu in menus if isinstance(menu, QMenu)]
        canvas = (self.tr("Canvas"), self.page.held_keys())
        KeysSheet([*(one for one in sections if one[1]), canvas], self).open()

    def _show_about(self) -> None:
        text = self.tr("Spriteverse {0}\n\nDraws on your own machine; nothing is sent anywhere.")
        QMessageBox.about(self, self.tr("About Spriteverse"), text.format(version()))
