"""Log files that never outgrow two generations of a megabyte."""

from pathlib import Path

MAX_BYTES = 2**20


def rotated(log: Path) -> Path:
    """Return the log's path after making room: a full one becomes the old one."""
    log.parent.mkdir(parents=True, exist_ok=True)
    if log.exists() and log.stat().st_size > MAX_BYTES:
        log.replace(log.with_suffix(".old.log"))
    return log


def tail(log: Path, length: int = 4000) -> str:
    """Return the end of the log, for the details of a message."""
    try:
        return log.read_bytes()[-length:].decode(errors="replace").strip()
    except OSError as error:
        return str(error)


def append(log: Path, text: str) -> None:
    """Write one entry with its time; a log that cannot be written is no reason to stop."""
    from datetime import UTC, datetime  # here, because few starts ever write an entry

    try:
        with rotated(log).open("a", encoding="utf-8") as file:
            file.write(f"{datetime.now(UTC).isoformat(timespec='seconds')}\n{text}\n")
    except OSError:
        return
