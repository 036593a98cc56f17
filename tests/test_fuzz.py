"""A few hundred damaged files of every format, always the same ones; `make fuzz` reads ten thousand of each."""

import io

import pytest
from PIL import Image

from tests.fuzz import Target, fuzz, targets
from tests.mutants import mutant, with_checksums

FEW = range(300)


@pytest.mark.parametrize("target", [pytest.param(one, id=one.name) for one in targets()])
def test_damaged_files_are_read_or_refused_with_a_sentence(target: Target, tmp_path):
    for file in target.seeds:
        (tmp_path / f"whole{target.suffix}").write_bytes(file)
        target.read(tmp_path / f"whole{target.suffix}")
    tally = fuzz(target, FEW, tmp_path)
    assert tally.read + tally.refused == len(FEW)
    assert tally.refused


def test_a_reader_that_breaks_is_told_with_its_file(tmp_path):
    def broken(file):
        raise KeyError(file.name)

    with pytest.raises(KeyError) as caught:
        fuzz(Target(name="broken", suffix=".x", seeds=(b"whole",), read=broken), range(3), tmp_path)
    (left,) = tmp_path.iterdir()
    assert str(left) in caught.value.__notes__[0]


def test_a_number_always_gives_the_same_damage():
    assert mutant([b"one", b"two"], 7) == mutant([b"one", b"two"], 7)
    assert len({mutant([bytes(range(256))], number) for number in range(200)}) > 150


def test_checksums_are_mended():
    file = io.BytesIO()
    Image.new("RGB", (3, 3)).save(file, "PNG")
    assert with_checksums(file.getvalue()) == file.getvalue()
    torn = bytearray(file.getvalue())
    torn[19] = 4  # the width
    assert with_checksums(bytes(torn))[29:33] != bytes(torn)[29:33]
    assert with_checksums(b"no png") == b"no png"
