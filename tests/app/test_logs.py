"""Logs stay small and never stop the program."""

from pathlib import Path

from app.logs import MAX_BYTES, append, rotated, tail


def test_a_full_log_becomes_the_old_one(tmp_path: Path) -> None:
    log = tmp_path / "logs" / "engine.log"
    append(log, "first")
    assert "first" in tail(log)
    log.write_bytes(b"x" * (MAX_BYTES + 1))
    assert rotated(log) == log
    assert not log.exists()
    assert (log.parent / "engine.old.log").stat().st_size > MAX_BYTES


def test_a_log_that_cannot_be_written_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "logs").write_text("a file where the folder should be")
    append(tmp_path / "logs" / "window.log", "text")
    assert tail(tmp_path / "logs" / "window.log")
