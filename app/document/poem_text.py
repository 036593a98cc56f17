"""A poem as text and as Markdown, and what it is called where it has no title. It knows no Qt."""

import re

from app.document.poem import Poem

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&])")  # what Markdown takes for more than itself, anywhere
_AT_BEGIN = re.compile(r"^(\s*)([-+=]|\d+[.)])")  # and at the beginning of a line
_LONGEST = 60


def name_of(poem: Poem) -> str:
    """Return its title, or else its first line; empty where it has neither."""
    name = poem.title.strip() or next((text.strip() for text in poem.texts if text.strip()), "")
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"


def written(poem: Poem) -> list[str]:
    """Return the lines that say anything."""
    return [text.strip() for text in poem.texts if text.strip()]


def as_text(poem: Poem) -> str:
    """Return the poem as plain text, its title above it."""
    title = poem.title.strip()
    return "\n".join([*([title, ""] if title else []), *written(poem), ""])


def as_markdown(poem: Poem) -> str:
    """Return the poem as Markdown, one verse of it, each line ending where it ends."""
    title = poem.title.strip()
    lines = [_escaped(text) for text in written(poem)]
    return "\n".join([*([f"# {_escaped(title)}", ""] if title else []), "\\\n".join(lines), ""])


def file_stem(poem: Poem, otherwise: str) -> str:
    """Return a name for a file of it."""
    stem = re.sub(r"[^\w-]+", "-", name_of(poem)).strip("-_").lower()
    return stem[:40].strip("-_") or otherwise


def _escaped(text: str) -> str:
    return _AT_BEGIN.sub(lambda found: f"{found[1]}{found[2][:-1]}\\{found[2][-1]}", _MARKS.sub(r"\\\1", text))
