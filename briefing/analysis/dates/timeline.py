"""The dated lines of a document, in the order of the calendar."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from briefing.analysis.briefing import Milestone, Sentence
from briefing.analysis.dates.dates import DateMention, dateline
from briefing.analysis.dates.tense import Tenses
from briefing.document import Document, Span

_NEAR = 100  # characters
_WORDS = 3  # a sentence that has no more words than these beside its date tells nothing

_SPOKEN = re.compile(r"today|tonight|this (?:morning|afternoon|evening)", re.IGNORECASE)
_PRESENCE = re.compile(
    r"\b(?:here|joining|(?:before|for|hosting|join|joined|joining|of|to|with)\s(?:me|us|you)"
    r"|(?:I|they|we|you)\s(?:am|are|do|face|have|live|make|see))\s\Z",
    re.IGNORECASE,
)
"""What speakers say of the moment in which they speak."""


def build(
    document: Document, sentences: Sequence[Sentence], dates: Sequence[DateMention]
) -> tuple[Milestone, ...]:
    """One line for each date of each sentence, sorted by date, then by place in the text.

    A line is planned where its date lies after the document's own, or the dateline's; where there
    is neither, or the date is not precise enough to tell, or lasts on that day, where its sentence
    speaks of the future.
    """
    written = document.date or dateline(document, sentences)
    starts = [sentence.start for sentence in sentences]
    lines: dict[tuple[str, int], Milestone] = {}
    index, tenses, told = -1, Tenses(document.text, 0, 0), ""
    for mention in dates:
        place = bisect_right(starts, mention.start) - 1
        if place < 0 or mention.end > sentences[place].end:
            continue
        start, end = sentences[place].start, sentences[place].end
        if place != index:
            index, tenses, told = place, Tenses(document.text, start, end), ""
        if (mention.date, start) in lines or not _tells(document, mention, sentences[place]):
            continue
        told = told or document.slice(start, end)
        lines[mention.date, start] = Milestone(
            date=mention.date,
            text=told,
            planned=_planned(mention, tenses, written),
            start=start,
            end=end,
            words=Span(mention.start, mention.end),
            resolution=mention.resolution,
            until=mention.until,
        )
    return tuple(sorted(lines.values(), key=lambda line: (line.date, line.start)))


def _tells(document: Document, mention: DateMention, sentence: Sentence) -> bool:
    """Whether the sentence tells of its date: more than that somebody is "here today"."""
    if len(mention.date) == 4 and document.blocks[sentence.block].kind == "heading":
        return False  # "2020 season opens", "The Treaty of 1949"
    before = document.text[max(sentence.start, mention.start - _NEAR) : mention.start]
    if _SPOKEN.fullmatch(document.slice(mention.start, mention.end)) and _PRESENCE.search(before):
        return False
    after = document.text[mention.end : min(sentence.end, mention.end + _NEAR)]
    words = [word for word in (before + " " + after).split() if any(map(str.isalpha, word))]
    return len(words) >= _WORDS and any(word[0].islower() for word in words)


def _planned(mention: DateMention, tenses: Tenses, written: str | None) -> bool:
    if written:
        begin, end = mention.date, mention.until or mention.date
        if begin == end == written and len(written) == len("2019-11-24"):
            return False
        if begin[: len(written)] != written[: len(begin)] and begin > written:
            return True
        if end[: len(written)] != written[: len(end)] and end < written:
            return False
    return tenses.lean(mention.start) > 0
