"""The finder as the measuring scripts call it: names in, a search that gives names out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from briefing.finder import Entry, Finder


def factory(names: Sequence[str], mentions: Sequence[int]) -> Callable[[str, int], list[str]]:
    """A search over `names`, which are named as often as `mentions` says."""
    finder = Finder(
        Entry(key, name, "name", mentions=count)
        for key, (name, count) in enumerate(zip(names, mentions, strict=True))
    )
    return lambda query, limit: [hit.entry.name for hit in finder.search(query, limit)]
