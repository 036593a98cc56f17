"""Random pictures side by side: a row from N(0, 1), a row from the mixture, the same seed above each other."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QMenu, QScrollArea, QSlider, QToolButton, QWidget

from app.widgets.buttons import label, text_button
from app.widgets.drawing.seed_field import SEEDS, SeedField
from app.widgets.exploring.field_label import field_label
from app.widgets.exploring.prior_words import prior_words
from app.widgets.exploring.random_tile import SIDE, RandomTile
from genmodels.api.deferred import messages

COLUMNS, MAX_COLUMNS = 8, 96
_CAPTION, _FINE, _MOST_VARIETY, _USUAL_VARIETY = 20, 20, 2, 1


class RandomBoard(QFrame):
    """Holds the pictures; the page has them drawn."""

    seeds_asked = Signal(object)  # a tuple of seeds
    chosen = Signal(str, object, str)  # base64 PNG, Code, name
    copied = Signal(int)  # the seed

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "bottom")
        self.setAccessibleName(self.tr("Random pictures"))
        self._columns: dict[int, dict[messages.Prior, RandomTile]] = {}
        self._captions: dict[int, QToolButton] = {}
        self._variety = QSlider(Qt.Orientation.Horizontal, self)
        self._seed = SeedField(self)  # parts are made in the order of Tab
        self.new = text_button(self, self.tr("New pictures"), self.ask_new)
        self._figure = label(self, role="muted")
        self._scroll = QScrollArea(self)
        self._row = QWidget(self._scroll)
        self._grid = QGridLayout(self._row)
        self._empty = label(self, role="muted")
        self._more = text_button(self._row, self.tr("More"), self.ask_more)
        self._lay_out()
        self._variety.valueChanged.connect(self._on_variety_changed)
        self._variety.setValue(_USUAL_VARIETY * _FINE)

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(label(self, self.tr("Random"), role="title"))
        top.addStretch(1)
        seed = field_label(self, self.tr("&Seed"), self._seed)
        variety = field_label(self, self.tr("Variet&y"), self._variety)
        self._variety.setRange(0, _MOST_VARIETY * _FINE)
        self._variety.setFixedSize(80, 24)
        self._variety.setAccessibleName(self.tr("Variety"))
        self._variety.setToolTip(self.tr("Low: what is usual for the pack. High: surprises."))
        self._figure.setFixedWidth(26)
        self._seed.setFixedWidth(176)
        for widget in (variety, self._variety, self._figure, seed, self._seed, self.new):
            top.addWidget(widget)
        self._scroll.setWidget(self._row)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFixedHeight(2 * SIDE + _CAPTION + 18)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(5)
        self._grid.setVerticalSpacing(3)
        self._empty.setText(
            self.tr(
                "Eight from N(0, 1), towards which the training pushed all codes, and eight from a Gaussian mixture "
                "fitted to the codes of the training pictures. A click on one explores it."
            )
        )
        self._empty.setWordWrap(True)
        self._more.setToolTip(self.tr("The seeds that follow"))
        self._names = QWidget(self)
        names = QGridLayout(self._names)
        names.setContentsMargins(0, 0, 0, 0)
        names.setVerticalSpacing(3)
        for row, (text, tip) in enumerate(
            (
                (self.tr("From\nN(0, 1)"), self.tr("Codes of the bell curve that the training pushed towards")),
                (self.tr("From the\nmixture"), self.tr("Codes of a Gaussian mixture fitted to the training pictures")),
                (self.tr("Seed"), self.tr("A click copies a seed")),
            )
        ):
            title = label(self._names, text, role="muted")
            title.setToolTip(tip)
            title.setFixedHeight(SIDE if row < 2 else _CAPTION)
            names.addWidget(title, row, 0)
        names.setRowStretch(3, 1)
        both = QHBoxLayout()
        both.setSpacing(8)
        both.addWidget(self._names)
        both.addWidget(self._scroll, 1)
        outer = QGridLayout(self)
        outer.setContentsMargins(14, 6, 12, 6)
        outer.setVerticalSpacing(4)
        outer.addLayout(top, 0, 0)
        outer.addWidget(self._empty, 1, 0)
        outer.addLayout(both, 2, 0)
        self._drop([])

    # Asking

    @property
    def variety(self) -> float:
        """What the random numbers are multiplied with."""
        return self._variety.value() / _FINE

    def ask_new(self) -> None:
        """Ask for pictures of the seeds that follow the one in the field."""
        if self.new.isEnabled():
            self.clear()
            self.seeds_asked.emit(self._seed.take(COLUMNS))

    def ask_more(self) -> None:
        """Ask for the seeds that follow the last ones."""
        if self._columns:
            first = [*self._columns][-1] + 1
            self.seeds_asked.emit(tuple((first + number) % SEEDS for number in range(COLUMNS)))
        else:
            self.ask_new()

    def ask_seed(self, seed: int) -> None:
        """Ask for this seed and those that follow it."""
        self._seed.set_seed(seed)
        self.ask_new()

    def set_busy(self, *, busy: bool) -> None:
        """Block the buttons while pictures are drawn."""
        self.new.setEnabled(not busy)
        self._more.setEnabled(not busy)

    # What it holds

    def tile(self, prior: messages.Prior, seed: int) -> RandomTile | None:
        """Return the tile of a seed."""
        return self._columns.get(seed, {}).get(prior)

    def tiles(self, prior: messages.Prior) -> list[RandomTile]:
        """Return a row, from left to right."""
        return [column[prior] for column in self._columns.values()]

    def add(self, seeds: Sequence[int], variety: float) -> None:
        """Make room for pictures that are drawn now."""
        for seed in seeds:
            if seed in self._columns:
                continue
            at = len(self._columns)
            self._columns[seed] = {}
            for row, prior in enumerate(messages.Prior):
                name = self._name(prior, seed, variety)
                tile = RandomTile(name, self._row)
                tile.clicked.connect(lambda _checked, tile=tile, seed=seed: self._on_clicked(tile, seed))
                tile.focused.connect(partial(self._on_focused, tile))
                tile.step_asked.connect(partial(self._step, seed, prior))
                tile.customContextMenuRequested.connect(partial(self._open_menu, tile, seed))
                self._columns[seed][prior] = tile
                self._grid.addWidget(tile, row, at)
            caption = QToolButton(self._row)
            caption.setProperty("role", "caption")
            caption.setText(str(seed))
            caption.setAccessibleName(self.tr("Copy seed {0}").format(seed))
            caption.setToolTip(caption.accessibleName())
            caption.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # by keys a tile's menu copies its seed
            caption.setFixedSize(SIDE, _CAPTION)
            caption.clicked.connect(partial(self._copy, seed))
            self._captions[seed] = caption
            self._grid.addWidget(caption, 2, at)
        self._place_more()
        self._let_tab_in()

    def show_picture(self, prior: messages.Prior, seed: int, picture: str, code: object = None) -> None:
        """Show a picture, and take its code where it is known."""
        from genmodels.api.codes import Code  # here, because a start has no codes

        tile = self.tile(prior, seed)
        if tile is not None:
            tile.show_picture(picture, code if isinstance(code, Code) else None)

    def choose(self, prior: messages.Prior, seed: int) -> None:
        """Explore a picture."""
        tile = self.tile(prior, seed)
        if tile is not None and tile.code is not None:
            self._on_clicked(tile, seed)

    def mark(self, picture: str) -> None:
        """Mark the picture that is explored, where it is one of these."""
        for column in self._columns.values():
            for tile in column.values():
                tile.setChecked(bool(picture) and tile.picture == picture)

    def clear(self) -> None:
        """Take all pictures away."""
        self._drop([*self._columns])

    def drop_unfinished(self) -> None:
        """Take the seeds away of which no picture can be explored, because their drawing was cancelled or failed."""
        tiles = self._columns.items()
        self._drop([seed for seed, column in tiles if not any(tile.code for tile in column.values())])

    def _drop(self, seeds: Sequence[int]) -> None:
        for seed in seeds:
            for widget in (*self._columns.pop(seed).values(), self._captions.pop(seed)):
                self._grid.removeWidget(widget)
                widget.hide()
                widget.deleteLater()
        self._place_more()
        self._let_tab_in()

    def _place_more(self) -> None:
        """Put the button behind the last column, and all room behind the button; without any, take little room."""
        self._grid.removeWidget(self._more)
        self._grid.addWidget(self._more, 0, len(self._columns) + 1, 2, 1)
        self._empty.setVisible(not self._columns)
        for widget in (self._names, self._scroll):
            widget.setVisible(bool(self._columns))
        self._more.setVisible(0 < len(self._columns) < MAX_COLUMNS)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0)
        self._grid.setColumnStretch(len(self._columns) + 2, 1)

    def _let_tab_in(self) -> None:
        """Let Tab stop at one of the tiles; arrow keys go on from there."""
        tiles = [tile for column in self._columns.values() for tile in column.values()]
        for before, after in pairwise([self.new, *tiles, self._more]):
            QWidget.setTabOrder(before, after)
        if tiles and not any(tile.focusPolicy() == Qt.FocusPolicy.StrongFocus for tile in tiles):
            tiles[0].setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _on_focused(self, tile: RandomTile) -> None:
        for column in self._columns.values():
            for other in column.values():
                other.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other is tile else Qt.FocusPolicy.ClickFocus)
        self._scroll.ensureWidgetVisible(tile)

    def _step(self, seed: int, prior: messages.Prior, columns: int, rows: int) -> None:
        seeds, priors = [*self._columns], [*messages.Prior]
        column = min(max(seeds.index(seed) + columns, 0), len(seeds) - 1)
        row = min(max(priors.index(prior) + rows, 0), len(priors) - 1)
        self._columns[seeds[column]][priors[row]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_clicked(self, tile: RandomTile, seed: int) -> None:
        self.chosen.emit(tile.picture, tile.code, self.tr("Seed {0}").format(seed))

    def _open_menu(self, tile: RandomTile, seed: int, where: QPoint) -> None:
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction(self.tr("Explore")).triggered.connect(lambda: self._on_clicked(tile, seed))
        menu.addAction(self.tr("Copy seed")).triggered.connect(lambda: self._copy(seed))
        menu.addAction(self.tr("Begin with this seed")).triggered.connect(lambda: self.ask_seed(seed))
        menu.popup(tile.mapToGlobal(where))

    def _copy(self, seed: int, *_: object) -> None:
        QGuiApplication.clipboard().setText(str(seed))
        self.copied.emit(seed)

    def _name(self, prior: messages.Prior, seed: int, variety: float) -> str:
        return self.tr("Seed {0} from {1}, variety {2:.2f}").format(seed, prior_words(prior), variety)

    def _on_variety_changed(self) -> None:
        self._figure.setText(f"{self.variety:.2f}")
