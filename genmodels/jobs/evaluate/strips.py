"""Strips of in-betweens of the same two pictures, by our morph and by what it is compared with.

Letters: F frames, both ends counted, S side of the model's square.
"""

import dataclasses
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

from genmodels.api.errors import ConfigError, PackError
from genmodels.api.messages import Morph, Progress
from genmodels.data.sprites.colours import tokens
from genmodels.data.sprites.picture import flatten_alpha
from genmodels.data.steps import Pace, Steps, paced
from genmodels.data.wording import number_of
from genmodels.jobs.evaluate.reconstruction import given_back
from genmodels.jobs.loading import load_image_vae
from genmodels.jobs.morphing.ways import MorphRecipe, leg_frames, ways_of
from genmodels.media.colours import from_hex
from genmodels.models.imagevae import ImageVAE
from genmodels.models.imagevae.lecture import LectureVAE
from genmodels.models.imagevae.path import straighten, times

MOST_FRAMES = 2**14  # of all strips of an arm


@dataclass(frozen=True, slots=True, kw_only=True)
class Strips:
    """Which morphs are measured."""

    pairs: int = 200
    frames: int = 9
    against: Path | None = None  # a pack of the lecture's preset
    recipe: MorphRecipe = field(default_factory=MorphRecipe)  # the one that people's morphs are made by

    def __post_init__(self) -> None:
        """Reject what cannot be measured."""
        if self.pairs < 2 or self.frames < 3 or self.pairs * self.frames > MOST_FRAMES:
            asked = f"{number_of(self.pairs, 'pair')} with {number_of(self.frames, 'frame')} each"
            message = f"In-betweens of {asked} cannot be measured."
            raise ConfigError(message, hint=f"Choose 2 pairs and 3 frames or more, {MOST_FRAMES:,} frames in all.")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ours:
    """What our morph makes of two pictures."""

    anchored_FSS4: np.ndarray  # as it ships
    free_FSS4: np.ndarray  # without anchors
    true_2SS: np.ndarray  # tokens of both pictures
    refined_2SS: np.ndarray  # tokens that the refined codes give back, each picture's own colours given
    held_on_2SS4: np.ndarray  # both ends as the anchors alone make them


def ours(model: ImageVAE, pack_K4: np.ndarray, ends_2SS4: np.ndarray, asked: Strips) -> Steps[Ours]:
    """Return the morph of two pictures of the model's size, as `morph` draws it, and the same without anchors."""
    pace, recipe = Pace(), asked.recipe
    request = Morph(pack="", pictures=(), frames=asked.frames)

    def progress() -> Progress:
        return Progress(done=0, total=1)

    reading = ways_of(model, pack_K4, list(ends_2SS4), request=request, recipe=recipe)
    ways = yield from paced(reading, pace, progress)
    yield from paced(ways.codes.steps(recipe.refine_steps), pace, progress)
    way = ways.way(0, recipe.nodes)
    yield from paced(straighten(model, way, ways.tag_1, ways.used_U, recipe.geodesic_steps), pace, progress)
    held = yield from paced(ways.tween(0, way, clean=recipe.clean), pace, progress)
    free_ways = dataclasses.replace(ways, recipe=dataclasses.replace(recipe, anchors=False))
    share_F = np.linspace(0, 1, asked.frames)
    free = yield from leg_frames(free_ways, dataclasses.replace(held, strength=0.0), list(ends_2SS4), share_F, pace)
    anchored = yield from leg_frames(ways, held, list(ends_2SS4), share_F, pace)
    true_2SS, tag_2 = ways.codes.tokens_BHW, ways.tag_1.expand(2)
    return Ours(
        anchored_FSS4=np.stack(anchored),
        free_FSS4=np.stack(free),
        true_2SS=true_2SS.numpy(),
        refined_2SS=given_back(model, ways.codes.z_BN, ways.codes.s_BCQQ, tag_2, true_2SS).numpy(),
        held_on_2SS4=np.stack([ways.on_canvas(held.draw(t)) for t in (0.0, 1.0)]),
    )


def cross_fade(ends_2SS4: np.ndarray, frames: int) -> np.ndarray:
    """Return one picture fading into the other in true colour, uint8 FSS4; transparent pixels have no colour."""
    a_SS4, b_SS4 = (end_SS4 / 255.0 for end_SS4 in ends_2SS4)
    t_F111 = np.linspace(0, 1, frames)[:, None, None, None]
    alpha_FSS1 = (1 - t_F111) * a_SS4[..., 3:] + t_F111 * b_SS4[..., 3:]
    weighted_FSS3 = (1 - t_F111) * a_SS4[..., :3] * a_SS4[..., 3:] + t_F111 * b_SS4[..., :3] * b_SS4[..., 3:]
    colour_FSS3 = weighted_FSS3 / alpha_FSS1.clip(1e-6)
    return np.rint(255 * np.concatenate([colour_FSS3, alpha_FSS1], axis=-1)).astype(np.uint8)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Lecture:
    """The lecture's VAE to compare with."""

    model: LectureVAE
    table_K4: np.ndarray

    @torch.no_grad()
    def strip(self, ends_2SS4: np.ndarray, frames: int) -> np.ndarray:
        """Return what it paints on the straight line between two codes, uint8 FSS4, alpha 0 or 255 as in sprites."""
        z_2N, _ = self.model.encode(
            torch.from_numpy(tokens(ends_2SS4, self.table_K4)), tag_2 := torch.zeros(2, dtype=torch.long)
        )
        z_FN = z_2N[0].lerp(z_2N[1], times(frames)[:, None])
        painted_FSS4 = self.model.paint(z_FN, tag_2[:1].expand(frames)).numpy()
        return flatten_alpha(np.rint(255 * painted_FSS4).astype(np.uint8))


def lecture(folder: Path, size: int) -> Lecture:
    """Return the lecture's VAE of a pack; raises PackError where it is another model or sees another size."""
    model, card = load_image_vae(folder)
    if not isinstance(model, LectureVAE) or model.config.size != size:
        message = f"The pack “{card.name}” is no lecture's VAE that sees {size}×{size} pixels."
        hint = f"Train one: genmodels train image-vae DATA --preset lecture --size {size} …"
        raise PackError(message, hint=hint)
    return Lecture(model=model, table_K4=from_hex(card.colours))
