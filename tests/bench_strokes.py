"""What a stroke costs on a large canvas with many layers, beside the bare repaint of the rectangle that it dirties."""

from tests.bench_windows import WINDOW, said

SIDE, LAYERS, EVENTS = 512, 20, 240

STROKE = f"""
import statistics, sys, time
import numpy as np
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from app.document.drawing import Drawing
from genmodels.media.artwork.artwork import artwork_of
from genmodels.media.artwork.layering import add_layer
from genmodels.media.artwork.plane import plane_of
SIDE, LAYERS, EVENTS = {SIDE}, {LAYERS}, {EVENTS}
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
rng = np.random.default_rng(1)
def picture():  # of opaque and clear pixels, as sprites have them
    rgba_HWC = rng.integers(0, 256, (SIDE, SIDE, 4), np.uint8)
    rgba_HWC[..., 3] = 255 * rng.integers(0, 2, (SIDE, SIDE))
    return rgba_HWC
def layered():
    keys = []
    artwork = artwork_of([picture()], layer="0")
    for number in range(1, LAYERS):
        artwork, key = add_layer(artwork, str(number))
        artwork = artwork.with_cel(key, 0, plane_of(picture()))
        keys.append(key)
    drawing = Drawing(artwork)
    drawing.go_to(layer=keys[LAYERS // 2])
    mask_HW = np.hypot(*(np.mgrid[:SIDE, :SIDE] - SIDE / 2)) < SIDE / 3
    drawing.begin()
    drawing.cover(mask_HW)
    drawing.commit("select")
    return drawing
def measure(_):
    page = application.window.page
    page.show_drawing(layered())
    next(action for card, action in page.rail._cards if card.name == "draw.pencil").trigger()
    canvas, dirty = page.canvas, []
    canvas.zoom_to(2)
    canvas.repaint()
    update = canvas.update
    def kept(*area):
        dirty.extend(area)
        update(*area)
    canvas.update = kept
    def event(kind, cell, button):
        point = QPointF(canvas.viewport.rect_of((*cell, cell[0] + 1, cell[1] + 1)).center())
        return QMouseEvent(kind, point, canvas.mapToGlobal(point), button, LEFT, NONE)
    canvas.mousePressEvent(event(QEvent.Type.MouseButtonPress, (SIDE // 2 - 60, SIDE // 2), LEFT))
    canvas.repaint()
    events, paints = [], []
    for number in range(EVENTS):
        dirty.clear()
        cell = (SIDE // 2 - 60 + number % 120, SIDE // 2 + number // 3)
        move = event(QEvent.Type.MouseMove, cell, Qt.MouseButton.NoButton)
        begun = time.perf_counter()
        canvas.mouseMoveEvent(move)
        events.append(time.perf_counter() - begun)
        area = dirty[0]
        for one in dirty[1:]:
            area = area.united(one)
        begun = time.perf_counter()
        canvas.repaint(area)
        paints.append(time.perf_counter() - begun)
    print(statistics.median(a + b for a, b in zip(events, paints)), statistics.median(paints), flush=True)
    application.engine.shut_down()
application.window.page.files.opened.connect(lambda drawing: QTimer.singleShot(100, lambda: measure(drawing)))
sys.exit(application.run(None))
"""


def stroke() -> tuple[float, float]:
    """Return the seconds of one event of a stroke, with the repaint that follows it, and of the repaint alone."""
    together, bare = said(WINDOW + STROKE)[0].split()
    return float(together), float(bare)
