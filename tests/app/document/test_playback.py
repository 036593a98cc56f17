"""When which frame is shown, and where it stands between the key pictures."""

import pytest

from app.document.playback import Place, Timing, even_times, place_of, sequence


def test_frames_lie_evenly_and_share_the_key_pictures() -> None:
    assert even_times(3, 3) == [0.0, 0.5, 1.0, 1.5, 2.0]
    assert even_times(2, 2) == [0.0, 1.0]
    assert even_times(1, 9) == [0.0]
    assert even_times(0, 9) == []


@pytest.mark.parametrize(
    ("time", "place"),
    [
        (0.0, Place(before=0)),
        (1.25, Place(before=1, share=0.25)),
        (2.0000000001, Place(before=2)),
        (1.9999999999, Place(before=2)),
    ],
)
def test_places(time: float, place: Place) -> None:
    assert place_of(time) == place
    assert place_of(time).is_key == (place.share == 0)


def test_key_pictures_are_held() -> None:
    timing = Timing(frame_ms=100, hold_ms=400)
    assert sequence(even_times(3, 3), timing) == [(0, 400), (1, 100), (2, 400), (3, 100), (4, 400)]


def test_ping_pong_goes_back_without_showing_an_end_twice() -> None:
    there = even_times(2, 4)
    looped = sequence(there, Timing(ping_pong=True))
    assert [number for number, _ in looped] == [0, 1, 2, 3, 2, 1]
    once = sequence(there, Timing(ping_pong=True, loop=False))
    assert [number for number, _ in once] == [0, 1, 2, 3, 2, 1, 0]


def test_nothing_and_one_picture_can_be_played() -> None:
    for loop in (True, False):
        assert sequence([], Timing(ping_pong=True, loop=loop)) == []
        assert sequence([0.0], Timing(ping_pong=True, loop=loop)) == [(0, 400)]
