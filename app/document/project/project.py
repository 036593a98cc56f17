"""A drawing with all that belongs to it, as a value that a thread may write while the drawing goes on."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from app.document.belongings import Belongings
from app.document.drawing import Drawing
from app.document.history import Change, State


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Project:
    """What a project file holds."""

    state: State
    done: tuple[Change, ...] = ()  # the oldest first
    undone: tuple[Change, ...] = ()  # the next first
    belongings: Belongings = field(default_factory=Belongings)

    def same(self, other: Project) -> bool:
        """Return whether it is the same work, as far as it can be seen or selected; of steps and gifts, the number."""
        mine, others = self.state, other.state
        art, of_other = mine.artwork, others.artwork
        return (
            (art.layers, art.frames, art.tags, art.palette, art.shape)
            == (of_other.layers, of_other.frames, of_other.tags, of_other.palette, of_other.shape)
            and art.cels.keys() == of_other.cels.keys()
            and all(plane.same(of_other.cels[place]) for place, plane in art.cels.items())
            and bool((mine.mask_HW == others.mask_HW).all())
            and len(self.belongings.candidates) == len(other.belongings.candidates)
            and self.belongings.poems == other.belongings.poems
            and self.belongings.export == other.belongings.export
        )


def project_of(drawing: Drawing) -> Project:
    """Return the drawing as it is now, without a stroke under way."""
    history = drawing.history
    return Project(
        state=drawing.settled,
        done=tuple(history.done),
        undone=tuple(history.undone),
        belongings=drawing.belongings,
    )


def drawing_from(project: Project, path: Path | None) -> Drawing:
    """Return a drawing that goes on where the project was left; path: the file that holds it."""
    drawing = Drawing(project.state.artwork, path)
    drawing.restore(project.state, project.done, project.undone)
    drawing.belongings = project.belongings
    if path is not None:
        drawing.mark_saved(path, belongings=project.belongings)
    return drawing
