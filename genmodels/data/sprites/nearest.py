"""Which pack a training would best go on from."""

import contextlib
from collections.abc import Iterable
from pathlib import Path

import numpy as np

from genmodels.api.configs import Family, Preset
from genmodels.api.errors import ConfigError, PackError
from genmodels.api.families import begins_with
from genmodels.api.packs import check_weights, read_card
from genmodels.media.colours import from_hex, nearest, oklab

SIZE_COST = 0.05  # Oklab distance that a size twice or half as large weighs as much as


def nearest_start(
    family: Family, table_K4: np.ndarray, share_K: np.ndarray, size: int, packs: Iterable[Path]
) -> Path | None:
    """Return the pack that a training of this family would best begin with: its own kind first, see `begins_with`."""
    folders = list(packs)
    found = (
        nearest_pack(one, table_K4, share_K, size, folders, detailed=one is not family) for one in begins_with(family)
    )
    return next((folder for folder in found if folder is not None), None)


def nearest_pack(
    family: Family,
    table_K4: np.ndarray,
    share_K: np.ndarray,
    size: int,
    packs: Iterable[Path],
    *,
    detailed: bool = False,
) -> Path | None:
    """Return the folder of the pack whose colours and size come nearest; None where there is none.

    table_K4 are the data's colours, share_K how often each is used. Of the family's packs of our own preset, the one
    with the least mean Oklab distance of a pixel to its nearest colour in the pack, and 0.05 for every doubling between
    the sizes; of equals the first. The lecture's preset cannot take other colours, an image VAE or a GAN no other size.
    detailed: only image VAEs with a spatial code.
    """
    solid_K = (table_K4[:, 3] > 0) & (share_K > 0)
    costs: list[tuple[float, Path]] = []
    for folder in packs:
        with contextlib.suppress(PackError, ConfigError):  # a damaged pack is no pack to go on from
            card = read_card(folder)
            if card.family != family or card.config.get("preset") != Preset.DEFAULT or not card.size:
                continue
            if family is not Family.PIXELRNN and card.size != size:
                continue
            if detailed and not card.config.get("detail"):
                continue
            pack_T4 = from_hex(card.colours)
            if not len(pack_T4):
                continue
            check_weights(folder, card)
            near_K4 = pack_T4[nearest(table_K4[solid_K], pack_T4)]
            distance_K = np.linalg.norm(oklab(table_K4[solid_K]) - oklab(near_K4), axis=-1)
            far = float(np.average(distance_K, weights=share_K[solid_K]))
            costs.append((far + SIZE_COST * abs(np.log2(card.size / size)), folder))
    return min(costs, key=lambda cost: cost[0])[1] if costs else None
