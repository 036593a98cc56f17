"""The choice of a pack, with a line on what it was trained on."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from app.library import Pack
from app.widgets.buttons import label
from app.widgets.packs.pack_words import one_line, title_of, tooltip


class PackPicker(QWidget):
    """A list of packs; `chosen` follows every change, by a person or by `choose`."""

    chosen = Signal(Pack)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._packs: list[Pack] = []
        self._box = QComboBox(self)
        self._box.setAccessibleName(self.tr("Model pack"))
        self._box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._box.setMinimumContentsLength(12)
        self.about = label(self, role="muted")  # long, so the panel places it where it moves nothing
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._box)
        self._box.currentIndexChanged.connect(self._on_index_changed)

    def set_packs(self, packs: Sequence[Pack], name: str) -> None:
        """Offer these packs; the named one is chosen where it is among them."""
        self._box.blockSignals(True)  # one change, one signal
        self._box.clear()
        self._packs = list(packs)
        for number, pack in enumerate(packs):
            self._box.addItem(title_of(pack.card))
            self._box.setItemData(number, self._card_text(pack), Qt.ItemDataRole.ToolTipRole)
        names = [pack.folder.name for pack in packs]
        self._box.setCurrentIndex(names.index(name) if name in names else 0 if packs else -1)
        self._box.setEnabled(bool(packs))
        self._box.setPlaceholderText(self.tr("No pack yet"))
        self._box.blockSignals(False)
        self._on_index_changed(self._box.currentIndex())

    def refresh(self, packs: Sequence[Pack], name: str) -> None:
        """Offer these packs; the chosen one stays chosen, or the named one is where it is gone."""
        stays = self.pack is not None and self.pack.folder in [pack.folder for pack in packs]
        self.set_packs(packs, self.pack.folder.name if self.pack is not None and stays else name)

    @property
    def pack(self) -> Pack | None:
        """The chosen pack."""
        number = self._box.currentIndex()
        return self._packs[number] if 0 <= number < len(self._packs) else None

    def choose(self, folder_name: str) -> None:
        """Choose a pack by its folder's name; an unknown one changes nothing."""
        for number, pack in enumerate(self._packs):
            if pack.folder.name == folder_name:
                self._box.setCurrentIndex(number)

    def _on_index_changed(self, _number: int) -> None:
        pack = self.pack
        if pack is None:
            self.about.setText(self.tr("Train one on the Train page, or drop an .svpack file anywhere on this window."))
            return
        about = self.tr("Sees {0}×{0} pixels at once. Trained on {1}")
        self.about.setText(about.format(pack.card.size, one_line(pack.card.trained_on)))
        self.about.setToolTip(self._card_text(pack))
        self._box.setToolTip(self._card_text(pack))
        self.chosen.emit(pack)

    def _card_text(self, pack: Pack) -> str:
        card = pack.card
        rows = (
            (self.tr("Name"), card.name),
            (self.tr("Sees at once"), f"{card.size}×{card.size}" if card.size else ""),
            (self.tr("Trained on"), card.trained_on),
            (self.tr("Licence"), card.licence),
        )
        return tooltip("\n".join(f"{title}: {one_line(value, 1000)}" for title, value in rows if value))
