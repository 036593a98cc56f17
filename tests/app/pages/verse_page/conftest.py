"""A verse desk on a fake engine, with an English pack and a Chinese one."""

from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from verse_desk import FIRST, LAST, OLD, finish, write_in

from app.pages.verse_page import VersePage
from app.tasks import verse_reading


@pytest.fixture
def make_desk(
    show_page: Callable[..., VersePage], add_verse_pack: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., VersePage]:
    """Make desks with two packs, or without any; the flags are the engine's."""
    monkeypatch.setattr(verse_reading, "REST_MS", 1)

    def make(*flags: str, any_: bool = True) -> VersePage:
        if any_:
            add_verse_pack("english", script="latin", corpus=[OLD])
            add_verse_pack("han", script="han")
        return show_page(VersePage, *flags)

    return make


@pytest.fixture
def page(make_desk: Callable[..., VersePage], qtbot: QtBot) -> VersePage:
    """A desk with an English poem that was written just now."""
    page = make_desk()
    write_in(page, 0, FIRST)
    write_in(page, 1, LAST)
    page.write()
    finish(page, qtbot)
    return page
