"""What a person asks of a run by files in its folder, agreed on by all its processes; and the pause."""

import time
from collections.abc import Iterator
from enum import IntEnum
from pathlib import Path

from accelerate.utils import broadcast_object_list

from genmodels.api.messages import Event, Log, Paused
from genmodels.api.runs import PAUSE, STOP, StopMode
from genmodels.jobs.train.training import WAIT_SECONDS, Training, save_patiently, wait


class Order(IntEnum):
    """What is asked; a number, so that processes can share it."""

    GO_ON = 0
    PAUSE = 1
    STOP = 2  # measure and keep the pack first
    LEAVE = 3


def read_order(t: Training) -> Order:
    """Read the clock and what is asked for; all processes go by what the first one reads."""
    now = time.monotonic()
    order = Order.GO_ON
    if (t.run / STOP).exists():
        order = Order.LEAVE if _text(t.run / STOP) == StopMode.NOW else Order.STOP
    elif (t.run / PAUSE).exists():
        order = Order.PAUSE
    shared = [int(order), t.course.seconds + now - t.seen]
    if t.door.num_processes > 1:
        broadcast_object_list(shared)
    t.seen, t.course.seconds = now, float(shared[1])
    return Order(shared[0])


def pause(t: Training) -> Iterator[Event]:
    """Wait, the model loaded and the state saved, until asked to go on or to stop."""
    yield from save_patiently(t)
    while read_order(t) is Order.PAUSE:
        yield from wait(t, WAIT_SECONDS, Paused())
    t.told = t.seen
    yield Log(text="going on")


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8").strip()
    except OSError:
        return ""
