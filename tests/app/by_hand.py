"""A briefing made by hand for any text of the tests, so that the screen is tested by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable

from briefing.analysis.briefing import (
    Agreement,
    Briefing,
    DatedEvent,
    Entity,
    EntityKind,
    Evidence,
    Heading,
    Mention,
    Milestone,
    Sentence,
    Status,
    SummarySentence,
)
from briefing.document import Document, Span

NAMES: tuple[tuple[str, EntityKind, str | None, tuple[str, ...]], ...] = (
    ("Rajnath Singh", "person", "Defence minister, India", ()),
    ("S Jaishankar", "person", "External affairs minister, India", ()),
    ("Mike Pompeo", "person", "Secretary of State, United States", ()),
    ("Mark T Esper", "person", "Secretary of Defence, United States", ()),
    ("Donald Trump", "person", "President, United States", ("President Trump",)),
    ("Narendra Modi", "person", "Prime Minister, India", ()),
    ("Indian Navy", "organisation", None, ()),
    ("Information Fusion Centre", "organisation", None, ("IFC",)),
    ("India", "place", None, ()),
    ("United States", "place", None, ("US",)),
    ("Russia", "place", None, ()),
    ("New Delhi", "place", None, ()),
    ("Washington DC", "place", None, ()),
    ("Indian Ocean Region", "place", None, ("IOR",)),
    ("S-400", "system", None, ()),
    ("2+2 Indo-US Ministerial", "event", None, ()),
)
DEALS: tuple[tuple[str, str | None, str, Status, tuple[str, ...], str, tuple[str, ...]], ...] = (
    (
        "Communications Compatibility and Security Agreement",
        "COMCASA",
        "agreement",
        "signed",
        ("India", "United States"),
        "2018-09",
        (),
    ),
    (
        "Countering America’s Adversaries Through Sanctions Act",
        "CAATSA",
        "act",
        "in_force",
        ("United States",),
        "",
        ("waiver for the S-400",),
    ),
    ("Industrial Security Annex", None, "annex", "expected", ("India", "United States"), "", ()),
)
DATES = (("2018-09", "September 2018", False), ("2019-12-18", "December 18", True))


def brief(document: Document) -> Briefing:
    """What the tests know about `document`; the parts it does not name are empty."""
    text = document.text
    sentences = tuple(
        Sentence(block.start + found.start(), block.start + found.end(), number)
        for number, block in enumerate(document.blocks)
        for found in re.finditer(r"\S.*?[.?](?=\s|$)|\S.+$", text[block.start : block.end])
    )

    def around(place: int) -> Sentence:
        return next(one for one in sentences if one.start <= place < one.end)

    return Briefing(
        document=document,
        language="en",
        sentences=sentences,
        headings=tuple(
            Heading(document.slice(block.start, block.end), block.level, block.start, block.end)
            for block in document.headings()
        ),
        summary=tuple(
            SummarySentence(text[one.start : one.end], one.start, one.end, rank)
            for rank, one in enumerate(sentences[:6:2], 1)
        ),
        entities=tuple(
            Entity(name, kind, mentions, role, aliases)
            for name, kind, role, aliases in NAMES
            if (mentions := _mentions(text, (name, *aliases)))
        ),
        agreements=tuple(
            Agreement(
                name,
                kind,
                mentions,
                status,
                acronym,
                parties=parties,
                dates=(DatedEvent(date, "signed"),) if date else (),
                conditions=conditions,
                evidence=(
                    Evidence(
                        around(mentions[-1].start).start,
                        around(mentions[-1].start).end,
                        ("status",),
                    ),
                ),
            )
            for name, acronym, kind, status, parties, date, conditions in DEALS
            if (mentions := _mentions(text, filter(None, (name, acronym))))
        ),
        timeline=tuple(
            Milestone(
                date,
                text[around(place).start : around(place).end],
                planned,
                around(place).start,
                around(place).end,
                Span(place, place + len(words)),
            )
            for date, words, planned in DATES
            if (place := text.find(words)) >= 0
        ),
    )


def _mentions(text: str, forms: Iterable[str]) -> tuple[Mention, ...]:
    spans = {
        found.span()
        for form in forms
        for found in re.finditer(rf"(?<!\w){re.escape(form)}(?![\w-])", text)
    }
    return tuple(Mention(*span) for span in sorted(spans))
