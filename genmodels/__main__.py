"""`genmodels`: the models on the command line; nothing here imports torch, so that --help is instant."""

import argparse
import sys
from collections.abc import Sequence

from genmodels.api.errors import GenError, StorageError
from genmodels.commands import (
    complete,
    dataset,
    demo,
    evaluate,
    explore,
    lesson,
    morph,
    packs,
    sample,
    serve,
    train,
    verse,
)
from genmodels.console import share_cores, show_error

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit status."""
    share_cores()
    flags = parser().parse_args(arguments)
    try:
        return flags.run_command(flags)
    except GenError as error:
        return show_error(error)
    except OSError as error:  # what no command foresaw: a disk that filled up, an output that was closed
        where = f"“{error.filename}”: " if error.filename else ""
        message = f"{where}{error.strerror or error}."
        return show_error(StorageError(message, hint="Free some space, or choose another folder."))
    except KeyboardInterrupt:
        sys.stderr.write("cancelled\n")
        return INTERRUPTED


def parser() -> argparse.ArgumentParser:
    """Return the parser of all subcommands."""
    whole = argparse.ArgumentParser(prog="genmodels", description="Generative models for sprites and verse.")
    subcommands = whole.add_subparsers(required=True, metavar="COMMAND")
    for noun in (complete, morph, explore, sample, verse, evaluate, dataset, train, packs, lesson, demo, serve):
        noun.add(subcommands)
    return whole


if __name__ == "__main__":
    sys.exit(main())
