"""`genmodels sample`: draws fresh pictures from random codes."""

import argparse
import math
from pathlib import Path
from typing import Any

from genmodels.api import paths
from genmodels.api.messages import Prior, Sample
from genmodels.api.packs import read_card
from genmodels.commands.parsing import add_json, command, seeds
from genmodels.commands.places import check_out, find_pack
from genmodels.console import run_job, show_result

SHEET = ".png"
CLEAR = "00000000"


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parser = command(subcommands, "sample", sample, "draw fresh pictures, once per seed")
    parser.add_argument("--pack", required=True, help="name or folder; see `genmodels packs list`")
    parser.add_argument("--count", type=int, default=16, help="pictures (default: %(default)s)")
    parser.add_argument("--seed", type=int, default=1, help="of the first, the others follow (default: %(default)s)")
    parser.add_argument(
        "--prior",
        type=Prior,
        choices=list(Prior),
        default=Prior.NORMAL,
        help="where the numbers come from: N(0, 1), or a mixture fitted to the training codes (default: normal)",
    )
    parser.add_argument("--variety", type=float, default=1.0, help="0 to 2, 0 is the middle (default: 1)")
    parser.add_argument("--tag", default="", help="of those that the pack knows")
    parser.add_argument(
        "--palette",
        type=Path,
        metavar="FILE",
        help="draw only with its colours, and leave clear what the pack leaves clear",
    )
    parser.add_argument(
        "--out", type=Path, required=True, metavar="DIR|SHEET.png", help="a folder of PACK-SEED.png, or one sheet"
    )
    add_json(parser)


def sample(flags: argparse.Namespace) -> int:
    """Draw the pictures and write a file for each, or all in one sheet."""
    check_out(flags.out, SHEET, folder=True)
    pack = find_pack(flags.pack)
    from genmodels.jobs.sample import sample as job
    from genmodels.media.colours import to_hex
    from genmodels.media.palettes.reading import read_palette
    from genmodels.media.sprite import Sprite, decode_png, write_sprite
    from genmodels.media.strips import strip

    # In a palette without it, the first colour is the ground of a pack that knows a clear one.
    clear = [colour for colour in read_card(pack).colours[:1] if colour == CLEAR]
    request = Sample(
        pack=str(pack),
        seeds=seeds(flags.seed, flags.count),
        prior=flags.prior,
        variety=flags.variety,
        tag=flags.tag,
        palette=() if flags.palette is None else (*clear, *to_hex(read_palette(flags.palette).distinct())),
    )
    candidates = run_job(job(request)).candidates
    pictures = [decode_png(candidate.picture).rgba_HWC for candidate in candidates]
    if flags.out.suffix.lower() == SHEET and not flags.out.is_dir():
        paths.make_folder(flags.out.parent)
        files = [flags.out]
        write_sprite(flags.out, Sprite(rgba_HWC=strip(pictures, columns=math.isqrt(len(pictures) - 1) + 1)))
    else:
        paths.make_folder(flags.out)
        files = [flags.out / f"{pack.name}-{candidate.seed}{SHEET}" for candidate in candidates]
        for file, rgba_HW4 in zip(files, pictures, strict=True):
            write_sprite(file, Sprite(rgba_HWC=rgba_HW4))
    result = {"files": [str(file) for file in files], "seeds": [candidate.seed for candidate in candidates]}
    text = f"{len(pictures)} pictures, seeds {flags.seed} to {flags.seed + len(pictures) - 1}:\n"
    show_result(result, text + "\n".join(f"  {file}" for file in files), as_json=flags.json)
    return 0
