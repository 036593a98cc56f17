"""What the figures of a game come to, as lights for people: no more than arithmetic and words.

The limits follow from what the figures mean, and from small games that were spoilt on purpose.
"""

from collections.abc import Mapping, Sequence

from genmodels.api.health import Figure, Light, LightName, Verdict
from genmodels.models.spritegan.notes import COVERED, Notes, Trouble

KNOWN = 0.5  # of the critic's lead: so much less of it over held-out pictures
ALIKE, MUCH_ALIKE = 0.6, 0.3  # mean distance of made pictures, in that of real ones
NEAR, COPIED = 0.4, 0.25  # ct_auc, .5 is right
FEW = 100  # training pictures: a GAN soon knows so few by heart

Figures = Mapping[str, float]
Told = tuple[Verdict, str]


def lights(figures: Figures, notes: Notes, *, trained: int) -> tuple[Light, ...]:
    """Return all lights; notes: with these figures taken in already; trained: the number of training pictures."""
    floor = figures["coverage_floor"]
    every = dict(figures) | {"best_coverage": notes.best_coverage, "trained": float(trained)}
    return (
        _light(LightName.BALANCE, _balance(notes), every, ("doubt", "lead", "gap", "memorised", "push"),
               {"doubt": 1.0, "memorised": 0.0, "push": notes.most_push}),
        _light(LightName.VARIETY, _variety(figures, notes), every, ("coverage", "best_coverage", "spread"),
               {"coverage": floor, "best_coverage": floor, "spread": 1.0}),
        _light(LightName.ORIGINALITY, _originality(figures, trained), every, ("ct_auc", "trained"),
               {"ct_auc": 0.5, "trained": FEW}),
    )  # fmt: skip


def _balance(notes: Notes) -> Told:
    """Return whether one of the two networks wins for good."""
    match notes.trouble:
        case Trouble.ASLEEP:
            return Verdict.BAD, "The critic is asleep: it takes pictures for real that are easily told apart."
        case Trouble.BY_HEART:
            return Verdict.BAD, "The critic knows the training pictures by heart, and nothing of other ones."
        case Trouble.TOO_STRONG:
            return Verdict.BAD, "The critic is too strong: the generator no longer learns from it."
        case Trouble.COLLAPSED | None:
            pass
    if notes.checks < 2:
        return Verdict.UNKNOWN, "Too early to tell: the game has only begun."
    if notes.asleep:
        return Verdict.WATCH, "The critic takes made pictures for real ones; it may wake up by itself."
    if notes.memorised > KNOWN:
        return Verdict.WATCH, "The critic begins to know the training pictures by heart."
    if notes.certain:
        return Verdict.WATCH, "The critic is far ahead; the generator still gets better."
    return Verdict.GOOD, "Critic and generator keep up with each other."


def _variety(figures: Figures, notes: Notes) -> Told:
    """Return whether made pictures differ as much as real ones do."""
    share, best = (f"{100 * value:.0f} %" for value in (figures["coverage"], notes.best_coverage))
    if notes.trouble is Trouble.COLLAPSED:
        return Verdict.BAD, f"The variety has collapsed: {share} of the real kinds are left of {best}."
    if notes.fallen:
        return Verdict.WATCH, f"The variety falls: {share} of the real kinds, after {best}."
    if notes.best_coverage < COVERED * figures["coverage_floor"]:
        return Verdict.UNKNOWN, "Too early to tell: the pictures do not look like real ones yet."
    if figures["spread"] < MUCH_ALIKE:
        return Verdict.BAD, "The pictures are nearly all the same."
    if figures["spread"] < ALIKE:
        return Verdict.WATCH, "The pictures are more alike than real ones."
    return Verdict.GOOD, f"The pictures cover {share} of the kinds that real ones are of."


def _originality(figures: Figures, trained: int) -> Told:
    """Return whether made pictures were seen among the training pictures."""
    if figures["ct_auc"] < COPIED:
        return Verdict.BAD, "Most pictures are near copies of training pictures."
    if figures["ct_auc"] < NEAR:
        return Verdict.WATCH, "The pictures come nearer to training pictures than new ones would."
    if trained < FEW:
        few = f"There are only {trained} training pictures"
        return Verdict.WATCH, f"{few}, which are soon known by heart: add more if you can."
    return Verdict.GOOD, "The pictures are as new as real ones that the model never saw."


def _light(name: LightName, told: Told, figures: Figures, names: Sequence[str], floors: Figures) -> Light:
    shown = tuple(
        Figure(name=one, value=round(figures[one], 4), floor=round(float(floors[one]), 4) if one in floors else None)
        for one in names
        if one in figures
    )
    return Light(name=name, verdict=told[0], reason=told[1], figures=shown)
