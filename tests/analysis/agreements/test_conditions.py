from __future__ import annotations

import pytest

from tests.analysis.agreement_texts import only


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        (
            "Changes to the OBT agreement before it becomes functional are on the agenda.",
            "before it becomes functional",
        ),
        (
            "Chile signed the Andes Water Treaty, subject to approval by its senate.",
            "subject to approval by its senate",
        ),
        (
            "Chile will keep the Andes Water Treaty, unless Peru drills again.",
            "unless Peru drills again",
        ),
        (
            "The Andes Water Treaty must still be ratified by both parliaments.",
            "must still be ratified by both parliaments",
        ),
        (
            "The Andes Water Treaty needs the approval of six states, she said.",
            "needs the approval of six states",
        ),
        (
            "The Andes Water Treaty will enter into force once both states have ratified it.",
            "once both states have ratified it",
        ),
        (
            "The Andes Water Treaty will take effect after ratification by ten states.",
            "after ratification by ten states",
        ),
        ("The Andes Water Treaty is valid for ten years.", "valid for ten years"),
        (
            "The Andes Water Treaty will take effect 30 days after both have ratified it.",
            "30 days after both have ratified it",
        ),
        (
            "Chile can leave the Andes Water Treaty on six months’ notice.",
            "on six months’ notice",
        ),
        (
            "Norda Mills signed a merger agreement with Bolt Steel. The purchase is to be closed "
            "in May, subject to clearance by the cartel office.",
            "subject to clearance by the cartel office",
        ),
        (
            "The Coast Mapping Act requires new maps. The power would sunset in 2029.",
            "sunset in 2029",
        ),
        (
            "Peru signed the Andes Water Treaty in exchange for grain and the money came.",
            "in exchange for grain",
        ),
    ],
)
def test_conditions_are_the_words_of_the_source(text: str, condition: str) -> None:
    assert only(text).conditions == (condition,)


def test_a_waiver_in_the_next_sentence_is_a_condition_of_the_law() -> None:
    text = (
        "Ministers discussed the Arms Trade Sanctions Act (ATSA), under which Norway fines buyers. "
        "Chile, according to sources, got a waiver for its new tanks."
    )
    (condition,) = only(text).conditions
    assert condition == "Chile, according to sources, got a waiver for its new tanks."


def test_who_says_so() -> None:
    agreement = only("Chile signed the Andes Water Treaty, according to Peruvian officials.")
    assert agreement.attribution == "Peruvian officials"
    assert "attribution" in agreement.evidence[0].supports


def test_its_own_terms_say_nothing() -> None:
    assert only("They carry out the Andes Water Treaty according to its terms.").attribution is None


def test_a_waiver_that_is_not_given_is_none() -> None:
    text = "Norway fines buyers under the Arms Trade Sanctions Act. It gives no waivers to friends."
    assert only(text).conditions == ()


def test_a_headline_is_said_by_whom_the_lead_gives() -> None:
    text = "Chile shelves tuna accord\nChile put the tuna accord on ice, officials in Lima said."
    assert only(text).attribution == "officials in Lima"


@pytest.mark.parametrize(
    "who",
    [
        *("a Peruvian official", "delegates", "the palace spokeswoman", "the foreign ministry"),
        *("two people familiar with the matter", "diplomats in both capitals"),
    ],
)
def test_whoever_said_it_is_named(who: str) -> None:
    said = only(f"Chile signed the Andes Water Treaty on Monday, {who} said.").attribution
    assert said is not None
    assert said in who
