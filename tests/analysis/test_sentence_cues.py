"""The wording of sentences: which of it counts for a summary, and which against it."""

import pytest

from briefing.analysis import sentence_cues as cues


@pytest.mark.parametrize(
    "text",
    [
        "(Reporting by Ann Reporter; editing by Bo Editor)",
        "MS. GÓMEZ ÁVILA: Good afternoon, everyone.",
        "As a reminder, this call is on background.",
        "By the authority vested in me, I order as follows:",
        "General Provisions. (a) Nothing in this order shall be construed as a promise.",
        "Editor’s note: a name was spelt wrongly.",
        "FOR IMMEDIATE RELEASE",
        "The members are:",
    ],
)
def test_what_stands_around_a_text(text: str) -> None:
    assert cues.is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "The two states signed a treaty on fishing.",
        "Both sides read a statement on background checks for fishermen.",
        "Nothing in this treaty is new, said the minister.",
    ],
)
def test_what_is_the_text(text: str) -> None:
    assert not cues.is_boilerplate(text)


@pytest.mark.parametrize(
    "text",
    [
        "I want to thank the mayor for her help.",
        "THE MAYOR: Welcome to the town hall!",
        "And a special thanks to the choir.",
        "You know, we had a dog once.",
    ],
)
def test_courtesies_are_for_those_who_listen(text: str) -> None:
    assert cues.is_courtesy(text)


def test_thanks_are_no_courtesy_where_nobody_is_spoken_to() -> None:
    assert not cues.is_courtesy("Exports rose thanks to the treaty.")


@pytest.mark.parametrize(
    "text",
    [
        "NOW, THEREFORE, I, ANN BERG, do hereby proclaim the week of the cod.",
        "Today, we are announcing a new fund for harbours.",
        "I have determined that the quota must be halved.",
    ],
)
def test_what_a_document_was_made_for(text: str) -> None:
    assert cues.decides(text)


def test_an_address_is_a_listing_and_a_sentence_with_names_is_none() -> None:
    assert cues.is_listing("The Honourable Ann Berg Speaker of the House Norport N.L.")
    assert not cues.is_listing("Ann Berg, Speaker of the House, signed it in Norport on Monday.")
