"""Cards: all a briefing knows of one name or agreement, each line with the place it rests on.

Pure data; the screen that shows a card is in screens/card.py.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import NamedTuple

from briefing.analysis.briefing import Agreement, Briefing, Entity, Fact
from briefing.app.sources import (
    Item,
    Source,
    of_agreement,
    of_mention,
    of_milestone,
    sentence_at,
)
from briefing.document import Span, field
from briefing.export.wording import agreement_name, by_party, mentions, one_line, status, when

MANY = 200
"""With more lines than this in a section, each is cut to one: folding them all would be felt."""
_LONGEST, _BEFORE = 600, 80
"""Characters of a sentence on a card, and of one that is longer those left before the name."""
_LONGEST_OF_MANY, _BEFORE_OF_MANY = 120, 24
"""The same where each sentence has but one line."""

_SPACE = re.compile(r"\s+")


class Part(NamedTuple):
    """Words of a line; those that are `strong` stand out."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a card. `label` stands before it; `source` is where it leads, if anywhere.

    `document` is the number of the document that holds the source, if it is not the open one.
    """

    parts: tuple[Part, ...]
    source: Source | None
    label: str = ""
    document: int | None = None

    @property
    def text(self) -> str:
        """The words of the line, without its label."""
        return "".join(part.text for part in self.parts)


@dataclass(frozen=True, slots=True)
class Section:
    """Lines under a title."""

    title: str
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Card:
    """What is known of `name`. `kind` is what it is, in words for the reader."""

    name: str
    kind: str
    sections: tuple[Section, ...]


def card(briefing: Briefing, item: Item) -> Card:
    """The card of an entity or an agreement of a briefing."""
    subject = _Subject(briefing, item)
    if isinstance(item, Entity):
        name, sections = one_line(item.name), _entity(subject, item)
    else:
        name, sections = agreement_name(item), _agreement(subject, item)
    kind = one_line(item.kind).capitalize()
    return Card(name, kind, tuple(section for section in sections if section.lines))


class _Subject:
    """What a card is about, and where the text names it."""

    def __init__(self, briefing: Briefing, item: Item) -> None:
        self.briefing = briefing
        self.item = item
        self._any = of_mention(item, Span(0, 0), None)
        self.spans = self._any.mentions
        self._starts = [span.start for span in self.spans]

    def inside(self, sentence: Span) -> Sequence[Span]:
        """The mentions in a sentence."""
        first = bisect_left(self._starts, sentence.start)
        last = bisect_left(self._starts, sentence.end)
        return [span for span in self.spans[first:last] if span.end <= sentence.end]

    def sentence(self, span: Span) -> Span:
        """The sentence a mention stands in; the mention itself where there is none."""
        return sentence_at(self.briefing, span.start) or span

    def source(self, span: Span) -> Source:
        """A mention."""
        return replace(self._any, span=span, sentence=sentence_at(self.briefing, span.start))

    def source_in(self, sentence: Span) -> Source:
        """The first mention in a sentence, or the whole of it."""
        span = next(iter(self.inside(sentence)), sentence)
        return replace(self._any, span=span, sentence=sentence)

    def quote(self, sentence: Span, label: str = "") -> Line:
        """A sentence, in which the mentions stand out."""
        words = _quote(self.briefing, sentence, self.inside(sentence))
        return Line(words, self.source_in(sentence), label)

    def called(self, alias: str) -> Source | None:
        """The first mention under a name."""
        document, wanted = self.briefing.document, alias.casefold()
        found = (one for one in self.spans if document.slice(*one).casefold() == wanted)
        return next(map(self.source, found), None)

    def mentions(self, shown: Collection[Span] = ()) -> tuple[Line, ...]:
        """Every sentence that names it, in reading order, but for those already shown."""
        places = [
            (sentence, next(members))
            for sentence, members in groupby(self.spans, key=self.sentence)
            if sentence not in shown
        ]
        room = (_LONGEST_OF_MANY, _BEFORE_OF_MANY) if len(places) > MANY else (_LONGEST, _BEFORE)
        return tuple(
            Line(_quote(self.briefing, sentence, self.inside(sentence), *room), self.source(span))
            for sentence, span in places
        )


# An entity


def _entity(subject: _Subject, entity: Entity) -> Iterator[Section]:
    first = subject.source(subject.spans[0]) if subject.spans else None
    if entity.role:
        yield Section("Role", (_line(entity.role, _role_source(subject, entity.role) or first),))
    reasons = {merge.alias: merge.reason for merge in entity.merges}
    yield Section(
        "Also called",
        tuple(
            Line(_alias(alias, reasons.get(alias)), subject.called(alias) or first)
            for alias in dict.fromkeys((*entity.aliases, *reasons))
        ),
    )
    yield Section(mentions(len(subject.spans)).capitalize(), subject.mentions())
    yield Section("Agreements", tuple(_agreements_of(subject, entity)))
    yield Section("Dates", tuple(_dates_of(subject)))


def _alias(alias: str, reason: str | None = None) -> tuple[Part, ...]:
    name = Part(one_line(alias), True)
    return (name, Part(f", {one_line(reason)}")) if reason else (name,)


def _role_source(subject: _Subject, role: str) -> Source | None:
    """The first mention whose sentence has the first words of the role."""
    words, document = role.partition(",")[0].casefold(), subject.briefing.document
    for span in subject.spans:
        if words in document.slice(*subject.sentence(span)).casefold():
            return subject.source(span)
    return None


def _agreements_of(subject: _Subject, entity: Entity) -> Iterator[Line]:
    """The agreements it is a party to, or that a sentence speaks of together with it."""
    briefing = subject.briefing
    for agreement in briefing.agreements:
        sentences = [Span(one.start, one.end) for one in agreement.evidence]
        sentences += filter(None, (sentence_at(briefing, one.start) for one in agreement.mentions))
        shared = next(filter(subject.inside, sentences), None)
        if shared:
            source: Source | None = subject.source_in(shared)
        elif entity.name in agreement.parties:
            source = of_agreement(briefing, agreement)
        else:
            continue
        yield _line(agreement_name(agreement), source, status(agreement))


def _dates_of(subject: _Subject) -> Iterator[Line]:
    """The lines of the timeline whose sentence names it."""
    for milestone in subject.briefing.timeline:
        sentence = Span(milestone.start, milestone.end)
        if subject.inside(sentence):
            label = field(when(milestone)) + (" planned" if milestone.planned else "")
            words = _quote(subject.briefing, sentence, [milestone.words])
            yield Line(words, of_milestone(milestone), label)


# An agreement


def _agreement(subject: _Subject, agreement: Agreement) -> Iterator[Section]:
    def fact(title: str, values: Iterable[str], supported: Fact) -> Section:
        lines = (_line(value, _fact(subject, agreement, supported, value)) for value in values)
        return Section(title, tuple(lines))

    reported = _supporting(agreement, "status")
    yield Section(
        "Status",
        (
            _line(status(agreement), of_agreement(subject.briefing, agreement)),
            *map(subject.quote, reported),
        ),
    )
    parties = " – ".join(map(one_line, agreement.parties))
    yield fact("Parties", [parties] if parties else [], "parties")
    yield Section(
        "By party",
        tuple(
            _line(words, subject.source_in(Span(one.start, one.end)))
            for words, one in zip(by_party(agreement), agreement.party_statuses, strict=True)
        ),
    )
    yield Section("Dates", tuple(_dates(subject, agreement)))
    yield fact("Place", [agreement.place] if agreement.place else [], "place")
    yield fact("Conditions", agreement.conditions, "condition")
    yield fact(
        "According to", [agreement.attribution] if agreement.attribution else [], "attribution"
    )
    names = {agreement.name, agreement.acronym}
    found = {alias: subject.called(alias) for alias in agreement.aliases if alias not in names}
    yield Section(
        "Also called",
        tuple(Line(_alias(alias), source) for alias, source in found.items() if source),
    )
    yield Section(
        "Evidence",
        tuple(
            subject.quote(Span(one.start, one.end), ", ".join(one.supports))
            for one in agreement.evidence
        ),
    )
    shown = {Span(one.start, one.end) for one in agreement.evidence}
    yield Section("Other mentions", subject.mentions(shown))


def _dates(subject: _Subject, agreement: Agreement) -> Iterator[Line]:
    """What happened when; a line of the timeline in the evidence tells the words of the date."""
    evidence = _supporting(agreement, "date")
    for dated in agreement.dates:
        words = (
            of_milestone(one)
            for one in subject.briefing.timeline
            if one.date == dated.date
            and any(sentence.start <= one.words.start < sentence.end for sentence in evidence)
        )
        source = next(words, None) or _fact(subject, agreement, "date")
        yield _line(dated.event, source, field(dated.date))


def _supporting(agreement: Agreement, fact: Fact) -> list[Span]:
    return [Span(one.start, one.end) for one in agreement.evidence if fact in one.supports]


def _fact(subject: _Subject, agreement: Agreement, fact: Fact, words: str = "") -> Source | None:
    """The evidence of a fact: a sentence that has its words, or else the first."""
    evidence, document = _supporting(agreement, fact), subject.briefing.document
    quoting = (one for one in evidence if words in document.slice(*one))
    sentence = next(quoting, evidence[0] if evidence else None)
    return None if sentence is None else subject.source_in(sentence)


# Words


def _line(text: str, source: Source | None, label: str = "") -> Line:
    return Line((Part(one_line(text)),), source, label)


def _quote(
    briefing: Briefing,
    sentence: Span,
    strong: Sequence[Span],
    longest: int = _LONGEST,
    before: int = _BEFORE,
) -> tuple[Part, ...]:
    """A sentence on one line, in which some words stand out; the middle of one that is long."""
    text = briefing.document.text
    start, end = sentence
    if end - start > longest:
        if strong:
            start = max(start, strong[0].start - before)
        end = min(end, start + longest)
    parts = [Part("… ")] if start > sentence.start else []
    at = start
    for span in strong:
        begin, stop = max(span.start, at), min(span.end, end)
        if begin < stop:
            parts += [Part(text[at:begin]), Part(text[begin:stop], True)]
            at = stop
    parts.append(Part(text[at:end]))
    if end < sentence.end:
        parts.append(Part(" …"))
    return tuple(Part(_SPACE.sub(" ", field(words)), how) for words, how in parts if words)
