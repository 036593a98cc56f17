"""`genmodels explore`: sweeps two numbers of a picture's code and draws the grid, the others kept."""

import argparse
import re
from pathlib import Path
from typing import Any

from genmodels.api import paths
from genmodels.api.codes import sweep
from genmodels.api.messages import Decode, Encode
from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import check_out, find_pack
from genmodels.console import run_job, show_result


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parser = command(subcommands, "explore", explore, "sweep two numbers of a picture's code, the others kept")
    parser.add_argument("picture", type=Path, metavar="PICTURE", help="PNG, GIF, WebP, BMP or JPEG")
    parser.add_argument("--pack", required=True, help="name or folder; see `genmodels packs list`")
    parser.add_argument(
        "--dims", type=_dims, default=(0, 1), metavar="A,B", help="across and down, counted from 0 (default: 0,1)"
    )
    parser.add_argument("--grid", type=_grid, default=(8, 8), metavar="8x8", help="columns x rows (default: 8x8)")
    parser.add_argument(
        "--reach", type=float, default=2.5, help="standard deviations to either side (default: %(default)s)"
    )
    parser.add_argument("--out", type=Path, required=True, metavar="GRID.png", help="pixel for pixel, without gaps")
    add_json(parser)


def explore(flags: argparse.Namespace) -> int:
    """Draw the grid about the picture's own code, which gives the very picture."""
    check_out(flags.out, ".png", folder=False)
    pack = find_pack(flags.pack)
    from genmodels.jobs.decode import decode
    from genmodels.jobs.encode import encode
    from genmodels.media.sprite import Sprite, decode_png, encode_png, read_sprite, write_sprite
    from genmodels.media.strips import strip

    picture = encode_png(read_sprite(flags.picture).rgba_HWC)
    read = run_job(encode(Encode(pack=str(pack), picture=picture)))
    (across, down), (columns, rows) = flags.dims, flags.grid
    codes = tuple(sweep(read.codes[0], across, down, columns=columns, rows=rows, reach=flags.reach))
    drawn = run_job(decode(Decode(pack=str(pack), codes=codes, anchor=picture)))
    paths.make_folder(flags.out.parent)
    write_sprite(flags.out, Sprite(rgba_HWC=strip([decode_png(f).rgba_HWC for f in drawn.frames], columns=columns)))
    far = read.values["distance_from_pack"]
    result = {"files": [str(flags.out)], "dims": list(flags.dims), "grid": list(flags.grid), "distance_from_pack": far}
    text = f"{columns}×{rows} pictures, number {across} across and {down} down:\n  {flags.out}"
    show_result(result, text, as_json=flags.json)
    return 0


def _dims(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d+),(\d+)", text)
    if not found or found[1] == found[2]:
        raise argparse.ArgumentTypeError(f"“{text}” is not two numbers of the code, such as 3,7")
    return int(found[1]), int(found[2])


def _grid(text: str) -> tuple[int, int]:
    found = re.fullmatch(r"(\d+)x(\d+)", text)
    if not found:
        raise argparse.ArgumentTypeError(f"“{text}” is not columns x rows, such as 8x8")
    return int(found[1]), int(found[2])
