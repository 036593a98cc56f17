"""The tour's pictures of morphs, of exploring and of the lesson, where the pack for them ships."""

import itertools
import sys
from pathlib import Path

import numpy as np

from app.main_window import MainWindow, Place
from app.pages.explore_page import ExplorePage
from app.pages.morph_page import MorphPage
from app.tasks.exploring import SIDE
from app.widgets.lesson.lesson_dialog import LessonDialog
from genmodels.__main__ import main
from genmodels.api import paths
from genmodels.api.messages import Lesson
from genmodels.api.packs import find_packs
from genmodels.media.contact_sheet import contact_sheet
from genmodels.media.sprite import read_sprite
from tests.tour_steps import save, until

PACK, FRAMES, GRID, PULL = "pokemon-icons-32-vae", 9, (9, 5), 20
PAIRS = (("cinderfinch", "sunbeak"), ("bluefin", "aqualoaf"), ("rosefox", "scarlet-wyrm"), ("leafhorn", "teapot-toad"))
KEYS = ("cinderfinch", "rosefox", "scarlet-wyrm")
EXPLORED = "rosefox"


def is_here() -> bool:
    """Return whether the pack is; says so where it is not."""
    here = PACK in [folder.name for folder in find_packs(*paths.pack_roots())]
    if not here:
        sys.stdout.write(f"{PACK} is not here: no pictures of morphs.\n")
    return here


def from_the_command_line(folder: Path, work: Path, sprites: list[Path]) -> None:
    """Write morphs.png, a row for each pair, and directions.png, a picture's code swept along two directions."""
    if not is_here():
        return
    file, frames = {sprite.stem: str(sprite) for sprite in sprites}, list[np.ndarray]()
    for first, last in PAIRS:
        out = work / "morphs" / f"{first}-{last}"
        _run("morph", file[first], file[last], "--pack", PACK, "--frames", str(FRAMES), "--out", str(out))
        frames += [read_sprite(one).rgba_HWC for one in sorted(out.glob("*.png"))]
    save(folder / "morphs.png", contact_sheet(frames, columns=FRAMES))
    columns, rows = GRID
    grid = work / "grid.png"
    _run("explore", file[EXPLORED], "--pack", PACK, "--dims", "0,1", "--grid", f"{columns}x{rows}", "--out", str(grid))
    rgba_HW4 = read_sprite(grid).rgba_HWC
    side = rgba_HW4.shape[1] // columns
    cells = [
        rgba_HW4[y * side : (y + 1) * side, x * side : (x + 1) * side]
        for y, x in itertools.product(range(rows), range(columns))
    ]
    save(folder / "directions.png", contact_sheet(cells, columns=columns))


def in_the_window(window: MainWindow, folder: Path, sprites: list[Path]) -> None:
    """Write morph.png, explore.png and lesson.png as a person would see them."""
    if not is_here():
        return
    file = {sprite.stem: sprite for sprite in sprites}
    window.show_place(Place.MORPH)
    morphs = window.findChild(MorphPage)
    morphs.use_pack(_folder())
    morphs.keys.insert_files(0, [file[name] for name in KEYS])
    until(lambda: morphs.morphing.final)
    morphs.player.transport.go_to(FRAMES // 2)
    window.grab().save(str(folder / "morph.png"))

    window.show_place(Place.EXPLORE)
    explores = window.findChild(ExplorePage)
    cells = set[int]()
    explores.exploring.cleared.connect(cells.clear)
    explores.exploring.cell_drawn.connect(lambda cell, _: cells.add(cell))
    explores.take_sprite(EXPLORED, read_sprite(file[EXPLORED]).rgba_HWC)
    until(lambda: explores.exploring.spot is not None)
    explores.board.ask_seed(1)
    until(lambda: not explores.rolling.running)
    for row in explores.sliders.rows[:2]:
        row.slider.setValue(PULL)
    until(lambda: len(cells) == SIDE**2)
    window.grab().save(str(folder / "explore.png"))

    explores.show_lesson()
    dialog = window.findChild(LessonDialog)
    view = dialog.views[Lesson.MOONS]
    over: list[bool] = []
    view.over.connect(lambda *_: over.append(True))
    until(lambda: bool(over))
    dialog.grab().save(str(folder / "lesson.png"))
    dialog.close()


def _run(*words: str) -> None:
    if main(list(words)) != 0:
        raise RuntimeError(f"genmodels {' '.join(words)} did not work")


def _folder() -> Path:
    return next(folder for folder in find_packs(*paths.pack_roots()) if folder.name == PACK)
