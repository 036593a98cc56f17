"""The look before a training: a report for whatever a person drops, and never a trace."""

from pathlib import Path

import numpy as np
import pytest
from PIL import Image
from sprite_files import blob, save
from verse_files import CHINESE, ENGLISH

from genmodels.api import paths
from genmodels.api.configs import Fit, ReadingConfig
from genmodels.api.errors import ConfigError, InputError
from genmodels.api.messages import Cancelled, CheckData, Done, Failed, Progress, Started, decode_event, encode
from genmodels.api.reports import DataReport, VerseReport, read_report
from genmodels.jobs import check_data as job
from genmodels.jobs.check_data import check_data
from genmodels.media.sprite import decode_png
from genmodels.runner import drive


def look(*data: Path, reading: ReadingConfig | None = None, size: int = 0, colours: int = 0) -> DataReport:
    """Return the report on pictures."""
    report = report_on(*data, reading=reading, size=size, colours=colours)
    assert isinstance(report, DataReport)
    return report


def report_on(
    *data: Path, reading: ReadingConfig | None = None, size: int = 0, colours: int = 0
) -> DataReport | VerseReport:
    """Run the job as the engine does, through the text that travels to the window."""
    request = CheckData(
        data=tuple(str(path) for path in data), reading=reading or ReadingConfig(), size=size, colours=colours
    )
    *before, last = drive(check_data(request), lambda: False)
    assert all(isinstance(event, Started | Progress) for event in before)
    assert isinstance(last, Done), last
    return read_report(decode_event(encode(last))[1].values)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for seed in range(20):
        save(tmp_path / "data" / f"beast{chr(97 + seed)}.png", blob(seed))
    return tmp_path / "data"


def test_a_good_folder_can_train_and_shows_each_picture(folder: Path) -> None:
    save(folder / "tall.png", np.random.default_rng(0).integers(0, 256, (150, 20, 3), np.uint8))
    save(folder / "twin.png", blob(0))
    report = look(folder)
    assert report.can_train
    assert (report.usable, report.size, report.hint) == (21, 8, "")
    assert report.counts == {"read": 22, "usable": 21, "duplicate": 1, "scaled": 1}
    assert report.sentences[0].startswith("22 images, 1 duplicate, 1 larger than 8 px and will be scaled, 8 to ")
    assert [(problem.name, problem.kind) for problem in report.problems] == [("twin", "duplicate")]
    assert len(report.palette) == report.colours
    notes = {note.name: note for note in report.pictures}
    assert len(notes) == 21
    tall = notes["tall"]
    assert (tall.width, tall.height, tall.fitting) == (20, 150, "scaled by 1/20, centred")
    assert max(decode_png(tall.original).rgba_HWC.shape) <= 128
    beast = notes["beasta"]
    assert np.array_equal(decode_png(beast.original).rgba_HWC, blob(0))
    assert np.array_equal(decode_png(beast.fitted).rgba_HWC, blob(0)[1:-1, 1:-1])
    assert decode_png(beast.clustered).rgba_HWC.shape == (8, 8, 4)


def test_the_nearest_pack_is_named(folder: Path, tiny_pack: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(paths, "pack_roots", lambda: (folder / "no packs",))
    assert look(folder).nearest_packs == {}
    monkeypatch.setattr(paths, "pack_roots", lambda: (tiny_pack.parent,))
    assert look(folder).nearest_packs == {"pixelrnn": str(tiny_pack)}


def test_choices_are_followed(folder: Path) -> None:
    report = look(folder, reading=ReadingConfig(exclude=("beasta", "beastb"), fit=Fit.CORNER), size=6, colours=5)
    assert (report.usable, report.size, report.colours) == (18, 6, 5)
    assert report.counts["cut"] == 18
    assert report.colour_error > 0
    with pytest.raises(ConfigError):
        list(check_data(CheckData(data=(str(folder),), size=100_000)))


def few(folder: Path) -> None:
    save(folder / "one.png", blob(1))


def identical(folder: Path) -> None:
    for number in range(30):
        save(folder / f"{number}.png", blob(1))


def transparent(folder: Path) -> None:
    for number in range(30):
        save(folder / f"{number}.png", np.zeros((8, 8, 4), np.uint8))


def rubbish(folder: Path) -> None:
    (folder / "text.png").write_text("not a picture")
    (folder / "empty.webp").write_bytes(b"")
    (folder / "龙 🐉.gif").write_bytes(b"GIF89a")
    (folder / "sprite.aseprite").write_bytes(b"\0" * 200)
    (folder / "swatches.ase").write_bytes(b"ASEF\0\1")
    (folder / "pixel_color.txt").write_text("0 1 2\n")
    Image.new("1", (20_000, 20_000)).save(folder / "giant.png")
    (folder / "loop").symlink_to(folder, target_is_directory=True)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda _: None, "No picture could be read"),
        (few, "1 picture can be used"),
        (identical, "the same to the pixel"),
        (transparent, "transparent"),
    ],
)
def test_folders_that_cannot_train_say_what_to_do(tmp_path: Path, make, message: str) -> None:
    (tmp_path / "data").mkdir()
    make(tmp_path / "data")
    report = look(tmp_path / "data")
    assert not report.can_train
    assert message in report.sentences[0]
    assert report.hint
    assert len(report.pictures) == report.usable


def test_rubbish_among_good_pictures_is_named_and_passed_over(folder: Path) -> None:
    rubbish(folder)
    (folder / "pixel_color.txt").unlink()
    report = look(folder)
    assert report.can_train
    assert report.usable == 20
    assert {problem.name for problem in report.problems} == {
        "text.png", "empty.webp", "龙 🐉.gif", "sprite.aseprite", "swatches.ase", "giant.png", "loop",
    }  # fmt: skip
    assert "6 unreadable" in report.sentences[0]


def test_damaged_files_of_the_lecture_are_a_report(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    rubbish(tmp_path / "data")
    report = look(tmp_path / "data")
    assert not report.can_train
    assert report.problems[0].name == "pixel_color.txt"


def test_a_source_that_is_not_there_fails_with_a_hint(tmp_path: Path) -> None:
    with pytest.raises(InputError):
        list(check_data(CheckData(data=(str(tmp_path / "gone"),))))
    last = list(drive(check_data(CheckData(data=(str(tmp_path / "gone"),))), lambda: False))[-1]
    assert isinstance(last, Failed)
    assert last.hint


def test_many_pictures_are_shown_in_part_and_counted_in_whole(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job, "MOST_NOTES", 5)
    monkeypatch.setattr("genmodels.data.sprites.reading.MAX_PICTURES", 15)
    report = look(folder)
    assert [note.name for note in report.pictures] == ["beasta", "beaste", "beasth", "beastk", "beasto"]
    assert report.counts["beyond"] == 5
    assert "5 more than one training takes" in report.sentences[0]


def test_a_look_can_be_cancelled_between_any_two_steps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("genmodels.data.steps.SECONDS", 0.0)  # a yield at every chance
    request = CheckData(data=(str(folder),))
    count = len(list(drive(check_data(request), lambda: False)))
    assert count > 60
    for steps in range(1, count - 1, 7):
        asked = iter([False] * steps)
        events = list(drive(check_data(request), lambda asked=asked: next(asked, True)))
        assert isinstance(events[-1], Cancelled)
        assert len(events) == steps + 2


def test_text_files_are_verse_only_where_there_is_no_picture(folder: Path, tmp_path: Path) -> None:
    verse = tmp_path / "verse"
    verse.mkdir()
    (verse / "a.txt").write_text("\n".join(ENGLISH), encoding="utf-8")
    (verse / "b.txt").write_text("\n".join(CHINESE), encoding="gb18030")
    (tmp_path / "bare").mkdir()
    report = report_on(verse, tmp_path / "bare")
    assert isinstance(report, VerseReport)
    assert report.usable == len(ENGLISH) + len(CHINESE)
    report = look(folder, verse, verse / "a.txt")
    assert report.can_train
    assert report.counts.get("unreadable", 0) == 0
    assert report.sentences[-1].startswith("2 text files passed over")
    (folder / "readme.txt").write_text(ENGLISH[0], encoding="utf-8")
    assert "1 .txt" in look(folder).sentences[-1]
