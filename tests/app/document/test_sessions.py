"""Recovery copies: whose they are, which are offered, and which are removed when."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.document.drawing import blank
from app.document.project.pictures import Pictures
from app.document.project.project import project_of
from app.document.project.reading import open_project
from app.document.sessions import KEPT_S, Note, Session, find_copies, mark_offered, sweep
from genmodels.api.errors import StorageError

NOTE = Note(origin="/somewhere/hero.png", width=8, height=6)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "sessions"


def session_with_a_copy(root: Path) -> Session:
    session = Session(root)
    session.write(1, NOTE, project_of(blank(8, 6)), Pictures())
    return session


def crash(session: Session) -> None:
    """Let go of the lock as a kill does: nothing is noted."""
    session._lock.release()


def age(root: Path, seconds: float) -> None:
    for path in [*root.rglob("*"), *root.iterdir()]:
        os.utime(path, (time.time() - seconds,) * 2)


def test_a_running_windows_copies_are_its_own(root: Path) -> None:
    session = session_with_a_copy(root)
    assert find_copies(root) == []
    sweep(root, time.time() + 2 * KEPT_S)
    assert list(root.rglob("1.sprv"))
    crash(session)
    (copy,) = find_copies(root)
    assert copy.crashed
    assert copy.origin == Path("/somewhere/hero.png")
    assert open_project(copy.file)[0].shape == (6, 8)


def test_two_windows_have_two_folders(root: Path) -> None:
    first, second = session_with_a_copy(root), session_with_a_copy(root)
    crash(first)
    assert len(find_copies(root)) == 1
    crash(second)
    assert len(find_copies(root)) == 2


def test_another_process_holds_its_copies_until_it_is_killed(root: Path) -> None:
    script = (
        "import sys, time; from pathlib import Path; from app.document.drawing import blank\n"
        "from app.document.sessions import Session, Note\n"
        "from app.document.project.pictures import Pictures\n"
        "from app.document.project.project import project_of\n"
        f"session = Session(Path({str(root)!r})); session.write(1, Note(), project_of(blank(4, 4)), Pictures())\n"
        "print('written', flush=True); time.sleep(60)\n"
    )
    with subprocess.Popen([sys.executable, "-c", script], stdout=subprocess.PIPE, cwd=Path(__file__).parents[3]) as one:
        assert one.stdout is not None
        assert one.stdout.readline() == b"written\n"
        assert find_copies(root) == []
        one.kill()
    assert len(find_copies(root)) == 1


def test_what_was_closed_or_is_in_a_file_is_not_a_crash(root: Path) -> None:
    closed, settled = session_with_a_copy(root), session_with_a_copy(root)
    closed.close()
    settled.settle(1, Note(needed=False))
    crash(settled)
    assert [copy.crashed for copy in find_copies(root)] == [False, False]


def test_copies_go_a_week_after_the_last_change_but_none_that_was_not_offered(root: Path) -> None:
    crash(session_with_a_copy(root))
    age(root, KEPT_S + 60)
    sweep(root, time.time())
    (copy,) = find_copies(root)
    mark_offered([copy])
    sweep(root, time.time())
    assert find_copies(root)[0].offered, "a week is counted from when it was offered"
    age(root, KEPT_S - 60)
    sweep(root, time.time())
    assert find_copies(root)
    age(root, KEPT_S + 60)
    sweep(root, time.time())
    assert find_copies(root) == []
    assert list(root.iterdir()) == []


def test_a_closed_windows_copies_go_after_a_week(root: Path) -> None:
    session_with_a_copy(root).close()
    sweep(root, time.time() + KEPT_S - 60)
    assert find_copies(root)
    sweep(root, time.time() + KEPT_S + 60)
    assert find_copies(root) == []


def test_a_damaged_note_hides_no_copy(root: Path) -> None:
    crash(session_with_a_copy(root))
    next(root.rglob("1.json")).write_text("{")
    (copy,) = find_copies(root)
    assert copy.crashed
    assert copy.origin is None


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StorageError, match="cannot be written"):
        session_with_a_copy(tmp_path / "file" / "sessions")
