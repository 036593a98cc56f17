"""The Explore page on a fake engine, with two packs."""

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from explore_window import explore
from pytestqt.qtbot import QtBot

from app.pages.explore_page import ExplorePage


@pytest.fixture
def make_page(show_page: Callable[..., ExplorePage], add_image_pack: Callable[..., Path]) -> Callable[..., ExplorePage]:
    """Make pages with two packs of their family, or without any."""

    def make(*flags: str, any_: bool = True) -> ExplorePage:
        if any_:
            add_image_pack("cards", numbers=20)
            add_image_pack("balls", tags=["ghost", "water"])
        return show_page(ExplorePage, *flags)

    return make


@pytest.fixture
def page(make_page: Callable[..., ExplorePage], rgba: np.ndarray, qtbot: QtBot) -> ExplorePage:
    """A page on which the ball is explored."""
    page = make_page()
    explore(page, rgba, qtbot)
    return page
