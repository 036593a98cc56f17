"""Windows in processes of their own: when they are usable, and how soon they answer."""

import os
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[1]

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
HAND = """
import sys, time
from pathlib import Path
from PySide6.QtCore import QCoreApplication, QTimer
from app.engine import Engine
from app.tasks.one_at_a_time import OneAtATime
from genmodels.api.messages import decode_request
GAP_MS = 5  # a hand moves faster than any decoder draws
application = QCoreApplication(sys.argv[:1])
moves = [decode_request(line)[1] for line in Path(sys.argv[1]).read_text().splitlines()]
engine = Engine(Path(sys.argv[2]))
live, asked, drawn = OneAtATime(engine), [], []
def move():
    asked.append(time.perf_counter())
    live.ask(moves[len(asked) - 1], len(asked) - 1)
    if len(asked) < len(moves):
        QTimer.singleShot(GAP_MS, move)
def show(number, done):
    drawn.append(number)
    if number == 0:  # the engine is awake and has the pack
        move()
    elif number == len(moves) - 1:
        assert drawn == sorted(set(drawn)), "an older picture came after a newer one"
        print(time.perf_counter() - asked[-1], flush=True)
        engine.stopped.connect(application.quit)
        engine.shut_down()
live.finished.connect(show)
engine.start()
asked.append(time.perf_counter())
live.ask(moves[0], 0)
sys.exit(application.exec())
"""


def usable(script: str) -> float:
    """Return the seconds until the script says that its window is usable; asserts that torch is not in its process."""
    first, seconds = said(script)
    assert first == "False", "torch is in the window's process"
    return seconds


def said(script: str, *arguments: str) -> tuple[str, float]:
    """Return the first line that a script prints, and the seconds that it took."""
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    start = time.perf_counter()
    command = [sys.executable, "-c", script, *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=environment, text=True
    ) as process:
        first = process.stdout.readline().strip()
        seconds = time.perf_counter() - start
        told = process.communicate()[1]
        assert first, f"the script ended early: {told}"
    return first, seconds
