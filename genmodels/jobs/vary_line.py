"""Writes other lines for one place of a poem: on the way from the line before it to the line after."""

import dataclasses
from collections.abc import Iterator

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Done, Event, Progress
from genmodels.api.verse import VaryLine
from genmodels.data.steps import Pace, paced
from genmodels.jobs.morph_verse import MOST_OTHERS
from genmodels.jobs.versing.pen import Pen, check_rules, check_seeds
from genmodels.jobs.versing.plan import wishes
from genmodels.jobs.versing.recipe import VerseRecipe
from genmodels.jobs.versing.search import Search
from genmodels.jobs.versing.way import places_of
from genmodels.runtime import one_thread, rng


def vary_line(request: VaryLine, recipe: VerseRecipe | None = None) -> Iterator[Event]:
    """Yield progress, then Done with the line as it is, and its alternatives."""
    _check(request)
    recipe = recipe or VerseRecipe(rounds=1)  # there is no way to search for, and it should be there at once
    pen = Pen.of(request.pack, [text for text in request.lines if text.strip()])
    own, (before, after) = request.lines[request.place], _neighbours(request)
    for text in (before, after):
        pen.check(text, "A line beside it")
    with one_thread():
        yield Progress(done=0, total=1)
        t = request.place / (len(request.lines) - 1)
        ends = [
            pen.taken(request.lines[n] if request.lines[n].strip() else near) for n, near in ((0, before), (-1, after))
        ]
        [wish] = wishes((ends[0], ends[1]), [t], pen.script, request.rules, [request.words])
        before_N, after_N = pen.codes([before, after])
        places = places_of(
            [0.0, t, 1.0], {0: (before, before_N), 2: (after, after_N)}, [wish] * 3, bend=recipe.bend, seed=request.seed
        )
        search = Search(pen, places, rules=request.rules, recipe=recipe, chance=rng(request.seed), banned=request.lines)
        yield from paced(search.grow(), Pace(), lambda: Progress(done=0, total=1))
        found = search.others(1, [None, None, None], request.alternatives)
        told = pen.made([search.pool.texts[n] for n in found], t)
        [line] = pen.given([own], [t])
    yield Done(lines=(dataclasses.replace(line, alternatives=tuple(told)),))


def _neighbours(request: VaryLine) -> tuple[str, str]:
    """Return the nearest lines on both sides that are not empty; an empty end stays, to be told of."""
    before = next((text for text in request.lines[: request.place][::-1] if text.strip()), "")
    after = next((text for text in request.lines[request.place + 1 :] if text.strip()), "")
    return before, after


def _check(request: VaryLine) -> None:
    check_rules(request.rules)
    check_seeds(request.seed)
    if not 1 <= request.alternatives <= MOST_OTHERS:
        message = f"{request.alternatives} other lines cannot be written."
        raise ConfigError(message, hint=f"Ask for 1 to {MOST_OTHERS}.")
    if not 1 <= request.place <= len(request.lines) - 2:
        message = f"The poem has no line {request.place} between its first and its last."
        raise ConfigError(message, hint="Lines between are counted from 1.")
