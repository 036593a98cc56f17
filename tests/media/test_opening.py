"""One place where files become artworks: every kind, whatever its name; and what cannot be opened says why."""

import io
import struct

import numpy as np
import pytest
from PIL import Image
from sprite_files import blob

from genmodels.api.errors import InputError
from genmodels.media import opening
from genmodels.media.apng import apng_bytes
from genmodels.media.artwork.flattening import flattened_frames
from genmodels.media.bounds import MAX_FILE_BYTES
from genmodels.media.gif import gif_of
from genmodels.media.opening import artwork_in, open_artwork


def saved(image: Image.Image, kind: str, **options: object) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, kind, **options)
    return buffer.getvalue()


def seen(rgba_HW4: np.ndarray) -> np.ndarray:
    return rgba_HW4 * (rgba_HW4[..., 3:] > 0)


@pytest.mark.parametrize("kind", ["PNG", "GIF", "WEBP", "BMP", "JPEG"])
def test_a_still_picture_is_one_layer_and_keeps_how_it_was_stored(tmp_path, kind):
    path = tmp_path / "picture.of-no-kind"
    path.write_bytes(saved(Image.new("RGB", (7, 5), (200, 0, 0)), kind))
    opened = open_artwork(path, layer="图层 1")
    assert [layer.name for layer in opened.artwork.layers] == ["图层 1"]
    assert (opened.artwork.width, opened.artwork.height, len(opened.artwork.frames)) == (7, 5, 1)
    assert opened.sprite is not None
    assert np.array_equal(next(flattened_frames(opened.artwork)), opened.sprite.rgba_HWC)
    assert opened.sprite.mode == ("P" if kind == "GIF" else "RGB")
    assert opened.remarks == ()


def test_an_indexed_picture_brings_its_palette():
    image = Image.fromarray(np.array([[0, 1, 2]], np.uint8))
    image.putpalette([9, 9, 9, 255, 0, 0, 0, 255, 0])
    opened = artwork_in(saved(image, "PNG", transparency=0), "a.png")
    assert opened.artwork.palette == ((9, 9, 9, 0), (255, 0, 0, 255), (0, 255, 0, 255))
    assert opened.sprite.indexed is not None


@pytest.mark.parametrize("kind", ["gif", "apng", "webp"])
def test_an_animation_is_one_layer_of_frames_with_their_true_times(kind):
    frames, times = [blob(seed) for seed in range(4)], [30, 200, 100, 20]
    images = [Image.fromarray(frame) for frame in frames]
    data = {
        "gif": lambda: gif_of(frames, times).data,
        "apng": lambda: apng_bytes(frames, times),
        "webp": lambda: saved(
            images[0], "WEBP", save_all=True, append_images=images[1:], lossless=True, duration=times
        ),
    }[kind]()
    opened = artwork_in(data, "walk.png")
    assert opened.sprite is None
    assert opened.remarks == ()
    assert len(opened.artwork.layers) == 1
    assert [frame.duration_ms for frame in opened.artwork.frames] == times
    for shown, frame in zip(flattened_frames(opened.artwork), frames, strict=True):
        assert np.array_equal(seen(shown), frame)


def test_frames_that_no_player_shows_so_shortly_last_as_long_as_they_are_shown():
    opened = artwork_in(apng_bytes([blob(1), blob(2), blob(3)], [0, 10, 20]), "a.png")
    assert [frame.duration_ms for frame in opened.artwork.frames] == [100, 100, 20]
    assert "11 ms" in opened.remarks[0]


def test_frames_equal_to_the_one_before_share_its_tiles_and_are_not_linked():
    cels = artwork_in(apng_bytes([blob(1), blob(1), blob(2)], [50] * 3), "a.png").artwork.cels
    assert cels[0, 0] is not cels[0, 1]
    assert cels[0, 1].bytes_beside(cels[0, 0]) == 0


def test_the_picture_beside_an_animated_png_is_none_of_its_frames():
    images = [Image.fromarray(blob(seed)) for seed in range(3)]
    data = saved(images[0], "PNG", save_all=True, append_images=images[1:], default_image=True, duration=70)
    shown = list(flattened_frames(artwork_in(data, "a.png").artwork))
    assert len(shown) == 2
    assert np.array_equal(shown[0], blob(1))


def test_a_gif_whose_frames_reach_out_of_its_screen_keeps_its_size():
    data = bytearray(gif_of([blob(1), blob(2)], [50, 50]).data)
    data[6:10] = struct.pack("<HH", 8, 7)
    artwork = artwork_in(bytes(data), "a.gif").artwork
    assert all(plane.pixels().shape[:2] == artwork.shape for plane in artwork.cels.values())


def test_frames_are_counted_and_bounded(monkeypatch):
    data = apng_bytes([blob(seed) for seed in range(5)], [50] * 5)
    monkeypatch.setattr("genmodels.media.bounds.MAX_PIXELS", 499)
    with pytest.raises(InputError, match="5 frames of 10×10"):
        artwork_in(data, "a.png")
    monkeypatch.setattr("genmodels.media.animations.MAX_FRAMES", 3)
    monkeypatch.setattr(opening, "MAX_FRAMES", 3)
    opened = artwork_in(data, "a.png")
    assert len(opened.artwork.frames) == 3
    assert "Of its 5 frames" in opened.remarks[0]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "is empty"),
        (b"not a picture", "not an image"),
        (b"8BPS\0\1" + bytes(99), "not an image"),
        (b"ASEF\0\1" + bytes(99), "swatches"),
        (b"1234\xe0\xa5" + bytes(200), "no Aseprite file"),
        (b"GIF89a" + struct.pack("<HHBBB", 60000, 2, 0, 0, 0), "60000×2"),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\xff\xff\0\1\0\0", "65536×2"),
        (b"BM" + bytes(16) + struct.pack("<ii", 9, -70000), "9×70000"),
    ],
)
def test_what_cannot_be_opened_says_why_and_what_to_do(tmp_path, data, words):
    (tmp_path / "file.png").write_bytes(data)
    with pytest.raises(InputError, match=words) as caught:
        open_artwork(tmp_path / "file.png")
    assert caught.value.hint


def test_what_is_no_file_or_too_large_a_one(tmp_path):
    with pytest.raises(InputError, match="no file"):
        open_artwork(tmp_path / "gone.png")
    with pytest.raises(InputError, match="cannot be read"):
        open_artwork(tmp_path)
    with (tmp_path / "film.gif").open("wb") as file:
        file.truncate(MAX_FILE_BYTES + 1)
    with pytest.raises(InputError, match="over 64 MB"):
        open_artwork(tmp_path / "film.gif")


def test_a_frame_that_makes_a_gif_too_large_is_found_before_it_is_drawn():
    data = gif_of([blob(1), blob(2)], [50, 50]).data
    second = data.rindex(b"\x2c\0\0\0\0\x0a\0\x0a\0")
    large = data[: second + 5] + struct.pack("<HH", 9000, 9000) + data[second + 9 :]
    with pytest.raises(InputError, match="9000×9000"):
        artwork_in(large, "a.gif")
