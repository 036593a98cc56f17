"""Strips: ours are those that people's morphs show, the others are what they are compared with."""

import dataclasses

import numpy as np
import pytest
from small_vaes import noise, png

from genmodels.api.errors import ConfigError, PackError
from genmodels.api.messages import Morph
from genmodels.data.steps import finished
from genmodels.jobs.evaluate.strips import Strips, cross_fade, lecture, ours
from genmodels.jobs.loading import load_image_vae
from genmodels.jobs.morph import morph
from genmodels.jobs.morphing.ways import MorphRecipe
from genmodels.media.colours import from_hex
from genmodels.media.sprite import decode_png

QUICK = MorphRecipe(refine_steps=2, geodesic_steps=1, nodes=4, rough_nodes=2)
ENDS = np.stack([noise(seed, colours=6, half=False) for seed in (1, 2)])


@pytest.mark.parametrize("frames", [3, 9])
def test_ours_is_what_morph_draws_with_anchors_and_without(pack, frames) -> None:
    asked = Strips(pairs=2, frames=frames, recipe=QUICK)
    model, card = load_image_vae(pack)
    made = finished(ours(model, from_hex(card.colours), ENDS, asked))
    free = dataclasses.replace(QUICK, anchors=False)
    for recipe, strip_FSS4 in ((QUICK, made.anchored_FSS4), (free, made.free_FSS4)):
        *_, done = morph(Morph(pack=str(pack), pictures=tuple(map(png, ENDS)), frames=frames), recipe)
        assert np.array_equal(strip_FSS4, np.stack([decode_png(frame).rgba_HWC for frame in done.frames]))
    assert np.array_equal(made.held_on_2SS4, ENDS)
    for refined_SS, true_SS in zip(made.refined_2SS, made.true_2SS, strict=True):
        assert np.isin(refined_SS, true_SS).all()


def test_a_cross_fade_goes_straight_and_has_no_colour_from_transparent_pixels() -> None:
    assert np.array_equal(cross_fade(ENDS, 5)[[0, -1]] * (ENDS[..., 3:] > 0), ENDS * (ENDS[..., 3:] > 0))
    red, green = np.array([200, 0, 0, 255], np.uint8), np.array([0, 100, 0, 255], np.uint8)
    clear = np.array([9, 9, 9, 0], np.uint8)
    ends_2SS4 = np.stack([[[red, red, clear]], [[green, clear, clear]]])
    assert cross_fade(ends_2SS4, 3)[1].tolist() == [[[100, 50, 0, 255], [200, 0, 0, 128], [0, 0, 0, 0]]]


def test_the_lectures_vae_walks_between_its_own_codes(pack, lecture_pack) -> None:
    rival = lecture(lecture_pack, 8)
    strip_FSS4 = rival.strip(ENDS, 5)
    assert strip_FSS4.shape == (5, 8, 8, 4)
    assert set(np.unique(strip_FSS4[..., 3])) <= {0, 255}
    assert np.array_equal(strip_FSS4[[0, -1]], rival.strip(ENDS, 2))
    assert np.array_equal(strip_FSS4, rival.strip(ENDS[::-1], 5)[::-1])
    for folder, size in ((pack, 8), (lecture_pack, 16)):
        with pytest.raises(PackError, match=f"{size}×{size} pixels") as caught:
            lecture(folder, size)
        assert "--preset lecture" in caught.value.hint


@pytest.mark.parametrize(("pairs", "frames"), [(1, 9), (200, 2), (2000, 9)])
def test_what_cannot_be_measured_is_told(pairs, frames) -> None:
    with pytest.raises(ConfigError, match=f"{pairs:,} pair"):
        Strips(pairs=pairs, frames=frames)
