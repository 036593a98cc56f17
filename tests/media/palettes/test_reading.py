import numpy as np
import pytest
from PIL import Image

from genmodels.api.errors import InputError
from genmodels.media.palettes.reading import read_palette

RED, SEA = [255, 0, 16, 255], [0, 120, 200, 255]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("two.gpl", b"GIMP Palette\nName: two\nColumns: 2\n# hello\n255   0  16\tred\n  0 120 200 sea blue\n"),
        ("alpha.gpl", b"GIMP Palette\nChannels: RGBA\n255 0 16 255 red\n0 120 200 255\n"),
        ("two.hex", b"ff0010\r\n; a note\r\n0078c8\r\n"),
        ("two.pal", b"JASC-PAL\r\n0100\r\n2\r\n255 0 16\r\n0 120 200 255\r\n"),
        ("named-wrongly.txt", b"GIMP Palette\n255 0 16\n0 120 200\n"),
        ("two.act", bytes(RED[:3] + SEA[:3]) + bytes(762) + b"\x00\x02\x00\x00"),
    ],
)
def test_every_kind_of_file_gives_the_same_two_colours(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    assert read_palette(tmp_path / name).tolist() == [RED, SEA]


def test_alpha_and_images_are_read_and_repeats_dropped(tmp_path):
    (tmp_path / "a.gpl").write_bytes(b"GIMP Palette\nChannels: RGBA\n1 2 3 40\n1 2 3 40\n")
    assert read_palette(tmp_path / "a.gpl").tolist() == [[1, 2, 3, 40]]
    Image.fromarray(np.array([[RED, SEA, RED]], dtype=np.uint8)).save(tmp_path / "strip.png")
    assert read_palette(tmp_path / "strip.png").tolist() == [RED, SEA]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("raw.pal", bytes(192)),
        ("short.act", bytes(700)),
        ("empty.hex", b"no colours here\n"),
        ("bad.gpl", b"GIMP Palette\n300 0 0\n"),
        ("bad.pal", b"JASC-PAL\n0100\n1\nred green blue\n"),
        ("bad.png", b"\x89PNG\r\n\x1a\n"),
    ],
)
def test_damaged_palettes_are_input_errors_with_a_hint(tmp_path, name, content):
    (tmp_path / name).write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_palette(tmp_path / name)
    assert caught.value.hint


def test_a_photograph_is_no_palette(tmp_path):
    noise = np.random.default_rng(0).integers(0, 256, (40, 40, 3), dtype=np.uint8)
    Image.fromarray(noise).save(tmp_path / "noise.png")
    with pytest.raises(InputError, match="1,600 colours"):
        read_palette(tmp_path / "noise.png")
