"""A scripted drawing session that is there to be killed: it draws, saves and has recovery copies made, until the end.

`python -m tests.drawing_session FOLDER SEED` writes to FOLDER/log a line for each step before it is drawn, and a line
for each save and copy once it is done. Its clock goes one second a step, so a minute takes a moment.
"""

import os
import sys
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import numpy as np

from app.document.autosaver import Autosaver
from app.document.drawing import Drawing, blank
from app.document.project.project import project_of
from app.document.project.writing import write_project
from app.document.raster import patch_of
from app.document.sessions import Session, sessions_root
from genmodels.media.artwork.framing import add_frame
from genmodels.media.artwork.layering import add_layer

SIDE = 96
MOST_STEPS = 100_000
SAVE_EVERY = 37
MOST_WRITING_S = 20
LOOK_EVERY = 5  # seconds, as the window does


class Clock:
    """Seconds that pass with the steps."""

    def __init__(self) -> None:
        self.now = 0

    def __call__(self) -> float:
        return float(self.now)


def draw(drawing: Drawing, number: int) -> None:
    """Make the step of this number, which says so in three pixels of the lowest layer in the first frame."""
    rng = np.random.default_rng(number)
    if number % 50 == 20 and len(drawing.artwork.layers) < 6:
        artwork, _ = add_layer(drawing.artwork, f"Layer {number}")
        drawing.change(artwork, "New layer", layer=drawing.layer)
    if number % 90 == 60 and len(drawing.artwork.frames) < 6:
        artwork, _ = add_frame(drawing.artwork, drawing.frame, copy=True)
        drawing.change(artwork, "New frame", frame=drawing.frame)
    where_HW = np.zeros(drawing.shape, bool)
    where_HW[0, 0] = True
    left, top = rng.integers(1, SIDE - 20, 2)
    where_HW[top : top + 20, left : left + 20] = rng.integers(0, 2, (20, 20), bool)
    drawing.begin()
    drawing.paint(patch_of(where_HW), (number >> 16 & 255, number >> 8 & 255, number & 255, 255))
    drawing.commit(f"Step {number}")


def number_in(drawing: Drawing) -> int:
    """Return the number of the last step that is in the drawing."""
    layer, frame = drawing.artwork.layers[0].key, drawing.artwork.frames[0].key
    red, green, blue, alpha = drawing.artwork.cel(layer, frame).pixels()[0, 0].tolist()
    return (red << 16 | green << 8 | blue) if alpha else 0


def main() -> None:
    folder, rng = Path(sys.argv[1]), np.random.default_rng(int(sys.argv[2]))
    log = os.open(folder / "log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    clock, pool, waiting = Clock(), ThreadPoolExecutor(max_workers=1), []

    def say(text: str) -> None:
        os.write(log, f"{text}\n".encode())

    def start(write: Callable[[], Any], then: Callable[[Future[Any]], object]) -> None:
        say(f"copying {clock.now}")
        waiting.append((pool.submit(write), then, clock.now))

    def told(error: Exception) -> None:
        raise error

    drawing = blank(SIDE, SIDE)
    autosaver = Autosaver(Session(sessions_root()), start, told, clock=clock)
    autosaver.look(drawing)
    for number in range(1, MOST_STEPS):
        say(f"step {number}")
        draw(drawing, number)
        clock.now += 1
        if waiting and clock.now - waiting[0][2] > MOST_WRITING_S:
            waiting[0][0].exception()  # waits: a busy machine shall not make a minute of a moment
        if waiting and waiting[0][0].done():
            future, then, at = waiting.pop()
            then(future)
            say(f"copied {at}")
        if number % LOOK_EVERY == 0:
            autosaver.look(drawing)
        if number % SAVE_EVERY == 0 and rng.integers(3) == 0:
            write_project(folder / "hero.sprv", project_of(drawing))
            drawing.mark_saved(folder / "hero.sprv", belongings=drawing.belongings)
            say(f"saved {number}")


if __name__ == "__main__":
    main()
