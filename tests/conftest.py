"""Fixtures that more than one folder of tests uses."""

import os
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, settings

from genmodels.console import share_cores

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
settings.register_profile("any machine", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("any machine")  # a busy one fails no test by being slow
share_cores()  # as `genmodels` does, before torch is imported


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test out of the person's own Spriteverse folder."""
    folder = tmp_path / "home"
    monkeypatch.setenv("SPRITEVERSE_HOME", str(folder))
    return folder


@pytest.fixture
def rgba() -> np.ndarray:
    """A 12×10 picture: a red ball with a dark rim on transparent pixels that carry colours too."""
    y_HW, x_HW = np.mgrid[:12, :10]
    distance_HW = np.hypot(y_HW - 5.5, x_HW - 4.5)
    rgba_HWC = np.zeros((12, 10, 4), dtype=np.uint8)
    rgba_HWC[..., 0] = y_HW * 9  # colours under alpha 0
    rgba_HWC[distance_HW < 4.6] = (40, 10, 20, 255)
    rgba_HWC[distance_HW < 3.4] = (220, 40, 50, 255)
    rgba_HWC[distance_HW < 1.2] = (255, 200, 190, 128)
    return rgba_HWC


@pytest.fixture(scope="session")
def tiny_pack(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A pack with random weights that sees 8×8 pixels in 8 colours."""
    from genmodels.api.codec import to_dict
    from genmodels.api.configs import PixelRNNConfig
    from genmodels.api.packs import FORMAT_VERSION, PackCard
    from genmodels.media.colours import from_hex
    from genmodels.models.pixelrnn import build
    from genmodels.runtime import seed_torch
    from genmodels.storage import save_pack

    colours = ("00000000", "000000ff", "ffffffff", "dc2832ff", "2850dcff", "28b43cff", "f0dc28ff", "787878ff")
    config = PixelRNNConfig(size=8, colours=8, hidden=16, embedding=8, context=8, heads=1)
    seed_torch(5)
    card = PackCard(
        format_version=FORMAT_VERSION,
        family="pixelrnn",
        name="tiny",
        title="Tiny",
        licence="MIT",
        trained_on="nothing",
        config=to_dict(config),
        colours=colours,
    )
    folder = tmp_path_factory.mktemp("packs") / "tiny"
    save_pack(folder, build(config, from_hex(colours)), card, from_hex(colours).reshape(2, 4, 4))
    return folder
