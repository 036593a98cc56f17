"""`genmodels dataset`: looks at pictures or verse before a training; what is wrong is told, never an error."""

import argparse
import dataclasses
from collections.abc import Sequence
from pathlib import Path
from typing import Any, assert_never

from genmodels.api import paths
from genmodels.api.configs import ReadingConfig, Script, VerseConfig
from genmodels.api.errors import ConfigError
from genmodels.api.messages import CheckData
from genmodels.api.reports import DataReport, LineProblem, Problem, VerseReport, read_report
from genmodels.commands.parsing import add_json, command
from genmodels.commands.train import add_config, changed
from genmodels.console import run_job, show_result

CANNOT_TRAIN = 2
MOON_SIDE = 24
MOST_SHOWN = 40  # problems; --json has more
MOST_BARS, WIDEST_BAR = 30, 40  # rows of a histogram, and signs of its longest
_SCRIPTS = {Script.HAN: "in Chinese", Script.LATIN: "in Latin letters"}


def add(subcommands: Any) -> None:
    """Add the subcommands, with a flag for each field of the reading's config."""
    dataset = subcommands.add_parser("dataset", help="look at data before a training", description="Look at data.")
    actions = dataset.add_subparsers(required=True, metavar="ACTION")
    parser = command(actions, "check", check, "tell what a training would read, what it would leave out, and why")
    parser.add_argument(
        "data", type=Path, nargs="+", metavar="DATA", help="folders or files of pictures, or text files of verse"
    )
    parser.add_argument("--size", type=int, default=0, help="side of the square, pixels (default: by the pictures)")
    parser.add_argument("--colours", type=int, default=0, help="colour clusters (default: as many as are needed)")
    parser.add_argument(
        "--exclude", action="append", default=[], metavar="NAME", help="leave a picture out, named as the report does"
    )
    for config in (ReadingConfig, VerseConfig):
        add_config(parser, config)
    add_json(parser)
    parser = command(actions, "moons", moons, "draw moons, full to crescent, as a small set to train on")
    parser.add_argument("folder", type=Path, metavar="DIR", help="where moon-001.png and so on are written")
    parser.add_argument("--count", type=int, default=200, help="how many, 1 to 9,999 (default: %(default)s)")
    parser.add_argument("--size", type=int, default=MOON_SIDE, help="side in pixels, 8 to 64 (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same moons (default: %(default)s)")
    add_json(parser)


def moons(flags: argparse.Namespace) -> int:
    """Draw moons and write them as PNGs of the same name, over those of an earlier time."""
    if not 1 <= flags.count <= 9999 or not 8 <= flags.size <= 64 or flags.seed < 0:
        what = f"{flags.count} moons of {flags.size} pixels with seed {flags.seed} cannot be drawn."
        raise ConfigError(what, hint="Choose 1 to 9,999 of them, 8 to 64 pixels, and a seed of 0 or more.")
    from genmodels.data.sprites.moons import TABLE_K4, draw_moons
    from genmodels.media.sprite import Sprite, write_sprite
    from genmodels.runtime import rng

    paths.make_folder(flags.folder)
    tokens_NHW = draw_moons(flags.count, flags.size, rng(flags.seed))
    files = [flags.folder / f"moon-{number:03}.png" for number in range(1, flags.count + 1)]
    for file, tokens_HW in zip(files, tokens_NHW, strict=True):
        write_sprite(file, Sprite(rgba_HWC=TABLE_K4[tokens_HW]))
    result = {"folder": str(flags.folder), "count": flags.count, "seed": flags.seed}
    show_result(result, f"{flags.count:,} moons are in {flags.folder}", as_json=flags.json)
    return 0


def check(flags: argparse.Namespace) -> int:
    """Tell of the data; the exit status is 0 where they are enough for a training, else 2."""
    reading = dataclasses.replace(changed(ReadingConfig(), flags), exclude=tuple(flags.exclude))
    request = CheckData(
        data=tuple(str(path.absolute()) for path in flags.data),
        reading=reading,
        size=flags.size,
        colours=flags.colours,
        verse=changed(VerseConfig(), flags),
    )
    from genmodels.jobs.check_data import check_data

    values = run_job(check_data(request)).values
    report = read_report(values)
    values.pop("pictures", None)
    show_result(values, "\n".join(_lines(report)), as_json=flags.json)
    return 0 if report.can_train else CANNOT_TRAIN


def _lines(report: DataReport | VerseReport) -> list[str]:
    problems = [f"  {_told(problem)}" for problem in report.problems]
    rest = len(problems) - MOST_SHOWN
    match report:
        case DataReport():
            bars, start = [], "A training can start."
        case VerseReport():
            bars = [row for script, lengths in report.lengths.items() for row in _bars(script, lengths)]
            start = "There is enough verse for a training; this version trains models on pictures."
        case _:
            assert_never(report)
    return [
        *report.sentences,
        *bars,
        *problems[:MOST_SHOWN],
        *([f"  … and {rest:,} more; --json names them"] if rest > 0 else []),
        start if report.can_train else f"No training can start. {report.hint}",
    ]


def _told(problem: Problem | LineProblem) -> str:
    match problem:
        case Problem():
            return f"{problem.name}: {problem.what}"
        case LineProblem():
            place = f"{problem.name}, line {problem.line:,}" if problem.line else problem.name
            return f"{place}: {problem.what}" + (f" “{problem.text}”" if problem.text else "")
        case _:
            assert_never(problem)


def _bars(script: str, lengths: Sequence[int]) -> list[str]:
    """Return a histogram of lengths, a row for each or, where they spread far, for a few each."""
    met = [length for length, count in enumerate(lengths) if count]
    first, last = met[0], met[-1]
    step = -(-(last - first + 1) // MOST_BARS)
    rows = [(at, min(at + step - 1, last), sum(lengths[at : at + step])) for at in range(first, last + 1, step)]
    most = max(count for _, _, count in rows)
    names = [str(low) if low == high else f"{low}–{high}" for low, high, _ in rows]
    width = max(map(len, names))
    return [
        f"  characters of a line, {_SCRIPTS[Script(script)]}:",
        *(
            f"  {name:>{width}}  {'█' * round(WIDEST_BAR * count / most)} {count:,}"
            for name, (_, _, count) in zip(names, rows, strict=True)
        ),
    ]
