"""The curves of a training: the loss while it learns, and the held-out figure it is chosen by."""

from collections.abc import Sequence

import pyqtgraph as pg
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.theme import current
from app.widgets.buttons import label

_DRAWN = 1000  # points of a curve; more would be finer than the screen
Points = Sequence[tuple[int, float]]


class LossChart(QWidget):
    """Two curves over the steps; the pointer reads off both."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(self.tr("Curves of the training"))
        self._loss: Points = ()
        self._held: Points = ()
        plot = self._plot = pg.PlotItem()
        view = self._view = pg.GraphicsView(self, background="default")
        view.setBackground(None)
        view.setAntialiasing(True)
        view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        view.setCentralWidget(plot)
        self._value = label(self, role="muted")
        self._value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        top = QHBoxLayout()
        top.setSpacing(10)
        top.addWidget(label(self, self.tr("How it learns"), role="title"))
        top.addWidget(self._value, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addLayout(top)
        layout.addWidget(view, 1)
        plot.hideButtons()
        plot.setMenuEnabled(False)
        plot.getViewBox().setMouseEnabled(x=False, y=False)
        plot.setLabel("bottom", self.tr("step"))
        self._plot = plot
        self._loss_curve = plot.plot()
        self._held_curve = plot.plot(symbol="o", symbolSize=5)
        self._best = pg.ScatterPlotItem(size=11)
        plot.addItem(self._best)
        self._line = pg.InfiniteLine(angle=90)
        self._line.hide()
        plot.addItem(self._line, ignoreBounds=True)
        view.sceneObj.sigMouseMoved.connect(self._on_mouse_moved)  # pyright: ignore[reportOptionalMemberAccess]
        self._colour()

    def show_unit(self, unit: str) -> None:
        """Say what the curves are measured in."""
        self._plot.setLabel("left", unit)

    def show_curves(self, loss: Points, held: Points, best: tuple[int, float] | None) -> None:
        """Draw the curves as they are by now."""
        self._loss, self._held = loss, held
        for curve, all_points in ((self._loss_curve, loss), (self._held_curve, held)):
            points = all_points[:: -(len(all_points) // _DRAWN + 1)]  # from the newest back, which is always drawn
            curve.setData([step for step, _ in points], [value for _, value in points])
        self._best.setData([best[0]] if best else [], [best[1]] if best else [])

    def changeEvent(self, event: QEvent) -> None:
        """Take over the colours of another look."""
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.StyleChange) and hasattr(self, "_line"):
            self._colour()

    def leaveEvent(self, event: QEvent) -> None:
        """Read nothing off any more."""
        super().leaveEvent(event)
        self._read_off(None)

    def _colour(self) -> None:
        colours = current()
        self._loss_curve.setPen(pg.mkPen(colours.muted, width=1.5))
        self._held_curve.setPen(pg.mkPen(colours.accent, width=2))
        self._held_curve.setSymbolBrush(colours.accent)
        self._held_curve.setSymbolPen(None)
        self._best.setPen(pg.mkPen(colours.accent, width=2))
        self._best.setBrush(pg.mkBrush(colours.panel))
        self._line.setPen(pg.mkPen(colours.field_line, style=Qt.PenStyle.DashLine))
        for side in ("left", "bottom"):
            axis = self._plot.getAxis(side)
            axis.enableAutoSIPrefix(enable=False)
            axis.setPen(colours.line)
            axis.setTextPen(colours.muted)
        self._plot.showGrid(x=False, y=True, alpha=0.15)
        self._view.resetCachedContent()  # the ground of the look before
        self._read_off(None)

    def _on_mouse_moved(self, at: QPointF) -> None:
        inside = self._plot.getViewBox().sceneBoundingRect().contains(at)
        self._read_off(self._plot.getViewBox().mapSceneToView(at).x() if inside else None)

    def _read_off(self, step: float | None) -> None:
        """Show both values at the point nearest to a step; without one, only which curve is which."""
        points = (*self._loss, *self._held)
        nearest = (
            min((at for at, _ in points), key=lambda at: abs(at - step), default=None) if step is not None else None
        )
        parts = [] if nearest is None else [self.tr("step {0:,}").format(nearest)]
        colours = current()
        for name, curve, colour in (
            (self.tr("training"), self._loss, colours.muted),
            (self.tr("held out"), self._held, colours.accent),
        ):
            near = "" if nearest is None else _value_at(curve, nearest)
            parts.append(f'<span style="color: {colour}">●</span> {name}{near}')
        self._line.setVisible(nearest is not None)
        if nearest is not None:
            self._line.setPos(nearest)
        self._value.setText(" &nbsp; ".join(parts))


def _value_at(points: Points, step: float) -> str:
    near = min(points, key=lambda point: abs(point[0] - step), default=None)
    return f" {near[1]:.3f}" if near else ""
