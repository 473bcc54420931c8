"""What goes to the clipboard, in words that can stand by themselves."""

from __future__ import annotations

from briefing.analysis.briefing import Agreement, Briefing
from briefing.app.sources import Source
from briefing.document import Document
from briefing.export import item
from briefing.export.citation import citation, origin


def of_row(briefing: Briefing, payload: object) -> str:
    """An entity or agreement as Markdown; any other line of a pane as a citation; or nothing."""
    if not isinstance(payload, Source):
        return ""
    if isinstance(payload.item, Agreement):
        return item.agreement(briefing.document, payload.item)
    if payload.item is not None:
        return item.entity(briefing.document, payload.item)
    return citation(briefing.document, *(payload.sentence or payload.span))


def of_document(document: Document | None) -> str:
    """A document by its title, date and file."""
    return "" if document is None else origin(document)
