from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.tagger.consistency import Tagged, agree
from briefing.analysis.tagger.tagger import tagger


def named(text: str) -> list[tuple[str, str]]:
    found = tagger().tag(text, [(0, len(text))])
    return [(text[name.start : name.end], name.type) for name in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Finance Minister Amara Okonkwo met officials of the World Bank in Nairobi.",
            [("Amara Okonkwo", "PER"), ("World Bank", "ORG"), ("Nairobi", "LOC")],
        ),
        (
            "The US-led force left Basra, a spokesman for the Ministry of Defence said.",
            [("US", "LOC"), ("Basra", "LOC"), ("Ministry of Defence", "ORG")],
        ),
        (
            "Indian and Pakistani farmers protested in Lahore.",
            [("Indian", "NORP"), ("Pakistani", "NORP"), ("Lahore", "LOC")],
        ),
        ("UNITED NATIONS SENDS AID TO SUDAN", [("UNITED NATIONS", "ORG"), ("SUDAN", "LOC")]),
        ("However, the prices of oil and wheat rose again last week.", []),
    ],
)
def test_names_are_found_with_their_types(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@given(st.text(max_size=300))
@settings(max_examples=60, deadline=None)
def test_names_lie_in_the_text_whatever_it_is(text: str) -> None:
    found = tagger().tag(text, [(0, len(text))])
    assert all(0 <= name.start < name.end <= len(text) for name in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
    assert found == tagger().tag(text, [(0, len(text))])


def test_an_empty_text_has_no_names() -> None:
    assert tagger().tag("", []) == []
    assert tagger().tag("  ", [(0, 2)]) == []


def test_a_form_has_one_type_when_most_mentions_agree() -> None:
    text = "Acme Acme Acme"
    names = [Tagged(0, 4, "ORG"), Tagged(5, 9, "LOC"), Tagged(10, 14, "ORG")]
    assert {name.type for name in agree(names, text)} == {"ORG"}


def test_a_surname_alone_is_the_person() -> None:
    text = "Jane Holland spoke. Holland left."
    names = [Tagged(0, 12, "PER"), Tagged(20, 27, "LOC")]
    assert [name.type for name in agree(names, text)] == ["PER", "PER"]
