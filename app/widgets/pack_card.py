"""A pack on the library page: its picture, what its card says, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.library import DRAWING_FAMILY, BrokenPack, Pack
from app.theme import icon
from app.widgets.buttons import label, text_button
from app.widgets.pack_preview import HEIGHT, WIDTH, PackPreview
from app.widgets.pack_words import does, figures, how_good, one_line, title_of, when
from genmodels.api.packs import PREVIEW

_BUTTON_WIDTH = 104


class PackCardView(QFrame):
    """Can be reached by keyboard; Enter uses the pack, F2 renames it, Delete removes it."""

    use_asked = Signal(Pack)
    export_asked = Signal(Pack)
    edit_asked = Signal(Pack)
    rename_asked = Signal(Pack)
    remove_asked = Signal(object)  # Pack or BrokenPack

    def __init__(self, pack: Pack | BrokenPack, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pack, self.own = pack, own
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(16)
        words, buttons = QVBoxLayout(), QVBoxLayout()
        words.setSpacing(5)
        buttons.setSpacing(6)
        if isinstance(pack, Pack):
            layout.addWidget(PackPreview(pack.folder / PREVIEW, self), 0, Qt.AlignmentFlag.AlignTop)
            self._add_words(words, pack)
            self._add_buttons(buttons, pack)
        else:
            layout.addWidget(self._sign(), 0, Qt.AlignmentFlag.AlignTop)
            self._add_damage(words, pack)
            self._add_remove(buttons)
        words.addStretch(1)
        buttons.addStretch(1)
        layout.addLayout(words, 1)
        layout.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do with keys what the buttons do."""
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(self.pack, Pack):
                self._use(self.pack)
            case Qt.Key.Key_F2 if self.own and isinstance(self.pack, Pack):
                self.rename_asked.emit(self.pack)
            case Qt.Key.Key_Delete if self.own:
                self.remove_asked.emit(self.pack)
            case _:
                super().keyPressEvent(event)

    def _add_words(self, layout: QVBoxLayout, pack: Pack) -> None:
        card = pack.card
        self._add_line(layout, title_of(card), "title")
        belongs = self.tr("yours") if self.own else self.tr("ships with Spriteverse")
        self._add_line(layout, f"{one_line(pack.folder.name, 64)} · {belongs} · {does(card)}", "muted")
        self._add_row(layout, self.tr("Trained on"), one_line(card.trained_on), card.trained_on)
        self._add_row(layout, self.tr("Trained"), when(card), "")
        self._add_row(layout, self.tr("How good"), how_good(card), figures(card))
        self._add_row(layout, self.tr("Licence"), one_line(card.licence), card.licence)
        self.setAccessibleName(self.tr("Pack {0}").format(title_of(card)))
        self.setAccessibleDescription(f"{belongs}. {does(card)}")

    def _add_damage(self, layout: QVBoxLayout, pack: BrokenPack) -> None:
        self._add_line(layout, one_line(pack.folder.name, 64), "title")
        self._add_line(layout, one_line(pack.error.message), "error")
        where = self.tr("It is here: {0}").format(pack.folder)
        hint = self.tr("Import it again from its file, train it again, or remove it.")
        if not self.own:
            hint = self.tr("It ships with Spriteverse: install Spriteverse again.")
        self._add_line(layout, hint, "")
        self._add_line(layout, where, "muted")
        self.setAccessibleName(self.tr("Damaged pack {0}").format(pack.folder.name))
        self.setAccessibleDescription(f"{pack.error.message} {hint}")

    def _add_row(self, layout: QVBoxLayout, name: str, text: str, more: str) -> None:
        if text:
            line = self._add_line(layout, f"{name}: {text}", "")
            if more and more != text:
                line.setToolTip(one_line(more, 2000).replace("<", "‹"))  # never taken for markup

    def _add_line(self, layout: QVBoxLayout, text: str, role: str) -> QLabel:
        line = label(self, role=role)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setText(text)
        line.setWordWrap(True)
        layout.addWidget(line)
        return line

    def _add_buttons(self, layout: QVBoxLayout, pack: Pack) -> None:
        use = self._button(layout, self.tr("Use"), lambda: self._use(pack))
        use.setEnabled(pack.card.family == DRAWING_FAMILY)
        use.setToolTip(self.tr("Draw with this pack"))
        self._button(layout, self.tr("Export…"), lambda: self.export_asked.emit(pack))
        if self.own:
            self._button(layout, self.tr("Edit card…"), lambda: self.edit_asked.emit(pack))
            self._button(layout, self.tr("Rename…"), lambda: self.rename_asked.emit(pack)).setToolTip("F2")
            self._add_remove(layout)

    def _add_remove(self, layout: QVBoxLayout) -> None:
        if self.own:
            remove = self._button(layout, self.tr("Remove"), lambda: self.remove_asked.emit(self.pack))
            remove.setToolTip(self.tr("Delete; it can be undone"))

    def _button(self, layout: QVBoxLayout, text: str, slot: Callable[[], object]) -> QWidget:
        button = text_button(self, text, slot)
        button.setFixedWidth(_BUTTON_WIDTH)
        button.setAccessibleName(f"{text.rstrip('…')}, {self.pack.folder.name}")
        layout.addWidget(button)
        return button

    def _sign(self) -> QLabel:
        sign = QLabel(self)
        sign.setFixedSize(WIDTH, HEIGHT)
        sign.setAlignment(Qt.AlignmentFlag.AlignCenter)
        sign.setPixmap(icon("warning", ink=lambda colours: colours.error).pixmap(48, 48))
        return sign

    def _use(self, pack: Pack) -> None:
        if pack.card.family == DRAWING_FAMILY:
            self.use_asked.emit(pack)
