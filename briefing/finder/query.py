"""What a typed line asks for: its first character may restrict the kinds."""

from __future__ import annotations

from typing import NamedTuple

RESTRICTIONS: dict[str, frozenset[str]] = {
    "@": frozenset({"person", "organisation", "place"}),
    "#": frozenset({"agreement"}),
    ">": frozenset({"document"}),
}
"""The kinds that each sign restricts a search to."""


class Query(NamedTuple):
    """The words to search for and the kinds to search among, None for all."""

    words: str
    kinds: frozenset[str] | None


def parse(line: str) -> Query:
    """The query in a line as it was typed."""
    typed = line.lstrip()
    kinds = RESTRICTIONS.get(typed[:1])
    return Query(typed[1:] if kinds else line, kinds)
