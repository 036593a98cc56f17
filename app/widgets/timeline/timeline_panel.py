"""The timeline with its buttons: playing on the left, where one is, and what can be added on the right."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.widgets.buttons import ElidedLabel, action_button
from app.widgets.fields import choice_field
from app.widgets.timeline.timeline_view import TimelineView
from genmodels.media.artwork.artwork import Artwork, Layer
from genmodels.media.artwork.playing import tag_at


class TimelinePanel(QWidget):
    """Shows the drawing; its parts tell what a person does."""

    speed_chosen = Signal(float)

    def __init__(
        self,
        artwork: Artwork,
        play: Sequence[QAction],
        add: Sequence[QAction],
        speeds: Sequence[float],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        line = QHBoxLayout()
        line.setContentsMargins(8, 3, 8, 3)
        line.setSpacing(2)
        for one in play:
            line.addWidget(action_button(self, one, 18))
        self.speed = choice_field(self, [(speed, f"{speed:g}×") for speed in speeds], self.tr("Speed"))
        self.speed.setToolTip(self.tr("Speed"))
        self.speed.setCurrentIndex(list(speeds).index(1.0))
        self.speed.currentIndexChanged.connect(lambda _at: self.speed_chosen.emit(float(self.speed.currentData())))
        line.insertWidget(len(play) - 2, self.speed)
        self._place = ElidedLabel(self, "muted")
        line.addSpacing(6)
        line.addWidget(self._place, 1)
        for one in add:
            line.addWidget(action_button(self, one, 18))
        self.view = TimelineView(artwork, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(line)
        layout.addWidget(self.view, 1)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def show_artwork(self, artwork: Artwork, layer: int, frame: int) -> None:
        """Show this artwork, and where one is in it."""
        self.view.show_artwork(artwork, layer, frame)
        self.show_place(artwork, artwork.frame_at(frame), artwork.layers[artwork.layer_at(layer)])

    def show_place(self, artwork: Artwork, place: int, layer: Layer) -> None:
        """Say which frame is seen, and what keeps its layer from being drawn on."""
        words = [self.tr("{0} of {1}").format(place + 1, len(artwork.frames))]
        words.append(self.tr("{0} ms").format(artwork.frames[place].duration_ms))
        tag = tag_at(artwork.tags, place)
        words += [tag.name] if tag is not None else []
        words += [self.tr("“{0}” is hidden").format(layer.name)] if not layer.visible else []
        words += [self.tr("“{0}” is locked").format(layer.name)] if layer.locked else []
        self._place.setText(" · ".join(words))
