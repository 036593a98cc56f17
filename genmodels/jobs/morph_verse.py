"""Writes the lines between two lines: both ends as typed, what is locked kept, each line between fluent and its own."""

import dataclasses
from collections.abc import Generator, Iterator, Mapping, Sequence

import torch
from torch import Tensor

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Done, Event, Progress
from genmodels.api.verse import Draft, Line, MorphVerse, Origin
from genmodels.data.steps import Pace, paced
from genmodels.jobs.versing.pen import Pen, check_rules, check_seeds
from genmodels.jobs.versing.plan import wishes
from genmodels.jobs.versing.proposing import Proposer
from genmodels.jobs.versing.recipe import VerseRecipe
from genmodels.jobs.versing.search import Search
from genmodels.jobs.versing.way import Place, places_of
from genmodels.models.versevae.refining import refined
from genmodels.models.versevae.spelling import END
from genmodels.models.versevae.writing import texts, write
from genmodels.runtime import one_thread, rng

MOST_LINES, MOST_OTHERS = 32, 12


def morph_verse(request: MorphVerse, recipe: VerseRecipe | None = None) -> Iterator[Event]:
    """Yield a rough draft of each line, then progress, then Done with the lines; its values are as MorphVerse tells."""
    _check(request)
    locked = {lock.place: lock.text for lock in request.locked if lock.text.strip()}
    pen = Pen.of(request.pack, [request.first, request.last, *locked.values()])
    pen.check(request.first, "The first line")
    pen.check(request.last, "The last line")
    for place, text in locked.items():
        pen.check(text, f"Locked line {place}")
    with one_thread():  # beside a training, threads wait for each other several times as long as they work
        yield from _written(request, pen, {0: request.first, request.count + 1: request.last} | locked, recipe)


def _written(request: MorphVerse, pen: Pen, standing: Mapping[int, str], recipe: VerseRecipe | None) -> Iterator[Event]:
    recipe, pace = recipe or VerseRecipe(), Pace()
    times = [place / (request.count + 1) for place in range(request.count + 2)]
    words = {lock.place: lock.words for lock in request.locked}
    wished = wishes(
        (pen.taken(request.first), pen.taken(request.last)),
        times,
        pen.script,
        request.rules,
        [words.get(place, ()) for place in range(len(times))],
    )
    stops = sorted(standing)

    def places_with(z_BN: Tensor) -> list[Place]:
        coded = {stop: (standing[stop], z_N) for stop, z_N in zip(stops, z_BN, strict=True)}
        return places_of(times, coded, wished, bend=recipe.bend, seed=request.seed % 2**32)

    mean_BN = pen.codes([standing[stop] for stop in stops])
    rough = places_with(mean_BN)
    proposer = Proposer(pen, rng(request.seed))
    straight = _straight(pen, proposer, rough, request, mean_BN)
    for index, line in enumerate(_told(pen, rough, straight)):
        yield Draft(index=index, line=line)
    yield _writing()
    tokens_BT = pen.tokens([standing[stop] for stop in stops])
    z_BN = yield from paced(refined(pen.model, tokens_BT, mean_BN, recipe.refine_steps), pace, _writing)
    places = places_with(z_BN)
    search = Search(pen, places, rules=request.rules, recipe=recipe, chance=rng(request.seed, 1))
    if request.search or request.alternatives:
        yield from paced(search.grow(), pace, _writing)
    if request.search:
        chosen = search.choose()
        yield _writing()
        written = [search.pool.texts[n] if n is not None else "" for n in chosen]
    else:
        chosen, written = [None] * len(places), straight
    lines = _told(pen, places, written)
    if request.alternatives:
        lines = yield from _with_others(pen, search, chosen, lines, request.alternatives)
    values = {"seed": request.seed, "pack": pen.pack, "ends_from_code": _ends_from_code(pen, tokens_BT, z_BN)}
    yield Done(lines=tuple(lines), values=values)


def _straight(pen: Pen, proposer: Proposer, places: list[Place], request: MorphVerse, mean_BN: Tensor) -> list[str]:
    """Return the likeliest line of each place; as published where no path is searched: even steps, whatever form."""
    free = [place for place in places if not place.text]
    if not free:
        return [""] * len(places)
    if request.search:
        found = proposer.likeliest(torch.stack([place.z_N for place in free]), [place.wish for place in free])
    else:
        between = [mean_BN[0].lerp(mean_BN[-1], place.t) for place in free]
        found = texts(pen.model, write(pen.model, torch.stack(between)))
    made = iter(found)
    return ["" if place.text else pen.dressed(next(made)) for place in places]


def _told(pen: Pen, places: list[Place], written: list[str]) -> list[Line]:
    """Return the lines of a poem; written: in the pack's characters, what does not stand."""
    standing = [place for place in places if place.text]
    given = iter(pen.given([place.text for place in standing], [place.t for place in standing]))
    made = iter(pen.made([text for place, text in zip(places, written, strict=True) if not place.text]))
    return [
        dataclasses.replace(next(given), origin=Origin.GIVEN)
        if place.text
        else dataclasses.replace(next(made), t=place.t)
        for place in places
    ]


def _with_others(
    pen: Pen, search: Search, chosen: Sequence[int | None], lines: list[Line], count: int
) -> Generator[Progress, None, list[Line]]:
    """Return the lines between with other lines for their place; those that stand have none."""
    found = list[Line]()
    for number, (place, line) in enumerate(zip(search.places, lines, strict=True)):
        if place.text:
            found.append(line)
            continue
        others = [search.pool.texts[n] for n in search.others(number, chosen, count, line.text)]
        told = pen.made(others, place.t)
        found.append(dataclasses.replace(line, alternatives=tuple(told)))
        yield _writing()
    return found


def _ends_from_code(pen: Pen, tokens_BT: Tensor, z_BN: Tensor) -> list[bool]:
    """Return for both ends whether the likeliest line of its code is that very line."""
    wanted_2T, longest = tokens_BT[[0, -1]], tokens_BT.shape[1] + 1
    found_2T = write(pen.model, z_BN[[0, -1]], longest=longest)
    rows = zip(wanted_2T.tolist(), found_2T.tolist(), strict=True)
    return [_line_of(wanted) == _line_of(found) for wanted, found in rows]


def _line_of(row: list[int]) -> list[int]:
    return row[: row.index(END)] if END in row else row


def _writing() -> Progress:
    return Progress(done=0, total=1, note="writing the lines")


def _check(request: MorphVerse) -> None:
    check_rules(request.rules)
    check_seeds(request.seed)
    if not 1 <= request.count <= MOST_LINES:
        message = f"{request.count} lines between cannot be written."
        raise ConfigError(message, hint=f"Ask for 1 to {MOST_LINES}.")
    if not 0 <= request.alternatives <= MOST_OTHERS:
        message = f"{request.alternatives} other lines for each line cannot be written."
        raise ConfigError(message, hint=f"Ask for 0 to {MOST_OTHERS}.")
    places = [lock.place for lock in request.locked]
    if len(set(places)) < len(places) or not all(1 <= place <= request.count for place in places):
        hint = "The lines between are counted from 1, and each is locked once."
        raise ConfigError("A line is locked at a place that the poem does not have.", hint=hint)
