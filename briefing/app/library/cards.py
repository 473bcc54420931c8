"""Cards of what all documents name: an entity with its documents, an agreement with its history."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefing.app.cards import Card, Line, Part, Section
from briefing.app.library.targets import (
    newest,
    of_entity,
    of_occurrence,
    of_place,
    of_report,
    of_tracked,
)
from briefing.app.panes.documents import day
from briefing.app.sources import Target
from briefing.export.wording import one_line
from briefing.library.collection import Collection
from briefing.library.links import Key
from briefing.library.merging import Merged
from briefing.library.status_history import Reported, Step
from briefing.library.tracker import Tracked

MOST = 200
"""Documents that a card lists, the newest first."""
_MOST_REPORTS = 5  # of one step


def entity_card(collection: Collection, entity: Merged) -> Card:
    """Who or what it is, its other names with the reasons for them, and where it is named."""
    first = of_entity(collection, entity)
    sections = [
        Section("Role", (_line(entity.role, first),) if entity.role else ()),
        Section(
            "Also called",
            tuple(
                _called(
                    one.name,
                    one.reason,
                    len(one.documents),
                    _place(collection, entity, one.documents),
                )
                for one in entity.aliases
            ),
        ),
        Section("Possibly the same", tuple(_entities(collection, entity.possibly))),
        _named(collection, entity),
    ]
    kind = entity.kind.capitalize()
    if entity.alone:
        kind += ", a single name that several may bear"
    return Card(one_line(entity.name), kind, _filled(sections))


def agreement_card(collection: Collection, tracked: Tracked) -> Card:
    """The history of its status with the sentences, its other names, and where it is named."""
    sections = [
        Section("History", tuple(_history(collection, tracked.history))),
        Section("Also reported", tuple(_reports(collection, tracked.background[:MOST]))),
        Section(
            "Parties",
            (_line(" – ".join(map(one_line, tracked.parties)), of_tracked(tracked)),)
            if tracked.parties
            else (),
        ),
        Section(
            "Also called",
            tuple(
                _called(
                    one.name, one.reason, len(one.documents), _occurrence(tracked, one.documents)
                )
                for one in tracked.names
            ),
        ),
        Section("Possibly the same", tuple(_agreements(collection, tracked.possibly))),
        _mentioned(collection, tracked),
    ]
    kind = one_line(tracked.kind).capitalize()
    return Card(one_line(tracked.name), kind, _filled(sections))


def _filled(sections: Iterable[Section]) -> tuple[Section, ...]:
    return tuple(section for section in sections if section.lines)


def _history(collection: Collection, history: Iterable[Step]) -> Iterator[Line]:
    for step in history:
        status = step.status.replace("_", " ")
        marks = [_since(step)]
        if step.disputed:
            marks.append("contradicts what is reported otherwise")
        yield _line(status, of_report(step.reports[0]), ", ".join(marks), strong=True)
        yield from _reports(collection, step.reports[:_MOST_REPORTS])
        if (more := len(step.reports) - _MOST_REPORTS) > 0:
            yield Line((Part(f"and {more:,} more sentences that say so"),), None)


def _since(step: Step) -> str:
    if step.told:
        return day(step.date)
    return f"by {day(step.date)}" if step.by else f"reported {day(step.date)}"


def _reports(collection: Collection, reports: Iterable[Reported]) -> Iterator[Line]:
    for one in reports:
        name = collection.outlines[one.document].name
        words = (Part(one_line(one.told.text)), Part(f"  {one_line(name)}"))
        yield _leading(words, of_report(one), day(one.date or ""))


def _named(collection: Collection, entity: Merged) -> Section:
    places = {place.document: place for place in reversed(entity.places)}
    lines = [
        _line(
            collection.outlines[one].name, of_place(collection, places[one]), _day(collection, one)
        )
        for one in newest(collection, places, MOST)
    ]
    return Section(_count(len(places)), tuple(lines))


def _mentioned(collection: Collection, tracked: Tracked) -> Section:
    first = {one.document: one for one in reversed(tracked.occurrences)}
    lines = [
        _line(collection.outlines[one].name, of_occurrence(first[one]), _day(collection, one))
        for one in newest(collection, first, MOST)
    ]
    return Section(_count(len(first)), tuple(lines))


def _count(documents: int) -> str:
    if documents == 1:
        return "In 1 document"
    shown = f", the newest {MOST}" if documents > MOST else ""
    return f"In {documents:,} documents{shown}"


def _day(collection: Collection, document: int) -> str:
    return day(collection.outlines[document].date)


def _called(name: str, reason: str, documents: int, target: Target | None) -> Line:
    said = "1 document" if documents == 1 else f"{documents:,} documents"
    return _leading((Part(one_line(name), True), Part(f", {one_line(reason)}, {said}")), target)


def _place(collection: Collection, entity: Merged, documents: tuple[int, ...]) -> Target | None:
    for place in entity.places:
        if place.document in documents[:1]:
            return of_place(collection, place)
    return None


def _occurrence(tracked: Tracked, documents: tuple[int, ...]) -> Target | None:
    for one in tracked.occurrences:
        if one.document in documents[:1]:
            return of_occurrence(one)
    return None


def _entities(collection: Collection, keys: Iterable[Key]) -> Iterator[Line]:
    for key in keys:
        other = collection.entities.row(key)
        label = _count(len({place.document for place in other.places})).lower()
        name = f"{other.name}  {other.role or other.kind}"
        yield _line(name, of_entity(collection, other), label)


def _agreements(collection: Collection, keys: Iterable[Key]) -> Iterator[Line]:
    for key in keys:
        other = collection.tracker.row(key)
        parties = " – ".join(map(one_line, other.parties[:4]))
        status = other.status.replace("_", " ")
        yield _line(f"{other.name}  {parties}", of_tracked(other), f"{status} {day(other.since)}")


def _line(text: str, target: Target | None, label: str = "", strong: bool = False) -> Line:
    return _leading((Part(one_line(text), strong),), target, one_line(label))


def _leading(parts: tuple[Part, ...], target: Target | None, label: str = "") -> Line:
    if target is None:
        return Line(parts, None, label)
    return Line(parts, target.source, label, target.document)
