"""A pack on the library page: its picture, what its card says, and what can be done with it."""

from collections.abc import Callable

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from app.library import BrokenPack, Pack
from app.theme import icon
from app.widgets.buttons import label, text_button
from app.widgets.packs.family_words import family_named, words_of
from app.widgets.packs.pack_preview import WIDTH, PackPreview
from app.widgets.packs.pack_words import does, figures, how_good, one_line, title_of, tooltip, when
from app.widgets.packs.subject_words import words_about
from genmodels.api.families import learns_from
from genmodels.api.packs import PREVIEW

_BUTTON_WIDTH, _SIGN_HEIGHT = 104, 56


class PackCardView(QFrame):
    """Can be reached by keyboard; Enter uses the pack, F2 renames it, Delete removes it, arrows go on."""

    use_asked = Signal(Pack)
    export_asked = Signal(Pack)
    edit_asked = Signal(Pack)
    rename_asked = Signal(Pack)
    remove_asked = Signal(object)  # Pack or BrokenPack
    step_asked = Signal(QWidget, int)  # this card, and how many cards to go on

    def __init__(self, pack: Pack | BrokenPack, *, own: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.pack, self.own = pack, own
        self.setProperty("role", "card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(14, 14, 14, 14)
        layout.setSpacing(16)
        words, self._rows, buttons = QVBoxLayout(), QGridLayout(), QVBoxLayout()
        words.setSpacing(5)
        self._rows.setHorizontalSpacing(14)
        self._rows.setVerticalSpacing(5)
        self._rows.setColumnStretch(1, 1)
        buttons.setSpacing(6)
        if isinstance(pack, Pack):
            layout.addWidget(self._preview(pack), 0, Qt.AlignmentFlag.AlignTop)
            self._add_words(words, pack)
            self._add_buttons(buttons, pack)
        else:
            layout.addWidget(_Sign(self), 0, Qt.AlignmentFlag.AlignTop)
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
            case Qt.Key.Key_Down:
                self.step_asked.emit(self, 1)
            case Qt.Key.Key_Up:
                self.step_asked.emit(self, -1)
            case _:
                super().keyPressEvent(event)

    def _preview(self, pack: Pack) -> PackPreview:
        preview, family = PackPreview(pack.folder / PREVIEW, self), family_named(pack.card.family)
        preview.setToolTip(words_about(learns_from(family)).meaning if family else "")
        return preview

    def _add_words(self, layout: QVBoxLayout, pack: Pack) -> None:
        card = pack.card
        layout.addWidget(self._line(title_of(card), "title"))
        belongs = self.tr("yours") if self.own else self.tr("ships with Spriteverse")
        layout.addWidget(self._line(f"{one_line(pack.folder.name, 64)} · {belongs} · {does(card)}", "muted"))
        layout.addSpacing(4)
        layout.addLayout(self._rows)
        self._add_row(self.tr("Trained on"), one_line(card.trained_on), card.trained_on)
        self._add_row(self.tr("Training"), when(card), "")
        self._add_row(self.tr("How good"), how_good(card), figures(card))
        self._add_row(self.tr("Licence"), one_line(card.licence), card.licence)
        self.setAccessibleName(self.tr("Pack {0}").format(title_of(card)))
        self.setAccessibleDescription(f"{belongs}. {does(card)}")

    def _add_damage(self, layout: QVBoxLayout, pack: BrokenPack) -> None:
        layout.addWidget(self._line(one_line(pack.folder.name, 64), "title"))
        layout.addWidget(self._line(one_line(pack.error.message), "error"))
        where = self.tr("It is here: {0}").format(pack.folder)
        hint = self.tr("Import it again from its file, train it again, or remove it.")
        if not self.own:
            hint = self.tr("It ships with Spriteverse: install Spriteverse again.")
        layout.addWidget(self._line(hint, ""))
        layout.addWidget(self._line(where, "muted"))
        self.setAccessibleName(self.tr("Damaged pack {0}").format(pack.folder.name))
        self.setAccessibleDescription(f"{pack.error.message} {hint}")

    def _add_row(self, name: str, text: str, more: str) -> None:
        if text:
            row, line = self._rows.rowCount(), self._line(text, "")
            if more and more != text:
                line.setToolTip(tooltip(more))
            caption = self._line(name, "muted")
            caption.setContentsMargins(0, 1, 0, 0)  # its letters are smaller and stand on the same line
            self._rows.addWidget(caption, row, 0, Qt.AlignmentFlag.AlignTop)
            self._rows.addWidget(line, row, 1)

    def _line(self, text: str, role: str) -> QLabel:
        line = label(self, role=role)
        line.setTextFormat(Qt.TextFormat.PlainText)
        line.setText(text)
        line.setWordWrap(True)
        return line

    def _add_buttons(self, layout: QVBoxLayout, pack: Pack) -> None:
        use = self._button(layout, self.tr("Use"), lambda: self._use(pack))
        family = family_named(pack.card.family)
        use.setEnabled(family is not None)
        use.setToolTip(words_of(family).use if family else "")
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

    def _use(self, pack: Pack) -> None:
        if family_named(pack.card.family):
            self.use_asked.emit(pack)


class _Sign(QWidget):
    """The warning that stands where a damaged pack has no picture, in the colour of whatever look is shown."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFixedSize(WIDTH, _SIGN_HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt passes it
        """Paint the sign in the middle."""
        square = QRect((self.width() - self.height()) // 2, 0, self.height(), self.height())
        icon("warning", ink=lambda colours: colours.error).paint(QPainter(self), square)
