from __future__ import annotations

import pytest

from tests.analysis.agreement_texts import document, find, only


def history(text: str) -> list[tuple[str, str | None]]:
    return [(report.status, report.date) for report in only(text).history]


def test_earlier_statuses_are_kept_with_their_dates_and_sentences() -> None:
    text = (
        "Chile and Peru signed the Andes Water Treaty in May 2010. The Andes Water Treaty entered "
        "into force on 3 June 2012. Chile suspended the Andes Water Treaty last week."
    )
    reports = only(text).history

    assert [report.status for report in reports] == ["signed", "in_force", "suspended"]
    assert [report.date for report in reports[:2]] == ["2010-05", "2012-06-03"]
    assert document(text).slice(reports[1].start, reports[1].end).startswith("The Andes Water")


def test_an_end_may_be_effective_from_a_day_on() -> None:
    text = "Chile will suspend the Andes Water Treaty, effective December 7, 2023."

    assert history(text) == [("suspended", "2023-12-07")]


@pytest.mark.parametrize(
    "text",
    [
        "Talks resume when the Andes Water Treaty expires in 2026.",
        "Chile demands the full implementation of the Andes Water Treaty.",
        "Chile acts under the Andes Water Treaty.",
    ],
)
def test_what_only_follows_is_not_told(text: str) -> None:
    assert history(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Andes Water Treaty (AWT) was signed in 2010.",
        "They met in May, at the end of which the Andes Water Treaty was signed in 2010.",
        "They met in May, at the end of which the Andes Water Treaty (AWT) was signed in 2010.",
    ],
)
def test_the_short_form_in_brackets_stands_for_the_long_one(text: str) -> None:
    assert history(text) == [("signed", "2010")]


def test_what_is_said_of_members_is_not_said_of_the_treaty() -> None:
    assert history("The members of the Andes Water Treaty (AWT) were suspended in 2010.") == []


def test_the_deal_far_from_a_name_may_be_another() -> None:
    filler = "The minister spoke of fish, of boats and of the weather on the coast. " * 6
    text = f"Chile signed the Andes Water Treaty. {filler}Chile withdrew from the treaty."

    assert history(text) == [("signed", None)]


def test_few_sentences_are_kept_of_one_status() -> None:
    text = " ".join(
        f"Chile and Peru signed the Andes Water Treaty in {year}." for year in range(2001, 2010)
    )

    assert len(history(text)) == 3


def test_an_instrument_without_a_status_has_no_history() -> None:
    assert all(not agreement.history for agreement in find("The Sugar Act of 1993 is an act."))


@pytest.mark.parametrize(
    "text",
    [
        "The opposition voted to repeal the Sugar Act and is fighting to end it.",
        "Any suspension of the Sugar Act would hurt the coast.",
        "Lawmakers voted against the Sugar Act. They want to scrap the Sugar Act.",
        "The ministry is implementing the Sugar Act.",
        "Getting the Sugar Act passed is hard.",
        "Talks wait until the Sugar Act has ended.",
        "Farmers would have paid less had the Sugar Act already been in effect.",
        "Now is the time: pass the Sugar Act and help the coast.",
        "Chile cited the Sugar Act. The Sugar Act's reign of paper has ended.",
        "The ministry supports the passage of the Sugar Act.",
        "The president signed an order allowing the Sugar Act to be used.",
        "The farms under the Sugar Act were approved to sell abroad.",
        "Has the Sugar Act been signed?",
        "They are trying to get the Sugar Act passed, the ministers say.",
        "The orders under the Sugar Act are terminated.",
        "The minister said he hopes they passed the Sugar Act.",
    ],
)
def test_what_is_wished_or_feared_is_not_told(text: str) -> None:
    assert [status for status, _ in history(text) if status != "bill"] == []


@pytest.mark.parametrize(
    "text",
    [
        "Chile marked the anniversary of the Andes Water Treaty, signed in Lima, on 3 May 2022.",
        "A year after it was signed, on 3 May 2022, the Andes Water Treaty works.",
    ],
)
def test_the_date_of_something_else_is_not_that_of_the_status(text: str) -> None:
    assert all(date is None for _, date in history(text))


def test_who_suspends_the_implementation_of_a_treaty_suspends_it() -> None:
    text = "Earlier that year Chile suspended Chile’s implementation of the Andes Water Treaty."

    assert history(text) == [("suspended", None)]


def test_a_deed_is_told_by_a_noun() -> None:
    assert history("Peru welcomed the extension of the Andes Water Treaty.") == [("in_force", None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Since the Sugar Act was signed in May 2010, farms grew.", ("enacted", "2010-05")),
        ("The president signed the Corn Act and the Sugar Act.", ("enacted", None)),
        ("The president signed the Corn Act of 1990 and the Sugar Act.", ("enacted", None)),
        (
            "Farmers celebrated the passage of the Sugar Act on 3 May 2012.",
            ("enacted", "2012-05-03"),
        ),
        ("On 3 May 2012 farmers celebrated the passage of the Sugar Act.", ("enacted", None)),
    ],
)
def test_a_deed_is_dated_by_what_is_said_of_itself(text: str, told: tuple[str, str | None]) -> None:
    sugar = next(one for one in find(text) if one.name == "Sugar Act")
    assert [(report.status, report.date) for report in sugar.history] == [told]


def test_what_is_done_to_another_instrument_is_not_told_of_this_one() -> None:
    text = "Peru keeps the Andes Water Treaty, but left the Coast Fishing Treaty."
    andes = next(one for one in find(text) if one.name == "Andes Water Treaty")
    assert andes.history == ()


def test_who_rejoins_a_treaty_has_it_in_force() -> None:
    assert history("Chile has rejoined the Andes Water Treaty.") == [("in_force", None)]


@pytest.mark.parametrize(
    "text",
    [
        "Talks between Chile and the Peruvian Republic on a Coast Fishing Agreement go on.",
        "Negotiations between Peru and Chile about the Coast Fishing Agreement went on.",
    ],
)
def test_whom_one_talks_with_may_stand_before_what_one_talks_of(text: str) -> None:
    assert history(text) == [("under_negotiation", None)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The president signed the FY 2023 Sugar Act into law.", ("enacted", None)),
        ("Last May they met, which is where Chile signed the Sugar Treaty.", ("signed", None)),
    ],
)
def test_a_fiscal_year_and_the_date_of_another_clause_date_nothing(
    text: str, told: tuple[str, str | None]
) -> None:
    assert history(text) == [told]


@pytest.mark.parametrize(
    "text",
    [
        "Chile will suspend the operation of all Andes Water Treaty obligations, effective 7 "
        "December 2023.",
        "Chile will suspend the application of the Andes Water Treaty, effective 7 December 2023.",
    ],
)
def test_who_suspends_what_a_treaty_obliges_to_suspends_it(text: str) -> None:
    assert history(text) == [("suspended", "2023-12-07")]


def test_what_follows_a_relative_belongs_to_the_name_before_it() -> None:
    text = "This is a part of the Andes Water Treaty that was signed in 2010."
    assert history(text) == [("signed", "2010")]


@pytest.mark.parametrize(
    "text",
    [
        "That was so when the Andes Water Treaty was being negotiated.",
        "In negotiating the Andes Water Treaty, they forgot the fish.",
        "After the Andes Ports Act is signed into law, thousands will find work.",
        "The minister approved an Andes Ports Act waiver.",
        "The candidate endorsed the Andes New Deal.",
        "They will deepen their ties through the signing of the Andes Water Treaty.",
        "They look forward to the upcoming Convention on Andes Rivers COP15.",
        "They look forward to the upcoming Andes Water Treaty council meeting.",
    ],
)
def test_what_was_or_will_be_so_is_not_told(text: str) -> None:
    assert history(text) == []


def test_what_one_chamber_passed_is_a_bill() -> None:
    text = "The Senate passed the Andes Ports Act in May 2020; both chambers work to finalize it."

    assert history(text) == [("bill", "2020-05")]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Twelve years ago today, Chile signed the Andes Pact.", ("signed", "2008-05-03")),
        ("25 years ago, this year, the Andes Pact was signed.", ("signed", None)),
        ("Chile signed the Andes Pact to replace the 1994 Lake Agreement.", ("signed", None)),
        ("Chile signed the Andes Pact after the 2019 harvest.", ("signed", None)),
    ],
)
def test_the_year_of_something_else_dates_nothing(text: str, told: tuple[str, str | None]) -> None:
    pact = next(one for one in find(text, "2020-05-03") if one.name == "Andes Pact")

    assert [(report.status, report.date) for report in pact.history] == [told]


def test_what_is_told_of_a_second_pact_between_the_same_parties_is_not_told_of_the_first() -> None:
    text = (
        "Chile signed the Chile-Peru Agreement on Water Rights on May 4, 2020. It builds on the "
        "Chile-Peru Fishing Agreement, which entered into force on December 17, 2001."
    )
    told = {one.name: [report.status for report in one.history] for one in find(text)}

    assert told["Chile-Peru Agreement on Water Rights"] == ["signed"]


def test_another_pact_on_cooperation_is_not_the_one_on_defence() -> None:
    text = (
        "Chile has the Enhanced Defence Cooperation Agreement (EDCA) with Peru. They extended the "
        "Chile-Lima Regional Fishing Cooperation Agreement to 2029."
    )

    assert [report for one in find(text) if one.acronym for report in one.history] == []


def test_a_deal_on_something_else_is_not_the_one_described() -> None:
    text = (
        "Chile's trade deal with Peru failed to bring jobs. Talks for a hostage deal go on, said "
        "the minister. There is a deal on the table."
    )

    assert [report for one in find(text) for report in one.history if "Peru" in one.name] == []
