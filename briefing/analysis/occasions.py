"""When and where something happened to an instrument."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from briefing.analysis.briefing import DatedEvent, Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instrument_phrases import Instrument
from briefing.analysis.status import Finding

_YEAR_IN_NAME = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t)\s+(?=[A-Z])")
_PLACE_NAME = re.compile(r"[A-Z][\w.’'-]*(?:[ \n]+(?:[A-Z][\w.’'-]*|of|de|da|el|al)){0,3}")
_EVENTS = {
    "sign": "signed",
    "ratify": "ratified",
    "force": "in force",
    "suspend": "suspended",
    "terminate": "ended",
    "lapse": "expires",
    "reject": "rejected",
    "enact": "passed",
    "chamber": "passed by a chamber",
    "introduce": "introduced",
    "repeal": "repealed",
    "negotiate": "negotiated",
    "propose": "proposed",
    "expect": "expected",
}
_OWN_CUE = re.compile(
    r"\b(?P<expires>expir\w+|runs?\s+out|ends?\b|until|through|lapses?)|(?P<force>(?:in|into)\s+"
    r"(?:force|effect)|effective|t(?:akes?|aking|ook)\s+effect|start(?:s|ed)?|beg(?:ins|an|in))",
    re.IGNORECASE,
)


class DateMention(Protocol):
    """A date in the text."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""

    @property
    def date(self) -> str:
        """The date, in ISO form as precise as the text."""


class Dated(NamedTuple):
    """A dated event and the sentence that gives it."""

    event: DatedEvent
    sentence: Sentence


def dated(
    text: str,
    mentions: Sequence[tuple[Instrument, Sentence]],
    findings: Sequence[Finding],
    dates: Sequence[DateMention],
) -> list[Dated]:
    """What happened to an instrument and when: the date nearest to each event in its sentence."""
    starts = [date.start for date in dates]

    def within(start: int, end: int) -> Sequence[DateMention]:
        return dates[bisect_left(starts, start) : bisect_left(starts, end)]

    found: dict[str, Dated] = {}
    names = [(mention.start, mention.end) for mention, _ in mentions]
    for finding in findings:
        name = _EVENTS.get(finding.event)
        near = [
            date
            for date in within(finding.sentence.start, finding.sentence.end)
            if not any(start <= date.start < end for start, end in names)
        ]
        if name is None or not near:
            continue
        best = min(near, key=lambda date: _distance(text, date, finding.at))
        if _distance(text, best, finding.at) > 160:
            continue
        cue = _OWN_CUE.search(text, max(finding.sentence.start, best.start - 25), best.start)
        if cue:
            name = "expires" if cue.lastgroup == "expires" else "in force"
        found.setdefault(best.date, Dated(DatedEvent(best.date, name), finding.sentence))
    for mention, sentence in mentions:
        for date in within(mention.start - 14, mention.end + 10):
            between = text[date.end : mention.start] if date.end <= mention.start else ""
            if len(between.split()) <= 1 and date.start >= sentence.start:
                found.setdefault(date.date, Dated(DatedEvent(date.date, "dated"), sentence))
        year = _YEAR_IN_NAME.search(mention.name)
        if year and not any(key.startswith(year.group()) for key in found):
            found[year.group()] = Dated(DatedEvent(year.group(), "dated"), sentence)
    return sorted(found.values(), key=lambda one: one.event.date)


def _distance(text: str, date: DateMention, at: int) -> int:
    low, high = min(date.end, at), max(date.start, at)
    return high - low + 40 * sum(text.count(mark, low, high) for mark in ",;")


def place(text: str, findings: Iterable[Finding]) -> tuple[str, Sentence] | None:
    """Where an instrument was signed, as the text names the place, and the sentence."""
    for finding in findings:
        if finding.event not in ("sign", "enact", "expect", "ratify"):
            continue
        best: tuple[int, str] | None = None
        for match in _PLACE.finditer(text, finding.sentence.start, finding.sentence.end):
            name = _city(text, match.end(), finding.sentence.end)
            if name:
                away = abs(match.start() - finding.at)
                if away < 250 and (best is None or away < best[0]):
                    best = away, name
        if best is not None:
            return best[1], finding.sentence
    return None


def _city(text: str, start: int, end: int) -> str | None:
    match = _PLACE_NAME.match(text, start, end)
    if match is None:
        return None
    words = match.group().split()
    for count in range(len(words), 0, -1):
        form = " ".join(words[:count]).rstrip(".,'’")
        if gazetteer().place_kind(form) == "city" or gazetteer().capital(form):
            return form
    return None
