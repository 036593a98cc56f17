"""What the figures of a verse pack stand beside: n-grams counted in other verse, and a judge of fluency.

The judge is of another type than the pack, which tells fluency by itself when it writes, and has read other lines.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from genmodels.api.configs import Script, VerseConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.data.steps import Pace, Steps, paced
from genmodels.data.verse import chinese
from genmodels.data.verse.reading import read_verse_steps
from genmodels.data.wording import number_of
from genmodels.metrics.ngrams import NGrams, surprise
from genmodels.models.versevae import VerseVAE
from genmodels.models.versevae.written import letters_of

FEWEST = 100  # lines that can be counted in; of a form, or all forms are counted together
UNSEEN = 0.25  # share of the text that the pack was not trained on, from which on the judge reads that alone
FLUENT = 0.9  # share of real lines that are as fluent
JUDGE_ORDER = {Script.HAN: 3, Script.LATIN: 8}  # which tell shuffled lines from real ones best, see genmodels/LOG.md
AT_ONCE = 512  # lines


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Judge:
    """Tells lines that are as fluent as real ones; see `FLUENT`."""

    grams: NGrams
    limits: dict[int, float]  # nats of a sign, by form
    usual: float  # for a form that no real line has
    unseen: bool  # whether the pack was trained on none of the judge's lines

    def fluent(self, texts: Sequence[str]) -> np.ndarray:
        """Return which lines are."""
        limit_N = np.array([self.limits.get(_form(text), self.usual) for text in texts], float)
        return surprise(self.grams, [text.lower() for text in texts]) <= limit_N


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class References:
    """What was counted in a text, for the lines that a pack is measured on."""

    nats_per_line: float
    judge: Judge
    told: dict[str, Any]  # what was counted where


def references(model: VerseVAE, text: Path, held: Sequence[str]) -> Steps[References]:
    """Return n-grams of the lines of a text, and a judge; held: lines that neither may know.

    As in genmodels/LOG.md, Chinese is counted form by form, in pairs of characters for lines of five and in threes for
    longer ones, English in sixes of small letters. The judge reads the lines that the pack was not trained on; where
    these are too few it reads every second one. Raises InputError where there is too little.
    """
    others, unseen = yield from _others(model, text, held)
    every = [line for lines in others.values() for line in lines]
    by_form = dict[int, list[str]]()
    for line in held:
        by_form.setdefault(_form(line), []).append(line.lower())
    counted, sums = list[dict[str, Any]](), 0.0
    for form, lines in sorted(by_form.items()):
        own = others.get(form, [])
        grams = yield from _counted(own if len(own) >= FEWEST else every, _order(form))
        nats_N = yield from _nats(grams, lines)
        sums += float(nats_N.sum())
        named = {"characters": form} if form else {}
        mean = float(nats_N.mean())
        counted.append(named | {"order": grams.order, "counted_lines": grams.lines, "nats_per_line": mean})
    is_unseen = len(unseen) >= UNSEEN * len(every)
    judge = yield from _judge(unseen if is_unseen else every[::2], by_form, model.config.script, unseen=is_unseen)
    told_judge = {"order": judge.grams.order, "counted_lines": judge.grams.lines, "unseen_by_the_pack": is_unseen}
    told = {"text": str(text), "ngrams": counted, "judge": told_judge}
    return References(nats_per_line=sums / len(held), judge=judge, told=told)


def _others(model: VerseVAE, text: Path, held: Sequence[str]) -> Steps[tuple[dict[int, list[str]], list[str]]]:
    """Return the lines of a text that are not held, by form, and those of them that the pack was not trained on."""
    verse = yield from read_verse_steps([text], VerseConfig())
    found, own, pace = verse.lines.get(model.config.script, ()), set(map(letters_of, held)), Pace()
    others, unseen = dict[int, list[str]](), list[str]()
    for done, line in enumerate(found):
        if letters_of(line) not in own:
            others.setdefault(_form(line), []).append(line.lower())
            if not model.written.holds(line):
                unseen.append(line.lower())
        if pace.is_due():
            yield Progress(done=done, total=len(found), note="looking for lines that the pack has not read")
    if (count := sum(map(len, others.values()))) < FEWEST:
        message = f"“{text.name}” holds {number_of(count, 'line')} to count in, beside those that are measured."
        raise InputError(message, hint=f"Choose verse of the same kind, {FEWEST} lines or more.")
    return others, unseen


def _judge(lines: Sequence[str], by_form: dict[int, list[str]], script: Script, *, unseen: bool) -> Steps[Judge]:
    grams = yield from _counted(lines, JUDGE_ORDER[script])
    found = dict[int, np.ndarray]()
    for form, real in by_form.items():
        nats_N = yield from _nats(grams, real)
        found[form] = nats_N / np.array([1 + len(line) for line in real])
    limits = {form: float(np.quantile(nats_N, FLUENT)) for form, nats_N in found.items() if len(nats_N) >= FEWEST}
    usual = float(np.quantile(np.concatenate(list(found.values())), FLUENT))
    return Judge(grams=grams, limits=limits, usual=usual, unseen=unseen)


def _counted(lines: Sequence[str], order: int) -> Steps[NGrams]:
    now = Progress(done=0, total=1, note="counting what follows what")
    return (yield from paced(NGrams.counted(lines, order), Pace(), lambda: now))


def _nats(grams: NGrams, lines: Sequence[str]) -> Steps[np.ndarray]:
    parts = [np.zeros(0)]
    for at in range(0, len(lines), AT_ONCE):
        parts.append(grams.nats(lines[at : at + AT_ONCE]))
        yield Progress(done=at, total=len(lines), note="counting how likely the lines are")
    return np.concatenate(parts)


def _form(text: str) -> int:
    """Return what tells lines that are counted apart: how many Chinese characters there are, 0 in other lines."""
    return len(chinese.characters(text))


def _order(form: int) -> int:
    return 6 if not form else 2 if form <= 5 else 3
