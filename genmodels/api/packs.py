"""What a pack says of itself: pack.json, readable without torch so that the window can list packs.

A pack is a folder: pack.json, weights.safetensors (the same JSON in its metadata) and preview.png.
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from genmodels.api.codec import from_dict
from genmodels.api.errors import ConfigError, PackError

FORMAT_VERSION = 1
CARD, WEIGHTS, PREVIEW = "pack.json", "weights.safetensors", "preview.png"
SUFFIX = ".svpack"  # of a pack as one file
MAX_CARD_BYTES = 4 * 2**20
MAX_WEIGHT_BYTES = 512 * 2**20
MAX_PREVIEW_BYTES = 4 * 2**20
_DEVICE_NAMES = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}


@dataclass(frozen=True, slots=True, kw_only=True)
class PackCard:
    """A pack's description."""

    format_version: int
    family: str  # "pixelrnn", "gan", "image-vae", "verse-vae"
    name: str
    title: str  # for people
    licence: str  # what the weights and their outputs may be used for, in plain words
    trained_on: str  # which data, whose, in plain words
    config: dict[str, Any]  # the model's config dataclass
    colours: tuple[str, ...] = ()  # the colour clusters, rrggbbaa, in token order
    record: dict[str, Any] = field(default_factory=dict)  # command, time, loss curve
    metrics: dict[str, Any] = field(default_factory=dict)  # on the valid split
    sha256: str = ""  # of weights.safetensors

    @property
    def size(self) -> int:
        """Side of the square the model sees at once, in pixels; 0 for families without pictures."""
        value = self.config.get("size", 0)
        return value if isinstance(value, int) else 0

    @property
    def tags(self) -> tuple[str, ...]:
        """What its pictures can be told to show, by the folders that it was trained on."""
        value = self.config.get("tags", ())
        return tuple(tag for tag in value if isinstance(tag, str)) if isinstance(value, list | tuple) else ()


def check_name(name: str) -> None:
    """Raise ConfigError unless this can be a pack's name: it is the name of its folder, on every system."""
    device = name.split(".", maxsplit=1)[0].lower() in _DEVICE_NAMES  # what Windows takes for a port
    if not re.fullmatch(r"\w([\w.-]{0,62}[\w-])?", name) or device:
        shown = name if len(name) <= 64 else f"{name[:63]}…"
        hint = "Use letters, digits, “-”, “_” and “.”, at most 64, such as my-monsters."
        raise ConfigError(f"“{shown}” cannot be a pack's name.", hint=hint)


def read_card(folder: Path) -> PackCard:
    """Read and check pack.json of a pack folder; raises PackError with what to do next."""
    path = folder / CARD
    again = "Choose another pack, or import this one again."
    if not folder.is_dir():
        raise PackError(f"There is no pack at “{folder}”.", hint="Choose one of the packs listed by `genmodels packs`.")
    try:
        if path.stat().st_size > MAX_CARD_BYTES:
            raise PackError(f"The pack “{folder.name}” has a {CARD} of over {MAX_CARD_BYTES >> 20} MB.", hint=again)
        text = path.read_text(encoding="utf-8")
        data = json.loads(text)
        if "\\u" in text:
            json.dumps(data, ensure_ascii=False).encode()  # halves of characters, which nothing could show or write
    except (OSError, ValueError, RecursionError) as error:
        message = f"The pack “{folder.name}” cannot be read: its {CARD} is missing or damaged."
        raise PackError(message, hint=again, detail=str(error)) from error
    version = data.get("format_version") if isinstance(data, dict) else None
    if version != FORMAT_VERSION:
        message = f"The pack “{folder.name}” has format {version!r}; this version reads {FORMAT_VERSION}."
        raise PackError(message, hint="Update Spriteverse, or choose another pack.")
    try:
        return from_dict(PackCard, data, where=CARD)
    except ConfigError as error:
        raise PackError(f"The pack “{folder.name}” is damaged: {error.message}", hint=again) from error


def check_weights(folder: Path, card: PackCard) -> Path:
    """Return the path of the weights after checking size and hash; raises PackError."""
    import hashlib  # here, because a window that lists packs leaves their weights alone

    path = folder / WEIGHTS
    again = "Choose another pack, or import this one again."
    try:
        if path.stat().st_size > MAX_WEIGHT_BYTES:
            raise PackError(f"The weights of “{folder.name}” are over {MAX_WEIGHT_BYTES >> 20} MB.", hint=again)
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise PackError(f"The pack “{folder.name}” has no readable weights.", hint=again, detail=str(error)) from error
    require_hash(folder, card, digest)
    return path


def require_hash(folder: Path, card: PackCard, digest: str) -> None:
    """Raise PackError unless this SHA-256 of the weights is the one that the card names."""
    if digest != card.sha256:
        message = f"The weights of “{folder.name}” are not the ones its card names: the file was changed or damaged."
        raise PackError(message, hint="Choose another pack, or import this one again.")


def find_packs(*roots: Path) -> list[Path]:
    """Return the pack folders under the roots, sorted by name; the first root wins where a name stands twice."""
    found: dict[str, Path] = {}
    for root in roots:
        for path in sorted(root.glob(f"[!.]*/{CARD}")):  # a name with a dot is a pack being written
            found.setdefault(path.parent.name, path.parent)
    return [found[name] for name in sorted(found)]
