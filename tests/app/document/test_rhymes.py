"""Letters for lines that rhyme."""

from app.document.rhymes import rhyme_letters
from genmodels.api.verse import Line


def test_lines_that_rhyme_share_a_letter() -> None:
    lines = [Line(text=rhyme, rhyme=rhyme) for rhyme in ("ing", "oor", "ay", "oor", "ing", "", "")]
    assert rhyme_letters([*lines, None]) == ["A", "B", "", "B", "A", "", "", ""]
