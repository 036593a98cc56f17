"""A line that was found, not written for a place: a fresh one, or a neighbour of another. It knows no Qt."""

from dataclasses import dataclass

from genmodels.api.codes import Code
from genmodels.api.verse import Line


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLine:
    """A line, and its code once that is known."""

    line: Line
    code: Code | None = None
    seed: int | None = None  # of a fresh one
