"""`genmodels packs`: the packs at hand."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.errors import ConfigError, PackError
from genmodels.api.messages import ImportPack
from genmodels.api.own_packs import KEPT_REMOVED, is_own, remove_pack, rename_pack
from genmodels.api.packs import SUFFIX, find_packs, read_card
from genmodels.api.svpack import export_pack
from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import find_pack
from genmodels.console import run_job, show_error, show_result


def add(subcommands: Any) -> None:
    """Add the subcommands."""
    text = "list, show, share, rename and remove packs"
    parent = subcommands.add_parser("packs", help=text, description="The packs at hand.")
    actions = parent.add_subparsers(required=True, metavar="ACTION")
    add_json(command(actions, "list", list_packs, "list the packs at hand"))
    _command_on_pack(actions, "show", show_pack, "show what a pack says of itself")
    parser = _command_on_pack(actions, "export", export, "write a pack to one file, to send or to keep")
    parser.add_argument("file", type=Path, metavar="FILE", help=f"where to; usually NAME{SUFFIX}")
    parser.add_argument("--replace", action="store_true", help="overwrite a file of that name")
    parser = command(actions, "import", import_file, "check a pack that came as a file, and add it to your own")
    parser.add_argument("file", type=Path, metavar="FILE", help=f"an {SUFFIX} file")
    parser.add_argument("--replace", action="store_true", help="take the place of your pack of the same name")
    add_json(parser)
    parser = _command_on_pack(actions, "rename", rename, "give one of your packs another name")
    parser.add_argument("new", metavar="NEW", help="letters, digits, “-”, “_” and “.”")
    _command_on_pack(actions, "remove", remove, "move one of your packs to the removed ones")


def list_packs(flags: argparse.Namespace) -> int:
    """List the packs at hand; damaged ones are named on standard error."""
    cards = []
    for folder in find_packs(*paths.pack_roots()):
        try:
            cards.append((folder, read_card(folder)))
        except PackError as error:
            show_error(error)
    packs = [
        {
            "name": folder.name,
            "family": card.family,
            "title": card.title,
            "size": card.size,
            "own": is_own(folder),
            "path": str(folder),
        }
        for folder, card in cards
    ]
    lines = [f"{folder.name:24} {card.family:10} {card.size}×{card.size}  {card.title}" for folder, card in cards]
    show_result({"packs": packs}, "\n".join(lines) or "There are no packs yet.", as_json=flags.json)
    return 0


def show_pack(flags: argparse.Namespace) -> int:
    """Show what a pack says of itself."""
    folder = find_pack(flags.pack)
    card = read_card(folder)
    named = {"title": card.title, "family": card.family, "trained on": card.trained_on, "licence": card.licence}
    lines = [f"{name:12} {value}" for name, value in named.items()]
    lines += [f"{name:12} {value}" for name, value in (card.config | card.metrics).items()]
    show_result(to_dict(card) | {"path": str(folder)}, "\n".join([str(folder), *lines]), as_json=flags.json)
    return 0


def export(flags: argparse.Namespace) -> int:
    """Write a pack to one file."""
    folder, file = find_pack(flags.pack), flags.file
    if file.exists() and not (flags.replace and file.is_file()):
        raise ConfigError(f"“{file}” is there already.", hint="Name another file, or add --replace.")
    for _ in export_pack(folder, file):
        pass
    result = {"name": folder.name, "file": str(file), "bytes": file.stat().st_size}
    show_result(result, f"{file}  {result['bytes'] / 1e6:.1f} MB", as_json=flags.json)
    return 0


def import_file(flags: argparse.Namespace) -> int:
    """Check a pack that came as a file and add it to the person's own."""
    from genmodels.jobs.import_pack import import_pack

    values = run_job(import_pack(ImportPack(file=str(flags.file), replace=flags.replace))).values
    show_result(values, f"the pack “{values['name']}” is in {values['folder']}", as_json=flags.json)
    return 0


def rename(flags: argparse.Namespace) -> int:
    """Give one of the person's packs another name."""
    before = find_pack(flags.pack)
    folder = rename_pack(before, flags.new)
    result = {"name": folder.name, "before": before.name, "folder": str(folder)}
    show_result(result, f"“{before.name}” is now “{folder.name}”, in {folder}", as_json=flags.json)
    return 0


def remove(flags: argparse.Namespace) -> int:
    """Move one of the person's packs to the removed ones."""
    folder = find_pack(flags.pack)
    place = remove_pack(folder)
    text = f"“{folder.name}” is removed; to have it back, move it from\n  {place}\nto\n  {folder}"
    text += f"\nThe last {KEPT_REMOVED} removed packs are kept."
    show_result({"name": folder.name, "removed": str(place), "folder": str(folder)}, text, as_json=flags.json)
    return 0


def _command_on_pack(
    actions: Any, name: str, run: Callable[[argparse.Namespace], int], text: str
) -> argparse.ArgumentParser:
    parser = command(actions, name, run, text)
    parser.add_argument("pack", metavar="PACK", help="name or folder")
    add_json(parser)
    return parser
