"""When a copy is due: within half a minute of a change, never without one, and told once where it fails."""

from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from app.document.autosaver import DELAY_S, Autosaver
from app.document.drawing import Drawing, blank
from app.document.project.pictures import Pictures
from app.document.project.project import Project
from app.document.raster import patch_of
from app.document.sessions import Note
from genmodels.api.errors import GenError, StorageError


@dataclass
class Disk:
    """Stands in for the session and for the thread: what is asked for is done when `work` is called."""

    now: float = 0.0
    full: bool = False
    written: list[tuple[int, Note]] = field(default_factory=list)
    waiting: list[tuple[Callable[[], Any], Callable[[Future[Any]], object]]] = field(default_factory=list)
    told: list[GenError] = field(default_factory=list)
    closed: bool = False

    def write(self, number: int, note: Note, _project: Project, _pictures: Pictures) -> None:
        if self.full:
            raise StorageError("full", hint="Free some space.")
        self.written.append((number, note))

    def settle(self, number: int, note: Note) -> None:
        self.written.append((number, note))

    def close(self) -> None:
        self.closed = True

    def start(self, write: Callable[[], Any], then: Callable[[Future[Any]], object]) -> None:
        self.waiting.append((write, then))

    def work(self) -> int:
        """Return how much there was to do."""
        waiting, self.waiting = self.waiting, []
        for write, then in waiting:
            future: Future[Any] = Future()
            try:
                future.set_result(write())
            except GenError as error:
                future.set_exception(error)
            then(future)
        return len(waiting)


@pytest.fixture
def disk() -> Disk:
    return Disk()


@pytest.fixture
def autosaver(disk: Disk) -> Autosaver:
    return Autosaver(disk, disk.start, disk.told.append, clock=lambda: disk.now)


def paint(drawing: Drawing, value: int) -> None:
    drawing.begin()
    drawing.paint(patch_of(np.ones(drawing.shape, bool)), (value, 0, 0, 255))
    drawing.commit("Fill")


def later(disk: Disk, autosaver: Autosaver, drawing: Drawing, seconds: float = DELAY_S) -> int:
    """Look now and again after a while; returns how much was written."""
    autosaver.look(drawing)
    disk.now += seconds
    autosaver.look(drawing)
    return disk.work()


def test_a_change_is_copied_once_and_soon(disk: Disk, autosaver: Autosaver) -> None:
    drawing = blank(8, 8)
    assert later(disk, autosaver, drawing, 1000) == 0
    paint(drawing, 1)
    assert later(disk, autosaver, drawing, DELAY_S - 1) == 0
    disk.now += 1
    autosaver.look(drawing)
    assert disk.work() == 1
    assert later(disk, autosaver, drawing, 1000) == 0
    number, note = disk.written[0]
    assert (number, note.needed, note.width, note.origin) == (1, True, 8, "")


def test_what_is_selected_or_belongs_to_it_is_copied_too(disk: Disk, autosaver: Autosaver) -> None:
    drawing = blank(8, 8)
    autosaver.look(drawing)
    drawing.begin()
    drawing.cover(np.ones((8, 8), bool))
    autosaver.look(drawing)
    assert later(disk, autosaver, drawing) == 0, "a stroke under way is not"
    drawing.commit("Mask")
    assert later(disk, autosaver, drawing) == 1
    drawing.keep(replace(drawing.belongings, export={"columns": 3}))
    assert later(disk, autosaver, drawing) == 1


def test_what_changes_while_a_copy_is_written_waits_no_longer_for_that(disk: Disk, autosaver: Autosaver) -> None:
    drawing = blank(8, 8)
    autosaver.look(drawing)
    paint(drawing, 1)
    autosaver.look(drawing)
    disk.now += DELAY_S
    autosaver.look(drawing)
    paint(drawing, 2)
    autosaver.look(drawing)
    disk.now += DELAY_S
    autosaver.look(drawing)
    assert disk.work() == 1, "one at a time"
    autosaver.look(drawing)
    assert disk.work() == 1


def test_once_saved_the_copy_is_not_needed(disk: Disk, autosaver: Autosaver) -> None:
    drawing = blank(8, 8)
    autosaver.look(drawing)
    paint(drawing, 1)
    assert later(disk, autosaver, drawing) == 1
    drawing.mark_saved(Path("hero.sprv"), belongings=drawing.belongings)
    autosaver.look(drawing)
    assert disk.work() == 1
    assert not disk.written[-1][1].needed
    paint(drawing, 2)
    assert later(disk, autosaver, drawing) == 1
    assert disk.written[-1][1].needed
    drawing.undo()
    autosaver.look(drawing)
    assert disk.work() == 1
    assert not disk.written[-1][1].needed, "undo leads back to what is saved"


def test_another_drawing_has_another_copy(disk: Disk, autosaver: Autosaver) -> None:
    first, second = blank(8, 8), blank(9, 9)
    autosaver.look(first)
    paint(first, 1)
    later(disk, autosaver, first)
    autosaver.look(second)
    disk.work()
    assert disk.written[-1][0] == 1
    assert not disk.written[-1][1].needed, "a person was asked about it"
    autosaver.look(second)
    paint(second, 1)
    assert later(disk, autosaver, second) == 1
    assert disk.written[-1][0] == 2


def test_a_drawing_that_is_in_no_file_is_copied_without_a_change(disk: Disk, autosaver: Autosaver) -> None:
    drawing = blank(8, 8)
    drawing.mark_unsaved(Path("/a/hero.png"))
    assert later(disk, autosaver, drawing) == 1
    assert disk.written[0][1].origin == str(Path("/a/hero.png").absolute())


def test_a_failure_is_told_once_and_tried_again(disk: Disk, autosaver: Autosaver) -> None:
    drawing = blank(8, 8)
    autosaver.look(drawing)
    paint(drawing, 1)
    disk.full = True
    for _ in range(3):
        assert later(disk, autosaver, drawing) == 1
    assert [error.message for error in disk.told] == ["full"]
    disk.full = False
    assert later(disk, autosaver, drawing) == 1
    assert disk.written
    autosaver.close()
    assert disk.closed
