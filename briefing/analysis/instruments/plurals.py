"""What "both deals" and "the two bills" speak of: each of the instruments told just before."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Sequence
from operator import attrgetter

from briefing.analysis.briefing import Sentence
from briefing.analysis.instruments.identity import RECENT, Cluster
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.instruments.words import HEADS, PLURALS

_COUNTS = {"both": 2, "two": 2, "three": 3, "four": 4}
_TOGETHER = re.compile(
    r"\b(?P<count>both|(?:the|these|those)\s+(?:two|three|four))\s+(?:of\s+(?:the|these|those)\s+)?"
    rf"(?:[a-z-]+\s+)?(?P<head>{'|'.join(PLURALS)})\b",
    re.IGNORECASE,
)
_BACK = 2  # sentences before the one with the plural that are read


def tell_together(text: str, clusters: list[Cluster], sentences: Sequence[Sentence]) -> None:
    """Make "both deals" a mention of each of the two instruments that stand before it."""
    starts = [sentence.start for sentence in sentences]
    begins = [one.mentions[0].start for one in clusters]
    for match in _TOGETHER.finditer(text):
        head = PLURALS[re.sub(r"\s+", " ", match["head"]).lower()]
        kind, family = HEADS[head]
        start = match.start("head")
        told = Instrument(
            start, match.end(), match["head"], kind, head, family, "anaphor", plural=True
        )._replace(determiner=match["count"].split()[0].lower())
        count = _COUNTS[match["count"].split()[-1].lower()]
        known = clusters[max(0, bisect_left(begins, start) - RECENT) : bisect_left(begins, start)]
        alike = [one for one in known if one.mentions[0].family == family]
        here = bisect_right(starts, start) - 1
        for first in range(here, max(-1, here - _BACK - 1), -1):
            meant = [one for one in alike if _is_told(one, starts[first], start)]
            if len(meant) >= count:
                for one in meant if len(meant) == count else ():
                    insort(one.mentions, told)
                break


def _is_told(one: Cluster, low: int, high: int) -> bool:
    """Whether the instrument is mentioned within `[low, high)`."""
    at = bisect_left(one.mentions, low, key=attrgetter("start"))
    return at < len(one.mentions) and one.mentions[at].start < high
