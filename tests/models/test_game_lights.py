"""What the figures of a game come to: lights, notes and answers, by arithmetic alone."""

import itertools
import json
import math

import pytest

from genmodels.api.codec import from_dict, to_dict
from genmodels.api.health import Light, LightName, Verdict
from genmodels.models.spritegan.care import MOST_PENALTY, MOST_RETURNS, RESTING, answered
from genmodels.models.spritegan.lights import lights
from genmodels.models.spritegan.notes import PATIENCE, Notes, Trouble

WELL = {
    "doubt": 0.5, "lead": 0.7, "gap": 1.0, "memorised": 0.1, "push": 1.0, "coverage": 0.5, "coverage_floor": 0.95,
    "spread": 0.9, "one_nn": 0.8, "kid": 0.1, "ct_auc": 0.5,
}  # fmt: skip


def after(*checks: dict[str, float], before: Notes | None = None) -> Notes:
    notes = before or Notes()
    for changed in checks:
        notes = notes.with_figures(WELL | changed)
    return notes


def light(name: LightName, notes: Notes, trained: int = 500, **changed: float) -> Light:
    return next(one for one in lights(WELL | changed, notes, trained=trained) if one.name is name)


def test_a_game_that_goes_well_has_three_good_lights_and_no_answer() -> None:
    notes = after(*[{"kid": 1 / n} for n in range(1, 8)])
    assert [one.verdict for one in lights(WELL, notes, trained=500)] == [Verdict.GOOD] * 3
    assert answered(notes) == (notes, "")
    assert light(LightName.BALANCE, after({})).verdict is Verdict.UNKNOWN


@pytest.mark.parametrize(
    ("name", "changed", "trouble"),
    [
        (LightName.BALANCE, {"doubt": 0.02, "lead": 1.0}, Trouble.TOO_STRONG),
        (LightName.BALANCE, {"memorised": 0.95}, Trouble.BY_HEART),
        (LightName.BALANCE, {"doubt": 3.0, "lead": -0.5, "gap": -2.0}, Trouble.ASLEEP),
        (LightName.VARIETY, {"coverage": 0.2}, Trouble.COLLAPSED),
    ],
)
def test_trouble_that_stays_turns_its_light_and_no_other(
    name: LightName, changed: dict[str, float], trouble: Trouble
) -> None:
    verdicts, notes = [], after({}, {})
    for _ in range(12):
        notes = after(changed, before=notes)
        verdicts.append(light(name, notes, **changed).verdict)
        others = [one.verdict for one in lights(WELL | changed, notes, trained=500) if one.name is not name]
        assert others == [Verdict.GOOD] * 2
    assert notes.trouble is trouble
    assert Verdict.WATCH in verdicts, "it is told before it is bad"
    assert verdicts[-1] is Verdict.BAD
    assert verdicts == sorted(verdicts, key=[Verdict.GOOD, Verdict.WATCH, Verdict.BAD].index), "never back and forth"


def test_what_passes_is_no_trouble() -> None:
    for changed in ({"doubt": 0.02}, {"memorised": 0.95}, {"doubt": 3.0, "lead": -0.5}, {"coverage": 0.2}):
        notes = after({}, {}, changed, changed, {}, {}, {}, {})
        assert notes.trouble is None
        assert all(one.verdict is Verdict.GOOD for one in lights(WELL, notes, trained=500))


def test_a_critic_far_ahead_is_no_trouble_while_the_generator_gets_better() -> None:
    notes = after(*[{"doubt": 0.02, "kid": 1 / n} for n in range(1, 9)])
    assert (notes.trouble, light(LightName.BALANCE, notes).verdict) == (None, Verdict.WATCH)
    assert after({"doubt": 0.02, "push": 0.2}, before=notes).trouble is Trouble.TOO_STRONG, "its push has shrunk"
    assert after(*[{"doubt": 0.02, "kid": 5.0}] * 3, before=notes).trouble is Trouble.TOO_STRONG


def test_a_critic_that_is_fooled_by_pictures_as_good_as_real_is_not_asleep() -> None:
    assert after(*[{"doubt": 1.1, "lead": 0.0, "one_nn": 0.52}] * 6).trouble is None


def test_before_the_pictures_look_like_any_real_ones_nothing_can_collapse() -> None:
    notes = after({"coverage": 0.1}, *[{"coverage": 0.0}] * 6)
    assert notes.trouble is None
    assert light(LightName.VARIETY, notes, coverage=0.0).verdict is Verdict.UNKNOWN


def test_alike_and_copied_pictures_and_few_to_learn_from_are_told() -> None:
    notes = after({}, {})
    assert light(LightName.VARIETY, notes, spread=0.5).verdict is Verdict.WATCH
    assert light(LightName.VARIETY, notes, spread=0.1).verdict is Verdict.BAD
    assert light(LightName.ORIGINALITY, notes, ct_auc=0.35).verdict is Verdict.WATCH
    assert light(LightName.ORIGINALITY, notes, ct_auc=0.05).verdict is Verdict.BAD
    few = light(LightName.ORIGINALITY, notes, trained=18)
    assert (few.verdict, "only 18 training pictures" in few.reason) == (Verdict.WATCH, True)


def test_each_light_brings_its_figures_and_what_they_are_measured_against() -> None:
    for one in lights(WELL, after({}, {}), trained=500):
        assert from_dict(Light, json.loads(json.dumps(to_dict(one)))) == one
    named = {figure.name: figure for figure in light(LightName.VARIETY, after({}, {})).figures}
    assert (named["coverage"].value, named["coverage"].floor) == (0.5, 0.95)
    left_out = {name: value for name, value in WELL.items() if name != "memorised"}
    assert "memorised" not in {figure.name for figure in lights(left_out, after({}), trained=20)[0].figures}


def test_holes_come_before_penalties_and_each_answer_has_time_to_show() -> None:
    notes, given = after({}, {}), []
    for check in range(40):
        notes, answer = answered(after({"doubt": 0.01, "kid": 1.0}, before=notes))
        if answer:
            given.append((check, notes.holes, notes.penalty, answer))
    assert [one[1:3] for one in given] == [(0.2, 1.0), (0.4, 1.0), (0.4, 2.0), (0.4, 4.0), (0.4, MOST_PENALTY)]
    assert "too strong: 20 % more of all pictures have a hole" in given[0][3]
    assert "2 times the set one" in given[2][3]
    assert min(b[0] - a[0] for a, b in itertools.pairwise(given)) >= RESTING


def test_a_sleeping_critic_is_penalised_less_down_to_a_limit() -> None:
    notes, given = after({}, {}), []
    for _ in range(40):
        notes, answer = answered(after({"doubt": 3.0, "lead": -1.0}, before=notes))
        given += [notes.penalty] * bool(answer)
    assert given == [0.5, 0.25, 0.125]


def test_a_collapse_goes_back_a_few_times_at_most() -> None:
    notes, given = after({}, {}), []
    for _ in range(60):
        notes, answer = answered(after({"coverage": 0.1}, before=notes))
        given += [answer] * bool(answer)
    assert len(given) == notes.returns == MOST_RETURNS
    assert notes.penalty == MOST_PENALTY
    assert "back to the best weights, at half the learning rate, with 2 times the set penalty" in given[0]
    assert notes.trouble is Trouble.COLLAPSED, "which is still said"


def test_notes_travel_as_numbers() -> None:
    notes = after({}, *[{"coverage": 0.1}] * PATIENCE)
    numbers = json.loads(json.dumps(notes.as_numbers()))
    assert Notes.of(numbers) == notes
    assert all(math.isfinite(value) for value in numbers.values())
    assert Notes().as_numbers() == {}
