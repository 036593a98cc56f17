"""The choice where results land on the drawing: a new layer, the layer drawn on, or a new frame."""

from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup

from app.document.landing import Landing
from app.settings import Settings
from app.widgets.menus import action


class LandingChoice(QObject):
    """Three commands of which one is chosen; the choice is remembered."""

    def __init__(self, settings: Settings, parent: QObject) -> None:
        super().__init__(parent)
        self._settings = settings
        self._group = QActionGroup(self)
        texts = {
            Landing.LAYER: self.tr("Apply as a new &layer"),
            Landing.HERE: self.tr("Apply &to the layer drawn on"),
            Landing.FRAME: self.tr("Apply as a new &frame"),
        }
        for landing, text in texts.items():
            one = action(self, f"draw.apply_as_{landing}", text, partial(self._choose, landing))
            one.setCheckable(True)
            one.setChecked(landing is self.landing)
            self._group.addAction(one)

    @property
    def landing(self) -> Landing:
        """The chosen one; a new layer where none was."""
        known = self._settings.landing
        return Landing(known) if known in list(Landing) else Landing.LAYER

    def actions(self) -> list[QAction]:
        """Return the commands in the order of a menu."""
        return self._group.actions()

    def _choose(self, landing: Landing) -> None:
        self._settings.landing = landing.value
