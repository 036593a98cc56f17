"""`genmodels packs`: the packs at hand."""

import argparse
from typing import Any

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.errors import PackError
from genmodels.api.packs import find_packs, read_card
from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import find_pack
from genmodels.console import show_error, show_result


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parent = subcommands.add_parser("packs", help="list packs or show one", description="The packs at hand.")
    actions = parent.add_subparsers(required=True, metavar="ACTION")
    add_json(command(actions, "list", list_packs, "list the packs at hand"))
    parser = command(actions, "show", show_pack, "show what a pack says of itself")
    parser.add_argument("pack", metavar="PACK", help="name or folder")
    add_json(parser)


def list_packs(flags: argparse.Namespace) -> int:
    """List the packs at hand; damaged ones are named on standard error."""
    cards = []
    for folder in find_packs(*paths.pack_roots()):
        try:
            cards.append((folder, read_card(folder)))
        except PackError as error:
            show_error(error)
    packs = [{"name": folder.name, "family": card.family, "title": card.title, "size": card.size, "path": str(folder)}
             for folder, card in cards]  # fmt: skip
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
