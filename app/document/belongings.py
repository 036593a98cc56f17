"""What belongs to a drawing besides its pixels: kept candidates, poems, a morph, export settings. It knows no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.document.candidates import Candidate
    from app.document.key_pictures import Row
    from app.document.poem import Poem


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Morph:
    """The pictures of a morph, and how it was made and played."""

    pictures: Row = ()
    settings: Mapping[str, Any] = field(default_factory=dict)  # JSON


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Belongings:
    """Never changed: a change makes another."""

    candidates: tuple[Candidate, ...] = ()  # starred and finished ones
    poems: tuple[Poem, ...] = ()
    morph: Morph | None = None
    export: Mapping[str, Any] = field(default_factory=dict)  # JSON; paths in it are relative to the project's folder
