"""Writes lines that lie round a line's code, the nearest first."""

from collections.abc import Iterator

import torch

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Done, Event, Progress
from genmodels.api.verse import NearLines
from genmodels.data.steps import Pace, paced
from genmodels.jobs.versing.pen import Pen, check_rules, check_seeds, codes_of
from genmodels.jobs.versing.plan import wishes
from genmodels.jobs.versing.recipe import VerseRecipe
from genmodels.jobs.versing.search import Search
from genmodels.jobs.versing.way import Leg, Place
from genmodels.runtime import one_thread, rng

MOST_LINES = 64


def near_lines(request: NearLines, recipe: VerseRecipe | None = None) -> Iterator[Event]:
    """Yield progress, then Done with lines and codes."""
    check_rules(request.rules)
    check_seeds(request.seed)
    if not 1 <= request.count <= MOST_LINES:
        raise ConfigError(f"{request.count} lines were asked for.", hint=f"Ask for 1 to {MOST_LINES}.")
    recipe, pen = recipe or VerseRecipe(rounds=1), Pen.of(request.pack, [request.text])
    pen.check(request.text, "The line")
    with one_thread():
        yield Progress(done=0, total=1)
        own = pen.taken(request.text)
        z_N = pen.codes([request.text])[0]
        leg = Leg(before_N=z_N.numpy(), after_N=z_N.numpy(), is_loop=True)
        ends = [Place(t=0.0, text=request.text, z_N=z_N, leg=leg)] * 2
        [wish] = wishes((own, own), [0.0], pen.script, request.rules, [()])
        places = [ends[0], Place(t=0.0, wish=wish, z_N=z_N, leg=leg, at=0.5), ends[1]]
        search = Search(pen, places, rules=request.rules, recipe=recipe, chance=rng(request.seed))
        yield from paced(search.grow(), Pace(), lambda: Progress(done=0, total=1))
        found = search.others(1, [None, None, None], request.count)
        code_CN = search.pool.codes
        found.sort(key=lambda n: float(((code_CN[n] - z_N.numpy()) ** 2).sum()))
        lines = pen.made([search.pool.texts[n] for n in found])
        codes = codes_of(pen.model, torch.from_numpy(code_CN[found]))
    yield Done(lines=tuple(lines), codes=tuple(codes))
