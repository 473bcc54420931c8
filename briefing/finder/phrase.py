"""Words one after the other, as one types them, in a text of any length: each place they stand.

White space in the phrase stands for any white space in the text. A phrase in small letters is
found in capitals too; one with a capital letter is taken as it is. Straight quotation marks and
hyphens are found where the text has typographic ones. Time grows with the text alone.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_right

from briefing.finder.matches import Matches, all_of

_SLICE = 1 << 14
"""Code points that are read at a time, in far less than 10 ms whatever they are."""

_GAP = re.compile(r"\s{2,}|[^\S ]")  # white space that is not a single space
_SPACES = re.compile(r"\s*")
_ALIKE = (("‘", "'"), ("’", "'"), ("“", '"'), ("”", '"'), ("\u2010", "-"), ("\u2011", "-"))


def _plain(text: str) -> str:
    """`text` with straight quotation marks and hyphens, code point for code point."""
    if not text.isascii():
        for typographic, straight in _ALIKE:
            text = text.replace(typographic, straight)
    return text


def _small(text: str) -> str:
    """`text` in small letters, code point for code point."""
    # The one letter that becomes two, and the one that depends on what stands after it.
    return text.replace("İ", "i").lower().replace("ς", "σ")


class Haystack:
    """A text made ready to be searched: with single spaces, as it is and in small letters.

    `prepare` is called until it is ready, so that other work can be done in between.
    """

    def __init__(self, text: str) -> None:
        self.exact = self.small = ""
        self._text = text
        self._read = 0
        self._parts: list[tuple[str, str]] = []
        # From each of these places on, so many code points of the text have been left out.
        self._places, self._left_out = array("q", [0]), array("q", [0])

    @property
    def ready(self) -> bool:
        """Whether the whole text has been read."""
        return not self._parts and self._read == len(self._text)

    def prepare(self) -> None:
        """Read a slice more of the text."""
        text, begin = self._text, self._read
        if begin == len(text):
            self.exact = "".join(exact for exact, _ in self._parts)
            self.small = "".join(small for _, small in self._parts)
            self._parts.clear()
            return
        # No run of white space is cut in two.
        end = _end_of_space(text, min(begin + _SLICE, len(text)))
        left_out, kept = self._left_out[-1], []
        for gap in _GAP.finditer(text, begin, end):
            kept.append(text[begin : gap.start()])
            begin = gap.end()
            if (more := begin - gap.start() - 1) > 0:
                self._places.append(gap.start() - left_out + 1)
                left_out += more
                self._left_out.append(left_out)
        kept.append(text[begin:end])
        exact = _plain(" ".join(kept))
        self._parts.append((exact, _small(exact)))
        self._read = end

    def offset(self, place: int) -> int:
        """The code point of the text that stands at a place of the strings to be searched."""
        return place + self._left_out[bisect_right(self._places, place) - 1]


def _end_of_space(text: str, at: int) -> int:
    found = _SPACES.match(text, at)
    return found.end() if found else at


class PhraseSearch:
    """Looks for a phrase, a slice of the text at a time."""

    def __init__(self, haystack: Haystack, phrase: str) -> None:
        words = _plain(" ".join(phrase.split()))
        self._any_case = words == words.lower()
        self._needle = _small(words) if self._any_case else words
        self._haystack = haystack
        self._read = 0
        self.matches = Matches()

    @property
    def done(self) -> bool:
        """Whether all matches have been found."""
        ready = self._haystack.ready
        return not self._needle or (ready and self._read >= len(self._haystack.exact))

    def advance(self) -> None:
        """Search a slice more of the text, or make it ready to be searched."""
        if not self._haystack.ready:
            self._haystack.prepare()
            return
        text = self._haystack.small if self._any_case else self._haystack.exact
        size, place = len(self._needle), self._haystack.offset
        stop = min(self._read + _SLICE, len(text))
        at = self._read
        while (found := text.find(self._needle, at, stop + size - 1)) >= 0:
            at = found + size
            self.matches.add(place(found), place(at - 1) + 1)
        self._read = max(at, stop)


def find(text: str, phrase: str) -> Matches:
    """Each place where a phrase stands in a text."""
    return all_of(PhraseSearch(Haystack(text), phrase))
