from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis import acronyms
from briefing.analysis.briefing import Sentence
from briefing.analysis.names import names, tagging, titles
from briefing.document import Document, Span


@pytest.fixture(autouse=True)
def _rules_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    """Here the rules are tested as they read text the tagger is not asked about."""
    monkeypatch.setattr(tagging, "reads", lambda document: False)


def sentences(text: str) -> list[Sentence]:
    """One sentence a line: how sentences are found is tested elsewhere."""
    found: list[Sentence] = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Sentence(start, start + len(line), len(found)))
        start += len(line) + 1
    return found


def mentions(text: str, taken: tuple[Span, ...] = ()) -> list[names.NameMention]:
    document = Document("x.txt", text, "text")
    found = sentences(document.text)
    defined = acronyms.find(document, found)
    return list(names.find(document, found, defined, taken))


def kinds(text: str) -> dict[str, str]:
    return {text[name.start : name.end]: name.kind for name in mentions(text)}


CASES: dict[str, dict[str, str]] = {
    # people and their titles
    "Both defence Minister Rajnath Singh and external affairs minister S Jaishankar came.": {
        "Rajnath Singh": "person",
        "S Jaishankar": "person",
    },
    "They met Secretary of State Mike Pompeo and Secretary of Defence Mark T Esper.": {
        "Mike Pompeo": "person",
        "Mark T Esper": "person",
    },
    "Talks with US President Donald Trump began.": {
        "US": "place",
        "Donald Trump": "person",
    },
    "Then Bashar al-Assad met Nasser bin Hamad Al Khalifa.": {
        "Bashar al-Assad": "person",
        "Nasser bin Hamad Al Khalifa": "person",
    },
    "The visit by Vice Admiral Karambir Singh to Duke University was short.": {
        "Karambir Singh": "person",
        "Duke University": "organisation",
    },
    "Li Keqiang met Vice Premier He Lifeng, and South Korean President Moon Jae-in left.": {
        "Li Keqiang": "person",
        "He Lifeng": "person",
        "South Korean": "group",
        "Moon Jae-in": "person",
    },
    # bodies
    "The Indian Navy’s Information Fusion Centre (IFC) is near.": {
        "Indian Navy": "organisation",
        "Information Fusion Centre": "organisation",
        "IFC": "organisation",
    },
    "The Department of Homeland Security and the University of Cape Town agreed.": {
        "Department of Homeland Security": "organisation",
        "University of Cape Town": "organisation",
    },
    "A spokesman for the Centers for Disease Control and Prevention said so.": {
        "Centers for Disease Control and Prevention": "organisation",
    },
    "Shares of Acme Holdings Ltd fell.": {"Acme Holdings Ltd": "organisation"},
    "The 158th Fighter Wing and the Gender Policy Council Jane Roe met Mahan Air.": {
        "158th Fighter Wing": "organisation",
        "Gender Policy Council": "organisation",
        "Jane Roe": "person",
        "Mahan Air": "organisation",
    },
    # places
    "Ships crossed the Indian Ocean Region and the Gulf of Mexico.": {
        "Indian Ocean Region": "place",
        "Gulf of Mexico": "place",
    },
    "Snow fell on Mount Elbrus and in Kaluga Province.": {
        "Mount Elbrus": "place",
        "Kaluga Province": "place",
    },
    "Fighting reached the towns of Tell Abyad and Zorva.": {
        "Tell Abyad": "place",
        "Zorva": "place",
    },
    "Troops entered Zor Mamar and Tal Quneq on the Eastern Mediterranean.": {
        "Zor Mamar": "place",
        "Tal Quneq": "place",
        "Eastern Mediterranean": "place",
    },
    "Republican Kevin Rowe and Arizonans agreed.": {
        "Republican": "group",
        "Kevin Rowe": "person",
        "Arizonans": "group",
    },
    # peoples, systems, events
    "The Leopard 2 tanks and HIMARS launchers crossed Kogi State after World War II.": {
        "Leopard 2 tanks": "system",
        "HIMARS launchers": "system",
        "Kogi State": "place",
        "World War II": "event",
    },
    "Chinese ships and Kurdish fighters moved.": {"Chinese": "group", "Kurdish": "group"},
    "The S-400 air defence missile systems and two F-16s arrived.": {
        "S-400 air defence missile systems": "system",
        "F-16s": "system",
    },
    "A BrahMos missile was fired.": {"BrahMos missile": "system"},
    "The carrier INS Vikrant and F-16 Fighting Falcons left.": {
        "INS Vikrant": "system",
        "F-16 Fighting Falcons": "system",
    },
    "NASA's James Webb space telescope is in space.": {
        "NASA": "organisation",
        "James Webb space telescope": "system",
    },
    "At the 2+2 Indo-US Ministerial and the G20 summit they spoke.": {
        "2+2 Indo-US Ministerial": "event",
        "G20 summit": "event",
    },
    "After Hurricane Wanda the National Hurricane Center closed.": {
        "Hurricane Wanda": "event",
        "National Hurricane Center": "organisation",
    },
}


@pytest.mark.parametrize(("text", "expected"), CASES.items(), ids=list(CASES))
def test_kinds(text: str, expected: dict[str, str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "However, the talks ended on Monday in December.",
        "More Agreements to be signed?",
        "This agreement once operational will help.",
        "(Applause.)",
        "Reportedly the minister is expected soon.",
        "The existing US-origin platforms are used.",
        "Yesterday I said that it was so.",
        "You've seen the state-funded bomber.",
        "See @RepJaneRoe and #Budget.",
        "Both Countries Agree On Trade Talks",
    ],
)
def test_what_is_no_name(text: str) -> None:
    assert kinds(text) == {}


def test_a_headline_gives_names_but_not_its_verbs() -> None:
    text = "Trump Signs Trade Deal With Russia In Moscow\nMr. Trump signed the deal."
    found = kinds(text)
    assert found["Trump"] == "person"
    assert found["Russia"] == found["Moscow"] == "place"
    assert not found.keys() & {"Signs", "Deal", "Trade", "Trump Signs Trade Deal"}


def test_words_in_capitals_are_read_as_usual() -> None:
    found = kinds("PRESIDENT BIDEN: THANK YOU.\nThen President Biden left for NATO talks.")
    assert found == {"BIDEN": "person", "Biden": "person", "NATO": "organisation"}


@pytest.mark.parametrize(
    ("words", "role"),
    [
        ("PRESIDENT", "President"),
        ("SECRETARY OF STATE", "Secretary of State"),
        ("CEO", "CEO"),
        ("FBI Director", "FBI Director"),
    ],
)
def test_roles_of_speakers_in_capitals_are_written_as_usual(words: str, role: str) -> None:
    assert titles.role_text(words.split()) == role


def test_speakers_in_capitals_are_people() -> None:
    assert kinds("SECRETARY OF STATE ANTONY BLINKEN: Thank you.") == {"ANTONY BLINKEN": "person"}
    assert kinds("MR. PRICE: Good afternoon, everyone.") == {"PRICE": "person"}
    assert kinds("NEW DELHI, March 3 (PTI) - He came.") == {
        "NEW DELHI": "place",
        "PTI": "organisation",
    }


def test_roles_come_from_titles_and_appositions() -> None:
    text = (
        "India's defence minister Rajnath Singh met Jane Roe, chief executive of Acme, and"
        " US Secretary of State Mike Pompeo."
    )
    roles = {text[name.start : name.end]: name.role for name in mentions(text) if name.role}
    assert roles == {
        "Rajnath Singh": "Defence minister, India",
        "Jane Roe": "Chief executive of Acme",
        "Mike Pompeo": "Secretary of State, United States",
    }


def test_a_role_names_its_country() -> None:
    text = "New Mexico Governor Ann Lee met President Emil Bob of France."
    roles = {text[name.start : name.end]: name.role for name in mentions(text) if name.role}
    assert roles == {"Ann Lee": "Governor, New Mexico", "Emil Bob": "President, France"}


def test_a_surname_may_be_an_ordinary_word() -> None:
    text = "The talks were led by Peter Cook.\nCook said that it was late."
    assert [text[n.start : n.end] for n in mentions(text)] == ["Peter Cook", "Cook"]


def test_a_headline_repeats_a_full_name() -> None:
    text = "Green Pipeline Company Fined Over Leak\nThe Green Pipeline Company was fined."
    assert [text[n.start : n.end] for n in mentions(text)] == ["Green Pipeline Company"] * 2


def test_a_foreign_text_gives_only_what_is_known() -> None:
    text = "Die Bundesregierung hat am Montag in Berlin beschlossen, dass die Wirtschaft wachse."
    assert kinds(text) == {"Berlin": "place"}


def test_the_longest_run_of_capitals_is_read_in_time() -> None:
    assert mentions("A. " * 5000) is not None


def test_taken_spans_win() -> None:
    text = "India signed the Paris Agreement in Paris."
    span = Span(text.index("Paris"), text.index(" in Paris"))
    assert [text[n.start : n.end] for n in mentions(text, (span,))] == ["India", "Paris"]


def test_the_seed_has_its_names() -> None:
    seed = next((Path(__file__).parents[3] / "seeds").glob("*.txt")).read_text(encoding="utf-8")
    found = kinds(seed)
    for name in ("Rajnath Singh", "S Jaishankar", "Mike Pompeo", "Mark T Esper", "Narendra Modi"):
        assert found[name] == "person"
    for name in ("India", "US", "Russia", "Gurugram", "Indo-Pacific", "Middle East", "IOR"):
        assert found[name] == "place"
    assert found["S-400 air defence missile systems"] == "system"
    assert found["2+2 Indo-US Ministerial"] == "event"


_TEXT = """the The of India US President Trump Mr. Bank S-400 Ministry and Foreign Affairs Jane Roe
    al-Assad 's , . ( ) “ ” — 2+2 Summit NATO (NATO) IN New York City January Kim Jong-un I ’s &
    TOWN for in A J. van Ms World War"""
_WORDS = st.sampled_from(_TEXT.split())


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(_WORDS, max_size=25).map(" ".join)))
def test_mentions_lie_in_the_text_and_apart(text: str) -> None:
    document = Document("x.txt", text, "text")
    end = 0
    for name in names.find(document, sentences(document.text)):
        assert end <= name.start < name.end <= len(document.text)
        assert document.text[name.start : name.end].strip() == document.text[name.start : name.end]
        end = name.end


FOREIGN = (
    "El presidente Pedro Sánchez y el ministro firmaron el martes en Madrid un acuerdo con la"
    " Unión Europea. El Gobierno de España informó de que el tratado entrará en vigor el próximo"
    " año, y la oposición pidió su retirada por lo que no se sabe más."
)


def test_a_text_in_another_language_invents_no_people() -> None:
    assert [name for name, kind in kinds(FOREIGN).items() if kind == "person"] == ["Pedro Sánchez"]
