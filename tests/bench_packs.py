"""The packs that speed is measured with: those that ship, or untrained ones of the same shape; and their requests."""

from pathlib import Path

import numpy as np

from genmodels.api import paths
from genmodels.api.codec import to_dict
from genmodels.api.configs import GANConfig, ImageVAEConfig, ModelConfig, PixelRNNConfig, family_of
from genmodels.api.messages import Complete
from genmodels.api.packs import CARD, FORMAT_VERSION, PackCard, read_card
from genmodels.media.colours import from_hex, to_hex
from genmodels.media.masks import Cover, cover_mask, mask_png
from genmodels.media.sprite import encode_png
from genmodels.models import imagevae, pixelrnn, spritegan
from genmodels.models.imagevae.preview import preview as walks
from genmodels.models.pixelrnn.preview import preview as drawings
from genmodels.models.spritegan.preview import preview as seeds
from genmodels.runtime import seed_torch
from genmodels.storage import save_pack

SIDE = 32
VAE = ImageVAEConfig(size=SIDE, colours=96, width=48)
SHIPPED: dict[str, ModelConfig] = {
    "pokemon-icons-32": PixelRNNConfig(size=SIDE, colours=256),
    "pokemon-icons-32-vae": VAE,
    "pokemon-icons-32-gan": GANConfig(size=SIDE, colours=VAE.colours, vae=VAE, originals=1784),
}


def packs(folder: Path) -> tuple[list[Path], list[str]]:
    """Return the packs in the order of SHIPPED, and the names of those that are only stood in for."""
    found = {name: paths.assets() / "packs" / name for name in SHIPPED}
    missing = [name for name, pack in found.items() if not (pack / CARD).is_file()]
    return [untrained(folder / name, SHIPPED[name]) if name in missing else found[name] for name in SHIPPED], missing


def untrained(folder: Path, config: ModelConfig) -> Path:
    """Write a pack of this shape with random weights and colours."""
    seed_torch(1)
    rgba_K4 = np.random.default_rng(1).integers(0, 256, (config.colours, 4), dtype=np.uint8)
    rgba_K4[:, 3] = 255
    rgba_K4[0] = 0
    card = PackCard(
        format_version=FORMAT_VERSION, family=family_of(config).value, name=folder.name, title="Untrained",
        licence="MIT", trained_on="nothing", config=to_dict(config), colours=to_hex(rgba_K4),
    )  # fmt: skip
    match config:
        case PixelRNNConfig():
            model = pixelrnn.build(config, rgba_K4)
            save_pack(folder, model, card, drawings(model, rgba_K4))
        case ImageVAEConfig():
            model = imagevae.build(config, rgba_K4)
            save_pack(folder, model, card, walks(model, rgba_K4))
        case GANConfig():
            model = spritegan.build(config, rgba_K4)
            save_pack(folder, model, card, seeds(model, rgba_K4))
    return folder


def half_covered(pack: Path, count: int) -> Complete:
    """Return a request for so many candidates of a round sprite with a dozen colours."""
    rgba_HW4 = ball(pack, tall=1.0)
    mask = mask_png(cover_mask(Cover.LOWER_HALF, SIDE, SIDE))
    return Complete(pack=str(pack), sprite=encode_png(rgba_HW4), mask=mask, seeds=tuple(range(count)))


def ball(pack: Path, *, tall: float, first: int = 0) -> np.ndarray:
    """Return a sprite of a dozen of the pack's colours, from this one on, uint8 RGBA."""
    y_HW, x_HW = np.mgrid[:SIDE, :SIDE]
    distance_HW = np.hypot((y_HW - SIDE / 2) / tall, x_HW - SIDE / 2)
    table_K4 = from_hex(read_card(pack).colours)[first : first + 12]
    rgba_HW4 = np.where((distance_HW < SIDE * 0.45)[..., None], table_K4[(distance_HW / 1.4).astype(int) % 12], 0)
    return rgba_HW4.astype(np.uint8)
