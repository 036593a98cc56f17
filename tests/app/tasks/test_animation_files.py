"""Morphs as files: written off the window's thread, and never over something unasked."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.tasks.animation_files import AnimationFiles
from app.widgets.job_bar import JobBar
from genmodels.media.animations import read_frames
from genmodels.media.sprite import read_sprite

ORDER = [(0, 400), (1, 100), (2, 400), (1, 100)]


@pytest.fixture
def frames() -> list[np.ndarray]:
    """Three frames, each of one colour."""
    made = []
    for red in (0, 100, 200):
        made.append(np.full((4, 6, 4), 255, np.uint8))
        made[-1][..., 0] = red
    return made


@pytest.fixture
def window(qtbot: QtBot) -> QWidget:
    window = QWidget()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def files(bar: JobBar, window: QWidget) -> AnimationFiles:
    return AnimationFiles(bar, window)


def choose(monkeypatch: pytest.MonkeyPatch, path: Path, kind: str = "") -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(path), kind))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(path))


@pytest.mark.parametrize(
    ("name", "kind", "written"),
    [
        ("way.gif", "", "way.gif"),
        ("way.webp", "", "way.webp"),
        ("way.png", "", "way.png"),
        ("way", "WebP (*.webp)", "way.webp"),
        ("way.1", "GIF (*.gif)", "way.1.gif"),
    ],
)
def test_animations_are_as_they_play(
    qtbot: QtBot, files: AnimationFiles, frames: list[np.ndarray], bar: JobBar, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch, name: str, kind: str, written: str,
) -> None:  # fmt: skip
    choose(monkeypatch, tmp_path / name, kind)
    files.save_animation("way", frames, ORDER, 2)
    qtbot.waitUntil(lambda: bar.text.startswith(f"Saved {written}."))
    shown = list(read_frames(tmp_path / written))
    assert [frame.shape for frame in shown] == [(8, 12, 4)] * 4
    assert [int(frame[0, 0, 0]) for frame in shown] == [0, 100, 200, 100]
    with Image.open(tmp_path / written) as image:
        image.seek(1)
        image.load()
        assert image.info["duration"] == 100


def test_a_sheet_has_all_frames_in_a_row(
    qtbot: QtBot, files: AnimationFiles, frames: list[np.ndarray], bar: JobBar, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    choose(monkeypatch, tmp_path / "sheet.png")
    files.save_sheet("way", frames, 1)
    qtbot.waitUntil(lambda: "Saved sheet.png. 3 frames, 3 in a row." in bar.text)
    assert read_sprite(tmp_path / "sheet.png").rgba_HWC[0, ::6, 0].tolist() == [0, 100, 200]


def test_too_wide_a_sheet_has_several_rows(
    qtbot: QtBot, files: AnimationFiles, bar: JobBar, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choose(monkeypatch, tmp_path / "sheet.png")
    files.save_sheet("way", [np.zeros((64, 512, 4), np.uint8)] * 3, 4)
    qtbot.waitUntil(lambda: "3 frames, 2 in a row." in bar.text)
    assert read_sprite(tmp_path / "sheet.png").rgba_HWC.shape == (512, 4096, 4)


def test_single_files_replace_only_where_a_person_says_so(
    qtbot: QtBot, files: AnimationFiles, frames: list[np.ndarray], bar: JobBar, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    (tmp_path / "way-02.png").write_bytes(b"mine")
    choose(monkeypatch, tmp_path)
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.No)
    files.save_frames("way", frames, 1)
    assert (tmp_path / "way-02.png").read_bytes() == b"mine"
    assert not bar.text
    monkeypatch.setattr(QMessageBox, "question", lambda *_: QMessageBox.StandardButton.Yes)
    files.save_frames("way", frames, 1)
    qtbot.waitUntil(lambda: "3 files." in bar.text)
    assert [int(read_sprite(tmp_path / f"way-0{n}.png").rgba_HWC[0, 0, 0]) for n in (1, 2, 3)] == [0, 100, 200]


def test_a_failure_is_told_and_leaves_what_was_there(
    qtbot: QtBot, files: AnimationFiles, frames: list[np.ndarray], bar: JobBar, tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    choose(monkeypatch, tmp_path / "gone" / "way.gif")
    files.save_animation("way", frames, ORDER, 1)
    qtbot.waitUntil(lambda: "cannot be written" in bar.text)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_where_no_file_is_chosen(
    files: AnimationFiles, frames: list[np.ndarray], bar: JobBar, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    files.save_animation("way", frames, ORDER, 1)
    files.save_sheet("way", frames, 1)
    files.save_frames("way", frames, 1)
    assert not bar.text
