"""A line, or a field of metadata, that is a date and nothing else."""

from __future__ import annotations

import re

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?![\d-])")
_NAMES = "january february march april may june july august september october november december"
_MONTHS = _NAMES.split()
_MONTH = {month[:3]: number for number, month in enumerate(_MONTHS, 1)}
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,?\s+)?"
_WRITTEN_MONTH = rf"({'|'.join(_MONTHS)}|{'|'.join(_MONTH)})\.?"
_DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
_WRITTEN = re.compile(
    rf"\s*{_WEEKDAY}(?:{_WRITTEN_MONTH}\s+{_DAY},?\s+|{_DAY}\s+{_WRITTEN_MONTH},?\s+)(\d{{4}})\.?\s*",
    re.IGNORECASE,
)


def iso_prefix(text: str) -> str | None:
    """The ISO date `text` begins with, as precise as it is: 2019, 2019-11, 2019-11-24."""
    match = _ISO.match(text.strip())
    if match is None or not _possible(match[2], match[3]):
        return None
    return match[0]


def read_date(line: str) -> str | None:
    """The ISO date of a line such as "Friday, January 4, 2019"; None if it says anything else."""
    match = _WRITTEN.fullmatch(line[:60])
    if match is None:
        whole = iso_prefix(line)
        return whole if whole == line.strip() and len(whole) > 4 else None
    month = _MONTH[(match[1] or match[4])[:3].lower()]
    day = int(match[2] or match[3])
    return f"{match[5]}-{month:02}-{day:02}" if 1 <= day <= 31 else None


def _possible(month: str | None, day: str | None) -> bool:
    return (month is None or 1 <= int(month) <= 12) and (day is None or 1 <= int(day) <= 31)
