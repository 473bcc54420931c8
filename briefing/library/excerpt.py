"""Where words stand in a text, each place with the line around it."""

from __future__ import annotations

from dataclasses import dataclass

from briefing.document import Document, Span, field
from briefing.finder.phrase import Haystack, PhraseSearch

MOST_COUNTED = 999
"""Places that are counted; there may be more."""
_BEFORE, _AFTER = 24, 160


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Words of a text with what stands around them, on one line; `marks` are their indexes."""

    span: Span
    shown: str
    marks: tuple[int, ...]


class SearchedText:
    """A document in which words are looked for again and again."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._haystack = Haystack(document.text)

    @property
    def ready(self) -> bool:
        """Whether a search has nothing to prepare."""
        return self._haystack.ready

    def prepare(self) -> None:
        """Do what a search needs, which takes about a second for 30 MB."""
        while not self._haystack.ready:
            self._haystack.prepare()

    def find(self, words: str, most: int) -> tuple[list[Excerpt], int]:
        """The first `most` places where the words stand, in small or capital letters, and how
        many there are.
        """
        self.prepare()
        search = PhraseSearch(self._haystack, words.lower())
        while not search.done and len(search.matches) < MOST_COUNTED:
            search.advance()
        matches = search.matches
        return [excerpt(self.document.text, span) for span in matches[:most]], len(matches)


def excerpt(text: str, span: Span) -> Excerpt:
    """The words at `span` with what stands before and after them in their line."""
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    end = min(len(text) if line_end < 0 else line_end, span.end + _AFTER)
    start = max(line_start, span.start - _BEFORE)
    if start > line_start:
        # Begin with a whole word.
        start = text.find(" ", start, span.start) + 1 or start
    before = "…" if start > line_start else ""
    shown = before + field(text[start:end])
    first = len(before) + span.start - start
    return Excerpt(span, shown, tuple(range(first, min(first + span.end - span.start, len(shown)))))
