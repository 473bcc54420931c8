"""The agreements and laws a document speaks of, each once, with what the document says of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import Protocol

from briefing.analysis import parties as parties_
from briefing.analysis import status as status_
from briefing.analysis.briefing import (
    Agreement,
    Entity,
    Evidence,
    Fact,
    Mention,
    Sentence,
)
from briefing.analysis.coreference import Cluster, cluster
from briefing.analysis.instruments import Acronym, Instrument
from briefing.document import Document


class DateMention(Protocol):
    """A date in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def date(self) -> str:
        """The date, in ISO form as precise as the text."""


def find(
    document: Document,
    sentences: Sequence[Sentence],
    instruments: Sequence[Instrument],
    acronyms: Sequence[Acronym] = (),
    entities: Sequence[Entity] = (),
    dates: Sequence[DateMention] = (),
) -> tuple[Agreement, ...]:
    """The agreements of `document`, in the order in which they are first named."""
    if not instruments:
        return ()
    context = _Context(document, sentences, instruments, entities, dates)
    return tuple(
        context.agreement(one) for one in cluster(instruments, sentences) if context.belongs(one)
    )


class _Context:
    def __init__(
        self,
        document: Document,
        sentences: Sequence[Sentence],
        instruments: Sequence[Instrument],
        entities: Sequence[Entity],
        dates: Sequence[DateMention],
    ) -> None:
        self.document = document
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]
        self.instruments = instruments
        self.positions = [instrument.start for instrument in instruments]
        self.dates = dates
        self.nations = parties_.Nations(document, entities)
        self.principal = parties_.principal(self.nations, document, sentences)

    def sentence(self, at: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self.starts, at) - 1)]

    def belongs(self, one: Cluster) -> bool:
        """Whether the instrument is named, or what the document is about."""
        first = one.mentions[0]
        if one.named:
            return True
        lead = bisect_right(self.starts, first.start) <= 3
        return lead and len(one.mentions) > 1

    def agreement(self, one: Cluster) -> Agreement:
        placed = [(mention, self.sentence(mention.start)) for mention in one.mentions]
        found = status_.findings(
            self.document.text,
            [(mention, sentence, self.room(mention, one)) for mention, sentence in placed],
        )
        best = status_.decide(found)
        parties = self._parties(one, placed)
        head = self._best(one)
        acronym = next((m.acronym for m in one.mentions if m.acronym), None)
        evidence: dict[tuple[int, int], list[Fact]] = {}
        if best is not None:
            evidence[best.sentence.start, best.sentence.end] = ["status"]
        for _, sentence, _ in parties:
            facts = evidence.setdefault((sentence.start, sentence.end), [])
            if "parties" not in facts:
                facts.append("parties")
        if not evidence:
            sentence = placed[0][1]
            evidence[sentence.start, sentence.end] = ["name"]
        return Agreement(
            name=head.name,
            kind=head.kind,
            mentions=tuple(Mention(m.start, m.end) for m in one.mentions),
            status=best.status if best else "unspecified",
            acronym=acronym,
            aliases=tuple(dict.fromkeys(m.name for m in one.mentions if m.name != head.name)),
            parties=tuple(dict.fromkeys(party.name for party, _, _ in parties)),
            evidence=tuple(Evidence(a, b, tuple(facts)) for (a, b), facts in evidence.items()),
        )

    def room(self, mention: Instrument, one: Cluster) -> tuple[int, int]:
        """How far around `mention` no other instrument is named."""
        at = bisect_right(self.positions, mention.start) - 1
        own = {other.start for other in one.mentions}
        low, high = 0, len(self.document.text)
        for other in reversed(self.instruments[:at]):
            if other.start not in own:
                low = other.end
                break
        for other in self.instruments[at + 1 :]:
            if other.start not in own:
                high = other.start
                break
        return low, high

    def _parties(
        self, one: Cluster, placed: Sequence[tuple[Instrument, Sentence]]
    ) -> list[tuple[parties_.Party, Sentence, int]]:
        return parties_.of_pact(self.nations, placed, self.principal)

    def _best(self, one: Cluster) -> Instrument:
        order = {"name": 2, "description": 1, "anaphor": 0}
        return max(
            one.mentions,
            key=lambda m: (
                order[m.form],
                bool(m.acronym) and m.name != m.acronym,
                len(m.name),
                -m.start,
            ),
        )
