"""Regular expressions, in time that grows with the text alone."""

import sys

import pytest

from briefing.finder.matches import all_of
from briefing.finder.pattern import PatternError, PatternSearch

TEXT = "The Treaty was signed\nin Oslo on 3 May.\n\nA treaty\u2019s end: 14 June."


def found(pattern: str, text: str = TEXT) -> list[str]:
    return [text[slice(*span)] for span in all_of(PatternSearch(text, pattern))]


@pytest.mark.parametrize(
    ("pattern", "places"),
    [
        (r"\d+ [JM]\w+", ["3 May", "14 June"]),
        (r"treaty", ["Treaty", "treaty"]),
        (r"Treaty", ["Treaty"]),
        (r"signed in", ["signed\nin"]),
        (r"\S+\.$", ["May.", "June."]),
        (r"^\pL+", ["The", "A"]),
        (r"x*", []),
        (r"", []),
    ],
)
def test_a_pattern_is_found_as_one_reads_the_text(pattern: str, places: list[str]) -> None:
    assert found(pattern) == places


@pytest.mark.parametrize("pattern", ["(", "a{2000}", r"(\w)\1", "[z-a]"])
def test_what_is_no_pattern_is_said(pattern: str) -> None:
    with pytest.raises(PatternError, match=r"\w"):
        PatternSearch(TEXT, pattern)


def test_a_pattern_that_others_never_finish_is_finished() -> None:
    assert found("(a+)+$", "a" * 200_000 + "b") == []


def test_paragraphs_are_found_beyond_the_first_slice() -> None:
    text = "nothing here\n\n" * 20_000 + "the treaty"
    assert found("treaty|oslo", text) == ["treaty"]


def test_what_is_not_installed_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "re2", None)
    with pytest.raises(PatternError, match=r"briefing-reader\[regex\]"):
        PatternSearch(TEXT, "a")
