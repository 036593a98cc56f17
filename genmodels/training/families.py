"""From a request to its family's recipe: the one place of the loop that names families."""

from collections.abc import Mapping
from typing import Any, assert_never

import numpy as np
from torch import nn

from genmodels.api import paths
from genmodels.api.configs import Family, TrainRequest
from genmodels.api.errors import PackError
from genmodels.api.families import does
from genmodels.api.packs import PackCard, find_packs
from genmodels.data.sprites.nearest import nearest_pack
from genmodels.data.steps import Steps
from genmodels.models.imagevae import recipe as imagevae
from genmodels.models.pixelrnn import recipe as pixelrnn
from genmodels.training.recipe import Recipe


def read(request: TrainRequest) -> Steps[tuple[dict[str, np.ndarray], dict[str, Any], tuple[str, ...]]]:
    """Return the data as arrays, facts, and remarks for people; raises InputError where no training can come of it."""
    match request.family:
        case Family.PIXELRNN:
            return (yield from pixelrnn.read(request))
        case Family.IMAGE_VAE:
            return (yield from imagevae.read(request))
        case _:
            assert_never(request.family)


def nearest(request: TrainRequest, arrays: Mapping[str, np.ndarray]) -> str:
    """Return the folder of the pack that comes nearest to the data, empty where there is none."""
    match request.family:
        case Family.PIXELRNN | Family.IMAGE_VAE:
            tokens_NHW, table_K4 = arrays["trained_NHW"], arrays["table_K4"]
            share_K = np.bincount(tokens_NHW.ravel(), minlength=len(table_K4)) / tokens_NHW.size
            packs = find_packs(*paths.pack_roots())
            found = nearest_pack(request.family, table_K4, share_K, tokens_NHW.shape[1], packs)
            return str(found or "")
        case _:
            assert_never(request.family)


def recipe(
    request: TrainRequest,
    arrays: Mapping[str, np.ndarray],
    facts: Mapping[str, Any],
    start: tuple[nn.Module, PackCard] | None,
) -> Recipe:
    """Return the recipe for this data; start: the model to go on from and its card.

    Raises PackError where that one is of another family, or cannot be gone on from with this data.
    """
    if start and start[1].family != request.family:
        message = f"The pack “{start[1].name}” is of another family: a model that {does(request.family)} cannot go on."
        raise PackError(message, hint=f"Choose a pack that {does(request.family)}, or start from scratch.")
    match request.family:
        case Family.PIXELRNN:
            return pixelrnn.PixelRNNRecipe(request, arrays, facts, start)
        case Family.IMAGE_VAE:
            return imagevae.ImageVAERecipe(request, arrays, facts, start)
        case _:
            assert_never(request.family)
