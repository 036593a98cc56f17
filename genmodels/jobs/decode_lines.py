"""Writes the likeliest line of each code: one is a slider's, which has to be there at once."""

from collections.abc import Iterator
from dataclasses import replace

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Done, Event, Progress
from genmodels.api.verse import DecodeLines, Line, Origin
from genmodels.jobs.versing.pen import Pen, codes_from
from genmodels.jobs.versing.recipe import VerseRecipe
from genmodels.models.versevae.writing import texts, write
from genmodels.runtime import one_thread

MOST_CODES = 1024
AT_ONCE = 16  # codes between two yields


def decode_lines(request: DecodeLines) -> Iterator[Event]:
    """Yield progress where there are many, then Done with the lines; near the anchor's own code stands the anchor."""
    if not 1 <= len(request.codes) <= MOST_CODES:
        raise ConfigError(f"{len(request.codes):,} codes cannot be written.", hint=f"Ask for 1 to {MOST_CODES:,}.")
    pen = Pen.of(request.pack, [request.anchor] if request.anchor.strip() else ())
    if request.anchor:
        pen.check(request.anchor, "The line to start from")
    z_BN, lines = codes_from(pen, request.codes), list[Line]()
    for at in range(0, len(z_BN), AT_ONCE):
        part_BN = z_BN[at : at + AT_ONCE]
        with one_thread():
            found = pen.made([pen.dressed(text) for text in texts(pen.model, write(pen.model, part_BN))])
            if request.anchor:
                apart_B = (part_BN - pen.codes([request.anchor])).square().mean(1).sqrt()
                for n in (apart_B < VerseRecipe().home).nonzero()[:, 0].tolist():
                    found[n] = replace(pen.given([request.anchor], [0.0])[0], origin=Origin.GIVEN)
            lines += found
        if at + AT_ONCE < len(z_BN):
            yield Progress(done=at + len(part_BN), total=len(z_BN))
    yield Done(lines=tuple(lines))
