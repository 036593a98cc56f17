"""What is said of sprites: beside a picture, below the board, and on a sprite's card."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from app.document.board import BoardSprite, BoardState, Pending
from app.widgets.exploring.prior_words import prior_words

_SHOWN = 6  # numbers


def panel_facts(sprite: BoardSprite) -> str:
    """Return the few words beside the picture, a line each."""
    fresh = sprite.fresh
    lines = []
    if fresh is not None:
        lines += [_tr("variety {0:.2f}").format(fresh.variety), _tr("from {0}").format(prior_words(fresh.prior))]
    lines += [_tr("tag {0}").format(sprite.own.tag)] if sprite.own.tag else []
    lines += [_tr("moved")] if sprite.moves else []
    return "\n".join([*lines, sprite.pack.name])


def card_facts(sprite: BoardSprite, title: str) -> list[tuple[str, str]]:
    """Return rows of (what, value): the whole recipe; title is the pack's."""
    fresh, code = sprite.fresh, sprite.code
    rows = [(_tr("Pack"), title)]
    if fresh is not None:
        rows.append((_tr("Seed"), str(fresh.seed)))
        rows.append((_tr("Variety"), f"{fresh.variety:.2f}"))
        rows.append((_tr("From"), prior_words(fresh.prior)))
    if code.tag:
        rows.append((_tr("Tag"), code.tag))
    numbers = ", ".join(f"{number:.2f}" for number in code.numbers[:_SHOWN]).replace("-", "−")
    more = _tr(" and {0} more").format(len(code.numbers) - _SHOWN) if len(code.numbers) > _SHOWN else ""
    rows.append((_tr("Numbers"), numbers + more))
    if sprite.moves:
        rows.append((_tr("Moved"), _tr("along {0} directions since it was made").format(len(sprite.moves))))
    colours = _tr("{0}, held to").format(len(code.palette)) if code.palette else _tr("chosen by the model")
    rows.append((_tr("Colours"), colours))
    return rows


def choice_text(state: BoardState, chosen: Sequence[BoardSprite], pending: Sequence[Pending]) -> str:
    """Return how many sprites there are, and how many of them are chosen."""
    count = len(state.sprites)
    whole = _tr("1 sprite") if count == 1 else _tr("{0} sprites").format(count)
    parts = [_tr("{0} of {1} chosen").format(len(chosen), count) if chosen else whole]
    parts += [_tr("{0} to come").format(len(pending))] if pending else []
    return " · ".join(parts)


def _tr(text: str) -> str:
    return QCoreApplication.translate("SpriteWords", text)
