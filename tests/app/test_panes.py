"""What the panes show of a briefing."""

from collections.abc import Iterable
from dataclasses import replace

import pytest

from briefing.analysis.briefing import (
    Agreement,
    Briefing,
    DatedEvent,
    Entity,
    Mention,
    Milestone,
    PartyStatus,
)
from briefing.app.panes.agreements import AgreementsPane
from briefing.app.panes.documents import DocumentsPane, Listing, Opened, day
from briefing.app.panes.entities import EntitiesPane
from briefing.app.panes.pane import Narrowing, Pane
from briefing.app.panes.summary import SummaryPane
from briefing.app.panes.text import marks
from briefing.app.panes.timeline import TimelinePane
from briefing.app.rows import Row
from briefing.app.shelf import Shelf, length
from briefing.app.sources import Source, naming, of_agreement, of_entity, sentence_at, walk
from briefing.document import Document, Span
from briefing.library import Failure
from tests.export import sample


@pytest.fixture
def briefing() -> Briefing:
    return sample.briefing()


def rows(pane: Pane, briefing: Briefing, names: frozenset[str] | None = None) -> list[Row]:
    return list(pane.build(briefing, Narrowing(briefing, names)))


def lines(shown: Iterable[Row]) -> list[str]:
    return [
        f"{row.marker}{row.content.plain}" + (f" | {row.detail.plain}" if row.detail else "")
        for row in shown
    ]


def test_the_summary_numbers_its_sentences(briefing: Briefing) -> None:
    (row,) = rows(SummaryPane("summary"), briefing)
    assert lines([row])[0].startswith("1 Norland and Sudland signed")
    assert isinstance(row.payload, Source)
    assert sample.TEXT[slice(*row.payload.span)].endswith("May 2021.")


def test_entities_stand_under_their_kinds_with_role_and_count(briefing: Briefing) -> None:
    shown = lines(rows(EntitiesPane("entities"), briefing))
    assert shown[0] == "People  1"
    assert shown[1] == "Ines Calder  Foreign minister, Norland | 1"
    assert any(line.startswith("Places") for line in shown)


def test_the_filter_leaves_what_it_found(briefing: Briefing) -> None:
    names = frozenset({"Ines Calder"})
    assert lines(rows(EntitiesPane("entities"), briefing, names)) == [
        "People  1",
        "Ines Calder  Foreign minister, Norland | 1",
    ]
    assert rows(SummaryPane("summary"), briefing, names) == []
    assert rows(AgreementsPane("agreements"), briefing, names) == []


def agreement(**facts: object) -> Agreement:
    # mypy cannot tell keywords that are gathered here from those of the class.
    return replace(Agreement("The Pact", "pact", (Mention(0, 3),)), **facts)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "  The Pact | status not stated"),
        ({"status": "in_force", "acronym": "TP"}, "▸ TP | in force"),
        ({"parties": ("A", "B"), "status": "signed"}, "  The Pact\nA – B | signed"),
        (
            {"conditions": ("waiver for C",), "parties": ("A",), "status": "suspended"},
            "▸ The Pact\nA · 1\u00a0condition | suspended",
        ),
        (
            {"conditions": ("waiver for C", "D agrees"), "dates": (DatedEvent("2019", "signed"),)},
            "▸ The Pact\n2\u00a0conditions | status not stated, signed 2019",
        ),
        (
            {"status": "signed", "dates": (DatedEvent("2019-05", "signed"),)},
            "▸ The Pact | signed 2019-05",
        ),
        (
            {"status": "expected", "dates": (DatedEvent("2031-05", "signed"),)},
            "▸ The Pact | expected, planned for 2031-05",
        ),
    ],
)
def test_an_agreement_says_status_date_and_parties_at_a_glance(
    briefing: Briefing, facts: dict[str, object], expected: str
) -> None:
    shown = rows(AgreementsPane("agreements"), replace(briefing, agreements=(agreement(**facts),)))
    assert lines(shown) == [f"As reported on {briefing.document.date}", expected]
    assert [row.header for row in shown] == [True, False]


def test_an_agreement_that_is_opened_says_all_that_is_known(briefing: Briefing) -> None:
    pact = agreement(
        acronym="TP",
        dates=(DatedEvent("2019", "signed"), DatedEvent("2020", "in force")),
        party_statuses=(
            PartyStatus("A", "signed", False, 0, 5),
            PartyStatus("B", "ratified", True, 0, 5),
        ),
        place="Norport",
        conditions=("waiver for C",),
        attribution="officials",
    )
    pane = AgreementsPane("agreements")
    pane.show(replace(briefing, agreements=(pact,)), Narrowing(briefing, None))
    pane.toggle()
    assert lines(pane.rows)[1].splitlines() == [
        "▾ TP",
        "The Pact (TP)",
        "A: signed",
        "B: ratified (planned)",
        "signed: 2019",
        "in force: 2020",
        "place: Norport",
        "condition: waiver for C",
        "according to: officials | status not stated, in force 2020",
    ]
    pane.toggle()
    assert lines(pane.rows)[1].startswith("▸ TP\n1\u00a0condition")


def test_what_lies_ahead_is_marked_on_the_timeline(briefing: Briefing) -> None:
    briefing = replace(briefing, document=replace(briefing.document, date="2021-06-20"))
    start = sample.TEXT.index("May 2021")
    sentence = (briefing.sentences[0].start, briefing.sentences[0].end)
    words = Span(start, start + len("May 2021"))
    past = Milestone("2021-05", "They signed it.", False, *sentence, words)
    planned = Milestone("2021-07-01", "They will vote.", True, *sentence, words, "counted")
    shown = rows(TimelinePane("timeline"), replace(briefing, timeline=(past, planned)))
    told = sample.TEXT[slice(*sentence)]
    assert lines(shown) == [
        f"· 2021-05\n{told} | 1 month before",
        "2021-06-20  this document",
        f"▸ 2021-07-01\n{told}\ncounted | planned in 11 days",
    ]
    assert shown[2].payload == Source(words, Span(*sentence))
    assert [str(span.style) for span in shown[0].content.spans[:2]] == ["bold", "underline"]


@pytest.mark.parametrize(
    ("iso", "read"),
    [
        ("2019-11-24", "24 Nov 2019"),
        ("2019-11", "Nov 2019"),
        ("2019", "2019"),
        ("2019-13-01", "2019-13-01"),
        ("soon", "soon"),
        ("2019-11-24-x", "2019-11-24-x"),
    ],
)
def test_dates_are_written_as_they_are_read(iso: str, read: str) -> None:
    assert day(iso) == read


def document(name: str, date: str | None = None) -> Document:
    return Document(f"/x/{name}", f"Text of {name}", "text", title=name.title(), date=date)


def test_the_length_of_a_long_text_is_estimated() -> None:
    assert length(Document("a", "One", "text")) == "1 word"
    assert length(Document("a", "word " * 2000, "text")) == "2,000 words"
    assert length(Document("a", "word " * 200_000, "text")) == "about 200,000 words"


def test_documents_are_listed_by_date_and_failures_last() -> None:
    shelf = Shelf(
        [document("a"), document("b", "2020-01-02"), document("c", "2021"), document("d", "2021")],
        [Failure("/x/e.pdf", "PDF files are not read yet")],
    )
    shown = list(Listing(shelf, 1, None).rows())
    assert lines(shown) == [
        " All documents",
        "Jan 2020",
        "▸ 2 B",
        "2021",
        " C",
        " D",
        "No date",
        " A",
        "Could not be read",
        " e.pdf\nPDF files are not read yet",
    ]
    assert shown[4].payload == Opened(2)
    assert (shelf.beside(3, 1), shelf.beside(2, -1), shelf.beside(1, -1)) == (0, 1, None)
    assert shelf.place(1) == "1 of 4"
    assert DocumentsPane("documents").rows == ()


def test_an_agreement_leads_to_its_status_then_to_its_mentions(briefing: Briefing) -> None:
    source = of_agreement(briefing, briefing.agreements[0])
    assert source
    assert source.sentence
    assert "signed" in sample.TEXT[slice(*source.sentence)]
    steps = walk(source)
    assert steps
    assert steps.step(1).step(-1) == steps
    assert steps.step(len(steps.mentions)) == steps


def test_what_is_not_mentioned_leads_nowhere(briefing: Briefing) -> None:
    assert of_entity(briefing, Entity("Nobody", "person", ())) is None
    assert of_agreement(briefing, Agreement("Nothing", "pact", ())) is None


def test_a_place_between_sentences_is_in_none(briefing: Briefing) -> None:
    assert sentence_at(briefing, 0) is None
    assert sentence_at(briefing, 10**6) is None


def test_a_click_on_a_name_finds_what_it_names(briefing: Briefing) -> None:
    mention = briefing.entities[0].mentions[0]
    source = naming(briefing, mention.start, mention.end)
    assert source
    assert source.name == "Ines Calder"
    assert naming(briefing, 1, 2) is None


def test_marks_are_every_mention_in_order(briefing: Briefing) -> None:
    found = marks(briefing)
    assert found == sorted(found)
    assert {mark.kind for mark in found} >= {"person", "agreement"}


def test_where_nothing_can_be_read_the_reasons_are_told() -> None:
    failures = [Failure(f"/x/{n}.pdf", "this file is damaged") for n in range(12)]
    told = Shelf([], failures).why_empty().split("\n")
    assert told[:2] == ["None of the files could be read.", "0.pdf: this file is damaged"]
    assert told[-1] == "and 2 more; the list of documents has them all"
    assert Shelf([]).why_empty().startswith("No documents were found")
