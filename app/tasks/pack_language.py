"""Which language a pack writes, and which pack writes the language of a poem."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from app.document.words import is_chinese
from app.library import Pack

_CHINESE, _LATIN = "han", "latin"  # as packs name their scripts


def writes_chinese(pack: Pack) -> bool | None:
    """Return whether a pack's verse is Chinese; None where its card does not tell."""
    script = pack.card.config.get("script")
    return script == _CHINESE if script in (_CHINESE, _LATIN) else None


def better_pack(chosen: Pack | None, packs: Sequence[Pack], texts: Iterable[str]) -> Pack | None:
    """Return the pack that writes these lines, which are of one language; None where the chosen one may do so."""
    languages = {is_chinese(text) for text in texts if text.strip()}
    if chosen is None or len(languages) != 1 or writes_chinese(chosen) in (None, *languages):
        return None
    return next((pack for pack in packs if writes_chinese(pack) in languages), None)
