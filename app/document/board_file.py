"""The board on disk: one JSON file in the person's folder, so that a board outlives the window. It knows no Qt."""

from dataclasses import dataclass, field
from pathlib import Path

from app.document.board import BoardSprite, BoardState, Fresh, Lock
from app.document.exploration import Vector
from genmodels.api import paths
from genmodels.api.codes import Code
from genmodels.api.messages import Likeness, Originality
from genmodels.api.own_files import damaged, read_own, write_own

FORMAT_VERSION = 1
MAX_FILE_BYTES = 256 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class _SavedLikeness:
    originality: Originality
    distance: float
    nearest: str = ""
    picture: str = ""  # which no board has any more: the picture is looked for when it is to be seen


@dataclass(frozen=True, slots=True, kw_only=True)
class _SavedSprite:
    number: int
    pack: str
    name: str
    picture: str
    own: Code
    moves: tuple[tuple[Vector, float], ...] = ()
    fresh: Fresh | None = None
    likeness: _SavedLikeness | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _SavedBoard:
    format_version: int
    sprites: tuple[_SavedSprite, ...] = ()
    stars: tuple[int, ...] = ()
    lock: Lock = field(default_factory=Lock)


def board_file() -> Path:
    """Return where the board is kept."""
    return paths.user_home() / "board.json"


def save_board(state: BoardState, path: Path) -> None:
    """Write the board; raises StorageError."""
    saved = _SavedBoard(
        format_version=FORMAT_VERSION,
        sprites=tuple(
            _SavedSprite(
                number=one.number,
                pack=str(one.pack),
                name=one.name,
                picture=one.picture,
                own=one.own,
                moves=one.moves,
                fresh=one.fresh,
                likeness=_saved(one.likeness),
            )
            for one in state.sprites
        ),
        stars=state.stars,
        lock=state.lock,
    )
    write_own(path, saved)


def load_board() -> BoardState:
    """Return the board as it was last; an empty one where there is none. Raises InputError for a damaged file."""
    path = board_file()
    saved = read_own(path, _SavedBoard, version=FORMAT_VERSION, most_bytes=MAX_FILE_BYTES)
    if saved is None:
        return BoardState()
    sprites = tuple(
        BoardSprite(
            number=one.number,
            pack=Path(one.pack),
            name=one.name,
            picture=one.picture,
            own=one.own,
            moves=tuple(move for move in one.moves if len(move[0]) == len(one.own.numbers)),
            fresh=one.fresh,
            likeness=_likeness(one.likeness),
        )
        for one in saved.sprites
    )
    numbers = {one.number for one in sprites}
    if len(numbers) != len(sprites):
        raise damaged(path, "two sprites have one number.")
    stars = tuple(number for number in dict.fromkeys(saved.stars) if number in numbers)
    return BoardState(sprites=sprites, stars=stars, lock=saved.lock)


def _saved(one: Likeness | None) -> _SavedLikeness | None:
    if one is None:
        return None
    return _SavedLikeness(originality=one.originality, distance=one.distance, nearest=one.nearest)


def _likeness(one: _SavedLikeness | None) -> Likeness | None:
    if one is None:
        return None
    return Likeness(originality=one.originality, distance=one.distance, nearest=one.nearest)
