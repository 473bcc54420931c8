"""Words one after the other, each with a slip or two, in a text of any length."""

from __future__ import annotations

import re
from array import array
from collections.abc import Iterable
from typing import NamedTuple

from briefing.finder.fold import fold
from briefing.finder.matches import Matches

_SLICE = 1 << 13
"""Code points that are read at a time, and words that are searched."""
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")


class _Place(NamedTuple):
    number: int  # of the word in the vocabulary
    start: int
    end: int


class Words:
    """The words of a text in order, each a number in its vocabulary: `prepare` until `ready`."""

    def __init__(self, text: str) -> None:
        self.vocabulary: dict[str, int] = {}
        self._text = text
        self._read = 0
        self._numbers, self._starts, self._ends = array("I"), array("q"), array("q")

    @property
    def ready(self) -> bool:
        """Whether the whole text has been read."""
        return self._read >= len(self._text)

    def __len__(self) -> int:
        return len(self._numbers)

    def __getitem__(self, index: int) -> _Place:
        return _Place(self._numbers[index], self._starts[index], self._ends[index])

    def prepare(self) -> None:
        """Read a slice more of the text."""
        end = self._read + _SLICE
        for found in _WORD.finditer(self._text, self._read):
            if found.start() >= end:
                break
            number = self.vocabulary.setdefault(fold(found[0]), len(self.vocabulary))
            self._numbers.append(number)
            self._starts.append(found.start())
            self._ends.append(found.end())
            end = max(end, found.end())
        self._read = end


class ResemblingSearch:
    """Looks for words that are typed, or nearly so; the last one may be half typed.

    One slip is forgiven in a word of three to six letters, two in a longer one: a letter left
    out, added, changed, or two that changed places (optimal string alignment). None is forgiven
    where there are digits.
    """

    def __init__(self, words: Words, typed: str) -> None:
        self.matches = Matches()
        self._words = words
        self._typed = [folded for found in _WORD.findall(typed) if (folded := fold(found))]
        self._meant: list[frozenset[int]] = []
        self._at = 0

    @property
    def done(self) -> bool:
        """Whether all matches have been found."""
        return not self._typed or (self._words.ready and self._at >= len(self._words))

    def advance(self) -> None:
        """Read a slice more of the text, or see which words are meant, or where they stand."""
        if not self._words.ready:
            self._words.prepare()
        elif len(self._meant) < len(self._typed):
            last = len(self._meant) == len(self._typed) - 1
            word = self._typed[len(self._meant)]
            self._meant.append(frozenset(_meant(word, self._words.vocabulary, last)))
        else:
            self._search()

    def _search(self) -> None:
        words, meant = self._words, self._meant
        stop = min(self._at + _SLICE, len(words))
        while self._at < stop:
            first = self._at
            beyond = first + len(meant)
            if words[first].number in meant[0] and (
                beyond <= len(words)
                and all(words[first + at].number in meant[at] for at in range(1, len(meant)))
            ):
                self.matches.add(words[first].start, words[beyond - 1].end)
                self._at = beyond
            else:
                self._at += 1


def _meant(typed: str, vocabulary: dict[str, int], half: bool) -> Iterable[int]:
    """The numbers of words that are `typed`, or nearly; or begin so, where that is `half` typed."""
    from rapidfuzz.distance import OSA
    from rapidfuzz.process import extract_iter

    size = len(typed)
    slips = 0 if size < 3 or any(map(str.isdigit, typed)) else 1 if size < 7 else 2
    if not half:
        near = extract_iter(typed, list(vocabulary), scorer=OSA.distance, score_cutoff=slips)
        yield from (vocabulary[word] for word, _, _ in near)
        return
    for cut in range(size - slips, size + slips + 1) if slips else (size,):
        begun = [word[:cut] for word in vocabulary]
        numbers = list(vocabulary.values())
        near_ = extract_iter(typed, begun, scorer=OSA.distance, score_cutoff=slips)
        yield from (numbers[at] for _, _, at in near_)
