"""`genmodels morph`, `explore` and `sample`: what they write, what they say, and what they refuse."""

import json
from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from small_gans import gan_pack
from small_vaes import COLOURS, noise, vae_pack

from genmodels.__main__ import main
from genmodels.media.animations import read_frames
from genmodels.media.sprite import Sprite, read_sprite, write_sprite


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(vae_pack(tmp_path_factory.mktemp("packs") / "morpher"))


@pytest.fixture
def pictures(tmp_path) -> list[str]:
    files = [tmp_path / f"{name}.png" for name in ("one", "two")]
    for seed, file in enumerate(files):
        write_sprite(file, Sprite(rgba_HWC=noise(seed, half=False)))
    return [str(file) for file in files]


def visible(rgba_HW4: np.ndarray) -> np.ndarray:
    return rgba_HW4 * (rgba_HW4[..., 3:] > 0)


@pytest.mark.parametrize("name", ["m.gif", "m.webp", "m.apng"])
def test_morph_writes_an_animation_with_both_pictures_exact(pack, pictures, tmp_path, capsys, name):
    out = tmp_path / "new" / name
    options = ["--frames", "4", "--ping-pong", "--duration", "70", "--hold", "300", "--out", str(out), "--json"]
    assert main(["morph", *pictures, "--pack", pack, *options]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["files"] == [str(out)]
    assert (result["frames"], result["ends_exact"]) == (4, [True, True])
    assert len(result["distance_from_pack"]) == 2
    frames = list(read_frames(out))
    assert len(frames) == 6
    assert np.array_equal(visible(frames[0]), visible(noise(0, half=False)))
    assert np.array_equal(visible(frames[3]), visible(noise(1, half=False)))
    assert np.array_equal(visible(frames[2]), visible(frames[4]))
    with Image.open(out) as image:
        times = []
        for number in range(image.n_frames):
            image.seek(number)
            image.load()
            times.append(image.info["duration"])
    assert times == [300, 70, 70, 300, 70, 70]


def test_morph_writes_a_sheet_and_a_folder_of_the_same_pixels(pack, pictures, tmp_path, capsys):
    common = [*pictures, pictures[0], "--pack", pack, "--frames", "3", "--easing", "ease-in-out", "--palette", "blend"]
    assert main(["morph", *common, "--out", str(tmp_path / "sheet.png")]) == 0
    assert "5 frames, the pictures in it are exact" in capsys.readouterr().out
    assert main(["morph", *common, "--out", str(tmp_path / "frames")]) == 0
    files = sorted((tmp_path / "frames").iterdir())
    assert [file.name for file in files] == [f"frames-0{n}.png" for n in range(1, 6)]
    sheet_HW4 = read_sprite(tmp_path / "sheet.png").rgba_HWC
    assert sheet_HW4.shape == (8, 40, 4)
    assert np.array_equal(np.concatenate([read_sprite(file).rgba_HWC for file in files], axis=1), sheet_HW4)
    assert np.array_equal(sheet_HW4[:, :8], noise(0, half=False))


def test_a_gif_says_what_it_rounds(pack, pictures, tmp_path, capsys):
    options = ["--frames", "2", "--duration", "33", "--out", str(tmp_path / "m.gif")]
    assert main(["morph", *pictures, "--pack", pack, *options]) == 0
    assert "33 ms become 30 ms" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--frames", "1"], "1 frame "),
        (["--out", "m.mp4"], "Name it .gif, .webp, .apng or .png, or without an ending for a folder."),
        (["--palette", "nowhere.gpl"], "cannot be read"),
        (["--duration", "70000"], "so short or long"),
    ],
)
def test_morph_refuses_with_what_to_do(pack, pictures, tmp_path, capsys, monkeypatch, options, words):
    monkeypatch.chdir(tmp_path)
    assert main(["morph", *pictures, "--pack", pack, "--out", "m.gif", *options]) == 2
    assert words in capsys.readouterr().err
    assert not (tmp_path / "m.gif").exists()


def test_explore_writes_a_grid_about_the_very_picture(pack, pictures, tmp_path, capsys):
    out = tmp_path / "grid.png"
    options = ["--dims", "3,1", "--grid", "5x3", "--reach", "2", "--out", str(out), "--json"]
    assert main(["explore", pictures[0], "--pack", pack, *options]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["files"], result["dims"], result["grid"]) == ([str(out)], [3, 1], [5, 3])
    grid_HW4 = read_sprite(out).rgba_HWC
    assert grid_HW4.shape == (24, 40, 4)
    assert np.array_equal(grid_HW4[8:16, 16:24], noise(0, half=False))


def test_explore_refuses_numbers_that_are_not_there(pack, pictures, tmp_path, capsys):
    out = ["--out", str(tmp_path / "grid.png")]
    assert main(["explore", pictures[0], "--pack", pack, "--dims", "0,4", *out]) == 2
    assert "There is no direction 4. This pack has 0 to 3." in capsys.readouterr().err
    for wrong in (["--dims", "1,1"], ["--dims", "two"], ["--grid", "8"]):
        with pytest.raises(SystemExit):
            main(["explore", pictures[0], "--pack", pack, *wrong, *out])
    assert "such as 8x8" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("command", "name", "hint"),
    [
        ("explore", "grid.gif", "Name it .png."),
        ("explore", "grid", "Name it .png."),
        ("explore", "here.png", "Name it .png."),
        ("sample", "sheet.gif", "Name it .png, or without an ending for a folder."),
    ],
)
def test_a_name_that_says_another_kind_is_refused_before_the_work(
    pack, pictures, tmp_path, capsys, command, name, hint
):
    (tmp_path / "here.png").mkdir()
    picture = pictures[:1] if command == "explore" else []
    assert main([command, *picture, "--pack", pack, "--out", str(tmp_path / name)]) == 2
    assert hint in capsys.readouterr().err
    assert sorted(path.name for path in tmp_path.iterdir()) == ["here.png", "one.png", "two.png"]


def test_sample_writes_files_by_seed_or_one_sheet_of_the_same(pack, tmp_path, capsys):
    common = ["sample", "--pack", pack, "--count", "5", "--seed", "7", "--prior", "mixture", "--tag", "fish"]
    assert main([*common, "--out", str(tmp_path / "some"), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert result["seeds"] == [7, 8, 9, 10, 11]
    assert [Path(file).name for file in result["files"]] == [f"morpher-{seed}.png" for seed in result["seeds"]]
    assert main([*common, "--out", str(tmp_path / "sheet.png")]) == 0
    sheet_HW4 = read_sprite(tmp_path / "sheet.png").rgba_HWC
    assert sheet_HW4.shape == (16, 24, 4)
    assert np.array_equal(sheet_HW4[:8, 8:16], read_sprite(Path(result["files"][1])).rgba_HWC)


def test_sample_draws_with_a_gan_too(tmp_path, capsys):
    pack = str(gan_pack(tmp_path / "maker"))
    common = ["sample", "--pack", pack, "--count", "10", "--seed", "3", "--variety", "0.8"]
    assert main([*common, "--out", str(tmp_path / "some"), "--json"]) == 0
    files = json.loads(capsys.readouterr().out)["files"]
    assert [Path(file).name for file in files] == [f"maker-{seed}.png" for seed in range(3, 13)]
    assert main([*common[:3], "--count", "1", "--seed", "12", "--variety", "0.8", "--out", str(tmp_path)]) == 0
    assert np.array_equal(read_sprite(tmp_path / "maker-12.png").rgba_HWC, read_sprite(Path(files[-1])).rgba_HWC)


def test_sample_keeps_to_a_palette_file_and_refuses_what_cannot_be(pack, tmp_path, capsys):
    (tmp_path / "two.hex").write_text("ff00ff\n00ff00\n", encoding="ascii")
    options = ["--count", "1", "--palette", str(tmp_path / "two.hex"), "--out", str(tmp_path)]
    assert main(["sample", "--pack", pack, *options]) == 0
    drawn = {tuple(pixel) for pixel in read_sprite(tmp_path / "morpher-1.png").rgba_HWC.reshape(-1, 4).tolist()}
    assert drawn <= {(255, 0, 255, 255), (0, 255, 0, 255), (0, 0, 0, 0)}
    for wrong, words in (
        (["--tag", "cats"], "birds, fish"),
        (["--variety", "9"], "0 to 2"),
        (["--count", "0"], "1 to"),
    ):
        assert main(["sample", "--pack", pack, *options, *wrong]) == 2
        assert words in capsys.readouterr().err


def test_sample_takes_the_largest_palette_and_leaves_clear_what_the_pack_does(tmp_path):
    (tmp_path / "all.hex").write_text("\n".join(f"{n:02x}{n:02x}{n:02x}" for n in range(256)), encoding="ascii")
    for name, colours, is_clear in (("clear", COLOURS, True), ("opaque", COLOURS[1:], False)):
        pack = str(vae_pack(tmp_path / name, colours=colours, spoilt={"number.weight": 0.0, "by_value": 0.0}))
        options = ["--count", "1", "--palette", str(tmp_path / "all.hex"), "--out", str(tmp_path)]
        assert main(["sample", "--pack", pack, *options]) == 0
        alpha_HW = read_sprite(tmp_path / f"{name}-1.png").rgba_HWC[..., 3]
        assert (alpha_HW == 0).all() == is_clear  # where nothing speaks for any colour, the first one is drawn


@pytest.mark.parametrize("count", ["0", "1000000000"])
def test_sample_refuses_a_count_before_it_counts(pack, tmp_path, capsys, count):
    assert main(["sample", "--pack", pack, "--count", count, "--out", str(tmp_path)]) == 2
    assert "Ask for 1 to 1,000." in capsys.readouterr().err
