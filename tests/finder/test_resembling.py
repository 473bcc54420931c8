"""Words that are typed nearly as they stand."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.finder.matches import all_of
from briefing.finder.resembling import ResemblingSearch, Words

TEXT = "S Jaishankar met. The nuclear\n deal, America\u2019s deal; Jaishankars S-400 met."


def found(typed: str, text: str = TEXT) -> list[str]:
    return [text[slice(*span)] for span in all_of(ResemblingSearch(Words(text), typed))]


@pytest.mark.parametrize(
    ("typed", "places"),
    [
        ("jaishnkar", ["Jaishankar", "Jaishankars"]),
        ("jiashankar", ["Jaishankar", "Jaishankars"]),
        ("nuclaer deel", ["nuclear\n deal"]),
        ("americas deal", ["America\u2019s deal"]),
        ("nucl", ["nuclear"]),
        ("s-400", ["S-400"]),
        ("s-401", []),
        ("met", ["met", "met"]),
        ("jaishankar deal", []),
        ("deal america's", ["deal, America\u2019s"]),
        ("", []),
        ("?!", []),
    ],
)
def test_slips_are_forgiven(typed: str, places: list[str]) -> None:
    assert found(typed) == places


def test_a_long_text_is_searched_to_its_end() -> None:
    assert found("treety", "no word " * 20_000 + "treaty") == ["treaty"]


@settings(max_examples=60, deadline=None)
@given(st.text("ab’- \n1é", max_size=60), st.text("ab-1é ", max_size=8))
def test_matches_lie_in_the_text_in_order(text: str, typed: str) -> None:
    matches = list(all_of(ResemblingSearch(Words(text), typed)))
    assert all(0 <= start < end <= len(text) for start, end in matches)
    assert all(one.end <= other.start for one, other in pairwise(matches))
