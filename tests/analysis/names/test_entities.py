from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import acronyms
from briefing.analysis.briefing import Entity
from briefing.analysis.names import names
from briefing.analysis.names.entities import resolve
from briefing.document import Document
from tests.analysis.names.test_names import sentences


def entities(text: str) -> dict[str, Entity]:
    document = Document("x.txt", text, "text")
    found = sentences(document.text)
    defined = acronyms.find(document, found)
    resolved = resolve(document, names.find(document, found, defined), defined)
    return {entity.name: entity for entity in resolved}


def reasons(entity: Entity) -> dict[str, str]:
    return {merge.alias: merge.reason for merge in entity.merges}


def test_a_surname_is_the_only_person_who_has_it() -> None:
    found = entities("President Donald Trump spoke.\nMr. Trump left.\nTrump’s plane waited.")
    trump = found["Donald Trump"]
    assert list(found) == ["Donald Trump"]
    assert trump.role == "President"
    assert len(trump.mentions) == 3
    assert reasons(trump) == {"Trump": "surname of the only Trump named"}


def test_two_people_with_one_surname_stay_apart() -> None:
    found = entities("Joe Kennedy met Jane Kennedy.\nMr. Kennedy was late.")
    assert found.keys() == {"Joe Kennedy", "Jane Kennedy", "Kennedy"}


def test_a_surname_stays_with_who_had_it_when_another_comes_in() -> None:
    found = entities(
        "Anna Kowalska spoke in Gdynia. Kowalska then left. Her brother Piotr Kowalska stayed."
    )
    reason = "surname of the only Kowalska named until then"
    assert reasons(found["Anna Kowalska"]) == {"Kowalska": reason}
    assert reasons(found["Piotr Kowalska"]) == {}


def test_a_couple_that_is_introduced_together_shares_its_surname() -> None:
    found = entities(
        "Anna and Piotr Kowalska came to Gdynia. Kowalska spoke. Then Anna Kowalska left."
    )
    assert "Kowalska" in found


def test_a_surname_means_who_is_named_most() -> None:
    met = " ".join(
        f"Anna Kowalska met the mayor of Gdynia in {year}." for year in (2001, 2002, 2003)
    )
    found = entities(f"Piotr Kowalska was born in Gdynia. {met} Kowalska won.")
    assert reasons(found["Anna Kowalska"]) == {
        "Kowalska": "surname of the Kowalska who is named most"
    }


def test_an_office_tells_two_people_apart() -> None:
    found = entities(
        "President Joe Biden and Professor Jill Biden came.\nThen President Biden spoke."
    )
    assert reasons(found["Joe Biden"]) == {"Biden": "the only Biden called President"}


def test_an_acronym_is_what_its_brackets_define() -> None:
    found = entities("The Information Fusion Centre (IFC) is open.\nThey went to the IFC.")
    assert reasons(found["Information Fusion Centre"]) == {"IFC": "defined in brackets"}
    assert len(found["Information Fusion Centre"].mentions) == 3


def test_an_acronym_of_another_language_is_what_stands_before_its_brackets() -> None:
    found = entities("The Federal Security Service (FSB) objected.")
    assert reasons(found["Federal Security Service"]) == {"FSB": "stands in brackets behind it"}


def test_a_company_is_known_by_its_legal_form() -> None:
    found = entities("Nordhavn ASA bought Kista AB.")
    assert {name: entity.kind for name, entity in found.items()} == {
        "Nordhavn ASA": "organisation",
        "Kista AB": "organisation",
    }


def test_a_country_has_its_usual_name() -> None:
    found = entities("The US agreed.\nThe U.S. said so.\nOfficials of the UK came.")
    assert reasons(found["United States"]) == {
        "US": "abbreviation of United States",
        "U.S.": "abbreviation of United States",
    }
    assert found["United Kingdom"].aliases == ("UK",)


def test_a_people_is_not_its_country() -> None:
    found = entities("Russia agreed.\nThe Russian side and the Russians left.")
    assert found["Russia"].kind == "place"
    assert found["Russian"].kind == "group"
    assert found["Russian"].aliases == ("Russians",)


def test_a_system_is_known_by_its_designation() -> None:
    found = entities("It buys S-400 air defence missile systems.\nThe S-400 is new.")
    system = found["S-400 air defence missile systems"]
    assert system.kind == "system"
    assert system.aliases == ("S-400",)
    assert len(system.mentions) == 2


def test_the_most_named_come_first() -> None:
    found = entities("Russia met India.\nIndia agreed.")
    assert list(found) == ["India", "Russia"]


@settings(max_examples=100, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                "Jane",
                "Roe",
                "Mr.",
                "US",
                "U.S.",
                "UN",
                "President",
                "of",
                "the",
                "said",
                ".",
                "India",
            ]
        ),
        max_size=20,
    )
)
def test_every_alias_has_a_reason_and_every_mention_its_name(words: list[str]) -> None:
    text = " ".join(words)
    for entity in entities(text).values():
        assert tuple(merge.alias for merge in entity.merges) == entity.aliases
        assert entity.name not in entity.aliases
        for mention in entity.mentions:
            assert text[mention.start : mention.end] in (entity.name, *entity.aliases)


def test_an_article_within_a_name_makes_no_other_name() -> None:
    found = entities(
        "The Department of the Treasury paid.\nThe Department of Treasury said so on Monday."
    )
    assert reasons(found["Department of the Treasury"]) == {
        "Department of Treasury": "another spelling of Department of the Treasury"
    }
