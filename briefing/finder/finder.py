"""Finding names while they are typed: forgiving, and the same every time.

The order: the whole name; names with what was typed as it was typed, as whole words, beginnings of
words or initials; then names with something like it. Within each of these how well it fits counts,
how often something is named, and what the caller prefers.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from contextlib import suppress
from functools import partial
from itertools import islice
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from briefing.finder.entry import Entry, Hit
from briefing.finder.fold import fold

if TYPE_CHECKING:
    from briefing.finder.found import Candidate
    from briefing.finder.index import Index

_LONGEST_QUERY = 100
_MOST_WORDS = 10
_REFINED = 40
_MERGED_AT = 4


class _Ranked(NamedTuple):
    order: tuple[float, ...]
    within: Index
    candidate: Candidate


class Finder:
    """An index of entries, searched at each key.

    It consists of a few smaller indexes, so that additions cost no more than they are. One thread
    at a time may change it, while any other searches.
    """

    def __init__(self, entries: Iterable[Entry] = ()) -> None:
        self._indexes: tuple[Index, ...] = ()
        self._weights: Mapping[int | str, float] = {}
        self.made_from = ""
        self.add(entries)

    def __len__(self) -> int:
        return sum(int(index.kept().sum()) for index in self._indexes)

    def add(self, entries: Iterable[Entry], quickly: bool = False) -> None:
        """Find these too; an entry with the key of an earlier one replaces it.

        An addition now and then takes as long as all before it; none does `quickly`, but each
        makes searching a little slower until the next.
        """
        added = {entry.key: entry for entry in entries}
        if not added:
            return
        indexes = [index.without(added.keys()) for index in self._indexes]
        # As with the digits of a number: what is small is merged with what is as small.
        while indexes and not quickly and len(indexes[-1]) <= _MERGED_AT * len(added):
            added = {entry.key: entry for entry in indexes.pop().entries()} | added
        self._become([*indexes, self._built(added.values())])

    def remove(self, keys: Iterable[int | str]) -> None:
        """Find the entries with these keys no more."""
        gone = frozenset(keys)
        if gone:
            self._become([index.without(gone) for index in self._indexes])

    def prefer(self, weights: Mapping[int | str, float]) -> None:
        """Rank entries, given by their keys, higher, as if they were named more often.

        A weight of 1 is worth 20,000 mentions. Only the last call counts.
        """
        self._weights = dict(weights)
        for index in self._indexes:
            index.prefer(self._weights)

    def _become(self, indexes: Sequence[Index]) -> None:
        """Search these from now on; until now, a search met those before."""
        weights = self._weights
        for index in indexes:
            index.prefer(weights)
        self._indexes = tuple(indexes)
        if weights is not self._weights:  # preferred in the meantime
            self.prefer(self._weights)

    def _built(self, entries: Iterable[Entry]) -> Index:
        from briefing.finder.build import build
        from briefing.finder.index import Index

        return Index(build(entries))

    def save(self, path: Path, stamp: str = "", made_from: str = "") -> None:
        """Write all to a file, with a `stamp` by which it is taken for good, and what it was made
        from, which may be older. Raises OSError.
        """
        from briefing.finder.saved import save

        self.merge()
        save(self._indexes[0].arrays, path, stamp, made_from)
        self.made_from = made_from

    @classmethod
    def load(cls, path: Path, stamp: str = "") -> Finder:
        """What `save` has written with the same `stamp`; raises SavedIndexError, OSError."""
        from briefing.finder.index import Index
        from briefing.finder.saved import load

        finder = cls()
        arrays, finder.made_from = load(path, stamp)
        finder._indexes = (Index(arrays),)
        return finder

    @classmethod
    def open(cls, path: Path, stamp: str, entries: Callable[[], Iterable[Entry]]) -> Finder:
        """What the file holds, if that is good; else what `entries` gives, which is saved there.

        A file that cannot be written is no reason not to search.
        """
        from briefing.finder.saved import SavedIndexError

        try:
            return cls.load(path, stamp)
        except (SavedIndexError, OSError):
            finder = cls(entries())
        with suppress(OSError):
            finder.save(path, stamp)
        return finder

    def merge(self) -> None:
        """Make one index of all that has been added, which is searched a little faster."""
        if len(self._indexes) != 1 or not self._indexes[0].kept().all():
            entries = [entry for index in self._indexes for entry in index.entries()]
            self._become([self._built(entries)])

    # Searching

    def search(
        self, query: str, limit: int = 50, kinds: Collection[str] | None = None
    ) -> list[Hit]:
        """The entries that fit `query`, best first; of some `kinds` only, where they are given.

        An empty query gives what is named most often. Nothing that can be typed raises.
        """
        if limit <= 0:
            return []
        query = query[:_LONGEST_QUERY]
        if not query.strip():
            return self._most_named(limit, kinds)
        words = fold(query).split()[:_MOST_WORDS]
        if not words or not self._indexes:
            return []
        ranked = self._ranked(query, words, limit, kinds)
        return self._hits(words, ranked, limit)

    def _most_named(self, limit: int, kinds: Collection[str] | None) -> list[Hit]:
        most = [
            entry
            for index in self._indexes
            for entry in islice(
                (entry for entry in index.entries() if kinds is None or entry.kind in kinds), limit
            )
        ]
        most.sort(key=lambda entry: -entry.mentions)
        return [Hit(entry, 0.0, entry.name) for entry in most[:limit]]

    def _ranked(
        self, query: str, words: list[str], limit: int, kinds: Collection[str] | None
    ) -> list[_Ranked]:
        from briefing.finder.found import Tier
        from briefing.finder.refined import refined

        typed = " ".join(words)
        count = _REFINED + 2 * limit
        indexes = self._indexes
        literal = [(index, index.literal(words, kinds)) for index in indexes]
        found = [(index, one.best(typed, Tier.LITERAL, count)) for index, one in literal]
        # What is only like it comes behind, and does not matter where there is enough.
        if sum(len(candidates) for _, candidates in found) < limit:
            found += [
                (index, index.loose(words, one).best(typed, Tier.LOOSE, count))
                for index, one in literal
            ]
        place = {id(index): number for number, index in enumerate(indexes)}
        ranked = [
            _Ranked((-one.tier, -one.strength, place[id(index)], one.form), index, one)
            for index, candidates in found
            for one in refined(query, words, index.arrays, candidates)
        ]
        ranked.sort(key=itemgetter(0))
        return ranked

    def _hits(self, words: list[str], ranked: list[_Ranked], limit: int) -> list[Hit]:
        from briefing.finder.matched import marks, shown

        hits: dict[tuple[int, int], Hit] = {}
        for _, index, candidate in ranked:
            entry = int(index.arrays.form_entries[candidate.form])
            if (id(index), entry) in hits:
                continue
            score = round(candidate.tier + min(max(candidate.strength, 0.0), 1.9) / 2, 4)
            hits[id(index), entry] = Hit(
                index.arrays.entry(entry),
                score,
                shown(index, candidate),
                partial(marks, words, index, candidate),
            )
            if len(hits) == limit:
                break
        return list(hits.values())
