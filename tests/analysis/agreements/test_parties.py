from __future__ import annotations

import pytest

from briefing.analysis.pipeline import brief
from tests.analysis.agreement_texts import find, only
from tests.analysis.documents import paragraphs

CASES = [
    ("The Andes Water Treaty between Chile and Peru is old.", {"Chile", "Peru"}),
    ("Chile and Peru signed the Andes Water Treaty.", {"Chile", "Peru"}),
    ("Chile signed the Andes Water Treaty with Peru.", {"Chile", "Peru"}),
    ("The Chilean-Peruvian water agreement was signed.", {"Chile", "Peru"}),
    ("The Chile-Peru Water Agreement was signed.", {"Chile", "Peru"}),
    ("The Indo-Japanese Space Agreement was signed.", {"India", "Japan"}),
    ("The U.S.-Peru Water Agreement was signed.", {"United States", "Peru"}),
    ("Santiago and Lima signed the Andes Water Treaty.", {"Chile", "Peru"}),
    (
        "The Andes Water Treaty was signed by Chile, Peru and Bolivia.",
        {"Chile", "Peru", "Bolivia"},
    ),
    ("The Andes Water Treaty, brokered by Norway, was signed by Chile.", {"Chile"}),
    ("Ministers from Chile and Peru signed the Andes Water Treaty.", {"Chile", "Peru"}),
    ("Delegates of Chile, Peru and Bolivia signed the Andes Pact.", {"Chile", "Peru", "Bolivia"}),
    ("Chile has told Peru it is terminating the Andes Water Treaty.", {"Chile", "Peru"}),
    ("Norway welcomed the news that Chile signed the Andes Water Treaty.", {"Chile"}),
    ("Norway signed the Ports Accord with the South American bloc.", {"Norway"}),
    ("Chile ratified the UN treaty on fish.", {"Chile"}),
    ("“We are ready to sign the Andes Pact with Peru,” Ann Lee of Norway said.", {"Peru"}),
    (
        "The Copper Workers Union and Andes Airlines reached a tentative deal.",
        {"Copper Workers Union", "Andes Airlines"},
    ),
    ("The Chile Ports Act was cited by the Knesset. Israel likes it.", {"Israel"}),
    ("Under the Peru Aid Act (22 U.S.C. 12), money is paid.", {"United States"}),
    ("OSLO: The president signed the Clean Rivers Act into law.", {"Norway"}),
    (
        "A Chilean court set aside the government's copper agreement with Peru.",
        {"Chile", "Peru"},
    ),
    (
        "The Copper Teamsters said on Monday that members had voted to approve a pay deal with "
        "Andes Airlines.",
        {"Copper Teamsters", "Andes Airlines"},
    ),
    (
        "Andes Airlines and the Chilean cabin crew union Condor Workers reached a pay deal.",
        {"Andes Airlines", "Condor Workers"},
    ),
    ("Norway wants to join the Andes Water Treaty.", set()),
    ("The United States-Chile-Peru Fish Agreement is old.", {"United States", "Chile", "Peru"}),
    (
        "Chile and Peru signed a truce. The Norwegian minister announced the truce.",
        {"Chile", "Peru"},
    ),
    ("Chile has yet to ratify the Andes Water Treaty with Peru.", {"Peru"}),
    ("The US Senate ratified the Andes Water Treaty.", {"United States"}),
    ("The Andes Water Treaty, concluded in Lima in 1951 by Chile, is old.", {"Chile"}),
    ("Parties to the Andes Water Treaty include Chile.", {"Chile"}),
    ("The Texas House passed House Bill 12.", {"Texas"}),
    ("Norway keeps silent as Chile and Peru signed the Andes Pact.", {"Chile", "Peru"}),
    ("The Senate of Chile passed the Clean Rivers Act.", {"Chile"}),
    ("Norwegian lawmakers debated the Clean Rivers Bill.", {"Norway"}),
    ("The Knesset passed the Clean Rivers Law.", {"Israel"}),
    ("The governor of Alaska signed the Clean Rivers Act.", {"Alaska"}),
]


@pytest.mark.parametrize(("text", "parties"), CASES)
def test_parties_of_a_sentence(text: str, parties: set[str]) -> None:
    assert set(only(text).parties) == parties


def test_both_sides_are_the_countries_the_document_is_about() -> None:
    text = (
        "Ministers of Chile and Peru met. Chile sells copper to Peru.\n"
        "Both countries signed the Andes Water Treaty."
    )
    assert set(only(text).parties) == {"Chile", "Peru"}


def test_a_pair_shortly_before_stands_for_the_parties() -> None:
    text = "Chile and Peru had quarrelled for years. He secured the Andes Accords."
    assert set(only(text).parties) == {"Chile", "Peru"}


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "The ZORBA pact (Chile, Peru, Japan) was signed.",
            {"Chile", "Peru", "Japan"},
        ),
        (
            "A truce brokered by Norway and Japan was agreed by Chile and Peru. The truce holds.",
            {"Chile", "Peru"},
        ),
        ("Chile concluded free trade agreements with Peru and Japan.", {"Chile", "Peru", "Japan"}),
        (
            "Under the Andes Water Treaty, the Governments of Chile, Peru and Bolivia pay.",
            {"Chile", "Peru", "Bolivia"},
        ),
    ],
)
def test_lists_of_parties(text: str, parties: set[str]) -> None:
    assert set(only(text).parties) == parties


@pytest.mark.parametrize(
    ("text", "state"),
    [
        ("The Lok Sabha passed the Clean Rivers Bill.", "India"),
        ("Tories attacked the Clean Rivers Bill in the Commons.", "United Kingdom"),
        ("The Law Lords read the Clean Rivers Act. An EU envoy did not.", "United Kingdom"),
        ("The Clean Rivers Bill applies to England and Wales.", "United Kingdom"),
        ("President Obama praised the Clean Rivers Act in Manila.", "United States"),
    ],
)
def test_whose_law_it_is(text: str, state: str) -> None:
    assert only(text).parties == (state,)


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "Talks on a Gaza ceasefire resumed. Egypt and Qatar mediate. The war between Israel "
            "and Hamas goes on.",
            {"Israel", "Hamas"},
        ),
        (
            "A ceasefire has begun. The Chile-Peru war is over. The ceasefire holds, Norway says.",
            {"Chile", "Peru"},
        ),
        (
            "Mediators hope for a truce. Chile’s long war against Peru has cost Norway too. The "
            "truce would last. The truce is near.",
            {"Chile", "Peru"},
        ),
        ("The Condor-Andina merger deal was signed in May.", {"Condor", "Andina"}),
        (
            "The Pacific Pact was signed. The pact, praised by Norway, groups Chile, Peru and "
            "Japan.",
            {"Chile", "Peru", "Japan"},
        ),
        (
            "The Chile-Peru base is old. Norway and Japan reached a deal. The deal spares "
            "the base.",
            {"Norway", "Japan"},
        ),
    ],
)
def test_parties_of_a_document(text: str, parties: set[str]) -> None:
    assert set(only(text).parties) == parties


@pytest.mark.parametrize(
    ("text", "treaty", "parties"),
    [
        (
            "Chile signed the Tuna Convention, Peru acceded to the Condor Treaty and Japan "
            "ratified the Copper Protocol.",
            "Condor Treaty",
            {"Peru"},
        ),
        (
            "Chile joined the Tuna Convention with reservations, and Peru signed the Condor "
            "Treaty.",
            "Tuna Convention",
            {"Chile"},
        ),
        (
            "OSLO, May 2 (Agency) -- Chile and Peru signed the Condor Treaty.",
            "Condor Treaty",
            {"Chile", "Peru"},
        ),
        (
            "They hailed Chile’s ratification of the Condor Treaty.",
            "Condor Treaty",
            {"Chile"},
        ),
        (
            "Chile is at war. A peace accord between the government and the Taliban was signed. "
            "Chile hopes the peace accord holds.",
            "peace accord",
            {"Chile", "Taliban"},
        ),
    ],
)
def test_parties_of_one_among_others(text: str, treaty: str, parties: set[str]) -> None:
    (one,) = (agreement for agreement in find(text) if agreement.name.startswith(treaty))
    assert set(one.parties) == parties


def test_those_whom_a_pact_allows_or_obliges_are_its_parties() -> None:
    text = "It rained.\nBrazil and Cuba watched.\nThe Andes Water Pact allows Chile to fish."
    assert only(text).parties == ("Chile",)


def test_a_list_of_four_is_not_the_two_countries() -> None:
    text = (
        "Chile is to discuss the port access agreement with Peru in May.\n"
        "The agreement lets the fleets of two countries refuel.\n"
        "Chile has port access agreements with Brazil, Cuba, Bolivia and Spain."
    )
    assert set(find(text)[0].parties) == {"Chile", "Peru"}


def test_offices_in_the_plural_are_no_parties() -> None:
    doc = paragraphs("The two Ministers signed the Treaty of Extradition between Chile and Peru.")
    parties = {party for one in brief(doc).agreements for party in one.parties}
    assert parties == {"Chile", "Peru"}


def test_a_law_is_that_of_the_state_which_passed_it() -> None:
    text = "Chile's parliament debates the Ice Bill. Argentina passed a Glacier Act in 2010."
    assert {one.name: one.parties for one in find(text)}["Glacier Act"] == ("Argentina",)
