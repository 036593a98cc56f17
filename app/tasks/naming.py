"""Keeps the directions that a person has named: every change goes to the disk first, and a deleted one comes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QDialog, QWidget

from app.document.exploration import Heading, Spot, Vector, headings
from app.library import Pack
from app.widgets.exploring.direction_list import DirectionList
from app.widgets.exploring.name_dialog import DirectionNameDialog
from app.widgets.job_bar import JobBar
from app.widgets.packs.subject_words import words_about
from genmodels.api.directions import Direction, load_directions, save_directions
from genmodels.api.errors import GenError
from genmodels.api.reports import Subject

_REACH = 3.0  # standard deviations to either side of a number
_SAVED_REACH = 2.0  # times a named move


class Naming(QObject):
    """The directions of the chosen pack; failures become messages and leave them as they are."""

    changed = Signal()

    def __init__(self, bar: JobBar, window: QWidget, subject: Subject = Subject.PICTURES) -> None:
        """subject: what the codes are of."""
        super().__init__(window)
        self._words = words_about(subject)
        self._bar, self._window = bar, window
        self._pack: Pack | None = None
        self._readable = True  # a file that cannot be read is not written over
        self.directions: tuple[Direction, ...] = ()

    def serve(self, sliders: DirectionList, spot: Callable[[], Spot | None]) -> None:
        """Name, rename and delete what these sliders ask for; spot is where they stand."""
        sliders.save_asked.connect(lambda heading: self._on_save_asked(heading, spot()))
        sliders.rename_asked.connect(lambda heading: self.rename_asking(heading.name))
        sliders.delete_asked.connect(lambda heading: self.delete(heading.name))

    def choose(self, pack: Pack | None, numbers: int) -> None:
        """Read the directions of this pack, whose codes have so many numbers."""
        self._pack, self._readable, self.directions = pack, True, ()
        if pack is not None:
            try:
                self.directions = load_directions(pack.card, numbers)
            except GenError as error:
                self._readable = False
                self._bar.fail(error)
        self.changed.emit()

    def follow(self, pack: Pack | None, numbers: int) -> None:
        """Read the directions of this pack, unless they are at hand."""
        if pack != self._pack:
            self.choose(pack, numbers)

    def headings(self, count: int) -> tuple[list[Heading], list[Heading]]:
        """Return what codes of so many numbers can be moved along: each number, and the directions with a name."""
        numbers = headings([self.tr("Number {0}").format(n + 1) for n in range(count)], count, _REACH)
        named = [one for one in self.directions if len(one.vector) == count]
        return numbers, [Heading(name=one.name, vector=one.vector, reach=_SAVED_REACH, saved=True) for one in named]

    def name_asking(self, vector: Vector) -> None:
        """Ask for a name and save the vector as a direction."""
        name = self._ask(self.tr("Name a direction"), self._words.move, "")
        if name and self._write([*self.directions, Direction(name=name, vector=vector)]):
            self._bar.say(self._words.named.format(name))

    def rename_asking(self, before: str) -> None:
        """Ask for another name."""
        name = self._ask(self.tr("Rename a direction"), self.tr("What does it do?"), before)
        if name:
            changed = [
                Direction(name=name, vector=one.vector) if one.name == before else one for one in self.directions
            ]
            self._write(changed)

    def delete(self, name: str) -> None:
        """Delete a direction, and offer to bring it back."""
        pack, before = self._pack, self.directions
        at = next((number for number, one in enumerate(before) if one.name == name), None)
        if at is None or not self._write([*before[:at], *before[at + 1 :]]):
            return
        undo = (self.tr("Undo"), lambda: self._restore(pack, at, before[at]))
        self._bar.say(self.tr("Deleted “{0}”. What is explored stays as it is.").format(name), offer=undo)

    def _on_save_asked(self, heading: Heading | None, spot: Spot | None) -> None:
        if heading is not None:
            self.name_asking(heading.vector)
        elif spot is not None and any(spot.move):
            self.name_asking(spot.move)

    def _restore(self, pack: Pack | None, at: int, direction: Direction) -> None:
        names = {one.name for one in self.directions}
        if pack is None or not pack.has_weights_of(self._pack):
            self._bar.say(self.tr("Choose the pack “{0}” again first.").format(pack.folder.name if pack else ""))
        elif direction.name not in names and self._write([*self.directions[:at], direction, *self.directions[at:]]):
            self._bar.say(self.tr("“{0}” is back.").format(direction.name))

    def _ask(self, title: str, text: str, name: str) -> str:
        taken = {one.name for one in self.directions} - {name}
        dialog = DirectionNameDialog(title, text, name, taken, self._window)
        return dialog.name() if dialog.exec() == QDialog.DialogCode.Accepted else ""

    def _write(self, directions: Sequence[Direction]) -> bool:
        if self._pack is None:
            return False
        try:
            if not self._readable:
                load_directions(self._pack.card, len(directions[0].vector))  # tells again why it cannot be
            save_directions(self._pack.card, directions)
        except GenError as error:
            self._bar.fail(error)
            return False
        self._readable, self.directions = True, tuple(directions)
        self.changed.emit()
        return True
