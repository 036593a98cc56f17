"""`genmodels`: the models on the command line; nothing here imports torch, so that --help is instant."""

import argparse
import dataclasses
import sys
import typing
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from genmodels import commands
from genmodels.api.configs import PixelRNNConfig, Preset, TrainConfig
from genmodels.api.errors import GenError, StorageError
from genmodels.console import show_error

INTERRUPTED = 130  # 128 + SIGINT, as shells have it


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one subcommand and return the exit status."""
    flags = _parser().parse_args(arguments)
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


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="genmodels", description="Generative models for sprites.")
    subcommands = parser.add_subparsers(required=True, metavar="COMMAND")
    _add_complete(subcommands)
    _add_evaluate(subcommands)
    _add_train(subcommands)
    _add_packs(subcommands)
    _add_demo(subcommands)
    _command(subcommands, "serve", commands.serve, "answer JSON lines on standard input; the window's engine")
    return parser


def _command(
    subcommands: Any, name: str, run: Callable[[argparse.Namespace], int], text: str
) -> argparse.ArgumentParser:
    parser = subcommands.add_parser(name, help=text, description=f"{text[0].upper()}{text[1:]}.")
    parser.set_defaults(run_command=run)
    return parser


def _add_complete(subcommands: Any) -> None:
    parser = _command(subcommands, "complete", commands.complete, "draw the masked pixels of a sprite, once per seed")
    parser.add_argument("sprite", type=Path, metavar="SPRITE", help="PNG, GIF, WebP, BMP or JPEG")
    where = parser.add_mutually_exclusive_group(required=True)
    where.add_argument("--mask", type=Path, help="an image of the sprite's size, white or opaque where to draw")
    where.add_argument(
        "--cover", choices=("lower-half", "lower-three-quarters", "box", "all"), help="a standard mask instead"
    )
    parser.add_argument("--pack", required=True, help="name or folder; see `genmodels packs list`")
    parser.add_argument("--count", type=int, default=8, help="candidates (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the first, the others follow (default: %(default)s)")
    parser.add_argument("--temperature", type=float, default=0.9, help="0 to 2, 0 is the likeliest (default: 0.9)")
    parser.add_argument("--nucleus", type=float, default=0.98, help="probability mass to keep (default: 0.98)")
    parser.add_argument(
        "--palette",
        default="pack",
        metavar="sprite|pack|FILE",
        help="colours to draw with: the sprite's own, those and the pack's, or a palette file's (default: pack)",
    )
    parser.add_argument("--out", type=Path, required=True, metavar="DIR", help="where SPRITE-SEED.png are written")
    _add_json(parser)


def _add_evaluate(subcommands: Any) -> None:
    parser = _command(subcommands, "evaluate", commands.evaluate, "measure bits per hidden pixel on other pictures")
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder of images, or the lecture's pixel_color.txt")
    parser.add_argument("--pack", required=True, help="name or folder; see `genmodels packs list`")
    _add_json(parser)


def _add_train(subcommands: Any) -> None:
    train = subcommands.add_parser("train", help="train a pack", description="Train a pack.")
    families = train.add_subparsers(required=True, metavar="FAMILY")
    parser = _command(families, "pixelrnn", commands.train, "train a model that completes sprites")
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
    _add_json(parser)
    for config in (PixelRNNConfig, TrainConfig):
        group = parser.add_argument_group(f"{config.__name__} (defaults are the preset's)")
        kinds = typing.get_type_hints(config)
        for field in dataclasses.fields(config):
            if "help" in field.metadata:
                flag = f"--{field.name.replace('_', '-')}"
                group.add_argument(flag, type=kinds[field.name], help=field.metadata["help"].replace("%", "%%"))


def _add_packs(subcommands: Any) -> None:
    packs = subcommands.add_parser("packs", help="list packs or show one", description="The packs at hand.")
    actions = packs.add_subparsers(required=True, metavar="ACTION")
    _add_json(_command(actions, "list", commands.list_packs, "list the packs at hand"))
    parser = _command(actions, "show", commands.show_pack, "show what a pack says of itself")
    parser.add_argument("pack", metavar="PACK", help="name or folder")
    _add_json(parser)


def _add_demo(subcommands: Any) -> None:
    parser = _command(
        subcommands, "demo", commands.demo, "complete a bundled sprite, for a first look without a window"
    )
    parser.add_argument("--out", type=Path, default=Path("out/demo"), metavar="DIR", help="(default: %(default)s)")
    _add_json(parser)


def _add_json(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print one JSON object on standard output")


if __name__ == "__main__":
    sys.exit(main())
