"""`spriteverse export`."""

import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from sheet_pictures import walker

from app.document.belongings import Belongings
from app.document.drawing import Drawing
from app.document.project.project import project_of
from app.document.project.writing import write_project
from app.export import main
from genmodels.media.moving import write_animation
from genmodels.media.opening import open_artwork
from genmodels.media.sheets.settings import Layout, SheetSettings, Target, keeping

ROOT = Path(__file__).parents[2]


@pytest.fixture
def animation(tmp_path: Path, rgba: np.ndarray) -> Path:
    """An animation of two frames of 10×12 pixels."""
    path = tmp_path / "ball.apng"
    write_animation(path, [rgba, rgba[:, ::-1]], [120, 30])
    return path


def project_with(settings: SheetSettings | None, path: Path) -> Path:
    drawing = Drawing(walker())
    drawing.belongings = Belongings(export=keeping({}, settings) if settings else {})
    write_project(path, project_of(drawing))
    return path


def told(path: Path) -> dict[str, dict[str, dict[str, int]]]:
    return json.loads(path.read_text(encoding="utf-8"))["frames"]


def test_it_needs_no_display_and_no_qt(animation: Path, tmp_path: Path) -> None:
    program = (
        "import sys, app.__main__\n"
        "status = app.__main__.main()\n"
        "print(status, any(name.startswith(('PySide6', 'torch')) for name in sys.modules))\n"
    )
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "QT_QPA_PLATFORM")}
    sheet = tmp_path / "sheet.png"
    command = [sys.executable, "-c", program, "export", str(animation), "--sheet", str(sheet), "--format", "phaser"]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.splitlines() == [str(sheet), str(sheet.with_suffix(".json")), "0 False"]
    assert done.stderr.strip() == "There are no tags: the animation “ball” has all frames."
    assert {name: one["duration"] for name, one in told(sheet.with_suffix(".json")).items()} == {"0": 120, "1": 30}


def test_flags_change_the_preset(animation: Path, tmp_path: Path) -> None:
    sheet = tmp_path / "sheet.png"
    flags = ["--layout", "rows", "--padding", "2", "--spacing", "3", "--scale", "2", "--no-merge", "--trim", "none"]
    assert main([str(animation), "--sheet", str(sheet), "--format", "phaser", *flags]) == 0
    frames = told(sheet.with_suffix(".json"))
    assert frames["1"]["frame"] == {"x": 2 + 2 * 10 + 3, "y": 2, "w": 2 * 10, "h": 2 * 12}


def test_trim_alone_trims_each_frame(tmp_path: Path) -> None:
    project, sheet = project_with(None, tmp_path / "hero.sprv"), tmp_path / "sheet.png"
    assert main([str(project), "--trim", "--sheet", str(sheet), "--tag", "walk", "--names", "{tag} {tagframe}"]) == 0
    frames = told(sheet.with_suffix(".json"))
    assert list(frames) == ["walk 0", "walk 1"]
    assert frames["walk 1"]["spriteSourceSize"] == {"x": 3, "y": 2, "w": 2, "h": 1}


def test_a_project_is_exported_as_the_last_time(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "out").mkdir()
    kept = SheetSettings(target=Target.ARRAY, layout=Layout.GRID, columns=4, file="out/hero.png")
    project = project_with(kept, tmp_path / "hero.sprv")
    assert main([str(project)]) == 0
    written = [tmp_path / "out" / "hero.png", tmp_path / "out" / "hero.json"]
    assert capsys.readouterr().out.splitlines() == [str(file) for file in written]
    assert isinstance(told(written[1]), list)
    assert main([str(project), "--format", "godot"]) == 2
    assert "Add --sheet OUT.png." in capsys.readouterr().err


@pytest.mark.parametrize(
    ("flags", "words"),
    [
        (["--tag", "walk"], "error: There is no tag “walk”. It has no tags."),
        (["--format", "godot", "--padding", "1"], "error: This sheet would not be a plain grid."),
        (["--scale", "0"], "error: scale is 0. It can be 1 to 64."),
        (["--sheet", "sheet.jpg"], "error: A sheet cannot be written as “sheet.jpg”. End its name in .png."),
    ],
)
def test_what_is_wrong_is_told(
    animation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], flags: list[str], words: str
) -> None:
    before = sorted(tmp_path.iterdir())
    assert main([str(animation), "--sheet", str(tmp_path / "sheet.png"), *flags]) == 2
    assert capsys.readouterr().err.startswith(words)
    assert sorted(tmp_path.iterdir()) == before


def test_a_drawing_is_never_replaced_by_its_sheet(
    animation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    drawing = animation.rename(tmp_path / "ball.png")
    before = drawing.read_bytes()
    assert main([str(drawing), "--sheet", str(tmp_path / "." / "ball.png")]) == 2
    assert "would replace" in capsys.readouterr().err
    assert drawing.read_bytes() == before


def test_a_folder_that_is_not_there_is_told(
    animation: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([str(animation), "--sheet", str(tmp_path / "none" / "sheet.png")]) == 1
    assert "That folder is not there" in capsys.readouterr().err


@pytest.mark.parametrize("name", ["ball.gif", "ball.webp", "ball.png", "ball.aseprite", "pictures"])
def test_out_writes_animations_pictures_and_aseprites_own(animation: Path, tmp_path: Path, capsys, name: str) -> None:
    out = tmp_path / name
    assert main([str(animation), "--out", str(out), "--scale", "2"]) == 0
    files = [Path(line) for line in capsys.readouterr().out.splitlines()]
    assert files == ([out / "pictures-01.png", out / "pictures-02.png"] if name == "pictures" else [out])
    shapes = {(opened.width, opened.height) for opened in (open_artwork(file).artwork for file in files)}
    assert shapes == {(20, 24)}


def test_out_never_replaces_what_is_exported_and_says_what_a_file_cannot_keep(animation: Path, tmp_path: Path, capsys):
    before = animation.read_bytes()
    assert main([str(animation), "--out", str(animation)]) == 2
    assert "would replace" in capsys.readouterr().err
    assert animation.read_bytes() == before
    assert main([str(animation), "--out", str(tmp_path / "ball.gif")]) == 0
    assert "half-transparent" in capsys.readouterr().err
    assert main([str(animation), "--out", str(tmp_path / "ball.gif"), "--tag", "walk"]) == 2
