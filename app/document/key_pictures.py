"""The pictures a morph goes through, in their order, changed only by undoable steps. It knows no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.document.steps import Steps, moved
from genmodels.media.arrays import np

MAX_STEPS = 100  # that can be undone

Row = tuple["KeyPicture", ...]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class KeyPicture:
    """One picture of the person's own."""

    name: str
    rgba_HWC: np.ndarray  # uint8, never changed


class KeyPictures(Steps[Row]):
    """The row of key pictures; listeners hear of every change."""

    def __init__(self) -> None:
        super().__init__((), MAX_STEPS)

    @property
    def row(self) -> Row:
        """The pictures from first to last."""
        return self.now

    def insert(self, at: int, pictures: Sequence[KeyPicture], text: str) -> None:
        """Put pictures before the one at this place; a place past the end puts them last."""
        self.put((*self.row[:at], *pictures, *self.row[at:]), text)

    def replace(self, at: int, picture: KeyPicture, text: str) -> None:
        """Put a picture where another one is."""
        self.put((*self.row[:at], picture, *self.row[at + 1 :]), text)

    def remove(self, at: int, text: str) -> None:
        """Take a picture out."""
        self.put((*self.row[:at], *self.row[at + 1 :]), text)

    def move(self, at: int, to: int, text: str) -> None:
        """Give a picture another place, counted without it."""
        self.put(moved(self.row, at, to), text)

    def reverse(self, text: str) -> None:
        """Turn the order round."""
        self.put(self.row[::-1], text)
