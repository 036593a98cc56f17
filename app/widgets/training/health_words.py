"""The lights of a training and the figures behind them in plain words; why a light shows what it does comes with it."""

from typing import assert_never

from PySide6.QtCore import QCoreApplication

from genmodels.api.health import Figure, Light, LightName, Verdict

PERCENT = {"lead", "memorised", "coverage", "best_coverage", "ct_auc"}


def name_of(name: LightName) -> str:
    """Return the name of a light."""
    match name:
        case LightName.BALANCE:
            return _tr("Balance")
        case LightName.VARIETY:
            return _tr("Variety")
        case LightName.ORIGINALITY:
            return _tr("Originality")
        case _:
            assert_never(name)


def word_of(verdict: Verdict) -> str:
    """Return what a light shows."""
    match verdict:
        case Verdict.UNKNOWN:
            return _tr("not known yet")
        case Verdict.GOOD:
            return _tr("good")
        case Verdict.WATCH:
            return _tr("watch")
        case Verdict.BAD:
            return _tr("bad")
        case _:
            assert_never(verdict)


def meaning_of(name: LightName) -> str:
    """Return what a light is about."""
    match name:
        case LightName.BALANCE:
            return _tr("A critic and a generator play against each other; both learn only while neither wins for good.")
        case LightName.VARIETY:
            return _tr("Whether the pictures differ from each other as much as real ones do.")
        case LightName.ORIGINALITY:
            return _tr("Whether the pictures are new, or were seen among the training pictures.")
        case _:
            assert_never(name)


def figures_of(light: Light) -> str:
    """Return the figures behind a light with what they are measured against; unknown ones keep their names."""
    words = {
        "doubt": _tr("the critic doubts {0:.2f} bits; {1:.0f} where it can only guess"),
        "lead": _tr("real ones win against made ones {0:.0f} % more often than they lose"),
        "gap": _tr("they score {0:.2f} higher"),
        "memorised": _tr("{0:.0f} % of that is learnt by heart"),
        "push": _tr("push into the generator {0:.3f}; {1:.3f} at its strongest"),
        "coverage": _tr("{0:.0f} % of the real kinds; other real pictures {1:.0f} %"),
        "best_coverage": _tr("{0:.0f} % at best"),
        "spread": _tr("pictures differ {0:.2f} times as much as real ones"),
        "ct_auc": _tr(
            "farther from the training pictures than new real ones in {0:.0f} % of pairs; {1:.0f} % is right"
        ),
        "trained": _tr("{0:.0f} training pictures; {1:.0f} or more are better"),
    }
    told = [words.get(one.name, _plain(one.name)).format(*_numbers(one)) for one in light.figures]
    return "   ·   ".join(text.replace(" ", "\u00a0") if len(text) < 40 else text for text in told)


def _numbers(figure: Figure) -> tuple[float, float]:
    factor = 100 if figure.name in PERCENT else 1
    return factor * figure.value, factor * (figure.floor or 0.0)


def _plain(name: str) -> str:
    return name.replace("{", "").replace("}", "") + " {0:.3f}"


def _tr(text: str) -> str:
    return QCoreApplication.translate("HealthWords", text)
