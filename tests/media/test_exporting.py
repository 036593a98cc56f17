"""What is exported plays and looks as the artwork does: animations, pictures, palettes, and Aseprite's own files."""

from dataclasses import replace

import numpy as np
import pytest
from artworks import artworks, same_cels
from hypothesis import given, settings
from hypothesis import strategies as st
from sprite_files import blob

from genmodels.api.errors import ConfigError, StorageError
from genmodels.media.artwork.artwork import Artwork, Direction, Tag, artwork_of
from genmodels.media.artwork.flattening import flattened_frames
from genmodels.media.artwork.framing import MOST_MS
from genmodels.media.exporting import export_artwork
from genmodels.media.opening import open_artwork
from genmodels.media.sprite import read_sprite


@pytest.fixture
def walk() -> Artwork:
    film = artwork_of([blob(seed) for seed in range(4)], [50, 100, 150, 200], layer="body")
    return replace(film, tags=(Tag(name="step", first=1, last=3, direction=Direction.PINGPONG),))


def seen(rgba_HW4: np.ndarray) -> np.ndarray:
    return rgba_HW4 * (rgba_HW4[..., 3:] > 0)


@pytest.mark.parametrize("suffix", [".gif", ".png", ".apng", ".webp"])
def test_a_tag_plays_in_its_direction_enlarged(walk, tmp_path, suffix):
    out = tmp_path / f"walk{suffix}"
    exported = export_artwork(walk, out, tag="step", scale=3)
    assert (exported.files, exported.remarks) == ((out,), ())
    assert exported.animation.durations_ms == (100, 150, 200, 150)
    read = open_artwork(out).artwork
    assert [frame.duration_ms for frame in read.frames] == [100, 150, 200, 150]
    for shown, seed in zip(flattened_frames(read), (1, 2, 3, 2), strict=True):
        assert np.array_equal(seen(shown), blob(seed).repeat(3, axis=0).repeat(3, axis=1))


def test_one_frame_is_a_still_picture(walk, tmp_path):
    still = replace(walk, tags=(Tag(name="last", first=3, last=3),))
    assert export_artwork(still, tmp_path / "one.png", tag="last").animation is None
    assert np.array_equal(read_sprite(tmp_path / "one.png").rgba_HWC, blob(3))


def test_a_folder_gets_a_picture_of_each_frame_all_in_one_palette(walk, tmp_path):
    chosen = ((9, 9, 9, 255), (0, 0, 0, 0), (200, 200, 200, 255))
    exported = export_artwork(replace(walk, palette=chosen), tmp_path / "walk", indexed=True)
    assert [file.name for file in exported.files] == [f"walk-0{n}.png" for n in range(1, 5)]
    sprites = [read_sprite(file) for file in exported.files]
    tables = [sprite.indexed.palette_T4.tolist() for sprite in sprites]
    assert tables == [tables[0]] * 4
    assert tuple(map(tuple, tables[0][:3])) == chosen
    assert all(np.array_equal(sprite.rgba_HWC, blob(n)) for n, sprite in enumerate(sprites))
    assert sprites[0].indexed.bits == 4


def test_aseprites_own_files_keep_layers_and_tags(walk, tmp_path):
    export_artwork(walk, tmp_path / "walk.aseprite", tag="step", scale=2)
    read = open_artwork(tmp_path / "walk.aseprite").artwork
    assert (read.width, len(read.frames)) == (20, 3)
    assert read.tags == (replace(walk.tags[0], first=0, last=2),)


@settings(max_examples=25, deadline=None)
@given(artwork=artworks(), suffix=st.sampled_from([".gif", ".apng", ".webp"]))
def test_every_artwork_can_be_exported_and_opened_again(tmp_path_factory, artwork, suffix):
    out = tmp_path_factory.mktemp("exported") / f"a{suffix}"
    exported = export_artwork(artwork, out)
    read = open_artwork(out).artwork
    assert read.shape == artwork.shape
    losses = exported.animation.losses
    if len(artwork.frames) > 1 and len(read.frames) > 1:
        assert [frame.duration_ms for frame in read.frames] == [
            min(ms, MOST_MS) for ms in exported.animation.durations_ms
        ]
    if not losses.merged and not losses.half_clear and not losses.colours:
        shown = zip(flattened_frames(read), flattened_frames(artwork), strict=True)
        assert all(np.array_equal(seen(one), seen(other)) for one, other in shown)


@given(artwork=artworks())
@settings(max_examples=20, deadline=None)
def test_a_folder_of_pictures_loses_nothing(tmp_path_factory, artwork):
    folder = tmp_path_factory.mktemp("exported") / "a"
    files = export_artwork(artwork, folder, indexed=True).files
    for file, shown in zip(files, flattened_frames(artwork), strict=True):
        assert np.array_equal(read_sprite(file).rgba_HWC, shown)


def test_what_cannot_be_exported_says_why(walk, tmp_path):
    with pytest.raises(ConfigError, match="no tag “stop”") as caught:
        export_artwork(walk, tmp_path / "a.gif", tag="stop")
    assert "step" in caught.value.hint
    for out, options, words in [
        ("a.mp4", {}, "no kind of file"),
        ("a.gif", {"scale": 0}, "enlarged 0 times"),
        ("a.gif", {"scale": 500}, "enlarged 500 times"),
        ("a.png", {"indexed": True}, "one frame, not 4"),
    ]:
        with pytest.raises(ConfigError, match=words) as caught:
            export_artwork(walk, tmp_path / out, **options)
        assert caught.value.hint
    many = artwork_of([np.random.default_rng(1).integers(0, 256, (20, 20, 4), np.uint8)], layer="a")
    with pytest.raises(ConfigError, match="400 colours"):
        export_artwork(many, tmp_path / "a.png", indexed=True)
    with pytest.raises(StorageError):
        export_artwork(walk, tmp_path / "nowhere" / "a.gif")
    assert list(tmp_path.iterdir()) == []


def test_a_whole_artwork_comes_back_from_aseprites_file(tmp_path, walk):
    export_artwork(walk, tmp_path / "walk.ase")
    assert same_cels(open_artwork(tmp_path / "walk.ase").artwork, walk)
