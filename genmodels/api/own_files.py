"""JSON files in the person's own folder: written whole or not at all, read strictly, with a format version."""

import json
from pathlib import Path
from typing import Any, TypeVar

from genmodels.api import paths
from genmodels.api.codec import from_dict, to_dict
from genmodels.api.errors import ConfigError, InputError
from genmodels.api.replacing import replacing

Content = TypeVar("Content")

_HINT = "Move the file elsewhere to start anew."


def write_own(path: Path, content: Any) -> None:
    """Write a dataclass, which has a format_version; raises StorageError."""
    paths.make_folder(path.parent)
    with replacing(path) as temporary:
        temporary.write_text(json.dumps(to_dict(content), ensure_ascii=False, indent=1), encoding="utf-8")


def read_own(path: Path, cls: type[Content], *, version: int, most_bytes: int) -> Content | None:
    """Return what was written, None where nothing was; raises InputError for anything else that lies there."""
    try:
        if path.stat().st_size > most_bytes:
            raise InputError(f"“{path}” is over {most_bytes >> 20} MB.", hint=_HINT)
        data = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise InputError(f"“{path}” cannot be read.", hint=_HINT, detail=str(error)) from error
    found = data.get("format_version") if isinstance(data, dict) else None
    if found != version:
        message = f"“{path}” has format {found!r}; this version reads {version}."
        raise InputError(message, hint="Update Spriteverse, or move the file elsewhere.")
    try:
        return from_dict(cls, data, where=path.name)
    except ConfigError as error:
        raise damaged(path, error.message) from error


def damaged(path: Path, why: str) -> InputError:
    """Return what to raise where a file's content makes no sense."""
    return InputError(f"“{path}” is damaged: {why}", hint=_HINT)
