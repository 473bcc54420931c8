"""The stages of the analysis, in order. The same document always gives the same briefing."""

from __future__ import annotations

from importlib import import_module
from typing import Any

from briefing.analysis.briefing import Briefing, Heading
from briefing.document import Document, Span


def _stage(module: str, name: str, *arguments: Any, without: Any = ()) -> Any:
    try:
        stage = getattr(import_module(f"briefing.analysis.{module}"), name)
    except (ImportError, AttributeError):
        return without
    return stage(*arguments)


def brief(document: Document) -> Briefing:
    """The briefing of `document`: a pure function, without clock, locale or network."""
    sentences = _stage("sentences", "sentences", document)
    dates = _stage("dates", "find", document, sentences)
    acronyms = _stage("acronyms", "find", document, sentences)
    instruments = _stage("instruments", "find", document, sentences, acronyms)
    taken = tuple(Span(instrument.start, instrument.end) for instrument in instruments)
    names = _stage("names", "find", document, sentences, acronyms, taken)
    entities = _stage("entities", "resolve", document, names, acronyms)
    agreements = _stage(
        "agreements", "find", document, sentences, instruments, acronyms, entities, dates
    )
    return Briefing(
        document=document,
        language=document.language or _stage("language", "detect", document.text, without=None),
        sentences=sentences,
        headings=tuple(
            Heading(document.slice(block.start, block.end), block.level, block.start, block.end)
            for block in document.headings()
        ),
        summary=_stage("summary", "summarise", document, sentences, entities, agreements, dates),
        entities=entities,
        agreements=agreements,
        timeline=_stage("timeline", "build", document, sentences, dates),
    )
