"""What a card says in plain words, also where its figures are nonsense."""

from typing import Any

import pytest

from app.widgets.packs.pack_words import does, figures, how_good, one_line, title_of, tooltip, when
from genmodels.api.packs import FORMAT_VERSION, PackCard


def card(**fields: Any) -> PackCard:
    plain = {"format_version": FORMAT_VERSION, "family": "pixelrnn", "name": "mine", "title": "Mine", "licence": "",
             "trained_on": "", "config": {"size": 20}, "colours": ("00000000", "ffffffff")}  # fmt: skip
    return PackCard(**plain | fields)


def test_what_a_pack_does() -> None:
    assert does(card()) == "Completes sprites · sees 20×20 pixels at once · 2 colours"
    morpher = card(family="image-vae", config={"size": 24, "tags": ["birds", "fish"]})
    assert does(morpher) == "Morphs and explores pictures · sees 24×24 pixels at once · 2 colours · 2 tags"
    assert "“oracle”" in does(card(family="oracle"))
    assert title_of(card(title=" \n")) == "mine"


@pytest.mark.parametrize(
    ("record", "words"),
    [
        ({"finished": "2026-11-21", "minutes": 33.2, "device": "2 CPU threads, torch 2"},
         "21 November 2026 · 33 minutes · 2 CPU threads"),
        ({"finished": "2026-03-01T09:30:00+00:00", "minutes": 1.2}, "1 March 2026 · one minute"),
        ({"minutes": 0.3}, "less than a minute"),
        ({"minutes": 600}, "10.0 hours"),
        ({"finished": "soon", "minutes": float("nan"), "device": 7}, ""),
        ({"finished": 7, "minutes": 10**400, "device": ""}, ""),
        ({}, ""),
    ],
)  # fmt: skip
def test_when_it_was_trained(record: dict[str, Any], words: str) -> None:
    assert when(card(record=record)) == words


def test_how_good_it_is() -> None:
    measured = card(metrics={"valid_pictures": 80, "bits_per_hidden_pixel": {"lower-half": 2.0, "box": 1.25}})
    assert "as one of 4.0 colours, measured on 80 pictures it had not seen." in how_good(measured)
    assert figures(measured) == "Bits per hidden pixel: lower half 2.00, a box inside 1.25"


def test_how_good_a_morpher_is() -> None:
    shares = {"all": 0.971, "foreground": 0.934}
    measured = card(metrics={"valid_pictures": 80, "reconstruction": shares, "elbo_bits_per_pixel": 1.957})
    assert how_good(measured) == (
        "From a picture's code it draws 93 % of the figure's pixels as they were, "
        "measured on 80 pictures it had not seen."
    )
    assert figures(measured) == (
        "Pixels as they were: 97.1 % of all, 93.4 % of the figure\nBits per pixel of a whole picture: 1.96"
    )


def test_how_good_a_writer_is() -> None:
    figures_of = {"lines": 0.8649, "pieces": 0.972}
    metrics = {"valid_lines": 1200, "reconstruction": figures_of, "elbo_nats_per_line": 51.25, "kl": 33.1}
    writer = card(family="verse-vae", config={"script": "latin"}, colours=(), metrics=metrics)
    assert does(writer) == "Writes verse · lines in Latin letters"
    assert does(card(family="verse-vae", config={"script": ["han"]}, colours=())) == "Writes verse"
    assert how_good(writer) == (
        "From a line's code it gives back 86 % of lines word for word, measured on 1,200 lines it had not seen."
    )
    assert figures(writer) == (
        "Given back from the code: 86.5 % of lines, 97.2 % of their pieces\n"
        "Nats per line (minus ELBO): 51.2, 33.1 of them in the code"
    )


@pytest.mark.parametrize(
    "metrics",
    [
        {},
        {"reconstruction": {"lines": 2, "pieces": None}, "elbo_nats_per_line": 10, "kl": 20},
        {"reconstruction": {"all": 7, "foreground": "much"}, "elbo_bits_per_pixel": True},
        {"bits_per_hidden_pixel": [1, 2]},
        {"bits_per_hidden_pixel": {"lower-half": "low"}},
        {"bits_per_hidden_pixel": {"lower-half": 10**6, "box": True}},
    ],
)
def test_nonsense_is_left_out(metrics: dict[str, Any]) -> None:
    assert how_good(card(metrics=metrics)) == ""
    assert figures(card(metrics=metrics)) == ""


def test_lines_are_short_and_plain() -> None:
    assert one_line("a\n\tb\u202ec\0") == "a b c"
    assert one_line("x" * 400, 10) == "x" * 9 + "…"


def test_a_tooltip_shows_markup_as_it_is() -> None:
    assert "&lt;img" in tooltip("a\n<img src=x>")
