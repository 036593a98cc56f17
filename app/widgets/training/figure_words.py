"""Held-out figures of a training in plain words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

_OF_THE_RUN = {"held_out", "loss", "rate", "per_second", "seconds", "seconds_left", "memory_mb"}
_BEHIND_LIGHTS = "coverage", "coverage_floor", "spread", "ct_auc", "lead", "doubt", "gap", "memorised", "push"


def held_out_words(figures: Mapping[str, float]) -> list[str]:
    """Return what a family measures on held-out pictures, in its order; figures that are not known keep their names."""
    names = {
        "whole": _tr("all hidden {0:.3f}"),
        "lower-half": _tr("lower half {0:.3f}"),
        "lower-three-quarters": _tr("lower three quarters {0:.3f}"),
        "box": _tr("a box inside {0:.3f}"),
        "elbo": _tr("minus ELBO {0:.3f}"),
        "weighted": "",  # the same as what is chosen by
        "colours": _tr("choice of colours {0:.1f} nats"),
        "kl_numbers": _tr("in the numbers {0:.1f} nats"),
        "kl_detail": _tr("in the detail {0:.1f} nats"),
        "accuracy": _tr("drawn as they were {1:.1f} % of pixels"),
        "foreground": _tr("{1:.1f} % of the figure's"),
        **dict.fromkeys(_BEHIND_LIGHTS, ""),
        "reconstruction": _tr("the line told its code {0:.1f} nats"),
        "kl": _tr("the code {0:.1f} nats"),
        "exact": _tr("{1:.1f} % of lines given back whole"),
        "pieces": _tr("{1:.1f} % of their pieces"),
        "active": _tr("{1:.0f} % of the numbers in use"),
    }
    told = {name: value for name, value in figures.items() if name not in _OF_THE_RUN}
    unknown = {name: name.replace("{", "").replace("}", "") + " {0:.3f}" for name in told}
    words = [(unknown | names)[name].format(value, 100 * value) for name, value in told.items()]
    return [word.replace(" ", "\u00a0") for word in words if word]  # each stays on one line


def _tr(text: str) -> str:
    return QCoreApplication.translate("FigureWords", text)
