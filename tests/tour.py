"""Takes the README's pictures from the running program: the real window and engine, the shipped packs and sprites.

`make pictures` runs it on Qt's offscreen platform, so that it needs no display. With RUN=FOLDER, a training, it
takes the picture of the page for training too.
"""

import os
import shutil
import sys
import tempfile
from pathlib import Path

import numpy as np
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.application import Application
from app.main_window import MainWindow
from app.pages.train_page import TrainPage
from app.places import Place
from app.settings import Theme
from app.theme import apply_theme
from genmodels.api import paths
from genmodels.api.messages import Complete, Done
from genmodels.jobs.complete import complete
from genmodels.media.contact_sheet import contact_sheet, veiled
from genmodels.media.masks import Cover, cover_mask, mask_png
from genmodels.media.sprite import decode_png, encode_png, read_sprite
from tests import tour_morphs
from tests.tour_steps import save, until

PACK, SEED, SETTLE_MS = "pokemon-icons-32", 7, 2000


def main() -> int:
    """Write all pictures but training.png, and that too where a run is named."""
    run = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    with tempfile.TemporaryDirectory() as home:
        os.environ[paths.HOME_VARIABLE] = home
        folder = paths.resources() / "readme"
        folder.mkdir(parents=True, exist_ok=True)
        sprites = sorted((paths.assets() / "sprites").glob("*.png"))
        save(folder / "drawn.png", contact_sheet([read_sprite(path).rgba_HWC for path in sprites], columns=6))
        save(folder / "completions.png", _completions(sprites[:4]))
        tour_morphs.from_the_command_line(folder, Path(home), sprites)
        if run is not None:
            shutil.copytree(run, Path(home) / "runs" / run.name)
        return _walk(folder, sprites, run)


def _completions(sprites: list[Path]) -> np.ndarray:
    """Return, a row for each sprite: the sprite, what was hidden, and four completions."""
    pictures = []
    covers = [Cover.LOWER_HALF, Cover.BOX, Cover.LOWER_THREE_QUARTERS, Cover.LOWER_HALF]
    for path, cover in zip(sprites, covers, strict=True):
        rgba_HW4 = read_sprite(path).rgba_HWC
        mask_HW = cover_mask(cover, *rgba_HW4.shape[:2])
        request = Complete(
            pack=str(paths.assets() / "packs" / PACK),
            sprite=encode_png(rgba_HW4),
            mask=mask_png(mask_HW),
            seeds=tuple(range(SEED, SEED + 4)),
        )
        done = next(event for event in complete(request) if isinstance(event, Done))
        pictures += [rgba_HW4, veiled(rgba_HW4, mask_HW)]
        pictures += [decode_png(candidate.picture).rgba_HWC for candidate in done.candidates]
    return contact_sheet(pictures, columns=6)


def _walk(folder: Path, sprites: list[Path], run: Path | None) -> int:
    """Do the main job in the window, as a person would, and take its picture on the way."""
    qt = QApplication(sys.argv[:1])
    program = Application(qt)
    window, page = program.window, program.window.page
    apply_theme(qt, Theme.DARK)
    ready: list[bool] = []
    program.engine.became_ready.connect(lambda *_: ready.append(True))
    page.open_first(sprites[0])
    page.panel.picker.choose(PACK)
    window.show()
    until(lambda: bool(ready))
    height, width = page.drawing.mask_HW.shape
    QTest.keyClick(page.canvas, Qt.Key.Key_M)
    _drag(window, (0, height // 2), (width - 1, height - 1))
    window.grab().save(str(folder / "window.png"))
    QTest.keyClick(page.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    strip = page.audition.strip
    until(lambda: any(c.drawn_HW.sum() >= page.drawing.mask_HW.sum() // 3 for c in strip.candidates))
    window.grab().save(str(folder / "drawing.png"))
    until(lambda: not page.completion.running)
    for _ in range(3):
        QTest.keyClick(page.canvas, Qt.Key.Key_PageDown)
    window.grab().save(str(folder / "candidates.png"))
    if run is not None:
        window.show_place(Place.TRAIN)
        trainings = window.findChild(TrainPage)
        trainings.show_run(paths.user_home() / "runs" / run.name)
        QTest.qWait(SETTLE_MS)
        window.grab().save(str(folder / "training.png"))
    tour_morphs.in_the_window(window, folder, sprites)
    program.engine.stopped.connect(qt.quit)
    program.engine.shut_down()
    return qt.exec()


def _drag(window: MainWindow, start: tuple[int, int], end: tuple[int, int]) -> None:
    canvas = window.page.canvas
    first, last = (QPointF(canvas.viewport.rect_of((x, y, x + 1, y + 1)).center()).toPoint() for x, y in (start, end))
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, first)
    QTest.mouseMove(canvas, last)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, last)


if __name__ == "__main__":
    sys.exit(main())
