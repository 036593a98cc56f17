"""`genmodels lesson` and `genmodels dataset moons`: the files they write and what they say."""

import json

import pytest

from genmodels.__main__ import main
from genmodels.media.sprite import read_sprite
from genmodels.models.lessons import ColoursLesson, MoonsLesson


@pytest.mark.parametrize(("lesson", "names"), [("moons", ["autoencoder", "vae"]), ("colours", ["rgb", "one-of-n"])])
def test_a_lesson_writes_a_sheet_of_each_model(lesson, names, tmp_path, capsys, monkeypatch):
    for kind in (MoonsLesson, ColoursLesson):
        monkeypatch.setattr(kind, "__init__", short(kind.__init__))
    assert main(["lesson", lesson, "--out", str(tmp_path / "out"), "--seed", "3", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["files"] == [str(tmp_path / "out" / f"{lesson}-{name}.png") for name in names]
    assert list(result["figures"]) == names
    assert result["seed"] == 3
    assert all(read_sprite(tmp_path / "out" / f"{lesson}-{name}.png").width > 400 for name in names)


def test_moons_are_written_as_pictures_to_train_on(tmp_path, capsys):
    assert main(["dataset", "moons", str(tmp_path / "moons"), "--count", "12", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["count"] == 12
    files = sorted((tmp_path / "moons").iterdir())
    assert [file.name for file in files][:2] == ["moon-001.png", "moon-002.png"]
    assert len(files) == 12
    assert read_sprite(files[0]).rgba_HWC.shape == (24, 24, 4)
    assert main(["dataset", "check", str(tmp_path / "moons")]) == 0


def test_moons_that_cannot_be_drawn_are_refused(tmp_path, capsys):
    assert main(["dataset", "moons", str(tmp_path / "moons"), "--count", "0"]) == 2
    assert "Choose 1 to 9,999" in capsys.readouterr().err
    assert not (tmp_path / "moons").exists()


def short(begin):
    return lambda self, seed: begin(self, seed, 10)
