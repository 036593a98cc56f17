"""`make bench`: speed as ratios to something bare, measured in turns within one run, so that machines can be compared.

Prints a table and writes bench.json: a list of {name, ratio, seconds, bare_seconds}, all medians.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np
import torch

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.configs import PixelRNNConfig
from genmodels.api.messages import Complete, Done, Event, LoadPack, Preview, decode_event, encode
from genmodels.api.packs import CARD, FORMAT_VERSION, PackCard, read_card
from genmodels.jobs.complete import complete
from genmodels.media.masks import Cover, cover_mask, mask_png
from genmodels.media.palettes import from_hex, to_hex
from genmodels.media.sprite import encode_png
from genmodels.models.pixelrnn import build
from genmodels.models.pixelrnn.preview import preview
from genmodels.runtime import one_thread, seed_torch
from genmodels.storage import save_pack
from tests import bench_training

ROOT = Path(__file__).parents[1]
PACK, SIDE, COLOURS, LANES, CELLS = "pokemon-icons-32", 32, 256, 8, 512
FIRST_PIXELS_S, ANSWER_S = 0.3, 0.1

WINDOW = """
import sys
from app.__main__ import build
application = build([sys.executable, "-c", "import sys; sys.stdin.read()"])  # an engine that costs next to nothing
from PySide6.QtCore import QTimer
def usable():
    print("torch" in sys.modules, flush=True)
    application.engine.shut_down()
"""
PAINTED = """
application.window.first_painted.connect(usable)
sys.exit(application.run(None))
"""
FIRST_SPRITE = """
def show(drawing):
    application.window.page.canvas.repaint()
    QTimer.singleShot(0, usable)
application.window.page.files.opened.connect(show)
sys.exit(application.run(None))
"""
STROKES = """
import time
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
GAP, taken = 0.04, []
def stroke(asked):
    canvas = application.window.page.canvas
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=canvas.rect().center() + QPoint(len(taken), 0))
    canvas.repaint()
    taken.append(time.perf_counter() - asked - GAP)
    if len(taken) == 100:
        print(max(taken), flush=True)
        application.engine.shut_down()
    else:
        QTimer.singleShot(int(1000 * GAP), lambda asked=time.perf_counter(): stroke(asked))
def begin(drawing):
    QTimer.singleShot(int(1000 * GAP), lambda asked=time.perf_counter(): stroke(asked))
application.window.page.files.opened.connect(begin)
sys.exit(application.run(None))
"""
EMPTY = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication(sys.argv[:1])
class Window(QMainWindow):
    painted = False
    def paintEvent(self, event):
        if not self.painted:
            self.painted = True
            QTimer.singleShot(0, usable)
def usable():
    print(False, flush=True)
    application.quit()
window = Window()
window.resize(1300, 840)
window.show()
sys.exit(application.exec())
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    ratio: float
    seconds: float
    bare_seconds: float


def main() -> int:
    """Measure everything; returns the exit status."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ[paths.HOME_VARIABLE] = folder
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        pack = paths.assets() / "packs" / PACK
        if not (pack / CARD).is_file():
            pack = untrained_pack(Path(folder) / "packs" / PACK)
            sys.stdout.write(f"{PACK} is not here: measuring an untrained pack of the same shape.\n")
        rows = [(drawing(pack), 3.0), (first_pixels(pack), 1.0), (window(), 2.0), (first_sprite(), None)]
        rows += [(training_loop(Path(folder)), 1 / 0.9), (upkeep(Path(folder)), 0.05), (answers(Path(folder)), 1.0)]
    sys.stdout.write(f"{'':58} {'seconds':>8} {'bare':>8} {'ratio':>6} {'goal':>5}\n")
    for row, goal in rows:
        aim = "" if goal is None else f"{goal:5.2f}  {'met' if row.ratio <= goal else 'NOT MET'}"
        sys.stdout.write(f"{row.name:58} {row.seconds:8.3f} {row.bare_seconds:8.3f} {row.ratio:6.2f} {aim}\n")
    sys.stdout.write("torch is not imported in the window's process\n")
    (ROOT / "bench.json").write_text(json.dumps([asdict(row) for row, _ in rows], indent=1) + "\n", encoding="utf-8")
    return 0


def in_turns(name: str, ours: Callable[[], float], bare: Callable[[], float], turns: int) -> Row:
    """Return the medians of both, measured one after the other so that what else runs here slows both alike."""
    ours(), bare()
    pairs = [(ours(), bare()) for _ in range(turns)]
    seconds, bare_seconds = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Row(name=name, ratio=seconds / bare_seconds, seconds=seconds, bare_seconds=bare_seconds)


def drawing(pack: Path) -> Row:
    """Eight candidates, all that a request costs, beside as many steps of a bare LSTM; both on one thread."""
    request = half_covered(pack)
    steps = SIDE * SIDE // 2
    lstm = torch.nn.LSTM(len(read_card(pack).colours) + 1, CELLS, batch_first=True).eval()
    inputs_L1K = torch.zeros(LANES, 1, lstm.input_size)
    inputs_L1K[..., 0] = 1

    @torch.inference_mode()
    def bare() -> float:
        state, start = None, time.perf_counter()
        with one_thread():
            for _ in range(steps):
                _, state = lstm(inputs_L1K, state)
        return time.perf_counter() - start

    def ours() -> float:
        start = time.perf_counter()
        *_, done = complete(request)
        assert isinstance(done, Done)
        return time.perf_counter() - start

    name = f"{LANES} candidates, half of {SIDE}×{SIDE} : {steps} steps of LSTM-{CELLS}"
    return in_turns(name, ours, bare, turns=7)


def first_pixels(pack: Path) -> Row:
    """From a request to its first preview, with an engine that has loaded the pack."""
    command = [sys.executable, "-m", "genmodels", "serve"]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as engine:

        def ask(job: str, request: Complete | LoadPack, wanted: type[Event]) -> float:
            start, seconds = time.perf_counter(), None
            engine.stdin.write(encode(request, job).encode() + b"\n")
            engine.stdin.flush()
            while True:
                _, event = decode_event(engine.stdout.readline().decode())
                if seconds is None and isinstance(event, wanted):
                    seconds = time.perf_counter() - start
                if isinstance(event, Done):
                    return seconds

        engine.stdout.readline()  # ready
        ask("load", LoadPack(pack=str(pack)), Done)
        seconds = statistics.median([ask(str(turn), half_covered(pack), Preview) for turn in range(7)])
        engine.stdin.close()
    ratio = seconds / FIRST_PIXELS_S
    return Row(name=f"first pixels : {FIRST_PIXELS_S} s", ratio=ratio, seconds=seconds, bare_seconds=FIRST_PIXELS_S)


def window() -> Row:
    """From the start of the process to a window that is painted with its tools and takes input, beside an empty one."""
    name = "window painted, takes input : an empty PySide6 window"
    return in_turns(name, lambda: usable(WINDOW + PAINTED), lambda: usable(EMPTY), turns=11)


def first_sprite() -> Row:
    """The same to the first sprite on the canvas: NumPy and Pillow are imported in between."""
    name = "first sprite shown : an empty PySide6 window"
    return in_turns(name, lambda: usable(WINDOW + FIRST_SPRITE), lambda: usable(EMPTY), turns=11)


def training_loop(folder: Path) -> Row:
    """A step of the training loop, batch and averages and all, beside a bare one on the same tensors."""
    seconds, bare = bench_training.loop(folder)
    name = "a step of training : forward, backward and step"
    return Row(name=name, ratio=seconds / bare, seconds=seconds, bare_seconds=bare)


def upkeep(folder: Path) -> Row:
    """What states and previews take of the time; after training_loop in the same folder."""
    seconds, bare = bench_training.overhead(folder), bench_training.SAVE_SECONDS
    return Row(name="states and previews : the time", ratio=seconds / bare, seconds=seconds, bare_seconds=bare)


def answers(folder: Path) -> Row:
    """The slowest of a hundred strokes on the canvas while a training takes all cores; after training_loop."""
    with bench_training.busy(folder):
        seconds = float(_said(WINDOW + STROKES)[0])
    return Row(
        name=f"a stroke while a training runs : {ANSWER_S} s",
        ratio=seconds / ANSWER_S,
        seconds=seconds,
        bare_seconds=ANSWER_S,
    )


def usable(script: str) -> float:
    """Return the seconds until the script says that its window is usable; asserts that torch is not in its process."""
    said, seconds = _said(script)
    assert said == "False", "torch is in the window's process"
    return seconds


def _said(script: str) -> tuple[str, float]:
    """Return the first line that a script with a window prints, and the seconds that it took."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    command = [sys.executable, "-c", script]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        said = process.stdout.readline().strip()
        seconds = time.perf_counter() - start
        told = process.communicate()[1]
        assert said, f"the script ended early: {told}"
    return said, seconds


def half_covered(pack: Path) -> Complete:
    """Return a request for eight candidates of a round sprite with a dozen colours."""
    y_HW, x_HW = np.mgrid[:SIDE, :SIDE]
    distance_HW = np.hypot(y_HW - SIDE / 2, x_HW - SIDE / 2)
    table_K4 = from_hex(read_card(pack).colours)[:12]
    rgba_HW4 = np.where((distance_HW < SIDE * 0.45)[..., None], table_K4[(distance_HW / 1.4).astype(int) % 12], 0)
    mask = mask_png(cover_mask(Cover.LOWER_HALF, SIDE, SIDE))
    return Complete(pack=str(pack), sprite=encode_png(rgba_HW4.astype(np.uint8)), mask=mask, seeds=tuple(range(LANES)))


def untrained_pack(folder: Path) -> Path:
    """Write a pack of the default preset with random weights and colours."""
    seed_torch(1)
    rgba_K4 = np.random.default_rng(1).integers(0, 256, (COLOURS, 4), dtype=np.uint8)
    rgba_K4[:, 3] = 255
    rgba_K4[0] = 0
    config = PixelRNNConfig(size=SIDE, colours=COLOURS)
    card = PackCard(
        format_version=FORMAT_VERSION, family="pixelrnn", name=folder.name, title="Untrained", licence="MIT",
        trained_on="nothing", config=to_dict(config), colours=to_hex(rgba_K4),
    )  # fmt: skip
    model = build(config, rgba_K4)
    save_pack(folder, model, card, preview(model, rgba_K4))
    return folder


if __name__ == "__main__":
    sys.exit(main())
