"""Recipes of sprites as text: a line each, a code's own text with the seed it began with beside it. It knows no Qt."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.document.board import Fresh, Recipe
from app.document.code_text import MAX_TEXT, read_text, to_text
from genmodels.api.codec import from_dict
from genmodels.api.codes import Code
from genmodels.api.errors import ConfigError, InputError

MAX_LINES = 256
_HINT = "Copy recipes on the board, or a code on the Explore page; a seed alone will do too."


@dataclass(frozen=True, slots=True, kw_only=True)
class Pasted:
    """One line of a pasted text."""

    what: Code | int  # an int is a seed
    pack: str = ""  # empty where the text names none
    fresh: Fresh | None = None


def to_lines(recipes: Iterable[Recipe]) -> str:
    """Return a line for each recipe."""
    return "\n".join(to_text(recipe.code, recipe.pack, recipe.fresh) for recipe in recipes)


def from_lines(text: str) -> list[Pasted]:
    """Return what the lines of a text say; raises InputError where one of them says nothing."""
    if len(text) > 8 * MAX_TEXT:
        raise InputError("This text is far too long to be recipes.", hint=_HINT)
    lines = [line for line in text.splitlines() if line.strip()]
    if not lines:
        raise InputError("Nothing was copied that the board could bring back.", hint=_HINT)
    if len(lines) > MAX_LINES:
        raise InputError(f"{len(lines)} recipes are too many.", hint=f"Paste up to {MAX_LINES} at a time.")
    return [_read(line) for line in lines]


def _read(line: str) -> Pasted:
    copied = read_text(line)
    try:
        fresh = from_dict(Fresh, copied.fresh, where="The recipe") if copied.fresh is not None else None
    except ConfigError as error:
        raise InputError(f"The copied recipe is damaged: {error.message}", hint=_HINT) from error
    return Pasted(what=copied.what, pack=copied.pack, fresh=fresh)
