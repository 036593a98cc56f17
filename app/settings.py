"""What the window remembers from one start to the next, in an ini file in the user's folder."""

import json
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QByteArray, QSettings

from genmodels.api.codec import from_dict
from genmodels.api.errors import ConfigError

MAX_RECENT = 8

Choices = TypeVar("Choices")


class Theme(StrEnum):
    """How the window looks."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Language(StrEnum):
    """What the window speaks."""

    SYSTEM = "system"
    ENGLISH = "en"
    CHINESE = "zh"


@dataclass(frozen=True, slots=True, kw_only=True)
class ToolChoices:
    """How the tools of the canvas were last set."""

    brush: int = 1  # pixels of the sprite
    selection_brush: int = 4
    pixel_perfect: bool = False
    filled: bool = False
    contiguous: bool = True
    tolerance: int = 0  # of each channel, 0 to 255
    pressure: bool = True  # of a pen makes the brush larger


@dataclass(frozen=True, slots=True, kw_only=True)
class MorphChoices:
    """How a person last had morphs made, played and exported; names that are not known any more count as the first."""

    between: int = 7  # frames between two pictures
    easing: str = "linear"
    palette: str = "both"
    frame_ms: int = 100
    hold_ms: int = 400  # of a key picture
    ping_pong: bool = False
    loop: bool = True
    scale: int = 1  # of exported files


@dataclass(frozen=True, slots=True, kw_only=True)
class BoardChoices:
    """How a person last had sprites made on the board; names that are not known any more count as the first."""

    pack: str = ""  # name of its folder
    variety: float = 1.0
    prior: str = "mixture"
    radius: float = 0.5
    zoom: int = 3  # pixels of the screen to a pixel of a sprite of 32
    between: int = 7  # frames between two sprites of a walk
    frame_ms: int = 80
    hold_ms: int = 240
    scale: int = 4  # of exported files


@dataclass(frozen=True, slots=True, kw_only=True)
class VerseChoices:
    """How a person last had verse written."""

    pack: str = ""  # name of its folder
    between: int = 5  # lines between the two ends
    alternatives: int = 3
    temperature: float = 0.5
    new_only: bool = False
    rhyme: bool = False
    tones: bool = False
    length: int = 0  # characters or syllables; 0 goes step by step from end to end
    search: bool = True  # for the best way; else the likeliest line of each of its points
    unfolded: bool = False  # the others of every line are shown, not only of the one that is worked on


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineChoices:
    """How a person last saw layers and frames."""

    shown: bool | None = None  # None: as soon as there is more than one layer or frame
    loop: bool = True
    onion: bool = False
    onion_before: int = 1  # frames
    onion_after: int = 1
    onion_percent: int = 40  # how opaque the nearest frame is
    onion_tinted: bool = True


class Settings:
    """Typed access to the ini file; a missing or damaged value gives its default."""

    def __init__(self, file: Path) -> None:
        self._ini = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> Theme:
        """The chosen look."""
        value = self._text("window/theme")
        return Theme(value) if value in list(Theme) else Theme.SYSTEM

    @theme.setter
    def theme(self, theme: Theme) -> None:
        self._put("window/theme", theme.value)

    @property
    def language(self) -> Language:
        """The chosen language."""
        value = self._text("window/language")
        return Language(value) if value in list(Language) else Language.SYSTEM

    @language.setter
    def language(self, language: Language) -> None:
        self._put("window/language", language.value)

    @property
    def keys(self) -> str:
        """A person's own keys by command, as JSON, which app/keymap.py understands."""
        return self._text("keys/own")

    @keys.setter
    def keys(self, keys: str) -> None:
        self._put("keys/own", keys)

    @property
    def geometry(self) -> QByteArray:
        """The window's place and size, as Qt saves them; empty at the first start."""
        value = self._ini.value("window/geometry")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, geometry: QByteArray) -> None:
        self._ini.setValue("window/geometry", geometry)

    @property
    def pack(self) -> str:
        """Name of the pack used last."""
        return self._text("complete/pack")

    @pack.setter
    def pack(self, name: str) -> None:
        self._put("complete/pack", name)

    @property
    def landing(self) -> str:
        """How a completion was last applied; empty where it never was."""
        return self._text("complete/landing")

    @landing.setter
    def landing(self, landing: str) -> None:
        self._put("complete/landing", landing)

    @property
    def image_pack(self) -> str:
        """Name of the pack that was last used to morph or explore."""
        return self._text("pictures/pack")

    @image_pack.setter
    def image_pack(self, name: str) -> None:
        self._put("pictures/pack", name)

    def originals(self, pack: str) -> str:
        """Folder of the pictures that a pack was trained on, where a person has shown it; else empty."""
        return self._text(f"originals/{pack}")

    def set_originals(self, pack: str, folder: str) -> None:
        """Remember where a pack's training pictures are."""
        self._put(f"originals/{pack}", folder)

    def rename_pack(self, before: str, now: str) -> None:
        """Have a pack that was renamed stay the chosen one."""
        if self.pack == before:
            self.pack = now
        if self.image_pack == before:
            self.image_pack = now
        if self.board.pack == before:
            self.board = replace(self.board, pack=now)
        if shown := self.originals(before):
            self.set_originals(now, shown)
        if self.verse.pack == before:
            self.verse = replace(self.verse, pack=now)

    @property
    def tools(self) -> ToolChoices:
        """How the tools of the canvas were last set."""
        return self._choices("draw/tools", ToolChoices)

    @tools.setter
    def tools(self, choices: ToolChoices) -> None:
        self._put("draw/tools", json.dumps(asdict(choices)))

    @property
    def morph(self) -> MorphChoices:
        """How morphs were last made, played and exported."""
        return self._choices("morph/choices", MorphChoices)

    @morph.setter
    def morph(self, choices: MorphChoices) -> None:
        self._put("morph/choices", json.dumps(asdict(choices)))

    @property
    def board(self) -> BoardChoices:
        """How sprites were last made on the board."""
        return self._choices("board/choices", BoardChoices)

    @board.setter
    def board(self, choices: BoardChoices) -> None:
        self._put("board/choices", json.dumps(asdict(choices)))

    @property
    def verse(self) -> VerseChoices:
        """How verse was last written."""
        return self._choices("verse/choices", VerseChoices)

    @verse.setter
    def verse(self, choices: VerseChoices) -> None:
        self._put("verse/choices", json.dumps(asdict(choices)))

    @property
    def timeline(self) -> TimelineChoices:
        """How layers and frames were last seen."""
        return self._choices("draw/timeline", TimelineChoices)

    @timeline.setter
    def timeline(self, choices: TimelineChoices) -> None:
        self._put("draw/timeline", json.dumps(asdict(choices)))

    @property
    def temperature(self) -> float:
        """The temperature used last."""
        try:
            return min(max(float(self._text("complete/temperature") or 0.9), 0.0), 2.0)
        except ValueError:
            return 0.9

    @temperature.setter
    def temperature(self, temperature: float) -> None:
        self._put("complete/temperature", str(temperature))

    @property
    def recent(self) -> list[Path]:
        """Files opened or saved last, newest first."""
        value = self._ini.value("files/recent", [])
        names = value if isinstance(value, list) else [value]
        return [Path(name) for name in names if isinstance(name, str) and name]

    def add_recent(self, path: Path) -> None:
        """Put the file first among the recent ones."""
        others = [other for other in self.recent if other != path]
        self._ini.setValue("files/recent", [str(item) for item in [path, *others][:MAX_RECENT]])

    def _choices(self, key: str, cls: type[Choices]) -> Choices:
        try:
            return from_dict(cls, json.loads(self._text(key) or "{}"), where="settings")
        except (ValueError, RecursionError, ConfigError):
            return cls()

    def _put(self, key: str, value: str) -> None:
        if self._text(key) != value:  # every change goes to the disk, and a start only shows what is there
            self._ini.setValue(key, value)

    def _text(self, key: str) -> str:
        value = self._ini.value(key, "")
        return value if isinstance(value, str) else ""
