"""What the tests of the Board page share."""

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.document.board import BoardSprite
from app.pages.board_page import BoardPage
from genmodels.media.sprite import decode_png

PATIENCE_MS, COUNT = 10_000, 12
CONTROL = Qt.KeyboardModifier.ControlModifier


def settle(page: BoardPage, qtbot: QtBot) -> None:
    """Wait until all that was asked for is drawn."""

    def still() -> bool:
        return not (page.making.drawing.running or page.sliding.running or page.walking.running)

    qtbot.waitUntil(still, timeout=PATIENCE_MS)


def sprites(page: BoardPage) -> list[BoardSprite]:
    return [*page.board.state.sprites]


def choose(page: BoardPage, *places: int) -> None:
    page.grid.choose([sprites(page)[place] for place in places])


def colours_in(picture: str) -> set[tuple[int, ...]]:
    rgba_HWC = decode_png(picture).rgba_HWC
    return {tuple(colour) for colour in rgba_HWC[rgba_HWC[..., 3] > 0].tolist()}
