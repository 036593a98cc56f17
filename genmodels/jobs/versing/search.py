"""Searches for the lines of a poem: a pool of candidates for every place, then the cheapest way through them.

Letters: C candidates, K of a place, L of the next one, N numbers of a code.
"""

from collections.abc import Generator, Iterable, Sequence
from itertools import pairwise

import numpy as np
import torch

from genmodels.api.errors import InputError
from genmodels.api.verse import VerseRules
from genmodels.jobs.versing.path import cheapest
from genmodels.jobs.versing.pen import Pen
from genmodels.jobs.versing.pool import Pool, turnover
from genmodels.jobs.versing.proposing import Proposer
from genmodels.jobs.versing.recipe import VerseRecipe
from genmodels.jobs.versing.way import Place

Steps = Generator[None, None, None]
TRIES = 3  # more lines are drawn so often, from further and further away, where there are too few
WIDE = 3  # as many candidates as there are lines to write are wanted at least


class Search:
    """One poem's search; `grow` finds candidates, `choose` takes of them."""

    def __init__(
        self,
        pen: Pen,
        places: Sequence[Place],
        *,
        rules: VerseRules,
        recipe: VerseRecipe,
        chance: np.random.Generator,
        banned: Iterable[str] = (),
    ) -> None:
        """banned: lines that may not be taken, beside those that stand."""
        self._pen, self.places, self._rules, self._recipe = pen, places, rules, recipe
        self._free = [place for place in places if not place.text]
        standing = [place.text for place in places if place.text]
        self.pool = Pool(pen, banned=[*standing, *banned], new_only=rules.new_only)
        self.proposer = Proposer(pen, chance)
        own = pen.given(standing, [0.0] * len(standing))
        self._plain = min((line.surprise for line in own), default=0.0)
        self._standing = {place.text: pen.codes([place.text])[0].numpy() for place in places if place.text}

    def grow(self) -> Steps:
        """Find candidates, and yield now and then; raises InputError where there are none."""
        recipe, free = self._recipe, self._free
        if not free:
            return
        z_SN = torch.stack([place.z_N for place in free])
        asked = [place.wish for place in free]
        noise = recipe.plain_noise + recipe.noise * self._rules.temperature
        heat = recipe.plain_heat + recipe.heat * self._rules.temperature
        likeliest = self.proposer.likeliest(z_SN, asked)
        yield
        yield from self.pool.add(likeliest)
        for tries in range(TRIES):
            for lines in self.proposer.drawn(z_SN, asked, each=recipe.samples, noise=noise, heat=heat):
                yield
                yield from self.pool.add(lines)
            if len(self.pool) >= WIDE * len(free):
                break
            noise, heat = noise + 0.3 * (tries + 1), heat + 0.3 * (tries + 1)
        for _ in range(recipe.rounds):
            for number, place in enumerate(self.places):
                if not place.text:
                    yield from self._edit(number, place)
        if len(self.pool) < len(free):
            raise self._nothing_found()

    def _edit(self, number: int, place: Place) -> Steps:
        recipe, own = self._recipe, self._best(place, self._recipe.edited)
        if not len(own):
            return
        rows = [self.pool.tokens[n] for n in own]
        lines = self.proposer.edited(rows, place.z_N, place.wish, pieces=recipe.pieces, most=recipe.edits)
        yield
        lines += self.proposer.crossed(self._neighbour(number - 1), self._neighbour(number + 1))
        if place.wish.words:
            lines += self.proposer.worded([self.pool.texts[n] for n in own] + lines, place.wish.words, recipe.worded)
        yield from self.pool.add(lines)

    def _neighbour(self, number: int) -> str:
        place = self.places[number]
        return self._pen.taken(place.text) if place.text else self.pool.texts[self._best(place, 1)[0]]

    def _best(self, place: Place, count: int) -> np.ndarray:
        return np.argsort(self.costs(place), kind="stable")[:count]

    def costs(self, place: Place) -> np.ndarray:
        """Return what each candidate costs at a place, neighbours aside, C."""
        recipe, pool, leg = self._recipe, self.pool, place.leg
        code_CN = pool.codes
        tame = 1 - recipe.wild * self._rules.temperature / 2
        cost_C = recipe.fluency * tame * np.maximum(pool.surprise, self._plain).astype(float)
        cost_C += recipe.closeness * ((code_CN - place.z_N.numpy()) ** 2).sum(1) / leg.squared
        if not leg.is_loop:
            cost_C += recipe.share * np.abs(leg.share(code_CN) - place.at)
        cost_C += recipe.form * np.array([place.wish.misses(form) for form in pool.forms], float)
        if place.wish.words:
            cost_C += recipe.missing * ~pool.holding([self._pen.taken(word) for word in place.wish.words])
        return cost_C

    def choose(self) -> list[int | None]:
        """Return the candidate of each place, None where a line stands; raises InputError where there are too few."""
        lattice: list[tuple[np.ndarray, np.ndarray]] = []
        for number, place in enumerate(self.places):
            if place.text:
                lattice.append((np.array([-1 - number]), np.zeros(1)))
            else:
                cost_C = self.costs(place)
                best_K = np.argsort(cost_C, kind="stable")[: max(self._recipe.beam, len(self.places))]
                lattice.append((best_K, cost_C[best_K]))
        hops = [self._hops(number, one, other) for number, ((one, _), (other, _)) in enumerate(pairwise(lattice))]
        return [number if number >= 0 else None for number in cheapest(lattice, hops)]

    def others(self, number: int, chosen: Sequence[int | None], count: int, text: str = "") -> list[int]:
        """Return other candidates for a place whose neighbours are chosen, the best first; alike ones come last.

        text: the line that stands there without being a candidate.
        """
        every_C, cost_C = np.arange(len(self.pool)), self.costs(self.places[number])
        before, after = (self._row(n, chosen) for n in (number - 1, number + 1))
        if before is not None:
            cost_C += self._hops(number - 1, before, every_C)[0]
        if after is not None:
            cost_C += self._hops(number, every_C, after)[:, 0]
        taken = {one for one in chosen if one is not None}
        taken |= {n for n, one in enumerate(self.pool.texts) if self._pen.shown(one) == text}
        order = [int(n) for n in np.argsort(cost_C, kind="stable") if int(n) not in taken][: max(8 * count, 32)]
        own = self._row(number, chosen)
        bags, found = self._bag(own) if own is not None else [], list[int]()
        for most in (1 - self._recipe.alike, -1.0):
            for n in order:
                bag = set(self.pool.tokens[n])
                if len(found) < count and n not in found and all(turnover([bag], bags)[0] > most):
                    found.append(n)
                    bags.append(bag)
        return found

    def _row(self, number: int, chosen: Sequence[int | None]) -> np.ndarray | None:
        """Return the line of a place as the search counts them; None where there is none yet."""
        if self.places[number].text:
            return np.array([-1 - number])
        one = chosen[number]
        return None if one is None else np.array([one])

    def _hops(self, number: int, one_K: np.ndarray, other_L: np.ndarray) -> np.ndarray:
        """Return what it costs to go from each candidate of a place to each of the next one, KL."""
        recipe, leg = self._recipe, self.places[number + 1].leg
        one, other = self.places[number : number + 2]
        even = other.at - (0.0 if one.text else one.at)
        a_KN, b_LN = self._codes(one_K), self._codes(other_L)
        squared_KL = ((a_KN[:, None] - b_LN[None]) ** 2).sum(2)
        hop_KL = recipe.hop * squared_KL / leg.squared
        if not leg.is_loop:
            step_KL = leg.share(b_LN)[None] - leg.share(a_KN)[:, None]
            hop_KL += recipe.back * np.maximum(0, recipe.least * even - step_KL)
        bags = [self._bag(numbers) for numbers in (one_K, other_L)]
        hop_KL += recipe.turnover * turnover(*bags)
        return hop_KL

    def _codes(self, numbers_K: np.ndarray) -> np.ndarray:
        if numbers_K[0] < 0:
            return self._standing[self.places[-1 - numbers_K[0]].text][None]
        return self.pool.codes[numbers_K]

    def _bag(self, numbers_K: np.ndarray) -> list[set[int]]:
        if numbers_K[0] < 0:
            text = self._pen.taken(self.places[-1 - numbers_K[0]].text)
            return [set(self._pen.model.spelling.numbers(text))]
        return [set(self.pool.tokens[n]) for n in numbers_K]

    def _nothing_found(self) -> InputError:
        message = "The pack found too few lines that are like this."
        hint = "Ask for fewer lines, allow lines that are already written, or go a little further towards wild."
        return InputError(message, hint=hint)
