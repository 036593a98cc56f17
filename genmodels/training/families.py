"""From a request to its family's recipe: the one place of the loop that names families."""

from collections.abc import Mapping
from typing import Any, assert_never

import numpy as np
from torch import nn

from genmodels.api import paths
from genmodels.api.configs import Family, TrainRequest
from genmodels.api.errors import PackError
from genmodels.api.families import begins_with, does
from genmodels.api.packs import PackCard, find_packs
from genmodels.api.runs import NEAREST
from genmodels.data.sprites.nearest import nearest_pack
from genmodels.data.steps import Steps
from genmodels.models.imagevae import recipe as imagevae
from genmodels.models.pixelrnn import recipe as pixelrnn
from genmodels.models.spritegan import recipe as spritegan
from genmodels.models.versevae import recipe as versevae
from genmodels.training.recipe import Recipe


def read(request: TrainRequest) -> Steps[tuple[dict[str, np.ndarray], dict[str, Any], tuple[str, ...]]]:
    """Return the data as arrays, facts, and remarks for people; raises InputError where no training can come of it."""
    match request.family:
        case Family.PIXELRNN:
            return (yield from pixelrnn.read(request))
        case Family.IMAGE_VAE:
            return (yield from imagevae.read(request))
        case Family.GAN:
            return (yield from spritegan.read(request))
        case Family.VERSE_VAE:
            return (yield from versevae.read(request))
        case _:
            assert_never(request.family)


def start(request: TrainRequest, arrays: Mapping[str, np.ndarray], facts: Mapping[str, Any]) -> str:
    """Return the folder of the pack to begin with, empty where there is none: what is asked for, or what suits best.

    arrays, facts: what `read` returned.
    """
    match request.family:
        case Family.PIXELRNN | Family.IMAGE_VAE if request.start != NEAREST:
            return request.start
        case Family.PIXELRNN | Family.IMAGE_VAE:
            tokens_NHW, table_K4 = arrays["trained_NHW"], arrays["table_K4"]
            share_K = np.bincount(tokens_NHW.ravel(), minlength=len(table_K4)) / tokens_NHW.size
            packs = find_packs(*paths.pack_roots())
            found = nearest_pack(request.family, table_K4, share_K, tokens_NHW.shape[1], packs)
            return str(found or "")
        case Family.GAN | Family.VERSE_VAE:
            return facts["start"]  # in whose colours, or pieces, the data are
        case _:
            assert_never(request.family)


def leaves_start_open(request: TrainRequest) -> bool:
    """Return whether the pack to begin with is to be found; what begins with another family's never has none."""
    return request.start == NEAREST or (not request.start and len(begins_with(request.family)) > 1)


def recipe(
    request: TrainRequest,
    arrays: Mapping[str, np.ndarray],
    facts: Mapping[str, Any],
    start: tuple[nn.Module, PackCard] | None,
) -> Recipe:
    """Return the recipe for this data; start: the model to begin with and its card.

    Raises PackError where that one is of another family, or cannot be gone on from with this data.
    """
    if start and start[1].family not in begins_with(request.family):
        message = f"The pack “{start[1].name}” is of another family: a model that {does(request.family)} cannot go on."
        fitting = " or ".join(f"that {does(family)}" for family in begins_with(request.family))
        raise PackError(message, hint=f"Choose a pack {fitting}, or start from scratch.")
    match request.family:
        case Family.PIXELRNN:
            return pixelrnn.PixelRNNRecipe(request, arrays, facts, start)
        case Family.IMAGE_VAE:
            return imagevae.ImageVAERecipe(request, arrays, facts, start)
        case Family.GAN:
            if start is None:  # of a run folder that someone has changed
                raise PackError("A GAN needs an image VAE to begin with.", hint="Start anew in another run folder.")
            return spritegan.SpriteGANRecipe(request, arrays, facts, start)
        case Family.VERSE_VAE:
            return versevae.VerseVAERecipe(request, arrays, facts, start)
        case _:
            assert_never(request.family)
