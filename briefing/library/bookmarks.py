"""Bookmarks: sentences to come back to, each with a note, also when their texts have changed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from briefing.document import Span
from briefing.library.notebook import BOOKMARK, Notebook

if TYPE_CHECKING:
    from briefing.document import Document
    from briefing.library.state import Value


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A sentence, and what one has noted of it.

    `key` is what its document is kept under, `text` the fingerprint of what that said, and `start`
    where in it the `words` of the sentence begin.
    """

    key: str
    title: str
    text: str
    start: int
    words: str
    note: str = ""

    @property
    def name(self) -> str:
        """What it is kept under."""
        return f"{self.text} {self.start}"

    @classmethod
    def from_value(cls, value: Value) -> Bookmark | None:
        """What `value` gave; None for what is nothing of the kind."""
        if not isinstance(value, dict):
            return None
        key, title, text, words, note = map(value.get, ("key", "title", "text", "words", "note"))
        start = value.get("start")
        if not (isinstance(key, str) and isinstance(title, str) and isinstance(text, str)):
            return None
        if not (isinstance(words, str) and words and isinstance(note, str)):
            return None
        if not isinstance(start, int) or isinstance(start, bool) or start < 0:
            return None
        return cls(key, title, text, start, words, note)

    def value(self) -> Value:
        """The same as what JSON can hold."""
        return {
            "key": self.key,
            "title": self.title,
            "text": self.text,
            "start": self.start,
            "words": self.words,
            "note": self.note,
        }

    def noting(self, note: str) -> Bookmark:
        """The same with another note."""
        return replace(self, note=note)

    def where(self, document: Document) -> Span | None:
        """Where the sentence stands in a document now: of several places the nearest."""
        text, size = document.text, len(self.words)
        before = text.rfind(self.words, 0, self.start + size)
        behind = text.find(self.words, self.start)
        places = [place for place in (before, behind) if place >= 0]
        if not places:
            return None
        start = min(places, key=lambda place: abs(place - self.start))
        return Span(start, start + size)


class Kept(NamedTuple):
    """A bookmark and its document: the number of one that is open, and whether it has changed."""

    bookmark: Bookmark
    document: int | None
    changed: bool = False


def bookmarks(notebook: Notebook) -> Iterator[Kept]:
    """All bookmarks, those of one document in reading order.

    Their document is the one of the same text, else the one at its path.
    """
    if not notebook.all(BOOKMARK):
        return
    of_key = {met.key: number for number, met in notebook.numbered().items()}
    of_text = {met.text: number for number, met in notebook.numbered().items()}
    found = filter(None, map(Bookmark.from_value, notebook.all(BOOKMARK).values()))
    for one in sorted(found, key=lambda one: (one.title, one.key, one.start, one.text)):
        number = of_key.get(one.key)
        met = None if number is None else notebook.met(number)
        if met and met.text == one.text:
            yield Kept(one, number)
        elif (same := of_text.get(one.text)) is not None:
            yield Kept(one, same)
        else:
            yield Kept(one, number, changed=number is not None)


def bookmarks_in(notebook: Notebook, number: int, document: Document) -> dict[Span, Bookmark]:
    """The bookmarks of a document by where they stand in it now."""
    kept = (one.bookmark for one in bookmarks(notebook) if one.document == number)
    return {span: one for one in kept if (span := one.where(document))}


def keep(notebook: Notebook, bookmark: Bookmark) -> None:
    """Keep a bookmark, or another note of it."""
    there = bookmark.name in notebook.all(BOOKMARK)
    undone = "The note is as it was." if there else "The bookmark is gone."
    notebook.change({(BOOKMARK, bookmark.name): bookmark.value()}, undone)


def delete(notebook: Notebook, bookmark: Bookmark) -> None:
    """Keep a bookmark no more."""
    notebook.change({(BOOKMARK, bookmark.name): None}, "The bookmark is there again.")
