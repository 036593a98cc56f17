"""The page of all packs: what each is, and to use, share, describe, rename, remove and import them."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from app.engine import Engine
from app.library import BrokenPack, Pack, all_packs
from app.tasks.pack_files import PackFiles
from app.widgets.buttons import label, text_button
from app.widgets.drops import are_packs, files_of
from app.widgets.job_bar import JobBar
from app.widgets.packs.card_dialog import CardDialog, NameDialog
from app.widgets.packs.pack_card import PackCardView
from app.widgets.packs.pack_words import title_of
from genmodels.api.errors import GenError
from genmodels.api.own_packs import KEPT_REMOVED, describe_pack, is_own, remove_pack, rename_pack, restore_pack
from genmodels.api.packs import SUFFIX

T = TypeVar("T")


class LibraryPage(QWidget):
    """Shows what is on disk; every change goes to disk first and is then read again."""

    packs_changed = Signal()
    pack_asked = Signal(Path)  # to use, on the page of its family
    pack_renamed = Signal(str, str)  # name before, name now

    def __init__(self, engine: Engine, bar: JobBar, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._shown: list[Pack | BrokenPack] | None = None
        self.cards: list[PackCardView] = []
        self.files = PackFiles(engine, bar, self)
        self.files.imported.connect(self._on_imported)
        self._lay_out()
        self.setAcceptDrops(True)

    # Parts

    def _lay_out(self) -> None:
        top = QFrame(self)
        top.setProperty("role", "top")
        bar = QHBoxLayout(top)
        bar.setContentsMargins(16, 8, 16, 8)
        bar.setSpacing(12)
        bar.addWidget(label(top, self.tr("Packs"), role="title"))
        hint = label(top, self.tr("Drop {0} files here, or import them.").format(SUFFIX), role="muted")
        bar.addWidget(hint, 1)
        bar.addWidget(text_button(top, self.tr("Import…"), self.files.ask_and_import))
        self._column = QWidget(self)
        self._list = QVBoxLayout(self._column)
        self._list.setContentsMargins(16, 14, 16, 16)
        self._list.setSpacing(10)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._column)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(top)
        layout.addWidget(self._scroll, 1)

    def reload(self) -> None:
        """Read the packs again and show them, where anything has changed."""
        found = all_packs()
        if found == self._shown:
            return
        self._shown = found
        place = self._scroll.verticalScrollBar().value()
        column = self._list
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        self.cards = []
        own = [pack for pack in found if is_own(pack.folder)]
        self._add_section(self.tr("Yours"), own, own=True)
        if not own:
            empty = self.tr("None yet: train one on your own pictures, or drop an {0} file here.").format(SUFFIX)
            column.addWidget(label(self._column, empty, role="muted"))
        self._add_section(self.tr("Come with Spriteverse"), [p for p in found if p not in own], own=False)
        column.addStretch(1)
        if self.cards:
            self.setFocusProxy(self.cards[0])
        self._scroll.verticalScrollBar().setValue(place)

    def card_of(self, name: str) -> PackCardView | None:
        """Return the card of the pack of this name."""
        return next((card for card in self.cards if card.pack.folder.name == name), None)

    def _add_section(self, title: str, packs: Sequence[Pack | BrokenPack], *, own: bool) -> None:
        if not packs and not own:
            return
        self._list.addWidget(label(self._column, title, role="title"))
        for pack in packs:
            card = PackCardView(pack, own=own, parent=self._column)
            card.use_asked.connect(lambda pack: self.pack_asked.emit(pack.folder))
            card.export_asked.connect(self.files.ask_and_export)
            card.edit_asked.connect(self._edit)
            card.rename_asked.connect(self._rename)
            card.remove_asked.connect(self._remove)
            card.step_asked.connect(lambda card, step: self._focus(self.cards.index(card) + step))
            self._list.addWidget(card)
            card.show()  # now: the layout would do so later, and what is not shown takes no focus
            self.cards.append(card)

    # What can be done with a pack

    def _edit(self, pack: Pack) -> None:
        dialog = CardDialog(pack.card, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            title, trained_on, licence = dialog.title(), dialog.trained_on(), dialog.licence()
            self._do(lambda: describe_pack(pack.folder, title=title, trained_on=trained_on, licence=licence))
            self._show(pack.folder.name)

    def _rename(self, pack: Pack) -> None:
        dialog = NameDialog(pack.folder.name, self)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            folder = self._do(lambda: self._renamed(pack.folder, dialog.name()))
            if folder is not None:
                self._bar.say(self.tr("“{0}” is now “{1}”.").format(pack.folder.name, folder.name))
                self._show(folder.name)

    def _renamed(self, folder: Path, name: str) -> Path:
        """Rename a pack, and say so before the pickers read the packs again: they go by names."""
        renamed = rename_pack(folder, name)
        self.pack_renamed.emit(folder.name, renamed.name)
        return renamed

    def _remove(self, pack: Pack | BrokenPack) -> None:
        number = [card.pack for card in self.cards].index(pack)
        place = self._do(lambda: remove_pack(pack.folder))
        if place is not None:
            self._focus(number)
            name = title_of(pack.card) if isinstance(pack, Pack) else pack.folder.name
            hint = self.tr("The last {0} removed packs are kept in {1}").format(KEPT_REMOVED, place.parents[1])
            undo = (self.tr("Undo"), lambda: self._restore(place))
            self._bar.say(self.tr("Removed “{0}”.").format(name), hint, undo)

    def _restore(self, place: Path) -> None:
        folder = self._do(lambda: restore_pack(place))
        if folder is not None:
            self._bar.say(self.tr("“{0}” is back.").format(folder.name))
            self._show(folder.name)

    def _do(self, change: Callable[[], T]) -> T | None:
        """Make a change and show it; a failure becomes a message, and None is returned."""
        try:
            result = change()
        except GenError as error:
            self._bar.fail(error)
            return None
        finally:
            self.reload()
        self.packs_changed.emit()
        return result

    def _show(self, name: str) -> None:
        """Bring a pack's card into view."""
        card = self.card_of(name)
        if card is not None:
            self._focus(self.cards.index(card))

    def _focus(self, number: int) -> None:
        """Go to a card, the first or last one where there is none of this number."""
        if self.cards:
            card = self.cards[min(max(number, 0), len(self.cards) - 1)]
            self._column.adjustSize()  # a new card has no place yet
            self._scroll.ensureWidgetVisible(card)
            card.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_imported(self, name: str) -> None:
        self.reload()
        self.packs_changed.emit()
        self._show(name)

    # Qt's events

    def showEvent(self, event: QShowEvent) -> None:
        """Read the packs: they may have changed since the page was last seen."""
        super().showEvent(event)
        self.reload()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take packs; anything else is for the window."""
        if are_packs(files_of(event.mimeData())):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Import them."""
        event.acceptProposedAction()
        self.files.import_all(files_of(event.mimeData()))
