"""`genmodels complete`: draws the masked pixels of a sprite."""

import argparse
from pathlib import Path
from typing import Any

from genmodels.api import paths
from genmodels.api.messages import Complete, PaletteRule
from genmodels.commands.parsing import add_json, command, seeds
from genmodels.commands.places import find_pack
from genmodels.console import run_job, show_result


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parser = command(subcommands, "complete", complete, "draw the masked pixels of a sprite, once per seed")
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
    add_json(parser)


def complete(flags: argparse.Namespace) -> int:
    """Draw the masked pixels of a sprite and write one file per seed."""
    from genmodels.jobs import complete as job
    from genmodels.media.masks import Cover, cover_mask, mask_png, read_mask
    from genmodels.media.sprite import decode_png, encode_png, read_sprite, write_sprite

    pack, sprite = find_pack(flags.pack), read_sprite(flags.sprite)
    if flags.mask is not None:
        mask_HW = read_mask(flags.mask, sprite)
    else:
        cover = Cover.WHOLE if flags.cover == "all" else Cover(flags.cover)
        mask_HW = cover_mask(cover, sprite.height, sprite.width)
    rule, colours = _palette(flags.palette, clear=bool((sprite.rgba_HWC[..., 3] == 0).any()))
    paths.make_folder(flags.out)
    request = Complete(
        pack=str(pack),
        sprite=encode_png(sprite.rgba_HWC),
        mask=mask_png(mask_HW),
        seeds=seeds(flags.seed, flags.count),
        temperature=flags.temperature,
        nucleus=flags.nucleus,
        palette=rule,
        colours=colours,
    )
    candidates = run_job(job.complete(request)).candidates
    files = [flags.out / f"{flags.sprite.stem}-{candidate.seed}.png" for candidate in candidates]
    for file, candidate in zip(files, candidates, strict=True):
        write_sprite(file, sprite.with_pixels(decode_png(candidate.picture).rgba_HWC))
    result = {"files": [str(file) for file in files], "seeds": [candidate.seed for candidate in candidates]}
    lines = [
        f"{file}  seed {candidate.seed}, {candidate.bits_per_pixel:.2f} bits per pixel"
        for file, candidate in zip(files, candidates, strict=True)
    ]
    show_result(result, "\n".join(lines), as_json=flags.json)
    return 0


def _palette(name: str, *, clear: bool) -> tuple[PaletteRule, tuple[str, ...]]:
    """Return the rule and its colours; a sprite that has transparent pixels may also be drawn transparent."""
    if name in (PaletteRule.SPRITE, PaletteRule.PACK):
        return PaletteRule(name), ()
    from genmodels.media.colours import to_hex
    from genmodels.media.palettes.reading import read_palette

    return PaletteRule.LIST, to_hex(read_palette(Path(name)).distinct()) + (("00000000",) if clear else ())
