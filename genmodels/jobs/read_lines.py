"""Tells of lines as they stand: length, rhyme, tones, whether they are already written, and their codes."""

from collections.abc import Iterator

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Done, Event, Progress
from genmodels.api.verse import ReadLines
from genmodels.data.verse.lines import script_of
from genmodels.jobs.versing.pen import Pen, codes_of
from genmodels.runtime import one_thread

MOST_LINES = 1000
AT_ONCE = 24  # lines between two yields


def read_lines(request: ReadLines) -> Iterator[Event]:
    """Yield progress where there are many, then Done with lines and codes; raises InputError for a line too long."""
    if not 1 <= len(request.lines) <= MOST_LINES:
        raise ConfigError(f"{len(request.lines):,} lines cannot be read.", hint=f"Ask for 1 to {MOST_LINES:,}.")
    pen = Pen.of(request.pack, request.lines)
    for number, text in enumerate(request.lines, 1):
        if script_of(text) is not None and pen.knows(text):
            pen.check(text, f"Line {number}")
    lines, codes = [], []
    for at in range(0, len(request.lines), AT_ONCE):
        part = request.lines[at : at + AT_ONCE]
        with one_thread():
            lines += pen.given(part, [0.0] * len(part))
            codes += codes_of(pen.model, pen.codes(part))
        if at + AT_ONCE < len(request.lines):
            yield Progress(done=at + len(part), total=len(request.lines))
    yield Done(lines=tuple(lines), codes=tuple(codes))
