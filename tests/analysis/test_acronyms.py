import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import acronyms
from briefing.analysis.briefing import Sentence
from briefing.document import Document


def find(text: str) -> list[tuple[str, str]]:
    document = Document("x.txt", text, "text")
    found = acronyms.find(document, [Sentence(0, len(document.text), 0)])
    for each in found:
        assert document.text[each.short_start : each.short_end] == each.short
        assert document.slice(each.long_start, each.long_end) == each.long
    return [(each.short, each.long) for each in found]


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("the Navy’s Information Fusion Centre (IFC) for", "IFC", "Information Fusion Centre"),
        ("for the Indian Ocean Region (IOR) and", "IOR", "Indian Ocean Region"),
        (
            "agreement Communications Compatibility and Security Agreement (COMCASA) was",
            "COMCASA",
            "Communications Compatibility and Security Agreement",
        ),
        (
            "the Countering America’s Adversaries Through Sanctions Act (CAATSA), under",
            "CAATSA",
            "Countering America’s Adversaries Through Sanctions Act",
        ),
        (
            "the Department\nof Homeland Security (“DHS”) said",
            "DHS",
            "Department of Homeland Security",
        ),
        (
            "DRDO (Defence Research and Development Organisation) tests",
            "DRDO",
            "Defence Research and Development Organisation",
        ),
        ("weapons of mass destruction (WMD) were", "WMD", "weapons of mass destruction"),
        ("three memoranda of understanding (MoUs) were", "MoUs", "memoranda of understanding"),
    ],
)
def test_definitions(text: str, short: str, long: str) -> None:
    assert find(text) == [(short, long)]


@pytest.mark.parametrize(
    "text",
    [
        "the senator (R-TX) said",
        "the meeting in Paris (2015) ended",
        "the talks (which were long) ended",
        "he said so (CNN) yesterday",
        "(AFP)",
    ],
)
def test_what_defines_nothing(text: str) -> None:
    assert find(text) == []


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="Ab C(d)EF.-’\n", max_size=80))
def test_any_text_is_read(text: str) -> None:
    find(text)
