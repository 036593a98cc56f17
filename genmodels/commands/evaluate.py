"""`genmodels evaluate`: measures a pack."""

import argparse
from pathlib import Path
from typing import Any, assert_never

from genmodels.api.configs import Family
from genmodels.commands.parsing import add_json, command
from genmodels.commands.places import find_pack
from genmodels.console import run_job, show_result

ARMS = {
    "cross_fade": "cross-fade",
    "lecture": "the lecture's VAE",
    "without_anchors": "without anchors",
    "ours": "as it ships",
}
COLUMNS = {  # of the table of in-betweens: figure, heading, decimals
    "ends_exact": ("exact", 0),
    "foreign_colours": ("foreign", 3),
    "kid": ("KID", 4),
    "speckle": ("specks", 3),
    "speckle_over_real": ("×real", 2),
    "max_step_over_mean": ("step", 2),
    "max_step_over_mean_p95": ("95 %", 2),
    "path_over_straight": ("path", 2),
}
LEGEND = """\
exact: pairs with both ends exact. foreign: share of pixels in neither picture's colours. KID: distance from the
held-out pictures, 0 at best. specks: share of isolated pixels, and × that of real ones. step: the largest over the
mean, and what 95 % of the pairs stay within. path: all steps over the straight change. –: nothing to compare."""
WAYS = {"path": "path", "published": "published way", "lecture": "the lecture's VAE"}
POEM_COLUMNS = {  # of the table of poems: figure, heading, decimals
    "ends_exact": ("exact", 0),
    "repeats": ("repeats", 0),
    "kendall_tau": ("τ", 3),
    "fluent_share": ("fluent", 3),
    "form_share": ("form", 3),
    "verbatim_share": ("written", 3),
}
VERSE_LEGEND = """\
exact: poems with both ends exact. repeats: lines that stand there again. τ: Kendall's, of how one-way a poem goes.
Shares of the lines between: fluent, as nine of ten real lines are; form, as long as asked for; written, already so in
what the pack learnt from. –: no text to judge by, see --against-lines."""


def add(subcommands: Any) -> None:
    """Add the subcommand."""
    parser = command(subcommands, "evaluate", evaluate, "measure a pack on what it was not trained on")
    parser.add_argument("data", type=Path, metavar="DATA", help="a folder of images, or text files of verse")
    parser.add_argument("--pack", required=True, help="name or folder; see `genmodels packs list`")
    parser.add_argument(
        "--valid", default="", help="only those of DATA that a training holds out: a list of subjects, or last-N"
    )
    parser.add_argument(
        "--pairs", type=int, default=200, help="of pictures or lines, to go between (default: %(default)s)"
    )
    parser.add_argument("--against", metavar="PACK", help="a pack of the lecture's preset, to compare with")
    morphs = parser.add_argument_group("packs that morph pictures")
    morphs.add_argument("--frames", type=int, default=9, help="of a morph, both ends counted (default: %(default)s)")
    verse = parser.add_argument_group("packs that write verse")
    verse.add_argument("--between", type=int, default=9, help="lines between two lines (default: %(default)s)")
    verse.add_argument(
        "--against-lines",
        type=Path,
        metavar="TEXT",
        help="other verse of the kind, best all that the pack could have learnt from: n-grams are counted in it, and "
        "the judge of fluency reads those of its lines that the pack did not learn from, or every second one where it "
        "learnt from nearly all (default: neither is measured)",
    )
    add_json(parser)


def evaluate(flags: argparse.Namespace) -> int:
    """Measure a pack on pictures or lines it was not trained on."""
    pack = find_pack(flags.pack)
    against = find_pack(flags.against) if flags.against else None
    from genmodels.jobs.evaluate import Poems, Strips
    from genmodels.jobs.evaluate import evaluate as job

    strips = Strips(pairs=flags.pairs, frames=flags.frames, against=against)
    poems = Poems(pairs=flags.pairs, between=flags.between, against=against, text=flags.against_lines)
    values = run_job(job(pack, flags.data, valid=flags.valid, strips=strips, poems=poems)).values
    show_result(values, "\n".join(_lines(values)), as_json=flags.json)
    return 0


def _lines(values: dict[str, Any]) -> list[str]:
    heading = f"{values['pack']} on {values['count']} pictures"
    match family := Family(values["family"]):
        case Family.PIXELRNN:
            bits = [f"{name:22} {value:.3f}" for name, value in values["bits_per_hidden_pixel"].items()]
            return [f"{heading}, bits per hidden pixel", *bits]
        case Family.IMAGE_VAE:
            return [heading, *_morph_lines(values["metrics"])]
        case Family.GAN:
            head = f"{'':12} {'value':>9} {'floor':>9}"
            rows = [f"{name:12} {of['value']:9.4f} {of['floor']:9.4f}" for name, of in values["metrics"].items()]
            return [f"{heading}, beside {values['made']} made ones", head, *rows]
        case Family.VERSE_VAE:
            return _verse_lines(values)
        case _:
            assert_never(family)


def _verse_lines(values: dict[str, Any]) -> list[str]:
    exact, known = values["reconstruction"], values["references"]
    poems = [
        f"{WAYS[name]:18}" + "".join(f" {_shown(of[key], digits):>8}" for key, (_, digits) in POEM_COLUMNS.items())
        for name, of in values["morphs"].items()
    ]
    return [
        f"{values['pack']} on {values['count']} lines",
        f"−ELBO {values['elbo_nats_per_line']:.2f} nats per line, {values['kl']:.2f} of them in the code",
        *(_reference_lines(values["ngram_nats_per_line"], known) if known is not None else []),
        f"{100 * values['active_units']:.0f} % of the numbers are in use",
        f"given back by the code alone: {100 * exact['lines']:.1f} % of lines, {100 * exact['pieces']:.1f} % of pieces",
        "",
        f"poems of {values['pairs']} pairs, {values['between']} lines between",
        f"{'':18}" + "".join(f" {heading:>8}" for heading, _ in POEM_COLUMNS.values()),
        *poems,
        VERSE_LEGEND,
    ]


def _reference_lines(nats: float, known: dict[str, Any]) -> list[str]:
    judge = known["judge"]
    counted = ", ".join(f"{one['order']}-grams of {one['counted_lines']:,} lines" for one in known["ngrams"])
    whose = "which the pack did not learn from" if judge["unseen_by_the_pack"] else "which the pack may know"
    return [
        f"n-grams {nats:.2f} nats per line ({counted})",
        f"fluency is judged by {judge['order']}-grams of {judge['counted_lines']:,} other lines, {whose}",
    ]


def _morph_lines(metrics: dict[str, Any]) -> list[str]:
    kl, real = metrics["kl_nats"], metrics["real"]
    given_back = [
        f"{name.replace('_', ' '):18} {_shown(of['all'], 3):>9} {_shown(of['foreground'], 3):>10} "
        f"{_shown(of.get('kid'), 4):>9}"
        for name, of in metrics["reconstruction"].items()
    ]
    between = [
        f"{ARMS[name]:18}" + "".join(f" {_shown(of[key], digits):>8}" for key, (_, digits) in COLUMNS.items())
        for name, of in metrics["in_betweens"].items()
    ]
    own = {"kid": real["kid"], "speckle": real["speckle"]}
    floor = "".join(f" {_shown(own[key], digits) if key in own else '':>8}" for key, (_, digits) in COLUMNS.items())
    codes = f"{kl['numbers']:.1f} nats in the numbers, {kl['detail']:.1f} in the detail"
    used = f"{100 * metrics['active_units']:.0f} % of the numbers are in use"
    return [
        f"{metrics['elbo_bits_per_pixel']:.3f} bits per pixel (−ELBO); {codes}; {used}",
        "",
        f"{'given back':18} {'all':>9} {'foreground':>10} {'KID':>9}",
        *given_back,
        "",
        f"in-betweens of {metrics['pairs']} pairs, {metrics['frames']} frames each",
        f"{'':18}" + "".join(f" {heading:>8}" for heading, _ in COLUMNS.values()),
        *between,
        f"{'real pictures':18}{floor}".rstrip(),
        LEGEND,
    ]


def _shown(value: float | None, digits: int) -> str:
    return "–" if value is None else f"{value:.{digits}f}"
