"""Tags from the folders that pictures lie in: what a person has sorted by hand, a model can be told."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from genmodels.data.sprites.picture import Picture

MOST, FEWEST = 32, 5  # tags, and pictures of each


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """The tags of some pictures, in the order of the alphabet."""

    names: tuple[str, ...] = ()
    level: int = 0  # of the folders, 0 for the chosen ones

    def numbers(self, pictures: Sequence[Picture]) -> np.ndarray:
        """Return each picture's tag, int64 (N): 1 for the first name, 0 for no tag."""
        place = {name: number for number, name in enumerate(self.names, 1)}
        return np.array([place.get(_folder(picture, self.level), 0) for picture in pictures], np.int64)


def tags_of(pictures: Sequence[Picture]) -> Tags:
    """Return the names of the folders on the first level at which the pictures differ.

    A folder of fewer than 5 pictures is no tag: nothing could be learnt of it. Of more than 32 folders, those with the
    most pictures are.
    """
    for level in range(max((len(picture.folders) for picture in pictures), default=0)):
        count = Counter(_folder(picture, level) for picture in pictures)
        if len(count) > 1:
            names = [name for name in sorted(count) if name and count[name] >= FEWEST]
            most = sorted(names, key=lambda name: -count[name])[:MOST]
            return Tags(names=tuple(sorted(most, key=str.casefold)), level=level)
    return Tags()


def _folder(picture: Picture, level: int) -> str:
    """Return the name of the picture's folder on a level, empty where it lies above."""
    return picture.folders[level] if level < len(picture.folders) else ""
