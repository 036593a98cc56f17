"""Laws of writing a file whole or not at all."""

import errno
from pathlib import Path

import pytest

from genmodels.api.errors import DiskFullError, StorageError
from genmodels.api.replacing import replacing, write_through


def test_a_file_takes_its_place_once_it_is_whole(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")
    with replacing(path, mark=".7") as temporary:
        write_through(temporary, b"new")
        assert path.read_text() == "old"
    assert path.read_text() == "new"
    assert [file.name for file in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("failure", [OSError(errno.EIO, "broken"), OSError(errno.ENOSPC, "full"), ValueError("wrong")])
def test_a_failure_leaves_what_was_there_and_nothing_else(tmp_path: Path, failure: Exception) -> None:
    path = tmp_path / "a.json"
    path.write_text("old")

    def write_half() -> None:
        with replacing(path, hint="Close it.") as temporary:
            temporary.write_text("half")
            raise failure

    with pytest.raises((StorageError, ValueError)) as caught:
        write_half()
    assert [(file.name, file.read_text()) for file in tmp_path.iterdir()] == [("a.json", "old")]
    if isinstance(caught.value, StorageError):
        is_full = isinstance(caught.value, DiskFullError)
        assert is_full == (getattr(failure, "errno", 0) == errno.ENOSPC)
        assert is_full or caught.value.hint == "Close it."


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    path = tmp_path / "none" / "a.json"
    with pytest.raises(StorageError, match="cannot be written") as caught, replacing(path) as temporary:
        temporary.write_text("x")
    assert "not there" in caught.value.hint
