"""What each subcommand of `genmodels` does; torch is imported only by those that need it."""

import argparse
import contextlib
import dataclasses
import difflib
import shlex
import sys
from pathlib import Path
from typing import TypeVar

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.configs import PixelRNNConfig, Preset, TrainConfig, TrainRequest, preset_configs
from genmodels.api.errors import InputError, PackError, StorageError
from genmodels.api.messages import Complete, Event, PaletteRule, encode
from genmodels.api.packs import CARD, find_packs, read_card
from genmodels.console import run_job, show_error, show_result

C = TypeVar("C", PixelRNNConfig, TrainConfig)
DEMO_PACK, DEMO_FAMILY = "pokemon-icons-32", "pixelrnn"


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
    _make_folder(flags.out)
    request = Complete(
        pack=str(pack),
        sprite=encode_png(sprite.rgba_HWC),
        mask=mask_png(mask_HW),
        seeds=tuple(range(flags.seed, flags.seed + flags.count)),
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


def demo(flags: argparse.Namespace) -> int:
    """Complete the lower half of a bundled sprite: the main job, where there is no window to do it in."""
    from genmodels.jobs import complete as job
    from genmodels.media.masks import Cover, cover_mask, mask_png
    from genmodels.media.sheets import contact_sheet, veiled
    from genmodels.media.sprite import Sprite, decode_png, encode_png, read_sprite, write_sprite

    pack, file = _demo_pack(), _demo_sprite()
    sprite = read_sprite(file)
    mask_HW = cover_mask(Cover.LOWER_HALF, sprite.height, sprite.width)
    _make_folder(flags.out)
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


def evaluate(flags: argparse.Namespace) -> int:
    """Measure a pack on pictures it was not trained on."""
    pack = find_pack(flags.pack)
    from genmodels.jobs.evaluate import evaluate as job

    values = run_job(job(pack, flags.data)).values
    bits = [f"{name:22} {value:.3f}" for name, value in values["bits_per_hidden_pixel"].items()]
    heading = f"{values['pack']} on {values['count']} pictures, bits per hidden pixel"
    show_result(values, "\n".join([heading, *bits]), as_json=flags.json)
    return 0


def train(flags: argparse.Namespace) -> int:
    """Train a pack; the same run folder goes on where it stopped."""
    run = flags.run or paths.user_home() / "runs" / flags.name
    _make_folder(run)
    model, course = preset_configs(Preset(flags.preset))
    request = TrainRequest(
        name=flags.name,
        data=tuple(str(path) for path in flags.data),
        run=str(run),
        valid=flags.valid,
        title=flags.title,
        trained_on=flags.trained_on,
        command=shlex.join(["genmodels", *sys.argv[1:]]),
        model=_changed(model, flags),
        train=_changed(course, flags),
        **({"licence": flags.licence} if flags.licence else {}),
    )
    from genmodels.jobs.train import train as job

    with (run / "events.jsonl").open("a", encoding="utf-8") as record:

        def keep(event: Event) -> None:
            record.write(encode(event, flags.name) + "\n")
            record.flush()

        values = run_job(job(request), keep).values
    show_result(values, f"the pack is in {values['pack']}", as_json=flags.json)
    return 0


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


def serve(_: argparse.Namespace) -> int:
    """Answer JSON lines; this is how the window talks to the models."""
    from genmodels.serve import serve as answer

    return answer()


def find_pack(name: str) -> Path:
    """Return the folder of a pack given by path or by name; raises PackError with the nearest names."""
    roots = paths.pack_roots()
    for folder in (Path(name), *(root / name for root in roots)):
        if (folder / CARD).is_file():
            return folder.resolve()
    names = [folder.name for folder in find_packs(*roots)]
    near = difflib.get_close_matches(name, names, n=3, cutoff=0.4) or names
    hint = f"Did you mean {', '.join(near)}?" if near else "There are no packs yet: train one, or give a path."
    raise PackError(f"There is no pack “{name}”.", hint=hint)


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


def _palette(name: str, *, clear: bool) -> tuple[PaletteRule, tuple[str, ...]]:
    """Return the rule and its colours; a sprite that has transparent pixels may also be drawn transparent."""
    if name in (PaletteRule.SPRITE, PaletteRule.PACK):
        return PaletteRule(name), ()
    from genmodels.media.palettes import read_palette, to_hex

    return PaletteRule.LIST, to_hex(read_palette(Path(name))) + (("00000000",) if clear else ())


def _changed(config: C, flags: argparse.Namespace) -> C:
    """Return a config with the values of the flags that were given."""
    given = {field.name: getattr(flags, field.name, None) for field in dataclasses.fields(config) if field.metadata}
    return dataclasses.replace(config, **{name: value for name, value in given.items() if value is not None})


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        hint = "Choose another folder, one that you may write to."
        raise StorageError(f"“{folder}” cannot be made: {error.strerror}.", hint=hint) from error
