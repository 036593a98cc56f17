"""Where a run stands, and what follows from it: how far it is, its learning rate, whether its loss is still sane."""

import dataclasses
import math
from dataclasses import dataclass, field
from typing import Any

from genmodels.api.configs import TrainConfig

WARM_STEPS = 100
CHECKS = 20  # held-out checks in a run whose settings do not say how many
WILD, WILD_STEPS = 3.0, 10  # so many times the usual loss, for so many steps, is an explosion


@dataclass(slots=True, kw_only=True)
class Course:
    """All of a run that changes and is not a tensor; the state keeps it, so that a run goes on exactly."""

    step: int = 0
    seconds: float = 0.0  # at work, pauses left out
    checked: int = -1  # the step of the last held-out check
    best: float = math.inf  # held-out figure
    checks_since_best: int = 0
    curve: list[dict[str, float]] = field(default_factory=list)
    loss_sum: float = 0.0  # since the last check
    loss_steps: int = 0
    usual_loss: float = math.nan  # exponential mean
    wild_steps: int = 0  # in a row
    setbacks: int = 0
    rate_share: float = 1.0  # of the learning rate, after setbacks
    notes: dict[str, float] = field(default_factory=dict)  # of the family's care for the run
    pieces: int = 1  # a batch is cut into so many, one after another, where memory is short

    def take(self, loss: float, leeway: float) -> bool:
        """Take note of a step's loss; returns False where it has exploded, which `Recipe.leeway` tells."""
        self.loss_sum += loss
        self.loss_steps += 1
        usual = loss if math.isnan(self.usual_loss) else self.usual_loss
        self.wild_steps = self.wild_steps + 1 if abs(loss) > WILD * abs(usual) + leeway else 0
        if not self.wild_steps:
            self.usual_loss = 0.98 * usual + 0.02 * loss
        return self.wild_steps < WILD_STEPS

    def note_check(self, figures: dict[str, float]) -> dict[str, float]:
        """Add held-out figures to the curve and return that point; `checks_since_best` is 0 where they are the best."""
        loss = {"loss": self.loss_sum / self.loss_steps} if self.loss_steps else {}
        point = {name: round(value, 4) for name, value in (loss | figures).items() if math.isfinite(value)}
        self.curve.append({"step": float(self.step), "seconds": float(round(self.seconds))} | point)
        self.checked, self.loss_sum, self.loss_steps = self.step, 0.0, 0
        self.checks_since_best += 1
        if figures["held_out"] < self.best:
            self.best, self.checks_since_best = figures["held_out"], 0
        return point

    def as_facts(self) -> dict[str, Any]:
        """Return the course as plain JSON; what is not a number yet is None."""
        return {
            name: None if isinstance(value, float) and not math.isfinite(value) else value
            for name, value in dataclasses.asdict(self).items()
        }

    @classmethod
    def of_facts(cls, facts: dict[str, Any]) -> "Course":
        """Return the course that as_facts told of."""
        fresh = cls()
        return cls(**{name: getattr(fresh, name) if value is None else value for name, value in facts.items()})


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What was planned for a run."""

    config: TrainConfig
    steps: int
    steps_per_epoch: int
    falls: bool  # whether the learning rate rises at first and falls to nothing, else it stays
    continues: bool = False  # from a pack: what it can do already is measured first

    def gone(self, course: Course) -> float:
        """Return the share of the run that is behind us, by steps or by the clock, whichever is further."""
        limit = 60 * self.config.max_minutes
        return max(course.step / self.steps, course.seconds / limit if limit else 0.0)

    def is_over(self, course: Course) -> bool:
        """Return whether the run has come to its end or has stopped getting better."""
        return self.gone(course) >= 1 or 0 < self.config.patience <= course.checks_since_best

    @property
    def check_steps(self) -> int:
        """Steps from one held-out check to the next."""
        if self.config.check_epochs:
            return self.config.check_epochs * self.steps_per_epoch
        return max(1, self.steps // CHECKS)

    def check_is_due(self, course: Course, *, ends: bool) -> bool:
        """Return whether the averaged weights are to be measured before the next step; ends: there is none."""
        begins = course.step > 0 or self.continues
        return course.checked != course.step and (ends or (begins and course.step % self.check_steps == 0))

    def rate(self, course: Course) -> float:
        """Return the learning rate: constant, or a short rise and a cosine fall (Loshchilov & Hutter 2017, eq. 5)."""
        rate = self.config.rate * course.rate_share * (self.config.onward if self.continues else 1.0)
        if not self.falls:
            return rate
        rise = min(1.0, (course.step + 1) / WARM_STEPS)
        return rate * rise * (0.5 + 0.5 * math.cos(math.pi * min(1.0, self.gone(course))))

    def decay(self, course: Course) -> float:
        """Return the averaged weights' decay, smaller in the first steps, which are best forgotten."""
        return min(self.config.average, (course.step + 1) / (11 + course.step))
