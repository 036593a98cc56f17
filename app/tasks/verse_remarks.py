"""What is said at the lines of a poem where something is wrong with them."""

from __future__ import annotations

from PySide6.QtCore import QObject

from app.document.poem import Poem
from app.tasks.verse_reading import VerseReading
from genmodels.api.messages import Failed


class VerseRemarks(QObject):
    """An empty end is worth a word only once a person has asked for lines."""

    def __init__(self, reading: VerseReading, parent: QObject) -> None:
        super().__init__(parent)
        self._reading = reading
        self._asked = False
        self._refused: tuple[str, str] | None = None  # a first and a last line that the engine would not go between
        self._refusal = ""

    def missing_end(self, poem: Poem) -> int | None:
        """Return the place of an end that has to be written before the lines between can be."""
        self._asked = True
        return next((place for place in (0, len(poem.lines) - 1) if not poem.lines[place].text.strip()), None)

    def refuse(self, poem: Poem, failure: Failed) -> None:
        """Say at its last line why the engine would not write this poem."""
        self._refused, self._refusal = (poem.first, poem.last), f"{failure.message} {failure.hint}".strip()

    def forget(self) -> None:
        """Forget what the engine said, because it is asked again."""
        self._refused = None

    def at(self, poem: Poem) -> dict[int, str]:
        """Return what is said, by the places of the lines."""
        last = len(poem.lines) - 1
        found = {place: self._reading.problem(text) for place, text in enumerate(poem.texts)}
        if self._asked:
            empty = self.tr("Write a line here, or pick one under “Lines”.")
            found |= {place: empty for place in (0, last) if not poem.lines[place].text.strip()}
        if self._refused == (poem.first, poem.last) and not found[0]:
            found[last] = found[last] or self._refusal
        return found
