from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import acronyms
from briefing.analysis.briefing import Sentence
from briefing.analysis.instruments import instruments
from briefing.document import Block, Document

PIECES = [
    *("the", "Treaty", "on", "of", "and", "Trade", "deal", "(XYZ)", "Act", ",", "2019", "Poland"),
    *("’s", "no", "“", "”", "Bill", "law", "for", "In"),
]


def document(text: str) -> tuple[Document, list[Sentence]]:
    """One paragraph and one sentence."""
    document = Document("a.txt", text, "text", (Block("paragraph", 0, len(text)),))
    return document, [Sentence(0, len(document.text), 0)]


def names(text: str, form: str = "name") -> list[str]:
    return [m.name for m in instruments.find(*document(text)) if m.form == form]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They signed the Treaty on Open Borders in Asia.", "Treaty on Open Borders in Asia"),
        ("The Treaty of Utrecht ended it.", "Treaty of Utrecht"),
        ("Peers get the Bill for Rivers in the Spring.", "Bill for Rivers"),
        ("Delegates adopted Convention No. 87 today.", "Convention No. 87"),
        ("The Clean Rivers Act of 2021 is law.", "Clean Rivers Act of 2021"),
        ("It is in the Ports Act for Fiscal Year 2019.", "Ports Act for Fiscal Year 2019"),
        ("They passed the First Harbour Act.", "First Harbour Act"),
        ("They passed the Save Our Harbours Act.", "Save Our Harbours Act"),
        ("They passed the Give Sailors a Rest Act.", "Give Sailors a Rest Act"),
        ("MPs debated the Fisheries Bill 2018 again.", "Fisheries Bill 2018"),
        (
            "The Defending America’s Harbours Through Tariffs Act (DAHTA) was tabled.",
            "Defending America’s Harbours Through Tariffs Act",
        ),
        (
            "Work on the Common Working Method (CWM) Framework for RTTI goes on.",
            "Common Working Method (CWM) Framework for RTTI",
        ),
        ("It is a Trade and Cooperation Agreement.", "Trade and Cooperation Agreement"),
        ("Norway left the ABCD agreement.", "ABCD agreement"),
        ("The Norwegian-Danish herring pact is old.", "Norwegian-Danish herring pact"),
        (
            "Parties to the Convention on the Rights of Sailors met.",
            "Convention on the Rights of Sailors",
        ),
        ("The court annulled the Farmers’ Loans Act.", "Farmers’ Loans Act"),
        ("They adopted the Lima Compact for Migration.", "Lima Compact for Migration"),
        (
            "They cite the Safe Mines Act of 2017 and the Clean Rivers Act of 2019.",
            "Safe Mines Act of 2017",
        ),
        ("The Ports Plan, Clean Rivers Law, and the Mines Act help.", "Clean Rivers Law"),
        ("Parliament rejected the Condor deal in May.", "Condor deal"),
        (
            "The Agreement on Tuna Quotas in Geneva was long.",
            "Agreement on Tuna Quotas",
        ),
        ("Peers passed the Stamp Duty (Amendment) Act.", "Stamp Duty (Amendment) Act"),
        ("The Mines (Safety and Health) Bill 2012 fell.", "Mines (Safety and Health) Bill 2012"),
        ("The Law of the Sea Convention binds them.", "Law of the Sea Convention"),
        ("MPs passed the Mines (Safety) (No. 2) Act 2019.", "Mines (Safety) (No. 2) Act 2019"),
        (
            "Chile joined the Convention relating to the status of Lost Sailors.",
            "Convention relating to the status of Lost Sailors",
        ),
        ("Chile signed the Treaty on Tuna and the Protocol on Cod.", "Treaty on Tuna"),
        ("The Treaty on Rare Birds and Peru ratified the other.", "Treaty on Rare Birds"),
        (
            "Parties to the Convention on the Rights of Sailors and Members of their Families met.",
            "Convention on the Rights of Sailors and Members of their Families",
        ),
        (
            "They joined the Convention against Theft and Other Low, Vile or Base Acts.",
            "Convention against Theft and Other Low, Vile or Base Acts",
        ),
        ("Rules of the growth and stability pact bind them.", "growth and stability pact"),
        ("The Blue Monday agreement is old.", "Blue Monday agreement"),
        ("They left the ‘Blue Harbour’ accord.", "‘Blue Harbour’ accord"),
        ("They welcomed the “456” civil space agreement.", "“456” civil space agreement"),
        ("They passed the Keep It Clean Act.", "Keep It Clean Act"),
        ("They passed the Children’s Swimming Act.", "Children’s Swimming Act"),
        ("They passed the Canadians with Dogs Act.", "Canadians with Dogs Act"),
        ("They passed the Cleaner Canals for All Act.", "Cleaner Canals for All Act"),
        ("The Cod, Herring and Ports Act of 2011 fell.", "Cod, Herring and Ports Act of 2011"),
        (
            "They passed the Mooring Fees (Transfer, Waiver and Repeal) Act 2018.",
            "Mooring Fees (Transfer, Waiver and Repeal) Act 2018",
        ),
        ("They passed the Cod Act, Herring Act and Ports Act.", "Cod Act"),
    ],
)
def test_finds_the_whole_name(text: str, name: str) -> None:
    assert names(text)[0] == name


@pytest.mark.parametrize(
    "text",
    [
        "They act as a bridge.",
        "Ministers have to deal with it.",
        "People who deal in copper met traders deal with daily.",
        "She spoke at the Lima Convention Center in Peru.",
        "Crowds cheered at the Republican convention.",
        "The average Norwegian bill rose by a tenth.",
        "They met Director Bill Johnson in Lima.",
        "She edits a student-run law journal.",
        "The point was made by Mr Law on Monday.",
        "The prize for Best Folk Act went to Ann Lee.",
        "A Repeal Act undoes an older one; an Amendment Act mends it.",
        "The fair is in the Lima convention centre.",
        "Nobody is above the law.",
        "They want justice for all under the law.",
        "The electricity bill rose.",
        "Three trade deals were discussed.",
        "He studied at the Harvard Law School.",
        "It broke international law.",
        "The South Atlantic Treaty Organization met.",
        "She teaches at Nordhavn University School of Law.",
        "The bank sold a treasury bill.",
        "They fired at the Nordhavn settlement.",
    ],
)
def test_what_is_no_instrument(text: str) -> None:
    assert instruments.find(*document(text)) == ()


def test_the_acronym_alone_is_a_mention() -> None:
    found = instruments.find(*document("The Open Borders Treaty (OBT) is old. OBT works."))
    assert [(m.name, m.acronym) for m in found] == [
        ("Open Borders Treaty", "OBT"),
        ("OBT", "OBT"),
        ("OBT", "OBT"),
    ]


@settings(max_examples=80, deadline=None)
@given(st.lists(st.sampled_from(PIECES) | st.text(max_size=6)))
def test_spans_lie_in_the_text_and_do_not_overlap(parts: list[str]) -> None:
    doc, sentences = document(" ".join(parts))
    end = 0
    for mention in instruments.find(doc, sentences):
        assert end <= mention.start < mention.end <= len(doc.text)
        assert doc.slice(mention.start, mention.end) == mention.name
        end = mention.end


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("They seek a ceasefire and prisoner release deal.", "ceasefire and prisoner release deal"),
        ("They signed a trade and investment agreement.", "trade and investment agreement"),
        ("Peers like the hunting ban law.", "hunting ban law"),
        ("She talked of a near-term fishing deal.", "fishing deal"),
        ("She signed a revised fishing deal.", "fishing deal"),
        ("They ended a supply agreement.", "supply agreement"),
        ("They want a three week truce.", "truce"),
        ("Agreement was reached at night.", "Agreement"),
    ],
)
def test_finds_the_whole_description(text: str, name: str) -> None:
    assert names(text, "description") == [name]


@pytest.mark.parametrize(
    "text", ["He broke the treaty for years.", "She signed the deal on behalf"]
)
def test_how_long_and_for_whom_is_no_subject(text: str) -> None:
    assert [m.phrase for m in instruments.find(*document(text))] == [""]


def test_a_long_form_in_small_letters_begins_with_the_first_letter_of_its_acronym() -> None:
    doc, sentences = document("Chile wants the port support agreement (PSA) with Peru.")
    found = instruments.find(doc, sentences, acronyms.find(doc, sentences))
    assert next((one.name, one.acronym) for one in found) == ("port support agreement", "PSA")


def test_an_acronym_before_its_long_form_is_another_name_of_it() -> None:
    found = instruments.find(*document("The OBRAT, the Open Border Roads Treaty, ended."))
    assert [(m.name, m.acronym) for m in found] == [
        ("OBRAT", "OBRAT"),
        ("Open Border Roads Treaty", "OBRAT"),
    ]


def test_a_short_form_before_a_name_that_it_does_not_shorten_is_none_of_it() -> None:
    found = instruments.find(*document("In the USA, the Clean Canals Act was passed."))
    assert [(m.name, m.acronym) for m in found] == [("Clean Canals Act", None)]


def test_a_phrase_ends_with_the_noun_of_its_last_adjective() -> None:
    found = instruments.find(*document("They signed a trade deal with Peruvian growers today."))
    assert [m.phrase for m in found] == ["with Peruvian growers"]


def test_two_heads_within_one_phrase_are_no_mentions_of_their_own() -> None:
    doc, sentences = document("' Treaty ' Treaty deal")
    assert len(instruments.find(doc, sentences)) == 1
