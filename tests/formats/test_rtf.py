"""RTF: paragraphs, lists and tables of it; what is left out is said."""

import sys

import pytest

from briefing import formats


def test_text_and_facts_are_read() -> None:
    source = (
        rb"{\rtf1\ansi{\info{\title A report}{\author Ann Roe}}\pard They met in Z\'fcrich.\par "
        rb"They signed\u8212?twice{\footnote in 1974}.\par}"
    )
    document = formats.read(source, "a.doc")
    assert (document.format, document.title, document.author) == ("rtf", "A report", "Ann Roe")
    assert document.text == "They met in Zürich.\n\nThey signed—twice."
    assert document.notices == ("Footnotes are not read (1).",)


def test_commands_in_it_are_harmless() -> None:
    assert "\x1b" not in formats.read(rb"{\rtf1 a\'1b[2J\u27?]0;x\par}", "a.rtf").text


@pytest.mark.parametrize(
    "body", [b"{" * 100_000, b"\\" * 100_000, b"\\'", b"}" * 1000, b"\\u999999999?"]
)
def test_what_is_damaged_is_read_or_says_so(body: bytes) -> None:
    (result,) = formats.read_all(b"{\\rtf1 Words." + body, "a.rtf")
    assert "fault" not in getattr(result, "reason", "")


def test_without_the_extra_it_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "striprtf.striprtf", None)
    with pytest.raises(formats.FormatError, match=r"pip install 'briefing-reader\[rtf\]'"):
        formats.read(rb"{\rtf1 Words.}", "a.rtf")
