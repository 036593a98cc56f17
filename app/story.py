"""What the events of a run tell, added up: its curves, pictures and remarks, and how it ended."""

from dataclasses import dataclass, field
from typing import assert_never

from genmodels.api.messages import (
    Cancelled,
    Done,
    Draft,
    Event,
    Failed,
    Health,
    Log,
    Metrics,
    Paused,
    Preview,
    Progress,
    Ready,
    Snapshot,
    Started,
)


@dataclass(slots=True)
class Story:
    """What the events of a run tell, added up."""

    progress: Progress | None = None
    paused: Paused | None = None
    ending: Done | Cancelled | Failed | None = None
    loss: list[tuple[int, float]] = field(default_factory=list)  # (step, bits)
    held_out: list[tuple[int, float]] = field(default_factory=list)
    figures: dict[str, float] = field(default_factory=dict)  # the newest of each name
    snapshots: list[Snapshot] = field(default_factory=list)
    logs: list[str] = field(default_factory=list)
    health: Health | None = None  # the newest
    answers: list[tuple[int, str]] = field(default_factory=list)  # (step, what the run did about its health)

    def add(self, event: Event) -> None:
        """Take one more event in."""
        match event:
            case Started():
                self.ending = self.paused = None
            case Progress():
                self.progress, self.paused = event, None
            case Metrics():
                self.figures |= event.values
                if "held_out" in event.values:
                    _append(self.held_out, event, "held_out")  # its loss is a mean since the last check
                else:
                    _append(self.loss, event, "loss")
            case Snapshot():
                while self.snapshots and self.snapshots[-1].step >= event.step:
                    self.snapshots.pop()
                self.snapshots.append(event)
            case Health():
                self.health = event
                if (
                    event.answer and (event.step, event.answer) not in self.answers
                ):  # a check is made again after a stop
                    self.answers.append((event.step, event.answer))
            case Log():
                self.logs.append(event.text)
            case Paused():
                self.paused = event
            case Done() | Cancelled() | Failed():
                self.ending = event
            case Ready() | Preview() | Draft():
                pass  # not a training's
            case _:
                assert_never(event)

    @property
    def best(self) -> tuple[int, float] | None:
        """Step and value of the lowest held-out figure."""
        return min(self.held_out, key=lambda point: point[1], default=None)


def _append(points: list[tuple[int, float]], event: Metrics, name: str) -> None:
    """Add a point; a run that goes on from an earlier state draws over what came after it."""
    if name in event.values:
        while points and points[-1][0] >= event.step:
            points.pop()
        points.append((event.step, event.values[name]))
