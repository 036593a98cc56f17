"""Packs as files: what comes out is what went in, and nothing hostile gets through."""

import json
import stat
import struct
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from genmodels.api import svpack
from genmodels.api.errors import PackError, StorageError
from genmodels.api.packs import CARD, PREVIEW, WEIGHTS, read_card
from genmodels.api.svpack import export_pack, unpack

FILES = {CARD: b"{}", WEIGHTS: b"w" * 5000, PREVIEW: b"p"}


def written(file: Path, contents: dict[str, bytes], mode: int = 0, method: int = zipfile.ZIP_STORED) -> Path:
    """Write a zip; every entry has this mode in its attributes."""
    with zipfile.ZipFile(file, "w") as archive:
        for name, data in contents.items():
            entry = zipfile.ZipInfo(name)
            entry.external_attr, entry.compress_type = mode << 16, method
            archive.writestr(entry, data)
    return file


def refused(file: Path, folder: Path) -> PackError:
    with pytest.raises(PackError) as caught:
        list(unpack(file, folder))
    assert caught.value.hint
    assert [path for path in folder.parent.rglob("*") if path.name not in {*FILES, folder.name, file.name}] == []
    return caught.value


def test_a_pack_comes_back_as_it_was(tiny_pack: Path, tmp_path: Path) -> None:
    list(export_pack(tiny_pack, tmp_path / "a.svpack"))
    list(export_pack(tiny_pack, tmp_path / "b.svpack"))
    assert (tmp_path / "a.svpack").read_bytes() == (tmp_path / "b.svpack").read_bytes()
    steps = list(unpack(tmp_path / "a.svpack", tmp_path / "out"))
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        path.name: path.read_bytes() for path in tiny_pack.iterdir()
    }
    assert steps[-1] == (sum(path.stat().st_size for path in tiny_pack.iterdir()),) * 2
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.svpack", "b.svpack", "out"]


def test_a_damaged_pack_is_not_exported(tiny_pack: Path, tmp_path: Path) -> None:
    pack = tmp_path / "pack"
    pack.mkdir()
    for path in tiny_pack.iterdir():
        (pack / path.name).write_bytes(path.read_bytes())
    (pack / WEIGHTS).write_bytes(b"other")
    with pytest.raises(PackError, match="weights"):
        list(export_pack(pack, tmp_path / "a.svpack"))
    (pack / PREVIEW).unlink()
    with pytest.raises(PackError, match=r"preview\.png"):
        list(export_pack(pack, tmp_path / "a.svpack"))
    assert not (tmp_path / "a.svpack").exists()


def test_an_export_that_is_given_up_leaves_nothing(tiny_pack: Path, tmp_path: Path) -> None:
    steps = export_pack(tiny_pack, tmp_path / "a.svpack")
    done, total = next(steps)
    assert 0 < done < total
    steps.close()
    assert list(tmp_path.iterdir()) == []


def test_a_failed_export_leaves_the_old_file(tiny_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.svpack").write_bytes(b"old")

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(StorageError, match="cannot be written"):
        list(export_pack(tiny_pack, tmp_path / "a.svpack"))
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [b"old"]


@pytest.mark.parametrize(
    "names",
    [
        {CARD: b"{}"},
        FILES | {"more.txt": b""},
        {CARD: b"{}", WEIGHTS: b"", "../evil.png": b""},
        {CARD: b"{}", WEIGHTS: b"", "/preview.png": b""},
        {f"pack/{name}": data for name, data in FILES.items()},
        {CARD: b"{}", WEIGHTS: b"", "PREVIEW.PNG": b""},
    ],
)
def test_only_the_three_files_are_taken(names: dict[str, bytes], tmp_path: Path) -> None:
    assert "nothing else" in refused(written(tmp_path / "x.svpack", names), tmp_path / "out").message
    assert not (tmp_path / "out").exists()


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "x.svpack"
    with zipfile.ZipFile(file, "w") as archive:
        for name in (CARD, CARD, WEIGHTS):
            archive.writestr(name, b"{}")
    refused(file, tmp_path / "out")


@pytest.mark.parametrize("mode", [stat.S_IFLNK | 0o777, stat.S_IFDIR | 0o755, stat.S_IFIFO])
def test_links_and_other_kinds_of_files_are_refused(mode: int, tmp_path: Path) -> None:
    refused(written(tmp_path / "x.svpack", FILES, mode=mode), tmp_path / "out")


def test_other_compressions_are_refused(tmp_path: Path) -> None:
    refused(written(tmp_path / "x.svpack", FILES, method=zipfile.ZIP_LZMA), tmp_path / "out")


def test_a_bomb_is_refused_by_what_it_announces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(svpack._LIMITS, WEIGHTS, 1 << 20)
    file = written(tmp_path / "x.svpack", FILES | {WEIGHTS: bytes(2 << 20)}, method=zipfile.ZIP_DEFLATED)
    assert file.stat().st_size < 10_000
    assert "over 1 MB" in refused(file, tmp_path / "out").message


def patched(file: Path, old: bytes, new: bytes) -> Path:
    data = file.read_bytes()
    assert old in data
    file.write_bytes(data.replace(old, new))
    return file


def test_a_bomb_that_announces_little_is_cut_short(tmp_path: Path) -> None:
    large = bytes(8 << 20)
    file = written(tmp_path / "x.svpack", FILES | {WEIGHTS: large}, method=zipfile.ZIP_DEFLATED)
    patched(file, struct.pack("<I", len(large)), struct.pack("<I", 1000))
    refused(file, tmp_path / "out")
    assert (tmp_path / "out" / WEIGHTS).stat().st_size <= 1000


def damage(kind: str) -> Callable[[bytes], bytes]:
    match kind:
        case "empty":
            return lambda data: b""
        case "text":
            return lambda data: b"dear friend, " * 100
        case "cut":
            return lambda data: data[: len(data) // 2]
        case "flipped":
            return lambda data: data[:300] + bytes([data[300] ^ 1]) + data[301:]
        case "trailing":
            return lambda data: data + b"tail"
        case "many":
            return lambda data: data[:-14] + b"\xff\xff\xff\xff" + data[-10:]
        case "far":
            return lambda data: data[:-6] + b"\xff\xff\xff\x7f" + data[-2:]
        case "encrypted":
            return lambda data: data.replace(b"PK\1\2\x14\x03\x14\0\0\0", b"PK\1\2\x14\x03\x14\0\1\0")
    raise AssertionError(kind)


@pytest.mark.parametrize("kind", ["empty", "text", "cut", "flipped", "trailing", "many", "far", "encrypted"])
def test_damage_is_told_in_plain_words(kind: str, tiny_pack: Path, tmp_path: Path) -> None:
    list(export_pack(tiny_pack, tmp_path / "x.svpack"))
    data = (tmp_path / "x.svpack").read_bytes()
    changed = damage(kind)(data)
    assert changed != data
    (tmp_path / "x.svpack").write_bytes(changed)
    assert "“x.svpack” is" in refused(tmp_path / "x.svpack", tmp_path / "out").message


def test_a_directory_of_64_bits_is_refused(tiny_pack: Path, tmp_path: Path) -> None:
    list(export_pack(tiny_pack, tmp_path / "x.svpack"))
    data = (tmp_path / "x.svpack").read_bytes()
    locator = b"PK\6\7" + struct.pack("<IQI", 0, 0, 1)
    (tmp_path / "x.svpack").write_bytes(data[:-22] + locator + data[-22:])
    refused(tmp_path / "x.svpack", tmp_path / "out")


def test_a_file_that_is_not_there_says_so(tmp_path: Path) -> None:
    assert "No such file" in refused(tmp_path / "x.svpack", tmp_path / "out").message


def test_a_card_with_halves_of_characters_is_damaged(tiny_pack: Path, tmp_path: Path) -> None:
    card = json.loads((tiny_pack / CARD).read_text(encoding="utf-8"))
    (tmp_path / "odd").mkdir()
    (tmp_path / "odd" / CARD).write_text(json.dumps(card | {"title": "\ud800"}), encoding="utf-8")
    with pytest.raises(PackError, match="damaged"):
        read_card(tmp_path / "odd")
    (tmp_path / "odd" / CARD).write_text(json.dumps(card | {"title": "小怪 \U0001f40d"}), encoding="utf-8")
    assert read_card(tmp_path / "odd").title == "小怪 \U0001f40d"
