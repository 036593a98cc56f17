"""The command in a pack's record asks for the same training."""

import dataclasses
import shlex
from pathlib import Path

import pytest

from genmodels.__main__ import parser
from genmodels.api.command_line import command_line
from genmodels.api.configs import Effort, Family, Fit, Frames, Preset, ReadingConfig, TrainRequest
from genmodels.api.presets import preset_configs
from genmodels.api.runs import NEAREST
from genmodels.commands.train import asked


def requests(folder: Path, pack: Path) -> list[TrainRequest]:
    model, train = preset_configs(Family.PIXELRNN, Preset.DEFAULT)
    lecture, plain = preset_configs(Family.PIXELRNN, Preset.LECTURE)
    morpher, course = preset_configs(Family.IMAGE_VAE, Preset.DEFAULT)
    ten, squared = preset_configs(Family.IMAGE_VAE, Preset.LECTURE)
    maker, game = preset_configs(Family.GAN, Preset.DEFAULT)
    first = TrainRequest(name="a", data=(str(folder),), run=str(folder / "run"))
    return [
        first,
        dataclasses.replace(first, start=NEAREST, effort=Effort.BEST, title="A title", valid="last-8"),
        dataclasses.replace(first, start=str(pack), train=dataclasses.replace(train, rate=1e-4, seed=9, flip=0.0)),
        dataclasses.replace(first, model=dataclasses.replace(model, size=32, hidden=64)),
        dataclasses.replace(first, model=lecture, train=dataclasses.replace(plain, batch=16, epochs=80)),
        dataclasses.replace(
            first,
            data=(str(folder / "with a space"), str(folder)),
            reading=ReadingConfig(fit=Fit.CROP, cell_width=16, frames=Frames.ALL, keep_duplicates=True),
        ),
        dataclasses.replace(first, family=Family.IMAGE_VAE, model=morpher, train=course, start=NEAREST),
        dataclasses.replace(
            first,
            family=Family.IMAGE_VAE,
            model=dataclasses.replace(morpher, numbers=32, detail=0, kl=0.5, use_tags=False),
            train=dataclasses.replace(course, rate=5e-4),
        ),
        dataclasses.replace(
            first,
            family=Family.IMAGE_VAE,
            model=dataclasses.replace(ten, mixture=4, use_tags=True),
            train=dataclasses.replace(squared, epochs=7),
        ),
        dataclasses.replace(
            first,
            family=Family.GAN,
            model=dataclasses.replace(maker, size=32, channels=64, penalty=5.0),
            train=dataclasses.replace(game, rate=1e-4),
            start=str(pack),
        ),
    ]


@pytest.mark.parametrize("number", range(10))
def test_the_command_asks_for_the_same(tmp_path: Path, tiny_pack: Path, number: int) -> None:
    request = requests(tmp_path, tiny_pack)[number]
    words = shlex.split(command_line(request))
    assert words[0] == "genmodels"
    flags = parser().parse_args([*words[1:], "--run", request.run])
    assert dataclasses.replace(asked(flags), command="") == request


def test_where_the_person_lives_is_nobodys_business(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    command = command_line(TrainRequest(name="a", data=(str(tmp_path / "sprites"),), run="run"))
    assert str(tmp_path) not in command
    assert "~/sprites" in command
