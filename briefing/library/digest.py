"""What a library keeps of one document: all that its lists show, and where each thing stands.

A briefing holds the whole text and every mention. A digest holds a place to go to for each thing,
and the sentences that the agreement tracker shows. All offsets are code points into
`Document.text`.

Packed, a digest takes about 2 KB, a tenth of what it takes as objects, and is unpacked in 0.2 ms:
what keeps thousands keeps them packed.
"""

from __future__ import annotations

import json
import zlib
from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import astuple, dataclass
from sys import intern
from typing import Any, NamedTuple

from briefing.analysis.briefing import (
    Agreement,
    Briefing,
    DatedEvent,
    Entity,
    EntityKind,
    Evidence,
    Heading,
    Merge,
    Milestone,
    Status,
)
from briefing.analysis.gist import gist
from briefing.document import Document, Span

FIRST_WORDS = 80
"""Characters of a document without a title that it is called by."""


class Passage(NamedTuple):
    """A sentence and its text, on one line."""

    start: int
    end: int
    text: str


class Named(NamedTuple):
    """An entity of a document: how often it is named, and where first.

    `[start, end)` is the first mention, `sentence` the sentence that holds it.
    """

    name: str
    kind: EntityKind
    mentions: int
    start: int
    end: int
    sentence: Span
    role: str | None = None
    aliases: tuple[str, ...] = ()
    merges: tuple[Merge, ...] = ()


class Told(NamedTuple):
    """A status that a sentence gives an agreement: the sentence, its text, and since when."""

    status: Status
    date: str | None
    start: int
    end: int
    text: str


class Agreed(NamedTuple):
    """An agreement of a document, in full but for its mentions, of which only one is kept.

    `[start, end)` is its name in the `sentence` its status rests on, that sentence where it is not
    named there, or its first mention where nothing is known of its status.
    """

    name: str
    kind: str
    status: Status
    mentions: int
    start: int
    end: int
    sentence: Span
    acronym: str | None = None
    aliases: tuple[str, ...] = ()
    parties: tuple[str, ...] = ()
    place: str | None = None
    dates: tuple[DatedEvent, ...] = ()
    conditions: tuple[str, ...] = ()
    attribution: str | None = None
    evidence: tuple[Evidence, ...] = ()
    history: tuple[Told, ...] = ()


@dataclass(frozen=True, slots=True)
class Digest:
    """One document of a library, without its text.

    `name` is what it is called: its title, else its first words, else the name of its file.
    `line` says it in one line; its span is the whole sentence. `fingerprint` is that of the text.
    """

    path: str
    name: str
    title: str | None
    date: str | None
    language: str | None
    words: int
    line: Passage | None
    headings: tuple[Heading, ...]
    entities: tuple[Named, ...]
    agreements: tuple[Agreed, ...]
    timeline: tuple[Milestone, ...]
    fingerprint: str = ""


def digest(briefing: Briefing) -> Digest:
    """What a library keeps of `briefing`. Entities and agreements that stand nowhere are left out.

    Equal strings are kept once: names and kinds come again in document after document.
    """
    document = briefing.document
    starts = [sentence.start for sentence in briefing.sentences]
    line = gist(briefing)
    return Digest(
        path=document.path,
        name=document_name(document),
        title=document.title,
        date=document.date and intern(document.date),
        language=briefing.language and intern(briefing.language),
        words=document.words,
        line=Passage(line.start, line.end, line.text) if line else None,
        headings=briefing.headings,
        entities=tuple(
            _named(entity, _sentence(briefing, starts, entity.mentions[0].start))
            for entity in briefing.entities
            if entity.mentions
        ),
        agreements=tuple(
            _agreed(agreement, document, *_rests_on(briefing, starts, agreement))
            for agreement in briefing.agreements
            if agreement.mentions
        ),
        timeline=briefing.timeline,
        fingerprint=document.fingerprint,
    )


def document_name(document: Document) -> str:
    """The title, else the first words, else the name of the file."""
    if document.title:
        return document.title
    first = " ".join(document.text[: 4 * FIRST_WORDS].split())
    if len(first) > FIRST_WORDS:
        first = first[:FIRST_WORDS].rsplit(" ", 1)[0] + "…"
    return first or file_name(document.path)


def file_name(path: str) -> str:
    """The last part of a path."""
    return path.replace("\\", "/").rstrip("/").rpartition("/")[2] or path


def encode(digest: Digest) -> list[Any]:
    """`digest` as what JSON can hold; `decode` gives it back."""
    return [
        digest.path,
        digest.name if digest.name != digest.title else None,
        digest.title,
        digest.date,
        digest.language,
        digest.words,
        digest.line,
        [astuple(heading) for heading in digest.headings],
        [(*one[:-1], [astuple(merge) for merge in one.merges]) for one in digest.entities],
        [
            {
                **one._asdict(),
                "dates": [astuple(dated) for dated in one.dates],
                "evidence": [astuple(evidence) for evidence in one.evidence],
            }
            for one in digest.agreements
        ],
        [astuple(milestone) for milestone in digest.timeline],
        digest.fingerprint,
    ]


def decode(value: Sequence[Any]) -> Digest:
    """The digest that `encode` gave, also after a way through JSON."""
    path, name, title, date, language, words, line, *rest = value
    headings, entities, agreed, timeline, fingerprint = rest
    return Digest(
        path=path,
        name=title if name is None else name,
        title=title,
        date=date and intern(date),
        language=language and intern(language),
        words=words,
        line=line and Passage(*line),
        headings=tuple(Heading(*heading) for heading in headings),
        entities=tuple(map(_decoded_entity, entities)),
        agreements=tuple(map(_decoded_agreement, agreed)),
        timeline=tuple(
            Milestone(intern(date), text, planned, start, end, Span(*words), *told)
            for date, text, planned, start, end, words, *told in timeline
        ),
        fingerprint=fingerprint,
    )


def pack(digest: Digest) -> bytes:
    """`digest` in few bytes, the same ones for an equal digest."""
    written = json.dumps(encode(digest), ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(written.encode(), 6)


def unpack(packed: bytes) -> Digest:
    """The digest that was packed. Raises ValueError or zlib.error for other bytes."""
    return decode(json.loads(zlib.decompress(packed)))


def _named(entity: Entity, sentence: Span) -> Named:
    first = entity.mentions[0]
    return Named(
        intern(entity.name),
        entity.kind,
        len(entity.mentions),
        first.start,
        first.end,
        sentence,
        entity.role and intern(entity.role),
        tuple(map(intern, entity.aliases)),
        tuple(_merge(merge.alias, merge.reason) for merge in entity.merges),
    )


def _agreed(agreement: Agreement, document: Document, name: Span, sentence: Span) -> Agreed:
    return Agreed(
        name=intern(agreement.name),
        kind=intern(agreement.kind),
        status=agreement.status,
        mentions=len(agreement.mentions),
        start=name.start,
        end=name.end,
        sentence=sentence,
        acronym=agreement.acronym and intern(agreement.acronym),
        aliases=tuple(map(intern, agreement.aliases)),
        parties=tuple(map(intern, agreement.parties)),
        place=agreement.place and intern(agreement.place),
        dates=agreement.dates,
        conditions=agreement.conditions,
        attribution=agreement.attribution,
        evidence=agreement.evidence,
        history=tuple(
            Told(one.status, one.date, one.start, one.end, document.slice(one.start, one.end))
            for one in agreement.history
        ),
    )


def _rests_on(briefing: Briefing, starts: Sequence[int], agreement: Agreement) -> tuple[Span, Span]:
    """The words to go to for an agreement, and their sentence."""
    evidence = sorted(agreement.evidence, key=lambda one: "status" not in one.supports)
    mentions = [Span(mention.start, mention.end) for mention in agreement.mentions]
    if not evidence:
        return mentions[0], _sentence(briefing, starts, mentions[0].start)
    sentence = Span(evidence[0].start, evidence[0].end)
    # The sentence may also call it "the agreement"; its name is the longest form.
    within = (
        span for span in mentions if sentence.start <= span.start and span.end <= sentence.end
    )
    return max(within, key=lambda span: span.end - span.start, default=sentence), sentence


def _sentence(briefing: Briefing, starts: Sequence[int], at: int) -> Span:
    """The sentence that holds a code point; the code point itself where none does."""
    index = bisect_right(starts, at) - 1
    if index < 0 or briefing.sentences[index].end <= at:
        return Span(at, at)
    return Span(briefing.sentences[index].start, briefing.sentences[index].end)


def _merge(alias: str, reason: str) -> Merge:
    return Merge(intern(alias), intern(reason))


def _decoded_entity(value: Sequence[Any]) -> Named:
    name, kind, mentions, start, end, sentence, role, aliases, merges = value
    return Named(
        intern(name),
        kind,
        mentions,
        start,
        end,
        Span(*sentence),
        role and intern(role),
        tuple(map(intern, aliases)),
        tuple(_merge(*merge) for merge in merges),
    )


def _decoded_agreement(value: Mapping[str, Any]) -> Agreed:
    one = Agreed(**value)
    return one._replace(
        name=intern(one.name),
        kind=intern(one.kind),
        sentence=Span(*one.sentence),
        acronym=one.acronym and intern(one.acronym),
        aliases=tuple(map(intern, one.aliases)),
        parties=tuple(map(intern, one.parties)),
        dates=tuple(DatedEvent(*dated) for dated in value["dates"]),
        conditions=tuple(one.conditions),
        evidence=tuple(
            Evidence(start, end, tuple(supports)) for start, end, supports in value["evidence"]
        ),
        history=tuple(Told(*told) for told in value["history"]),
    )
