"""What there is to measure of poems between two lines: of the path that is searched, and of the published way."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np

from genmodels.api.errors import ConfigError, PackError
from genmodels.api.messages import Done, Progress
from genmodels.api.verse import Line, MorphVerse, VerseRules
from genmodels.data.steps import Steps
from genmodels.data.verse.form import form_of
from genmodels.jobs.evaluate.references import Judge
from genmodels.jobs.loading import load_verse_vae
from genmodels.jobs.morph_verse import MOST_LINES, morph_verse
from genmodels.jobs.versing.pen import Pen
from genmodels.jobs.versing.plan import wishes
from genmodels.metrics.verses import kendall_tau, repeats
from genmodels.models.versevae.lecture import LectureVAE
from genmodels.models.versevae.written import letters_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Poems:
    """Which poems are measured, and beside what."""

    pairs: int = 200
    between: int = 9  # lines
    against: Path | None = None  # a pack of the lecture's preset
    text: Path | None = None  # verse to count n-grams in and to train the judge on

    def __post_init__(self) -> None:
        """Reject what cannot be measured."""
        if self.pairs < 1 or not 1 <= self.between <= MOST_LINES:
            message = f"Poems of {self.pairs} pairs with {self.between} lines between cannot be measured."
            raise ConfigError(message, hint=f"Choose a pair or more, and 1 to {MOST_LINES} lines.")


class Arm(NamedTuple):
    """A way of writing the lines between."""

    pack: Path
    search: bool  # a path; else the likeliest line of even steps, as Bowman et al. 2015 do


class Poem(NamedTuple):
    """The figures of one poem; shares are of the lines between."""

    ends_exact: bool
    repeats: int  # lines that stand there again
    kendall_tau: float  # between the places and d(line, first) − d(line, last), distances of the measured pack's codes
    fluent_share: float  # to the judge; NaN without one
    form_share: float  # as long as is asked for: Chinese exactly, else to a syllable
    verbatim_share: float  # already written


def arms(pack: Path, asked: Poems) -> dict[str, Arm]:
    """Return the ways that are measured; raises PackError where the one to compare with is not the lecture's."""
    found = {"path": Arm(pack, search=True), "published": Arm(pack, search=False)}
    if asked.against is not None:
        model, card = load_verse_vae(asked.against)
        if not isinstance(model, LectureVAE) or model.config.script != load_verse_vae(pack)[0].config.script:
            message = f"The pack “{card.name}” is no lecture's VAE for this script."
            raise PackError(message, hint="Train one: genmodels train verse-vae DATA --preset lecture …")
        found["lecture"] = Arm(asked.against, search=False)
    return found


def measure_poems(pack: Path, texts: Sequence[str], asked: Poems, judge: Judge | None) -> Steps[dict[str, Any]]:
    """Return the figures of poems between the first line and the second, the third and the fourth, and so on."""
    chosen = [(texts[n], texts[n + 1]) for n in range(0, len(texts) - 1, 2)][: asked.pairs]
    ways = arms(pack, asked)
    found: dict[str, list[Poem]] = {name: [] for name in ways}
    for number, (first, last) in enumerate(chosen):
        pen = Pen.of(str(pack), [first, last])
        for name, way in ways.items():
            request = MorphVerse(
                pack=str(way.pack),
                first=first,
                last=last,
                count=asked.between,
                seed=number,
                alternatives=0,
                search=way.search,
            )
            lines: tuple[Line, ...] = ()
            for event in morph_verse(request):
                if isinstance(event, Done):
                    lines = event.lines
                yield Progress(done=number, total=len(chosen), note="writing from line to line")
            found[name].append(_measured(pen, first, last, lines, judge))
    morphs = {name: _together(poems, is_judged=judge is not None) for name, poems in found.items() if poems}
    return {"pairs": len(chosen), "between": asked.between, "morphs": morphs}


def _measured(pen: Pen, first: str, last: str, lines: Sequence[Line], judge: Judge | None) -> Poem:
    texts = [line.text for line in lines]
    code_LN = pen.codes(texts).numpy()
    apart_L2 = np.stack([np.linalg.norm(code_LN - end_N, axis=1) for end_N in code_LN[[0, -1]]], 1)
    asked = wishes((first, last), [line.t for line in lines], pen.script, VerseRules(), [()] * len(lines))
    inner = list(zip(lines, asked, strict=True))[1:-1]
    return Poem(
        ends_exact=(texts[0], texts[-1]) == (first, last),
        repeats=repeats([letters_of(text) for text in texts]),
        kendall_tau=kendall_tau((apart_L2[:, 0] - apart_L2[:, 1]).tolist()),
        fluent_share=float(judge.fluent(texts[1:-1]).mean()) if judge is not None else float("nan"),
        form_share=sum(not wish.misses(form_of(line.text)) for line, wish in inner) / len(inner),
        verbatim_share=sum(pen.model.written.holds(pen.taken(line.text)) for line, _ in inner) / len(inner),
    )


def _together(poems: Sequence[Poem], *, is_judged: bool) -> dict[str, float | int | None]:
    """Return how many poems have exact ends, how many lines stand there again, and means of the rest."""
    means = dict(zip(Poem._fields, np.array(poems, float).mean(0).tolist(), strict=True))
    return means | {
        "ends_exact": sum(poem.ends_exact for poem in poems),
        "repeats": sum(poem.repeats for poem in poems),
        "fluent_share": means["fluent_share"] if is_judged else None,
    }
