"""What is new since one last read: documents, changed sentences, names, where agreements stand.

A sentence is new where its document is, or where it stood nowhere in the document as it was read.
A name is new where no document had it; an agreement has moved where it would stand elsewhere
without what is new. Of a document that changed unread, nothing is told but that it did.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from briefing.document import Span
from briefing.library.links import Key
from briefing.library.merging import Place
from briefing.library.seen import changed
from briefing.library.status_history import Reported, steps

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.library.collection import Collection
    from briefing.library.notebook import Notebook
    from briefing.library.tracker import Occurrence, Tracked

MOST = 1000
"""Changed documents whose sentences are looked at."""


class Changed(NamedTuple):
    """A document that is another than it was: its new sentences, with their words.

    There are none where it had not been read, or where something was only left out.
    """

    document: int
    was_read: bool
    sentences: tuple[tuple[Span, str], ...]


class Moved(NamedTuple):
    """An agreement that stands elsewhere, or is new (`before` is None); and who reports that."""

    tracked: Tracked
    before: str | None
    report: Reported | None


@dataclass(frozen=True, slots=True)
class News:
    """Documents the newest first; names and agreements those first that most documents name."""

    documents: tuple[int, ...] = ()
    changed: tuple[Changed, ...] = ()
    names: tuple[tuple[Key, Place], ...] = ()
    agreements: tuple[Moved, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.documents or self.changed)


def news(
    notebook: Notebook, collection: Collection, read: Callable[[int], Briefing | None]
) -> News:
    """What is new in a collection; `read` gives the briefing of a document."""
    looking = look(notebook, collection, read)
    while True:
        try:
            next(looking)
        except StopIteration as end:
            found: News = end.value
            return found


def look(
    notebook: Notebook, collection: Collection, read: Callable[[int], Briefing | None]
) -> Generator[None, None, News]:
    """`news` in short steps, between which there may come to be more documents.

    Raises KeyError where one of them has gone.
    """
    unseen = [number for number in notebook.unseen() if number in collection]

    def by_date(number: int) -> tuple[str, str, int]:
        outline = collection.outlines[number]
        return outline.date, outline.name, number

    unseen.sort(key=by_date, reverse=True)
    new = tuple(number for number in unseen if notebook.standing(number) == "new")
    others = [number for number in unseen if notebook.standing(number) != "new"]
    yield
    differing = []
    for number in others[:MOST]:
        differing.append(_changed(number, notebook, read))
        yield
    fresh = _Fresh(notebook, new, differing, others)
    names = yield from _names(collection, fresh)
    moved = yield from _moved(collection, fresh, notebook)
    return News(new, tuple(differing), tuple(names), tuple(moved))


def _changed(number: int, notebook: Notebook, read: Callable[[int], Briefing | None]) -> Changed:
    seen = notebook.seen(number)
    if not seen or not seen.sentences or not (briefing := read(number)):
        return Changed(number, False, ())
    document = briefing.document
    return Changed(
        number,
        True,
        tuple((span, document.slice(*span)) for span in changed(seen, briefing)),
    )


class _Fresh:
    """Which sentences and names of documents are new."""

    def __init__(
        self,
        notebook: Notebook,
        new: Iterable[int],
        differing: Iterable[Changed],
        others: Iterable[int],
    ) -> None:
        self.new = frozenset(new)
        self._notebook = notebook
        self._spans: Mapping[int, tuple[Span, ...]] = {
            one.document: tuple(span for span, _ in one.sentences) for one in differing
        }
        self.documents = self.new | frozenset(others)

    def has(self, document: int, start: int, end: int) -> bool:
        """Whether what stands at a span is new."""
        spans = self._spans.get(document, ())
        return document in self.new or any(one.start < end and start < one.end for one in spans)

    def names(self, document: int, names: Iterable[str]) -> bool:
        """Whether a document had none of these names when one last read it."""
        if document in self.new:
            return True
        seen = self._notebook.seen(document)
        return seen is not None and bool(seen.sentences) and seen.names.isdisjoint(names)


def _names(collection: Collection, fresh: _Fresh) -> Generator[None, None, list[tuple[Key, Place]]]:
    found: dict[Key, Place | None] = {}
    counts: dict[Key, int] = {}
    for number in sorted(fresh.documents):
        for place, named in enumerate(collection.digest(number).entities):
            key = collection.entities.of(number, place)
            if not fresh.names(number, (named.name, *named.aliases)):
                found[key] = None  # it was named before
            elif key not in found:
                documents = collection.entities.documents(key)
                counts[key] = len(documents)
                is_new = documents <= fresh.documents
                found[key] = Place(number, place, named.mentions) if is_new else None
        yield
    new = [(key, place) for key, place in found.items() if place]
    return sorted(new, key=lambda one: (-counts[one[0]], -one[1].mentions, one[0]))


def _moved(
    collection: Collection, fresh: _Fresh, notebook: Notebook
) -> Generator[None, None, list[Moved]]:
    tracker, found = collection.tracker, {}
    listed = set(tracker.listed()) if fresh.documents else set()
    for number in sorted(fresh.documents):
        for place in range(len(collection.digest(number).agreements)):
            key = tracker.of(number, place)
            if key is not None and key in listed and key not in found:
                found[key] = _move(tracker.row(key), fresh, notebook)
        yield
    moved = [one for one in found.values() if one]
    return sorted(moved, key=lambda one: (-len(one.tracked.occurrences), one.tracked.key))


def _move(tracked: Tracked, fresh: _Fresh, notebook: Notebook) -> Moved | None:
    reports = [one for step in tracked.history for one in step.reports] + [*tracked.background]
    known = [one for one in reports if not fresh.has(one.document, one.told.start, one.told.end)]
    before = _last(known)
    if before is None:
        told = {_told_before(one, fresh, notebook) for one in tracked.occurrences} - {None}
        before = min(told, key=lambda one: (one == "unspecified", one), default=None)
    if tracked.status in (before, "unspecified"):
        return None
    last = tracked.history[-1].reports if tracked.history else ()
    new = [one for one in last if one not in known]
    return Moved(tracked, before, next(iter([*new, *last]), None))


def _last(reports: list[Reported]) -> str | None:
    history, _ = steps(reports)
    return history[-1].status if history else None


def _told_before(one: Occurrence, fresh: _Fresh, notebook: Notebook) -> str | None:
    """How a document said that an agreement stands before it changed; None if it did not name it.

    That is only asked where nothing that is told of its status is known from before.
    """
    agreement = one.agreement
    seen = notebook.seen(one.document) if one.document in fresh.documents else None
    names = (agreement.name, agreement.acronym, *agreement.aliases)
    if seen and (told := [seen.statuses[name] for name in names if name and name in seen.statuses]):
        return told[0]
    is_new = fresh.has(one.document, agreement.start, agreement.end)
    return None if is_new else "unspecified"
