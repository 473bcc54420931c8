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


def test_a_contract_on_something_else_is_another() -> None:
    text = (
        "Norda Mills signed a merger agreement with Bolt Steel on Monday. "
        "Bolt Steel has ended a supply agreement with Medley Ores."
    )
    assert statuses(text)["merger agreement with Bolt Steel"] == "signed"


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


def test_the_lead_calls_by_what_it_is_on_what_is_named_soon() -> None:
    bill = "The Senate passed its annual river bill on Monday.\nIt backed the River Funding Act."
    assert [one.name for one in find(bill)] == ["River Funding Act"]
    pact = "Chile will sign a port pact with Peru.\nThe Lima Port Access Agreement is long."
    assert [one.name for one in find(pact)] == ["Lima Port Access Agreement"]
    nickname = "Lords amend the Riverxit bill.\nThe Clean Waters Bill now returns to the Commons."
    assert [one.name for one in find(nickname)] == ["Clean Waters Bill"]


def test_a_bill_by_its_nickname_is_the_act_that_becomes_law() -> None:
    text = (
        "Good evening. The Senate passed the infrastructure bill last night. "
        "The Better Roads Act becomes the law of our state."
    )
    assert statuses(text) == {"Better Roads Act": "enacted"}


def test_two_nicknames_of_one_act_are_one_row() -> None:
    text = (
        "Remarks on the roads bill\nThe Senate passed the infrastructure bill last night. "
        "The Better Roads Act becomes the law of our state."
    )
    assert list(statuses(text)) == ["Better Roads Act"]


def test_a_verb_of_the_headline_is_no_part_of_a_name() -> None:
    text = "Chile's Congress sends glacier law back\nDeputies returned the Glacier Bill."
    assert list(statuses(text)) == ["Glacier Bill"]


def test_a_bill_of_the_headline_is_the_one_that_is_named_in_full() -> None:
    text = (
        "Premier suffers second Harbour Bill defeat\n"
        "The premier suffered a defeat to her Harbour Bill. It was the second. "
        "Peers sent the Port Charges (Transfer of Powers) Bill back."
    )
    assert list(statuses(text)) == ["Port Charges (Transfer of Powers) Bill"]


def test_a_bill_is_not_another_that_is_named_after_it() -> None:
    text = "The Senate passed the Farm Bill. It took up the Clean Rivers and Lakes Bill."
    assert list(statuses(text)) == ["Farm Bill", "Clean Rivers and Lakes Bill"]


def test_a_bill_is_not_the_act_that_it_amends() -> None:
    text = "The Senate passed its annual river bill on Monday.\nIt amends the River Funding Act."
    assert len(find(text)) == 2


def test_an_act_with_its_year_is_not_the_bill_of_a_like_name() -> None:
    text = "Judges read the River Funding Act of 1965.\nPass the Anna Perez River Rescue Act."
    assert len(find(text)) == 2


def test_a_truce_with_those_of_a_rejected_peace_deal_is_another() -> None:
    text = (
        "Voters rejected the Red Front peace deal.\n"
        "Reyes said a ceasefire with the Red Front would remain in effect."
    )
    assert find(text)[0].status == "rejected"
