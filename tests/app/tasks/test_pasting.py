"""Pasted verse becomes a file; nothing that was pasted before is lost."""

from pathlib import Path

import pytest

from app.tasks.pasting import keep_text
from genmodels.api.errors import StorageError


def test_a_text_is_kept_once_and_another_beside_it(home: Path) -> None:
    first = keep_text("\n The gate, again!\nand rain\n")
    assert first == home / "verse" / "The-gate-again.txt"
    assert keep_text("\n The gate, again!\nand rain\n") == first
    second = keep_text("The gate, again!\nand snow")
    assert second.name == "The-gate-again-2.txt"
    assert first.read_bytes() == b"\n The gate, again!\nand rain\n"
    assert keep_text("…").name == "verse.txt"
    assert len(keep_text("long " * 40).stem) <= 40


def test_a_folder_that_cannot_be_made_is_told(home: Path) -> None:
    home.mkdir()
    (home / "verse").write_text("")
    with pytest.raises(StorageError):
        keep_text("a line")
