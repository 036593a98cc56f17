"""The pad with the two boxes that choose its directions."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from app.document.exploration import Heading, Place
from app.widgets.exploring.field_label import field_label
from app.widgets.exploring.latent_pad import LatentPad
from app.widgets.menus import unmarked


class PadPanel(QWidget):
    """Keeps two different headings chosen; the same one in both boxes swaps them."""

    headings_changed = Signal(Heading, Heading)  # across, down
    pulled = Signal(Heading, float, Heading, float)

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._headings: list[Heading] = []
        self._pair: tuple[Heading, Heading] | None = None
        self._boxes = (QComboBox(self), QComboBox(self))
        self.pad = LatentPad(side, self)
        top = QGridLayout()
        top.setHorizontalSpacing(6)
        texts = (self.tr("&Across"), self.tr("D&own"))
        for number, (text, box) in enumerate(zip(texts, self._boxes, strict=True)):
            title = field_label(self, text, box)
            box.setAccessibleName(unmarked(text))
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(5)
            box.activated.connect(lambda _index, number=number: self._on_activated(number))
            top.addWidget(title, 0, 2 * number)
            top.addWidget(box, 0, 2 * number + 1)
            top.setColumnStretch(2 * number + 1, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(top)
        layout.addWidget(self.pad, 1)
        self.pad.pulled.connect(self._on_pulled)

    @property
    def pair(self) -> tuple[Heading, Heading] | None:
        """What the pad spans: across and down; None where there are not two directions."""
        return self._pair

    def show_headings(self, headings: Sequence[Heading]) -> None:
        """Offer these; those that were chosen stay where they are still there."""
        if list(headings) == self._headings:
            return
        before = self._pair
        self._headings = list(headings)
        for box in self._boxes:
            box.clear()
            box.addItems([heading.name for heading in headings])
        if len(headings) < 2:
            self._pair = None
            return
        kept = [self._find(old) for old in before] if before is not None else [None, None]
        strongest = sorted(headings, key=lambda heading: heading.saved)
        first = kept[0] or next(h for h in strongest if h != kept[1])
        second = kept[1] or next(h for h in strongest if h != first)
        self._choose(first, second)

    def show_place(self, place: Place) -> None:
        """Show where the picture is."""
        if self._pair is not None:
            (across, down), (x, y) = self._pair, (place.amount(heading.vector) for heading in self._pair)
            words = self.tr("{0} {1:+.2f}, {2} {3:+.2f}").format(across.name, x, down.name, y)
            self.pad.show_place(_share(x, across), _share(y, down), words)

    def _find(self, old: Heading) -> Heading | None:
        return next((heading for heading in self._headings if heading.vector == old.vector), None)

    def _choose(self, across: Heading, down: Heading) -> None:
        self._pair = across, down
        for box, heading in zip(self._boxes, self._pair, strict=True):
            box.setCurrentIndex(self._headings.index(heading))
        self.headings_changed.emit(across, down)

    def _on_activated(self, number: int) -> None:
        if self._pair is None:
            return
        wanted = self._headings[self._boxes[number].currentIndex()]
        before, other = self._pair[number], self._pair[1 - number]
        pair = (wanted, before if wanted == other else other)
        self._choose(*(pair if number == 0 else pair[::-1]))

    def _on_pulled(self, x: float, y: float) -> None:
        if self._pair is not None:
            across, down = self._pair
            self.pulled.emit(across, round(x * across.reach, 4), down, round(y * down.reach, 4))


def _share(amount: float, heading: Heading) -> float:
    """Return an amount as a share of the reach; one beyond it is shown at the edge."""
    return min(max(amount / heading.reach, -1.0), 1.0)
