"""`genmodels evaluate`: measures a pack."""

import argparse
from pathlib import Path
from typing import Any

from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import find_pack
from genmodels.console import run_job, show_result


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parser = command(subcommands, "evaluate", evaluate, "measure bits per hidden pixel on other pictures")
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder of images, or the lecture's pixel_color.txt")
    parser.add_argument("--pack", required=True, help="name or folder; see `genmodels packs list`")
    add_json(parser)


def evaluate(flags: argparse.Namespace) -> int:
    """Measure a pack on pictures it was not trained on."""
    pack = find_pack(flags.pack)
    from genmodels.jobs.evaluate import evaluate as job

    values = run_job(job(pack, flags.data)).values
    bits = [f"{name:22} {value:.3f}" for name, value in values["bits_per_hidden_pixel"].items()]
    heading = f"{values['pack']} on {values['count']} pictures, bits per hidden pixel"
    show_result(values, "\n".join([heading, *bits]), as_json=flags.json)
    return 0
