"""Reading .aseprite files: colour modes, layers, groups, links, palettes, and files that are broken or hostile."""

import contextlib
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sprite_files import aseprite_file, blob, cel, chunk, document, layer, link, old_palette, palette, tiles

from genmodels.api.errors import InputError
from genmodels.media import bounds
from genmodels.media.aseprite.document import Aseprite
from genmodels.media.aseprite.reading import read_aseprite

RED, GREEN, CLEAR = (255, 0, 0, 255), (0, 255, 0, 255), (0, 0, 0, 0)


@pytest.fixture
def opened(tmp_path: Path):
    def open_(data: bytes) -> Aseprite:
        (tmp_path / "hero.aseprite").write_bytes(data)
        return read_aseprite(tmp_path / "hero.aseprite")

    return open_


def plain(colour: tuple[int, ...], height: int = 2, width: int = 2) -> np.ndarray:
    return np.tile(np.array(colour, np.uint8), (height, width, 1))


def flat(file: Aseprite, frame: int = 0) -> np.ndarray:
    return file.draw(frame, file.shown)


@pytest.mark.parametrize("packed", [True, False])
def test_pixels_come_back_exactly(opened, packed):
    file = opened(document(10, 10, [layer("ink"), cel(0, blob(1), packed=packed)]))
    assert (file.width, file.height, [n.name for n in file.layers], file.remarks) == (10, 10, ["ink"], ())
    assert np.array_equal(flat(file), blob(1))


def test_grey_files(opened):
    pixels_HW2 = np.array([[[0, 255], [200, 128]]], np.uint8)
    assert flat(opened(document(2, 1, [layer("a"), cel(0, pixels_HW2)], depth=16))).tolist() == [
        [[0, 0, 0, 255], [200, 200, 200, 128]]
    ]


def test_indexed_files_have_a_transparent_index_but_for_the_background(opened):
    index_HW1 = np.array([[[0], [1], [2]]], np.uint8)
    colours = palette((9, 9, 9, 255), RED, GREEN, name="ink")
    chunks = [colours, layer("a"), cel(0, index_HW1)]
    assert flat(opened(document(3, 1, chunks, depth=8, clear_index=1))).tolist() == [
        [[9, 9, 9, 255], [*CLEAR], [*GREEN]]
    ]
    chunks = [colours, layer("a", flags=9), cel(0, index_HW1)]
    assert flat(opened(document(3, 1, chunks, depth=8, clear_index=1)))[0, 1].tolist() == [*RED]


def test_old_palettes_count_where_there_is_no_new_one(opened):
    shown = [layer("a"), cel(0, np.array([[[1]]], np.uint8))]
    old, older = old_palette((1, 1, 1), (255, 8, 0)), old_palette((1, 1, 1), (63, 0, 63), kind=0x0011)
    assert flat(opened(document(1, 1, [old, *shown], depth=8)))[0, 0].tolist() == [255, 8, 0, 255]
    assert flat(opened(document(1, 1, [older, *shown], depth=8)))[0, 0].tolist() == [255, 0, 255, 255]
    new = palette(CLEAR, GREEN)
    assert flat(opened(document(1, 1, [new, old, *shown], depth=8)))[0, 0].tolist() == [*GREEN]


def test_layers_lie_over_one_another_with_their_opacity(opened):
    chunks = [layer("low"), layer("high", opacity=128), cel(0, plain(RED)), cel(1, plain(GREEN), opacity=128)]
    mixed = flat(opened(document(2, 2, chunks)))[0, 0].astype(int)
    share = (128 / 255) ** 2
    assert np.abs(mixed - [255 * (1 - share), 255 * share, 0, 255]).max() <= 1
    unset = flat(opened(document(2, 2, chunks, flags=0)))[0, 0].astype(int)
    assert np.abs(unset - [127, 128, 0, 255]).max() <= 1  # the layer's opacity does not count


def test_hidden_and_reference_layers_and_those_of_hidden_groups_are_not_shown(opened):
    file = opened(
        document(
            2,
            2,
            [
                layer("group", flags=0, kind=1),
                layer("child", level=1),
                layer("seen", kind=1, opacity=51),
                layer("seen child", level=1),
                layer("hidden", flags=0),
                layer("reference", flags=65),
                layer("next to the groups"),
                *(cel(n, plain(RED)) for n in (1, 3, 4, 5)),
            ],
        )
    )
    assert [file.layers[n].name for n in file.shown] == ["seen child", "next to the groups"]
    assert flat(file)[0, 0].tolist() == [255, 0, 0, 51]


def test_cels_may_lie_anywhere_and_be_lifted_over_others(opened):
    chunks = [layer("low"), layer("high"), cel(0, plain(RED, 3, 3), at=(-2, 1), z=2), cel(1, plain(GREEN, 4, 4))]
    drawn = flat(opened(document(4, 4, chunks)))
    assert [tuple(pixel) for pixel in drawn[:, 0].tolist()] == [GREEN, RED, RED, RED]
    assert tuple(drawn[2, 1].tolist()) == GREEN
    outside = [layer("a"), cel(0, plain(RED), at=(9, 9)), layer("b"), cel(1, plain(RED), at=(-9, 0))]
    assert not flat(opened(document(4, 4, outside))).any()


def test_linked_cels_show_the_frame_that_they_lead_to(opened):
    file = opened(document(10, 10, [layer("a"), cel(0, blob(1))], [cel(0, blob(2))], [link(0, 0)], [link(0, 2)], []))
    assert len(file.frames) == 5
    assert np.array_equal(flat(file, 2), blob(1))
    assert np.array_equal(flat(file, 3), blob(1))
    assert not flat(file, 4).any()


def test_a_palette_may_change_from_frame_to_frame(opened):
    pixels = np.array([[[1]]], np.uint8)
    frames = [palette(CLEAR, RED), layer("a"), cel(0, pixels)], [palette(CLEAR, GREEN), cel(0, pixels)]
    file = opened(document(1, 1, *frames, depth=8))
    assert flat(file)[0, 0].tolist() == [*RED]
    assert flat(file, 1)[0, 0].tolist() == [*GREEN]


def test_of_a_palette_256_colours_are_read(opened):
    file = opened(document(2, 2, [palette(*[(t % 256, 0, 0, 255) for t in range(999)]), layer("a")]))
    assert len(file.palette.colours) == 256
    assert file.palettes[0][:, 0].tolist() == list(range(256))


def test_what_is_drawn_otherwise_is_said(opened):
    file = opened(document(2, 2, [layer("glow", blend=2), layer("map", kind=2), cel(0, plain(RED)), tiles(1)]))
    assert [remark for remark in file.remarks if "blend" in remark or "tilemaps" in remark] == list(file.remarks)
    assert len(file.remarks) == 2
    assert flat(file)[0, 0].tolist() == [*RED]


def broken_files() -> dict[str, bytes]:
    whole = aseprite_file(("a", blob(1)), ("b", blob(2)), frames=2)
    dots = np.zeros((1, 1, 4), np.uint8)
    return {
        "empty": b"",
        "swatches": b"ASEF\0\1",
        "text": b"not a sprite" * 40,
        "truncated": whole[: len(whole) // 2],
        "no frames": document(2, 2),
        "giant": document(60_000, 60_000, [layer("a")]),
        "nothing": document(0, 4, [layer("a")]),
        "depth": document(2, 2, [layer("a")], depth=7),
        "no layer": document(2, 2, [cel(3, dots)]),
        "link to itself": document(2, 2, [layer("a"), link(0, 0)]),
        "link ahead": document(2, 2, [layer("a"), link(0, 5)]),
        "short chunk": document(2, 2, [struct.pack("<IH", 2, 0x2004)]),
        "palette cut off": document(2, 2, [chunk(0x2019, struct.pack("<III8x", 999, 0, 998) + bytes(600))]),
        "unpacks to far too much": document(
            2, 2, *[[layer("a"), chunk(0x2005, struct.pack("<HhhBHh5xHH", 0, 0, 0, 255, 2, 0, 65535, 65535))]]
        ),
    }


@pytest.mark.parametrize("name", broken_files())
def test_broken_and_hostile_files_are_refused(opened, name):
    with pytest.raises(InputError) as caught:
        opened(broken_files()[name])
    assert caught.value.hint


@pytest.mark.parametrize("data", [b"no zlib", zlib.compress(bytes(7))])
def test_a_cel_that_cannot_be_unpacked_is_refused_when_it_is_drawn(opened, data):
    head = struct.pack("<HhhBHh5xHH", 0, 0, 0, 255, 2, 0, 2, 2)
    file = opened(document(2, 2, [layer("a"), chunk(0x2005, head + data)]))
    with pytest.raises(InputError):
        flat(file)


def test_a_zlib_bomb_is_unpacked_no_further_than_its_cel(opened):
    head = struct.pack("<HhhBHh5xHH", 0, 0, 0, 255, 2, 0, 2, 2)
    file = opened(document(2, 2, [layer("a"), chunk(0x2005, head + zlib.compress(bytes(2**24)))]))
    assert flat(file).shape == (2, 2, 4)


def test_a_file_that_is_too_large_or_gone_is_refused(tmp_path, monkeypatch):
    with pytest.raises(InputError):
        read_aseprite(tmp_path / "gone.aseprite")
    monkeypatch.setattr(bounds, "MAX_FILE_BYTES", 10)
    (tmp_path / "big.aseprite").write_bytes(bytes(11))
    with pytest.raises(InputError, match="is over"):
        read_aseprite(tmp_path / "big.aseprite")


@settings(max_examples=150, deadline=None)
@given(changes=st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 255)), min_size=1, max_size=4))
def test_damaged_bytes_end_in_a_picture_or_an_input_error(tmp_path_factory, changes):
    data = bytearray(aseprite_file(("a", blob(1)), ("b", blob(2)), frames=2))
    for place, value in changes:
        data[place % len(data)] = value
    path = tmp_path_factory.mktemp("damaged") / "hero.aseprite"
    path.write_bytes(data)
    with contextlib.suppress(InputError):
        file = read_aseprite(path)
        assert flat(file, len(file.frames) - 1).shape == (file.height, file.width, 4)
