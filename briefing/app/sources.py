"""Where a line of a pane comes from in the text, and the steps through its mentions."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeAlias

from briefing.document import Span

if TYPE_CHECKING:
    from briefing.analysis.briefing import Agreement, Briefing, Entity, Evidence, Milestone
    from briefing.finder.matches import Matches
    from briefing.library.catalogue import Place

Item: TypeAlias = "Entity | Agreement"


@dataclass(frozen=True, slots=True)
class Source:
    """What a line rests on: the words to mark and the sentence that holds them.

    `mentions` are the places to step through from there, under `name`; empty for what is named
    only once by its nature, such as a sentence of the summary. `item` is what is named.
    """

    span: Span
    sentence: Span | None = None
    name: str = ""
    mentions: Sequence[Span] = ()
    item: Item | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Target:
    """A source and the document, by its number, that it stands in; without one its beginning."""

    document: int
    source: Source | None = None


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


def of_mention(item: Item, span: Span, sentence: Span | None) -> Source:
    """A place that names an entity or an agreement."""
    from briefing.analysis.briefing import Agreement

    name = (item.acronym or item.name) if isinstance(item, Agreement) else item.name
    mentions = tuple(Span(mention.start, mention.end) for mention in item.mentions)
    return Source(span, sentence, name, mentions, item)


def of_entity(briefing: Briefing, entity: Entity) -> Source | None:
    """An entity's first mention."""
    return _first_mention(briefing, entity)


def of_agreement(briefing: Briefing, agreement: Agreement) -> Source | None:
    """The sentence that reports the status, else any evidence, else the first mention."""
    evidence = _telling(agreement.evidence)
    if evidence is None:
        return _first_mention(briefing, agreement)
    sentence = Span(evidence.start, evidence.end)
    source = of_mention(agreement, sentence, sentence)
    within = (m for m in source.mentions if sentence.start <= m.start and m.end <= sentence.end)
    return replace(source, span=next(within, sentence))


def _first_mention(briefing: Briefing, item: Item) -> Source | None:
    if not item.mentions:
        return None
    first = item.mentions[0]
    return of_mention(item, Span(first.start, first.end), sentence_at(briefing, first.start))


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


def of_place(briefing: Briefing, place: Place) -> Source:
    """A place of the catalogue, with the mentions of what stands there."""
    sentence = place.sentence or sentence_at(briefing, place.span.start)
    source = naming(briefing, place.span.start, place.span.end) if place.kind else None
    return replace(source, sentence=sentence) if source else Source(place.span, sentence)


def naming(briefing: Briefing, start: int, end: int) -> Source | None:
    """The entity or agreement that is named at a span, as a source that begins there."""
    from briefing.analysis.briefing import Mention

    mention = Mention(start, end)
    items: tuple[Item, ...] = (*briefing.agreements, *briefing.entities)
    for item in items:
        if mention in item.mentions:
            return of_mention(item, Span(start, end), sentence_at(briefing, start))
    return None
