"""What a family measures, in plain words."""

from app.widgets.training.figure_words import held_out_words


def test_figures_of_both_families_are_words() -> None:
    completer = {"loss": 1.0, "held_out": 1.2, "whole": 1.5, "lower-half": 1.25, "seconds": 7.0}
    assert held_out_words(completer) == ["all hidden 1.500", "lower half 1.250"]
    morpher = {"elbo": 2.0, "kl_numbers": 30.25, "foreground": 0.931, "active": 0.5, "held_out": 2.0}
    assert held_out_words(morpher) == ["in the numbers 30.2 nats", "of figures 93.1%", "numbers in use 50%"]


def test_figures_of_a_later_version_keep_their_names() -> None:
    assert held_out_words({"odd {thing}": 0.5}) == ["odd thing 0.500"]
