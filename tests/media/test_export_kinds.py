"""Files of every kind: the preview is what is written."""

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sheet_pictures import walker

from genmodels.api.errors import ConfigError
from genmodels.media.animations import read_frames
from genmodels.media.artwork.flattening import flatten
from genmodels.media.export_kinds import ExportSettings, Kind, files_of, preview_of, write_export
from genmodels.media.opening import open_artwork

FRAME = 11  # of the walker, the second one


@pytest.mark.parametrize("kind", Kind)
def test_what_is_shown_is_what_is_written(tmp_path: Path, kind: Kind) -> None:
    artwork, settings = walker(), ExportSettings(kind=kind, scale=3, tag="walk")
    path = tmp_path / f"hero{kind.suffix}"
    preview = preview_of(artwork, FRAME, settings)
    exported = write_export(path, artwork, FRAME, settings)
    assert exported.files == files_of(path, artwork, settings)
    assert sorted(tmp_path.iterdir()) == sorted(exported.files)
    assert sum(file.stat().st_size for file in exported.files) == preview.length
    assert preview.size == (18, 15)
    read = [rgba_HWC for file in exported.files for rgba_HWC in _frames(file)]
    assert len(read) == len(preview.frames)
    for shown, there in zip(preview.frames, read, strict=True):
        assert np.array_equal(shown.repeat(3, 0).repeat(3, 1), there)


@pytest.mark.parametrize(
    ("kind", "durations_ms"),
    [
        (Kind.GIF, (40, 250)),
        (Kind.PICTURE, (40,)),
        (Kind.PICTURES, (40, 250)),
        (Kind.ASEPRITE, (40, 250)),
    ],
)
def test_times_are_those_of_the_tag(kind: Kind, durations_ms: tuple[int, ...]) -> None:
    assert preview_of(walker(), FRAME, ExportSettings(kind=kind, tag="walk")).durations_ms == durations_ms


def test_what_a_gif_cannot_keep_is_said_before() -> None:
    [remark] = preview_of(walker(), FRAME, ExportSettings(kind=Kind.GIF, tag="walk")).remarks
    assert "half-transparent" in remark
    assert not preview_of(walker(), FRAME, ExportSettings(kind=Kind.APNG, tag="walk")).remarks


def test_pictures_can_be_in_the_artworks_palette(tmp_path: Path) -> None:
    artwork = replace(walker(), palette=((1, 2, 3, 255), (200, 30, 40, 255)))
    for kind in (Kind.PICTURE, Kind.PICTURES):
        for file in write_export(tmp_path / "hero.png", artwork, FRAME, ExportSettings(kind=kind, indexed=True)).files:
            assert open_artwork(file).artwork.palette[:2] == artwork.palette


def test_a_preview_of_many_large_frames_stays_small() -> None:
    small = walker()
    artwork = replace(small, width=4096, height=2048, cels={})
    preview = preview_of(artwork, FRAME, ExportSettings(kind=Kind.PICTURES))
    assert sum(frame.nbytes for frame in preview.frames) <= 2**26
    assert preview.size == (4096, 2048)


@pytest.mark.parametrize("settings", [ExportSettings(scale=4096), ExportSettings(tag="fly")])
def test_what_cannot_be_is_told(settings: ExportSettings) -> None:
    with pytest.raises(ConfigError):
        preview_of(walker(), FRAME, settings)


def test_a_size_of_nothing_is_refused() -> None:
    with pytest.raises(ConfigError, match="scale is 0"):
        ExportSettings(scale=0)


def _frames(file: Path) -> list[np.ndarray]:
    if file.suffix == ".aseprite":
        artwork = open_artwork(file).artwork
        return [flatten(artwork, frame.key) for frame in artwork.frames]
    return list(read_frames(file))
