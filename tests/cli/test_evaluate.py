"""`genmodels evaluate`: one JSON object or a small table, and errors that say what to do."""

import json

import numpy as np
import pytest
from small_gans import gan_pack
from small_vaes import noise, vae_pack
from small_verses import verse_pack
from verse_files import ENGLISH, many_lines

from genmodels.__main__ import main
from genmodels.api.configs import Preset
from genmodels.jobs.evaluate import gan
from genmodels.media.sprite import Sprite, write_sprite


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(vae_pack(tmp_path_factory.mktemp("packs") / "morpher"))


@pytest.fixture(scope="module")
def lecture_pack(tmp_path_factory: pytest.TempPathFactory) -> str:
    return str(vae_pack(tmp_path_factory.mktemp("packs") / "lecture", preset=Preset.LECTURE))


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("data")
    for number, subject in enumerate("abcdefgh"):
        write_sprite(folder / f"{subject}-1.png", Sprite(rgba_HWC=noise(number, colours=6, half=False)))
    return str(folder)


def test_json_is_one_object(pack, lecture_pack, data, capsys):
    options = ["--pairs", "2", "--frames", "3", "--against", lecture_pack, "--json"]
    assert main(["evaluate", "--pack", pack, data, *options]) == 0
    result = json.loads(capsys.readouterr().out)
    assert list(result) == ["pack", "family", "data", "count", "metrics"]
    between = result["metrics"]["in_betweens"]
    assert {name: of["ends_exact"] for name, of in between.items()} == {
        "cross_fade": 2, "lecture": 0, "without_anchors": 0, "ours": 2,
    }  # fmt: skip


def test_the_table_has_a_row_for_each_arm(pack, data, capsys):
    assert main(["evaluate", "--pack", pack, data, "--pairs", "2", "--frames", "3", "--valid", "last-6"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "morpher on 6 pictures"
    rows = {line[:18].strip(): line[18:].split() for line in lines}
    assert rows["with anchors"] == ["1.000", "1.000", "–"]
    headings = lines[lines.index("in-betweens of 2 pairs, 3 frames each") + 1].split()
    for arm in ("cross-fade", "without anchors", "as it ships"):
        assert len(rows[arm]) == len(headings) - headings.count("%")
    assert rows["as it ships"][:2] == ["2", "0.000"]
    assert len(rows["real pictures"]) == 2
    assert "the lecture's VAE" not in rows


def test_a_pack_that_completes_keeps_the_held_out_pictures_too(tiny_pack, data, tmp_path, capsys):
    (tmp_path / "valid.txt").write_text("a\nc\nh\n", encoding="utf-8")
    command = ["evaluate", "--pack", str(tiny_pack), data]
    assert main([*command, "--valid", str(tmp_path / "valid.txt"), "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert list(result) == ["pack", "family", "data", "count", "bits_per_hidden_pixel", "webp_bits_per_pixel"]
    assert result["count"] == 3
    assert main(command) == 0
    text = capsys.readouterr().out.splitlines()
    assert text[0] == "tiny on 8 pictures, bits per hidden pixel"
    assert [line.split()[0] for line in text[1:]] == ["whole", "lower-half", "lower-three-quarters", "box"]


def test_a_pack_that_makes_sprites_is_measured_beside_floors(tmp_path, monkeypatch, capsys):
    monkeypatch.setattr(gan, "SAMPLES", 20)
    pack, folder = str(gan_pack(tmp_path / "maker")), tmp_path / "data"
    folder.mkdir()
    for number in range(24):
        write_sprite(folder / f"{chr(97 + number) * 3}.png", Sprite(rgba_HWC=noise(number, colours=6, half=False)))
    assert main(["evaluate", "--pack", pack, str(folder), "--valid", "last-12", "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert (result["pack"], result["family"], result["count"], result["made"]) == ("maker", "gan", 12, 20)
    asked = [
        "fd",
        "kid",
        "precision",
        "recall",
        "density",
        "coverage",
        "one_nn",
        "c2st",
        "ct_auc",
        "colours_p99",
        "speckle",
    ]
    assert set(asked) <= set(result["metrics"])
    assert all(set(of) == {"value", "floor"} for of in result["metrics"].values())
    assert main(["evaluate", "--pack", pack, str(folder), "--valid", "last-12"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "maker on 12 pictures, beside 20 made ones"
    assert lines[1].split() == ["value", "floor"]
    assert main(["evaluate", "--pack", pack, str(folder)]) == 2
    assert "--valid" in capsys.readouterr().err


def test_a_pack_that_writes_verse_is_measured_beside_other_verse(tmp_path, capsys):
    pack, lecture = (verse_pack(tmp_path / preset, ENGLISH, preset) for preset in (Preset.DEFAULT, Preset.LECTURE))
    for name, lines in {"lines.txt": ENGLISH, "text.txt": many_lines(150)}.items():
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
    command = ["evaluate", "--pack", str(pack), str(tmp_path / "lines.txt"), "--pairs", "2", "--between", "1"]
    beside = ["--against-lines", str(tmp_path / "text.txt"), "--against", str(lecture)]
    assert main([*command, *beside, "--json"]) == 0
    result = json.loads(capsys.readouterr().out)
    assert list(result)[4:] == [
        "elbo_nats_per_line", "ngram_nats_per_line", "kl", "active_units", "reconstruction", "references", "pairs",
        "between", "morphs",
    ]  # fmt: skip
    figures = {"ends_exact", "repeats", "kendall_tau", "fluent_share", "form_share", "verbatim_share"}
    assert {arm: set(of) for arm, of in result["morphs"].items()} == dict.fromkeys(
        ("path", "published", "lecture"), figures
    )
    assert result["references"]["judge"]["unseen_by_the_pack"]
    assert main([*command, *beside]) == 0
    text = capsys.readouterr().out
    assert "(6-grams of 150 lines)" in text
    assert "fluency is judged by 8-grams" in text
    assert "other lines, which the pack did not learn from" in text
    rows = {line[:18].strip(): line[18:].split() for line in text.splitlines()}
    assert rows["path"][:2] == ["2", "0"]
    assert len(rows["path"]) == len(rows["the lecture's VAE"]) == 6
    assert main(command) == 0
    told = capsys.readouterr()
    assert "--against-lines" in told.err
    assert "–" in next(line for line in told.out.splitlines() if line.startswith("path"))


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--frames", "2"], "2 frames"),
        (["--pairs", "1"], "1 pair "),
        (["--valid", "last-8"], "cannot be held out"),
        (["--valid", "nowhere.txt"], "cannot be read"),
        (["--valid", "last-3"], "cannot be measured"),
        (["--against", "nowhere"], "There is no pack"),
    ],
)
def test_it_refuses_with_what_to_do(pack, data, capsys, options, words):
    assert main(["evaluate", "--pack", pack, data, *options]) == 2
    assert words in capsys.readouterr().err


def test_the_yardstick_is_the_lectures_vae(pack, data, capsys):
    assert main(["evaluate", "--pack", pack, data, "--against", pack]) == 2
    assert "--preset lecture" in capsys.readouterr().err


def test_a_folder_without_pictures_is_told(pack, tmp_path, capsys):
    assert main(["evaluate", "--pack", pack, str(tmp_path)]) == 2
    assert "No picture could be read" in capsys.readouterr().err
    write_sprite(tmp_path / "a.png", Sprite(rgba_HWC=np.full((8, 8, 4), 255, np.uint8)))
    (tmp_path / "b.png").write_bytes(b"no picture")
    assert main(["evaluate", "--pack", pack, str(tmp_path)]) == 2
    told = capsys.readouterr().err
    assert "1 file could not be read" in told
    assert "1 picture cannot be measured" in told
