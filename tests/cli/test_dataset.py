"""`genmodels dataset check`: what it prints, and the exit status that a script can trust."""

import io
import json
from pathlib import Path

import pytest
from sprite_files import blob, save
from verse_files import CHINESE, many_lines

from genmodels.__main__ import main


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for seed in range(12):
        save(tmp_path / "data" / f"beast{chr(97 + seed)}.png", blob(seed))
    return tmp_path / "data"


def test_a_folder_that_can_train(folder, capsys):
    assert main(["dataset", "check", str(folder)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "12 images, 8 colours each."
    assert lines[-1] == "A training can start."


def test_json_has_counts_problems_and_no_pictures(folder, capsys):
    (folder / "text.png").write_text("not a picture")
    (folder / "notes.txt").write_text("passed over")
    assert main(["dataset", "check", str(folder), "--json", "--exclude", "beasta", "--size", "16"]) == 0
    report = json.loads(capsys.readouterr().out)
    assert report["counts"] == {"read": 12, "usable": 11, "unreadable": 1, "ignored": 1, "excluded": 1}
    assert [(problem["name"], problem["kind"]) for problem in report["problems"]] == [
        ("beasta", "excluded"),
        ("text.png", "unreadable"),
    ]
    assert report["can_train"]
    assert report["size"] == 16
    assert "pictures" not in report


def test_a_folder_that_cannot_train_exits_with_2_and_names_the_files(folder, tmp_path, capsys):
    (tmp_path / "bad").mkdir()
    for number in range(50):
        (tmp_path / "bad" / f"{number:02}.png").write_text("not a picture")
    assert main(["dataset", "check", str(tmp_path / "bad")]) == 2
    out = capsys.readouterr().out
    assert "No picture could be read." in out
    assert "  00.png: " in out
    assert "… and 10 more" in out
    assert "No training can start. Choose a folder" in out
    assert main(["dataset", "check", str(tmp_path / "gone")]) == 2
    assert "There is no folder" in capsys.readouterr().err


def test_flags_of_the_reading_are_taken(folder, capsys):
    assert main(["dataset", "check", str(folder), "--cell-width", "5", "--fit", "corner", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["counts"]["read"] == 48
    assert main(["dataset", "check", str(folder), "--cell-width", "5000"]) == 2
    with pytest.raises(SystemExit):
        main(["dataset", "check", str(folder), "--fit", "stretch"])


def test_verse_is_told_with_bars_and_lines(tmp_path, capsys):
    path = tmp_path / "verse.txt"
    path.write_text("\n".join([*many_lines(150), *CHINESE, "***", "x" * 10_000]), encoding="utf-16")
    assert main(["dataset", "check", str(path)]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("160 lines, 158 usable: 8 in Chinese")
    assert "1 file in UTF-16." in lines
    bars = lines[lines.index("  characters of a line, in Chinese:") :]
    assert bars[1] == f"  5  {'█' * 40} 6"
    assert bars[3] == f"  7  {'█' * 13} 2"
    assert "  verse.txt, line 159: holds no letters “***”" in lines
    assert lines[-1] == "There is enough verse for a training; this version trains models on pictures."


def test_verse_as_json_and_with_flags(tmp_path, capsys):
    path = tmp_path / "verse.txt"
    path.write_text("灯下旧书香，窗前新雨凉。\n", encoding="gb18030")
    assert main(["dataset", "check", str(path), "--json", "--no-split", "--han-longest", "12"]) == 2
    report = json.loads(capsys.readouterr().out)
    assert report["subject"] == "verse"
    assert report["examples"] == ["灯下旧书香，窗前新雨凉。"]
    assert report["lengths"] == {"han": [0] * 10 + [1]}
    assert not report["can_train"]
    assert report["hint"]


def test_a_console_that_has_no_chinese_shows_question_marks(tmp_path, monkeypatch):
    path = tmp_path / "verse.txt"
    path.write_text("灯下旧书香，窗前新雨凉。\n", encoding="utf-8")
    output = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr("sys.stdout", output)
    assert main(["dataset", "check", str(path)]) == 2
    output.seek(0)
    assert "split at ????? into lines" in output.read()
