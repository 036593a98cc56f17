"""`make fuzz`: 10,000 damaged files of every format are read, or refused with a sentence, soon and in little memory.

A new format is a Target in one of the fuzz_* files, whose tuple targets() returns.
"""

import argparse
import faulthandler
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psutil

from genmodels.api.errors import GenError
from tests.mutants import mutant

COUNT = 10_000
MOST_SECONDS = 2.0  # of the processor's time for one file: a busy machine makes nothing slower
MOST_BYTES = 500 * 2**20  # beyond what the process needs anyway
_HANG_S = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """One format: whole files, as different as can be, and what reads a file of it."""

    name: str
    suffix: str
    seeds: tuple[bytes, ...]
    read: Callable[[Path], object]
    mend: Callable[[bytes], bytes] | None = None  # of mutants.mutant


@dataclass(slots=True, kw_only=True)
class Tally:
    """What became of the files."""

    read: int = 0
    refused: int = 0
    slowest_s: float = 0.0
    most_bytes: int = 0


def fuzz(target: Target, numbers: range, folder: Path, *, watch: bool = False) -> Tally:
    """Read the damaged files of these numbers; one that is neither read nor refused stays in the folder.

    watch: end the process, with its stack, where a file takes a minute.
    """
    tally, process = Tally(), psutil.Process()
    before = _most_bytes(process)
    for number in numbers:
        file = folder / f"{target.name}-{number}{target.suffix}"
        file.write_bytes(mutant(target.seeds, number, target.mend))
        if watch:
            faulthandler.dump_traceback_later(_HANG_S, exit=True)
        started = time.process_time()
        refusal = _refusal(target, file)
        if refusal is None:
            tally.read += 1
        else:
            assert refusal.message, file
            assert refusal.hint, file
            tally.refused += 1
        tally.slowest_s = max(tally.slowest_s, time.process_time() - started)
        tally.most_bytes = max(tally.most_bytes, _most_bytes(process) - before)
        assert tally.slowest_s < MOST_SECONDS, f"{file} took {tally.slowest_s:.1f} s"
        assert tally.most_bytes < MOST_BYTES, f"{file} took {tally.most_bytes >> 20} MB"
        file.unlink()
    if watch:
        faulthandler.cancel_dump_traceback_later()
    return tally


def _most_bytes(process: psutil.Process) -> int:
    """Return the most memory that the process has had, where the system tells, or what it has now."""
    try:
        import resource
    except ImportError:  # on Windows
        return process.memory_info().rss
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most if sys.platform == "darwin" else most << 10


def _refusal(target: Target, file: Path) -> GenError | None:
    try:
        target.read(file)
    except GenError as error:
        return error
    except Exception as error:
        error.add_note(f"It came of {file}.")
        raise
    return None


def targets() -> tuple[Target, ...]:
    """Return all formats."""
    from tests.fuzz_palettes import PALETTES
    from tests.fuzz_pictures import PICTURES
    from tests.fuzz_projects import PROJECTS

    return (*PALETTES, *PICTURES, *PROJECTS)


def main() -> int:
    parser = argparse.ArgumentParser(prog="make fuzz", description=__doc__)
    parser.add_argument("names", nargs="*", help="formats; all of them if none is named")
    parser.add_argument("--count", type=int, default=COUNT, help=f"files of each, {COUNT:,} if not told")
    parser.add_argument("--first", type=int, default=0, help="number of the first one, to see others than last time")
    flags = parser.parse_args()
    sys.stdout.write(f"{'format':<18}{'files':>8}{'read':>8}{'refused':>9}{'slowest':>10}{'memory':>9}\n")
    folder = Path(tempfile.mkdtemp(prefix="fuzz-"))
    for target in targets():
        if not flags.names or target.name in flags.names:
            tally = fuzz(target, range(flags.first, flags.first + flags.count), folder, watch=True)
            sys.stdout.write(
                f"{target.name:<18}{flags.count:>8,}{tally.read:>8,}{tally.refused:>9,}"
                f"{tally.slowest_s * 1000:>7.0f} ms{tally.most_bytes >> 20:>6} MB\n"
            )
            sys.stdout.flush()
    folder.rmdir()
    return 0


if __name__ == "__main__":
    sys.exit(main())
