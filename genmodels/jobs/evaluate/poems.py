"""What there is to measure of poems between two lines: of the path that is searched, and of the published way."""

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np

from genmodels.api.messages import Done, Progress
from genmodels.api.verse import Line, MorphVerse, Origin, VerseRules
from genmodels.data.steps import Steps
from genmodels.data.verse.form import form_of
from genmodels.jobs.morph_verse import MOST_LINES, morph_verse
from genmodels.jobs.versing.pen import Pen
from genmodels.jobs.versing.plan import wishes
from genmodels.metrics.verses import kendall_tau, repeats
from genmodels.models.versevae.written import letters_of

ARMS = {"path": True, "published": False}  # whether a path is searched


class Poem(NamedTuple):
    """The figures of one poem; shares are of the lines between."""

    ends_exact: float
    repeats: float  # lines that stand there again
    kendall_tau: float  # between the places and d(line, first) − d(line, last), distances of codes
    form_share: float  # as long as is asked for: Chinese exactly, else to a syllable
    verbatim_share: float  # already written


def measure_poems(pack: str, texts: Sequence[str], *, pairs: int, between: int) -> Steps[dict[str, Any]]:
    """Return the figures of poems between the first line and the second, the third and the fourth, and so on."""
    chosen = [(texts[n], texts[n + 1]) for n in range(0, len(texts) - 1, 2)][:pairs]
    between = min(between, MOST_LINES)
    found: dict[str, list[Poem]] = {arm: [] for arm in ARMS}
    for number, (first, last) in enumerate(chosen):
        for arm, search in ARMS.items():
            request = MorphVerse(
                pack=pack, first=first, last=last, count=between, seed=number, alternatives=0, search=search
            )
            lines: tuple[Line, ...] = ()
            for event in morph_verse(request):
                if isinstance(event, Done):
                    lines = event.lines
                yield Progress(done=number, total=len(chosen), note="writing from line to line")
            found[arm].append(_measured(Pen.of(pack, [first, last]), first, last, lines))
    return {
        "pairs": len(chosen),
        "between": between,
        "morphs": {arm: _means(poems) for arm, poems in found.items() if poems},
    }


def _measured(pen: Pen, first: str, last: str, lines: Sequence[Line]) -> Poem:
    texts = [line.text for line in lines]
    code_LN = pen.codes(texts).numpy()
    apart_L2 = np.stack([np.linalg.norm(code_LN - end_N, axis=1) for end_N in code_LN[[0, -1]]], 1)
    asked = wishes((first, last), [line.t for line in lines], pen.script, VerseRules(), [()] * len(lines))
    inner = list(zip(lines, asked, strict=True))[1:-1]
    return Poem(
        ends_exact=float((texts[0], texts[-1]) == (first, last)),
        repeats=repeats([letters_of(text) for text in texts]),
        kendall_tau=kendall_tau((apart_L2[:, 0] - apart_L2[:, 1]).tolist()),
        form_share=sum(not wish.misses(form_of(line.text)) for line, wish in inner) / len(inner),
        verbatim_share=sum(line.origin is Origin.CORPUS for line, _ in inner) / len(inner),
    )


def _means(poems: Sequence[Poem]) -> dict[str, float]:
    means = np.array(poems, float).mean(0).tolist()
    figures = dict(zip(Poem._fields, means, strict=True))
    return figures | {"repeats": float(sum(poem.repeats for poem in poems))}
