"""The pictures that a pack is measured on, on the square that it sees."""

from collections.abc import Generator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from genmodels.api.configs import ReadingConfig
from genmodels.api.errors import InputError
from genmodels.api.messages import Event, Log
from genmodels.api.reports import ProblemKind
from genmodels.data.files import readable
from genmodels.data.sprites.fitting import fit
from genmodels.data.sprites.picture import Picture, background_of
from genmodels.data.sprites.reading import read_steps
from genmodels.data.sprites.splitting import held_out
from genmodels.data.wording import number_of

Measured = Generator[Event, None, tuple[int, dict[str, Any]]]  # count of what was measured, and figures by names


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sprites:
    """Pictures to measure by, and the others of their folder."""

    held: tuple[Picture, ...]
    held_NSS4: np.ndarray
    rest: tuple[Picture, ...]
    rest_MSS4: np.ndarray


def read(data: Path, valid: str, reading: ReadingConfig, size: int) -> Generator[Event, None, Sprites]:
    """Return the pictures in data, of which valid (see `evaluate`) keeps some; raises InputError where there are none.

    The others matter where real pictures are compared with real ones.
    """
    found = yield from read_steps([data], reading)
    unreadable = [problem for problem in found.problems if problem.kind == ProblemKind.UNREADABLE]
    if not found.pictures:
        detail = "\n".join(f"{problem.name}: {problem.what}" for problem in unreadable)
        message = f"No picture could be read in “{readable(data)}”."
        raise InputError(message, hint="Choose a folder with PNG files.", detail=detail)
    if unreadable:
        yield Log(text=f"{number_of(len(unreadable), 'file')} could not be read, the first: {unreadable[0].what}")
    is_held_N = np.ones(len(found.pictures), bool)
    if valid:
        is_held_N = yield from held_out(found.pictures, valid, seed=0)
    background_4 = background_of(found.pictures)
    held, rest = (
        tuple(picture for picture, is_held in zip(found.pictures, is_held_N, strict=True) if is_held == side)
        for side in (True, False)
    )

    def fitted(pictures: tuple[Picture, ...]) -> np.ndarray:
        squares = [fit(picture.rgba_HW4, size, background_4, reading.fit) for picture in pictures]
        return np.stack(squares) if squares else np.zeros((0, size, size, 4), np.uint8)

    return Sprites(held=held, held_NSS4=fitted(held), rest=rest, rest_MSS4=fitted(rest))
