"""Files of this session and of others."""

from pathlib import Path

from app.document.session_files import SessionFiles


def test_only_files_that_are_there_and_foreign_are_told(tmp_path: Path) -> None:
    mine, other, missing = tmp_path / "mine", tmp_path / "other", tmp_path / "missing"
    for file in (mine, other):
        file.write_text("x", encoding="utf-8")
    session = SessionFiles()
    session.note([mine, missing])
    assert session.foreign([mine, other, missing]) == [other]
    mine.write_text("longer", encoding="utf-8")
    assert session.foreign([mine]) == [mine], "another program has changed it"
