"""`genmodels dataset`: looks at pictures before a training; what is wrong with them is told, never an error."""

import argparse
import dataclasses
from pathlib import Path
from typing import Any

from genmodels.api.configs import ReadingConfig
from genmodels.api.messages import CheckData
from genmodels.commands.parsing import add_json, command
from genmodels.commands.train import add_config, changed
from genmodels.console import run_job, show_result

CANNOT_TRAIN = 2
MOST_SHOWN = 40  # problems; --json has them all


def add(subcommands: Any) -> None:
    """Add the subcommands, with a flag for each field of the reading's config."""
    dataset = subcommands.add_parser("dataset", help="look at pictures before a training", description="Look at data.")
    actions = dataset.add_subparsers(required=True, metavar="ACTION")
    parser = command(actions, "check", check, "tell what a training would read, what it would leave out, and why")
    parser.add_argument(
        "data", type=Path, nargs="+", metavar="DATA", help="folders, files, or the lecture's text files"
    )
    parser.add_argument("--size", type=int, default=0, help="side of the square, pixels (default: by the pictures)")
    parser.add_argument("--colours", type=int, default=0, help="colour clusters (default: as many as are needed)")
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="NAME", help="leave a picture out, named as the report does"
    )
    add_config(parser, ReadingConfig)
    add_json(parser)


def check(flags: argparse.Namespace) -> int:
    """Tell of the pictures; the exit status is 0 where a training could start, else 2."""
    reading = dataclasses.replace(changed(ReadingConfig(), flags), exclude=tuple(flags.exclude))
    request = CheckData(
        data=tuple(str(path.absolute()) for path in flags.data),
        reading=reading,
        size=flags.size,
        colours=flags.colours,
    )
    from genmodels.jobs.check_data import check_data

    report = run_job(check_data(request)).values
    report.pop("pictures")
    show_result(report, "\n".join(_lines(report)), as_json=flags.json)
    return 0 if report["can_train"] else CANNOT_TRAIN


def _lines(report: dict[str, Any]) -> list[str]:
    problems = [f"  {problem['name']}: {problem['what']}" for problem in report["problems"]]
    rest = len(problems) - MOST_SHOWN
    return [
        *report["sentences"],
        *problems[:MOST_SHOWN],
        *([f"  … and {rest:,} more; --json names them"] if rest > 0 else []),
        "A training can start." if report["can_train"] else f"No training can start. {report['hint']}",
    ]
