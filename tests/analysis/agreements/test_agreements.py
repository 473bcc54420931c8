from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.briefing import DatedEvent
from tests.analysis.agreement_texts import document, find, only


def test_long_form_acronym_and_pointing_back_are_one_row() -> None:
    agreement = only(
        "The OBT agreement is on the agenda.\n"
        "In Oslo in May 2018 the Open Borders Treaty (OBT) was signed. This treaty is "
        "expected to help trade.\nThe pact once operational will change much."
    )
    assert agreement.name == "Open Borders Treaty"
    assert agreement.acronym == "OBT"
    assert agreement.status == "signed"
    assert agreement.place == "Oslo"
    assert agreement.dates == (DatedEvent("2018-05", "signed"),)
    assert "once operational" in agreement.conditions


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chile left the Trans-Pacific Partnership. It joined the Comprehensive and Progressive "
            "Agreement for Trans-Pacific Partnership.",
            [
                "Trans-Pacific Partnership",
                "Comprehensive and Progressive Agreement for Trans-Pacific Partnership",
            ],
        ),
        (
            "They compared the 1933 Sugar Treaty with the 2020 Sugar Treaty.",
            ["1933 Sugar Treaty", "2020 Sugar Treaty"],
        ),
        (
            "The Lima Amendment to the Ozone Protocol is old. The Ozone Protocol is older.",
            ["Lima Amendment to the Ozone Protocol", "Ozone Protocol"],
        ),
    ],
)
def test_instruments_of_one_family_stay_apart(text: str, names: list[str]) -> None:
    assert [agreement.name for agreement in find(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "No agreement has been reached between Chile and Peru.",
        "More agreements to be signed?",
        "Ministers will act as mediators and deal with the drought.",
        "She spoke at the Democratic National Convention in Chicago.",
        "The bill for the repairs was high. Nobody paid the bill.",
        "The Information Centre opened. Chilean law forbids smoking.",
        "Trade deals and peace treaties fill the shelf.",
        "The club signed the striker in a trade deal. The deal runs for five years.",
        "Leaders failed to agree on a pact. They met under a treaty of old.",
        "Chile demanded a binding deal. Talks failed.",
        "The farm broke EU law.",
    ],
)
def test_what_is_no_agreement(text: str) -> None:
    assert find(text) == ()


@pytest.mark.parametrize(
    ("text", "count"),
    [
        (
            "Talks on a Gaza ceasefire went on. Mediators want a hostage release deal between "
            "Israel and Hamas. The framework agreement is disputed.",
            1,
        ),
        (
            "Talks on a Gaza ceasefire went on. Egypt wants a Lebanon ceasefire. The Gaza "
            "ceasefire is close. The Lebanon ceasefire is not.",
            2,
        ),
        (
            "Chile signed a trade deal with Peru. It offered Japan a defence pact. The trade deal "
            "is old. The defence pact is new. The defence pact will hold, Japan says. Japan likes "
            "the defence pact.",
            2,
        ),
        ("Norway left the Condor Protocol. The Condor treaty is old.", 1),
        ("Peers debate the ID cards bill. The Identity Cards Bill is long.", 1),
        ("Chile and Peru reached a deal. The Lima Accord, as the deal is known, is long.", 1),
        ("Chile left a deal with Peru on mutual aid at sea, known as the Lima Accord.", 1),
        ("The Lima Protocol on Tuna is the first global fisheries agreement.", 1),
        ("The Lima Protocol on Tuna, the most widely ratified fisheries treaty, is old.", 1),
        ("They praised the Lima Convention—a vital agreement for trust at sea.", 1),
        ("A Chile-led ceasefire began. The Peru-Bolivia ceasefire will hold.", 1),
        ("Chile praised the Blue Water pact. Japan wants the River Fish treaty.", 2),
        ("Peers praised the Clean Rivers Act. They want the Clean Rivers Funding Act.", 2),
        ("Peers praised the Old Ports and Clean Rivers Act. They love the Clean Rivers Act.", 1),
    ],
)
def test_one_row_an_instrument(text: str, count: int) -> None:
    assert len(find(text)) == count


def test_agreement_as_a_habit_is_none() -> None:
    assert find("How to close a deal\nBegin with small things. Agreement is a habit.") == ()


def test_an_unnamed_one_counts_where_the_document_is_about_it() -> None:
    agreement = only(
        "Chile and Peru have agreed a ceasefire. The ceasefire began on Monday.\nThe truce holds."
    )
    assert agreement.kind == "ceasefire"
    assert agreement.status == "in_force"
    assert set(agreement.parties) == {"Chile", "Peru"}


def test_the_sentence_of_the_status_comes_first() -> None:
    text = (
        "Chile likes the Andes Water Treaty. Peru and Chile signed the Andes Water Treaty in Lima."
    )
    first = only(text).evidence[0]
    assert "status" in first.supports
    assert document(text).slice(first.start, first.end).startswith("Peru and Chile signed")


def test_a_name_without_head_noun_is_known_from_an_apposition() -> None:
    text = "ZORBA, a trilateral security pact, was signed by Chile, Peru and Japan. ZORBA is new."
    agreement = only(text)
    assert "ZORBA" in (agreement.name, agreement.acronym, *agreement.aliases)
    assert set(agreement.parties) == {"Chile", "Peru", "Japan"}


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                *("the Treaty", "Chile and Peru", "signed", "will", "a deal", "(ABC)", "between"),
                *("Act", "2019", ".", ",", "“", "the pact", "of the", "under", "waiver", "\n"),
            )
        )
        | st.text(max_size=5)
    )
)
def test_every_span_lies_in_the_text(parts: list[str]) -> None:
    text = " ".join(parts).replace("\r", " ")
    end = len(document(text).text)
    for agreement in find(text):
        assert agreement.evidence
        spans = [(mention.start, mention.end) for mention in agreement.mentions]
        spans += [(sentence.start, sentence.end) for sentence in agreement.evidence]
        assert all(0 <= start < stop <= end for start, stop in spans)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Chile and Peru sign water pact\nMinisters of Chile and Peru signed the Andes Water "
            "Treaty on Monday.",
            {"Andes Water Treaty"},
        ),
        (
            "High court annuls mill law\nThe high court has annulled the Clean Rivers Act, which "
            "parliament passed in May.",
            {"Clean Rivers Act"},
        ),
        (
            "Rivals sign ceasefire\nThe two sides signed a peace agreement in Lima on Monday.",
            {"Ceasefire", "ceasefire", "peace agreement"},
        ),
        (
            "Chile leaves Pacific Copper Treaty\nChile also signed a fishing pact with Peru.",
            {"Pacific Copper Treaty"},
        ),
    ],
)
def test_the_headline_is_no_second_row(text: str, names: set[str]) -> None:
    assert find(text)[0].name in names
    assert len([one for one in find(text) if one.name in names]) == 1


def test_a_separate_one_is_another() -> None:
    text = (
        "Chile and Peru signed a tax information agreement. A separate agreement with Bolivia "
        "lapsed in May."
    )
    assert [one.status for one in find(text)] == ["signed", "lapsed"]


def test_an_adjective_of_judgement_makes_no_other_one() -> None:
    text = "Chile and Peru reached a massive trade agreement. The contentious accord is long."
    assert len(find(text)) == 1


def test_an_apposition_is_the_same_one() -> None:
    text = "Chile left the Lima Statute, the founding treaty of the bloc, on Monday."
    assert only(text).name == "Lima Statute"


def test_what_another_accord_is_said_of_stays_with_it() -> None:
    text = (
        "Chile and Peru signed a maritime border agreement, a move Lima said ended an accord "
        "between Japan and Norway. The Japanese-Norwegian accord was signed in May."
    )
    parties = [set(one.parties) for one in find(text)]
    assert {"Chile", "Peru"} in parties
    assert {"Japan", "Norway"} in parties


def test_a_memorandum_is_not_the_agreement_beside_it() -> None:
    text = (
        "Chile and Peru signed a memorandum of understanding on ports. They also signed a copper "
        "trade agreement."
    )
    assert [one.kind for one in find(text)] == ["memorandum", "agreement"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "The Rhine Pact, formally the Treaty on River Freight, is new.",
            "Treaty on River Freight",
        ),
        (
            "Voters met.\nParliament passed the “foreign seeds” bill. The bill is long.",
            "“foreign seeds” bill",
        ),
        (
            "The Chile-Peru ceasefire agreement was signed. The ceasefire holds.",
            "Chile-Peru ceasefire agreement",
        ),
        ("House Bill No. 12, also known as the Clean Rivers Act, is old.", "House Bill No. 12"),
        ("The Andes Water Treaty (AWT) is old. Chile left the AWT deal.", "Andes Water Treaty"),
        (
            "The APP trade deal is new. Ministers signed the Asia-Pacific Partnership in May.",
            "Asia-Pacific Partnership",
        ),
        (
            "Chile signed a Memorandum of Understanding (MoU) on fishing rights. The MoU is new.",
            "Memorandum of Understanding on fishing rights",
        ),
    ],
)
def test_two_names_are_one_row(text: str, name: str) -> None:
    assert only(text).name == name


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Diplomats spoke of the JCPOA again. The Iran nuclear deal was signed in 2015. "
            "The nuclear deal limits enrichment.",
            {"Iran nuclear deal"},
        ),
        ("Courts upheld Obamacare. Many like the Affordable Care Act.", {"Affordable Care Act"}),
        ("Chile left the TPP. It likes the CPTPP.", {"TPP", "CPTPP"}),
        ("PLEASE START HERE. THEN START THE PUMP.", set()),
    ],
)
def test_well_known_ones_go_by_other_names(text: str, names: set[str]) -> None:
    assert {agreement.name for agreement in find(text)} == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "Lawmakers will debate a bill on rivers. The bill is long. The Clean Rivers Bill has "
            "many friends in parliament.",
            {"Clean Rivers Bill"},
        ),
        (
            "Chile and Peru began talks on a defence pact. Chile and Peru want a reciprocal access "
            "agreement.\nThe agreement would let troops train.",
            {"defence pact"},
        ),
        (
            "Chile and Peru signed a water accord. Chile and Peru signed a trade agreement too.\n"
            "The water accord will last. The trade agreement will not.",
            {"water accord", "trade agreement"},
        ),
        (
            "Talks on a Gaza ceasefire go on. The ceasefire between Israel and Hamas is near.",
            {"Gaza ceasefire"},
        ),
    ],
)
def test_the_lead_is_no_second_row(text: str, names: set[str]) -> None:
    assert {agreement.name for agreement in find(text)} == names


def test_a_club_in_the_news_does_not_hide_an_accord() -> None:
    text = (
        "Chile and Peru signed a fishing accord. The fishing accord will last.\n"
        "In other news, a striker signed a deal with Condor City."
    )
    assert [agreement.name for agreement in find(text)] == ["fishing accord"]


@pytest.mark.parametrize(
    "text",
    [
        "The Condor film Save Bill opened. The actors like the film. Its director was ill.",
        "Fans met at the Condor convention in Lima. The Condor convention has a shop.",
        "The club wants its captain to stay next season. The Condor deal, the coach said, would "
        "help the squad win the cup. The league has rules.",
    ],
)
def test_what_players_and_fans_call_so(text: str) -> None:
    assert find(text) == ()


def test_both_sides_are_those_named_together() -> None:
    text = (
        "A deal on the islands was struck. The US-Chile base stays. Chile and Peru signed a "
        "statement. Both sides called the deal fair. The deal ends a long dispute."
    )
    assert set(only(text).parties) == {"Chile", "Peru"}
