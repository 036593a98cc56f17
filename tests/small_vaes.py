"""Makes packs with random weights that morph and explore small pictures."""

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from genmodels.api.codec import to_dict
from genmodels.api.configs import ImageVAEConfig, Preset
from genmodels.api.packs import FORMAT_VERSION, PackCard
from genmodels.media.colours import from_hex
from genmodels.media.sprite import encode_png
from genmodels.models.imagevae import build
from genmodels.runtime import seed_torch
from genmodels.storage import save_pack

COLOURS = ("00000000", "000000ff", "ffffffff", "dc2832ff", "2850dcff", "28b43cff", "f0dc28ff", "787878ff")


def vae_pack(
    folder: Path,
    *,
    preset: Preset = Preset.DEFAULT,
    detail: int = 4,
    colours: tuple[str, ...] = COLOURS,
    seed: int = 5,
    spoilt: Mapping[str, float] | None = None,
) -> Path:
    """Write a pack that sees 8×8 pixels; its colours, numbers and detail all matter to what it draws.

    spoilt: what some of its tensors are filled with, by the beginnings of their names.
    """
    config = ImageVAEConfig(
        preset=preset,
        size=8,
        colours=len(colours),
        numbers=4,
        detail=detail if preset is Preset.DEFAULT else 0,
        width=16,
        mixture=3,
        tags=("birds", "fish"),
    )
    seed_torch(seed)
    model = build(config, from_hex(colours))
    model.axes._set("usual", np.array(2.0))
    model.axes._set("weight_M", np.array([0.5, 0.5, 0.0]))
    model.axes._set("mean_MN", np.linspace(-2, 2, 12).reshape(3, 4))
    for name, tensor in model.state_dict().items():
        for start, value in (spoilt or {}).items():
            if name.startswith(start):
                tensor.fill_(value)
    card = PackCard(
        format_version=FORMAT_VERSION,
        family="image-vae",
        name=folder.name,
        title="Morpher",
        licence="MIT",
        trained_on="nothing",
        config=to_dict(config),
        colours=colours,
    )
    save_pack(folder, model, card, from_hex(colours).reshape(1, -1, 4))
    return folder


def noise(seed: int, height: int = 8, width: int = 8, *, colours: int = 9, half: bool = True) -> np.ndarray:
    """A picture of a few random colours, clear and half-transparent ones among them, with colours under alpha 0."""
    rng = np.random.default_rng(seed)
    table_T4 = rng.integers(0, 256, (colours, 4), np.uint8)
    table_T4[:, 3] = 255
    table_T4[0, 3] = 0
    if half and colours > 2:
        table_T4[1, 3] = 90
    return table_T4[rng.integers(0, colours, (height, width))]


def png(rgba_HW4: np.ndarray) -> str:
    """As it travels."""
    return encode_png(rgba_HW4)
