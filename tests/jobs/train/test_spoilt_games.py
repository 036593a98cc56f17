"""Games spoilt on purpose: real trainings, a few seconds each, that raise the right light; the one left alone does not.

The image VAE has random weights, so its pictures look like none of the real ones: only the game itself is tested here.
"""

import dataclasses
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from small_gans import maker
from small_vaes import vae_pack

from genmodels.api.health import Light, LightName, Verdict
from genmodels.api.messages import Event, Health
from genmodels.jobs.train import train
from genmodels.models.spritegan import recipe
from genmodels.models.spritegan.recipe import CRITIC
from genmodels.runtime import one_thread
from genmodels.training.learner import Learner


@pytest.fixture(autouse=True)
def _ready(home: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    (home / "packs").mkdir(parents=True)
    vae_pack(home / "packs" / "morpher")
    monkeypatch.setattr(recipe, "MEASURED", 64)
    with one_thread():
        yield


def creatures(folder: Path, count: int) -> Path:
    """Draw symmetric creatures that have little in common but their kind."""
    folder.mkdir()
    rng, table_T4 = (
        np.random.default_rng(count),
        np.array(
            [(0, 0, 0, 0), (220, 40, 50, 255), (40, 80, 220, 255), (40, 180, 60, 255), (240, 220, 40, 255)], np.uint8
        ),
    )
    reach_HW = np.add.outer(np.abs(np.arange(8) - 3.5) / 4, (3 - np.arange(4)) / 4) / 1.6
    for number in range(count):
        half_HW = (rng.random((8, 4)) > reach_HW) * rng.integers(1, 5, (8, 4)).clip(max=rng.integers(1, 5))
        Image.fromarray(table_T4[np.hstack([half_HW, half_HW[:, ::-1]])]).save(folder / f"creature{number:03d}x.png")
    return folder


def game(
    pictures: Path, run: Path, *, valid: str = "", critic: float = 1.0, **changed: float
) -> dict[LightName, Light]:
    """Train with the critic's rate multiplied, and return the last lights; nothing hides the codes from the critic."""
    settings = {"epochs": 9, "batch": 16, "rate": 3e-4, "check_epochs": 2} | changed
    request = maker(pictures, run, **settings)
    bare = {"channels": 16, "penalty": 0.005, "holes": 0.0, "noise_start": 0.0, "noise_end": 0.0}
    request = dataclasses.replace(request, valid=valid, model=dataclasses.replace(request.model, **bare))
    move = Learner._move

    def other(self: Learner, name: str, loss: float, rate: float, decay: float) -> None:
        move(self, name, loss, rate * (critic if name == CRITIC else 1.0), decay)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Learner, "_move", other)
        events: list[Event] = list(train(request))
    return {light.name: light for light in [one for one in events if isinstance(one, Health)][-1].lights}


def test_a_game_left_alone_has_no_bad_light(tmp_path: Path) -> None:
    lights = game(creatures(tmp_path / "some", 140), tmp_path / "run")
    assert lights[LightName.BALANCE].verdict is Verdict.GOOD
    assert not [light for light in lights.values() if light.verdict in (Verdict.WATCH, Verdict.BAD)]


def test_ten_times_the_critics_rate_makes_it_too_strong(tmp_path: Path) -> None:
    balance = game(creatures(tmp_path / "some", 140), tmp_path / "run", critic=10.0)[LightName.BALANCE]
    assert balance.verdict in (Verdict.WATCH, Verdict.BAD)
    assert "far ahead" in balance.reason or "too strong" in balance.reason


def test_a_frozen_critic_is_asleep(tmp_path: Path) -> None:
    some = creatures(tmp_path / "some", 140)
    balance = game(some, tmp_path / "run", critic=0.0, rate=3e-3, epochs=5, check_epochs=1)[LightName.BALANCE]
    assert balance.verdict is Verdict.BAD
    assert "asleep" in balance.reason


def test_twenty_pictures_never_augmented_are_learnt_by_heart(tmp_path: Path) -> None:
    never = {"flip": 0.0, "shift": 0, "turn": 0.0, "hue": 0.0}
    few = creatures(tmp_path / "few", 32)
    lights = game(few, tmp_path / "run", valid="last-12", rate=2e-3, epochs=110, check_epochs=22, batch=20, **never)
    assert lights[LightName.BALANCE].verdict in (Verdict.WATCH, Verdict.BAD)
    assert "by heart" in lights[LightName.BALANCE].reason
    assert lights[LightName.ORIGINALITY].verdict is Verdict.WATCH
    assert "only 20 training pictures" in lights[LightName.ORIGINALITY].reason
