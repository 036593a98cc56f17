"""`genmodels serve`: the engine behind the window."""

import argparse
from typing import Any

from genmodels.commands.parsing import command


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    command(subcommands, "serve", serve, "answer JSON lines on standard input; the window's engine")


def serve(_: argparse.Namespace) -> int:
    """Answer JSON lines; this is how the window talks to the models."""
    from genmodels.serve import serve as answer

    return answer()
