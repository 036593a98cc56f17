"""Writes fresh lines, one per seed: the same seed writes the same line, however many are written with it."""

from collections.abc import Generator, Iterator

import numpy as np
import torch

from genmodels.api.codes import Code
from genmodels.api.configs import Script
from genmodels.api.errors import ConfigError, InputError
from genmodels.api.messages import Done, Event, Progress
from genmodels.api.verse import Draft, Line, SampleVerse
from genmodels.data.steps import Pace, paced
from genmodels.jobs.versing.pen import Pen, check_rules, check_seeds, codes_of
from genmodels.jobs.versing.plan import NEAR, Wish
from genmodels.jobs.versing.pool import Pool
from genmodels.jobs.versing.proposing import Proposer
from genmodels.jobs.versing.recipe import VerseRecipe
from genmodels.models.versevae.writing import texts, write
from genmodels.runtime import one_thread, rng

MOST_SEEDS, MOST_VARIETY = 64, 2.0
USUAL = {Script.HAN: 5, Script.LATIN: 10}  # length of lines where none is asked for
ANY = 8  # syllables that a line may then be longer or shorter


def sample_verse(request: SampleVerse, recipe: VerseRecipe | None = None) -> Iterator[Event]:
    """Yield a draft of each line as it is made, then Done with lines and codes."""
    _check(request)
    recipe, pen = recipe or VerseRecipe(), Pen.of(request.pack, ())
    lines: list[Line] = []
    codes: list[Code] = []
    pace = Pace()
    yield Progress(done=0, total=len(request.seeds))
    for index, seed in enumerate(request.seeds):
        now = Progress(done=index, total=len(request.seeds))
        with one_thread():
            line = yield from paced(_fresh(pen, request, recipe, seed), pace, lambda now=now: now)
            codes += codes_of(pen.model, pen.codes([line.text]))
        lines.append(line)
        yield Draft(index=index, line=line)
    yield Done(lines=tuple(lines), codes=tuple(codes))


def _fresh(pen: Pen, request: SampleVerse, recipe: VerseRecipe, seed: int) -> Generator[None, None, Line]:
    """Return the most fluent of a few lines that are drawn from one random code, and yield now and then."""
    chance, rules = rng(seed), request.rules
    z_1N = torch.from_numpy(chance.standard_normal((1, pen.model.config.numbers), np.float32)) * request.variety
    is_han = pen.script is Script.HAN
    if rules.length:
        wish = Wish(length=rules.length, tolerance=0 if is_han else NEAR)
    else:
        length = int(chance.choice(_lengths(pen))) if is_han else USUAL[Script.LATIN]
        wish = Wish(length=length, tolerance=0 if is_han else ANY)
    pool, proposer = Pool(pen, banned=(), new_only=rules.new_only), Proposer(pen, chance)
    yield
    heat = recipe.plain_heat + recipe.heat * rules.temperature
    for tries in range(3):  # with more and more noise, until there is one that may be taken
        for drawn in proposer.drawn(z_1N, [wish], each=recipe.fresh, noise=0.3 * tries, heat=heat + 0.3 * tries):
            yield
            yield from pool.add(drawn)
        if len(pool):
            break
    if not len(pool):
        message = "The pack wrote no line that is like this."
        raise InputError(message, hint="Allow lines that are already written, or go further towards wild.")
    costs = [
        recipe.form * wish.misses(form) + float(nats) for form, nats in zip(pool.forms, pool.surprise, strict=True)
    ]
    return pen.made([pool.texts[int(np.argmin(costs))]])[0]


def _lengths(pen: Pen) -> list[int]:
    """Return the lengths that the pack's own lines mostly have, told by what it writes from the middle of its codes."""
    middle_BN = torch.from_numpy(rng(0).standard_normal((16, pen.model.config.numbers), np.float32))
    found = [len(line) for line in texts(pen.model, write(pen.model, middle_BN)) if pen.knows(line)]
    return found or [USUAL[Script.HAN]]


def _check(request: SampleVerse) -> None:
    check_rules(request.rules)
    check_seeds(*request.seeds)
    if not 1 <= len(request.seeds) <= MOST_SEEDS:
        raise ConfigError(f"{len(request.seeds)} lines were asked for.", hint=f"Ask for 1 to {MOST_SEEDS}.")
    if not 0 <= request.variety <= MOST_VARIETY:
        message = f"The variety is {request.variety:g}."
        raise ConfigError(message, hint=f"Choose 0 to {MOST_VARIETY:g}; 1 is as it was learned.")
