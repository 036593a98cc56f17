"""Keeps pasted verse as a text file in the person's own folder, so that it can be learnt from, and again later."""

from itertools import chain, count
from pathlib import Path

from app.runs import plain_name
from genmodels.api import paths
from genmodels.api.replacing import replacing

FOLDER, _LONGEST = "verse", 40  # characters of a file's name


def keep_text(text: str) -> Path:
    """Return the file that holds the text, named by its first line; the same text is kept once. Raises StorageError."""
    folder = paths.user_home() / FOLDER
    paths.make_folder(folder)
    first = next((line for line in text.splitlines() if line.strip()), "")
    stem, data = plain_name(first)[:_LONGEST].rstrip("-.") or "verse", text.encode("utf-8", "replace")
    files = (folder / f"{stem}{number}.txt" for number in chain([""], (f"-{number}" for number in count(2))))
    file = next(file for file in files if not file.exists() or _holds(file, data))
    with replacing(file) as temporary:
        temporary.write_bytes(data)
    return file


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.read_bytes() == data
    except OSError:
        return False
