"""Importing a pack, on both engines: it ends in exactly one way, and says what is wrong."""

import subprocess
from pathlib import Path

from genmodels.api.errors import ErrorKind
from genmodels.api.messages import TERMINAL, Failed, ImportPack, Ready, Started, decode_event, encode

ROOT = Path(__file__).parents[2]


def test_a_file_that_is_no_pack_fails_as_a_pack(command: list[str], home: Path, tmp_path: Path) -> None:
    file = tmp_path / "gift.svpack"
    file.write_text("bad", encoding="utf-8")
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as engine:
        engine.stdin.write(encode(ImportPack(file=str(file)), "import") + "\n")
        engine.stdin.flush()
        events = []
        while not (events and isinstance(events[-1], TERMINAL)):
            events.append(decode_event(engine.stdout.readline())[1])
        engine.stdin.close()
    assert Started() in events
    assert isinstance(events[0], Ready | Started)
    assert isinstance(events[-1], Failed)
    assert events[-1].error is ErrorKind.PACK
    assert "gift.svpack" in events[-1].message
    assert list(home.glob("packs/*")) == []
