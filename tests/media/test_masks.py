import numpy as np
import pytest
from PIL import Image

from genmodels.api.errors import InputError
from genmodels.media.masks import Cover, cover_mask, mask_of, read_mask
from genmodels.media.sprite import Sprite


def test_the_standard_covers_of_a_20_pixel_square():
    def rows(cover: Cover) -> list[int]:
        return np.flatnonzero(cover_mask(cover, 20, 20).any(axis=1)).tolist()

    assert rows(Cover.WHOLE) == list(range(20))
    assert rows(Cover.LOWER_HALF) == list(range(10, 20))
    assert rows(Cover.LOWER_THREE_QUARTERS) == list(range(5, 20))
    assert rows(Cover.BOX) == list(range(6, 14))
    assert cover_mask(Cover.BOX, 20, 20).sum() == 64


def test_white_draws_and_where_alpha_varies_opaque_draws(rgba):
    sprite = Sprite(rgba_HWC=rgba)
    black_HWC = np.zeros_like(rgba)
    black_HWC[..., 3] = 255
    black_HWC[2:4, 3:5, :3] = 255
    expected_HW = np.zeros(rgba.shape[:2], dtype=bool)
    expected_HW[2:4, 3:5] = True
    assert np.array_equal(mask_of(Sprite(rgba_HWC=black_HWC), sprite), expected_HW)
    faint_HWC = np.zeros_like(rgba)
    faint_HWC[2:4, 3:5, 3] = 200  # opaque black on transparent black
    assert np.array_equal(mask_of(Sprite(rgba_HWC=faint_HWC), sprite), expected_HW)


def test_another_size_and_nothing_hidden_are_refused_with_sizes(tmp_path, rgba):
    sprite = Sprite(rgba_HWC=rgba)
    Image.new("L", (9, 12), 255).save(tmp_path / "narrow.png")
    with pytest.raises(InputError, match="9×12, the sprite 10×12"):
        read_mask(tmp_path / "narrow.png", sprite)
    Image.new("L", (10, 12), 0).save(tmp_path / "empty.png")
    with pytest.raises(InputError, match="10×12 pixels hides nothing"):
        read_mask(tmp_path / "empty.png", sprite)
