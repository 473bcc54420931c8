from __future__ import annotations

from tests.analysis.agreement_texts import find


def statuses(text: str) -> dict[str, str]:
    return {one.name: one.status for one in find(text)}


def test_what_is_said_of_both_deals_is_said_of_each() -> None:
    text = (
        "Chile wants the Andes Water Treaty and the Lima Trade Agreement. "
        "Both deals were signed in May."
    )
    assert statuses(text) == {
        "Andes Water Treaty": "signed",
        "Lima Trade Agreement": "signed",
    }


def test_both_deals_say_nothing_where_three_are_told() -> None:
    text = (
        "Chile wants the Andes Water Treaty, the Lima Trade Agreement and the Coast Fishing Pact. "
        "The two treaties were signed in May."
    )
    assert "signed" not in statuses(text).values()


def test_both_deals_are_no_other_name_of_one() -> None:
    text = "Chile wants the Andes Water Treaty and the Lima Trade Agreement. Both deals are long."
    assert all(not one.aliases and len(one.mentions) == 2 for one in find(text))


def test_a_similar_pact_and_one_with_others_are_not_the_one_of_the_text() -> None:
    text = (
        "Chile and Peru will sign a port access pact next week.\n"
        "Earlier, Chile signed a port access pact with other countries.\n"
        "Chile had signed a similar pact with Bolivia."
    )
    assert find(text)[0].status == "expected"
