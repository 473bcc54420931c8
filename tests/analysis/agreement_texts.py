"""Runs the stages that agreements need over a text of the test's own."""

from __future__ import annotations

from briefing.analysis.agreements import agreements
from briefing.analysis.briefing import Agreement
from briefing.analysis.dates.dates import find as find_dates
from briefing.analysis.instruments import instruments
from briefing.analysis.sentences import sentences
from briefing.document import Block, Document


def document(text: str, date: str | None = None, title: str | None = None) -> Document:
    """A document whose paragraphs are the lines of `text`."""
    blocks, start = [], 0
    lines = text.split("\n")
    for line in lines:
        if line:
            blocks.append(Block("paragraph", start, start + len(line)))
        start += len(line) + 2
    return Document("a.txt", "\n\n".join(lines), "text", tuple(blocks), title=title, date=date)


def find(text: str, date: str | None = None, title: str | None = None) -> tuple[Agreement, ...]:
    """The agreements of `text`."""
    source = document(text, date, title)
    split = sentences(source)
    return agreements.find(
        source,
        split,
        instruments.find(source, split),
        (),
        (),
        find_dates(source, split),
    )


def only(text: str, date: str | None = None, title: str | None = None) -> Agreement:
    """The one agreement of `text`."""
    (agreement,) = find(text, date, title)
    return agreement
