"""Codes as text that can be copied, kept in a note, and pasted again. It knows no Qt."""

import json
import re
from dataclasses import dataclass
from typing import Any

from genmodels.api.codec import from_dict, to_dict
from genmodels.api.codes import Code
from genmodels.api.errors import ConfigError, InputError

FORMAT_VERSION = 1
MAX_TEXT = 2**20
_HINT = "Copy a code with “Copy code” first; a seed, or numbers with commas between them, will do too."


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """What a text says."""

    what: Code | int  # an int is a seed
    pack: str = ""  # empty where the text names none
    fresh: Any = None  # what the board adds to a code: how it was drawn


def to_text(code: Code, pack: str, fresh: Any = None) -> str:
    """Return a code and the name of its pack as one line of JSON."""
    data = {"spriteverse_code": FORMAT_VERSION, "pack": pack, **to_dict(code)}
    return json.dumps(data if fresh is None else data | {"fresh": to_dict(fresh)}, ensure_ascii=False)


def from_text(text: str, numbers: int) -> Code | int:
    """Return the code of so many numbers that a text says, or the seed it is; raises InputError for any other text."""
    what = read_text(text).what
    if not isinstance(what, int):
        check_numbers(what, numbers)
    return what


def check_numbers(code: Code, numbers: int) -> None:
    """Raise InputError unless the code has so many numbers."""
    if len(code.numbers) != numbers:
        message = f"This code has {len(code.numbers)} numbers; the chosen pack's have {numbers}."
        raise InputError(message, hint="Choose the pack that the code was copied from.")


def read_text(text: str) -> Copied:
    """Return what a text says, whatever pack it is for; raises InputError."""
    text = text.strip()
    if len(text) > MAX_TEXT:
        raise InputError("This text is far too long to be a code.", hint=_HINT)
    if re.fullmatch(r"\d{1,18}", text):
        return Copied(what=int(text))
    try:
        if text.startswith("{"):
            data = json.loads(text)
            version = data.pop("spriteverse_code", None)
            if version != FORMAT_VERSION:
                message = f"This code has format {version!r}; this version reads {FORMAT_VERSION}."
                raise InputError(message, hint=_HINT)
            pack, fresh = data.pop("pack", ""), data.pop("fresh", None)
            code = from_dict(Code, data, where="The code")
            return Copied(what=code, pack=pack if isinstance(pack, str) else "", fresh=fresh)
        parts = [float(part) for part in re.split(r"[\s,;]+", text.strip("[]() "))]
        return Copied(what=from_dict(Code, {"numbers": parts}, where="The code"))
    except (ValueError, RecursionError, ConfigError) as error:
        raise InputError("The copied text is no code.", hint=_HINT, detail=str(error)) from error
