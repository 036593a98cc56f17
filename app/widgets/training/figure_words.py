"""Held-out figures of a training in plain words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

_OF_THE_RUN = {"held_out", "loss", "rate", "per_second", "seconds", "seconds_left", "memory_mb"}


def held_out_words(figures: Mapping[str, float]) -> list[str]:
    """Return what a family measures on held-out pictures, in its order; figures that are not known keep their names."""
    names = {
        "whole": _tr("all hidden {0:.3f}"),
        "lower-half": _tr("lower half {0:.3f}"),
        "lower-three-quarters": _tr("lower three quarters {0:.3f}"),
        "box": _tr("a box inside {0:.3f}"),
        "elbo": "",  # the same as what is chosen by
        "colours": _tr("choice of colours {0:.1f} nats"),
        "kl_numbers": _tr("in the numbers {0:.1f} nats"),
        "kl_detail": _tr("in the detail {0:.1f} nats"),
        "accuracy": _tr("pixels given back {0:.1%}"),
        "foreground": _tr("of figures {0:.1%}"),
        "active": _tr("numbers in use {0:.0%}"),
    }
    told = {name: value for name, value in figures.items() if name not in _OF_THE_RUN}
    words = [names.get(name, name.replace("{", "").replace("}", "") + " {0:.3f}").format(told[name]) for name in told]
    return [word for word in words if word]


def _tr(text: str) -> str:
    return QCoreApplication.translate("FigureWords", text)
