"""A poem as text and as Markdown, and what its files are called."""

from app.document.poem import Poem, PoemLine
from app.document.poem_text import as_markdown, as_text, file_stem, name_of


def poem(*texts: str, title: str = "") -> Poem:
    return Poem(lines=tuple(PoemLine(text=text) for text in texts), title=title)


def test_text_has_the_title_above_and_no_empty_lines() -> None:
    assert as_text(poem("one lamp", "", " two ", title="Lamps")) == "Lamps\n\none lamp\ntwo\n"
    assert as_text(poem("灯下旧书香", "窗前新雨凉")) == "灯下旧书香\n窗前新雨凉\n"


def test_markdown_keeps_every_sign_and_every_line() -> None:
    written = as_markdown(poem("* a *star*", "1. one [lamp]", "- last_", title="#1"))
    assert written == "# \\#1\n\n\\* a \\*star\\*\\\n1\\. one \\[lamp\\]\\\n\\- last\\_\n"


def test_a_poem_without_a_title_goes_by_its_first_line() -> None:
    assert name_of(poem("", "two lamps")) == "two lamps"
    assert name_of(poem("two lamps", "x", title="Lamps")) == "Lamps"
    assert len(name_of(poem("x" * 500, ""))) == 60
    assert name_of(poem("", "")) == ""


def test_files_have_plain_names() -> None:
    assert file_stem(poem("", "", title="A lamp / and: a *moth*?"), "poem") == "a-lamp-and-a-moth"
    assert file_stem(poem("灯下旧书香，", ""), "poem") == "灯下旧书香"
    assert file_stem(poem("…", ""), "poem") == "poem"
