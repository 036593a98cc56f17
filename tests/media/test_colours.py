import numpy as np
import pytest

from genmodels.api.errors import ConfigError
from genmodels.media.colours import from_hex, nearest, oklab, to_hex


def test_hex_goes_there_and_back():
    colours = np.array([[255, 136, 0, 255], [0, 0, 0, 0]], dtype=np.uint8)
    assert to_hex(colours) == ("ff8800ff", "00000000")
    assert np.array_equal(from_hex(to_hex(colours)), colours)
    assert from_hex(["0A141E"]).tolist() == [[10, 20, 30, 255]]
    assert from_hex([]).shape == (0, 4)
    with pytest.raises(ConfigError, match="not a colour"):
        from_hex(["#12"])


def test_oklab_agrees_with_the_values_its_author_gives():
    lab_N3 = oklab(np.array([[255, 255, 255, 255], [0, 0, 0, 255], [255, 0, 0, 255]]))
    assert np.allclose(lab_N3, [[1, 0, 0], [0, 0, 0], [0.628, 0.225, 0.126]], atol=1e-3)


def test_nearest_keeps_transparent_and_opaque_apart():
    table = np.array([[0, 0, 0, 0], [0, 0, 0, 255], [250, 250, 250, 255]])
    colours = np.array([[255, 255, 255, 0], [30, 0, 0, 255], [200, 220, 200, 255]])
    assert nearest(colours, table).tolist() == [0, 1, 2]
