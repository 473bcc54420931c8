"""When and where something happened to an instrument."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple, Protocol

from briefing.analysis.briefing import DatedEvent, Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.status.status import Finding

_YEAR_IN_NAME = re.compile(r"\b(?:1[6-9]|20)\d\d\b")
_PLACE = re.compile(r"\b(?:[Ii]n|[Aa]t)\s+(?=[A-Z])")
_PLACE_NAME = re.compile(r"[A-Z][\w.’'-]*(?:[ \n]+(?:[A-Z][\w.’'-]*|of|de|da|el|al)){0,3}")
EVENTS = {
    "sign": "signed",
    "approve": "agreed",
    "await": "approval",
    "extend": "extended",
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
_ENDS = frozenset(("suspend", "terminate", "repeal"))
_CLOSE = 100  # code points between a date and the event that it is told of
# "A year after it was signed", "the anniversary", "those here today".
# "LIMA, May 3 (Agency) - Ministers signed": the day of the report
_DATELINE = re.compile(r",?\s?(?:\([^()\n]{1,40}\)|/\w+/\.?)?\s?(?:--|[-–—])\s")
_BEFORE_DATELINE = re.compile(r"[A-Z][\w .’'/-]{0,40},\s{0,2}")
_EFFECTIVE = re.compile(r"\beffective\s+(?:on\s+|from\s+)?$", re.IGNORECASE)
# "On Monday they met, and later signed it"; "will be ready by June".
_OTHER_CLAUSE = re.compile(
    r"[,;]\s(?:and|but)\s(?!then\b)|,\s(?:which|who|whose)\s|[,:]\s[“\"]|\s[–—-]\s|;", re.IGNORECASE
)
_DEADLINE = re.compile(r"\b(?:by|until|before)\s(?:the\s)?(?:end\sof\s)?$", re.IGNORECASE)
_FISCAL = re.compile(r"\b(?:FY|fiscal\s+years?)\s*(?:\d{2,4})?$", re.IGNORECASE)
_OTHER_DAY = re.compile(
    r"\b(?:anniversary|since|after|until|before|ago\s+(?:today|this)|here\s+today|joined\s+today)\b",
    re.IGNORECASE,
)
_AGO = re.compile(r"\bago,?\s$")
_OF_THING = re.compile(
    r"\s(?!and\b|or\b|to\b|the\b|when\b|that\b|with\b|by\b|at\b|in\b|but\b|as\b)\w"
)
_WHEN = re.compile(
    r"(?:\b(?:in|since|of|during|early|late|mid|from|until|till|by|around|before|after|year|and|to|or"
    r"|spring|summer|autumn|fall|winter|q[1-4]|back|until)|[^\w\s’'”])\s*$|^\s*$",
    re.IGNORECASE,
)
_NEAR, _FAR = 160, 400  # code points from a date to what happened; a comma counts as 40
_OPENING = 4  # code points before a date that opens its sentence
_ANNIVERSARY = re.compile(
    r"\b(?P<years>\d{1,3})(?:st|nd|rd|th)\s+anniversary\s+of\s+(?:the\s+)?(?:\S+\s+){0,3}$"
)
_PERFORMED = re.compile(
    r"\b(?:[Ww]e\s+are|I\s+am)\s+(?:(?:pleased|proud|delighted|honou?red|glad)\s+to\s+)?"
    r"(?:announc|sign|conclud|adopt|launch)\w*"
)
_NAMING = re.compile(r"\b(?:called|named|dubbed|known\s+as)\s+(?:\S+\s+){0,6}$")
_GOING_ON = frozenset(("negotiate", "propose", "expect"))
_LEAD = 6  # words at least
_DAY = len("2019-11-24")
_OWN_CUE = re.compile(
    r"\b(?P<expires>expir\w+|runs?\s+out|ends?\b|until|through\s*$|lapses?)|(?P<force>(?:in|into)\s+"
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
    def moment(self) -> str:
        """When what happened then happened, in ISO form as precise as the text."""


class Dated(NamedTuple):
    """A dated event and the sentence that gives it."""

    event: DatedEvent
    sentence: Sentence


class Calendar:
    """The dates of a text, but for those in the names of an instrument."""

    def __init__(
        self, text: str, dates: Sequence[DateMention], names: Iterable[Instrument]
    ) -> None:
        self.text = text
        self._dates = [date for date in dates if not _is_dateline(text, date)]
        self._starts = [date.start for date in self._dates]
        self._names = sorted((name.start, name.end) for name in names)

    def within(self, start: int, end: int) -> Sequence[DateMention]:
        """The dates that begin in a stretch of the text."""
        return self._dates[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def told(self, finding: Finding, *, only_after: bool = False) -> str | None:
        """The date that a sentence gives to what it says happened, and to nothing else.

        `only_after` takes none that stands before what happened.
        """
        date, name = self._nearest(finding)
        if date is None or name != EVENTS.get(finding.event):
            return None
        if _FISCAL.search(self.text, max(0, date.start - 14), date.end):
            return None
        if only_after and date.start < finding.at:
            return None
        low, high = min(date.end, finding.at), max(date.start, finding.at)
        between = self.text[low:high]
        # "Since it was signed in May": the date is that of the signing.
        begin = low if date.start > finding.at and "," not in between else low - 30
        begin, end = max(finding.sentence.start, begin), high + 20
        around = f"{self.text[begin : date.start]} {self.text[max(begin, date.end) : end]}"
        effective = _EFFECTIVE.search(self.text, max(0, date.start - 20), date.start)
        if (high - low > _CLOSE and not effective) or _OTHER_DAY.search(around):
            return None
        if _OTHER_CLAUSE.search(between) or _DEADLINE.search(
            self.text, max(0, date.start - 12), date.start
        ):
            return None
        return date.moment

    def _is_of_another(self, date: DateMention) -> bool:
        """Whether it is the year of something, or in apposition to what lies long before it.

        "To extend the 2004 Agreement", "from its 2004 harvest", "25 years ago, this year".
        """
        before = self.text[max(0, date.start - 14) : date.start]
        if _AGO.search(before):
            return True
        return (
            date.end - date.start == len("2004")
            and _OF_THING.match(self.text, date.end) is not None
            and _WHEN.search(before) is None
        )

    def event(self, finding: Finding) -> DatedEvent | None:
        """What the sentence of a finding dates: its event, or what its date is said to be of."""
        date, name = self._nearest(finding)
        return None if date is None else DatedEvent(date.moment, name)

    def _nearest(self, finding: Finding) -> tuple[DateMention | None, str]:
        name = EVENTS.get(finding.event)
        near = [
            date
            for date in self.within(finding.sentence.start, finding.sentence.end)
            if not any(start <= date.start < end for start, end in self._names)
            and not self._is_of_another(date)
        ]
        if name is None or not near:
            return None, ""
        best = min(near, key=lambda date: self._distance(date, finding.at))
        opens = best.start - finding.sentence.start <= _OPENING  # "On Monday, ministers ..."
        if self._distance(best, finding.at) > (_FAR if opens else _NEAR):
            return None, ""
        begin = max(finding.sentence.start, best.start - 25)
        cue = _OWN_CUE.search(self.text, begin, best.start)
        if cue and cue.lastgroup == "expires":
            name = "expires"
        elif cue and finding.event not in _ENDS:  # an end may be "effective" from a day on, too
            name = "in force"
        return best, name

    def _distance(self, date: DateMention, at: int) -> int:
        """How far a date is from what happened; the name of the instrument is no way."""
        low, high = min(date.end, at), max(date.start, at)
        named = sum(
            max(0, min(end, high) - max(start, low))
            for start, end in self._names[
                bisect_left(self._names, (low, 0)) : bisect_left(self._names, (high, 0))
            ]
        )
        marks = sum(self.text.count(mark, low, high) for mark in ",;")
        return high - low - named + 40 * marks


def _is_dateline(text: str, date: DateMention) -> bool:
    line = text.rfind("\n", max(0, date.start - 60), date.start) + 1
    place = _BEFORE_DATELINE.fullmatch(text, line, date.start)
    return place is not None and _DATELINE.match(text, date.end) is not None


def dated(
    text: str,
    mentions: Sequence[tuple[Instrument, Sentence]],
    findings: Sequence[Finding],
    dates: Sequence[DateMention],
    opening: Sequence[Sentence] = (),
    written: str | None = None,
) -> list[Dated]:
    """What happened to an instrument and when: the date nearest to each event in its sentence.

    What a headline tells happened on the day with which the lead begins; the two are among the
    sentences of the `opening`. What "we are announcing" is announced on the day the document was
    `written` (ISO).
    """
    calendar = Calendar(text, dates, [mention for mention, _ in mentions])
    found: dict[str, Dated] = {}
    for finding in findings:
        if event := calendar.event(finding) or _led(text, finding, calendar, opening):
            found.setdefault(event.date, Dated(event, finding.sentence))
        elif written and finding.event in ("sign", "approve") and _performed(text, finding):
            event = DatedEvent(written, EVENTS[finding.event])
            found.setdefault(written, Dated(event, finding.sentence))
    named: dict[str, Sentence] = {}  # the years in the names
    for mention, sentence in mentions:
        if written and _called(text, mention, sentence):
            found.setdefault(written, Dated(DatedEvent(written, "announced"), sentence))
        anniversary = _anniversary(text, mention, calendar.within(sentence.start, sentence.end))
        if anniversary:
            found.setdefault(anniversary, Dated(DatedEvent(anniversary, "signed"), sentence))
            continue
        for date in calendar.within(mention.start - 14, mention.end + 10):
            between = text[date.end : mention.start] if date.end <= mention.start else ""
            if len(between.split()) <= 1 and sentence.start <= date.start < sentence.end:
                found.setdefault(date.moment, Dated(DatedEvent(date.moment, "dated"), sentence))
        year = _YEAR_IN_NAME.search(mention.name)
        if year:
            named.setdefault(year.group(), sentence)
    told = {date[: len("2019")] for date in found}
    for year_named, sentence in named.items():
        if year_named not in told:
            found[year_named] = Dated(DatedEvent(year_named, "dated"), sentence)
    return sorted(found.values(), key=lambda one: one.event.date)


def _led(
    text: str, finding: Finding, calendar: Calendar, opening: Sequence[Sentence]
) -> DatedEvent | None:
    """When what a headline tells happened: on the day with which the lead begins."""
    if len(opening) < 2 or finding.sentence != opening[0] or opening[0].block == opening[1].block:
        return None
    name = EVENTS.get(finding.event) or ("announced" if finding.status == "signed" else None)
    if name is None or finding.modality != "fact" or finding.event in _GOING_ON:
        return None
    for sentence in opening[1:]:
        if len(text[sentence.start : sentence.end].split()) < _LEAD:
            continue  # a dateline
        for date in calendar.within(sentence.start, sentence.start + _OPENING):
            return DatedEvent(date.moment, name) if len(date.moment) == _DAY else None
        return None
    return None


def _performed(text: str, finding: Finding) -> bool:
    return _PERFORMED.search(text, finding.sentence.start, finding.sentence.end) is not None


def _called(text: str, mention: Instrument, sentence: Sentence) -> bool:
    """Whether "we are announcing a partnership called" the instrument."""
    announced = _PERFORMED.search(text, sentence.start, mention.start)
    return announced is not None and bool(_NAMING.search(text, announced.end(), mention.start))


def _anniversary(text: str, mention: Instrument, dates: Sequence[DateMention]) -> str | None:
    """The date that "the 25th anniversary of the accord in April" is counted from."""
    count = _ANNIVERSARY.search(text, max(0, mention.start - 60), mention.start)
    behind = [date for date in dates if mention.end <= date.start <= mention.end + 20]
    if count is None or not behind:
        return None
    year = int(behind[0].moment[:4]) - int(count["years"])
    return f"{year:04}{behind[0].moment[4:]}" if year > 1500 else None


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
