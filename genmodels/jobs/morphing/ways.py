"""The ways of a morph: what the model makes of the pictures, and the frames of each leg from one to the next.

Letters: B pictures, P nodes of a way, U tokens of all pictures, S side of the model's square, F frames of a leg.
"""

from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import torch
from torch import Tensor

from genmodels.api.messages import Event, Morph, Preview, Progress
from genmodels.data.steps import Pace, Steps, paced
from genmodels.jobs.canvases import View, view_of
from genmodels.jobs.morphing.colouring import Colouring, colouring
from genmodels.jobs.morphing.slots import Inks, Slots, inks_of, pair
from genmodels.jobs.morphing.tweening import ALIKE, Tween, tween
from genmodels.media.sprite import encode_png
from genmodels.metrics.smoothness import change
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.path import Way, drawn, passed, start
from genmodels.models.imagevae.refining import Refinement

MOST_ROUGH = 64  # previews
TIMED = 64  # parts of a leg whose change is measured


@dataclass(frozen=True, slots=True, kw_only=True)
class MorphRecipe:
    """How in-betweens are made; what is switched off can be compared with what is not."""

    refine_steps: int = 24  # of each picture's code
    geodesic_steps: int = 2  # of each inner node of a way
    nodes: int = 11  # of a way, both ends counted
    rough_nodes: int = 5
    shrink: float = 0.4  # share by which the spatial code gives way to the likeliest, half-way
    balance: float = 1.0  # share by which each colour is held to as many pixels as lie between both pictures'
    anchors: bool = True  # hold on to both ends' pixels; without, even the ends are the model's own
    clean: bool = True  # away with isolated pixels
    retime: bool = True  # even visible change per frame

    def calls(self, pictures: int) -> int:
        """Return how many networks' calls a morph takes, in units of which one is shown as progress."""
        way = self.nodes + (self.nodes + (self.nodes - 2) * self.geodesic_steps if self.geodesic_steps else 0)
        return pictures * (1 + self.refine_steps) + (pictures - 1) * way


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ways:
    """The pictures' codes, and what the ways between them have in common."""

    model: ImageVAE
    recipe: MorphRecipe
    view: View
    codes: Refinement
    used_U: Tensor
    tag_1: Tensor
    slots: tuple[Slots, ...]  # of each leg
    colours: tuple[Colouring, ...]

    def way(self, leg: int, count: int) -> Way:
        """Return a first way of so many nodes; the less the pictures differ, the less its detail gives way."""
        ends, shrink = slice(leg, leg + 2), self.recipe.shrink * min(1.0, self.slots[leg].apart / ALIKE)
        z_2N, s_2CQQ = self.codes.z_BN[ends], self.codes.s_BCQQ[ends]
        return start(self.model, z_2N, s_2CQQ, self.tag_1, count=count, shrink=shrink)

    def tween(self, leg: int, way: Way, *, clean: bool) -> Generator[None, None, Tween]:
        """Return the way ready to be seen, yielding after each of its nodes and of its ends' bands."""
        nodes: list[np.ndarray] = []
        for logits_USS in drawn(self.model, way, self.tag_1, self.used_U):
            nodes.append(logits_USS.numpy())
            yield
        return (
            yield from tween(
                self.slots[leg],
                self.colours[leg],
                self.view,
                np.stack(nodes),
                self.used_U.numpy(),
                anchors=self.recipe.anchors,
                balance=self.recipe.balance,
                clean=clean,
            )
        )

    def on_canvas(self, drawn_HW4: np.ndarray) -> np.ndarray:
        """Return what was drawn of the canvas with all that is clear round it."""
        canvas_HW4 = np.zeros((self.view.height, self.view.width, 4), np.uint8)
        canvas_HW4[self.view.box] = drawn_HW4
        return canvas_HW4


def ways_of(
    model: ImageVAE, pack_K4: np.ndarray, canvases: Sequence[np.ndarray], *, request: Morph, recipe: MorphRecipe
) -> Generator[None, None, Ways]:
    """Return the ways between pictures on canvases of one size, their codes as the encoder reads them.

    Yields after each picture that is read, and after each that is encoded.
    """
    view, inks, slots, colours = view_of(canvases, model.config.size), list[Inks](), list[Slots](), list[Colouring]()
    for canvas in canvases:
        inks.append(inks_of(canvas, pack_K4))
        if len(inks) > 1:
            slots.append(pair(*inks[-2:]))
            colours.append(colouring(slots[-1], request.palette, request.colours))
        yield
    tokens_BSS = torch.from_numpy(np.stack([_seen_tokens(ink, view) for ink in inks]))
    allowed_K = torch.zeros(len(pack_K4), dtype=torch.bool)
    allowed_K[tokens_BSS.unique()] = True  # the ground beyond a small canvas too
    used_U = torch.from_numpy(np.unique(np.concatenate([ink.token_M for ink in inks])))
    allowed_K[used_U] = True
    tag_B = torch.zeros(len(inks), dtype=torch.long)
    codes = yield from Refinement.reading(model, tokens_BSS, tag_B, allowed_K)
    return Ways(
        model=model,
        recipe=recipe,
        view=view,
        codes=codes,
        used_U=used_U,
        tag_1=tag_B[:1],
        slots=tuple(slots),
        colours=tuple(colours),
    )


def rough_strip(ways: Ways, frames: int, pace: Pace) -> Iterator[Event]:
    """Yield previews along the plain ways between the codes as they are, at most so many spread over all."""
    legs, steps = len(ways.slots), frames - 1
    last = legs * steps
    places = np.unique(np.linspace(0, last, min(last + 1, MOST_ROUGH)).round().astype(int))
    for leg in range(legs):
        own = places[(places >= leg * steps) & (places < (leg + 1) * steps + (leg == legs - 1))]
        if not len(own):
            continue

        def progress(leg: int = leg) -> Progress:
            return Progress(done=leg, total=legs, note="a rough strip")

        calls = ways.tween(leg, ways.way(leg, ways.recipe.rough_nodes), clean=False)
        between = yield from paced(calls, pace, progress)
        for place in own.tolist():
            drawn_HW4 = yield from paced(between.drawing((place - leg * steps) / steps), pace, progress)
            yield Preview(index=place, x=0, y=0, picture=encode_png(ways.on_canvas(drawn_HW4)))


def leg_frames(
    ways: Ways, between: Tween, ends: Sequence[np.ndarray], share_F: np.ndarray, pace: Pace
) -> Steps[list[np.ndarray]]:
    """Return a leg's frames at these shares of all visible change, the ends as they are."""
    exact, last = ways.recipe.anchors, len(share_F) - 1
    if exact and (last == 1 or np.array_equal(ends[0], ends[1])):
        return [*[ends[0]] * last, ends[1]]
    t_F = share_F
    if ways.recipe.retime:
        coarse, changes = between.coarse(), []
        before_HW4 = coarse.draw(0.0)
        for moment in range(1, TIMED + 1):
            now_HW4 = coarse.draw(moment / TIMED)
            changes.append(change(before_HW4, now_HW4))
            before_HW4 = now_HW4
            if pace.is_due():
                yield Progress(done=moment, total=TIMED, note="spreading the change evenly")
        t_F = passed(np.array(changes), share_F)
    frames: list[np.ndarray] = []
    for place, t in enumerate(t_F.tolist()):
        if exact and place in (0, last):
            frames.append(ends[place > 0])
            continue

        def progress(place: int = place) -> Progress:
            return Progress(done=place, total=last + 1, note="drawing the frames")

        drawn_HW4 = yield from paced(between.drawing(t), pace, progress)
        frames.append(ways.on_canvas(drawn_HW4))
    return frames


def _seen_tokens(inks: Inks, view: View) -> np.ndarray:
    """Return what the model sees of a picture, int64 (S, S); beyond its canvas there is the pack's ground, token 0."""
    return view.seen(inks.token_M[inks.place_HW].astype(np.int64))
