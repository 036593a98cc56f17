"""Reading palettes: every kind of file, what is kept beside the colours, and files that are none."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sprite_files import cel, chunk, document, layer, palette

from genmodels.api.errors import InputError
from genmodels.media.palettes.palette import Swatch
from genmodels.media.palettes.reading import MAX_TEXT_BYTES, read_palette

RED, SEA = (255, 0, 16, 255), (0, 120, 200, 255)


def read(folder: Path, name: str, content: bytes):
    (folder / name).write_bytes(content)
    return read_palette(folder / name)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("two.gpl", b"GIMP Palette\nName: two\nColumns: 2\n# hello\n255   0  16\tred\n  0 120 200 sea blue\n"),
        ("alpha.gpl", b"GIMP Palette\nChannels: RGBA\n255 0 16 255 red\n0 120 200 255\n"),
        ("two.hex", b"ff0010\r\n; a note on facade\r\n0078c8\r\n"),
        ("pasted.txt", b"#FF0010;#0078c8;"),
        ("two.pal", b"JASC-PAL\r\n0100\r\n2\r\n255 0 16\r\n0 120 200 255\r\n"),
        ("named-wrongly.txt", b"GIMP Palette\n255 0 16\n0 120 200\n"),
        ("two.act", bytes(RED[:3] + SEA[:3]) + bytes(762) + b"\x00\x02\x00\x00"),
        ("two.ase", document(1, 1, [layer("a"), palette(RED, SEA)])),
        ("named-wrongly.png", document(1, 1, [layer("a"), palette(RED, SEA)])),
    ],
)
def test_every_kind_of_file_gives_the_same_two_colours(tmp_path, name, content):
    assert read(tmp_path, name, content).colours == (RED, SEA)


def test_a_gpl_keeps_name_columns_comments_names_and_empty_places(tmp_path):
    kept = read(
        tmp_path,
        "dusk.gpl",
        b"GIMP Palette\nName: Dusk\nColumns: 8\n#by a friend\n#\n"
        b"1 2 3\t deep   sea\n0 0 0 PixeloramaEmptySlot\n1 2 3\n",
    )
    assert (kept.name, kept.columns, kept.comments) == ("Dusk", 8, ("by a friend", ""))
    assert kept.swatches == (
        Swatch(rgba=(1, 2, 3, 255), name="deep sea"),
        Swatch(rgba=None),
        Swatch(rgba=(1, 2, 3, 255)),
    )
    assert kept.distinct().tolist() == [[1, 2, 3, 255]]


def test_alpha_where_a_format_or_aseprite_has_it(tmp_path):
    assert read(tmp_path, "a.gpl", b"GIMP Palette\nChannels: RGBA\n1 2 3 40\n").colours == ((1, 2, 3, 40),)
    assert read(tmp_path, "a.pal", b"JASC-PAL\n0100\n1\n1 2 3 40\n").colours == ((1, 2, 3, 40),)
    assert read(tmp_path, "a.hex", b"01020328\n").colours == ((1, 2, 3, 40),)


def test_an_aseprite_palette_is_as_long_as_its_file_says_and_has_names(tmp_path):
    index_HW1 = np.array([[[1]]], np.uint8)
    chunks = [palette(RED, SEA, RED, name="ink\n"), layer("a"), cel(0, index_HW1)]
    kept = read(tmp_path, "a.aseprite", document(1, 1, chunks, depth=8, clear_index=1))
    assert kept.swatches == tuple(Swatch(rgba=one, name="ink") for one in (RED, (*SEA[:3], 0), RED))
    paper = [palette(RED, SEA), layer("a", flags=9), cel(0, index_HW1)]
    assert read(tmp_path, "b.aseprite", document(1, 1, paper, depth=8, clear_index=1)).colours == (RED, SEA)


def test_pictures_give_their_stored_palette_or_the_colours_seen(tmp_path):
    Image.fromarray(np.array([[SEA, RED, SEA]], dtype=np.uint8)).save(tmp_path / "strip.png")
    assert read_palette(tmp_path / "strip.png").colours == (SEA, RED)
    image = Image.new("P", (1, 2))
    image.putpalette([*SEA[:3], *RED[:3], *SEA[:3]])
    image.putpixel((0, 1), 2)
    image.save(tmp_path / "twice.png")  # games hold one colour twice on purpose
    assert read_palette(tmp_path / "twice.png").colours == (SEA, RED, SEA)
    image.putpixel((0, 1), 1)
    image.save(tmp_path / "padded.gif")
    assert read_palette(tmp_path / "padded.gif").colours == (SEA, RED)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("raw.pal", bytes(192)),
        ("riff.pal", b"RIFF\x18\x04\0\0PAL data"),
        ("short.act", bytes(700)),
        ("empty.hex", b"no colours here\n"),
        ("bad.gpl", b"GIMP Palette\n300 0 0\n"),
        ("short.gpl", b"GIMP Palette\n3 0\n"),
        ("all-empty.gpl", b"GIMP Palette\n0 0 0 PixeloramaEmptySlot\n"),
        ("many.gpl", b"GIMP Palette\n" + b"1 2 3\n" * 257),
        ("bad.pal", b"JASC-PAL\n0100\n1\nred green blue\n"),
        ("cut-off.pal", b"JASC-PAL\n0100\n2\n1 2 3\n"),
        ("headless.pal", b"JASC-PAL\n"),
        ("huge.hex", b"\n" * (MAX_TEXT_BYTES + 1)),
        ("bad.png", b"\x89PNG\r\n\x1a\n"),
        ("swatches.ase", b"ASEF\0\x01\0\0"),
        ("bad.aseprite", document(1, 1, [chunk(0x2019, bytes(8))])),
    ],
)
def test_damaged_palettes_are_input_errors_with_a_hint(tmp_path, name, content):
    with pytest.raises(InputError) as caught:
        read(tmp_path, name, content)
    assert caught.value.hint


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputError, match="cannot be read"):
        read_palette(tmp_path / "none.gpl")


def test_a_photograph_is_no_palette(tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (40, 40, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    with pytest.raises(InputError, match="1,600 colours"):
        read_palette(tmp_path / "noise.png")
