"""Onion skin: the frames before and after the one seen show through it, fainter the farther they are."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from app.canvas.view import Canvas
from app.document.drawing import Drawing
from app.document.frame_pictures import FramePictures
from app.images import to_qimage
from app.settings import Settings, TimelineChoices
from app.widgets.menus import action
from genmodels.media.arrays import np

BEFORE, AFTER = (220, 60, 50), (50, 110, 230)  # of the tints
_TINT = 0.6  # share of the tint in a pixel's colour


class OnionSkin(QObject):
    """Shows the sheets on the canvas, except while something plays."""

    def __init__(
        self,
        window: QWidget,
        drawing: Callable[[], Drawing],
        canvas: Canvas,
        pictures: FramePictures,
        settings: Settings,
    ) -> None:
        super().__init__(window)
        self._window, self._drawing, self._canvas = window, drawing, canvas
        self._pictures, self._settings = pictures, settings
        self._sheets: dict[tuple[int, tuple[int, int, int] | None], tuple[np.ndarray, QImage]] = {}  # those shown now
        self.toggle = action(self, "draw.onion_skin", self.tr("&Onion skin"), self._on_toggle, "F3", icon="onion")
        self.toggle.setCheckable(True)
        self.toggle.setChecked(settings.timeline.onion)
        self.choose = action(self, "draw.onion_settings", self.tr("Onion skin &settings…"), self._on_choose, "Shift+F3")

    def hide(self) -> None:
        """Show none, until `refresh`."""
        self._canvas.set_onion(())

    def refresh(self) -> None:
        """Show the frames round the one seen, if they are to be shown."""
        choices, drawing = self._settings.timeline, self._drawing()
        if not self.toggle.isChecked() or len(drawing.artwork.frames) < 2:
            self._sheets = {}
            self.hide()
            return
        place, known, sheets = drawing.artwork.frame_at(drawing.frame), self._sheets, []
        self._sheets = {}
        for distance in range(max(choices.onion_before, choices.onion_after), 0, -1):  # the nearest on top
            for tint, other, most in (
                (BEFORE, place - distance, choices.onion_before),
                (AFTER, place + distance, choices.onion_after),
            ):
                if distance <= most and 0 <= other < len(drawing.artwork.frames):
                    rgba_HWC = self._pictures.picture(drawing.artwork, drawing.artwork.frames[other].key)
                    key = id(rgba_HWC), tint if choices.onion_tinted else None
                    made = known.get(key) or self._sheets.get(key)
                    self._sheets[key] = made or (rgba_HWC, to_qimage(tinted(rgba_HWC, key[1])))
                    sheets.append((self._sheets[key][1], choices.onion_percent / 100 / distance))
        self._canvas.set_onion(sheets)

    def _on_toggle(self) -> None:
        self._settings.timeline = replace(self._settings.timeline, onion=self.toggle.isChecked())
        self.refresh()

    def _on_choose(self) -> None:
        from app.widgets.timeline.onion_dialog import OnionDialog  # here, because few starts ask for it

        dialog = OnionDialog(self._settings.timeline, self._window)
        dialog.changed.connect(self._on_chosen)
        dialog.open()

    def _on_chosen(self, choices: TimelineChoices) -> None:
        self._settings.timeline = replace(choices, onion=True)
        self.toggle.setChecked(True)
        self.refresh()


def tinted(rgba_HWC: np.ndarray, tint: tuple[int, int, int] | None) -> np.ndarray:
    """Return a picture (uint8 RGBA) with its colours drawn towards a tint; None leaves them."""
    if tint is None:
        return rgba_HWC
    result_HWC = rgba_HWC.copy()
    colours_HW3 = rgba_HWC[..., :3] * (1 - _TINT) + np.array(tint) * _TINT
    result_HWC[..., :3] = np.rint(colours_HW3).astype(np.uint8)
    return result_HWC
