"""`genmodels demo`: completes and morphs what is bundled, where there is no window to do it in."""

import argparse
import contextlib
import sys
from pathlib import Path
from typing import Any

from genmodels.api import paths
from genmodels.api.configs import Family
from genmodels.api.errors import InputError, PackError
from genmodels.api.messages import Complete, Morph
from genmodels.api.packs import find_packs, read_card
from genmodels.commands.parsing import add_json, command
from genmodels.console import run_job, show_result

PACK, MORPH_PACK = "pokemon-icons-32", "pokemon-icons-32-vae"
FRAME_MS = 100


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    text = "complete a bundled sprite and morph two, for a first look without a window"
    parser = command(subcommands, "demo", demo, text)
    parser.add_argument("--out", type=Path, default=Path("out/demo"), metavar="DIR", help="(default: %(default)s)")
    add_json(parser)


def demo(flags: argparse.Namespace) -> int:
    """Complete the lower half of a bundled sprite, and morph it into the next where a pack for that is there."""
    pack = _pack(Family.PIXELRNN, PACK)
    if pack is None:
        hint = "Train one: genmodels train pixelrnn DATA --name …"
        raise PackError("There is no pack that completes sprites.", hint=hint)
    sprites = sorted((paths.assets() / "sprites").glob("*.png"))[:2]
    if not sprites:
        hint = "Use one of your own: genmodels complete SPRITE.png --cover lower-half …"
        raise InputError("No sprite is bundled here.", hint=hint)
    paths.make_folder(flags.out)
    result, text = _completed(sprites[0], pack, flags.out)
    morpher = _pack(Family.IMAGE_VAE, MORPH_PACK)
    if morpher is not None and len(sprites) == 2:
        more, told = _morphed(sprites, morpher, flags.out)
        result, text = result | more, f"{text}\n{told}"
    show_result(result, text, as_json=flags.json)
    return 0


def _completed(file: Path, pack: Path, out: Path) -> tuple[dict[str, Any], str]:
    """Return what was drawn, for a program and for a person."""
    from genmodels.jobs.complete import complete
    from genmodels.media.contact_sheet import contact_sheet, veiled
    from genmodels.media.masks import Cover, cover_mask, mask_png
    from genmodels.media.sprite import Sprite, decode_png, encode_png, read_sprite, write_sprite

    sprite = read_sprite(file)
    mask_HW = cover_mask(Cover.LOWER_HALF, sprite.height, sprite.width)
    sys.stderr.write(f"No window is needed: completing the lower half of {file.name} with the pack {pack.name}.\n")
    request = Complete(
        pack=str(pack), sprite=encode_png(sprite.rgba_HWC), mask=mask_png(mask_HW), seeds=tuple(range(1, 9))
    )
    candidates = run_job(complete(request)).candidates
    drawn = [sprite.with_pixels(decode_png(candidate.picture).rgba_HWC) for candidate in candidates]
    files = [out / f"{file.stem}-{candidate.seed}.png" for candidate in candidates]
    for path, picture in zip(files, drawn, strict=True):
        write_sprite(path, picture)
    shown = [sprite.rgba_HWC, veiled(sprite.rgba_HWC, mask_HW), *(picture.rgba_HWC for picture in drawn)]
    sheet = out / f"{file.stem}-sheet.png"
    write_sprite(sheet, Sprite(rgba_HWC=contact_sheet(shown, columns=5)))
    text = f"{len(files)} candidates, exact size:\n" + "\n".join(f"  {path}" for path in files)
    text += f"\nthe sprite, what was hidden, and all candidates, enlarged:\n  {sheet}"
    return {"files": [str(path) for path in files], "sheet": str(sheet), "seeds": [c.seed for c in candidates]}, text


def _morphed(files: list[Path], pack: Path, out: Path) -> tuple[dict[str, Any], str]:
    """Return what was drawn, for a program and for a person."""
    from genmodels.jobs.morph import morph
    from genmodels.media.contact_sheet import contact_sheet
    from genmodels.media.moving import write_animation
    from genmodels.media.sprite import Sprite, decode_png, encode_png, read_sprite, write_sprite

    first, last = files
    sys.stderr.write(f"Morphing {first.name} into {last.name} with the pack {pack.name}.\n")
    pictures = tuple(encode_png(read_sprite(file).rgba_HWC) for file in files)
    frames = [decode_png(frame).rgba_HWC for frame in run_job(morph(Morph(pack=str(pack), pictures=pictures))).frames]
    animation, sheet = (out / f"{first.stem}-{last.stem}{ending}" for ending in (".gif", "-sheet.png"))
    there_and_back = [*frames, *frames[-2:0:-1]]
    for remark in write_animation(animation, there_and_back, [FRAME_MS] * len(there_and_back)).losses.remarks:
        sys.stderr.write(f"{remark}\n")
    write_sprite(sheet, Sprite(rgba_HWC=contact_sheet(frames, columns=len(frames))))
    text = f"{len(frames)} frames from {first.stem} to {last.stem}, there and back, and enlarged:\n"
    result = {"morph": str(animation), "morph_sheet": str(sheet), "morph_frames": len(frames)}
    return result, f"{text}  {animation}\n  {sheet}"


def _pack(family: Family, bundled: str) -> Path | None:
    """Return the pack that suits the bundled sprites, or else the first of its family."""
    found = {folder.name: folder for folder in find_packs(*paths.pack_roots())}
    if bundled in found:
        return found[bundled]
    for folder in found.values():
        with contextlib.suppress(PackError):
            if read_card(folder).family == family:
                return folder
    return None
