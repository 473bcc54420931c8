"""The dated lines of a document, in the order of the calendar."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from briefing.analysis.briefing import Milestone, Sentence
from briefing.analysis.dates import DateMention, dateline
from briefing.analysis.tense import lean
from briefing.document import Document, Span

_WORDS = 3  # a sentence that has no more words than these beside its date tells nothing


def build(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[DateMention]
) -> tuple[Milestone, ...]:
    """One line for each date of each sentence, sorted by date, then by place in the text.

    A line is planned where its date lies after the document's own, or the dateline's; where there
    is neither, or the two cannot be told apart, where its sentence speaks of the future.
    """
    written = document.date or dateline(document, sentences)
    starts = [sentence.start for sentence in sentences]
    lines: dict[tuple[str, int], Milestone] = {}
    for mention in dates:
        index = bisect_right(starts, mention.start) - 1
        if index < 0 or mention.end > sentences[index].end:
            continue
        start, end = sentences[index].start, sentences[index].end
        beside = document.text[start : mention.start] + " " + document.text[mention.end : end]
        if (mention.date, start) in lines or not _tells(beside):
            continue
        lines[mention.date, start] = Milestone(
            date=mention.date,
            text=document.slice(start, end),
            planned=_planned(document.text, mention, start, end, written),
            start=start,
            end=end,
            words=Span(mention.start, mention.end),
            resolution=mention.resolution,
        )
    return tuple(sorted(lines.values(), key=lambda line: (line.date, line.start)))


def _tells(beside: str) -> bool:
    return sum(any(map(str.isalpha, word)) for word in beside.split()) >= _WORDS


def _planned(text: str, mention: DateMention, start: int, end: int, written: str | None) -> bool:
    if written:
        shared = min(len(mention.date), len(written))
        if mention.date[:shared] != written[:shared]:
            return mention.date > written
    return lean(text, start, end, mention.start) > 0
