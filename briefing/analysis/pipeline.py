"""The stages of the analysis, in order. The same document always gives the same briefing."""

from __future__ import annotations

from briefing.analysis import acronyms, language, sentences, summary
from briefing.analysis.agreements import agreements
from briefing.analysis.briefing import Briefing, Heading
from briefing.analysis.dates import dates, timeline
from briefing.analysis.instruments import instruments
from briefing.analysis.names import entities, names
from briefing.document import Document, Span


def brief(document: Document) -> Briefing:
    """The briefing of `document`: a pure function, without clock, locale or network."""
    bounds = sentences.sentences(document)
    dated = dates.find(document, bounds)
    defined = acronyms.find(document, bounds)
    named = instruments.find(document, bounds, defined)
    # What names an agreement names nothing else.
    taken = tuple(Span(instrument.start, instrument.end) for instrument in named)
    mentions = names.find(document, bounds, defined, taken)
    found = entities.resolve(document, mentions, defined)
    agreed = agreements.find(document, bounds, named, entities=found, dates=dated)
    return Briefing(
        document=document,
        language=document.language or language.detect(document.text),
        sentences=bounds,
        headings=tuple(
            Heading(document.slice(block.start, block.end), block.level, block.start, block.end)
            for block in document.headings()
        ),
        summary=summary.summarise(document, bounds, found, agreed, dated),
        entities=found,
        agreements=agreed,
        timeline=timeline.build(document, bounds, dated),
    )
