"""`genmodels train`: trains a pack."""

import argparse
import dataclasses
import shlex
import sys
import typing
from pathlib import Path
from typing import Any, TypeVar

from genmodels.api import paths
from genmodels.api.configs import PixelRNNConfig, Preset, TrainConfig, TrainRequest, preset_configs
from genmodels.api.messages import Event, encode
from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import make_folder
from genmodels.console import run_job, show_result

C = TypeVar("C", PixelRNNConfig, TrainConfig)


def add(subcommands: Any) -> None:
    """Add the subcommand, with a flag for each field of the configs."""
    parent = subcommands.add_parser("train", help="train a pack", description="Train a pack.")
    families = parent.add_subparsers(required=True, metavar="FAMILY")
    parser = command(families, "pixelrnn", train, "train a model that completes sprites")
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA", help="folders, or the lecture's text files")
    parser.add_argument("--name", required=True, help="of the pack")
    parser.add_argument("--preset", choices=tuple(Preset), default=Preset.DEFAULT.value)
    parser.add_argument("--run", type=Path, metavar="DIR", help="the run folder; the same one goes on")
    parser.add_argument(
        "--valid", default="", help="held-out pictures: a list of subjects, or last-N (default: a tenth)"
    )
    parser.add_argument("--title", default="", help="of the pack, for people")
    parser.add_argument("--licence", default="", help="what the pack may be used for")
    parser.add_argument("--trained-on", default="", help="which pictures, whose, in plain words")
    add_json(parser)
    for config in (PixelRNNConfig, TrainConfig):
        group = parser.add_argument_group(f"{config.__name__} (defaults are the preset's)")
        kinds = typing.get_type_hints(config)
        for field in dataclasses.fields(config):
            if "help" in field.metadata:
                flag = f"--{field.name.replace('_', '-')}"
                group.add_argument(flag, type=kinds[field.name], help=field.metadata["help"].replace("%", "%%"))


def train(flags: argparse.Namespace) -> int:
    """Train a pack; the same run folder goes on where it stopped."""
    run = flags.run or paths.user_home() / "runs" / flags.name
    make_folder(run)
    model, course = preset_configs(Preset(flags.preset))
    request = TrainRequest(
        name=flags.name,
        data=tuple(str(path) for path in flags.data),
        run=str(run),
        valid=flags.valid,
        title=flags.title,
        trained_on=flags.trained_on,
        command=shlex.join(["genmodels", *sys.argv[1:]]),
        model=_changed(model, flags),
        train=_changed(course, flags),
        **({"licence": flags.licence} if flags.licence else {}),
    )
    from genmodels.jobs.train import train as job

    with (run / "events.jsonl").open("a", encoding="utf-8") as record:

        def keep(event: Event) -> None:
            record.write(encode(event, flags.name) + "\n")
            record.flush()

        values = run_job(job(request), keep).values
    show_result(values, f"the pack is in {values['pack']}", as_json=flags.json)
    return 0


def _changed(config: C, flags: argparse.Namespace) -> C:
    """Return a config with the values of the flags that were given."""
    given = {field.name: getattr(flags, field.name, None) for field in dataclasses.fields(config) if field.metadata}
    return dataclasses.replace(config, **{name: value for name, value in given.items() if value is not None})
