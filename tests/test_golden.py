"""Files of every format that was ever written still open: old packs stay useful."""

from pathlib import Path

import numpy as np
import pytest

from genmodels.api.messages import Complete, Done
from genmodels.api.packs import find_packs
from genmodels.jobs.complete import complete
from genmodels.media.masks import mask_png
from genmodels.media.sprite import decode_png, encode_png

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("pack", find_packs(GOLDEN), ids=lambda pack: pack.name)
def test_an_old_pack_still_draws(pack: Path, rgba: np.ndarray) -> None:
    mask_HW = np.zeros(rgba.shape[:2], bool)
    mask_HW[5:9, 2:8] = True
    request = Complete(pack=str(pack), sprite=encode_png(rgba), mask=mask_png(mask_HW), seeds=(1, 2))
    *_, done = complete(request)
    assert isinstance(done, Done)
    for candidate in done.candidates:
        drawn_HWC = decode_png(candidate.picture).rgba_HWC
        assert (drawn_HWC[~mask_HW] == rgba[~mask_HW]).all()
        assert 0 < candidate.bits_per_pixel < 10


def test_there_is_a_pack_of_every_format() -> None:
    assert [pack.name for pack in find_packs(GOLDEN)] == ["pack-format-1"]
