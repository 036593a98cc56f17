"""From Aseprite's layers, frames and tags to ours, and what of them is told as left out or changed."""

import struct

import numpy as np
import pytest
from sprite_files import blob, cel, chunk, document, layer, link, palette, tiles

from genmodels.api.errors import InputError
from genmodels.media.artwork.artwork import MAX_FRAMES, Direction, Layer, Tag
from genmodels.media.artwork.flattening import flatten
from genmodels.media.aseprite import opening
from genmodels.media.opening import artwork_in

VISIBLE, EDITABLE = 1, 2
SHOWN = VISIBLE | EDITABLE


def tags(*runs: tuple[int, int, int, int, str], rgb: tuple[int, int, int] = (0, 0, 0)) -> bytes:
    body = b"".join(
        struct.pack("<HHBH6xBBBxH", first, last, direction, repeat, *rgb, len(name)) + name.encode()
        for first, last, direction, repeat, name in runs
    )
    return chunk(0x2018, struct.pack("<H8x", len(runs)) + body)


def coloured(*rgba: int, text: str = "") -> bytes:
    flags = 2 | bool(text)
    words = struct.pack("<H", len(text)) + text.encode() if text else b""
    return chunk(0x2020, struct.pack("<I", flags) + words + bytes(rgba))


def opened(*frames: list[bytes], **options: int):
    return artwork_in(document(10, 10, *frames, **options), "hero.aseprite")


def test_layers_keep_name_visibility_lock_and_opacity() -> None:
    chunks = [layer("low", flags=SHOWN), layer("hat", flags=EDITABLE, opacity=100), layer("locked"), cel(1, blob(1))]
    result = opened(chunks)
    assert result.remarks == ()
    assert result.artwork.layers == (
        Layer(key=0, name="low"),
        Layer(key=1, name="hat", visible=False, opacity=100),
        Layer(key=2, name="locked", locked=True),
    )
    assert np.array_equal(result.artwork.cel(1, 0).pixels(), blob(1))


def test_groups_are_taken_apart_and_said_so() -> None:
    result = opened(
        [
            layer("group", flags=EDITABLE, kind=1),
            layer("inner", flags=SHOWN, kind=1, level=1, opacity=51),
            layer("leaf", flags=SHOWN, level=2, opacity=128),
            layer("locked group", kind=1),
            layer("held", flags=SHOWN, level=1),
            layer("free", flags=SHOWN),
        ]
    )
    leaf, held, free = result.artwork.layers
    assert (leaf.name, leaf.visible, leaf.opacity) == ("leaf", False, round(0.2 * 128))
    assert (held.name, held.locked, held.visible) == ("held", True, True)
    assert (free.visible, free.locked, free.opacity) == (True, False, 255)
    assert any("groups" in remark for remark in result.remarks)


def test_frames_and_tags_come_whole() -> None:
    runs = tags((0, 1, 2, 0, "walk"), (1, 2, 1, 3, "run"), rgb=(1, 2, 3))
    data = bytearray(
        document(10, 10, [layer("a", flags=SHOWN), runs, coloured(9, 8, 7, 6, text="note"), cel(0, blob(1))], [], [])
    )
    second = 128 + struct.unpack_from("<I", data, 128)[0]
    struct.pack_into("<H", data, second + 8, 333)
    result = artwork_in(bytes(data), "hero.aseprite")
    assert [frame.duration_ms for frame in result.artwork.frames] == [100, 333, 100]
    assert result.artwork.tags == (
        Tag(name="walk", first=0, last=1, direction=Direction.PINGPONG, colour=(9, 8, 7, 6)),
        Tag(name="run", first=1, last=2, direction=Direction.REVERSE, repeat=3, colour=(1, 2, 3, 255)),
    )
    assert result.remarks == ()


def test_tags_of_no_frame_are_left_out_and_said_so() -> None:
    result = opened([layer("a", flags=SHOWN), tags((0, 5, 0, 0, "far"), (0, 0, 0, 0, "near"))])
    assert [tag.name for tag in result.artwork.tags] == ["near"]
    assert any("name no frame" in remark for remark in result.remarks)


def test_linked_cels_share_their_plane_and_opacity_is_in_the_pixels() -> None:
    red = np.full((2, 2, 4), (255, 0, 0, 200), np.uint8)
    result = opened([layer("a", flags=SHOWN), cel(0, red, at=(-1, 9), opacity=128)], [link(0, 0)], [cel(0, red)])
    cels = result.artwork.cels
    assert cels[0, 0] is cels[0, 1]
    seen = flatten(result.artwork, 0)
    assert seen[9, 0].tolist() == [255, 0, 0, 100]
    assert seen[..., 3].astype(bool).sum() == 1
    assert any("opacity of its cels" in remark for remark in result.remarks)


def test_the_palette_is_kept_and_indexed_pixels_get_its_colours() -> None:
    colours = (9, 9, 9, 255), (255, 0, 0, 255), (0, 255, 0, 99)
    dots = np.array([[[0], [1], [2]]], np.uint8)
    frames = [palette(*colours), layer("a", flags=SHOWN), cel(0, dots)], [palette((1, 1, 1, 255)), link(0, 0)]
    result = opened(*frames, depth=8)
    assert result.artwork.palette == ((9, 9, 9, 0), *colours[1:])
    assert flatten(result.artwork, 0)[0, :3].tolist() == [[0, 0, 0, 0], [255, 0, 0, 255], [0, 255, 0, 99]]
    assert sum("palette" in remark or "indexed" in remark for remark in result.remarks) == 2


@pytest.mark.parametrize(
    ("chunks", "word"),
    [
        ([layer("map", flags=SHOWN, kind=2), tiles(0)], "tilemaps"),
        ([layer("a", flags=SHOWN), chunk(0x2022, struct.pack("<III", 1, 0, 0))], "slices"),
        ([layer("glow", flags=SHOWN, blend=2)], "blend modes"),
        ([layer("traced", flags=64)], "reference"),
        ([layer("ground", flags=SHOWN | 8)], "background"),
        ([layer("a", flags=SHOWN), cel(0, blob(1), z=2)], "lifted"),
        ([layer("a", flags=SHOWN), coloured(1, 2, 3, 4, text="note")], "notes"),
        ([layer("a", flags=SHOWN), chunk(0x2007, struct.pack("<HHI8x", 2, 0, 0))], "colour profile"),
    ],
)
def test_what_is_left_out_or_changed_is_a_sentence(chunks: list[bytes], word: str) -> None:
    (remark,) = opened(chunks).remarks
    assert word in remark
    assert remark[0].isupper()
    assert remark.endswith(".")


def test_pixels_that_are_no_squares_and_frames_of_no_time_are_told() -> None:
    data = bytearray(document(10, 10, [layer("a", flags=SHOWN)]))
    data[34:36] = 2, 1
    struct.pack_into("<H", data, 128 + 8, 0)
    result = artwork_in(bytes(data), "hero.aseprite")
    assert ["2:1" in remark or "no time" in remark for remark in result.remarks] == [True, True]
    assert result.artwork.frames[0].duration_ms == 1


def test_an_artwork_has_a_layer_even_where_the_file_has_none() -> None:
    assert len(opened([]).artwork.layers) == 1


def test_too_many_layers_frames_or_pixels(monkeypatch) -> None:
    with pytest.raises(InputError, match="300 layers"):
        opened([layer("a")] * 300)
    result = opened([layer("a", flags=SHOWN)], *[[]] * MAX_FRAMES)
    assert len(result.artwork.frames) == MAX_FRAMES
    assert any("2,001" in remark for remark in result.remarks)
    monkeypatch.setattr(opening, "MAX_BYTES", 100)
    with pytest.raises(InputError, match="far too many"):
        opened([layer("a"), cel(0, blob(1))])
