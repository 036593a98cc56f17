"""Damaged and hostile projects: a sentence, or what is left with a sentence for what is not; never a crash."""

import contextlib
import io
import json
import struct
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from app.document.drawing import Drawing
from app.document.project.content import HISTORY, PROJECT
from app.document.project.project import project_of
from app.document.project.reading import Read, open_project, read_preview, read_project
from app.document.project.writing import project_bytes
from genmodels.api.errors import InputError

Entries = dict[str, bytes]


@pytest.fixture
def entries(busy: Drawing) -> Entries:
    archive = zipfile.ZipFile(io.BytesIO(project_bytes(project_of(busy))))
    return {name: archive.read(name) for name in archive.namelist()}


def zipped(entries: Entries, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def read(entries: Entries) -> Read:
    return read_project(zipped(entries), "“x.sprv”")


def with_json(entries: Entries, **changes: object) -> Entries:
    return entries | {PROJECT: json.dumps(json.loads(entries[PROJECT]) | changes).encode()}


def test_a_newer_version_is_refused_with_a_sentence(entries: Entries) -> None:
    with pytest.raises(InputError, match="newer Spriteverse: it has format 2") as caught:
        read(with_json(entries, format_version=2))
    assert "Update" in caught.value.hint


@pytest.mark.parametrize(
    "changes",
    [
        {"format_version": 0},
        {"format_version": "1"},
        {"width": 0},
        {"width": 100_000, "height": 100_000},
        {"layers": []},
        {"frames": []},
        {"layers": [{"key": 1, "name": "a"}, {"key": 1, "name": "b"}]},
        {"cels": [[0, 0, 99]]},
        {"cels": [[99, 0, 0]]},
        {"cels": [[0, 0]]},
        {"cels": [0, 1]},
        {"cels": [[0, 0.5, 0]]},
        {"cels": {"a": 1}},
        {"tags": [{"name": "t", "first": 1, "last": 5}]},
        {"palette": [[0, 0, 0, 256]]},
        {"layer": 99},
        {"frame": -1},
        {"surprise": 1},
    ],
    ids=str,
)
def test_what_makes_no_sense_is_refused(entries: Entries, changes: dict[str, object]) -> None:
    with pytest.raises(InputError, match="damaged, or not a Spriteverse project") as caught:
        read(with_json(entries, **changes))
    assert caught.value.hint


@pytest.mark.parametrize("data", [b"", b"PK\3\4", b"\x89PNG\r\n\x1a\n" * 9, zipped({"a.txt": b"b"})])
def test_what_is_no_project_is_refused(data: bytes) -> None:
    with pytest.raises(InputError, match="damaged, or not a Spriteverse project"):
        read_project(data, "“x.sprv”")


def spoilt(data: bytes) -> bytes:
    return data[: len(data) // 2]


@pytest.mark.parametrize(
    ("name", "change", "said"),
    [
        ("cels/0.png", spoilt, "1 of 2 drawn cels are damaged"),
        ("masks/0.png", spoilt, "What was selected is lost."),
        (HISTORY, spoilt, "The steps that could be undone are lost."),
        (HISTORY, lambda _: b'{"done": 5}', "The steps that could be undone are lost."),
        ("tiles/0.png", spoilt, "The steps that could be undone are lost."),
        ("candidates/0.png", spoilt, "1 of 1 kept candidates are lost."),
        ("candidates/0-mask.png", lambda _: b"", "1 of 1 kept candidates are lost."),
        ("morph/0.png", spoilt, "The pictures of the morph are lost."),
    ],
)
def test_a_damaged_part_is_told_and_the_rest_opens(
    entries: Entries, busy: Drawing, tmp_path: Path, name: str, change: Callable[[bytes], bytes], said: str
) -> None:
    path = tmp_path / "x.sprv"
    path.write_bytes(zipped(entries | {name: change(entries[name])}))
    drawing, remarks = open_project(path)
    assert any(said in remark for remark in remarks), remarks
    assert drawing.artwork.layers == busy.artwork.layers
    assert drawing.dirty
    assert drawing.path is None, "saving does not replace the damaged file unasked"
    assert drawing.origin == path


def test_cels_that_reach_out_of_the_canvas_are_left_empty(entries: Entries) -> None:
    found = read(with_json(entries, width=40))
    assert "left empty" in found.remarks[0]
    assert found.project.state.artwork.shape == (70, 40)


def test_a_part_that_is_not_there_is_told(entries: Entries) -> None:
    del entries["cels/1.png"]
    assert "left empty" in read(entries).remarks[0]
    del entries[PROJECT]
    with pytest.raises(InputError):
        read(entries)


def test_without_a_history_nothing_is_lost(entries: Entries) -> None:
    found = read({name: data for name, data in entries.items() if name != HISTORY and "tiles" not in name})
    assert not found.remarks
    assert not found.project.done


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def test_a_bomb_is_not_unpacked(entries: Entries, monkeypatch: pytest.MonkeyPatch) -> None:
    from PIL import Image

    head = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 6, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", b"") + chunk(b"IEND", b"")
    opened: list[object] = []
    real = Image.open

    def watched(file: io.BytesIO, **options: object) -> Image.Image:
        image = real(file, **options)
        opened.append(image.size)
        return image

    monkeypatch.setattr(Image, "open", watched)
    assert "left empty" in read(entries | {"cels/0.png": bomb}).remarks[0]
    assert (60_000, 60_000) not in opened


def test_a_long_json_is_not_unpacked(entries: Entries) -> None:
    with pytest.raises(InputError) as caught:
        read(entries | {PROJECT: b" " * (33 * 2**20)})
    assert "bytes" in caught.value.detail


def test_pictures_stop_at_the_most_that_a_project_may_have(entries: Entries, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.document.project.reading.MAX_PIXEL_BYTES", 90 * 70 * 4)
    assert "left empty" in read(entries).remarks[0]


def test_paths_in_the_zip_lead_nowhere(entries: Entries, tmp_path: Path) -> None:
    found = read(entries | {"../../evil.png": b"x", "/etc/evil": b"y"})
    assert not found.remarks
    assert not list(tmp_path.rglob("evil*"))


def test_a_pack_in_a_recipe_is_only_a_name(entries: Entries) -> None:
    recipe = {"seed": 1, "pack": "../../etc/passwd", "temperature": 1.0, "palette": "pack"}
    found = read(with_json(entries, candidates=[recipe]))
    assert found.project.belongings.candidates[0].recipe.pack == Path("passwd")


def test_bytes_changed_anywhere_never_do_worse_than_a_sentence(entries: Entries, tmp_path: Path) -> None:
    rng = np.random.default_rng(4)
    whole = zipped(entries, zipfile.ZIP_STORED)
    for _ in range(300):
        data = bytearray(whole)
        for at in rng.integers(0, len(data), rng.integers(1, 9)):
            data[at] = rng.integers(0, 256)
        if rng.integers(4) == 0:
            del data[int(rng.integers(len(data))) :]
        with contextlib.suppress(InputError):
            assert read_project(bytes(data), "“x.sprv”").project.state.artwork.layers
    path = tmp_path / "x.sprv"
    path.write_bytes(whole[:300])
    with pytest.raises(InputError):
        read_preview(path)


def test_files_that_cannot_be_read_are_told(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file"):
        open_project(tmp_path / "gone.sprv")
    with pytest.raises(InputError, match="cannot be read"):
        open_project(tmp_path)
