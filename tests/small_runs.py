"""Trainings small enough for tests, and what to look at in them."""

import dataclasses
from pathlib import Path
from typing import Any

import torch

from genmodels.api.configs import Family, Preset, TrainRequest
from genmodels.api.messages import Event, Log, Metrics
from genmodels.api.presets import preset_configs
from genmodels.training import states


def request(pictures: Path, run: Path, preset: Preset = Preset.DEFAULT, **changed: float) -> TrainRequest:
    model, config = preset_configs(Family.PIXELRNN, preset)
    model = dataclasses.replace(model, hidden=16, embedding=8, context=8, heads=1)
    settings = {"epochs": 4, "batch": 6, "seed": 3, "check_epochs": 1, "patience": 0} | changed
    config = dataclasses.replace(config, **settings)
    return TrainRequest(name="small", data=(str(pictures),), run=str(run), model=model, train=config)


def morpher(pictures: Path, run: Path, preset: Preset = Preset.DEFAULT, **changed: float) -> TrainRequest:
    model, config = preset_configs(Family.IMAGE_VAE, preset)
    model = dataclasses.replace(model, numbers=6, detail=4 * (preset is Preset.DEFAULT), width=16, mixture=2)
    settings = {"epochs": 3, "batch": 6, "seed": 3, "check_epochs": 1, "patience": 0} | changed
    config = dataclasses.replace(config, **settings)
    data, family = (str(pictures),), Family.IMAGE_VAE
    return TrainRequest(name="morpher", data=data, run=str(run), family=family, model=model, train=config)


def checks(events: list[Event]) -> list[dict[str, float]]:
    return [event.values for event in events if isinstance(event, Metrics) and "held_out" in event.values]


def texts(events: list[Event]) -> str:
    return "\n".join(event.text for event in events if isinstance(event, Log))


def newest(run: Path) -> tuple[dict[str, torch.Tensor], dict[str, Any]]:
    found = states.newest(run)
    assert found is not None
    return found
