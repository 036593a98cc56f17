"""Pictures of frames are made once, and forgotten where there is no more room."""

from dataclasses import replace

import numpy as np

from app.document.frame_pictures import FramePictures
from genmodels.media.artwork.artwork import artwork_of
from genmodels.media.artwork.flattening import flatten
from genmodels.media.artwork.framing import reverse_frames
from genmodels.media.artwork.layering import change_layer


def test_pictures_are_known_again() -> None:
    film = artwork_of([np.full((4, 4, 4), 9 * i, np.uint8) for i in range(1, 5)], layer="body")
    pictures = FramePictures(3 * 64)
    first = pictures.picture(film, 0)
    assert pictures.picture(reverse_frames(film, 0, 3), 0) is first, "its place does not matter"
    fainter = change_layer(film, replace(film.layers[0], opacity=80))
    assert np.array_equal(pictures.picture(fainter, 0), flatten(fainter, 0))
    assert pictures.picture(film, 0) is first
    for frame in (1, 2):
        pictures.picture(film, frame)
    assert pictures.picture(film, 0) is first, "the last used ones stay"
    for frame in (1, 2, 3):
        pictures.picture(film, frame)
    again = pictures.picture(film, 0)
    assert again is not first
    assert np.array_equal(again, first)
