"""Finds the training picture that a sprite of the board comes nearest to, where the training folder is at hand."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.document.board import BoardSprite
from app.engine import Engine
from app.settings import Settings
from app.tasks.latest import Latest
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from genmodels.api.messages import Done, FindOriginal

REST_MS = 150  # a hand that goes through the sprites asks for none of them
_Key = tuple[Path, str]  # folder of the pack, and the name of the picture


class BoardOriginals(QObject):
    """Follows the current sprite; a person shows a pack's folder once, and it is remembered."""

    changed = Signal()  # what is known of them

    def __init__(self, engine: Engine, settings: Settings, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._settings, self._bar, self._window = settings, bar, window
        self._known: dict[_Key, str] = {}  # base64 PNG; empty where it is not at hand
        self._current: _Key | None = None
        self._asked: _Key | None = None
        self._shown = ""  # the folder that a person has just shown, until something is found there
        self._latest = Latest(engine, REST_MS, self)
        self._latest.finished.connect(self._on_finished)
        self._latest.failed.connect(bar.fail)
        text = self.tr("Show me the &nearest training picture…")
        self.show_folder = action(self, "board.show_originals", text, self._on_show_folder)

    def picture(self, sprite: BoardSprite) -> str:
        """Return the picture (base64 PNG), empty where none is known."""
        return self._known.get(_key(sprite) or (Path(), ""), "")

    def is_missing(self, sprite: BoardSprite) -> bool:
        """Return whether there is a picture, but its folder is not at hand."""
        key = _key(sprite)
        return key is not None and self._known.get(key) == ""

    def follow(self, sprite: BoardSprite | None) -> None:
        """Look for the picture of this sprite, unless that was done before."""
        key = self._current = _key(sprite) if sprite is not None else None
        self.show_folder.setEnabled(key is not None)
        if key == self._asked and self._latest.running:
            return
        self._latest.cancel()
        if key is not None and key not in self._known:
            self._ask(key, self._settings.originals(key[0].name))

    def forget(self) -> None:
        """Look again for what was not at hand, because packs or runs came or changed."""
        self._known = {key: picture for key, picture in self._known.items() if picture}

    def leave(self) -> None:
        """Leave the engine to other pages."""
        self._latest.cancel()

    def _ask(self, key: _Key, folder: str) -> None:
        self._asked = key
        pack, name = key
        self._latest.ask(FindOriginal(pack=str(pack), name=name, data=(folder,) if folder else ()))

    def _on_show_folder(self) -> None:
        key = self._current
        if key is None:
            return
        title = self.tr("Choose the folder that {0} was trained on").format(key[0].name)
        self._shown = QFileDialog.getExistingDirectory(self._window, title, self._settings.originals(key[0].name))
        if self._shown:
            self._ask(key, self._shown)

    def _on_finished(self, done: Done) -> None:
        key, shown, self._shown = self._asked, self._shown, ""
        if key is None:
            return
        self._known[key] = next(iter(done.frames), "")
        if shown and done.frames:
            self._settings.set_originals(key[0].name, shown)
            self.forget()
        elif shown:
            hint = self.tr("Choose the very folder that the pack was trained on, none above or below it.")
            self._bar.say(self.tr("There is no “{0}” in {1}.").format(key[1], Path(shown).name), hint)
        self.changed.emit()


def _key(sprite: BoardSprite) -> _Key | None:
    likeness = sprite.likeness
    return (sprite.pack, likeness.nearest) if likeness is not None and likeness.nearest else None
