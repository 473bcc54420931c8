"""The agreements and laws a document speaks of, each once, with what the document says of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from briefing.analysis.agreements import conditions as conditions_
from briefing.analysis.agreements import history as history_
from briefing.analysis.agreements import occasions
from briefing.analysis.agreements import parties as parties_
from briefing.analysis.agreements.legislators import Bond
from briefing.analysis.agreements.occasions import DateMention
from briefing.analysis.briefing import (
    Agreement,
    Entity,
    Evidence,
    Fact,
    Mention,
    PartyStatus,
    Report,
    Sentence,
    Status,
)
from briefing.analysis.instruments.coreference import cluster
from briefing.analysis.instruments.identity import Cluster, distinguishing, may_be_same, traits
from briefing.analysis.instruments.instruments import Acronym
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.instruments.senses import Senses
from briefing.analysis.instruments.words import words
from briefing.analysis.nations import state
from briefing.analysis.status import party_status
from briefing.analysis.status import status as status_
from briefing.analysis.status.sites import Sites
from briefing.document import Document

_REACH = 600  # code points to both sides of a mention that are read
_INDEFINITE = frozenset(("a", "an", "any", "another", "some"))
_NEAR = 300  # code points before a sentence in which the instrument is named
_LEAD = 4  # sentences at most from the headline to the lead
_MENTIONS = 400  # of one instrument that are read
_BARE = frozenset(("deal", "agreement", "pact", "accord", "treaty"))
_LEADING_YEAR = re.compile(r"^\d{4}\s+(?=[A-Z])")
_WISHED_FOR = words(
    "binding lasting durable permanent comprehensive final full fair just negotiated"
)
_ON_TOP = re.compile(r"\b(?:also|too|another|separately?|second|addition|as well)\b", re.IGNORECASE)
_QUESTION = re.compile(r"\?\W*$")


def find(
    document: Document,
    sentences: Sequence[Sentence],
    instruments: Sequence[Instrument],
    acronyms: Sequence[Acronym] = (),  # noqa: ARG001 - instruments carry theirs; every stage gets them
    entities: Sequence[Entity] = (),
    dates: Sequence[DateMention] = (),
) -> tuple[Agreement, ...]:
    """The agreements of `document`, in the order in which they are first named."""
    if not instruments:
        return ()
    context = _Context(document, sentences, instruments, entities, dates)
    clusters = context.with_same_parties(cluster(document.text, instruments, sentences))
    found = [context.agreement(one) for one in clusters if context.belongs(one)]
    undated = Counter(_LEADING_YEAR.sub("", agreement.name) for agreement in found)
    return tuple(
        replace(agreement, name=plain) if undated[plain] == 1 else agreement
        for agreement in found
        for plain in (_LEADING_YEAR.sub("", agreement.name),)
    )


def _is_bare(mention: Instrument) -> bool:
    """Whether it is "a pact", of which nothing else is said, or "Agreement" as a first word."""
    opens = not mention.determiner and mention.name[0].isupper()
    return (
        mention.form == "description"
        and mention.name.lower() == mention.head
        and not mention.phrase
        and (opens or mention.determiner in ("a", "an", "any", "another"))
    )


def _is_shared(mention: Instrument) -> bool:
    """Whether it is a mention of others as well ("both deals")."""
    return mention.plural and mention.form == "anaphor"


class _Support:
    """Sentences and the facts that rest on them, in the order in which they were added."""

    def __init__(self, context: _Context) -> None:
        self._context = context
        self._facts: dict[Sentence, list[Fact]] = {}

    def add(self, sentence: Sentence, fact: Fact) -> None:
        facts = self._facts.setdefault(self._context.sentence(sentence.start), [])
        if fact not in facts:
            facts.append(fact)

    def evidence(self) -> tuple[Evidence, ...]:
        return tuple(Evidence(s.start, s.end, tuple(f)) for s, f in self._facts.items())


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
        self.sites = Sites(document.text, sentences, instruments)
        self.instruments = instruments
        self.positions = [instrument.start for instrument in instruments]
        self.dates = dates
        self.parties = parties_.Parties(document, sentences, entities)
        self.senses = Senses(document.text)

    def sentence(self, at: int) -> Sentence:
        return self.sentences[max(0, bisect_right(self.starts, at) - 1)]

    def belongs(self, one: Cluster) -> bool:
        """Whether the instrument is named, or what the document is about."""
        windows = [self._window(mention) for mention in one.mentions[:1]]
        if not one.formal and (self.senses.sporting(one, windows) or self.senses.other(one)):
            return False
        if one.named:
            return True
        first = one.mentions[0]
        title = self.document.title or ""
        lead = bisect_right(self.starts, first.start) <= 3 or first.head in title.lower().split()
        if all(mention.form == "anaphor" for mention in one.mentions):
            if not lead or len(one.mentions) < 2:
                return False
            if any(mention.phrase for mention in one.mentions):
                return True
            owned = len(one.mentions) > 2 and first.determiner in ("its", "their")
            return owned or self._between_states(one)
        if not lead:
            return len(one.mentions) > 3
        if len(one.mentions) < 3 and all(_is_bare(mention) for mention in one.mentions):
            return False
        if len(one.mentions) > 1 or first.phrase:
            return True
        if first.determiner in ("a", "an", "any") and first.name.lower().split()[0] in _WISHED_FOR:
            return False
        return first.name != first.head and not _QUESTION.search(
            self.document.text, first.end, self.sentence(first.start).end
        )

    def _between_states(self, one: Cluster) -> bool:
        """Whether states are said to have concluded what is only called "the deal"."""
        if one.mentions[0].family == "law":
            return False
        placed = [(mention, self._window(mention)) for mention in one.mentions[:_MENTIONS]]
        bonds = self._bonds(one, placed)
        return len({bond.name for bond in bonds if bond.weight and state(bond.name)}) > 1

    def with_same_parties(self, clusters: list[Cluster]) -> list[Cluster]:
        """`clusters`, where the lead does not call one of them by two names.

        Between the same parties there is one: "a defence pact" and "the access agreement".
        """
        lead = self.sentences[min(4, len(self.sentences) - 1)].end
        kept: list[Cluster] = []
        first: dict[frozenset[str], Cluster] = {}
        for one in clusters:
            parties: frozenset[str] = frozenset()
            if one.mentions[0].start < lead and one.mentions[0].family != "law":
                placed = [(mention, self._window(mention)) for mention in one.mentions[:_MENTIONS]]
                parties = frozenset(bond.name for bond in self._bonds(one, placed) if bond.weight)
            other = first.get(parties) if len(parties) > 1 else None
            if other is not None and may_be_same(one, other) and not self._added(one):
                for mention in one.mentions:
                    other.add(mention)
                continue
            first.setdefault(parties, one)
            kept.append(one)
        return kept

    def _added(self, one: Cluster) -> bool:
        """Whether the first that is said of it is that it comes on top of others."""
        window = self._window(one.mentions[0])
        first = bisect_left(self.positions, window.start)
        beside = bisect_left(self.positions, one.mentions[0].start) > first
        return beside or _ON_TOP.search(self.document.text, window.start, window.end) is not None

    def agreement(self, one: Cluster) -> Agreement:
        placed = [(mention, self._window(mention)) for mention in one.mentions[:_MENTIONS]]
        own = {mention.start for mention in one.mentions}
        found = status_.findings(
            self.sites.text,
            [self.sites.site(mention, sentence, own) for mention, sentence in placed],
        )
        best = status_.decide(found)
        parties = self._bonds(one, placed)
        dated = occasions.dated(
            self.document.text,
            placed,
            found,
            self.dates,
            self.sentences[:_LEAD],
            self.document.date,
        )
        if best is not None:
            signed = [date.event.date for date in dated if date.event.event == "signed"]
            best = status_.operating(self.sites.text, best, found, signed, self.document.date)
        where = occasions.place(self.document.text, found)
        conditions = conditions_.conditions(self.document, placed, self._following(placed))
        if any(mention.family == "law" for mention in one.mentions):
            conditions += conditions_.waivers(self.document, self.sentences, placed)
        source = best.sentence if best else placed[0][1]
        supports = _Support(self)
        supports.add(source, "status" if best else "name")
        for bond in parties:
            supports.add(bond.sentence, "parties")
        for date in dated:
            supports.add(date.sentence, "date")
        if where:
            supports.add(where[1], "place")
        for condition in conditions:
            supports.add(condition.sentence, "condition")
        said_by, telling = self._attribution(source, placed)
        if said_by:
            supports.add(telling, "attribution")
        head = self._best(one)
        name = head.name if head.form == "name" else f"{head.name} {head.phrase}".strip()
        names = list(dict.fromkeys(bond.name for bond in parties))
        if name.lower() in _BARE and len(names) == 2:
            name = f"{name} between {' and '.join(map(self.parties.written, names))}"
        return Agreement(
            name=name,
            kind=head.kind,
            mentions=tuple(Mention(m.start, m.end) for m in one.mentions),
            status=best.status if best else "unspecified",
            acronym=next((m.acronym for m in one.mentions if m.acronym), None),
            aliases=tuple(
                dict.fromkeys(m.name for m in one.mentions if m.name != name and not _is_shared(m))
            ),
            parties=tuple(names),
            place=where[0] if where else None,
            dates=tuple(date.event for date in dated),
            conditions=tuple(dict.fromkeys(condition.words for condition in conditions)),
            attribution=said_by,
            evidence=supports.evidence(),
            history=self._history(one, found, head),
            party_statuses=self._by_party(one, found, names, best.status if best else None),
        )

    def _following(self, placed: Sequence[tuple[Instrument, Sentence]]) -> list[Sentence]:
        """The sentences right behind those of the mentions that name no instrument themselves."""
        found = []
        for mention, _ in placed:
            at = bisect_right(self.starts, mention.start)
            if (
                at < len(self.sentences)
                and self.sentences[at].block == self.sentences[at - 1].block
            ):
                sentence = self.sentences[at]
                first = bisect_left(self.positions, sentence.start)
                if first == bisect_left(self.positions, sentence.end):
                    found.append(sentence)
        return found

    def _attribution(
        self, source: Sentence, placed: Sequence[tuple[Instrument, Sentence]]
    ) -> tuple[str | None, Sentence]:
        """Who says what `source` says, or for a headline the next sentence on it, and where."""
        title = self.sentences[0]
        lead = [sentence for _, sentence in placed if sentence.block != title.block][:1]
        for sentence in (source, *(lead if source.block == title.block else ())):
            said_by = conditions_.attribution(self.document, sentence)
            if said_by:
                return said_by, sentence
        return None, source

    def _by_party(
        self,
        one: Cluster,
        found: Sequence[status_.Finding],
        names: Sequence[str],
        overall: Status | None,
    ) -> tuple[PartyStatus, ...]:
        """What single parties did about a pact."""
        if overall is None or one.mentions[0].family == "law":
            return ()
        whole = [each._replace(sentence=self.sentence(each.sentence.start)) for each in found]
        return party_status.statuses(whole, self.parties, frozenset(names), overall)

    def _history(
        self, one: Cluster, found: Sequence[status_.Finding], best: Instrument
    ) -> tuple[Report, ...]:
        """What is told near a name of the instrument, if it has one: "the deal" may be another."""
        here = {mention.start for mention in one.mentions}
        others = [other for other in self.instruments if other.start not in here]
        names = [other for other in others if other.form == "name"]
        calendar = occasions.Calendar(
            self.document.text, self.dates, (*one.mentions[:_MENTIONS], *names)
        )
        named = [mention.start for mention in one.mentions if mention.form == "name"]
        told = []
        for finding in found:
            sentence = self.sentence(finding.sentence.start)
            if not named or bisect_right(named, sentence.end) > bisect_right(
                named, sentence.start - _NEAR
            ):
                told.append(finding._replace(sentence=sentence))
        # "Struck a deal", told in passing, is another one than the pact that has a name.
        own = [
            mention
            for mention in one.mentions[:_MENTIONS]
            if not named or mention.form == "name" or mention.determiner not in _INDEFINITE
        ]
        return history_.reports(told, calendar, own, best, others)

    def _window(self, mention: Instrument) -> Sentence:
        """The sentence of `mention`, cut to its surroundings where it is endless."""
        sentence = self.sentence(mention.start)
        start, end = mention.start - _REACH, mention.end + _REACH
        if sentence.start >= start and sentence.end <= end:
            return sentence
        return Sentence(max(sentence.start, start), min(sentence.end, end), sentence.block)

    def _bonds(self, one: Cluster, placed: Sequence[tuple[Instrument, Sentence]]) -> list[Bond]:
        if one.mentions[0].family == "law":
            return self.parties.enacting(placed)
        return self.parties.bound(placed)

    @staticmethod
    def _best(one: Cluster) -> Instrument:
        """The mention that says best which instrument it is; among equals the first."""

        def said(mention: Instrument) -> tuple[int, ...]:
            form = ("anaphor", "description", "name").index(mention.form)
            if not one.proper:
                what = traits(mention)
                whose, on = what.sides or what.places, what.sorts or what.subject
                several = " " in mention.name
                return bool(form), bool(whose) + bool(on), form, several, -mention.start
            words = distinguishing(f"{mention.name} {mention.phrase}")
            long_form = bool(mention.acronym) and mention.name != mention.acronym
            return form, long_form, len(words), len(mention.name), -mention.start

        return max(one.mentions, key=said)
