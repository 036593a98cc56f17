"""What there is to measure of a pack that writes verse: what its codes cost and give back, and its poems."""

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from genmodels.api.configs import VerseConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import Log, Progress
from genmodels.data.verse.reading import read_verse_steps
from genmodels.jobs.evaluate.poems import Poems, arms, measure_poems
from genmodels.jobs.evaluate.references import references
from genmodels.jobs.evaluate.sprites import Measured
from genmodels.models.versevae import VerseVAE
from genmodels.models.versevae.training import Held, Lines, active_share, held_out
from genmodels.models.versevae.writing import MOST_PIECES

AT_ONCE = 16  # lines
NO_TEXT = (
    "Neither n-grams nor fluency: name a text to count in with --against-lines, best the one the pack learnt from."
)


def measure(model: VerseVAE, pack: Path, data: Path, asked: Poems) -> Measured:
    """Return −ELBO, its KL term, active units, and the shares of lines and pieces that the mean code gives back; the
    figures of poems between pairs of lines; what n-grams need for a line, and what they were counted in.

    Of the lines in the pack's own script. Raises InputError where there is none. Without a text to count n-grams in,
    ngram_nats_per_line, references and fluent_share are None.
    """
    arms(pack, asked)  # before anything takes long
    verse = yield from read_verse_steps([data], VerseConfig())
    texts = verse.lines.get(model.config.script, ())
    if not texts:
        raise InputError(f"“{data.name}” holds no line that this pack can read.", hint="Choose a text file of verse.")
    rows = [model.spelling.numbers(text)[:MOST_PIECES] for text in texts]
    lines = Lines(
        np.array([number for row in rows for number in row], np.int32), np.array([len(row) for row in rows], np.int32)
    )
    parts, codes = list[tuple[int, Held]](), list[Tensor]()
    for at in range(0, len(lines), AT_ONCE):
        chosen_M = np.arange(at, min(at + AT_ONCE, len(lines)))
        parts.append((len(chosen_M), held_out(model, lines, chosen_M)))
        with torch.no_grad():
            codes.append(model.posterior(lines.rows(chosen_M))[0])
        yield Progress(done=at, total=len(lines), note="reading and writing the lines again")
    counts, found = [count for count, _ in parts], [held for _, held in parts]
    mean = Held(*np.average(np.array(found), axis=0, weights=counts).tolist())
    known = None
    if asked.text is None:
        yield Log(text=NO_TEXT)
    else:
        known = yield from references(model, asked.text, texts)
    poems = yield from measure_poems(pack, texts, asked, known.judge if known is not None else None)
    return len(lines), {
        "elbo_nats_per_line": mean.elbo,
        "ngram_nats_per_line": known.nats_per_line if known is not None else None,
        "kl": mean.kl,
        "active_units": active_share(torch.cat(codes)),
        "reconstruction": {"lines": mean.exact, "pieces": mean.pieces},
        "references": known.told if known is not None else None,
    } | poems
