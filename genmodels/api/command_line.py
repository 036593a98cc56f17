"""The command that asks for a training, for the record: what a person clicked together can be repeated elsewhere."""

import dataclasses
import shlex
from pathlib import Path
from typing import Any

from genmodels.api.configs import Effort, ReadingConfig, TrainRequest, VerseConfig
from genmodels.api.presets import preset_configs


def command_line(request: TrainRequest) -> str:
    """Return the `genmodels train` that asks for the same; paths in the person's home begin with ~."""
    preset = request.model.preset
    model, train = preset_configs(request.family, preset)
    words = ["genmodels", "train", request.family.value, *request.data, "--name", request.name]
    words += ["--preset", preset.value] if preset is not type(request.model)().preset else []
    words += ["--from", request.start or "scratch"]
    words += ["--effort", request.effort.value] if request.effort is not Effort.GOOD else []
    plain = TrainRequest(name=request.name, data=(), run="")
    for name in ("valid", "title", "trained_on", "licence"):
        value = getattr(request, name)
        words += [f"--{name.replace('_', '-')}", value] if value != getattr(plain, name) else []
    words += (
        _changed(model, request.model)
        + _changed(ReadingConfig(), request.reading)
        + _changed(VerseConfig(), request.verse)
        + _changed(train, request.train)
    )
    return shlex.join(words).replace(str(Path.home()), "~")


def _changed(plain: Any, config: Any) -> list[str]:
    """Return the flags of what differs; a switch is --name or --no-name."""
    words = []
    for field in dataclasses.fields(config):
        value = getattr(config, field.name)
        if "help" not in field.metadata or value == getattr(plain, field.name):
            continue
        flag = field.name.replace("_", "-")
        words += [f"--{flag}" if value else f"--no-{flag}"] if isinstance(value, bool) else [f"--{flag}", str(value)]
    return words
