"""`genmodels morph`: draws the way from picture to picture, as an animation, a sheet or numbered files."""

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from genmodels.api import paths
from genmodels.api.messages import Easing, Morph, MorphPalette
from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import check_out, find_pack
from genmodels.console import run_job, show_result

if TYPE_CHECKING:
    import numpy as np

ANIMATED = (".gif", ".webp", ".apng")
SHEET = ".png"


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parser = command(subcommands, "morph", morph, "draw the way from each picture to the next")
    parser.add_argument("pictures", type=Path, nargs="+", metavar="PICTURE", help="two or more, in their order")
    parser.add_argument("--pack", required=True, help="name or folder; see `genmodels packs list`")
    parser.add_argument(
        "--frames", type=int, default=9, help="from one picture to the next, both counted (default: %(default)s)"
    )
    parser.add_argument("--easing", type=Easing, choices=list(Easing), default=Easing.LINEAR, help="(default: linear)")
    parser.add_argument(
        "--palette",
        default=MorphPalette.BOTH.value,
        metavar="both|blend|FILE",
        help="colours of the in-betweens: only the pictures' own, each blended into its partner, or a palette file's",
    )
    parser.add_argument("--ping-pong", action="store_true", help="there and back again")
    parser.add_argument("--duration", type=int, default=100, metavar="MS", help="of a frame (default: %(default)s)")
    parser.add_argument("--hold", type=int, metavar="MS", help="of each picture itself (default: as long as a frame)")
    parser.add_argument(
        "--out", type=Path, required=True, help="NAME.gif, .webp or .apng; NAME.png for a sheet; or a folder"
    )
    add_json(parser)


def morph(flags: argparse.Namespace) -> int:
    """Draw the frames and write them as the name of --out says."""
    check_out(flags.out, *ANIMATED, SHEET, folder=True)
    pack = find_pack(flags.pack)
    from genmodels.jobs.morph import morph as job
    from genmodels.media.sprite import decode_png, encode_png, read_sprite

    rule, colours = _palette(flags.palette)
    request = Morph(
        pack=str(pack),
        pictures=tuple(encode_png(read_sprite(picture).rgba_HWC) for picture in flags.pictures),
        frames=flags.frames,
        easing=flags.easing,
        palette=rule,
        colours=colours,
    )
    done = run_job(job(request))
    frames = [decode_png(frame).rgba_HWC for frame in done.frames]
    hold_ms = flags.duration if flags.hold is None else flags.hold
    times_ms = [flags.duration if n % (flags.frames - 1) else hold_ms for n in range(len(frames))]
    played = list(range(len(frames)))
    if flags.ping_pong:
        played += played[-2:0:-1]
    files, remarks = _write(flags.out, [frames[n] for n in played], [times_ms[n] for n in played])
    for remark in remarks:
        sys.stderr.write(f"{remark}\n")
    result = {
        "files": [str(file) for file in files],
        "frames": len(frames),
        "ends_exact": done.values["ends_exact"],
        "distance_from_pack": done.values["distance_from_pack"],
    }
    exact = "the pictures in it are exact" if all(result["ends_exact"]) else "a picture in it is not exact"
    text = f"{len(frames)} frames, {exact}:\n" + "\n".join(f"  {file}" for file in files)
    show_result(result, text, as_json=flags.json)
    return 0


def _write(out: Path, frames: "list[np.ndarray]", times_ms: list[int]) -> tuple[list[Path], tuple[str, ...]]:
    """Return the files written, and what they could not keep."""
    from genmodels.media.moving import write_animation
    from genmodels.media.sprite import Sprite, write_sprite
    from genmodels.media.strips import strip, write_numbered

    if out.is_dir() or not out.suffix:
        paths.make_folder(out)
        return write_numbered(out, out.name or "frame", frames), ()
    paths.make_folder(out.parent)
    if out.suffix.lower() == SHEET:
        write_sprite(out, Sprite(rgba_HWC=strip(frames)))
        return [out], ()
    return [out], write_animation(out, frames, times_ms).losses.remarks


def _palette(name: str) -> tuple[MorphPalette, tuple[str, ...]]:
    if name in (MorphPalette.BOTH, MorphPalette.BLEND):
        return MorphPalette(name), ()
    from genmodels.media.colours import to_hex
    from genmodels.media.palettes.reading import read_palette

    return MorphPalette.LIST, to_hex(read_palette(Path(name)).distinct())
