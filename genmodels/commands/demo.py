"""`genmodels demo`: the main job on what is bundled, where there is no window to do it in."""

import argparse
import contextlib
import sys
from pathlib import Path
from typing import Any

from genmodels.api import paths
from genmodels.api.errors import InputError, PackError
from genmodels.api.messages import Complete
from genmodels.api.packs import find_packs, read_card
from genmodels.commands.parsing import add_json, command
from genmodels.console import run_job, show_result

DEMO_PACK, DEMO_FAMILY = "pokemon-icons-32", "pixelrnn"


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parser = command(subcommands, "demo", demo, "complete a bundled sprite, for a first look without a window")
    parser.add_argument("--out", type=Path, default=Path("out/demo"), metavar="DIR", help="(default: %(default)s)")
    add_json(parser)


def demo(flags: argparse.Namespace) -> int:
    """Complete the lower half of a bundled sprite: the main job, where there is no window to do it in."""
    from genmodels.jobs import complete as job
    from genmodels.media.masks import Cover, cover_mask, mask_png
    from genmodels.media.sheets import contact_sheet, veiled
    from genmodels.media.sprite import Sprite, decode_png, encode_png, read_sprite, write_sprite

    pack, file = _demo_pack(), _demo_sprite()
    sprite = read_sprite(file)
    mask_HW = cover_mask(Cover.LOWER_HALF, sprite.height, sprite.width)
    paths.make_folder(flags.out)
    sys.stderr.write(f"No window is needed: completing the lower half of {file.name} with the pack {pack.name}.\n")
    request = Complete(
        pack=str(pack), sprite=encode_png(sprite.rgba_HWC), mask=mask_png(mask_HW), seeds=tuple(range(1, 9))
    )
    candidates = run_job(job.complete(request)).candidates
    drawn = [sprite.with_pixels(decode_png(candidate.picture).rgba_HWC) for candidate in candidates]
    files = [flags.out / f"{file.stem}-{candidate.seed}.png" for candidate in candidates]
    for path, picture in zip(files, drawn, strict=True):
        write_sprite(path, picture)
    shown = [sprite.rgba_HWC, veiled(sprite.rgba_HWC, mask_HW), *(picture.rgba_HWC for picture in drawn)]
    sheet = flags.out / f"{file.stem}-sheet.png"
    write_sprite(sheet, Sprite(rgba_HWC=contact_sheet(shown, columns=5)))
    text = f"{len(files)} candidates, exact size:\n" + "\n".join(f"  {path}" for path in files)
    text += f"\nthe sprite, what was hidden, and all candidates, enlarged:\n  {sheet}"
    result = {"files": [str(path) for path in files], "sheet": str(sheet), "seeds": [c.seed for c in candidates]}
    show_result(result, text, as_json=flags.json)
    return 0


def _demo_pack() -> Path:
    """Return the pack that suits the bundled sprites, or else the first that can complete."""
    found = {folder.name: folder for folder in find_packs(*paths.pack_roots())}
    if DEMO_PACK in found:
        return found[DEMO_PACK]
    for folder in found.values():
        with contextlib.suppress(PackError):
            if read_card(folder).family == DEMO_FAMILY:
                return folder
    raise PackError(
        "There is no pack that completes sprites.", hint="Train one: genmodels train pixelrnn DATA --name …"
    )


def _demo_sprite() -> Path:
    sprites = sorted((paths.assets() / "sprites").glob("*.png"))
    if not sprites:
        hint = "Use one of your own: genmodels complete SPRITE.png --cover lower-half …"
        raise InputError("No sprite is bundled here.", hint=hint)
    return sprites[0]
