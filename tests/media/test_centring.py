"""Pictures of several sizes in the middle of one."""

import numpy as np
from small_vaes import noise

from genmodels.media.centring import centred, same_size


def test_pictures_are_centred_on_the_largest_height_and_width():
    one, other = noise(1, 4, 10), noise(2, 9, 3)
    canvases = same_size([one, other])
    assert [canvas.shape for canvas in canvases] == [(9, 10, 4)] * 2
    assert np.array_equal(canvases[0][2:6], one)
    assert np.array_equal(centred(one, 4, 10), one)
