"""What a family measures, in plain words."""

from app.widgets.training.figure_words import held_out_words


def lines(figures: dict[str, float]) -> list[str]:
    return [words.replace("\u00a0", " ") for words in held_out_words(figures)]


def test_figures_of_both_families_are_words() -> None:
    completer = {"loss": 1.0, "held_out": 1.2, "whole": 1.5, "lower-half": 1.25, "seconds": 7.0}
    assert lines(completer) == ["all hidden 1.500", "lower half 1.250"]
    morpher = {"elbo": 2.0, "weighted": 0.5, "kl_numbers": 30.25, "foreground": 0.931, "active": 0.5, "held_out": 0.5}
    assert lines(morpher) == [
        "minus ELBO 2.000", "in the numbers 30.2 nats", "93.1 % of the figure's", "50 % of the numbers in use",
    ]  # fmt: skip


def test_figures_of_verse_are_words() -> None:
    writer = {"elbo": 61.25, "reconstruction": 31.0, "kl": 30.25, "exact": 0.42, "pieces": 0.93, "active": 1.0}
    assert lines(writer | {"held_out": 61.25, "per_second": 40.0}) == [
        "minus ELBO 61.250", "the line told its code 31.0 nats", "the code 30.2 nats",
        "42.0 % of lines given back whole", "93.0 % of their pieces", "100 % of the numbers in use",
    ]  # fmt: skip


def test_figures_of_a_later_version_keep_their_names() -> None:
    assert lines({"odd {thing}": 0.5}) == ["odd thing 0.500"]
