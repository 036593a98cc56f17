"""What the parsers of all subcommands have in common."""

import argparse
from collections.abc import Callable
from typing import Any

from genmodels.api.errors import ConfigError

MOST_SEEDS = 1000  # before a job has its own say


def command(
    subcommands: Any, name: str, run: Callable[[argparse.Namespace], int], text: str
) -> argparse.ArgumentParser:
    """Add a subcommand that is carried out by `run`; text says what it does."""
    parser = subcommands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    parser.set_defaults(run_command=run)
    return parser


def add_json(parser: argparse.ArgumentParser) -> None:
    """Add --json."""
    parser.add_argument("--json", action="store_true", help="print one JSON object on standard output")


def seeds(first: int, count: int) -> tuple[int, ...]:
    """Return so many seeds in a row; raises ConfigError for more than anything draws."""
    if not 1 <= count <= MOST_SEEDS:
        raise ConfigError(f"{count:,} pictures were asked for.", hint=f"Ask for 1 to {MOST_SEEDS:,}.")
    return tuple(range(first, first + count))
