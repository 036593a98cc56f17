"""What is written for Aseprite comes back whole, and is laid out as its format asks."""

import struct
from dataclasses import replace

import numpy as np
import pytest
from artworks import artworks, same_cels
from hypothesis import given, settings
from sprite_files import blob

from genmodels.api.errors import StorageError
from genmodels.media.artwork.artwork import Artwork, Frame, Tag, artwork_of
from genmodels.media.artwork.layering import add_layer
from genmodels.media.artwork.plane import plane_of
from genmodels.media.aseprite import writing
from genmodels.media.aseprite.writing import aseprite_bytes, write_aseprite
from genmodels.media.opening import artwork_in, open_artwork


@settings(deadline=None)
@given(artwork=artworks())
def test_every_artwork_comes_back(artwork: Artwork) -> None:
    opened = artwork_in(aseprite_bytes(artwork), "a.aseprite")
    read = opened.artwork
    assert opened.remarks == ()
    assert read.shape == artwork.shape
    assert [replace(layer, key=0) for layer in read.layers] == [replace(layer, key=0) for layer in artwork.layers]
    assert [frame.duration_ms for frame in read.frames] == [frame.duration_ms for frame in artwork.frames]
    assert read.tags == artwork.tags
    assert read.palette == artwork.palette or not artwork.palette
    assert same_cels(read, artwork)


def test_cels_that_are_linked_come_back_linked_and_equal_ones_do_not() -> None:
    one, equal = plane_of(blob(1)), plane_of(blob(1))
    artwork = artwork_of([blob(1)] * 3, layer="body")
    artwork = replace(artwork, cels={(0, 0): one, (0, 1): one, (0, 2): equal})
    data = aseprite_bytes(artwork)
    cels = artwork_in(data, "a").artwork.cels
    assert cels[0, 0] is cels[0, 1]
    assert cels[0, 0] is not cels[0, 2]
    apart = replace(artwork, cels={(0, 0): one, (0, 1): plane_of(blob(1)), (0, 2): equal})
    assert len(data) < len(aseprite_bytes(apart)) - 50


def test_the_head_is_aseprites() -> None:
    data = aseprite_bytes(artwork_of([blob(1), blob(2)], [120, 30], layer="body"))
    size, magic, frames, width, height, depth, flags, speed = struct.unpack_from("<IHHHHHIH", data)
    assert (size, magic, frames, width, height, depth, flags, speed) == (len(data), 0xA5E0, 2, 10, 10, 32, 1, 100)
    length, magic, old, duration, new = struct.unpack_from("<IHHHxxI", data, 128)
    assert (magic, old, duration, new) == (0xF1FA, 4, 120, 4)  # profile, palette, layer, cel
    assert struct.unpack_from("<IHHHxxI", data, 128 + length)[1:] == (0xF1FA, 1, 30, 1)


def test_a_cel_is_no_larger_than_what_is_drawn() -> None:
    rgba = np.zeros((200, 300, 4), np.uint8)
    rgba[150:160, 70:90] = (1, 2, 3, 255)
    data = aseprite_bytes(artwork_of([rgba], layer="dot"))
    at = data.index(struct.pack("<HhhBH", 0, 70, 150, 255, 2))
    assert struct.unpack_from("<HH", data, at + 16) == (20, 10)


def test_the_palette_is_of_the_colours_used_where_none_was_chosen() -> None:
    rgba = np.zeros((2, 3, 4), np.uint8)
    rgba[0], rgba[1, :2], rgba[1, 2] = (9, 8, 7, 255), (1, 2, 3, 255), (5, 5, 5, 99)
    artwork = artwork_of([rgba], layer="a")
    assert artwork_in(aseprite_bytes(artwork), "a").artwork.palette == ((9, 8, 7, 255), (1, 2, 3, 255))
    chosen = replace(artwork, palette=((0, 0, 0, 0), (1, 2, 3, 255), (1, 2, 3, 255)))
    assert artwork_in(aseprite_bytes(chosen), "a").artwork.palette == chosen.palette


def test_what_the_format_cannot_tell_is_held_to_what_it_can() -> None:
    artwork = artwork_of([blob(1)], layer="long" * 40_000)
    artwork = replace(artwork, frames=(Frame(key=0, duration_ms=99_999),), tags=(Tag(name="t", first=0, last=0),))
    read = artwork_in(aseprite_bytes(artwork), "a").artwork
    assert read.frames[0].duration_ms == 65535
    assert len(read.layers[0].name) == 65535


def test_a_file_is_written_whole_or_not_at_all(tmp_path, monkeypatch) -> None:
    artwork, _ = add_layer(artwork_of([blob(1), blob(2)], layer="body"), "hat")
    path = tmp_path / "hero.aseprite"
    write_aseprite(path, artwork)
    assert same_cels(open_artwork(path).artwork, artwork)
    before = path.read_bytes()
    for wrong in (before[:-9], aseprite_bytes(artwork_of([blob(1), blob(3)], layer="body")), b""):
        monkeypatch.setattr(writing, "aseprite_bytes", lambda _artwork, wrong=wrong: wrong)
        with pytest.raises(StorageError, match="came back"):
            write_aseprite(path, artwork)
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == ["hero.aseprite"]
