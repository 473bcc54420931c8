import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.tokens import tokens


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Indian Navy’s ships", ["the", "Indian", "Navy", "'s", "ships"]),
        ("US-origin S-400, F-16s.", ["US-origin", "S-400", ",", "F-16s", "."]),
        ("the U.S. and D.C., Mr. O’Brien", ["the", "U.S.", "and", "D.C.", ",", "Mr.", "O'Brien"]),
        ("John F. Kennedy", ["John", "F.", "Kennedy"]),
        ("2+2 P5+1 AT&T", ["2+2", "P5+1", "AT&T"]),
        ("Harvard–Smithsonian", ["Harvard–Smithsonian"]),
        ("dip\u00adlomacy", ["diplomacy"]),
        ("plan C. the", ["plan", "C", ".", "the"]),
    ],
)
def test_tokens_of_names(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokens(text)] == expected


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=100))
def test_tokens_cover_all_but_white_space(text: str) -> None:
    end = 0
    for token in tokens(text):
        assert text[end : token.start].strip() == ""
        assert token.start < token.end
        end = token.end
    assert text[end:].strip() == ""
