"""The lessons as a job: the stream's shape, same seed same pictures, and nothing left behind in torch."""

import itertools

import pytest
import torch

from genmodels.api.errors import ConfigError
from genmodels.api.messages import Cancelled, Demonstrate, Done, Lesson, Metrics, Preview, Progress
from genmodels.jobs.demonstrate import demonstrate
from genmodels.media.sprite import decode_png
from genmodels.runner import drive

STEPS = 15


@pytest.mark.parametrize(("lesson", "rows"), [(Lesson.MOONS, 4), (Lesson.COLOURS, 3)])
def test_previews_losses_frames_and_figures_come(lesson, rows):
    *events, done = demonstrate(Demonstrate(lesson=lesson), STEPS)
    assert {type(event) for event in events} == {Progress, Metrics, Preview}
    assert isinstance(done, Done)
    columns = done.values["columns"]
    assert len(done.frames) == 2 * rows * columns
    assert done.values["first"].keys() == done.values["second"].keys()
    last = {event.index: event.picture for event in events if isinstance(event, Preview)}
    assert sorted(last) == [0, 1]
    assert decode_png(last[0]).rgba_HWC.shape == (16 * rows, 16 * columns, 4)
    assert all(0 <= place < rows * columns for which in range(2) for place in done.values[f"wrong_{which}"])
    steps = [event.step for event in events if isinstance(event, Metrics)]
    assert steps[-1] == STEPS


def test_the_same_seed_makes_the_same_pictures_and_another_one_others():
    one, same, other = (list(demonstrate(Demonstrate(lesson=Lesson.MOONS, seed=seed), STEPS))[-1] for seed in (1, 1, 2))
    assert one == same
    assert one.frames != other.frames


def test_threads_and_seed_of_torch_are_as_before_also_where_it_is_cancelled():
    threads, chance = torch.get_num_threads(), torch.random.get_rng_state()
    turns = itertools.count()
    events = list(drive(demonstrate(Demonstrate(lesson=Lesson.COLOURS), STEPS), lambda: next(turns) > 2))
    assert isinstance(events[-1], Cancelled)
    assert torch.get_num_threads() == threads
    assert torch.equal(torch.random.get_rng_state(), chance)


def test_a_seed_below_0_is_refused():
    with pytest.raises(ConfigError, match="out of range"):
        next(demonstrate(Demonstrate(lesson=Lesson.MOONS, seed=-1)))
