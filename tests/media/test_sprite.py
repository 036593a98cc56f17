import base64
import errno
import io
import os
import struct
import zlib
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from genmodels.api.errors import InputError, StorageError
from genmodels.media.sprite import Sprite, decode_png, encode_png, png_bytes, read_sprite, write_sprite


def indexed_file(path: Path, colours: list[tuple[int, int, int, int]], index_HW: np.ndarray, **options: object) -> Path:
    image = Image.new("P", index_HW.shape[::-1])
    image.putdata(index_HW.ravel().tolist())
    image.putpalette([value for colour in colours for value in colour[:3]])
    image.save(path, transparency=bytes(colour[3] for colour in colours), **options)
    return path


def test_base64_gives_back_every_pixel_even_under_alpha_0(rgba):
    assert np.array_equal(decode_png(encode_png(rgba)).rgba_HWC, rgba)


@pytest.mark.parametrize("mode", ["RGBA", "RGB", "L", "LA", "1"])
def test_a_file_keeps_its_mode_where_the_pixels_allow(tmp_path, rgba, mode):
    path = tmp_path / "in.png"
    Image.fromarray(rgba).convert(mode).save(path)
    sprite = read_sprite(path)
    write_sprite(tmp_path / "out.png", sprite)
    with Image.open(tmp_path / "out.png") as image:
        assert image.mode == mode
    coloured_HWC = sprite.rgba_HWC.copy()
    coloured_HWC[0, 0] = (1, 2, 3, 100)
    write_sprite(tmp_path / "out.png", sprite.with_pixels(coloured_HWC))
    with Image.open(tmp_path / "out.png") as image:
        assert image.mode == "RGBA"
    assert np.array_equal(read_sprite(tmp_path / "out.png").rgba_HWC, coloured_HWC)


@pytest.mark.parametrize("count", [2, 4, 16, 200])
def test_an_indexed_sprite_keeps_palette_order_depth_and_alpha(tmp_path, count):
    colours = [(t, 255 - t, 7, t) for t in range(count)]
    colours[-1] = colours[0]  # twice on purpose: unchanged pixels must keep their own index
    index_HW = np.arange(count * 3).reshape(3, count) % count
    source = read_sprite(indexed_file(tmp_path / "in.png", colours, index_HW))
    write_sprite(tmp_path / "out.png", source)
    again = read_sprite(tmp_path / "out.png")
    assert again.mode == "P"
    assert again.indexed.palette_T4.tolist() == [list(colour) for colour in colours]
    assert np.array_equal(again.indexed.index_HW, index_HW)
    assert again.indexed.bits == source.indexed.bits == {2: 1, 4: 2, 16: 4, 200: 8}[count]


def test_a_depth_deeper_than_needed_is_kept(tmp_path):
    source = read_sprite(indexed_file(tmp_path / "in.png", [(t, 0, 0, 255) for t in range(200)], np.eye(4)))
    few = Sprite(rgba_HWC=source.rgba_HWC, mode="P", indexed=source.indexed)
    write_sprite(tmp_path / "out.png", few)
    assert (tmp_path / "out.png").read_bytes()[24] == 8


def test_new_colours_are_appended_and_too_many_turn_it_to_rgba(tmp_path):
    source = read_sprite(indexed_file(tmp_path / "in.png", [(0, 0, 0, 0), (9, 9, 9, 255)], np.eye(20)))
    rgba_HWC = source.rgba_HWC.copy()
    rgba_HWC[0, 1] = (5, 6, 7, 255)
    write_sprite(tmp_path / "out.png", source.with_pixels(rgba_HWC))
    indexed = read_sprite(tmp_path / "out.png").indexed
    assert indexed.palette_T4.tolist() == [[0, 0, 0, 0], [9, 9, 9, 255], [5, 6, 7, 255]]
    rgba_HWC[...] = np.arange(400).reshape(20, 20, 1) // np.array([1, 2, 3, 4])
    write_sprite(tmp_path / "out.png", source.with_pixels(rgba_HWC))
    assert read_sprite(tmp_path / "out.png").mode == "RGBA"
    assert np.array_equal(read_sprite(tmp_path / "out.png").rgba_HWC, rgba_HWC)


def png_claiming(width: int, height: int) -> bytes:
    head = struct.pack(">IIBBBBB", width, height, 8, 6, 0, 0, 0)
    chunks = [(b"IHDR", head), (b"IDAT", zlib.compress(b"\0" * 1000)), (b"IEND", b"")]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


@pytest.mark.parametrize(("width", "height"), [(20000, 20000), (10000, 10000), (5000, 2)])
def test_too_large_is_refused_before_decoding_with_its_size(tmp_path, width, height):
    (tmp_path / "huge.png").write_bytes(png_claiming(width, height))
    with pytest.raises(InputError, match=f"{width}×{height} pixels"):
        read_sprite(tmp_path / "huge.png")


def test_animations_deep_pictures_and_strangers_are_refused(tmp_path):
    frames = [Image.new("RGB", (4, 4), (value, 0, 0)) for value in (0, 99, 200)]
    for name in ("walk.gif", "walk.png", "walk.webp"):
        frames[0].save(tmp_path / name, save_all=True, append_images=frames[1:], duration=100)
        with pytest.raises(InputError, match="animated"):
            read_sprite(tmp_path / name)
    Image.new("I;16", (4, 4)).save(tmp_path / "deep.png")
    with pytest.raises(InputError, match="8 bits"):
        read_sprite(tmp_path / "deep.png")
    Image.new("RGB", (4, 4)).save(tmp_path / "strange.png", format="TIFF")
    with pytest.raises(InputError, match="not an image"):
        read_sprite(tmp_path / "strange.png")
    with pytest.raises(InputError, match="no file"):
        read_sprite(tmp_path / "absent.png")
    with pytest.raises(InputError, match="cannot be read"):
        read_sprite(tmp_path)


def test_every_truncation_is_a_clear_error(rgba):
    data = png_bytes(Sprite(rgba_HWC=rgba))
    for length in range(0, len(data) - 24, 3):  # the last bytes are check sums and the end mark, no pixels
        with pytest.raises(InputError):
            decode_png(base64.b64encode(data[:length]).decode())


def test_a_gif_whose_second_frame_is_cut_off_is_damaged(tmp_path):
    Image.new("P", (2, 2)).save(tmp_path / "cut.gif")
    whole = (tmp_path / "cut.gif").read_bytes()
    (tmp_path / "cut.gif").write_bytes(whole[:-1] + b",\0\0")
    with pytest.raises(InputError, match="damaged"):
        read_sprite(tmp_path / "cut.gif")


@given(data=st.data())
def test_damaged_files_never_raise_anything_else(data):
    buffer = io.BytesIO()
    kind = data.draw(st.sampled_from(["PNG", "GIF", "BMP", "WEBP", "JPEG"]))
    Image.new("RGB", (9, 7), (200, 30, 40)).save(buffer, kind)
    raw = bytearray(buffer.getvalue())
    for _ in range(data.draw(st.integers(1, 6))):
        raw[data.draw(st.integers(0, len(raw) - 1))] = data.draw(st.integers(0, 255))
    try:
        shape = decode_png(base64.b64encode(bytes(raw)).decode()).rgba_HWC.shape
    except InputError as error:
        shape = (len(error.hint), 1, 4)
    assert min(shape) > 0


@pytest.mark.parametrize(("number", "words"), [(errno.ENOSPC, "free some space"), (errno.EACCES, "another folder")])
def test_a_failed_write_leaves_what_was_there_and_no_litter(tmp_path, rgba, monkeypatch, number, words):
    path = tmp_path / "kept.png"
    path.write_bytes(b"what was there")

    def fail(_: int) -> None:
        raise OSError(number, os.strerror(number))

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(StorageError) as caught:
        write_sprite(path, Sprite(rgba_HWC=rgba))
    assert words in caught.value.hint
    assert path.read_bytes() == b"what was there"
    assert [item.name for item in tmp_path.iterdir()] == ["kept.png"]


def test_a_missing_folder_is_named(tmp_path, rgba):
    with pytest.raises(StorageError, match="not there"):
        write_sprite(tmp_path / "absent" / "out.png", Sprite(rgba_HWC=rgba))


@pytest.mark.parametrize("side", [2, 7])
def test_a_resized_indexed_picture_keeps_its_palette(tmp_path: Path, side: int) -> None:
    colours = [(0, 0, 0, 0), (200, 30, 30, 255), (30, 200, 30, 255)]
    path = indexed_file(tmp_path / "sprite.png", colours, np.arange(16, dtype=np.uint8).reshape(4, 4) % 3)
    sprite = read_sprite(path)
    rgba_HWC = np.zeros((side, side, 4), dtype=np.uint8)
    rgba_HWC[0] = colours[2]
    write_sprite(path, sprite.with_pixels(rgba_HWC))
    again = read_sprite(path)
    assert again.mode == "P"
    assert np.array_equal(again.rgba_HWC, rgba_HWC)
