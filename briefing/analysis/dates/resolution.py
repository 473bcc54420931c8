"""From the words of a date to the calendar."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import NamedTuple

from briefing.analysis.dates import grammar
from briefing.analysis.dates.forms import Base, Day, Form, Resolved, valid

Lean = Callable[[], int]
"""-1 where the words stand in a clause about the past, 1 about the future, 0 where it is open."""

_NEAR = 275
"""Days within which tense decides about the missing year of a date that is not the verb's own:
"met to prepare the December 18 talks" in November speaks of the coming ones."""

_SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9}
_SATURDAY = 5
_NAMED_DAYS = ((9, 11), (1, 6))
"""September 11 and January 6 without a year are those of 2001 and 2021, unless they are near."""
_NEAR_NAMED = 60  # days
_DAYS = {
    "the day before yesterday": -2,
    "yesterday": -1,
    "last night": -1,
    "tomorrow": 1,
    "the day after tomorrow": 2,
}


class _Asked(NamedTuple):
    form: Form
    base: Base | None
    lean: Lean


def resolve(form: Form, base: Base | None, lean: Lean) -> Resolved | None:
    """The date of `form`; None where there is no such day, or no `base` to count from."""
    return _RESOLVERS[form.name](_Asked(form, base, lean))


def _counted(form: Form, base: Base) -> str:
    return f"“{form.words}”, counted from {_origin(base)}"


def _origin(base: Base) -> str:
    return f"the dateline, {base.iso()}" if base.dateline else f"the document's date, {base.iso()}"


def _iso(asked: _Asked) -> Resolved | None:
    form, _, _ = asked
    day = Day(int(form.part("y")), int(form.part("m")), int(form.part("d")))
    return Resolved(day) if valid(*day) else None


def _numeric(asked: _Asked) -> Resolved | None:
    """25/12/2019 can be read in one way only; of 03/04/2026 no more than the year is sure."""
    form, _, _ = asked
    a, b, year = int(form.part("a")), int(form.part("b")), int(form.part("y"))
    if a <= 12 and b <= 12 and a != b:
        if form.part("s") != "/" or not a or not b:
            return None  # it may be a version
        first, second = Day(year, b, a).iso(), Day(year, a, b).iso()
        return Resolved(Day(year), f"“{form.words}” may be {first} or {second}")
    month, day = (b, a) if a > 12 else (a, b)
    return Resolved(Day(year, month, day)) if valid(year, month, day) else None


def _day_and_month(asked: _Asked) -> Resolved | None:
    form, base, lean = asked
    month, day = grammar.month(form.part("m")), int(form.part("d"))
    last = 0 if form.name == "list" else int(form.part("d2") or 0)
    resolution = None
    year = int(form.part("y") or 0)
    if not year:
        if base is None:
            return None
        step = form.step
        if step is None:
            year = _year_of(month, day, base, lean, form.adverbial)
            if (month, day) in _NAMED_DAYS and not _is_near(date(year, month, day), base):
                return None
            resolution = f"the year from {_origin(base)}"
        else:
            year = base.year + step
            resolution = _counted(form, base)
    if not valid(year, month, day) or (last and (last <= day or not valid(year, month, last))):
        return None
    until = Day(year, month, last) if last else None
    more = tuple(
        (Day(year, month, int(number)), start, end)
        for number, start, end in (form.numbers("more") if form.name == "mdy" else ())
        if valid(year, month, int(number))
    )
    return Resolved(Day(year, month, day), resolution, until, more)


def _is_near(day: date, base: Base) -> bool:
    here = date(base.year, base.month, base.day or 15) if base.month else None
    return here is not None and abs((day - here).days) <= _NEAR_NAMED


def _year_of(month: int, day: int, base: Base, lean: Lean, adverbial: bool = False) -> int:
    """The year of a day and month that are given without one (day 0: of a month)."""
    if not base.month:
        return base.year
    here = date(base.year, base.month, base.day or 15)
    day = day or min(base.day or 15, 28)
    if month == 2 and day == 29:
        day = 28
    if not valid(base.year, month, day):
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
        return _days_from(here - timedelta(back), 1, _counted(form, base))
    ahead = (0 if behind <= 1 else 7) - behind + 7 * step
    return _days_from(here + timedelta(ahead), 1, _counted(form, base))


def _closing(asked: _Asked) -> Resolved | None:
    form, base, lean = asked
    return _shifted(form, base, form.part("u"), 0) if lean() >= 0 else None


def _ago(asked: _Asked) -> Resolved | None:
    form, base, _ = asked
    count = grammar.number(form.part("n"))
    if count > 10 and count % 5 == 0:
        return None  # a round number
    if base and form.part("day") == "today" and form.part("u") == "year":
        year = base.year - count
        if valid(year, base.month, base.day):
            return Resolved(Day(year, base.month, base.day), _counted(form, base))
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
    return _days_from(monday, 6, resolution)


def _days_from(first: date, days: int, resolution: str) -> Resolved:
    """A day and the `days` after it."""
    return Resolved(_day_of(first), resolution, _day_of(first + timedelta(days)))


def _months_on(year: int, month: int, count: int) -> Day:
    years, month = divmod(month - 1 + count, 12)
    return Day(year + years, month + 1)


def _season(asked: _Asked) -> Resolved | None:
    """The year of a season; its months depend on where one is."""
    form, base, _ = asked
    year, step = int(form.part("y") or 0), form.step
    if year:
        return Resolved(Day(year), f"“{form.words}”")
    if base is None or not base.month or step is None:
        return None
    begins = _SEASONS[form.part("s")]
    year = base.year
    if step < 0 and base.month < begins + 3:
        year -= 1
    elif step > 0 and base.month >= begins:
        year += 1
    return Resolved(Day(year), _counted(form, base))


def _quarter(asked: _Asked) -> Resolved | None:
    form, base, _ = asked
    year = int(form.part("y") or 0)
    if not year:
        if base is None:
            return None
        year = base.year + (form.step or 0)
    half = form.part("h")
    months = 6 if half or form.part("u") == "half" else 3
    index = int(half or form.part("q") or grammar.ordinal(form.part("n")))
    if index * months > 12:
        return None
    first = Day(year, (index - 1) * months + 1)
    return Resolved(first, f"“{form.words}”", _months_on(*first[:2], months - 1))


def _coming(asked: _Asked) -> Resolved | None:
    """A quarter without a year: the next one, or of those that have begun the last."""
    form, base, lean = asked
    if base is None or not base.month or not lean() or (lean() < 0 and not form.part("q")):
        return None  # what was in "the third quarter" may be of a match
    index = int(form.part("q") or grammar.ordinal(form.part("n")))
    begins, year = 3 * index - 2, base.year
    if lean() > 0 and begins + 2 < base.month:
        year += 1
    elif lean() < 0 and begins > base.month:
        year -= 1
    return Resolved(Day(year, begins), _counted(form, base), Day(year, begins + 2))


def _within(asked: _Asked) -> Resolved | None:
    """The end of a term that begins on the day of the document."""
    form, base, lean = asked
    if lean() <= 0:
        return None
    return _shifted(form, base, form.part("u"), grammar.number(form.part("n")))


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
    "list": _day_and_month,
    "dmy": _day_and_month,
    "mdy": _day_and_month,
    "my": _month_and_year,
    "month": _month,
    "weekday": _weekday,
    "day": _day,
    "period": _period,
    "season": _season,
    "closing": _closing,
    "ago": _ago,
    "quarter": _quarter,
    "coming": _coming,
    "within": _within,
    "fiscal": _fiscal,
    "years": _years,
    "year": _year,
}
