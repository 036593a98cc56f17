"""Looking through candidates on the canvas, and applying one: the strip and the canvas together."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QWidget

from app.canvas.view import Canvas
from app.document.candidates import Candidate
from app.document.drawing import Drawing
from app.document.landing import Landing, land
from app.document.symmetry import folded
from app.widgets.drawing.candidate_strip import CandidateStrip
from app.widgets.job_bar import JobBar
from app.widgets.menus import action


class Audition(QObject):
    """The canvas shows the candidate looked at; the drawing changes only by `apply`, in one step."""

    def __init__(
        self,
        window: QWidget,
        drawing: Callable[[], Drawing],
        canvas: Canvas,
        bar: JobBar,
        landing: Callable[[], Landing],
    ) -> None:
        super().__init__(window)
        self._drawing, self._canvas, self._bar, self._landing = drawing, canvas, bar, landing
        make = partial(action, self)
        self.next = make(
            "draw.next_candidate", self.tr("Ne&xt candidate"), lambda: self.strip.step(1), "PgDown", icon="next"
        )
        self.previous = make(
            "draw.previous_candidate",
            self.tr("&Previous candidate"),
            lambda: self.strip.step(-1),
            "PgUp",
            icon="previous",
        )
        self.apply = make(
            "draw.apply_candidate", self.tr("&Apply candidate"), self._on_apply, "Return", "Enter", icon="apply"
        )
        self.star = make("draw.star_candidate", self.tr("&Star candidate"), self._on_star, "*", icon="star")
        self.discard = make(
            "draw.discard_candidate", self.tr("&Discard candidate"), self.discard_current, icon="discard"
        )
        self.strip = CandidateStrip([self.previous, self.next, self.star, self.discard, self.apply], window)
        self.strip.looked_at.connect(self._on_looked_at)
        self.strip.apply_asked.connect(self.apply_candidate)
        self._shown: Drawing | None = None  # whose candidates are in the strip
        self._others: list[Candidate] = []  # starred ones of drawings before
        self._enable()

    def actions(self) -> Sequence[QAction]:
        """Return the commands in the order of a menu."""
        return [self.next, self.previous, self.apply, self.star, self.discard]

    def refresh(self) -> None:
        """Show the candidate looked at over the drawing as it is now."""
        candidate = self.strip.current
        drawing = self._drawing()
        fits = candidate is not None and candidate.fits(drawing)
        if candidate is None or not fits:
            self._canvas.set_preview(None)
            return
        over_HWC = candidate.over(drawing.rgba_HWC)
        self._canvas.set_preview(folded(over_HWC, candidate.mask_HW, drawing.symmetry))

    def on_drawing_changed(self) -> None:
        """Show the candidate looked at over the changed drawing; what was applied is no longer the last step."""
        self._bar.take_back(self._applied_text())
        if self.strip.current is not None:
            self.refresh()

    def on_updated(self, candidate: Candidate) -> None:
        """Show what the model has drawn by now."""
        self.strip.refresh(candidate)
        if candidate.starred:
            self._keep()
        if candidate is self.strip.current:
            self.refresh()

    def show_kept(self, drawing: Drawing) -> None:
        """Show the candidates that belong to another drawing, beside the starred of the last one."""
        self._shown, kept = None, drawing.belongings.candidates
        self.strip.clear()
        for candidate in self.strip.candidates:
            if _is_among(candidate, kept):
                self.strip.remove(candidate)
        self._others = self.strip.candidates
        if kept:
            self.strip.add_set(kept)
        self._shown = drawing

    def compare(self, *, held: bool) -> None:
        """Show the original while the key is held, the candidate again after."""
        if held and self.strip.current is not None:
            self._canvas.set_preview(self._drawing().rgba_HWC)
        else:
            self.refresh()

    def leave(self) -> bool:
        """Go back to the original; returns whether a candidate was looked at."""
        was_looking = self.strip.current is not None
        self.strip.look_at(None)
        return was_looking

    def discard_current(self) -> bool:
        """Discard the candidate looked at; returns whether there was one."""
        current = self.strip.current
        if current is not None:
            self.strip.remove(current)
        return current is not None

    def apply_candidate(self, candidate: Candidate) -> None:
        """Lay the candidate's masked pixels onto the drawing in one step; it stays in the strip."""
        drawing = self._drawing()
        if not candidate.finished:
            self._bar.say(self.tr("This candidate is still being drawn."), self.tr("Apply it when it is finished."))
            return
        if not candidate.fits(drawing):
            hint = self.tr("Undo the change of size, or press Complete for new candidates.")
            self._bar.say(self.tr("This candidate was drawn for another canvas size."), hint)
            return
        self._canvas.abort_stroke()
        text, name = self.tr("Apply candidate"), self.tr("Completed {0}").format(candidate.seed)
        landing, picture_HWC = self._landing(), candidate.rgba_HWC
        changed = land(drawing, picture_HWC, candidate.mask_HW, landing=landing, text=text, name=name)
        self.strip.look_at(None)
        self._canvas.rest_mask()
        if changed:
            self._bar.say(self._applied_text(), self.tr("Ctrl+Z takes it back; the candidates stay."))
        else:
            self._bar.say(self.tr("The sprite looks like this candidate already."))

    def _keep(self) -> None:
        """Have the starred candidates belong to the drawing, so that its project holds them."""
        drawing, own = self._shown, (one for one in self.strip.candidates if one not in self._others)
        kept = tuple(one for one in own if one.starred and one.finished)
        if drawing is not None and kept != drawing.belongings.candidates:
            drawing.keep(replace(drawing.belongings, candidates=kept))

    def _applied_text(self) -> str:
        return self.tr("Applied.")

    def _enable(self) -> None:
        for one in (self.apply, self.star, self.discard):
            one.setEnabled(self.strip.current is not None)
        for one in (self.next, self.previous):
            one.setEnabled(bool(self.strip.candidates))

    def _on_looked_at(self, _candidate: Candidate | None) -> None:
        self._enable()
        self._keep()
        self.refresh()

    def _on_apply(self) -> None:
        if self.strip.current is not None:
            self.apply_candidate(self.strip.current)

    def _on_star(self) -> None:
        self.strip.toggle_star()
        self._keep()


def _is_among(candidate: Candidate, others: Sequence[Candidate]) -> bool:
    """Return whether one of the others is the same picture by the same seed."""
    return any(
        one.seed == candidate.seed
        and one.rgba_HWC.shape == candidate.rgba_HWC.shape
        and bool((one.rgba_HWC == candidate.rgba_HWC)[one.mask_HW].all())
        for one in others
    )
