"""A few kills at random moments; `make kills` does two hundred."""

from pathlib import Path

import pytest

from tests.kills import MOST_S, kill_once


@pytest.mark.parametrize("seed", range(1000, 1004))
def test_a_kill_leaves_files_that_open_and_are_not_old(tmp_path: Path, seed: int) -> None:
    assert kill_once(tmp_path, seed).lost_s <= MOST_S
