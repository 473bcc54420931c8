"""A selection that grows by keys: from where it began to the line or sentence one has come to."""

from __future__ import annotations

from dataclasses import dataclass, replace

from briefing.app.reader.layout import Layout
from briefing.app.reader.line import Line
from briefing.document import Span


@dataclass(frozen=True, slots=True)
class Selecting:
    """What it began with, and where one is. All between is selected, in whichever direction."""

    anchor: Span
    head: Span

    @property
    def span(self) -> Span:
        """What is selected."""
        (a, b), (c, d) = self.anchor, self.head
        return Span(min(a, c), max(b, d))

    def to(self, head: Span) -> Selecting:
        """Select as far as another stretch."""
        return replace(self, head=head)

    def by_line(self, layout: Layout, step: int) -> Selecting:
        """Select as far as the next line with words on it, or the one before (-1).

        What it began with counts as one line.
        """
        place = layout.find(self.head.end - 1 if step > 0 else self.head.start)
        while (beside := layout.step(place, step)) != place:
            place = beside
            if (words := words_of(layout.line(place), layout.document.text)) is not None:
                start, end = self.anchor
                return self.to(self.anchor if words.start < end and start < words.end else words)
        return self


def words_of(line: Line, text: str) -> Span | None:
    """What stands on a line of `text`, None where it is blank."""
    start, end = line.runs[0][1], line.runs[-1][2]
    end = start + len(text[start:end].rstrip())
    return Span(start, end) if end > start else None
