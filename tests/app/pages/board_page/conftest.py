"""The Board page on a fake engine, with two packs."""

from collections.abc import Callable
from pathlib import Path

import pytest
from board_window import COUNT, settle
from pytestqt.qtbot import QtBot

from app.pages.board_page import BoardPage


@pytest.fixture
def make_page(show_page: Callable[..., BoardPage], add_image_pack: Callable[..., Path]) -> Callable[..., BoardPage]:
    """Make pages with two packs, or without any."""

    def make(*flags: str, any_: bool = True) -> BoardPage:
        if any_:
            add_image_pack("balls", tells_originality=True)
            add_image_pack("cards", numbers=20, tags=["ghost", "water"])
        page = show_page(BoardPage, *flags)
        page.top.count.setValue(COUNT)
        return page

    return make


@pytest.fixture
def page(make_page: Callable[..., BoardPage], qtbot: QtBot) -> BoardPage:
    """A board of a dozen sprites."""
    page = make_page()
    page.make_new()
    settle(page, qtbot)
    return page
