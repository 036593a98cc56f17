"""The picture formats, as small whole files of many makes: stills, animations and Aseprite's own."""

import io
import struct
import zlib
from pathlib import Path

import numpy as np
from PIL import Image, PngImagePlugin

from genmodels.media.apng import apng_bytes
from genmodels.media.artwork.flattening import flattened_frames
from genmodels.media.gif import gif_of
from genmodels.media.opening import open_artwork
from tests.fuzz import Target
from tests.mutants import with_checksums
from tests.sprite_files import blob, cel, chunk, document, layer, link, old_palette, palette, tiles

SIZE = (11, 9)


def _saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def _pictures() -> list[Image.Image]:
    return [Image.fromarray(blob(seed, 12)) for seed in range(4)]


def _indexed(colours: int) -> Image.Image:
    image = Image.fromarray(np.arange(99, dtype=np.uint8).reshape(9, 11) % colours)
    image.putpalette(bytes(range(3 * colours)))  # of an image of greys it makes an indexed one
    return image


def png_files() -> list[bytes]:
    first = _pictures()[0]
    notes = PngImagePlugin.PngInfo()
    notes.add_text("Title", "a sprite")
    notes.add_itxt("Author", "nobody" * 30, zip=True)
    return [
        *(_saved(first.convert(mode), "PNG") for mode in ("RGBA", "RGB", "L", "LA", "1")),
        *(_saved(_indexed(2**bits), "PNG", bits=bits, transparency=bytes([0, 128])) for bits in (1, 2, 4)),
        _saved(_indexed(80), "PNG", pnginfo=notes, icc_profile=bytes(200), dpi=(72, 72)),
    ]


def apng_files() -> list[bytes]:
    one, *others = _pictures()
    options = {"save_all": True, "append_images": others, "duration": [10, 50, 0, 70]}
    return [
        apng_bytes([blob(seed) for seed in range(3)], [30, 200, 100]),
        _saved(one, "PNG", **options),
        _saved(one, "PNG", **options, default_image=True, disposal=1, blend=1),
        _saved(one.convert("P"), "PNG", save_all=True, append_images=[image.convert("P") for image in others]),
    ]


def gif_files() -> list[bytes]:
    one, *others = _pictures()
    several = {"save_all": True, "append_images": others}
    return [
        gif_of([blob(seed) for seed in range(3)], [30, 200, 100]).data,
        _saved(one, "GIF"),
        _saved(_indexed(80), "GIF", interlace=1, comment=b"drawn by nobody"),
        _saved(one, "GIF", **several, disposal=2, duration=[0, 50, 10, 70], loop=3),
        _saved(one.convert("RGB"), "GIF", **several, disposal=3),
    ]


def webp_files() -> list[bytes]:
    one, *others = _pictures()
    several = {"save_all": True, "append_images": others, "duration": [0, 50, 10, 700]}
    return [
        _saved(one, "WEBP", lossless=True, exact=True),
        _saved(one.convert("RGB"), "WEBP", quality=60),
        _saved(one, "WEBP", quality=60),
        _saved(one, "WEBP", **several, lossless=True),
        _saved(one, "WEBP", **several, quality=50, allow_mixed=True),
    ]


def bmp_files() -> list[bytes]:
    one = _pictures()[0]
    return [
        *(_saved(one.convert(mode), "BMP") for mode in ("RGB", "RGBA", "L", "1")),
        _saved(_indexed(80), "BMP"),
        _run_length_bmp(),
    ]


def _run_length_bmp() -> bytes:
    """Return 8-bit pixels as Windows writes them, compressed as runs."""
    colours, rows = bytes(range(4)) * 256, bytes((11, 5, 0, 0)) * 8 + bytes((0, 3, 1, 2, 3, 0, 8, 6, 0, 1))
    head = struct.pack("<IiiHHIIiiII", 40, *SIZE, 1, 8, 1, len(rows), 0, 0, 256, 0)
    return b"BM" + struct.pack("<IHHI", 14 + 40 + 1024 + len(rows), 0, 0, 14 + 40 + 1024) + head + colours + rows


def jpeg_files() -> list[bytes]:
    one = _pictures()[0].convert("RGB").resize((33, 21))
    return [
        _saved(one, "JPEG"),
        _saved(one, "JPEG", progressive=True, optimize=True),
        _saved(one.convert("L"), "JPEG", quality=30),
        _saved(one.convert("CMYK"), "JPEG"),
        _saved(one, "JPEG", subsampling=0, comment=b"drawn by nobody", restart_marker_blocks=1),
    ]


def aseprite_files() -> list[bytes]:
    dots, greys = np.array([[[0], [1]], [[2], [1]]], np.uint8), np.array([[[0, 255], [200, 128]]], np.uint8)
    colours = palette((9, 9, 9, 255), (255, 0, 0, 255), (0, 255, 0, 99), name="ink")
    tag = struct.pack("<HHBH6xBBBxH", 0, 1, 3, 2, 9, 8, 7, 4) + b"walk"
    tags = [
        chunk(0x2018, struct.pack("<H8x", 1) + tag),
        chunk(0x2020, struct.pack("<IH3s4B", 3, 3, b"run", 1, 2, 3, 4)),
    ]
    plain = [layer("group", kind=1, opacity=99), layer("body", level=1), layer("hat", flags=3, blend=2)]
    drawn = [cel(1, blob(1), at=(-3, 70), opacity=128), cel(2, blob(2), packed=False, z=-1)]
    others = [chunk(0x2007, struct.pack("<HHI8x", 1, 0, 0)), chunk(0x2022, struct.pack("<III", 1, 0, 0)), tiles(0)]
    return [
        document(100, 90, [*others, colours, *plain, *tags, *drawn], [link(1, 0), cel(2, blob(3))], [link(2, 1)]),
        document(2, 2, [colours, layer("a", flags=9), cel(0, dots)], [palette((1, 2, 3, 4)), cel(0, dots)], depth=8),
        document(3, 3, [old_palette((1, 1, 1), (255, 8, 0)), layer("a"), cel(0, dots)], depth=8, clear_index=1),
        document(2, 1, [layer("a"), cel(0, greys)], [link(0, 0)], depth=16),
        document(70, 70, [layer("big"), chunk(0x2005, _big_cel(70, 70))]),
    ]


def _big_cel(width: int, height: int) -> bytes:
    head = struct.pack("<HhhBHh5xHH", 0, 0, 0, 255, 2, 0, width, height)
    return head + zlib.compress(b"\1\2\3\4" * (width * height))


def _open(path: Path) -> object:
    """Open a file as the window does, and look at every pixel of the first frame."""
    return next(flattened_frames(open_artwork(path).artwork)).any()


PICTURES = tuple(
    Target(name=name, suffix=f".{name}", seeds=tuple(make()), read=_open, mend=with_checksums)
    for name, make in (
        ("png", png_files),
        ("apng", apng_files),
        ("gif", gif_files),
        ("webp", webp_files),
        ("bmp", bmp_files),
        ("jpeg", jpeg_files),
        ("aseprite", aseprite_files),
    )
)
