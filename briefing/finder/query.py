"""What a typed line asks for: its first character may restrict the kinds."""

from __future__ import annotations

from typing import NamedTuple

RESTRICTIONS: dict[str, frozenset[str]] = {
    "@": frozenset({"person", "organisation", "place"}),
    "#": frozenset({"agreement"}),
    ">": frozenset({"document"}),
}
"""The kinds that each sign restricts a search to."""

_QUOTES = '"“”„«»'


class Query(NamedTuple):
    """The words to search for and the kinds to search among, None for all.

    A `phrase` stands in the text as it is typed; it is not the name of anything.
    """

    words: str
    kinds: frozenset[str] | None
    phrase: bool = False


def parse(line: str) -> Query:
    """The query in a line as it was typed; a quotation need not have been closed."""
    typed = line.lstrip()
    if typed.startswith(tuple(_QUOTES)):
        return Query(typed[1:].rstrip().rstrip(_QUOTES), None, phrase=True)
    kinds = RESTRICTIONS.get(typed[:1])
    return Query(typed[1:] if kinds else line, kinds)
