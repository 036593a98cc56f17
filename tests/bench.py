"""`make bench`: speed as ratios to something bare, measured in turns within one run, so that machines can be compared.

Prints a table and writes bench.json: a list of {name, ratio, seconds, bare_seconds}, all medians.
"""

import json
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path

import torch

from genmodels.api import paths
from genmodels.api.configs import Family
from genmodels.api.messages import Done, Preview
from genmodels.api.packs import read_card
from genmodels.jobs.complete import complete
from genmodels.runtime import one_thread
from tests import bench_board, bench_morphs, bench_strokes, bench_training
from tests.bench_engine import engine_with
from tests.bench_packs import SIDE, half_covered, packs
from tests.bench_windows import EMPTY, FIRST_SPRITE, PAINTED, ROOT, STROKES, WINDOW, said, usable

LANES, CELLS = 8, 512
FIRST_PIXELS_S, ANSWER_S, FIRST_STRIP_S, MORPH_S, STRETCH_S = 0.3, 0.1, 0.3, 3.0, 0.05
FIRST_FRESH_S = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    name: str
    ratio: float
    seconds: float
    bare_seconds: float


def main() -> int:
    """Measure everything; returns the exit status."""
    with tempfile.TemporaryDirectory() as home:
        folder = Path(home)
        os.environ[paths.HOME_VARIABLE] = home
        os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # an installed program has its bytecode
        (completer, morpher, maker), missing = packs(folder / "packs")
        for name in missing:
            sys.stdout.write(f"{name} is not here: measuring an untrained pack of the same shape.\n")
        rows = [
            (drawing(completer), 3.0),
            (first_pixels(completer), 1.0),
            (window(), 2.0),
            (first_sprite(), None),
            (stroke(), 1.5),
        ]
        rows += [(training_loop(folder, Family.PIXELRNN), 1 / 0.9), (upkeep(folder), 0.05), (answers(folder), 1.0)]
        rows += slider(morpher, folder) + morphs(morpher)
        rows += [(training_loop(folder, Family.IMAGE_VAE), 1 / 0.9), *fresh_sprites(maker)]
    sys.stdout.write(f"{'':66} {'seconds':>8} {'bare':>8} {'ratio':>6} {'goal':>5}\n")
    for row, goal in rows:
        aim = "" if goal is None else f"{goal:5.2f}  {'met' if row.ratio <= goal else 'NOT MET'}"
        sys.stdout.write(f"{row.name:66} {row.seconds:8.3f} {row.bare_seconds:8.3f} {row.ratio:6.2f} {aim}\n")
    sys.stdout.write("torch is not imported in the window's process\n")
    (ROOT / "bench.json").write_text(json.dumps([asdict(row) for row, _ in rows], indent=1) + "\n", encoding="utf-8")
    return 0


def in_turns(name: str, ours: Callable[[], float], bare: Callable[[], float], turns: int) -> Row:
    """Return the medians of both, measured one after the other so that what else runs here slows both alike."""
    ours(), bare()
    pairs = [(ours(), bare()) for _ in range(turns)]
    seconds, bare_seconds = (statistics.median(times) for times in zip(*pairs, strict=True))
    return Row(name=name, ratio=seconds / bare_seconds, seconds=seconds, bare_seconds=bare_seconds)


def against(name: str, seconds: float, aim: float) -> Row:
    """Return a row that is measured against a time that was promised."""
    return Row(name=f"{name} : {aim:g} s", ratio=seconds / aim, seconds=seconds, bare_seconds=aim)


def drawing(pack: Path) -> Row:
    """Eight candidates, all that a request costs, beside as many steps of a bare LSTM; both on one thread."""
    request = half_covered(pack, LANES)
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
    with engine_with(pack) as engine:
        seconds = statistics.median([engine.seconds(half_covered(pack, LANES), Preview) for _ in range(7)])
    return against("first pixels", seconds, FIRST_PIXELS_S)


def window() -> Row:
    """From the start of the process to a window that is painted with its tools and takes input, beside an empty one."""
    name = "window painted, takes input : an empty PySide6 window"
    return in_turns(name, lambda: usable(WINDOW + PAINTED), lambda: usable(EMPTY), turns=11)


def first_sprite() -> Row:
    """The same to the first sprite on the canvas: NumPy and Pillow are imported in between."""
    name = "first sprite shown : an empty PySide6 window"
    return in_turns(name, lambda: usable(WINDOW + FIRST_SPRITE), lambda: usable(EMPTY), turns=11)


def stroke() -> Row:
    """An event of a stroke on 512×512 pixels and 20 layers, its repaint included, beside that repaint alone."""
    turns = [bench_strokes.stroke() for _ in range(3)]
    seconds, bare = (statistics.median(times) for times in zip(*turns, strict=True))
    name = f"a stroke on {bench_strokes.LAYERS} layers of {bench_strokes.SIDE}×{bench_strokes.SIDE} : its bare repaint"
    return Row(name=name, ratio=seconds / bare, seconds=seconds, bare_seconds=bare)


def training_loop(folder: Path, family: Family) -> Row:
    """A step of the training loop, batch and averages and all, beside a bare one on the same tensors."""
    seconds, bare = bench_training.loop(folder, family)
    name = f"a step of training, {family} : forward, backward and step"
    return Row(name=name, ratio=seconds / bare, seconds=seconds, bare_seconds=bare)


def upkeep(folder: Path) -> Row:
    """What states and previews take of the time; after training_loop in the same folder."""
    seconds, bare = bench_training.overhead(folder, Family.PIXELRNN), bench_training.SAVE_SECONDS
    return Row(name="states and previews : the time", ratio=seconds / bare, seconds=seconds, bare_seconds=bare)


def answers(folder: Path) -> Row:
    """The slowest of a hundred strokes on the canvas while a training takes all cores; after training_loop."""
    with bench_training.busy(folder):
        seconds = float(said(WINDOW + STROKES)[0])
    return against("a stroke while a training runs", seconds, ANSWER_S)


def slider(pack: Path, folder: Path) -> list[tuple[Row, float]]:
    """A slider's new picture beside the bare decoder: the job alone, through an engine, and under a restless hand."""
    moved = bench_morphs.Slider(pack)
    here = in_turns("a slider's picture, the job in this process : a bare decode", moved.here, moved.bare, turns=41)
    with engine_with(pack) as engine:
        name = "a slider's picture through the engine : a bare decode"
        through = in_turns(name, lambda: moved.through(engine), moved.bare, turns=41)
    name = "the last picture of a restless hand : one under way, and its own"
    last = in_turns(name, lambda: moved.last(folder), lambda: 2 * moved.bare(), turns=3)
    return [(here, 1.3), (through, 1.3), (last, 1.3)]


def morphs(pack: Path) -> list[tuple[Row, float]]:
    """A morph with an engine that has loaded the pack, and how soon it would hear a cancel."""
    with engine_with(pack) as engine:
        first, whole = bench_morphs.strip(engine, pack)
    name = f"a morph of {bench_morphs.FRAMES} frames, {SIDE}×{SIDE}"
    stretch = bench_morphs.longest_stretch(pack)
    return [
        (against(f"{name}, first rough frame", first, FIRST_STRIP_S), 1.0),
        (against(name, whole, MORPH_S), 1.0),
        (against("the longest stretch between two yields of a morph", stretch, STRETCH_S), 1.0),
    ]


def fresh_sprites(pack: Path) -> list[tuple[Row, float]]:
    """A board full of sprites beside the bare networks, and how soon the first is there on an engine that is warm."""
    board = bench_board.Board(pack)
    name = f"{bench_board.COUNT} fresh sprites, {SIDE}×{SIDE} : generator and decoder, batch {bench_board.COUNT}"
    whole = in_turns(name, board.here, board.bare, turns=9)
    with engine_with(pack) as engine:
        first = statistics.median([board.first(engine) for _ in range(9)])
    return [(whole, 1.2), (against("the first fresh sprite", first, FIRST_FRESH_S), 1.0)]


if __name__ == "__main__":
    sys.exit(main())
