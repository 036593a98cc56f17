"""Start an image VAE from another one that was trained with other colours or other tags.

What belongs to a colour is taken from the nearest colour that the other one knew, what belongs to a tag by its name.
"""

import dataclasses

import numpy as np
import torch
from torch import nn

from genmodels.api.configs import ImageVAEConfig
from genmodels.api.errors import PackError
from genmodels.media.colours import nearest
from genmodels.models.imagevae.network import SpatialVAE


def shape_of(start: ImageVAEConfig, wanted: ImageVAEConfig) -> ImageVAEConfig:
    """Return the wanted config with all that must be as in the pack to start from; raises PackError."""
    if start.size != wanted.size:
        message = (
            f"The pack to go on from knows pictures of {start.size}×{start.size}, not {wanted.size}×{wanted.size}."
        )
        hint = f"Choose --size {start.size} or another pack, or train from scratch."
        raise PackError(message, hint=hint)
    same = {name: getattr(start, name) for name in ("preset", "numbers", "detail", "width")}
    return dataclasses.replace(wanted, **same)


@torch.no_grad()
def transfer(source: nn.Module, target: nn.Module, source_K4: np.ndarray, target_K4: np.ndarray) -> None:
    """Copy the source's weights into the target; the colours are uint8 RGBA in token order.

    Raises PackError where the networks are not of the preset that can be gone on from.
    """
    if not isinstance(source, SpatialVAE) or not isinstance(target, SpatialVAE):
        message = "Only a pack of the default preset can be gone on from."
        raise PackError(message, hint="Choose another pack, or train from scratch.")
    token_K = torch.from_numpy(np.asarray(nearest(target_K4, source_K4), dtype=np.int64))
    weights = {name: value for name, value in source.state_dict().items() if not name.startswith("axes.")}
    for name in ("number.weight", "uses.2.weight", "uses.2.bias", "usual_use"):
        weights[name] = weights[name][token_K]
    code = weights["encoder.code.weight"]  # its last columns say which colours are used
    others = code.shape[1] - len(source_K4)
    weights["encoder.code.weight"] = torch.cat((code[:, :others], code[:, others + token_K]), 1)
    place = {tag: number for number, tag in enumerate(source.config.tags, 1)}
    weights["label.weight"] = weights["label.weight"][[0, *(place.get(tag, 0) for tag in target.config.tags)]]
    if target.home is not None:
        home = torch.zeros_like(target.home.weight)  # where a tag that is new lies
        for number, tag in enumerate(target.config.tags):
            if source.home is not None and tag in place:
                home[number] = source.home.weight[place[tag] - 1]
        weights["home.weight"] = home
    else:
        weights.pop("home.weight", None)
    target.load_state_dict(target.axes.state_dict(prefix="axes.") | weights)
