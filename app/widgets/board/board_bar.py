"""The bar above the board: the pack, how new sprites are drawn, and the steps back."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import assert_never

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from app.document.board import Fresh, Lock
from app.library import MAKING_FAMILY, Pack
from app.settings import BoardChoices
from app.widgets.buttons import action_button, command_button, follow_tip, label
from app.widgets.drawing.pack_picker import PackPicker
from app.widgets.drawing.seed_field import SeedField
from app.widgets.exploring.field_label import field_label
from app.widgets.exploring.prior_words import prior_words
from app.widgets.exploring.tag_field import TagField
from app.widgets.fields import choice_field, number_field
from genmodels.api.messages import Prior

MAX_COUNT = 64
_FINE, _MOST_VARIETY, _COUNT = 20, 2, 24
_PICKER_WIDTH, _SEED_WIDTH, _LOCK_WIDTH = 190, 176, 168


class _Colours(StrEnum):
    HELD = "held"
    FREE = "free"
    FILE = "file"
    CANVAS = "canvas"


class BoardBar(QFrame):
    """Parts are made in the order of Tab."""

    changed = Signal()  # what is remembered
    free_asked = Signal()  # the model chooses the colours again
    file_asked = Signal()  # hold to the colours of a file
    canvas_asked = Signal()  # hold to the colours of the sprite on the canvas

    def __init__(
        self,
        new: QAction,
        only_starred: QAction,
        walk: QAction,
        steps: Sequence[QAction],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setProperty("role", "top")
        self._lock = Lock()
        self._has_mixture = True
        self.picker = PackPicker(self)
        self.picker.about.hide()
        self.picker.setFixedWidth(_PICKER_WIDTH)
        self.new = command_button(self, new, self.tr("New sprites"), role="primary")
        self.count = number_field(self, 1, MAX_COUNT, "", self.tr("How many at once"))
        self.count.setValue(_COUNT)
        self.count.setToolTip(self.tr("How many at once"))
        self.seed = SeedField(self)
        self.seed.setFixedWidth(_SEED_WIDTH)
        self._stars = QCheckBox(self.tr("Only starred"), self)
        follow_tip(self._stars, only_starred)
        self._walk = command_button(self, walk, self.tr("Walk"))
        self._walk.setCheckable(True)
        self._buttons = [action_button(self, step) for step in steps]
        self._variety = QSlider(Qt.Orientation.Horizontal, self)
        self._figure = label(self, role="muted")
        priors = [(prior.value, prior_words(prior)) for prior in (Prior.MIXTURE, Prior.NORMAL)]
        self._prior = choice_field(self, priors, self.tr("Where the numbers come from"))
        self._tag = TagField(self.tr("What new sprites are to show, of what the pack was told apart by folders"), self)
        self._colours = choice_field(self, [], self.tr("Colours"))
        drawing = (self.picker, self.count, self.seed, self._variety, self._prior, self._tag, self._colours)
        self._making = (*drawing, self._stars)
        self._lay_out()
        self._connect(only_starred, walk)
        self._tag.show_tags(())
        self.show_lock(self._lock)

    def _lay_out(self) -> None:
        self._variety.setRange(0, _MOST_VARIETY * _FINE)
        self._variety.setFixedSize(104, 24)
        self._variety.setAccessibleName(self.tr("Variety"))
        self._variety.setToolTip(self.tr("Low: what is usual for the pack. High: surprises."))
        self._figure.setFixedWidth(28)
        self._prior.setToolTip(
            self.tr("The mixture: places like those of the training pictures. N(0, 1): anywhere round the middle")
        )
        self._colours.setFixedWidth(_LOCK_WIDTH)
        self._colours.setToolTip(self.tr("Hold all sprites, those on the board too, to one palette"))
        first, second = QHBoxLayout(), QHBoxLayout()
        for line in (first, second):
            line.setSpacing(8)
        first.addWidget(field_label(self, self.tr("&Pack"), self.picker))
        for widget in (self.picker, self.new, self.count):
            first.addWidget(widget)
        first.addWidget(field_label(self, self.tr("S&eed"), self.seed))
        first.addWidget(self.seed)
        first.addStretch(1)
        first.addWidget(self._walk)
        for button in self._buttons:
            first.addWidget(button)
        second.addWidget(field_label(self, self.tr("Variet&y"), self._variety))
        second.addWidget(self._variety)
        second.addWidget(self._figure)
        self._from = field_label(self, self.tr("F&rom"), self._prior)
        second.addWidget(self._from)
        second.addWidget(self._prior)
        second.addWidget(self._tag)
        second.addWidget(field_label(self, self.tr("&Colours"), self._colours))
        second.addWidget(self._colours)
        second.addStretch(1)
        second.addWidget(self._stars)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(14, 6, 14, 6)
        layout.setSpacing(4)
        layout.addLayout(first)
        layout.addLayout(second)

    def _connect(self, only_starred: QAction, walk: QAction) -> None:
        self.picker.chosen.connect(self._on_pack)
        self._variety.valueChanged.connect(self._on_variety)
        self._prior.currentIndexChanged.connect(self.changed)
        self._colours.activated.connect(self._on_colours)
        self._stars.clicked.connect(only_starred.trigger)
        only_starred.toggled.connect(self._stars.setChecked)
        walk.toggled.connect(self._show_walking)

    # What is chosen

    def take(self) -> list[Fresh]:
        """Return how the next sprites are to be drawn."""
        return [self.fresh(seed) for seed in self.seed.take(self.count.value())]

    def fresh(self, seed: int) -> Fresh:
        """Return how a sprite of this seed is to be drawn."""
        return Fresh(seed=seed, prior=self.prior if self._has_mixture else Prior.NORMAL, variety=self.variety)

    @property
    def prior(self) -> Prior:
        """Where the numbers come from."""
        return Prior(self._prior.currentData())

    @property
    def tag(self) -> str:
        """What new sprites are to show; empty leaves it open."""
        return self._tag.tag

    def show_recipe(self, fresh: Fresh, tag: str) -> None:
        """Choose what a sprite was drawn with."""
        self._tag.show_tag(tag)
        self.seed.set_seed(fresh.seed)
        self._variety.setValue(round(fresh.variety * _FINE))
        if self._has_mixture:
            self._prior.setCurrentIndex(max(self._prior.findData(fresh.prior.value), 0))

    def show_choices(self, choices: BoardChoices) -> None:
        """Show what was chosen on an earlier day."""
        self._variety.setValue(round(choices.variety * _FINE))
        self._prior.setCurrentIndex(max(self._prior.findData(choices.prior), 0))
        self._on_variety()

    @property
    def variety(self) -> float:
        """What the random numbers are multiplied with."""
        return self._variety.value() / _FINE

    def show_lock(self, lock: Lock) -> None:
        """Show the palette that all are held to."""
        self._lock = lock
        self._colours.clear()
        if lock.colours:
            self._colours.addItem(self.tr("{0}, {1} colours").format(lock.name, len(lock.colours)), _Colours.HELD.value)
        for value, text in (
            (_Colours.FREE.value, self.tr("chosen by the model")),
            (_Colours.FILE.value, self.tr("of a palette file…")),
            (_Colours.CANVAS.value, self.tr("of the sprite on the canvas")),
        ):
            self._colours.addItem(text, value)
        self._colours.setCurrentIndex(0)

    def show_stars(self, count: int) -> None:
        """Show how many sprites are starred."""
        self._stars.setText(self.tr("Only starred ({0})").format(count) if count else self.tr("Only starred"))

    def _show_walking(self, on: bool) -> None:
        """Allow only what belongs to a walk while there is one."""
        self._walk.setChecked(on)
        self._walk.setText(self.tr("Back to the board") if on else self.tr("Walk"))
        for widget in self._making:
            widget.setEnabled(not on)

    def _on_pack(self, pack: Pack) -> None:
        """Offer only what the pack knows: noise has one distribution, and a mixture is fitted to codes."""
        self._has_mixture = pack.card.family != MAKING_FAMILY
        for widget in (self._from, self._prior):
            widget.setVisible(self._has_mixture)
        self._tag.show_tags(pack.card.tags)

    def _on_variety(self) -> None:
        self._figure.setText(f"{self.variety:.2f}")
        self.changed.emit()

    def _on_colours(self, _number: int) -> None:
        chosen = _Colours(self._colours.currentData())
        self.show_lock(self._lock)  # what holds is shown until another one does
        match chosen:
            case _Colours.FREE:
                self.free_asked.emit()
            case _Colours.FILE:
                self.file_asked.emit()
            case _Colours.CANVAS:
                self.canvas_asked.emit()
            case _Colours.HELD:
                pass
            case _:
                assert_never(chosen)
