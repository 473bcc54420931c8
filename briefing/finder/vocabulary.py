"""The distinct words of all names, and which of them a word that is being typed may mean.

Comparing with words instead of names keeps a key stroke cheap: there are fewer of them, and what
was found for a word holds while the next one is typed. Arrays of the words' letters leave few of
them to be compared at all.
"""

from __future__ import annotations

from bisect import bisect_left
from functools import cache, lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA, LCSseq
from rapidfuzz.process import cdist

from briefing.finder.texts import Numbers, Rows, rows, starts_of

STOP_WORDS = frozenset(
    {"a", "an", "and", "at", "by", "de", "der", "du", "for", "from"}
    | {"in", "la", "of", "on", "or", "the", "to", "und", "with"}
)
"""Words that say little: they count less, and nothing is a slip for one of them."""

WHOLE_WORD = 0.84
"""How well a word fits that was typed to its end; one that begins so fits from 0.70 to 0.80."""

_MOST_INEXACT = 3_000
_LONGEST_CUT = 12
_CHUNK = 1 << 14

Masks = NDArray[np.uint32]
"""A bit for each letter that occurs."""


class Meant(NamedTuple):
    """Words by their numbers, each once and in order, and how well each fits, at most 1."""

    words: Rows
    strengths: NDArray[np.float32]


class Vocabulary:
    """Words, sorted, and the search among them. A word is known by its number."""

    def __init__(self, words: list[str]) -> None:
        self.words = words
        self.lengths = np.fromiter(map(len, words), np.uint16, len(words))
        self.masks = np.zeros(len(words), np.uint32)
        self._pairs = np.zeros(len(words), np.uint64)
        # The letters with which the words begin, up to each length.
        self._beginnings = np.zeros((_LONGEST_CUT + 1, len(words)), np.uint32)
        self._first, self._second = np.zeros((2, len(words)), np.uint16)
        # How many letters a word begins with like the word before.
        self._shared = np.zeros(len(words), np.uint8)
        # In pieces, which need little room besides.
        for start in range(0, len(words), _CHUNK):
            self._read(slice(start, min(start + _CHUNK, len(words))))
        places = (bisect_left(words, word) for word in sorted(STOP_WORDS))
        self._stop_words = [at for at in places if words[at : at + 1] and words[at] in STOP_WORDS]
        # A method cannot be cached by word alone: each vocabulary has a cache of its own.
        self.meant = lru_cache(maxsize=64)(self._meant)
        self._beginning_once = lru_cache(maxsize=8)(self._beginning_once_)

    def _read(self, chunk: slice) -> None:
        """Note the letters of some of the words."""
        words = self.words[chunk]
        letters = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32)
        starts = starts_of(self.lengths[chunk], len(words))[:-1]
        self.masks[chunk] = np.bitwise_or.reduceat(_bits(letters), starts)
        # A pair of letters that spans two words only lets one more be compared.
        pairs = _pairs(np.append(letters, np.uint32(0)))
        self._pairs[chunk] = np.bitwise_or.reduceat(pairs, starts)
        cut = np.array(words, f"U{_LONGEST_CUT}").view(np.uint32).reshape(-1, _LONGEST_CUT)
        bits = np.where(cut > 0, _bits(cut), np.uint32(0)).T
        np.bitwise_or.accumulate(bits, axis=0, out=self._beginnings[1:, chunk])
        self._first[chunk], self._second[chunk] = cut[:, 0], cut[:, 1]
        same = np.minimum.accumulate(cut[1:] == cut[:-1], axis=1).sum(axis=1)
        self._shared[chunk.start + 1 : chunk.stop] = same

    def beginning(self, typed: str) -> range:
        """The words that begin with `typed`. A word that is `typed` itself comes first."""
        start = bisect_left(self.words, typed)
        # The last code point is no letter: no word holds it.
        end = bisect_left(self.words, typed + "\U0010ffff", lo=start)
        return range(start, end)

    def strengths(self, typed: str, found: range) -> NDArray[np.float32]:
        """How well each of the words that begin with `typed` fits."""
        lengths = self.lengths[found.start : found.stop]
        strengths = (0.70 + 0.10 * len(typed) / lengths).astype(np.float32)
        if found and self.words[found.start] == typed and typed not in STOP_WORDS:
            strengths[0] = WHOLE_WORD
        return strengths

    def _meant(self, typed: str, apart: bool = False) -> Meant:
        """The words that `typed` may mean, whether it is typed well or not.

        Its letters may also stand `apart` in a word.
        """
        if apart and len(typed) >= 3:
            return _best([self.meant(typed), self._scattered(typed)])
        found = self.beginning(typed)
        begun = Meant(np.arange(found.start, found.stop), self.strengths(typed, found))
        if len(typed) < 3:
            return begun
        return _best([begun, self._mistyped(typed), self._inside(typed)])

    def _mistyped(self, typed: str) -> Meant:
        """Words within one slip, from seven letters on two, also while they are half typed.

        The distance is that of optimal string alignment, so that two letters swapped are one slip.
        """
        length = len(typed)
        if typed.isdigit():
            return _NOTHING
        slips = 1 if length <= 6 else 2
        longest = length + slips
        # Words that begin with the same letters are compared once, by the first of them.
        firsts, starts = self._beginning_once(longest)
        near = self._near(typed, slips, firsts)
        beginnings = [self.words[number][:longest] for number in near.tolist()]
        # A beginning of another length is as many slips away at least: compare those few only.
        least = _distances(typed, [beginning[:length] for beginning in beginnings], 2 * slips)
        likely = np.flatnonzero(least <= 2 * slips)
        near, least = near[likely], least[likely]
        beginnings = [beginnings[at] for at in likely.tolist()]
        for cut in (*range(length - 1, length), *range(length + 1, longest + 1)):
            others = [beginning[:cut] for beginning in beginnings]
            np.minimum(least, _distances(typed, others, slips), out=least)
        close = least <= slips
        words, counts = rows(starts, np.searchsorted(starts, near[close]))
        distances = np.repeat(least[close], counts).astype(np.float32)
        whole = np.full(len(words), slips + 1, np.uint16)
        few = np.flatnonzero(self.lengths[words] <= longest)
        whole[few] = _distances(typed, [self.words[at] for at in words[few].tolist()], slips)
        rest = np.clip((self.lengths[words].astype(np.float32) - length) / 8, 0, 1)
        strengths = np.maximum(
            np.where(whole <= slips, 0.81 - 0.70 * whole / length, 0),
            0.84 - distances / length - 0.04 * rest,
        )
        strengths -= 0.05 * (self._first[words] != ord(typed[0]) & 0xFFFF)
        strengths -= 0.08 * (length <= 4)
        meant = ~np.isin(words, self._stop_words)
        return Meant(words[meant], strengths[meant].astype(np.float32))

    def _beginning_once_(self, length: int) -> tuple[NDArray[np.bool_], Numbers]:
        """Which words are the first with their first so many letters, and their numbers; then
        how many words there are.
        """
        firsts = self._shared < length
        return firsts, np.append(np.flatnonzero(firsts), len(self.words)).astype(np.uint32)

    def _near(self, typed: str, slips: int, firsts: NDArray[np.bool_]) -> Rows:
        """Which of the words `firsts` may begin with `typed` but for so many slips."""
        letters = letter_mask(typed)
        first, second = ord(typed[0]) & 0xFFFF, ord(typed[1]) & 0xFFFF
        start = (self._first == first) | (self._second == second)
        start |= (self._second == first) | (self._first == second)
        near = np.flatnonzero(start & firsts & (self.lengths >= len(typed) - slips))
        # A slip changes at most one letter of either.
        longest = len(typed) + slips
        most = self.masks if longest > _LONGEST_CUT else self._beginnings[longest]
        near = near[np.bitwise_count(letters & ~most[near]) <= slips]
        least = self._beginnings[min(_LONGEST_CUT, len(typed) - 1)]
        close: Rows = near[np.bitwise_count(least[near] & ~letters) <= slips]
        return close

    def _inside(self, typed: str) -> Meant:
        pairs = np.bitwise_or.reduce(_pairs(np.frombuffer(typed.encode("utf-32-le"), np.uint32)))
        letters = letter_mask(typed)
        holding = np.flatnonzero(
            ((self._pairs & pairs) == pairs) & ((self.masks & letters) == letters)
        ).tolist()
        inside = np.array(
            [number for number in holding if self.words[number].find(typed, 1) > 0], np.int64
        )
        strengths = 0.42 + 0.22 * len(typed) / self.lengths[inside]
        return Meant(inside, strengths.astype(np.float32))

    def _scattered(self, typed: str) -> Meant:
        """Words with the same first letter that hold the others in their order."""
        letters = letter_mask(typed)
        first = self.beginning(typed[0])
        holding = first.start + np.flatnonzero(
            (self.masks[first.start : first.stop] & letters) == letters
        )
        common = cdist(
            [typed],
            [self.words[number] for number in holding.tolist()],
            scorer=LCSseq.similarity,
            score_cutoff=len(typed),
            dtype=np.uint16,
        )
        scattered = holding[np.flatnonzero(common[0])] if len(holding) else holding
        strengths = 0.44 + 0.29 * len(typed) / self.lengths[scattered]
        return Meant(scattered, strengths.astype(np.float32))


_NOTHING = Meant(np.zeros(0, np.int64), np.zeros(0, np.float32))


def _best(ways: list[Meant]) -> Meant:
    """Each word by the way that fits it best; the weakest are left out where there are many."""
    words = np.concatenate([way.words for way in ways])
    strengths = np.concatenate([way.strengths for way in ways])
    order = np.lexsort((-strengths, words))
    words, strengths = words[order], strengths[order]
    once = np.ones(len(words), np.bool_)
    once[1:] = words[1:] != words[:-1]
    words, strengths = words[once], strengths[once]
    most = len(ways[0].words) + _MOST_INEXACT
    if len(words) > most:
        strongest = np.sort(np.argsort(-strengths, kind="stable")[:most])
        words, strengths = words[strongest], strengths[strongest]
    return Meant(words, strengths)


def _distances(typed: str, words: list[str], slips: int) -> NDArray[np.uint16]:
    """How many slips make each word of `typed`; more than `slips` where there are more."""
    if not words:
        return np.zeros(0, np.uint16)
    distances: NDArray[np.uint16] = cdist(
        [typed], words, scorer=OSA.distance, score_cutoff=slips, dtype=np.uint16
    )[0]
    return distances


def _bits(letters: NDArray[np.uint32]) -> Masks:
    """A bit for each letter: its own from a to z, shared ones for digits and other letters."""
    bits: Masks = _table()[letters & 0xFFFF]
    return bits


@cache
def _table() -> Masks:
    letters = np.arange(1 << 16, dtype=np.uint32)
    place = 30 + (letters & 1)
    digits, latin = slice(ord("0"), ord("9") + 1), slice(ord("a"), ord("z") + 1)
    place[digits] = 26 + (letters[digits] & 3)
    place[latin] = letters[latin] - ord("a")
    bits: Masks = np.left_shift(np.uint32(1), place, dtype=np.uint32)
    return bits


def _pairs(letters: NDArray[np.uint32]) -> NDArray[np.uint64]:
    """One of 64 bits for each letter and the one after it."""
    place = (letters[:-1] * 37 + letters[1:] * 5) & 63
    return np.left_shift(np.uint64(1), place.astype(np.uint64))


def letter_mask(typed: str) -> np.uint32:
    """The letters of a word as bits."""
    mask: np.uint32 = np.bitwise_or.reduce(
        _bits(np.frombuffer(typed.encode("utf-32-le"), np.uint32))
    )
    return mask
