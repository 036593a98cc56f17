"""Writing palettes: what every format brings back, to the byte where other programs are strict, and what it loses."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from genmodels.api.errors import InputError, StorageError
from genmodels.media.palettes import writing
from genmodels.media.palettes.palette import MAX_COLOURS, Palette, Swatch, one_line, palette_of
from genmodels.media.palettes.reading import read_palette
from genmodels.media.palettes.writing import FORMATS, Loss, format_of, write_palette

RED, SEA, GHOST = (255, 0, 16, 255), (0, 120, 200, 255), (1, 2, 3, 40)

BYTES = st.integers(0, 255)
COLOURS = st.tuples(BYTES, BYTES, BYTES, BYTES | st.just(255))
SWATCHES = st.builds(Swatch, rgba=COLOURS, name=st.text(max_size=12).map(one_line)) | st.just(Swatch(rgba=None))
PALETTES = st.builds(
    Palette,
    swatches=st.lists(SWATCHES, min_size=1, max_size=MAX_COLOURS).map(tuple),
    name=st.text(max_size=12).map(one_line),
    columns=st.integers(0, 32),
    comments=st.lists(st.text(max_size=12).map(one_line), max_size=3).map(tuple),
).filter(lambda palette: palette.colours)


def written(folder: Path, suffix: str, palette: Palette) -> bytes:
    write_palette(folder / f"a{suffix}", palette)
    return (folder / f"a{suffix}").read_bytes()


@given(palette=PALETTES)
@settings(max_examples=60, deadline=None)
@pytest.mark.parametrize("suffix", [one.suffix for one in FORMATS])
def test_a_palette_comes_back_as_the_format_can_hold_it(suffix, palette):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / f"palette{suffix}"
        write_palette(file, palette)
        back, lost = read_palette(file), format_of(file).lost(palette)
    if suffix == ".gpl":
        assert back == palette
    elif Loss.ALPHA in lost:
        assert [colour[:3] for colour in back.colours] == [colour[:3] for colour in palette.colours]
    else:
        assert back.colours == palette.colours


def test_jasc_files_are_as_strict_readers_want_them(tmp_path):
    assert written(tmp_path, ".pal", palette_of([GHOST, SEA])) == b"JASC-PAL\r\n0100\r\n2\r\n1 2 3\r\n0 120 200\r\n"


def test_hex_files_are_six_lower_case_digits_a_line(tmp_path):
    assert written(tmp_path, ".hex", palette_of([RED, GHOST])) == b"ff0010\n010203\n"


def test_act_files_tell_their_count_and_no_transparent_colour(tmp_path):
    data = written(tmp_path, ".act", palette_of([RED, SEA]))
    assert (len(data), data[:6], data[768:]) == (772, bytes(RED[:3] + SEA[:3]), b"\0\x02\xff\xff")


def test_gpl_files_have_alpha_only_where_a_colour_has(tmp_path):
    opaque = Palette(swatches=(Swatch(rgba=RED, name="red"), Swatch(rgba=None)), name="two", columns=2)
    assert written(tmp_path, ".gpl", opaque).decode() == (
        "GIMP Palette\nName: two\nColumns: 2\n255   0  16\tred\n  0   0   0\tPixeloramaEmptySlot\n"
    )
    assert written(tmp_path, ".gpl", palette_of([GHOST])) == b"GIMP Palette\nChannels: RGBA\n  1   2   3  40\n"


def test_pictures_are_a_row_or_rows_of_sixteen(tmp_path):
    assert int.from_bytes(written(tmp_path, ".png", palette_of([RED] * 17))[16:20], "big") == 17
    data = written(tmp_path, ".png", palette_of([(n, 0, 0, 255) for n in range(256)]))
    assert (int.from_bytes(data[16:20], "big"), int.from_bytes(data[20:24], "big")) == (16, 16)


def test_what_is_lost_is_told():
    rich = Palette(swatches=(Swatch(rgba=GHOST, name="ghost"), Swatch(rgba=None)))
    lost = {one.suffix: one.lost(rich) for one in FORMATS}
    everything = (Loss.ALPHA, Loss.EMPTY, Loss.NAMES)
    assert lost == {
        ".gpl": (),
        ".hex": everything,
        ".pal": everything,
        ".act": everything,
        ".png": (Loss.EMPTY, Loss.NAMES),
    }
    assert not any(one.lost(palette_of([RED])) for one in FORMATS)


@pytest.mark.parametrize(
    ("name", "palette"),
    [
        ("a.jpg", palette_of([RED])),
        ("a.gpl", Palette()),
        ("a.gpl", Palette(swatches=(Swatch(rgba=None),))),
        ("a.gpl", palette_of([RED] * 257)),
    ],
)
def test_what_no_file_can_hold_is_an_input_error(tmp_path, name, palette):
    with pytest.raises(InputError) as caught:
        write_palette(tmp_path / name, palette)
    assert caught.value.hint
    assert not list(tmp_path.iterdir())


def test_a_file_that_comes_back_changed_leaves_the_old_one(tmp_path, monkeypatch):
    before = written(tmp_path, ".hex", palette_of([RED]))
    torn = tuple(replace(one, write=lambda palette: b"ff00\n") for one in FORMATS)
    monkeypatch.setattr(writing, "FORMATS", torn)
    with pytest.raises(StorageError):
        write_palette(tmp_path / "a.hex", palette_of([SEA]))
    assert [file.read_bytes() for file in tmp_path.iterdir()] == [before]
