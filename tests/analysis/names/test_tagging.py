import pytest

from briefing import formats
from briefing.analysis import acronyms, sentences
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.names import evidence, firms, names, tagging
from briefing.document import Document, Span


def document(text: str, language: str | None = None) -> Document:
    read = formats.read(text.encode(), "text.txt")
    return Document(read.path, read.text, read.format, read.blocks, language=language)


def found(text: str, taken: tuple[Span, ...] = ()) -> dict[str, str]:
    source = document(text)
    spans = sentences.sentences(source)
    mentions = names.find(source, spans, acronyms.find(source, spans), taken)
    return {source.text[name.start : name.end]: name.kind for name in mentions}


def test_systems_and_events_are_the_rules_and_bodies_the_taggers() -> None:
    kinds = found("The Indian Air Force bought the S-400 air defence system from Russia.")
    assert kinds["Indian Air Force"] == "organisation"
    assert kinds["Russia"] == "place"
    assert "system" in kinds.values()


def test_what_agreements_take_is_no_name() -> None:
    text = "Kenya left the Treaty of Rome on Monday."
    start = text.index("Treaty")
    kinds = found(text, (Span(start, start + len("Treaty of Rome")),))
    assert kinds == {"Kenya": "place"}


def test_an_acronym_is_what_it_stands_for() -> None:
    text = "The Lagos Ports Authority (LPA) met on Monday. Ships left. LPA said so."
    kinds = found(text)
    assert kinds["Lagos Ports Authority"] == kinds["LPA"] == "organisation"


def test_an_owner_is_a_name_of_its_own() -> None:
    kinds = found("It was built for the Indian Navy’s Information Fusion Centre in Gurugram.")
    assert kinds["Indian Navy"] == kinds["Information Fusion Centre"] == "organisation"


def test_people_have_the_roles_the_text_gives_them() -> None:
    source = document("The Kenyan Foreign Minister Amina Mohamed met President Barack Obama.")
    mentions = names.find(source, sentences.sentences(source))
    roles = {source.text[name.start : name.end]: name.role for name in mentions if name.role}
    assert roles == {
        "Amina Mohamed": "Foreign Minister, Kenya",
        "Barack Obama": "President",
    }


@pytest.mark.parametrize(
    ("text", "language", "read"),
    [
        ("The minister said that the talks with the union had failed again.", None, True),
        ("Jane Roe, Acme", None, True),
        ("El ministro dijo que las conversaciones con el sindicato no van bien.", None, False),
        ("The minister said that the talks with the union had failed.", "fr", False),
        ("Il ministro", "en-GB", True),
        ("qzx vbn wrt " * 20, None, False),
    ],
)
def test_the_tagger_is_asked_about_english_only(
    text: str, language: str | None, read: bool
) -> None:
    assert tagging.reads(document(text, language)) is read


def test_capitals_of_official_style_make_no_name() -> None:
    kinds = found(
        "Norway’s partners met at NATO Headquarters in Brussels on the United States’ Suspension"
        " of flights, which NATO Allies and every other State Party had sought."
    )
    assert kinds == {
        "Norway": "place",
        "NATO": "organisation",
        "Brussels": "place",
        "United States": "place",
    }


def test_a_time_zone_is_no_body() -> None:
    kinds = found("The ship left Halifax at 1620 UTC and came back at noon EDT.")
    assert kinds == {"Halifax": "place"}


def test_offices_degrees_and_citations_are_no_names() -> None:
    assert found("He was Deputy Minister for Political Affairs, then Policy Advisor, in Oslo.") == {
        "Oslo": "place"
    }
    assert found("The decree violated Title IX, as Executive Order 14060 of May says.") == {}
    assert "First Lady" not in found("The First Lady spoke to the press in Lagos.")
    kinds = found("She has an M.B.A. from Tufts University.")
    assert kinds == {"Tufts University": "organisation"}


def test_what_someone_owns_in_official_style_is_no_name() -> None:
    assert found("The promise of our Nation binds my Administration, said Jane Roe.") == {
        "Jane Roe": "person"
    }


def test_an_ordinary_word_that_the_text_also_writes_small_is_no_name() -> None:
    text = "The museum was full. Last year the Museum was empty. The Museum said so."
    assert found(text) == {}


def test_a_name_begins_behind_numbers_and_titles() -> None:
    kinds = found("The House has 235 Democrats. The talks with Senators Schumer and Cruz go on.")
    assert {"Democrats", "Schumer", "Cruz"} <= kinds.keys()
    assert not {"235 Democrats", "Senators Schumer"} & kinds.keys()


def test_a_body_may_be_of_people_who_have_titles() -> None:
    kinds = found("The Society of Professional Journalists met in Lagos.")
    assert kinds["Society of Professional Journalists"] == "organisation"


def test_school_years_and_memoranda_are_no_systems() -> None:
    assert "system" not in found("Schools of K-12 read NSM-8 of the White House.").values()


def test_a_subject_in_capitals_is_no_body() -> None:
    kinds = found("She was a professor of Marine Sciences and Public Policy in Lagos.")
    assert kinds == {"Lagos": "place"}
    assert "Federal Register" in found("It will be published in the Federal Register on Monday.")


def test_the_marks_of_a_transcript_and_what_is_called_out_are_no_names() -> None:
    text = (
        "MS. CALDER:  Hi everyone.  Happy Monday.  Go ahead, Ines.\n\n"
        "Q    Hi.  Thanks, Ada.  A couple of questions.\n\n"
        "Q    I wanted to ask Ada Calder about the harbour.\n\n"
        "MR. KOREN:  I agree with Ms. Calder."
    )
    names = found(text)
    assert {"CALDER", "Ines", "Ada", "Ada Calder", "KOREN", "Calder"} >= set(names)
    assert {"Ines", "Ada Calder", "KOREN"} <= set(names)


def test_a_room_named_after_a_person_is_a_place() -> None:
    text = "They spoke in the James M. Calder Reading Room. Can I ask about it?"
    assert found(text) == {"James M. Calder Reading Room": "place"}


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("The firm of Baker & McKenzie won.", ["Baker & McKenzie"]),
        (
            "Shares of Procter & Gamble and of Barnes & Noble rose.",
            ["Procter & Gamble", "Barnes & Noble"],
        ),
        ("The toolmaker Stanley Black & Decker said so.", ["Stanley Black & Decker"]),
        ("He works for Smith & Wesson Group in Ohio.", ["Smith & Wesson Group"]),
    ],
)
def test_two_names_with_an_ampersand_are_a_firm(text: str, firms: list[str]) -> None:
    kinds = found(text)
    assert [name for name in kinds if "&" in name] == firms
    assert all(kinds[name] == "organisation" for name in firms)


@pytest.mark.parametrize(
    "text",
    ["Presidents Okoro & Lindqvist met.", "The talk was of Research & Development in Ohio."],
)
def test_people_and_ordinary_words_with_an_ampersand_are_no_firm(text: str) -> None:
    source = document(text)
    (line,) = evidence.lines(source, sentences.sentences(source))
    forms = [token.text for token in line.tokens]
    assert list(firms.match(line, forms, gazetteer())) == []


def test_the_front_of_an_office_is_no_body() -> None:
    kinds = found(
        "Senate Minority Whip Ann Lind met National Climate Advisor Jon Berg and White House "
        "Press Secretary Eva Holm."
    )
    assert kinds == {
        "Senate": "organisation",
        "Ann Lind": "person",
        "Jon Berg": "person",
        "White House": "place",
        "Eva Holm": "person",
    }


def test_forms_of_address_of_other_languages_mark_people() -> None:
    kinds = found("In court Mme Dupont spoke first. Then Herr Schmidt answered her.")
    assert kinds == {"Dupont": "person", "Schmidt": "person"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("They spoke with First Lady Ann Okoro in Ohio.", {"Ann Okoro": "person"}),
        ("They saw Imam Yusuf Rahman in Ohio.", {"Yusuf Rahman": "person"}),
        ("The court kept Doe v. Marlow, it said in Ohio.", {}),
        ("The Chief of Staff asked Black and brown voters in Ohio.", {}),
        ("They saw Speaker Emerita Ann Okoro in Ohio.", {"Ann Okoro": "person"}),
        (
            "Many Native Americans and Puerto Ricans came from Ohio.",
            {
                "Native Americans": "group",
                "Puerto Ricans": "group",
            },
        ),
    ],
)
def test_what_stands_around_a_name_is_no_part_of_it(text: str, expected: dict[str, str]) -> None:
    assert found(text) == expected | {"Ohio": "place"}
