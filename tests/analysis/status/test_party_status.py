from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.agreement_texts import document, find


def by_party(text: str) -> dict[str, tuple[str, bool]]:
    (agreement, *_) = find(text)
    return {one.party: (one.status, one.planned) for one in agreement.party_statuses}


def test_who_left_and_who_will_suspend() -> None:
    text = "Chile withdrew from the Andes Water Treaty; Peru will suspend the treaty."
    assert by_party(text) == {"Chile": ("terminated", False), "Peru": ("suspended", True)}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "Chile and Peru signed the Andes Water Treaty in 2001. Chile ratified the treaty.",
            {"Chile": ("ratified", False), "Peru": ("signed", False)},
        ),
        (
            "The Andes Water Treaty was ratified by Chile and Peru. Bolivia signed the treaty.",
            {
                "Chile": ("ratified", False),
                "Peru": ("ratified", False),
                "Bolivia": ("signed", False),
            },
        ),
        (
            "Chile signed the Andes Water Treaty, but Peru refused to sign the treaty.",
            {"Chile": ("signed", False), "Peru": ("rejected", False)},
        ),
        (
            "Chile announced its withdrawal from the Andes Water Treaty. Peru signed the treaty.",
            {"Chile": ("terminated", False), "Peru": ("signed", False)},
        ),
    ],
)
def test_each_party_has_what_it_did_last(text: str, told: dict[str, tuple[str, bool]]) -> None:
    assert by_party(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Chile and Peru signed the Andes Water Treaty.",
        "The Andes Water Treaty was suspended.",
        "Chile may suspend the Andes Water Treaty.",
        "Chile passed the Clean Rivers Act.",
        "Chile and Peru signed the Andes Water Treaty. It took effect in May.",
        "Bolivia brokered the Andes Water Treaty, which lapsed in May.",
    ],
)
def test_nothing_is_noted_where_all_did_what_the_status_says(text: str) -> None:
    assert by_party(text) == {}


def test_whom_a_state_signs_with_or_accuses_does_not_do_it() -> None:
    text = "In talks with Peru, Chile suspended the Andes Water Treaty. Bolivia signed the treaty."
    assert by_party(text) == {"Chile": ("suspended", False), "Bolivia": ("signed", False)}


def test_the_evidence_is_the_sentence() -> None:
    text = "It rained. Chile withdrew from the Andes Water Treaty. Peru signed the treaty."
    (agreement, *_) = find(text)
    sentences = [text[one.start : one.end] for one in agreement.party_statuses]
    assert sentences == ["Chile withdrew from the Andes Water Treaty.", "Peru signed the treaty."]


WORDS = (
    "Chile|Peru|the Andes Water Treaty|the treaty|the Clean Rivers Bill|signed|will suspend"
    "|may leave|was ratified by|refused to sign|withdrew from|talks on|and|;|.|,|which|in May 2018"
    "|once|not|according to officials|must be approved by|until|“|”|:|\n"
)
PIECES = WORDS.split("|")


@settings(deadline=None, max_examples=200)
@given(st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join))
def test_all_that_is_said_of_an_agreement_stands_in_the_text(text: str) -> None:
    source = document(text)
    for agreement in find(text):
        spans = [(one.start, one.end) for one in agreement.party_statuses]
        spans += [(one.start, one.end) for one in agreement.history]
        spans += [(one.start, one.end) for one in agreement.evidence]
        assert all(0 <= start < end <= len(source.text) for start, end in spans)
        for condition in agreement.conditions:
            assert condition in source.text
        for party in agreement.party_statuses:
            assert party.party in ("Chile", "Peru")
