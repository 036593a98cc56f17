"""Layers and frames on the Draw page: the timeline, its commands, playing and onion skin, kept in step."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QMenu, QMenuBar, QSizePolicy, QVBoxLayout, QWidget

from app.canvas.view import Canvas
from app.document.drawing import Drawing
from app.document.frame_pictures import FramePictures
from app.settings import Settings
from app.tasks.artwork_commands import Hands
from app.tasks.cel_editing import CelEditing
from app.tasks.framing import Framing
from app.tasks.layering import Layering
from app.tasks.onion_skin import OnionSkin
from app.tasks.playing import SPEEDS, Playing
from app.tasks.tagging import Tagging
from app.widgets.job_bar import JobBar
from app.widgets.menus import action, fill
from genmodels.media.artwork.artwork import Tag

if TYPE_CHECKING:
    from app.widgets.timeline.timeline_panel import TimelinePanel


class Animating(QObject):
    """The timeline is built when it is first shown; the commands work without it, on what is drawn on."""

    shown = Signal(bool)  # the timeline

    def __init__(
        self, window: QWidget, drawing: Callable[[], Drawing], canvas: Canvas, bar: JobBar, settings: Settings
    ) -> None:
        super().__init__(window)
        self._drawing, self._canvas, self._settings = drawing, canvas, settings
        self._may_play = True
        self.panel: TimelinePanel | None = None
        self.dock = QFrame(window)
        self.dock.setProperty("role", "bottom")
        self.dock.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.dock.hide()
        inside = QVBoxLayout(self.dock)
        inside.setContentsMargins(0, 1, 0, 0)
        pictures = FramePictures()
        self.playing = Playing(window, drawing, canvas, pictures, settings)
        self.onion = OnionSkin(window, drawing, canvas, pictures, settings)
        hands = Hands(
            window=window,
            bar=bar,
            drawing=drawing,
            before=self._before,
            frames=self._chosen_frames,
            cels=self._chosen_cels,
            choose_frames=self._choose_frames,
            choose_cels=self._choose_cels,
        )
        self.layers, self.frames = Layering(hands), Framing(hands)
        self.cels, self.tags = CelEditing(hands), Tagging(hands)
        self.toggle = action(self, "draw.timeline", self.tr("&Timeline"), self._on_toggle, "Tab")
        self.toggle.setCheckable(True)
        for one in (self.toggle, self.playing.toggle, self.frames.first, self.frames.last):
            one.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)  # lists and fields need these keys
            canvas.addAction(one)
            self.dock.addAction(one)
        canvas.pressed.connect(self.playing.pause)
        self.playing.began.connect(self.onion.hide)
        self.playing.stepped.connect(self._on_played)
        self.playing.ended.connect(self._on_play_ended)

    def add_menus(self, bar: QMenuBar) -> None:
        """Add the menus of layers and of frames."""
        fill(bar.addMenu(self.tr("&Layer")), self.layers.actions())
        playing, onion = self.playing, self.onion
        look = [*self.frames.moves(), playing.toggle, playing.loop, None, onion.toggle, onion.choose]
        menu = [*self.frames.changes(), None, *self.cels.actions(), None, *self.tags.actions(), None, *look]
        fill(bar.addMenu(self.tr("F&rame")), menu)

    def held_keys(self) -> list[tuple[str, str]]:
        """Return what keys do that belong to no menu."""
        return [
            (self.tr("Choose several frames in the timeline"), self.tr("Shift or Ctrl with clicks or arrow keys")),
            (self.tr("Copy cels instead of moving them"), self.tr("hold Ctrl while dropping them")),
            (self.tr("Leave canvas or timeline by keyboard"), self.tr("Shift+Tab")),
        ]

    def show_drawing(self, drawing: Drawing) -> None:
        """Show another drawing, whose steps are told by `on_step`."""
        self.playing.stop()
        if self._settings.timeline.shown is None and not _has_more(drawing) and self.toggle.isChecked():
            self._set_shown(shown=False)
        self.on_step()

    def on_step(self) -> None:
        """Show what has changed, and where one is."""
        drawing = self._drawing()
        self.playing.stop()
        shown = self._settings.timeline.shown
        if not self.toggle.isChecked() and (shown or (shown is None and _has_more(drawing))):
            self._set_shown(shown=True)
        if self.panel is not None and self.toggle.isChecked():
            self.panel.show_artwork(drawing.artwork, drawing.layer, drawing.frame)
        self._enable()
        self.onion.refresh()

    def allow_playing(self, *, allowed: bool) -> None:
        """Leave the canvas, and the key Enter, to something else, or take them back."""
        if not allowed:
            self.playing.stop()
        self._may_play = allowed
        self._enable()

    # The timeline

    def _set_shown(self, *, shown: bool) -> None:
        if shown and self.panel is None:
            self._build()
        self.toggle.setChecked(shown)
        self.shown.emit(shown)  # first, so that others make room
        self.dock.setVisible(shown)

    def _build(self) -> None:
        from app.widgets.timeline.timeline_panel import TimelinePanel  # here, because a start shows one frame

        drawing, frames, playing = self._drawing(), self.frames, self.playing
        play: list[QAction] = [frames.first, frames.previous, playing.toggle, frames.next, frames.last]
        play += [playing.loop, self.onion.toggle]
        add = [self.tags.new, self.layers.new, frames.new, frames.remove]
        panel = self.panel = TimelinePanel(drawing.artwork, play, add, SPEEDS, self.dock)
        layout = self.dock.layout()
        if layout is not None:
            layout.addWidget(panel)
        view, layers = panel.view, self.layers
        panel.speed_chosen.connect(playing.set_speed)
        view.went.connect(self._on_went)
        view.frames_dropped.connect(frames.drop)
        view.layer_dropped.connect(layers.move)
        view.cels_dropped.connect(lambda up, on, copy: self.cels.drop(up, on, copy=copy))
        view.frames.opened.connect(lambda _column: frames.duration.trigger())
        view.frames.tag_opened.connect(self.tags.open)
        view.layers.eye_pressed.connect(lambda row: layers.toggle_visible(view.cels.layer(row).key))
        view.layers.lock_pressed.connect(lambda row: layers.toggle_locked(view.cels.layer(row).key))
        view.layers.renamed.connect(lambda row, name: layers.rename(view.cels.layer(row).key, name))
        view.layers.opacity_opened.connect(lambda _row: layers.properties.trigger())
        view.layer_menu_asked.connect(lambda at: self._open_menu(at, layers.actions()))
        view.cel_menu_asked.connect(lambda at: self._open_menu(at, self.cels.actions()))
        view.frame_menu_asked.connect(self._on_frame_menu)

    def _open_menu(self, at: QPoint, actions: Sequence[QAction | None], tag: Tag | None = None) -> None:
        menu = QMenu(self.dock)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if tag is not None:
            entry = menu.addAction(self.tr("Properties of “{0}”…").format(tag.name))
            entry.triggered.connect(lambda: self.tags.open(tag))
        fill(menu, [None, *actions] if tag is not None else actions)
        menu.popup(at)

    # Slots

    def _before(self) -> None:
        self._canvas.abort_stroke()
        self.playing.pause()

    def _on_toggle(self) -> None:
        shown = self.toggle.isChecked()
        self._settings.timeline = replace(self._settings.timeline, shown=shown)
        self._set_shown(shown=shown)
        if shown:
            self.on_step()
        elif not self._canvas.hasFocus():
            self._canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_went(self, layer: int, frame: int) -> None:
        self._canvas.abort_stroke()
        self.playing.stop()
        self._drawing().go_to(layer=layer, frame=frame)

    def _on_frame_menu(self, at: QPoint, tag: Tag | None) -> None:
        self._open_menu(at, [*self.frames.changes(), None, *self.tags.actions()], tag)

    def _on_played(self, place: int) -> None:
        if self.panel is not None and self.toggle.isChecked():
            drawing = self._drawing()
            self.panel.view.show_playhead(place)
            self.panel.show_place(drawing.artwork, place, drawing.drawn_layer)

    def _on_play_ended(self) -> None:
        if self.panel is not None:
            self.panel.view.show_playhead(None)
        self.onion.refresh()

    def _enable(self) -> None:
        self.playing.toggle.setEnabled(self._may_play and len(self._drawing().artwork.frames) > 1)

    # What is chosen

    def _chosen_frames(self) -> Sequence[int]:
        chosen = self.panel.view.chosen_frames if self.panel is not None and self.toggle.isChecked() else []
        here = self._drawing().frame
        return chosen if here in chosen else [here]

    def _chosen_cels(self) -> Sequence[tuple[int, int]]:
        chosen = self.panel.view.chosen_cels if self.panel is not None and self.toggle.isChecked() else []
        here = self._drawing().layer, self._drawing().frame
        return chosen if here in chosen else [here]

    def _choose_frames(self, frames: Sequence[int]) -> None:
        if self.panel is not None and self.toggle.isChecked():
            self.panel.view.choose_frames(frames)

    def _choose_cels(self, places: Sequence[tuple[int, int]]) -> None:
        if self.panel is not None and self.toggle.isChecked():
            self.panel.view.choose_cels(places)


def _has_more(drawing: Drawing) -> bool:
    """Return whether there is more than one layer in one frame."""
    return len(drawing.artwork.layers) > 1 or len(drawing.artwork.frames) > 1
