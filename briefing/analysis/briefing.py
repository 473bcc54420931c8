"""The data of a briefing: what a reader of one document wants to know, and where it says so.

All offsets are code points into `Document.text`; spans are half-open, `[start, end)`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from briefing.document import Document, Span

EntityKind = Literal["person", "organisation", "place", "system", "event", "group"]
Status = Literal[
    "proposed",
    "under_negotiation",
    "expected",
    "signed",
    "ratified",
    "in_force",
    "suspended",
    "terminated",
    "lapsed",
    "rejected",
    "bill",
    "enacted",
    "repealed",
    "unspecified",
]
Fact = Literal["name", "status", "parties", "date", "place", "condition", "attribution"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the text. `block` is the index of its block in `Document.blocks`."""

    start: int
    end: int
    block: int


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of the document; level 1 is the highest."""

    title: str
    level: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class SummarySentence:
    """A source sentence that was chosen for the summary; rank 1 matters most."""

    text: str
    start: int
    end: int
    rank: int


@dataclass(frozen=True, slots=True)
class Mention:
    """One place where the text names something, without titles, a leading "the" and a final 's."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Merge:
    """Why `alias` is taken for another name of the same thing, in words for the reader."""

    alias: str
    reason: str


@dataclass(frozen=True, slots=True)
class Entity:
    """Someone or something the document names. Mentions are in reading order."""

    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    role: str | None = None
    aliases: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """What happened to an agreement, and when (ISO, as precise as the text)."""

    date: str
    event: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """A sentence of the source and the facts of an agreement that rest on it."""

    start: int
    end: int
    supports: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A status that a sentence, `[start, end)`, gives an agreement, and since when, if told."""

    status: Status
    start: int
    end: int
    date: str | None = None


@dataclass(frozen=True, slots=True)
class PartyStatus:
    """What a sentence, `[start, end)`, says that one party has done, or is `planned` to do.

    A party that left a treaty has it `terminated`, one that refused to sign has it `rejected`.
    """

    party: str
    status: Status
    planned: bool
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Agreement:
    """An instrument the document speaks of. Its status is what the document reports.

    `history` has what sentences say outright of its status, now and before, in reading order;
    `party_statuses` what single parties did, where that is not the same for all.
    """

    name: str
    kind: str
    mentions: tuple[Mention, ...]
    status: Status = "unspecified"
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    place: str | None = None
    dates: tuple[DatedEvent, ...] = ()
    conditions: tuple[str, ...] = ()
    attribution: str | None = None
    evidence: tuple[Evidence, ...] = ()
    history: tuple[Report, ...] = ()
    party_statuses: tuple[PartyStatus, ...] = ()


@dataclass(frozen=True, slots=True)
class Milestone:
    """A line of the timeline: an ISO date, as precise as the text, and the sentence that gives it.

    `[start, end)` is the sentence, `words` the words in it that give the date, and `resolution`
    how they became one ("next month" from 2019-11-24), or None where they say it all. Where they
    give a range, `date` is where it begins and `until` where it ends.
    """

    date: str
    text: str
    planned: bool
    start: int
    end: int
    words: Span
    resolution: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class Briefing:
    """Everything the panes show of a document, each part in the order in which it is shown."""

    document: Document
    language: str | None
    sentences: tuple[Sentence, ...]
    headings: tuple[Heading, ...]
    summary: tuple[SummarySentence, ...]
    entities: tuple[Entity, ...]
    agreements: tuple[Agreement, ...]
    timeline: tuple[Milestone, ...]
