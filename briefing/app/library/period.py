"""A stretch of time that the reader names: "2021", "2021-05..2023", "..2022"."""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATE = r"\d{4}(?:-\d{2}(?:-\d{2})?)?"
_PERIOD = re.compile(rf"\s*({_DATE})?\s*(\.\.)?\s*({_DATE})?\s*")


@dataclass(frozen=True, slots=True)
class Period:
    """From a date on, and up to and with another; each as precise as it was typed, or open."""

    first: str = ""
    last: str = ""

    def __contains__(self, date: object) -> bool:
        if not isinstance(date, str) or not date:
            return False
        # "2021" lies in "2021-05..", as far as one can know.
        late = date[: len(self.first)] >= self.first[: len(date)]
        return late and (not self.last or date[: len(self.last)] <= self.last)

    def __str__(self) -> str:
        if self.first == self.last:
            return self.first
        return f"{self.first}..{self.last}"


def parse(text: str) -> Period | None:
    """The period that is typed; None where it is none. Nothing typed is no period either."""
    match = _PERIOD.fullmatch(text)
    if match is None or not text.strip():
        return None
    first, dots, last = match.groups()
    if not dots:
        return Period(first, first) if first and not last else None
    return Period(first or "", last or "") if first or last else None
