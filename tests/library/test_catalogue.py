from dataclasses import replace

import pytest

from briefing.analysis.briefing import Evidence, Mention
from briefing.document import Document, Span
from briefing.finder import Entry
from briefing.library.catalogue import Catalogue
from briefing.library.digest import document_name, file_name
from tests.export import sample


def catalogue() -> Catalogue:
    found = Catalogue()
    found.give(0, sample.briefing())
    return found


def entry(found: Catalogue, name: str, kind: str) -> Entry:
    return next(one for one in found.entries() if (one.name, one.kind) == (name, kind))


def test_names_agreements_headings_and_documents_can_be_found() -> None:
    kinds = [(one.name, one.kind) for one in catalogue().entries()]

    assert kinds == [
        ("Ines Calder", "person"),
        ("Norland", "place"),
        ("Sudland", "place"),
        ("Harbour Access Treaty", "agreement"),
        ("Harbour pact", "heading"),
        ("Harbour pact", "document"),
    ]


def test_an_entity_leads_to_its_first_mention_and_its_sentence() -> None:
    found = catalogue()
    place = found.place(entry(found, "Norland", "place").key)

    assert place.span == sample.span("Norland")
    assert place.sentence is not None
    assert place.sentence.start == place.span.start
    assert place.path == "pacts/harbour.txt"


def test_an_agreement_leads_to_where_its_status_rests() -> None:
    briefing = sample.briefing()
    vote = briefing.sentences[1]
    agreement = replace(
        briefing.agreements[0],
        evidence=(
            Evidence(0, 12, ("name",)),
            Evidence(vote.start, vote.end, ("status",)),
        ),
    )
    found = Catalogue()
    found.give(0, replace(briefing, agreements=(agreement,)))
    treaty = entry(found, "Harbour Access Treaty", "agreement")

    assert found.place(treaty.key).sentence == Span(vote.start, vote.end)
    assert treaty.aliases == ("HAT",)
    assert found.detail(treaty.key) == "signed"


def test_the_name_is_marked_and_not_another_word_for_it() -> None:
    briefing = sample.briefing()
    signed = Mention(*sample.span("signed"))
    agreement = briefing.agreements[0]
    named = replace(agreement, mentions=(signed, *agreement.mentions))
    found = Catalogue()
    found.give(0, replace(briefing, agreements=(named,)))

    place = found.place(entry(found, "Harbour Access Treaty", "agreement").key)
    assert place.span == sample.span("Harbour Access Treaty")


def test_an_agreement_without_evidence_leads_to_its_name() -> None:
    briefing = sample.briefing()
    agreement = replace(briefing.agreements[0], evidence=())
    found = Catalogue()
    found.give(0, replace(briefing, agreements=(agreement,)))

    place = found.place(entry(found, "Harbour Access Treaty", "agreement").key)
    assert place.span == sample.span("Harbour Access Treaty")


def test_the_same_name_in_several_documents_is_one_entry_with_a_place_in_each() -> None:
    found = catalogue()
    found.give(7, sample.briefing(path="other.txt"))
    norland = entry(found, "Norland", "place")

    assert norland.mentions == 4
    assert [place.document for place in found.places(norland.key)] == [0, 7]
    assert found.place(norland.key, reading=7).path == "other.txt"
    assert found.place(norland.key, reading=3).path == "pacts/harbour.txt"
    assert [one.name for one in found.entries()].count("Harbour pact") == 4


def test_a_document_is_found_by_its_title_or_first_words_and_by_its_file() -> None:
    titled = Document("a/b.txt", "Words.", "text", title="Title")
    long = Document("a/b.txt", "Many words stand here. " * 20, "text")

    assert document_name(titled) == "Title"
    assert document_name(long).startswith("Many words stand here. Many")
    assert document_name(long).endswith("…")
    assert document_name(Document("a/b.txt", "", "text")) == "b.txt"
    assert file_name("C:\\x\\y.txt") == "y.txt"
    found = catalogue()
    document = entry(found, "Harbour pact", "document")
    assert document.aliases == ("harbour.txt",)
    assert found.detail(document.key) == "2021-06-02"


def test_only_what_is_new_or_has_changed_is_told_again() -> None:
    found = catalogue()
    every, _, mark = found.changes(0)
    assert every == found.entries()
    assert found.changes(mark) == ([], [], mark)

    other = Document("other.txt", "Norland", "text", title="Other")
    found.give(1, replace(sample.briefing(), document=other, agreements=(), headings=()))
    assert found.count_changes(mark) == 4
    changed, _, mark = found.changes(mark)

    assert [(one.name, one.mentions) for one in changed] == [
        ("Ines Calder", 2),
        ("Norland", 4),
        ("Sudland", 2),
        ("Other", 0),
    ]
    assert found.changes(mark) == ([], [], mark)


def test_a_name_is_told_again_when_it_is_named_much_more_often() -> None:
    found = catalogue()
    told = []
    for number in range(1, 30):
        _, _, mark = found.changes(0)
        found.give(number, sample.briefing(path=f"{number}.txt"))
        told.append("Norland" in [one.name for one in found.changes(mark)[0]])

    assert told[0]
    assert 3 < sum(told) < 10
    assert entry(found, "Norland", "place").mentions == 60


def test_what_no_document_names_any_more_is_gone() -> None:
    found = catalogue()
    other = Document("other.txt", "Norland", "text", title="Other")
    found.give(1, replace(sample.briefing(), document=other, agreements=(), headings=()))
    _, _, mark = found.changes(0)
    treaty = entry(found, "Harbour Access Treaty", "agreement")
    found.drop(0)
    found.holdings.remove(0)
    entries, gone, _ = found.changes(mark)

    assert entries == []
    assert treaty.key in gone
    assert entry(found, "Norland", "place").mentions == 2
    assert found.places(treaty.key) == ()
    with pytest.raises(KeyError):
        found.place(treaty.key)


def test_a_document_knows_its_text_and_what_stands_in_it() -> None:
    found = catalogue()
    every = {one.key for one in found.entries()}

    assert found.keys_in(0) == every
    assert found.keys_in(7) == set()
    assert found.document(0) == sample.briefing().document
    assert found.document(7) is None
