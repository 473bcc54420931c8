"""What can be found in documents by name, and where each thing leads."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from briefing.analysis.briefing import Agreement, Briefing, Entity, Heading
from briefing.document import Document, Span
from briefing.finder import Entry
from briefing.finder.fold import fold
from briefing.library.digest import document_name, file_name

Item = Entity | Agreement | Heading | Document


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in which document (the caller's number for it), words, sentence.

    An entity leads to its first mention, an agreement to the sentence its status rests on, a
    heading to itself, a document to its beginning. `item` is None for words found in the text.
    """

    document: int
    path: str
    span: Span
    sentence: Span | None = None
    item: Item | None = None


@dataclass(slots=True)
class _Found:
    name: str
    kind: str
    detail: str
    aliases: dict[str, None]
    mentions: int
    places: list[Place]


class Catalogue:
    """Entries for a finder, from the briefings of documents.

    Entities and agreements of the same kind and name in several documents are one entry with a
    place in each, which says only that they are called the same.
    """

    def __init__(self) -> None:
        self._found: list[_Found] = []
        self._named: dict[tuple[str, str], int] = {}
        self._changed: list[int] = []
        self._documents: dict[int, Document] = {}
        self._in_document: dict[int, set[int | str]] = {}

    def add(self, number: int, briefing: Briefing) -> None:
        """Take in what a document, which the caller calls `number`, names and has as headings."""
        document = briefing.document
        self._documents[number] = document
        for entity in briefing.entities:
            if entity.mentions:
                first = entity.mentions[0]
                place = _place(number, briefing, Span(first.start, first.end), entity)
                self._merge(
                    entity.name,
                    entity.kind,
                    entity.role or "",
                    entity.aliases,
                    len(entity.mentions),
                    place,
                )
        for agreement in briefing.agreements:
            if (place_ := _agreement_place(number, briefing, agreement)) is not None:
                status = agreement.status.replace("_", " ")
                self._merge(
                    agreement.name,
                    "agreement",
                    "" if status == "unspecified" else status,
                    (*([agreement.acronym] if agreement.acronym else []), *agreement.aliases),
                    len(agreement.mentions),
                    place_,
                )
        for heading in briefing.headings:
            place = Place(number, document.path, Span(heading.start, heading.end), None, heading)
            self._append(_Found(heading.title, "heading", "", {}, 0, [place]))
        self._append(
            _Found(
                document_name(document),
                "document",
                document.date or "",
                {file_name(document.path): None},
                0,
                [Place(number, document.path, Span(0, 0), None, document)],
            )
        )

    def _append(self, found: _Found) -> None:
        self._touched(len(self._found), found.places[0].document)
        self._found.append(found)

    def _touched(self, key: int, document: int) -> None:
        self._changed.append(key)
        self._in_document.setdefault(document, set()).add(key)

    def _merge(
        self,
        name: str,
        kind: str,
        detail: str,
        aliases: Iterable[str],
        mentions: int,
        place: Place,
    ) -> None:
        key = (kind, fold(name) or name)
        if key not in self._named:
            self._named[key] = len(self._found)
            self._found.append(_Found(name, kind, "", {}, 0, []))
        found = self._found[self._named[key]]
        found.detail = found.detail or detail
        found.aliases.update(dict.fromkeys(aliases))
        found.mentions += mentions
        found.places.append(place)
        # Last, so that whoever asks meanwhile for what has changed is told again.
        self._touched(self._named[key], place.document)

    def entries(self) -> list[Entry]:
        """Everything that can be found; the keys are good for `places` and `detail`."""
        return [self._entry(key) for key in range(len(self._found))]

    def changes(self, since: int) -> tuple[list[Entry], int]:
        """The entries that are new or have changed since a call that gave `since`; at first 0."""
        now = len(self._changed)
        return [self._entry(key) for key in dict.fromkeys(self._changed[since:now])], now

    def count_changes(self, since: int) -> int:
        """How many entries at most `changes` would give."""
        return len(self._changed) - since

    def _entry(self, key: int) -> Entry:
        found = self._found[key]
        return Entry(key, found.name, found.kind, tuple(found.aliases), found.mentions)

    def keys_in(self, number: int) -> frozenset[int | str]:
        """The keys of what stands in a document."""
        return frozenset(self._in_document.get(number, ()))

    def document(self, number: int) -> Document | None:
        """The document that the caller calls `number`, if it has been taken in."""
        return self._documents.get(number)

    def documents(self) -> Iterator[tuple[int, Document]]:
        """All documents that have been taken in, in the order of their numbers."""
        return iter(sorted(self._documents.items()))

    def detail(self, key: int | str) -> str:
        """A word on an entry: a role, a status, a date; empty where nothing is known."""
        return self._found[int(key)].detail

    def places(self, key: int | str) -> tuple[Place, ...]:
        """Where an entry leads, in the order in which the documents came; never empty."""
        return tuple(self._found[int(key)].places)

    def place(self, key: int | str, reading: int | None = None) -> Place:
        """Where an entry leads first: in the document one is reading, if it is there."""
        places = self._found[int(key)].places
        return next((place for place in places if place.document == reading), places[0])


def _place(number: int, briefing: Briefing, span: Span, item: Item) -> Place:
    return Place(number, briefing.document.path, span, _sentence(briefing, span), item)


def _agreement_place(number: int, briefing: Briefing, agreement: Agreement) -> Place | None:
    evidence = sorted(agreement.evidence, key=lambda one: "status" not in one.supports)
    mentions = [Span(mention.start, mention.end) for mention in agreement.mentions]
    if not evidence:
        return _place(number, briefing, mentions[0], agreement) if mentions else None
    sentence = Span(evidence[0].start, evidence[0].end)
    # The sentence may also call it "the agreement"; its name is the longest form.
    within = (
        span for span in mentions if sentence.start <= span.start and span.end <= sentence.end
    )
    span = max(within, key=lambda span: span.end - span.start, default=sentence)
    return Place(number, briefing.document.path, span, sentence, agreement)


def _sentence(briefing: Briefing, span: Span) -> Span | None:
    at = bisect_right(briefing.sentences, span.start, key=lambda one: one.start) - 1
    if at < 0 or briefing.sentences[at].end <= span.start:
        return None
    return Span(briefing.sentences[at].start, briefing.sentences[at].end)
