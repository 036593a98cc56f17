import errno
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from small_vaes import noise, vae_pack

from genmodels.__main__ import main
from genmodels.api import paths
from genmodels.api.errors import StorageError
from genmodels.media.animations import read_frames
from genmodels.media.sprite import Sprite, read_sprite, write_sprite

ROOT = Path(__file__).parents[2]


@pytest.fixture
def sprite(tmp_path, rgba) -> Path:
    write_sprite(tmp_path / "ball.png", Sprite(rgba_HWC=rgba))
    return tmp_path / "ball.png"


@pytest.fixture
def packs(home, tiny_pack) -> Path:
    """The user's own packs: the tiny one, by its name."""
    (home / "packs" / "tiny").mkdir(parents=True)
    for file in tiny_pack.iterdir():
        (home / "packs" / "tiny" / file.name).write_bytes(file.read_bytes())
    return home / "packs"


def complete(sprite: Path, *options: str) -> int:
    return main(["complete", str(sprite), "--out", str(sprite.parent / "out"), "--count", "2", *options])


def test_complete_writes_one_file_per_seed_and_says_which(sprite, packs, rgba, capsys):
    assert complete(sprite, "--cover", "lower-half", "--pack", "tiny", "--seed", "7", "--json") == 0
    result = json.loads(capsys.readouterr().out)
    assert result["seeds"] == [7, 8]
    assert [Path(file).name for file in result["files"]] == ["ball-7.png", "ball-8.png"]
    for file in result["files"]:
        drawn_HWC = read_sprite(Path(file)).rgba_HWC
        assert np.array_equal(drawn_HWC[:6], rgba[:6])
        assert not np.array_equal(drawn_HWC, rgba)


def test_a_mask_a_pack_folder_and_a_palette_file(sprite, tiny_pack, tmp_path, rgba, capsys):
    mask_HW = np.zeros(rgba.shape[:2], dtype=np.uint8)
    mask_HW[2:5, 3:7] = 255
    Image.fromarray(mask_HW).save(tmp_path / "mask.png")
    (tmp_path / "two.hex").write_text("ff00ff\n00ff00\n", encoding="ascii")
    options = ("--mask", str(tmp_path / "mask.png"), "--pack", str(tiny_pack), "--palette", str(tmp_path / "two.hex"))
    assert complete(sprite, *options) == 0
    assert "ball-1.png  seed 1" in capsys.readouterr().out
    drawn_HWC = read_sprite(tmp_path / "out" / "ball-1.png").rgba_HWC
    changed = drawn_HWC[mask_HW > 0].tolist()
    assert all(colour in ([255, 0, 255, 255], [0, 255, 0, 255], [0, 0, 0, 0]) for colour in changed)
    assert np.array_equal(drawn_HWC[mask_HW == 0], rgba[mask_HW == 0])


def test_an_indexed_sprite_comes_back_indexed(sprite, packs, tmp_path):
    index_HW = np.indices((8, 8)).sum(axis=0).astype(np.uint8) % 2
    image = Image.fromarray(index_HW)
    image.putpalette([10, 20, 30, 200, 100, 50])
    image.save(tmp_path / "indexed.png", transparency=0)
    assert complete(tmp_path / "indexed.png", "--cover", "box", "--pack", "tiny", "--palette", "sprite") == 0
    indexed = read_sprite(tmp_path / "out" / "indexed-1.png").indexed
    assert indexed.palette_T4.tolist() == [[10, 20, 30, 0], [200, 100, 50, 255]]
    assert indexed.bits == 1


@pytest.fixture
def bundled(tmp_path, monkeypatch, sprite) -> Path:
    """What ships: one sprite, after another file that is none."""
    folder = tmp_path / "assets" / "sprites"
    folder.mkdir(parents=True)
    (folder / "a.txt").write_text("seeds", encoding="ascii")
    (folder / "b.png").write_bytes(sprite.read_bytes())
    monkeypatch.setattr(paths, "assets", lambda: tmp_path / "assets")
    return folder


def test_demo_completes_a_bundled_sprite_and_names_its_pictures(packs, bundled, tmp_path, rgba, capsys):
    (packs / "broken").mkdir()
    (packs / "broken" / "pack.json").write_text("{", encoding="utf-8")
    assert main(["demo", "--out", str(tmp_path / "demo")]) == 0
    output = capsys.readouterr()
    assert "b.png with the pack tiny" in output.err
    for n in range(1, 9):
        assert str(tmp_path / "demo" / f"b-{n}.png") in output.out
        assert np.array_equal(read_sprite(tmp_path / "demo" / f"b-{n}.png").rgba_HWC[:6], rgba[:6])
    assert str(tmp_path / "demo" / "b-sheet.png") in output.out
    sheet = read_sprite(tmp_path / "demo" / "b-sheet.png")
    assert sheet.width > 5 * 10 * 8  # two rows of five, each pixel a square of many


def test_demo_morphs_too_where_a_pack_for_it_is_there(packs, bundled, tmp_path, capsys):
    vae_pack(packs / "morpher")
    write_sprite(bundled / "c.png", Sprite(rgba_HWC=noise(1)))
    assert main(["demo", "--out", str(tmp_path / "demo"), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert len(result["files"]) == 8
    frames = list(read_frames(Path(result["morph"])))
    assert (result["morph_frames"], len(frames)) == (9, 16)
    assert frames[0].shape == read_sprite(bundled / "b.png").rgba_HWC.shape
    assert Path(result["morph_sheet"]).is_file()


def test_demo_without_a_pack_or_a_sprite_says_what_to_do(bundled, packs, tmp_path, capsys):
    (bundled / "b.png").unlink()
    assert main(["demo", "--out", str(tmp_path / "demo")]) == 2
    assert "Use one of your own" in capsys.readouterr().err
    (packs / "tiny" / "pack.json").unlink()
    assert main(["demo", "--out", str(tmp_path / "demo")]) == 2
    assert "Train one" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "status", "words"),
    [
        (("--cover", "box", "--pack", "tyni"), 2, "Did you mean tiny?"),
        (("--cover", "box", "--pack", "tiny", "--palette", "absent.gpl"), 2, "absent.gpl"),
        (("--cover", "box", "--pack", "tiny", "--temperature", "9"), 2, "temperature is 9"),
        (("--cover", "box", "--pack", "tiny", "--count", "0"), 2, "0 pictures"),
        (("--mask", "absent.png", "--pack", "tiny"), 2, "no file"),
    ],
)
def test_mistakes_are_one_line_and_status_2(sprite, packs, capsys, options, status, words):
    assert complete(sprite, *options, "--json") == status
    output = capsys.readouterr()
    assert output.out == ""
    assert output.err.startswith("error: ")
    assert words in output.err
    assert output.err.count("\n") == 1


def test_a_folder_that_cannot_be_made_and_a_full_disk_are_status_1(sprite, packs, capsys, monkeypatch):
    (sprite.parent / "out").write_bytes(b"a file in the way")
    assert complete(sprite, "--cover", "box", "--pack", "tiny") == 1
    assert "cannot be written: File exists" in capsys.readouterr().err
    (sprite.parent / "out").unlink()

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(os, "fsync", fail)
    assert complete(sprite, "--cover", "box", "--pack", "tiny") == 1
    assert "free some space" in capsys.readouterr().err
    assert list((sprite.parent / "out").iterdir()) == []


def test_a_disk_that_is_read_only_says_so(sprite, monkeypatch):
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, os.strerror(errno.EROFS))

    picture = read_sprite(sprite)
    monkeypatch.setattr(Path, "open", refuse)
    monkeypatch.setattr(Path, "unlink", refuse)  # as such disks do even where there is no file
    with pytest.raises(StorageError, match="You may not write there"):
        write_sprite(sprite, picture)


def test_an_output_that_cannot_be_written_is_one_line(packs):
    reader, writer = os.pipe()
    os.close(reader)  # as `| head` does once it has had enough
    command = [sys.executable, "-m", "genmodels", "packs", "list"]
    ended = subprocess.run(command, cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, text=True, check=False)
    os.close(writer)
    assert ended.returncode == 1
    assert ended.stderr.startswith("error: The result cannot be written to standard output: ")
    assert ended.stderr.count("\n") == 1


def test_packs_are_listed_and_shown_and_a_damaged_one_hides_no_other(packs, capsys):
    (packs / "broken").mkdir()
    (packs / "broken" / "pack.json").write_text("{", encoding="utf-8")
    assert main(["packs", "list", "--json"]) == 0
    output = capsys.readouterr()
    assert "tiny" in [pack["name"] for pack in json.loads(output.out)["packs"]]
    assert "broken" in output.err
    assert main(["packs", "show", "tiny", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["config"]["size"] == 8
    assert main(["packs", "show", "tiny"]) == 0
    assert "trained on" in capsys.readouterr().out


def test_evaluate_prints_bits_for_each_standard_mask(packs, tmp_path, rgba, capsys):
    (tmp_path / "data").mkdir()
    for turn in range(4):
        write_sprite(tmp_path / "data" / f"{turn}.png", Sprite(rgba_HWC=np.rot90(rgba, turn)))
    assert main(["evaluate", "--pack", "tiny", str(tmp_path / "data"), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert list(result) == ["pack", "family", "data", "count", "bits_per_hidden_pixel", "webp_bits_per_pixel"]
    assert result["count"] == 4
    assert list(result["bits_per_hidden_pixel"]) == ["whole", "lower-half", "lower-three-quarters", "box"]
    assert all(bits > 0 for bits in result["bits_per_hidden_pixel"].values())


def test_help_and_packs_need_neither_torch_nor_numpy():
    script = "import sys; from genmodels.__main__ import main; main(['packs', 'list']); print(*sys.modules)"
    output = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)
    assert not {"torch", "numpy", "PIL"} & set(output.stdout.split())


def test_ctrl_c_ends_cleanly_with_130_and_writes_nothing(tmp_path, packs):
    write_sprite(tmp_path / "large.png", Sprite(rgba_HWC=np.full((200, 200, 4), 255, dtype=np.uint8)))
    command = [sys.executable, "-m", "genmodels", "complete", str(tmp_path / "large.png"), "--cover", "all"]
    process = subprocess.Popen(
        [*command, "--pack", "tiny", "--out", str(tmp_path / "out")], cwd=ROOT, stderr=subprocess.PIPE, text=True
    )
    assert "windows" in process.stderr.readline()  # the remark that comes before the first pixel
    process.send_signal(signal.SIGINT)
    assert "cancelled" in process.communicate()[1]
    assert process.returncode == 130
    assert list((tmp_path / "out").iterdir()) == []
