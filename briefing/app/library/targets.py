"""Where the rows about all documents lead: to a document, and the words and sentence in it."""

from __future__ import annotations

from collections.abc import Iterable

from briefing.app.sources import Source, Target
from briefing.document import Span
from briefing.library.chronology import Dated
from briefing.library.collection import Collection
from briefing.library.merging import Merged, Place
from briefing.library.status_history import Reported
from briefing.library.tracker import Occurrence, Tracked


def of_line(collection: Collection, document: int) -> Target:
    """The sentence that says a document in a line."""
    line = collection.digest(document).line
    return Target(document, _whole(line.start, line.end) if line else None)


def of_place(collection: Collection, place: Place) -> Target:
    """The first mention of an entity in a document."""
    named = collection.digest(place.document).entities[place.place]
    span = Span(named.start, named.end)
    return Target(place.document, Source(span, named.sentence, named.name))


def of_entity(collection: Collection, entity: Merged) -> Target:
    """Where an entity is named in the document that names it most often, the oldest of these."""

    def standing(place: Place) -> tuple[int, str, int]:
        return -place.mentions, collection.outlines[place.document].date, place.document

    return of_place(collection, min(entity.places, key=standing))


def of_report(report: Reported) -> Target:
    """The sentence that reports a status."""
    return Target(report.document, _whole(report.told.start, report.told.end))


def of_occurrence(occurrence: Occurrence) -> Target:
    """The first mention of an agreement in a document."""
    agreement = occurrence.agreement
    span = Span(agreement.start, agreement.end)
    return Target(occurrence.document, Source(span, None, agreement.acronym or agreement.name))


def of_tracked(tracked: Tracked) -> Target:
    """The sentence that first reports where an instrument stands now, else its first mention."""
    if tracked.history:
        return of_report(tracked.history[-1].reports[0])
    return of_occurrence(tracked.occurrences[0])


def of_date(collection: Collection, dated: Dated) -> Target:
    """The words that give a date, in their sentence."""
    milestone = collection.digest(dated.document).timeline[dated.place]
    span = Span(milestone.start, milestone.end)
    return Target(dated.document, Source(Span(*milestone.words), span))


def newest(collection: Collection, documents: Iterable[int], most: int) -> list[int]:
    """Some of the documents, the newest first."""
    by_date = sorted(documents, key=lambda one: (collection.outlines[one].date, one), reverse=True)
    return by_date[:most]


def _whole(start: int, end: int) -> Source:
    return Source(Span(start, end), Span(start, end))
