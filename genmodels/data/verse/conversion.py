"""Simplified and traditional Chinese: which of the two a text is in, and the one as the other."""

from collections.abc import Iterable
from enum import StrEnum
from functools import lru_cache
from typing import assert_never


class Characters(StrEnum):
    """The two ways of writing Chinese, as OpenCC names them."""

    SIMPLIFIED = "s"
    TRADITIONAL = "t"


def converted(text: str, to: Characters | None) -> str:
    """Return the text in these characters, as many as before; None leaves it as it is."""
    if to is None or text.isascii():
        return text
    match to:
        case Characters.SIMPLIFIED:
            made = _converter("t2s").convert(text)
        case Characters.TRADITIONAL:
            made = _converter("s2t").convert(text)
        case _:
            assert_never(to)
    return made if len(made) == len(text) else text


def characters_of(texts: Iterable[str]) -> Characters | None:
    """Return which characters these texts are in; None where most are the same in both."""
    signs = list(dict.fromkeys(sign for text in texts for sign in text if not sign.isascii()))
    simplified = sum(converted(sign, Characters.TRADITIONAL) != sign for sign in signs)
    traditional = sum(converted(sign, Characters.SIMPLIFIED) != sign for sign in signs)
    if simplified == traditional:
        return None
    return Characters.SIMPLIFIED if simplified > traditional else Characters.TRADITIONAL


@lru_cache
def _converter(name: str):  # noqa: ANN202 - OpenCC comes without types
    import opencc  # here, because reading its tables takes a moment

    return opencc.OpenCC(name)
