"""When which frame of a morph is shown, and how its frames lie between the key pictures. It knows no Qt."""

from collections.abc import Sequence
from dataclasses import dataclass

EPSILON = 1e-6  # how near a place on the way is to a key picture that is there


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """How a morph is played, in milliseconds."""

    frame_ms: int = 100
    hold_ms: int = 400  # of a key picture
    ping_pong: bool = False  # there and back again
    loop: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a frame stands on the way."""

    before: int  # the key picture behind it, or the one it is
    share: float = 0.0  # of the way to the next one

    @property
    def is_key(self) -> bool:
        """Whether the frame is a key picture itself."""
        return not self.share


def even_times(keys: int, frames: int) -> list[float]:
    """Return the places, 0 to keys − 1, of frames from each key picture to the next, both counted."""
    if keys < 2:
        return [0.0] * keys
    steps = max(frames - 1, 1)
    return [number / steps for number in range(steps * (keys - 1) + 1)]


def place_of(time: float) -> Place:
    """Return where a frame stands whose place on the way is time."""
    nearest = round(time)
    if abs(time - nearest) < EPSILON:
        return Place(before=nearest)
    return Place(before=int(time), share=time - int(time))


def sequence(times: Sequence[float], timing: Timing) -> list[tuple[int, int]]:
    """Return (number of the frame, how long it is shown in ms) in the order of playing once."""
    numbers = list(range(len(times)))
    if timing.ping_pong and len(times) > 1:
        numbers += numbers[-2:0:-1]
        if not timing.loop:
            numbers.append(0)  # back where it began; a loop is there by itself
    return [(n, timing.hold_ms if place_of(times[n]).is_key else timing.frame_ms) for n in numbers]
