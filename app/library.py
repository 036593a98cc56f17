"""What can be found on disk, packs and sample sprites, the shipped ones and the user's own; and when that changes."""

import contextlib
from collections.abc import Container
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from genmodels.api import paths
from genmodels.api.errors import PackError
from genmodels.api.packs import CARD, PackCard, find_packs, read_card

DRAWING_FAMILY, IMAGE_FAMILY, MAKING_FAMILY, VERSE_FAMILY = "pixelrnn", "image-vae", "gan", "verse-vae"
BOARD_FAMILIES = (MAKING_FAMILY, IMAGE_FAMILY)  # that make up sprites and draw codes
SETTLE_MS = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Pack:
    """A pack that can be read."""

    folder: Path
    card: PackCard

    def has_weights_of(self, other: "Pack | None") -> bool:
        """Return whether codes of the other pack mean the same to this one: it may be trained anew under its name."""
        return other is not None and (self.folder, self.card.sha256) == (other.folder, other.card.sha256)


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPack:
    """A pack that cannot be read, and why."""

    folder: Path
    error: PackError = field(compare=False)


def all_packs(*roots: Path) -> list[Pack | BrokenPack]:
    """Return every pack at hand, sorted by name."""
    return [_read(folder) for folder in find_packs(*(roots or paths.pack_roots()))]


def drawing_packs(*roots: Path) -> tuple[list[Pack], list[PackError]]:
    """Return the packs that complete sprites, best first, and what is wrong with those that cannot be read.

    The first one is what a new user meets: the lecture's network comes last, and a wider view before a narrow one.
    """
    return _of_families((DRAWING_FAMILY,), roots)


def image_packs(*roots: Path) -> tuple[list[Pack], list[PackError]]:
    """Return the packs that morph and explore pictures, in the same order, and what is wrong with damaged ones."""
    return _of_families((IMAGE_FAMILY,), roots)


def board_packs(*roots: Path) -> tuple[list[Pack], list[PackError]]:
    """Return the packs that make up sprites, those first that do nothing else, and what is wrong with damaged ones."""
    packs, errors = _of_families(BOARD_FAMILIES, roots)
    return sorted(packs, key=lambda pack: BOARD_FAMILIES.index(pack.card.family)), errors


def verse_packs(*roots: Path) -> tuple[list[Pack], list[PackError]]:
    """Return the packs that write verse, in the same order, and what is wrong with damaged ones."""
    return _of_families((VERSE_FAMILY,), roots)


def _of_families(families: Container[str], roots: tuple[Path, ...]) -> tuple[list[Pack], list[PackError]]:
    from genmodels.api.configs import Preset  # here, because a window lists packs when it is painted

    found = all_packs(*roots)
    packs = [pack for pack in found if isinstance(pack, Pack) and pack.card.family in families]
    packs.sort(key=lambda pack: (pack.card.config.get("preset") == Preset.LECTURE, -pack.card.size, pack.folder.name))
    return packs, [pack.error for pack in found if isinstance(pack, BrokenPack)]


def _read(folder: Path) -> Pack | BrokenPack:
    try:
        return Pack(folder=folder, card=read_card(folder))
    except PackError as error:
        return BrokenPack(folder=folder, error=error)


class PackWatch(QObject):
    """Tells when the person's packs change, whoever changed them: this window, a training, the command line."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._watcher = QFileSystemWatcher(self)
        self._watcher.directoryChanged.connect(self._on_directory_changed)
        self._settle = QTimer(self)  # a change of a pack is several changes of its folder
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.look)
        self._seen: dict[Path, tuple[int, int]] = {}

    @property
    def is_watching(self) -> bool:
        """Whether it has been started, and the folder could be watched."""
        return bool(self._watcher.directories())

    def start(self) -> None:
        """Watch from now on; the folder is made where there is none yet."""
        with contextlib.suppress(OSError):  # no place for packs is no reason not to draw
            paths.user_packs().mkdir(parents=True, exist_ok=True)
        self._watcher.addPath(str(paths.user_packs()))
        self._seen = self._stamps()

    def look(self) -> None:
        """Emit `changed` where a pack has come, gone or changed since the last look."""
        if str(paths.user_packs()) not in self._watcher.directories():  # it was deleted and made again
            self._watcher.addPath(str(paths.user_packs()))
        stamps = self._stamps()
        if stamps != self._seen:
            self._seen = stamps
            self.changed.emit()

    def _on_directory_changed(self, _path: str) -> None:
        self._settle.start()

    def _stamps(self) -> dict[Path, tuple[int, int]]:
        stamps = {}
        for folder in find_packs(paths.user_packs()):
            with contextlib.suppress(OSError):  # it went away meanwhile
                facts = (folder / CARD).stat()
                stamps[folder] = facts.st_mtime_ns, facts.st_size
        return stamps


def sample_sprites() -> list[Path]:
    """Return the sprites that ship with the program, sorted by name."""
    return sorted((paths.assets() / "sprites").glob("*.png"))
