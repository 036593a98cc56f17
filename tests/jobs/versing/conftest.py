"""The packs and the poems that these tests share."""

from pathlib import Path

import pytest
from small_writers import writer_pack
from verse_files import CHINESE, ENGLISH, TRADITIONAL


@pytest.fixture(scope="package")
def english(tmp_path_factory: pytest.TempPathFactory) -> str:
    return writer_pack(tmp_path_factory.mktemp("packs") / "small-en", ENGLISH)


@pytest.fixture(scope="package")
def chinese(tmp_path_factory: pytest.TempPathFactory) -> str:
    return writer_pack(tmp_path_factory.mktemp("packs") / "small-zh", CHINESE)


@pytest.fixture(scope="package")
def traditional(tmp_path_factory: pytest.TempPathFactory) -> str:
    lines = TRADITIONAL[:]
    return writer_pack(Path(tmp_path_factory.mktemp("packs") / "small-zh-t"), lines)
