"""Keys of each kind, those with the highest count first, kept in order while counts change."""

from __future__ import annotations

from bisect import bisect_left, insort

from briefing.library.links import Key

_MANY = 1000  # changes from which putting all in order anew is quicker


class Ranking:
    """Counts of keys, whose first part is their kind. A key whose count is 0 is not there."""

    def __init__(self) -> None:
        self._counts: dict[str, dict[Key, int]] = {}
        self._ordered: dict[str, list[tuple[int, Key]]] = {}
        self._moved: dict[str, dict[Key, int]] = {}

    def __len__(self) -> int:
        return sum(map(len, self._counts.values()))

    def count(self, key: Key, times: int) -> None:
        """From now on `key` counts so much."""
        counts = self._counts.setdefault(key[0], {})
        before = counts.get(key, 0)
        if times == before:
            return
        self._moved.setdefault(key[0], {}).setdefault(key, before)
        if times:
            counts[key] = times
        else:
            del counts[key]

    def ordered(self, kind: str) -> list[Key]:
        """The keys of a kind; those whose count has changed find a new place."""
        ordered = self._ordered.setdefault(kind, [])
        counts, moved = self._counts.get(kind, {}), self._moved.pop(kind, {})
        if len(moved) > _MANY:
            ordered[:] = sorted((-times, key) for key, times in counts.items())
            return [key for _, key in ordered]
        for key, before in moved.items():
            if before:
                del ordered[bisect_left(ordered, (-before, key))]
            if key in counts:
                insort(ordered, (-counts[key], key))
        return [key for _, key in ordered]
