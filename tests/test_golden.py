"""Files of every format that was ever written still open: old packs stay useful."""

import shutil
from pathlib import Path

import numpy as np
import pytest

from genmodels.api.messages import Complete, Done, Log
from genmodels.api.packs import find_packs, read_card
from genmodels.api.runs import PACK, read_request
from genmodels.jobs.complete import complete
from genmodels.jobs.train import train
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


def test_an_old_run_still_goes_on(tmp_path: Path) -> None:
    run = tmp_path / "run"
    shutil.copytree(GOLDEN / "run-format-1", run)
    events = list(train(read_request(run)))  # its pictures are long gone
    assert isinstance(events[-1], Done)
    assert [event.text for event in events if isinstance(event, Log)][1] == "going on from step 3"
    assert [point["step"] for point in read_card(run / PACK).record["curve"]] == [3, 6, 9]
