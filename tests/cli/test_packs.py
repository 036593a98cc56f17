"""`genmodels packs` from export to removal, as a person or a script would use it."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from genmodels.__main__ import main


@pytest.fixture
def packs(home, tiny_pack) -> Path:
    """The user's own packs: the tiny one."""
    shutil.copytree(tiny_pack, home / "packs" / "tiny")
    return home / "packs"


@pytest.fixture
def run(capsys):
    """Run a `packs` command with --json and return its result."""

    def run_json(*arguments: str) -> dict[str, Any]:
        assert main(["packs", *arguments, "--json"]) == 0
        return json.loads(capsys.readouterr().out)

    return run_json


def test_a_pack_goes_out_and_comes_in_again(packs, run, tmp_path):
    file = str(tmp_path / "tiny.svpack")
    out = run("export", "tiny", file)
    assert out == {"name": "tiny", "file": file, "bytes": Path(file).stat().st_size}
    removed = run("remove", "tiny")
    assert Path(removed["removed"]).is_dir()
    assert not (packs / "tiny").exists()
    assert run("import", file) == {"name": "tiny", "folder": str(packs / "tiny"), "title": "Tiny"}
    assert run("rename", "tiny", "small") == {"name": "small", "before": "tiny", "folder": str(packs / "small")}
    own = {pack["name"] for pack in run("list")["packs"] if pack["own"]}
    assert own == {"small"}


def test_people_are_told_where_things_are(packs, tmp_path, capsys):
    file = str(tmp_path / "tiny.svpack")
    for arguments, words in (
        (("export", "tiny", file), file),
        (("rename", "tiny", "small"), "“tiny” is now “small”"),
        (("remove", "small"), "to have it back"),
        (("import", file), "the pack “tiny” is in"),
        (("export", "tiny", file, "--replace"), "MB"),
    ):
        assert main(["packs", *arguments]) == 0
        assert words in capsys.readouterr().out


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("export", "tiny", "TAKEN"), "add --replace"),
        (("export", "tyni", "x.svpack"), "Did you mean tiny?"),
        (("import", "TAKEN"), "not an .svpack file"),
        (("import", "absent.svpack"), "absent.svpack"),
        (("rename", "tiny", "a/b"), "cannot be a pack's name"),
        (("rename", "pokemon-20", "mine"), "ships with Spriteverse"),
        (("remove", "pokemon-20"), "ships with Spriteverse"),
    ],
)
def test_mistakes_are_one_line_and_change_nothing(packs, tmp_path, capsys, arguments, words):
    taken = tmp_path / "taken.svpack"
    taken.write_bytes(b"something else")
    assert main(["packs", *(str(taken) if part == "TAKEN" else part for part in arguments)]) == 2
    output = capsys.readouterr()
    assert words in output.err
    assert output.err.count("\n") == 1
    assert taken.read_bytes() == b"something else"
    assert [path.name for path in packs.iterdir()] == ["tiny"]
