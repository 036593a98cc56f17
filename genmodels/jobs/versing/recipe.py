"""Every number that the lines between two lines depend on, beside what a person asks for."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VerseRecipe:
    """How candidates are found, and what a path through them costs.

    All costs are about 1 for lines that will do, so that the weights compare.
    """

    # The route
    refine_steps: int = 12  # of gradient ascent on log p(line | z), for the ends and for locked lines
    bend: float = 0.6  # how far a way from a line to itself goes away from it, RMS of the code's numbers

    # Candidates
    samples: int = 24  # lines drawn round each point of the way
    plain_noise: float = 0.15  # RMS of what is added to a code at temperature 0 …
    noise: float = 0.5  # … and what each unit of temperature adds to that
    plain_heat: float = 0.4  # temperature of the softmax at temperature 0 …
    heat: float = 0.6  # … and what each unit of temperature adds to that
    rounds: int = 2  # of edits
    edited: int = 4  # best lines of a place that each round edits
    pieces: int = 3  # that are tried instead of each piece of a line, the likeliest ones
    edits: int = 24  # of a place that are kept in each round, those made of the likeliest pieces
    worded: int = 48  # lines with the locked words put in, of each place

    # The path
    beam: int = 48  # candidates of a place that the search goes through, the cheapest for themselves
    fluency: float = 2.0  # for each nat of surprise a piece; plainer than the plainest line that stands costs no less
    wild: float = 0.5  # share of that which temperature 2 takes away
    closeness: float = 3.0  # for the squared distance of a line's code from its point, over that of the two ends
    share: float = 6.0  # for |share of the last line − t|
    hop: float = 2.0  # for the squared distance of two neighbours' codes, over that of the two ends
    turnover: float = 0.5  # for the share of pieces that two neighbours do not have in common
    back: float = 12.0  # for a step back, or less than the least step, in shares of the whole way
    least: float = 0.25  # least step, over the even one
    form: float = 20.0  # for each syllable, tone or rhyme against what is held: dearer than all the rest
    missing: float = 1000.0  # for a line without its locked words: never taken where there is another one

    # Other lines of a place
    alike: float = 0.75  # share of pieces in common from which another line is left out while there are others
    home: float = 0.05  # RMS distance of a code from a line's own within which it is that very line
    fresh: int = 8  # lines drawn for each seed, the most fluent of which is taken
