"""The distinct words of all names, and which of them a word that is being typed may mean.

Comparing with words instead of names keeps a key stroke cheap: there are fewer of them, and what
was found for a word holds while the next one is typed.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

STOP_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "de", "der", "du", "for", "from"}
    | {"in", "la", "of", "on", "or", "the", "to", "und", "with"}
)
"""Words that say little: they count less, and nothing is a slip for one of them."""

_MOST_INEXACT = 400


class Tier(IntEnum):
    """How a query was met. A higher tier always comes first."""

    PARTLY = 0
    SCATTERED = 1
    MISTYPED = 2
    WORDS = 3
    INITIALS = 4
    PREFIX = 5
    EXACT = 6


class Match(NamedTuple):
    """How well a typed word fits a word; `strength` is at most 1."""

    tier: Tier
    strength: float


class Vocabulary:
    """Words, and the search among them."""

    def __init__(self, words: Iterable[str]) -> None:
        self.words = sorted(set(words))
        self._cuts: dict[int, list[str]] = {}
        # A method cannot be cached by word alone: each vocabulary has a cache of its own.
        self.matches = lru_cache(maxsize=256)(self._matches)

    def _matches(self, typed: str) -> dict[int, Match]:
        """The words that `typed` may mean, by their index, the likeliest first."""
        found = self._prefixed(typed)
        if len(typed) >= 3:
            for inexact in (self._mistyped(typed), self._inside(typed), self._scattered(typed)):
                for index, match in inexact.items():
                    if index not in found or found[index] < match:
                        found[index] = match
        likeliest = sorted(found.items(), key=lambda item: (-item[1].tier, -item[1].strength))
        exact = sum(match.tier >= Tier.WORDS for match in found.values())
        return dict(likeliest[: exact + _MOST_INEXACT])

    def _prefixed(self, typed: str) -> dict[int, Match]:
        found = {}
        index = bisect_left(self.words, typed)
        while index < len(self.words) and self.words[index].startswith(typed):
            share = len(typed) / len(self.words[index])
            found[index] = Match(Tier.WORDS, 1.0 if share == 1 else 0.70 + 0.075 * share)
            index += 1
        return found

    def _mistyped(self, typed: str) -> dict[int, Match]:
        """Words within one slip, from seven letters on two, also while they are half typed.

        The distance is that of optimal string alignment, so that two letters swapped are one slip.
        """
        length = len(typed)
        if typed.isdigit():
            return {}
        from rapidfuzz.distance import OSA
        from rapidfuzz.process import extract

        slips = 1 if length <= 6 else 2
        distances: dict[int, int] = {}
        for cut in (length, length + 1, length - 1):
            for _, distance, index in extract(
                typed, self._cut(cut), scorer=OSA.distance, score_cutoff=slips, limit=None
            ):
                distances[index] = min(distance, distances.get(index, distance))
        found = {}
        for index, distance in distances.items():
            word = self.words[index]
            if word in STOP_WORDS:
                continue
            whole = int(OSA.distance(typed, word, score_cutoff=slips))
            if whole <= slips:
                strength = 0.81 - 0.70 * whole / length
            else:
                rest = min(1.0, max(0, len(word) - length) / 8)
                strength = 0.84 - distance / length - 0.04 * rest
            if word[0] != typed[0]:
                strength -= 0.05
            if length <= 4:
                strength -= 0.08
            found[index] = Match(Tier.MISTYPED, strength)
        return found

    def _cut(self, length: int) -> list[str]:
        if length not in self._cuts:
            self._cuts[length] = [word[:length] for word in self.words]
        return self._cuts[length]

    def _inside(self, typed: str) -> dict[int, Match]:
        return {
            index: Match(Tier.MISTYPED, 0.42 + 0.22 * len(typed) / len(word))
            for index, word in enumerate(self.words)
            if typed in word and not word.startswith(typed)
        }

    def _scattered(self, typed: str) -> dict[int, Match]:
        """Words with the same first letter that hold the others in their order."""
        from rapidfuzz.distance import LCSseq
        from rapidfuzz.process import extract

        start, end = (
            bisect_left(self.words, typed[0]),
            bisect_left(self.words, typed[0] + "\U0010ffff"),
        )
        scattered = extract(
            typed,
            self.words[start:end],
            scorer=LCSseq.similarity,
            score_cutoff=len(typed),
            limit=None,
        )
        return {
            start + index: Match(Tier.SCATTERED, 0.44 + 0.29 * len(typed) / len(word))
            for word, _, index in scattered
        }
