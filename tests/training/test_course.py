"""Where a run stands: rates, ends, checks, explosions, and facts that survive a file."""

import dataclasses
import itertools
import json
import math

import pytest

from genmodels.api.configs import TrainConfig
from genmodels.training.course import Course, Plan


def plan(steps: int = 300, *, falls: bool = True, **changed: float) -> Plan:
    config = TrainConfig(**{"rate": 0.01} | changed)  # pyright: ignore[reportArgumentType]
    return Plan(config=config, steps=steps, steps_per_epoch=10, falls=falls)


def test_the_rate_rises_then_falls_to_nothing() -> None:
    rates = [plan().rate(Course(step=step)) for step in range(301)]
    assert rates[0] == pytest.approx(0.0001)
    assert max(rates) == rates[99]
    assert rates[300] == pytest.approx(0)
    assert all(a > b for a, b in itertools.pairwise(rates[99:]))


def test_a_run_that_goes_on_from_a_pack_keeps_a_share_of_the_rate() -> None:
    onward = dataclasses.replace(plan(onward=0.25), continues=True)
    assert onward.rate(Course(step=99)) == pytest.approx(0.25 * plan().rate(Course(step=99)))


def test_the_rate_may_stay_and_setbacks_lower_it() -> None:
    assert plan(falls=False).rate(Course(step=299)) == 0.01
    assert plan(falls=False).rate(Course(step=299, rate_share=0.25)) == 0.0025


def test_a_run_ends_by_steps_by_the_clock_or_by_patience() -> None:
    assert not plan().is_over(Course(step=299))
    assert plan().is_over(Course(step=300))
    assert plan(max_minutes=2.0).is_over(Course(step=1, seconds=120))
    assert not plan(max_minutes=2.0).is_over(Course(step=1, seconds=119))
    assert plan(patience=3).is_over(Course(step=1, checks_since_best=3))
    assert not plan(patience=0).is_over(Course(step=1, checks_since_best=99))


def test_checks_come_twenty_times_or_by_epochs_and_at_the_end() -> None:
    due = [step for step in range(301) if plan().check_is_due(Course(step=step), ends=step == 300)]
    assert due == list(range(15, 301, 15))
    due = [step for step in range(301) if plan(check_epochs=9).check_is_due(Course(step=step), ends=step == 300)]
    assert due == [90, 180, 270, 300]
    assert not plan().check_is_due(Course(step=15, checked=15), ends=True)
    assert not plan().check_is_due(Course(), ends=False)
    assert dataclasses.replace(plan(), continues=True).check_is_due(Course(), ends=False)


def test_an_explosion_is_many_wild_losses_in_a_row() -> None:
    course = Course()
    assert all(course.take(loss, 1.0) for loss in [2.0] * 50 + [50.0] * 9 + [2.0] * 5 + [50.0] * 9)
    assert not course.take(50.0, 1.0)


def test_losses_that_fall_or_hover_are_no_explosion() -> None:
    course = Course()
    assert all(course.take(2 + math.sin(step), 1.0) for step in range(1000))
    assert course.usual_loss == pytest.approx(2, abs=0.1)


def test_checks_keep_the_best_and_make_a_curve() -> None:
    course = Course(step=5)
    course.take(3.0, 1.0)
    course.take(1.0, 1.0)
    assert course.note_check({"held_out": 2.0})["loss"] == 2.0
    assert (course.best, course.checks_since_best) == (2.0, 0)
    course.step = 9
    course.note_check({"held_out": 2.5})
    assert (course.best, course.checks_since_best) == (2.0, 1)
    assert [point["step"] for point in course.curve] == [5, 9]
    assert "loss" not in course.curve[1]


def test_a_course_survives_json() -> None:
    course = Course(step=3)
    assert Course.of_facts(json.loads(json.dumps(course.as_facts()))).best == math.inf
    course.take(1.5, 1.0)
    course.note_check({"held_out": 1.0})
    assert Course.of_facts(json.loads(json.dumps(course.as_facts()))) == Course.of_facts(course.as_facts())
    again = Course.of_facts(json.loads(json.dumps(course.as_facts())))
    assert (again.step, again.best, again.curve, again.usual_loss) == (3, 1.0, course.curve, 1.5)
