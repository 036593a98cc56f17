"""`genmodels lesson`: trains the two small models of a lesson and writes what each makes."""

import argparse
from pathlib import Path
from typing import Any, assert_never

from genmodels.api import paths
from genmodels.api.messages import Demonstrate, Lesson
from genmodels.commands.parsing import add_json, command
from genmodels.console import run_job, show_result


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    text = "see with your own eyes why there is noise in a VAE, and why pixels choose one colour of N"
    parser = command(subcommands, "lesson", lesson, text)
    parser.add_argument("lesson", choices=[one.value for one in Lesson], help="what to see")
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where both models' sheets are written")
    parser.add_argument("--seed", type=int, default=1, help="same seed, same pictures (default: %(default)s)")
    add_json(parser)


def lesson(flags: argparse.Namespace) -> int:
    """Train both models, write a sheet of each, and tell the figures."""
    from genmodels.jobs.demonstrate import demonstrate
    from genmodels.media.contact_sheet import contact_sheet
    from genmodels.media.sprite import Sprite, decode_png, write_sprite

    kind = Lesson(flags.lesson)
    paths.make_folder(flags.out)
    done = run_job(demonstrate(Demonstrate(lesson=kind, seed=flags.seed)))
    pictures = [decode_png(frame).rgba_HWC for frame in done.frames]
    half, names = len(pictures) // 2, _names(kind)
    files = [flags.out / f"{flags.lesson}-{name}.png" for name in names]
    for file, some in zip(files, (pictures[:half], pictures[half:]), strict=True):
        write_sprite(file, Sprite(rgba_HWC=contact_sheet(some, columns=done.values["columns"])))
    figures = dict(zip(names, (done.values["first"], done.values["second"]), strict=True))
    lines = [f"{file}  {_told(kind, figures[name])}" for file, name in zip(files, names, strict=True)]
    result = {"files": [str(file) for file in files], "seed": flags.seed, "figures": figures}
    show_result(result, "\n".join(lines), as_json=flags.json)
    return 0


def _names(kind: Lesson) -> tuple[str, str]:
    match kind:
        case Lesson.MOONS:
            return "autoencoder", "vae"
        case Lesson.COLOURS:
            return "rgb", "one-of-n"
        case _:
            assert_never(kind)


def _told(kind: Lesson, figures: dict[str, float]) -> str:
    match kind:
        case Lesson.MOONS:
            return (
                f"half-way {figures['half_way']:.1f} pixels from the nearest real moon, "
                f"{figures['broken']:.0%} of 200 are no moons"
            )
        case Lesson.COLOURS:
            return (
                f"{figures['foreign']:.0%} of the pixels in colours that are not in the data, "
                f"{figures['clear']:.0%} as clear as the data"
            )
        case _:
            assert_never(kind)
