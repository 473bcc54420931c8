"""The JSON contract, schema 1: a document is one object on one line.

Keys are only ever added within a schema number. Unknown values are null or empty, never absent.
Offsets are code points into `document.text`.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, Protocol

from briefing.analysis.briefing import Agreement, Briefing, Entity, Milestone

SCHEMA = 1


class _Spanned(Protocol):
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


def render(briefing: Briefing) -> str:
    """The object of `briefing` on one line, without a newline at its end."""
    return line(as_object(briefing))


def line(value: dict[str, Any]) -> str:
    """`value` on one line whatever a reader takes for a line end; letters stay as they are."""
    written = json.dumps(value, ensure_ascii=False, separators=(", ", ": "), allow_nan=False)
    for separator in "\u2028\u2029":
        written = written.replace(separator, f"\\u{ord(separator):04x}")
    return written


def as_object(briefing: Briefing) -> dict[str, Any]:
    """`briefing` as what JSON can hold."""
    document = briefing.document
    return {
        "schema": SCHEMA,
        "document": {
            "path": document.path,
            "title": document.title,
            "date": document.date,
            "author": document.author,
            "language": briefing.language,
            "format": document.format,
            "words": document.words,
            "encoding": document.encoding,
            "notices": list(document.notices),
            "text": document.text,
        },
        "headings": [
            {"title": heading.title, "level": heading.level, **_span(heading)}
            for heading in briefing.headings
        ],
        "summary": [
            {"text": sentence.text, **_span(sentence), "rank": sentence.rank}
            for sentence in briefing.summary
        ],
        "entities": [_entity(entity) for entity in briefing.entities],
        "agreements": [_agreement(agreement) for agreement in briefing.agreements],
        "timeline": [_milestone(milestone) for milestone in briefing.timeline],
    }


def _entity(entity: Entity) -> dict[str, Any]:
    return {
        "name": entity.name,
        "kind": entity.kind,
        "role": entity.role,
        "aliases": list(entity.aliases),
        "merges": [{"alias": merge.alias, "reason": merge.reason} for merge in entity.merges],
        "mentions": _spans(entity.mentions),
    }


def _agreement(agreement: Agreement) -> dict[str, Any]:
    return {
        "name": agreement.name,
        "acronym": agreement.acronym,
        "aliases": list(agreement.aliases),
        "kind": agreement.kind,
        "status": agreement.status,
        "parties": list(agreement.parties),
        "place": agreement.place,
        "dates": [{"date": dated.date, "event": dated.event} for dated in agreement.dates],
        "conditions": list(agreement.conditions),
        "attribution": agreement.attribution,
        "mentions": _spans(agreement.mentions),
        "evidence": [
            {**_span(evidence), "supports": list(evidence.supports)}
            for evidence in agreement.evidence
        ],
        "history": [
            {"status": report.status, "date": report.date, **_span(report)}
            for report in agreement.history
        ],
        "party_statuses": [
            {"party": one.party, "status": one.status, "planned": one.planned, **_span(one)}
            for one in agreement.party_statuses
        ],
    }


def _milestone(milestone: Milestone) -> dict[str, Any]:
    return {
        "date": milestone.date,
        "until": milestone.until,
        "text": milestone.text,
        "planned": milestone.planned,
        **_span(milestone),
        "words": _span(milestone.words),
        "resolution": milestone.resolution,
    }


def _span(spanned: _Spanned) -> dict[str, int]:
    return {"start": spanned.start, "end": spanned.end}


def _spans(spanned: Iterable[_Spanned]) -> list[dict[str, int]]:
    return [_span(item) for item in spanned]
