"""Help > Keys: every command with its keys, to look for, to change and to give back."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.keymap import Keymap, is_held
from app.widgets.buttons import label, text_button
from app.widgets.keys.command_list import CommandList, Section
from app.widgets.keys.key_field import KeyField
from app.widgets.keys.key_question import KeyQuestion
from app.widgets.menus import keys_text


class KeysSheet(QDialog):
    """Changes the keymap, which changes the commands at once."""

    def __init__(
        self, keymap: Keymap, sections: Callable[[], Sequence[Section]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._keymap, self._sections = keymap, sections
        self._asked: tuple[str, str, bool] = "", "", False  # command, key, whether the key is one more
        self.setWindowTitle(self.tr("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.search = QLineEdit(self)
        self.search.setPlaceholderText(self.tr("Look for a command"))
        self.search.setAccessibleName(self.tr("Look for a command"))
        self.search.setClearButtonEnabled(True)
        self.search_key = KeyField(self, takes_tab=False)
        self.search_key.setPlaceholderText(self.tr("or press its key here"))
        self.search_key.setAccessibleName(self.tr("Look for a key"))
        self.list = CommandList(keymap, self)
        self._note = label(self, role="muted")
        self._note.setWordWrap(True)
        self.question = KeyQuestion(self)
        self.change = text_button(self, self.tr("Change key…"), lambda: self._ask(more=False))
        self.add = text_button(self, self.tr("Add a key…"), lambda: self._ask(more=True))
        self.remove = text_button(self, self.tr("No key"), self._on_remove)
        self.reset = text_button(self, self.tr("Reset"), self._on_reset)
        self.reset_all = text_button(self, self.tr("Reset all…"), self._on_reset_all)
        self._close = text_button(self, self.tr("Close"), self.reject)
        self._lay_out()
        self._connect()
        self.show_sections()
        self.search.setFocus()

    def show_sections(self) -> None:
        """Read the commands again, because a page was made."""
        self.list.show_sections(self._sections())
        self._on_search()

    def say(self, text: str) -> None:
        """Say something below the list."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave the question first, then the sheet."""
        if event.key() == Qt.Key.Key_Escape and not self.question.isHidden():
            self.question.leave()
        else:
            super().keyPressEvent(event)

    def _lay_out(self) -> None:
        top, foot = QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.search, 2)
        top.addWidget(self.search_key, 1)
        for button in (self.change, self.add, self.remove, self.reset):
            foot.addWidget(button)
        foot.addStretch(1)
        foot.addWidget(self.reset_all)
        foot.addWidget(self._close)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 16, 18, 14)
        layout.setSpacing(10)
        layout.addLayout(top)
        layout.addWidget(self.list, 1)
        layout.addWidget(self._note)
        layout.addWidget(self.question)
        layout.addLayout(foot)
        self._note.hide()
        self.resize(640, 680)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._on_search)
        self.search_key.pressed.connect(self._on_search)
        self.search_key.left.connect(self.reject)
        self.list.chosen.connect(self._on_chosen)
        self.list.opened.connect(lambda: self._ask(more=False))
        self.question.pressed.connect(self._on_key)
        self.question.agreed.connect(self._on_agreed)
        self.question.left.connect(self.list.setFocus)
        self._keymap.changed.connect(self._on_keys_changed)

    # Slots

    def _on_search(self) -> None:
        shown = self.list.search(self.search.text(), self.search_key.keys)
        self.say("" if shown else self.tr("No command has that."))

    def _on_chosen(self) -> None:
        self.question.leave()
        self._show_buttons()

    def _on_keys_changed(self) -> None:
        self.list.show_keys()
        self._show_buttons()

    def _show_buttons(self) -> None:
        name = self.list.command
        for button in (self.change, self.add):
            button.setEnabled(bool(name))
        self.remove.setEnabled(bool(name and self._keymap.keys(name)))
        self.reset.setEnabled(bool(name) and self._keymap.is_own(name))

    def _ask(self, *, more: bool) -> None:
        name = self.list.command
        if name:
            self.say("")
            self._asked = name, "", more
            text = self.tr("Press one more key for {0}; Esc leaves it.") if more else None
            text = text or self.tr("Press the new key for {0}; Esc leaves it.")
            self.question.ask_for_key(text.format(self.list.title_of(name)))

    def _on_key(self, key: str) -> None:
        name, _, more = self._asked
        if is_held(key):
            text = self.tr("{0} always does something on the pages: press another key.")
            self.question.ask_for_key(text.format(keys_text([key])))
            return
        self._asked = name, key, more
        holders = self._keymap.holders(name, key)
        if holders:
            titles = ", ".join(self.list.title_of(other) for other in holders)
            text = self.tr("{0} is the key of {1}.").format(keys_text([key]), titles)
            self.question.ask(text, self.tr("Take it over"))
        else:
            self._on_agreed()

    def _on_agreed(self) -> None:
        name, key, more = self._asked
        self.question.hide()
        if not key:
            self._keymap.reset_all()
        else:
            before = [one for one in self._keymap.keys(name) if one != key] if more else []
            self._keymap.give(name, [*before, key])
        self.list.setFocus()

    def _on_remove(self) -> None:
        self._keymap.give(self.list.command, [])

    def _on_reset(self) -> None:
        name = self.list.command
        self._keymap.reset(name)
        missing = [key for key in self._keymap.usual(name) if key not in self._keymap.keys(name)]
        if missing:
            text = self.tr("{0} stays with the command that you gave it to.")
            self.say(text.format(keys_text(missing)))

    def _on_reset_all(self) -> None:
        self._asked = "", "", False
        self.question.ask(self.tr("Give every command its usual keys again?"), self.tr("Reset all"))
