"""From the words of a date to the calendar."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from briefing.analysis import date_grammar as grammar

Lean = Callable[[], int]
"""-1 where the words stand in a clause about the past, 1 about the future, 0 where it is open."""

_NEAR = 275
"""Days within which tense decides about the missing year of a date that is not the verb's own:
"met to prepare the December 18 talks" in November speaks of the coming ones."""

_SATURDAY = 5
_NAMED_DAY = (9, 11)
"""September 11 without a year is the day of 2001, unless it is a day of these weeks."""
_STEP = {"last": -1, "this": 0, "next": 1}
_PAST_OR_COMING = re.compile(" (?:past|coming) ")
_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


class Day(NamedTuple):
    """A date as far as it is known; month and day are 0 where they are not."""

    year: int
    month: int = 0
    day: int = 0

    def iso(self) -> str:
        """The date as an ISO prefix."""
        parts = (f"{self.year:04}", f"{self.month:02}", f"{self.day:02}")
        return "-".join(parts[: 1 + (self.month > 0) + (self.day > 0)])


class Base(NamedTuple):
    """The day relative words count from: the document's, or that of the dateline in its text."""

    year: int
    month: int = 0
    day: int = 0
    dateline: bool = False

    @classmethod
    def of(cls, year: int, month: int, day: int) -> Base | None:
        """The base if there is such a day."""
        return cls(year, month, day) if _valid(year, month or 1, day or 1) else None

    def iso(self) -> str:
        """The date as an ISO prefix."""
        return Day(self.year, self.month, self.day).iso()

    def exact(self) -> date | None:
        """The day, if the base is one."""
        return date(self.year, self.month, self.day) if self.day else None


class Form:
    """Words that have the form of a date; `part` gives what stands in one of its places."""

    def __init__(self, found: re.Match[str]) -> None:
        self._found = found
        self.name = found.lastgroup or ""
        self.span = found.span()
        self.words = " ".join(found[0].split())

    def part(self, name: str) -> str:
        """The text of a place of this form, "" where it is not filled."""
        return self._found[f"{self.name}_{name}"] or ""

    @property
    def step(self) -> int | None:
        """-1 for "last", 0 for "this", 1 for "next"; None where there is no such word."""
        word = self.part("rel").lower()
        if not word:
            return None
        if _PAST_OR_COMING.search(self.words):
            return -1 if " past " in self.words else 1
        return _STEP[word]

    @property
    def yearless(self) -> bool:
        """Whether the words name a month but neither a year nor one to count from."""
        lacks = self.name in ("dmy", "mdy", "month") and not self.part("rel")
        return lacks and (self.name == "month" or not self.part("y"))

    @property
    def adverbial(self) -> bool:
        """Whether "on" or "in" stands before, so that the date is the verb's."""
        start = self.span[0]
        return self._found.string[max(0, start - 3) : start].lower() in ("on ", "in ")

    def has(self, name: str) -> bool:
        """Whether a place of this form is filled, if only with nothing."""
        return self._found[f"{self.name}_{name}"] is not None


class Resolved(NamedTuple):
    """A date, its end if it is a range, and how it was found in words for the reader."""

    date: Day
    resolution: str | None = None
    until: Day | None = None


class _Asked(NamedTuple):
    form: Form
    base: Base | None
    lean: Lean


def resolve(form: Form, base: Base | None, lean: Lean) -> Resolved | None:
    """The date of `form`; None where there is no such day, or no `base` to count from."""
    return _RESOLVERS[form.name](_Asked(form, base, lean))


def _valid(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _counted(form: Form, base: Base) -> str:
    return f"“{form.words}”, counted from {_origin(base)}"


def _origin(base: Base) -> str:
    return f"the dateline, {base.iso()}" if base.dateline else f"the document's date, {base.iso()}"


def _iso(asked: _Asked) -> Resolved | None:
    form, _, _ = asked
    day = Day(int(form.part("y")), int(form.part("m")), int(form.part("d")))
    return Resolved(day) if _valid(*day) else None


def _numeric(asked: _Asked) -> Resolved | None:
    """25/12/2019 can be read in one way only; 03/04/2026 cannot, and is left alone."""
    form, _, _ = asked
    a, b, year = int(form.part("a")), int(form.part("b")), int(form.part("y"))
    if a <= 12 and b <= 12 and a != b:
        return None
    month, day = (b, a) if a > 12 else (a, b)
    return Resolved(Day(year, month, day)) if _valid(year, month, day) else None


def _day_and_month(asked: _Asked) -> Resolved | None:
    form, base, lean = asked
    month, day, last = grammar.month(form.part("m")), int(form.part("d")), int(form.part("d2") or 0)
    resolution = None
    year = int(form.part("y") or 0)
    if not year:
        if base is None:
            return None
        step = form.step
        if step is None:
            year = _year_of(month, day, base, lean, form.adverbial)
            if (month, day) == _NAMED_DAY and base.month not in (8, 9, 10):
                return None
            resolution = f"the year from {_origin(base)}"
        else:
            year = base.year + step
            resolution = _counted(form, base)
    if not _valid(year, month, day) or (last and (last <= day or not _valid(year, month, last))):
        return None
    until = Day(year, month, last) if last else None
    return Resolved(Day(year, month, day), resolution, until)


def _year_of(month: int, day: int, base: Base, lean: Lean, adverbial: bool = False) -> int:
    """The year of a day and month that are given without one (day 0: of a month)."""
    if not base.month:
        return base.year
    here = date(base.year, base.month, base.day or 15)
    day = day or min(base.day or 15, 28)
    if month == 2 and day == 29:
        day = 28
    if not _valid(base.year, month, day):
        return base.year
    away = {
        year: (date(year, month, day) - here).days for year in range(base.year - 1, base.year + 2)
    }
    nearest = min(away, key=lambda year: abs(away[year]))
    side = lean() if away[nearest] else 0
    if side * away[nearest] >= 0:
        return nearest
    other = min(
        (year for year in away if side * away[year] > 0),
        key=lambda year: abs(away[year]),
        default=nearest,
    )
    return other if adverbial or abs(away[other]) <= _NEAR else nearest


def _month_and_year(asked: _Asked) -> Resolved | None:
    form, base, _ = asked
    first, last = grammar.month(form.part("m")), form.part("m2")
    year, resolution = int(form.part("y") or 0), None
    if not year:
        if base is None:
            return None
        year, resolution = base.year + (form.step or 0), _counted(form, base)
    if not last:
        return Resolved(Day(year, first), resolution)
    until = grammar.month(last)
    begin = year - (first > until)
    return Resolved(Day(begin, first), resolution, Day(year, until))


def _month(asked: _Asked) -> Resolved | None:
    form, base, lean = asked
    if base is None or not base.month:
        return None
    month, step, year = grammar.month(form.part("m")), form.step, base.year
    if step is not None:
        if step < 0 and month >= base.month:
            year -= 1
        elif step > 0 and month <= base.month:
            year += 1
        return Resolved(Day(year, month), _counted(form, base))
    # "by May" and "the March" may be a person and a walk.
    if form.words.capitalize() in ("May", "March") and not form.has("sure"):
        return None
    year = _year_of(month, 0, base, lean, form.adverbial)
    return Resolved(Day(year, month), f"the year from {_origin(base)}")


def _weekday(asked: _Asked) -> Resolved | None:
    form, base, lean = asked
    here = base.exact() if base else None
    if base is None or here is None:
        return None
    behind = (here.weekday() - grammar.weekday(form.part("w"))) % 7
    step = form.step
    if step == -1:
        offset = -(behind or 7)
    elif step == 1:
        offset = 7 - behind
    elif lean() > (-1 if step == 0 else 0):
        offset = 7 - behind if behind else 0
    else:
        offset = -behind
    return Resolved(_day_of(here + timedelta(offset)), _counted(form, base))


def _day_of(day: date) -> Day:
    return Day(day.year, day.month, day.day)


def _day(asked: _Asked) -> Resolved | None:
    form, base, _ = asked
    here = base.exact() if base else None
    if base is None or here is None:
        return None
    offset = _DAYS.get(form.words.lower(), 0)
    return Resolved(_day_of(here + timedelta(offset)), _counted(form, base))


def _period(asked: _Asked) -> Resolved | None:
    form, base, lean = asked
    step = form.step or 0
    if form.part("u") != "weekend":
        return _shifted(form, base, form.part("u"), step)
    here = base.exact() if base else None
    if base is None or here is None:
        return None
    behind = (here.weekday() - _SATURDAY) % 7  # days since the last Saturday
    if step < 0 or (step == 0 and behind > 1 and lean() < 0):
        back = behind + 7 if behind <= 1 else behind
        return _in_month(here - timedelta(back), 1, _counted(form, base))
    ahead = (0 if behind <= 1 else 7) - behind + 7 * step
    return _in_month(here + timedelta(ahead), 1, _counted(form, base))


def _closing(asked: _Asked) -> Resolved | None:
    form, base, lean = asked
    return _shifted(form, base, form.part("u"), 0) if lean() >= 0 else None


def _ago(asked: _Asked) -> Resolved | None:
    form, base, _ = asked
    count = grammar.number(form.part("n"))
    if count > 10 and count % 5 == 0:
        return None  # a round number
    return _shifted(form, base, form.part("u"), count if form.part("hence") else -count)


def _shifted(form: Form, base: Base | None, unit: str, count: int) -> Resolved | None:
    """`count` units from the base, as precise as the unit."""
    if base is None:
        return None
    resolution = _counted(form, base)
    if unit == "year":
        return Resolved(Day(base.year + count), resolution)
    if not base.month:
        return None
    if unit == "month":
        return Resolved(_months_on(base.year, base.month, count), resolution)
    if unit == "quarter":
        first = _months_on(base.year, base.month - (base.month - 1) % 3, 3 * count)
        return Resolved(first, resolution, _months_on(first.year, first.month, 2))
    here = base.exact()
    if here is None:
        return None
    if unit == "day":
        return Resolved(_day_of(here + timedelta(count)), resolution)
    monday = here - timedelta(here.weekday()) + timedelta(weeks=count)
    return _in_month(monday, 6, resolution)


def _in_month(first: date, days: int, resolution: str) -> Resolved | None:
    """The month that holds a day and the `days` after it, or else the year."""
    last = first + timedelta(days)
    if first.year != last.year:
        return None
    return Resolved(Day(first.year, first.month if first.month == last.month else 0), resolution)


def _months_on(year: int, month: int, count: int) -> Day:
    years, month = divmod(month - 1 + count, 12)
    return Day(year + years, month + 1)


def _quarter(asked: _Asked) -> Resolved | None:
    form, base, _ = asked
    year = int(form.part("y") or 0)
    if not year:
        if base is None:
            return None
        year = base.year + (form.step or 0)
    months = 6 if form.part("u") == "half" else 3
    index = int(form.part("q") or grammar.ordinal(form.part("n")))
    if index * months > 12:
        return None
    first = Day(year, (index - 1) * months + 1)
    return Resolved(first, f"“{form.words}”", _months_on(*first[:2], months - 1))


def _fiscal(asked: _Asked) -> Resolved | None:
    form, _, _ = asked
    year = form.part("y") or form.part("fy")
    return Resolved(Day(int(year) if len(year) > 2 else 2000 + int(year)), f"“{form.words}”")


def _years(asked: _Asked) -> Resolved | None:
    form, _, _ = asked
    first, second = int(form.part("y")), form.part("y2")
    last = int(second)
    if len(second) == 2:
        # "2019-12" may be a month.
        if last <= 12 and form.part("dash") == "-":
            return None
        last += first - first % 100
    if last <= first or (first < 1800 and not (form.has("from") or form.has("between"))):
        return None
    return Resolved(Day(first), None, Day(last))


def _year(asked: _Asked) -> Resolved | None:
    form, _, _ = asked
    return Resolved(Day(int(form.part("y"))))


_RESOLVERS: dict[str, Callable[[_Asked], Resolved | None]] = {
    "iso": _iso,
    "numeric": _numeric,
    "dmy": _day_and_month,
    "mdy": _day_and_month,
    "my": _month_and_year,
    "month": _month,
    "weekday": _weekday,
    "day": _day,
    "period": _period,
    "closing": _closing,
    "ago": _ago,
    "quarter": _quarter,
    "fiscal": _fiscal,
    "years": _years,
    "year": _year,
}
