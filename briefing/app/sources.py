"""Where a line of a pane comes from in the text, and the steps through its mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.analysis.briefing import Agreement, Briefing, Entity, Evidence, Mention, Milestone
from briefing.document import Span
from briefing.finder.phrase import Matches

if TYPE_CHECKING:
    from briefing.library.catalogue import Place


@dataclass(frozen=True, slots=True)
class Source:
    """What a line rests on: the words to mark and the sentence that holds them.

    `mentions` are the places to step through from there, under `name`; empty for what is named
    only once by its nature, such as a sentence of the summary.
    """

    span: Span
    sentence: Span | None = None
    name: str = ""
    mentions: Sequence[Span] = ()


@dataclass(frozen=True, slots=True)
class Walk:
    """Stepping through the mentions of one thing: which of them is marked, counted from 0."""

    name: str
    mentions: Sequence[Span]
    index: int

    def step(self, by: int) -> Walk:
        """The walk at another mention; after the last comes the first."""
        return replace(self, index=(self.index + by) % len(self.mentions))

    @property
    def span(self) -> Span:
        """The mention that is marked."""
        return self.mentions[self.index]

    @property
    def count(self) -> str:
        """Which of how many mentions is marked, in words."""
        return f"{self.index + 1:,} of {len(self.mentions):,}"

    def __str__(self) -> str:
        return f"{self.name}  {self.count}"


def walk(source: Source) -> Walk | None:
    """The walk that begins at a source, at the mention it marks or the first one after it."""
    if not source.mentions:
        return None
    index = bisect_left(source.mentions, source.span.start, key=lambda mention: mention.start)
    return Walk(source.name, source.mentions, min(index, len(source.mentions) - 1))


def sentence_at(briefing: Briefing, position: int) -> Span | None:
    """The sentence of the text that holds a code point."""
    sentences = briefing.sentences
    index = bisect_right(sentences, position, key=lambda sentence: sentence.start) - 1
    if index < 0 or position >= sentences[index].end:
        return None
    return Span(sentences[index].start, sentences[index].end)


def sentence_after(briefing: Briefing, position: int) -> Span | None:
    """The first sentence that ends behind a code point."""
    sentences = briefing.sentences
    index = bisect_right(sentences, position, key=lambda sentence: sentence.end)
    if index == len(sentences):
        return None
    return Span(sentences[index].start, sentences[index].end)


def of_sentence(start: int, end: int) -> Source:
    """A whole sentence as a source."""
    return Source(Span(start, end), Span(start, end))


def of_entity(briefing: Briefing, entity: Entity) -> Source | None:
    """An entity's first mention."""
    mentions = _spans(entity.mentions)
    if not mentions:
        return None
    first = mentions[0]
    return Source(first, sentence_at(briefing, first.start), entity.name, mentions)


def of_agreement(briefing: Briefing, agreement: Agreement) -> Source | None:
    """The sentence that reports the status, else any evidence, else the first mention."""
    mentions = _spans(agreement.mentions)
    name = agreement.acronym or agreement.name
    evidence = _telling(agreement.evidence)
    if evidence is None:
        if not mentions:
            return None
        first = mentions[0]
        return Source(first, sentence_at(briefing, first.start), name, mentions)
    sentence = Span(evidence.start, evidence.end)
    within = (m for m in mentions if sentence.start <= m.start and m.end <= sentence.end)
    return Source(next(within, sentence), sentence, name, mentions)


def of_milestone(milestone: Milestone) -> Source:
    """The words that give a date, in their sentence."""
    return Source(milestone.words, Span(milestone.start, milestone.end))


def of_match(
    matches: Matches, phrase: str, after: int, sentence_of: Callable[[Span], Span | None]
) -> Source | None:
    """The first match that begins at `after` or behind it, else the first of all."""
    if not matches:
        return None
    index = bisect_left(matches, after, key=lambda match: match.start)
    match = matches[index % len(matches)]
    return Source(match, sentence_of(match), f"“{phrase}”", matches)


def _telling(evidence: Iterable[Evidence]) -> Evidence | None:
    ranked = sorted(evidence, key=lambda one: "status" not in one.supports)
    return ranked[0] if ranked else None


def _spans(mentions: Iterable[Mention]) -> tuple[Span, ...]:
    return tuple(Span(mention.start, mention.end) for mention in mentions)


def of_place(briefing: Briefing, place: Place) -> Source:
    """A place of the catalogue, with the mentions of what stands there."""
    sentence = place.sentence or sentence_at(briefing, place.span.start)
    match place.item:
        case Agreement() as agreement:
            name, mentions = agreement.acronym or agreement.name, agreement.mentions
        case Entity() as entity:
            name, mentions = entity.name, entity.mentions
        case _:
            name, mentions = "", ()
    return Source(place.span, sentence, name, _spans(mentions))


def thing(briefing: Briefing, source: Source) -> Entity | Agreement | None:
    """What the mentions of a source name."""
    things: tuple[Entity | Agreement, ...] = (*briefing.agreements, *briefing.entities)
    for one in things:
        name = one.acronym or one.name if isinstance(one, Agreement) else one.name
        if name == source.name and _spans(one.mentions) == source.mentions:
            return one
    return None


def naming(briefing: Briefing, start: int, end: int) -> Source | None:
    """The entity or agreement that is named at a span, as a source that begins there."""
    span = Mention(start, end)
    named = [(one.acronym or one.name, one.mentions) for one in briefing.agreements]
    named += [(entity.name, entity.mentions) for entity in briefing.entities]
    for name, mentions in named:
        if span in mentions:
            return Source(Span(start, end), sentence_at(briefing, start), name, _spans(mentions))
    return None
