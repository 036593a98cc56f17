"""What goes from the board to the clipboard, to files and to other pages, and what comes back by pasting."""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QWidget

from app.document.animation import Animation
from app.document.board import BoardSprite, Lock
from app.document.key_pictures import KeyPicture
from app.document.recipe_text import Pasted, from_lines, to_lines
from app.document.sprite_palette import colours_seen
from app.library import Pack
from app.tasks.animation_files import AnimationFiles
from app.tasks.board_making import BoardMaking
from app.tasks.key_files import KeyFiles
from app.widgets.job_bar import JobBar
from app.widgets.menus import action
from genmodels.api.codes import Code
from genmodels.api.errors import GenError
from genmodels.media.arrays import np
from genmodels.media.artwork.artwork import DURATION_MS
from genmodels.media.centring import same_size
from genmodels.media.colours import to_hex
from genmodels.media.sprite import decode_png

_COLUMNS = 8  # of a sheet
_CLEAR = "00000000"


class BoardSending(QObject):
    """Acts on the chosen sprites, which it is told of."""

    frame_asked = Signal(object, str)  # uint8 RGBA to draw on, and its name
    lay_asked = Signal(object, str)  # uint8 RGBA to lay onto the sprite on the canvas, and its name
    frames_asked = Signal(object, bool)  # Animation, and whether as a drawing of its own
    morph_asked = Signal(object)  # KeyPictures
    explore_asked = Signal(object)  # BoardSprite
    seed_pasted = Signal(int)

    def __init__(self, making: BoardMaking, bar: JobBar, window: QWidget) -> None:
        super().__init__(window)
        self._making, self._bar = making, bar
        self._files = AnimationFiles(bar, window)
        self._palettes = KeyFiles(bar, window)
        self._chosen: Sequence[BoardSprite] = ()
        self.packs: Mapping[str, Pack] = {}  # those at hand, by the names of their folders
        self.pack: Pack | None = None  # that codes without a name are for
        make = partial(action, self)
        self.copy = make("board.copy_recipe", self.tr("&Copy recipe"), self._on_copy, "Ctrl+C", icon="copy")
        self.copy_seed = make("board.copy_seed", self.tr("Copy s&eed"), self._on_copy_seed, "Ctrl+Shift+C")
        self.paste = make("board.paste", self.tr("&Paste recipes, codes or seeds"), self._on_paste, "Ctrl+V")
        self.draw = make("board.to_draw", self.tr("Open on the Dra&w page"), self._on_draw, "Ctrl+D", icon="draw")
        self.onto = make("board.lay", self.tr("Lay &onto the sprite on the canvas"), self._on_onto, "Ctrl+Shift+D")
        self.timeline = make(
            "board.to_timeline", self.tr("Put on the &timeline as frames"), lambda: self._on_frames(new=False), "Ctrl+T"
        )
        self.new_drawing = make(
            "board.to_animation", self.tr("Open as a new sprite of &frames"), lambda: self._on_frames(new=True),
            "Ctrl+Shift+T",
        )  # fmt: skip
        self.morph = make("board.morph", self.tr("Use in a &morph"), self._on_morph, "Ctrl+M", icon="morph")
        self.explore = make("board.explore", self.tr("E&xplore"), self._on_explore, "Ctrl+L", icon="explore")
        self.sheet = make("board.save_sheet", self.tr("Save as one &sheet…"), self._on_sheet, "Ctrl+S", icon="save")
        self.pictures = make("board.save_files", self.tr("Save as PNG &files…"), self._on_pictures, "Ctrl+Shift+S")
        self.choose([], None)

    def actions(self) -> Sequence[QAction | None]:
        """Return the commands in the order of a menu."""
        return [
            *(self.copy, self.copy_seed, self.paste, None),
            *(
                self.draw,
                self.onto,
                self.timeline,
                self.new_drawing,
                self.morph,
                self.explore,
                None,
                self.sheet,
                self.pictures,
            ),
        ]

    def choose(self, sprites: Sequence[BoardSprite], current: BoardSprite | None) -> None:
        """Act on these from now on, the current one first where only one can be meant."""
        self._chosen, self._current = sprites, current
        for one in (
            self.copy,
            self.draw,
            self.onto,
            self.timeline,
            self.new_drawing,
            self.explore,
            self.sheet,
            self.pictures,
        ):
            one.setEnabled(bool(sprites))
        self.copy_seed.setEnabled(current is not None and current.fresh is not None)
        self.morph.setEnabled(bool(sprites))

    # Palettes

    def ask_for_palette(self) -> None:
        """Hold all sprites to the palette of a file."""
        found = self._palettes.ask_for_palette()
        if found is not None:
            self._hold(*found)

    def hold_to_sprite(self, name: str, rgba_HWC: np.ndarray) -> None:
        """Hold all sprites to the colours of one."""
        colours = colours_seen(rgba_HWC)
        if colours:
            self._hold(name, to_hex(np.array(colours)))
        else:
            self._bar.say(self.tr("The canvas is empty: there are no colours to hold to."))

    def _hold(self, name: str, colours: tuple[str, ...]) -> None:
        clear = any(colour.endswith("00") for colour in colours)
        self._making.hold_to(Lock(name=name, colours=colours if clear else (_CLEAR, *colours)))

    # Slots

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(to_lines(one.recipe for one in self._chosen))
        many = self.tr("Copied {0} recipes.").format(len(self._chosen))
        text = many if len(self._chosen) > 1 else self.tr("Copied the recipe of “{0}”.").format(self._chosen[0].name)
        self._bar.say(text, self.tr("Paste it here, or on the Explore page, to bring the sprite back."))

    def _on_copy_seed(self) -> None:
        if self._current is not None and self._current.fresh is not None:
            QGuiApplication.clipboard().setText(str(self._current.fresh.seed))
            self._bar.say(self.tr("Copied seed {0}.").format(self._current.fresh.seed))

    def _on_paste(self) -> None:
        try:
            lines = from_lines(QGuiApplication.clipboard().text())
        except GenError as error:
            self._bar.fail(error)
            return
        coded: dict[Path, list[tuple[Pasted, Code]]] = {}
        for line in lines:
            pack = self.packs.get(line.pack) if line.pack else self.pack
            if isinstance(line.what, int):
                self.seed_pasted.emit(line.what)
            elif pack is None:
                hint = self.tr("Import that pack, or choose a pack and paste numbers alone.")
                self._bar.say(self.tr("There is no pack “{0}” here.").format(line.pack), hint)
            else:
                coded.setdefault(pack.folder, []).append((line, line.what))
        for folder, pairs in coded.items():
            names = [self._name_of(line) for line, _ in pairs]
            fresh = [line.fresh for line, _ in pairs]
            self._making.make_coded(folder, [code for _, code in pairs], names, self.tr("paste"), fresh)

    def _name_of(self, line: Pasted) -> str:
        return self.tr("Seed {0}").format(line.fresh.seed) if line.fresh is not None else self.tr("Pasted")

    def _on_draw(self) -> None:
        if self._current is not None:
            self.frame_asked.emit(_pixels(self._current), _stem(self._current))

    def _on_onto(self) -> None:
        if self._current is not None:
            self.lay_asked.emit(_pixels(self._current), self._current.name)

    def _on_frames(self, *, new: bool) -> None:
        frames = [_pixels(one) for one in self._chosen]
        name = self._chosen[0].name if len(frames) == 1 else f"{self._chosen[0].name} – {self._chosen[-1].name}"
        self.frames_asked.emit(Animation(name=name, frames=frames, durations_ms=[DURATION_MS] * len(frames)), new)

    def _on_morph(self) -> None:
        pictures = [KeyPicture(name=one.name, rgba_HWC=_pixels(one)) for one in self._chosen]
        self.morph_asked.emit(pictures)

    def _on_explore(self) -> None:
        if self._current is not None:
            self.explore_asked.emit(self._current)

    def _on_sheet(self) -> None:
        frames = same_size([_pixels(one) for one in self._chosen])
        self._files.save_sheet(self._file_name(), frames, 1, _COLUMNS)

    def _on_pictures(self) -> None:
        self._files.save_frames(self._file_name(), [_pixels(one) for one in self._chosen], 1)

    def _file_name(self) -> str:
        return _stem(self._chosen[0]) if len(self._chosen) == 1 else self.tr("sprites")


def any_seed() -> int:
    """Return a seed short enough to be read aloud."""
    return random.randrange(10**6)


def _pixels(sprite: BoardSprite) -> np.ndarray:
    return decode_png(sprite.picture).rgba_HWC


def _stem(sprite: BoardSprite) -> str:
    return re.sub(r"[^\w-]+", "-", sprite.name).strip("-").lower() or "sprite"
