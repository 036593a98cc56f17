import json
from pathlib import Path

import pytest
from small_verses import verse_pack
from verse_files import CHINESE, ENGLISH

from genmodels.__main__ import main


@pytest.fixture
def packs(home: Path) -> Path:
    """The user's own packs: one that writes English."""
    verse_pack(home / "packs" / "small-en", ENGLISH)
    return home / "packs"


def test_json_has_the_lines_the_seed_and_the_pack(packs, capsys):
    assert main(["verse", ENGLISH[0], ENGLISH[2], "--lines", "2", "--alternatives", "2", "--seed", "7", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert set(told) == {"lines", "seed", "pack"}
    assert (told["seed"], told["pack"]) == (7, "small-en")
    lines = told["lines"]
    assert [line["text"] for line in (lines[0], lines[-1])] == [ENGLISH[0], ENGLISH[2]]
    assert [line["origin"] for line in lines] == ["given", "new", "new", "given"]
    assert [len(line["alternatives"]) for line in lines] == [0, 2, 2, 0]
    assert all({"text", "t", "origin", "alternatives"} <= set(line) for line in lines)


def test_the_poem_is_shown_and_kept(packs, tmp_path, capsys):
    file = tmp_path / "poems" / "poem.txt"
    assert main(["verse", "rain", "stone", "--lines", "1", "--pack", "small-en", "--new-only", "--out", str(file)]) == 0
    shown = capsys.readouterr().out
    assert shown.splitlines()[0] == "rain"
    assert file.read_text(encoding="utf-8") == shown


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["", "stone"], "The first line is empty"),
        ([CHINESE[0], CHINESE[1]], "no pack that writes verse in this script"),
        (["rain", "stone", "--lines", "99"], "99 lines between"),
        (["rain", "stone", "--out", "poem.pdf"], "cannot be written"),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do_instead(packs, capsys, arguments, told):
    pack = [] if arguments[0] == CHINESE[0] else ["--pack", "small-en"]
    assert main(["verse", *arguments, *pack]) == 2
    assert told in capsys.readouterr().err
