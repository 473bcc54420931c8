"""A small briefing made by hand, so that an export is tested without the analysis."""

from dataclasses import replace
from typing import Any

from briefing.analysis.briefing import (
    Agreement,
    Briefing,
    DatedEvent,
    Entity,
    Evidence,
    Heading,
    Mention,
    Milestone,
    Sentence,
    SummarySentence,
)
from briefing.document import Block, Document, Span

TEXT = (
    "Harbour pact\n\n"
    "Norland and Sudland signed the Harbour Access Treaty (HAT) in Port Vale in May 2021. "
    "Ines Calder, Norland's foreign minister, said parliament will vote next month."
)


def span(words: str, nth: int = 0) -> Span:
    start = -1
    for _ in range(nth + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


def briefing(**changes: Any) -> Briefing:
    """The sample; `changes` replace fields of its document."""
    signed = span(TEXT.split("\n\n")[1].split(" Ines")[0])
    vote = span(TEXT[TEXT.index("Ines") :])
    document = Document(
        path="pacts/harbour.txt",
        text=TEXT,
        format="text",
        blocks=(
            Block("heading", *span("Harbour pact"), level=1),
            Block("paragraph", signed.start, vote.end),
        ),
        title="Harbour pact",
        date="2021-06-02",
    )
    return Briefing(
        document=replace(document, **changes),
        language="en",
        sentences=(Sentence(*signed, block=1), Sentence(*vote, block=1)),
        headings=(Heading("Harbour pact", 1, *span("Harbour pact")),),
        summary=(SummarySentence(TEXT[signed.start : signed.end], *signed, rank=1),),
        entities=(
            Entity(
                "Ines Calder",
                "person",
                (Mention(*span("Ines Calder")),),
                role="Foreign minister, Norland",
            ),
            Entity("Norland", "place", tuple(Mention(*span("Norland", n)) for n in range(2))),
            Entity("Sudland", "place", (Mention(*span("Sudland")),)),
        ),
        agreements=(
            Agreement(
                "Harbour Access Treaty",
                "treaty",
                (Mention(*span("Harbour Access Treaty")),),
                status="signed",
                acronym="HAT",
                aliases=("HAT",),
                parties=("Norland", "Sudland"),
                place="Port Vale",
                dates=(DatedEvent("2021-05", "signed"),),
                conditions=("approval by parliament",),
                evidence=(Evidence(*signed, supports=("name", "status", "date", "place")),),
            ),
        ),
        timeline=(
            Milestone("2021-05", TEXT[slice(*signed)], False, *signed, words=span("May 2021")),
            Milestone(
                "2021-07",
                TEXT[slice(*vote)],
                True,
                *vote,
                words=span("next month"),
                resolution="next month from 2021-06-02",
            ),
        ),
    )
