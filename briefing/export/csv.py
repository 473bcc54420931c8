"""A table for spreadsheets: a row for each entity, agreement and milestone, with its sentence.

UTF-8, comma-separated, a header first, every row on one line. A cell that a spreadsheet would take
for a formula gets an apostrophe before it, as OWASP advises for CSV injection.
"""

from __future__ import annotations

import csv
import io
from bisect import bisect_right
from collections.abc import Iterator

from briefing.analysis.briefing import Agreement, Briefing, Entity, Evidence, Mention, Milestone
from briefing.document import Span
from briefing.export import wording
from briefing.export.citation import locator
from briefing.export.wording import one_line

COLUMNS = (
    "row",  # entity, agreement or milestone
    "name",
    "kind",
    "status",  # of an agreement; "planned" or "past" of a milestone
    "date",  # since when the status holds; of a milestone
    "parties",
    "details",  # the role of an entity; what else is known; how a date was found
    "mentions",
    "sentence",
    "document",
    "title",
    "document date",
    "place",  # where in the file: part, page, line
    "start",  # code points into the text of the document, as in JSON
    "end",
)
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
_BETWEEN = "; "


def header() -> str:
    """The names of the columns, without a line end."""
    return _line(dict(zip(COLUMNS, COLUMNS, strict=True)))


def rows(briefing: Briefing) -> Iterator[str]:
    """The rows of one document, in the order in which the panes have them, without line ends."""
    document = briefing.document
    about = {
        "document": document.path,
        "title": document.title or "",
        "document date": document.date or "",
    }
    things: list[tuple[dict[str, str], Span]] = [
        *(_entity(briefing, entity) for entity in briefing.entities),
        *(_agreement(briefing, agreement) for agreement in briefing.agreements),
        *(_milestone(briefing, milestone) for milestone in briefing.timeline),
    ]
    for cells, (start, end) in things:
        place = {"place": locator(document, start), "start": f"{start}", "end": f"{end}"}
        yield _line(cells | about | place)


def safe(cell: str) -> str:
    """`cell` on one line, never a formula."""
    words = one_line(cell)
    return f"'{words}" if words.startswith(_FORMULA) else words


def _line(cells: dict[str, str]) -> str:
    written = io.StringIO()
    csv.writer(written, lineterminator="").writerow(safe(cells.get(name, "")) for name in COLUMNS)
    return written.getvalue()


def _entity(briefing: Briefing, entity: Entity) -> tuple[dict[str, str], Span]:
    at = Span(entity.mentions[0].start, entity.mentions[0].end) if entity.mentions else Span(0, 0)
    also = [f"also {alias}" for alias in entity.aliases]
    cells = {
        "row": "entity",
        "name": entity.name,
        "kind": entity.kind,
        "details": _BETWEEN.join([*([entity.role] if entity.role else []), *also]),
        "mentions": str(len(entity.mentions)),
        "sentence": briefing.document.slice(*_sentence(briefing, at)),
    }
    return cells, at


def _agreement(briefing: Briefing, agreement: Agreement) -> tuple[dict[str, str], Span]:
    at = _telling(agreement) or Span(0, 0)
    date, _ = wording.standing(agreement, briefing.document.date)
    details = [
        f"{label.lower()}: {value}"
        for label, value in wording.terms(agreement)
        if label not in ("Status", "Parties")
    ]
    cells = {
        "row": "agreement",
        "name": wording.agreement_name(agreement),
        "kind": agreement.kind,
        "status": wording.status(agreement),
        "date": date,
        "parties": _BETWEEN.join(agreement.parties),
        "details": _BETWEEN.join(details),
        "mentions": str(len(agreement.mentions)),
        "sentence": briefing.document.slice(*_sentence(briefing, at)),
    }
    return cells, at


def _milestone(briefing: Briefing, milestone: Milestone) -> tuple[dict[str, str], Span]:
    until = milestone.until and f"until {milestone.until}"
    cells = {
        "row": "milestone",
        "name": briefing.document.slice(*milestone.words),
        "kind": "date",
        "status": "planned" if milestone.planned else "past",
        "date": milestone.date,
        "details": _BETWEEN.join(filter(None, (milestone.resolution, until))),
        "sentence": milestone.text,
    }
    return cells, milestone.words


def _telling(agreement: Agreement) -> Span | None:
    """The sentence that reports the status, else any evidence, else the first mention."""
    places: list[Evidence | Mention] = [
        *sorted(agreement.evidence, key=lambda one: "status" not in one.supports),
        *agreement.mentions,
    ]
    return Span(places[0].start, places[0].end) if places else None


def _sentence(briefing: Briefing, at: Span) -> Span:
    """The sentence a place stands in; the place itself where there is none."""
    sentences = briefing.sentences
    index = bisect_right(sentences, at.start, key=lambda sentence: sentence.start) - 1
    if index < 0 or at.start >= sentences[index].end:
        return at
    return Span(sentences[index].start, sentences[index].end)
