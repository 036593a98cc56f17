"""Trains the two small models of a lesson side by side and shows what each makes."""

import time
from collections.abc import Iterator
from typing import assert_never

import numpy as np

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Demonstrate, Done, Event, Lesson, Metrics, Preview, Progress
from genmodels.media.sprite import encode_png
from genmodels.models.lessons import ColoursLesson, MoonsLesson
from genmodels.runtime import one_thread

_BETWEEN_YIELDS, _BETWEEN_PREVIEWS = 0.02, 0.5  # seconds


def demonstrate(request: Demonstrate, steps: int = 0) -> Iterator[Event]:
    """Yield progress, losses and sheets of what the models make; then Done with every picture and the figures.

    Done.frames are the first model's pictures, then as many of the second's, in rows of values["columns"];
    values["first"] and values["second"] are their figures, values["wrong_0"] and values["wrong_1"] the places of
    pictures that are plainly wrong. steps, if not 0, replaces the lesson's own number.
    """
    if not 0 <= request.seed < 2**63:
        raise ConfigError(f"The seed {request.seed} is out of range.", hint="Choose 0 or more.")
    yield Progress(done=0, total=1, note="starting")  # the first networks of a process take a second to build
    with one_thread():
        lesson = _lesson(request, steps)
        yield Progress(done=0, total=lesson.steps, note="learning")
        losses, since = [], 0
        shown = told = time.monotonic()
        for number in range(lesson.steps):
            losses.append(lesson.step(number))
            now = time.monotonic()
            if now - told < _BETWEEN_YIELDS and number + 1 < lesson.steps:
                continue
            told = now
            yield Progress(done=number + 1, total=lesson.steps, note="learning")
            if now - shown > _BETWEEN_PREVIEWS or number + 1 == lesson.steps:
                first, second = np.mean(losses[since:], axis=0).tolist()
                since, shown = len(losses), now
                yield Metrics(step=number + 1, values={"loss_0": first, "loss_1": second})
                for which in range(2):
                    yield Preview(index=which, x=0, y=0, picture=encode_png(_sheet(lesson, which)))
        figures = []
        for measured in lesson.measure():
            figures += [measured] if measured else []
            yield Progress(done=lesson.steps, total=lesson.steps, note="measuring")
        frames = tuple(encode_png(picture) for which in range(2) for picture in lesson.pictures(which))
        wrong = {f"wrong_{which}": lesson.wrong(which) for which in range(2)}
    values = {"columns": lesson.columns, "first": figures[0], "second": figures[1], **wrong}
    yield Done(frames=frames, values=values)


def _lesson(request: Demonstrate, steps: int) -> MoonsLesson | ColoursLesson:
    match request.lesson:
        case Lesson.MOONS:
            kind = MoonsLesson
        case Lesson.COLOURS:
            kind = ColoursLesson
        case _:
            assert_never(request.lesson)
    return kind(request.seed, steps) if steps else kind(request.seed)


def _sheet(lesson: MoonsLesson | ColoursLesson, which: int) -> np.ndarray:
    """Return the model's pictures in rows, edge to edge."""
    pictures = lesson.pictures(which)
    rows = [
        np.concatenate(pictures[at : at + lesson.columns], axis=1) for at in range(0, len(pictures), lesson.columns)
    ]
    return np.concatenate(rows)
