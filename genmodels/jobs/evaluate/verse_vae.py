"""What there is to measure of a pack that writes verse: what its codes cost and give back, and its poems."""

from pathlib import Path
from typing import Any

import numpy as np

from genmodels.api.configs import VerseConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import Progress
from genmodels.data.steps import Steps
from genmodels.data.verse.reading import read_verse_steps
from genmodels.jobs.evaluate.poems import measure_poems
from genmodels.jobs.evaluate.strips import Strips
from genmodels.models.versevae import VerseVAE
from genmodels.models.versevae.training import Held, Lines, held_out
from genmodels.models.versevae.writing import MOST_PIECES

AT_ONCE = 64  # lines


def measure(model: VerseVAE, pack: Path, data: Path, strips: Strips) -> Steps[tuple[int, dict[str, Any]]]:
    """Return −ELBO, its KL term, active units, and the shares of lines and pieces that the mean code gives back; the
    figures of poems between pairs of lines, with as many lines between as the strips have frames.

    Of the lines in the pack's own script. Raises InputError where there is none.
    """
    verse = yield from read_verse_steps([data], VerseConfig())
    texts = verse.lines.get(model.config.script, ())
    if not texts:
        raise InputError(f"“{data.name}” holds no line that this pack can read.", hint="Choose a text file of verse.")
    rows = [model.spelling.numbers(text)[:MOST_PIECES] for text in texts]
    lines = Lines(
        np.array([number for row in rows for number in row], np.int32), np.array([len(row) for row in rows], np.int32)
    )
    parts = list[tuple[int, Held]]()
    for at in range(0, len(lines), AT_ONCE):
        chosen_M = np.arange(at, min(at + AT_ONCE, len(lines)))
        parts.append((len(chosen_M), held_out(model, lines, chosen_M)))
        yield Progress(done=at, total=len(lines), note="reading and writing the lines again")
    counts, found = [count for count, _ in parts], [held for _, held in parts]
    mean = Held(*np.average(np.array(found), axis=0, weights=counts).tolist())
    poems = yield from measure_poems(str(pack), texts, pairs=strips.pairs, between=strips.frames - 2)
    return len(lines), {
        "elbo_nats_per_line": mean.elbo,
        "kl": mean.kl,
        "active_units": mean.active,
        "reconstruction": {"lines": mean.exact, "pieces": mean.pieces},
    } | poems
