"""`genmodels verse`: writes the lines between a first line and a last one."""

import argparse
from pathlib import Path
from typing import Any

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.configs import Family
from genmodels.api.errors import PackError, cannot_write
from genmodels.api.packs import find_packs, read_card
from genmodels.api.verse import Line, MorphVerse, VerseRules
from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import check_out, find_pack
from genmodels.console import run_job, show_result

TEXT = ".txt"


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parser = command(subcommands, "verse", verse, "write the lines between a first line and a last one")
    parser.add_argument("first", metavar="FIRST", help="the first line, kept as it is")
    parser.add_argument("last", metavar="LAST", help="the last line, kept as it is")
    parser.add_argument("--lines", type=int, default=5, help="between the two (default: %(default)s)")
    parser.add_argument("--pack", default="", help="name or folder (default: the first that writes this script)")
    parser.add_argument("--seed", type=int, default=1, help="another one writes other lines (default: %(default)s)")
    parser.add_argument("--temperature", type=float, default=0.5, help="0 is plain, 2 is wild (default: %(default)s)")
    parser.add_argument("--new-only", action="store_true", help="no line that the pack knows to be already written")
    parser.add_argument("--rhyme", action="store_true", help="lines rhyme with the first or the last")
    parser.add_argument("--tones", action="store_true", help="Chinese: the regulated tone pattern nearest to the ends'")
    parser.add_argument(
        "--length", type=int, default=0, help="characters or syllables (default: step by step from first to last)"
    )
    parser.add_argument("--alternatives", type=int, default=0, help="other lines for each (default: %(default)s)")
    parser.add_argument("--no-search", action="store_true", help="the likeliest line of each point, as published")
    parser.add_argument("--out", type=Path, metavar="FILE.txt", help="write the poem there too")
    add_json(parser)


def verse(flags: argparse.Namespace) -> int:
    """Write the lines, show them, and keep them where --out says."""
    if flags.out is not None:
        check_out(flags.out, TEXT, folder=False)
    pack = find_pack(flags.pack) if flags.pack else _fitting_pack(flags.first)
    from genmodels.jobs.morph_verse import morph_verse as job

    request = MorphVerse(
        pack=str(pack),
        first=flags.first,
        last=flags.last,
        count=flags.lines,
        seed=flags.seed,
        alternatives=flags.alternatives,
        rules=VerseRules(
            temperature=flags.temperature,
            new_only=flags.new_only,
            rhyme=flags.rhyme,
            tones=flags.tones,
            length=flags.length,
        ),
        search=not flags.no_search,
    )
    done = run_job(job(request))
    poem = "\n".join(line.text for line in done.lines)
    if flags.out is not None:
        paths.make_folder(flags.out.parent)
        try:
            flags.out.write_text(f"{poem}\n", encoding="utf-8")
        except OSError as error:
            raise cannot_write(flags.out, error) from error
    result = {"lines": [_told(line) for line in done.lines], "seed": request.seed, "pack": done.values["pack"]}
    shown = "\n".join(row for line in done.lines for row in _rows(line))
    show_result(result, shown, as_json=flags.json)
    return 0


def _told(line: Line) -> dict[str, Any]:
    """Return what --json tells of a line; other lines have none themselves."""
    told = to_dict(line)
    return told | {"alternatives": [_told(other) for other in line.alternatives]}


def _rows(line: Line) -> list[str]:
    return [line.text, *(f"    {other.text}" for other in line.alternatives)]


def _fitting_pack(first: str) -> Path:
    """Return the first pack that writes what the line is written in; raises PackError where there is none."""
    from genmodels.data.verse.lines import script_of

    script = script_of(first)
    for folder in find_packs(*paths.pack_roots()):
        card = read_card(folder)
        if card.family == Family.VERSE_VAE and card.config.get("script") == script:
            return folder
    hint = "Train one: genmodels train verse-vae DATA --name NAME; or name a pack with --pack."
    raise PackError("There is no pack that writes verse in this script.", hint=hint)
