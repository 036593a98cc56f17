"""`genmodels train`: trains a pack, or goes on with a run; torchrun starts it on several devices and hosts."""

import argparse
import dataclasses
import os
import shlex
import sys
import typing
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, assert_never

from genmodels.api import paths
from genmodels.api.configs import (
    Effort,
    Family,
    ModelConfig,
    Preset,
    ReadingConfig,
    TrainConfig,
    TrainRequest,
    VerseConfig,
)
from genmodels.api.errors import ConfigError
from genmodels.api.families import does
from genmodels.api.messages import Event
from genmodels.api.presets import preset_configs
from genmodels.api.runs import NEAREST, read_request
from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import find_pack
from genmodels.console import run_job, show_lines, step_aside

C = TypeVar("C", bound=ModelConfig | TrainConfig | ReadingConfig | VerseConfig)
SCRATCH = "scratch"


def add(subcommands: Any) -> None:
    """Add the subcommand, and below it one for each family."""
    parent = command(subcommands, "train", resume, "train a pack")
    parent.add_argument("--resume", type=Path, metavar="RUN", help="go on with this run folder")
    add_json(parent)
    families = parent.add_subparsers(metavar="FAMILY")
    for family in Family:
        _add_family(families, family)


def _add_family(families: Any, family: Family) -> None:
    """Add a family's subcommand, with a flag for each field of its configs."""
    model, _ = preset_configs(family, Preset.DEFAULT)
    parser = command(families, family, train, f"train a model that {does(family)}")
    parser.set_defaults(family=family)
    parser.add_argument("data", type=Path, nargs="+", metavar="DATA", help="folders, or text files")
    parser.add_argument("--name", required=True, help="of the pack")
    parser.add_argument(
        "--from",
        dest="start",
        default=NEAREST,
        metavar="PACK",
        help="a pack to go on from, nearest for the one whose colours and size come nearest, or scratch "
        "(default: nearest; the lecture's preset always starts from scratch, a GAN with an image VAE at least)",
    )
    parser.add_argument("--effort", choices=tuple(Effort), default=Effort.GOOD.value, help="(default: %(default)s)")
    parser.add_argument("--preset", choices=tuple(Preset), default=Preset.DEFAULT.value)
    # torchrun takes --run for the start of an option of its own, wherever it stands.
    parser.add_argument("--run", "--run-folder", type=Path, metavar="DIR", help="the run folder; the same one goes on")
    parser.add_argument(
        "--valid", default="", help="held-out pictures: a list of subjects, or last-N (default: a tenth)"
    )
    parser.add_argument("--title", default="", help="of the pack, for people")
    parser.add_argument("--licence", default="", help="what the pack may be used for")
    parser.add_argument("--trained-on", default="", help="which pictures, whose, in plain words")
    add_json(parser)
    for config in (type(model), VerseConfig if family is Family.VERSE_VAE else ReadingConfig, TrainConfig):
        add_config(parser, config)


def _shape(family: Family) -> tuple[str, ...]:
    """Return the settings that a pack to go on from brings along, so that they cannot be others."""
    match family:
        case Family.PIXELRNN:
            return "hidden", "embedding", "context", "heads"
        case Family.IMAGE_VAE:
            return "numbers", "detail", "width"
        case Family.GAN:
            return ()  # an image VAE to begin with leaves them open
        case Family.VERSE_VAE:
            return "vocabulary", "numbers", "embedding", "reading", "width"
        case _:
            assert_never(family)


def add_config(parser: argparse.ArgumentParser, config: type) -> None:
    """Add a flag for each field of a config that has a help text."""
    group = parser.add_argument_group(f"{config.__name__} (defaults are the preset's)")
    kinds = typing.get_type_hints(config)
    for field in dataclasses.fields(config):
        if "help" not in field.metadata:
            continue
        flag, text, kind = (
            f"--{field.name.replace('_', '-')}",
            field.metadata["help"].replace("%", "%%"),
            kinds[field.name],
        )
        if kind is bool:
            group.add_argument(flag, action=argparse.BooleanOptionalAction, help=text)
        else:
            choices = tuple(kind) if issubclass(kind, StrEnum) else None
            group.add_argument(flag, type=kind, choices=choices, help=text)


def changed(config: C, flags: argparse.Namespace) -> C:
    """Return a config with the values of the flags that were given."""
    given = {field.name: getattr(flags, field.name, None) for field in dataclasses.fields(config) if field.metadata}
    return dataclasses.replace(config, **{name: value for name, value in given.items() if value is not None})


def train(flags: argparse.Namespace) -> int:
    """Train a pack; the same run folder goes on where it stopped."""
    request = asked(flags)
    paths.make_folder(Path(request.run))
    return _run(request, as_json=flags.json)


def asked(flags: argparse.Namespace) -> TrainRequest:
    """Return what the flags ask for; raises ConfigError, PackError."""
    run = flags.run or paths.user_home() / "runs" / flags.name
    preset = Preset(flags.preset)
    model, course = preset_configs(flags.family, preset)
    start = "" if flags.start == SCRATCH or preset is Preset.LECTURE else flags.start
    if start and (own := [name for name in _shape(flags.family) if getattr(flags, name) is not None]):
        message = "A pack to go on from keeps its own network."
        raise ConfigError(message, hint=f"Either leave out --{own[0]}, or add --from scratch.")
    return TrainRequest(
        name=flags.name,
        data=tuple(str(path.absolute()) for path in flags.data),
        run=str(run.absolute()),
        family=flags.family,
        start=start if start in ("", NEAREST) else str(find_pack(start)),
        effort=Effort(flags.effort),
        reading=changed(ReadingConfig(), flags),
        verse=changed(VerseConfig(), flags),
        valid=flags.valid,
        title=flags.title,
        trained_on=flags.trained_on,
        # A pack may be given away: where its maker's files lie is nobody's business.
        command=shlex.join(["genmodels", *sys.argv[1:]]).replace(str(Path.home()), "~"),
        model=changed(model, flags),
        train=changed(course, flags),
        **({"licence": flags.licence} if flags.licence else {}),
    )


def resume(flags: argparse.Namespace) -> int:
    """Go on with a run."""
    if flags.resume is None:
        hint = f"Name a family ({', '.join(Family)}), or a run folder with --resume; --help tells more."
        raise ConfigError("There is no training to do.", hint=hint)
    return _run(read_request(flags.resume.absolute()), as_json=flags.json)


def _run(request: TrainRequest, *, as_json: bool) -> int:
    """Hold the run folder, train, and record every event; of several processes only the first one is heard."""
    if int(os.environ.get("RANK", "0")) > 0:
        step_aside()
        from genmodels.jobs.train import train as job

        run_job(job(request), quiet=True)
        return 0
    from genmodels.training.holding import Record, holding

    run = Path(request.run)
    step_aside()
    with holding(run):
        record = Record(run, request.name)

        def keep(event: Event) -> None:
            line = record.add(event)
            if as_json and line:
                show_lines(line)

        from genmodels.jobs.train import train as job  # here, because importing torch takes a second: the run is held

        values = run_job(job(request), keep).values
    if not as_json:
        where = values.get("pack")
        show_lines(f"the pack is in {where}" if where else f"stopped; go on with: genmodels train --resume {run}")
    return 0
