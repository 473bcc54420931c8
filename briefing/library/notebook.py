"""What the reader keeps: which documents were read, bookmarks, what was seen; and the way back.

All of it is held in memory, so that nothing waits for a disk and nothing is lost in a session
where there is none. Every change is handed to `keep` as a whole, and can be undone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, NamedTuple, TypeAlias

from briefing.document import field

if TYPE_CHECKING:
    from briefing.library.seen import Seen
    from briefing.library.state import Value

Entries: TypeAlias = "Mapping[tuple[str, str], Value]"
"""Values by kind and key; None for what is to be there no more."""
Standing = Literal["new", "changed", "seen", "read"]
"""Never seen, another than was seen, seen but not read, read as it is."""
DOCUMENT, BOOKMARK = "document", "bookmark"
KINDS = (DOCUMENT, BOOKMARK)
_LISTED: Value = {"text": None}
"""What is kept of a document that is there, as long as nothing is known of it."""


class _Change(NamedTuple):
    """What to say when it is undone, and what was there before."""

    undone: str
    before: Entries


class Met(NamedTuple):
    """A document that is open: what it is kept under, and the fingerprint of its text."""

    key: str
    text: str


class Notebook:
    """The reader's marks on documents, which have the caller's numbers."""

    def __init__(self, keep: Callable[[Entries], None] = lambda _: None) -> None:
        self._keep = keep
        self._entries: dict[str, dict[str, Value]] = {kind: {} for kind in KINDS}
        self._changes: list[_Change] = []
        self._met: dict[int, Met] = {}
        self._of_text: dict[str, str] | None = None
        self._unread: int | None = None
        self._is_first = False

    def begin_with(self, kind: str, entries: Mapping[str, Value]) -> None:
        """Take in what was kept at other times; what was changed meanwhile stays so."""
        self._entries[kind] = {**entries, **self._entries[kind]}
        self._of_text = self._unread = None

    def all(self, kind: str) -> Mapping[str, Value]:
        """Everything of a kind."""
        return self._entries[kind]

    def begin_here(self, paths: Iterable[str]) -> None:
        """The files that are opened. Where none of them is known, one is here for the first time.

        Then all that is there counts as seen: what is new is what comes after.
        """
        keys = list(map(_key, paths))
        documents = self._entries[DOCUMENT]
        self._is_first = bool(keys) and not any(key in documents for key in keys)
        if self._is_first:
            # What they say will be known once they have been analysed.
            self.change({(DOCUMENT, key): _LISTED for key in keys}, None)

    def settle(self) -> None:
        """Keep what the files said that counted as seen before that was known."""
        from briefing.library.seen import Seen

        entries: dict[tuple[str, str], Value] = {}
        for met in self._met.values():
            own = self._entries[DOCUMENT].get(met.key)
            # What lies within a file is only known by now.
            if own == _LISTED or (self._is_first and own is None):
                entries[DOCUMENT, met.key] = Seen(met.text).value()
        self._is_first = False
        if entries:
            self.change(entries, None)

    # Changes

    def change(self, entries: Entries, undone: str | None) -> None:
        """Keep values, or None for none; `undone` says in words what undoing it does.

        Without it, this comes about by itself and is nothing that one would undo.
        """
        before = self._set(entries)
        if undone is not None:
            self._changes.append(_Change(undone, before))

    def undo(self) -> str | None:
        """Undo the last change that was not undone; what that did, None where there is none."""
        if not self._changes:
            return None
        undone, before = self._changes.pop()
        self._set(before)
        return undone

    def _set(self, entries: Entries) -> Entries:
        before = {(kind, key): self._entries[kind].get(key) for kind, key in entries}
        for (kind, key), value in entries.items():
            if value is None:
                self._entries[kind].pop(key, None)
            else:
                self._entries[kind][key] = value
        self._of_text = self._unread = None
        self._keep(entries)
        return before

    # Documents

    def meet(self, number: int, path: str, text: str) -> None:
        """A document is open, or has become another; without a path it lies in no file."""
        self._met[number] = Met(_key(path) if path else f"text {text}", text)
        self._unread = None

    def forget(self, number: int) -> None:
        """A document is open no more."""
        self._met.pop(number, None)
        self._unread = None

    def met(self, number: int) -> Met | None:
        """A document that is open, once what it says is known."""
        return self._met.get(number)

    def numbered(self) -> Mapping[int, Met]:
        """All documents that are open, by number."""
        return self._met

    def standing(self, number: int) -> Standing | None:
        """What the reader knows of a document; None while its text is not known."""
        if (met := self._met.get(number)) is None:
            return None
        value = self._value(met)
        if not isinstance(value, dict):
            return "new"
        if value.get("text") not in (None, met.text):
            return "changed"
        return "read" if value.get("read") is True else "seen"

    @property
    def unread(self) -> int:
        """How many of the documents that are open are not read."""
        if self._unread is None:
            self._unread = sum(self.standing(one) != "read" for one in self._met)
        return self._unread

    def seen(self, number: int) -> Seen | None:
        """A document as it was when one last saw it."""
        from briefing.library.seen import Seen

        met = self._met.get(number)
        return Seen.from_value(self._value(met)) if met else None

    def _value(self, met: Met) -> Value:
        """What is kept of a document: its text at its path, else at any, else another at its path.

        So what was renamed or copied is as well known as it was.
        """
        documents = self._entries[DOCUMENT]
        own = documents.get(met.key)
        if isinstance(own, dict) and own.get("text") == met.text:
            return own
        if self._of_text is None:
            self._of_text = {
                str(value.get("text")): key
                for key, value in documents.items()
                if isinstance(value, dict)
            }
        elsewhere = self._of_text.get(met.text)
        return own if elsewhere is None else documents[elsewhere]

    def set_seen(self, seen: Mapping[int, Seen], undone: str | None) -> None:
        """Keep of documents how they were seen; those that are not open are left out."""
        entries = {
            (DOCUMENT, met.key): one.value()
            for number, one in seen.items()
            if (met := self._met.get(number))
        }
        if entries:
            self.change(entries, undone)

    def unseen(self) -> Iterable[int]:
        """The documents that are open and new, or changed."""
        return [one for one in self._met if self.standing(one) in ("new", "changed")]

    def see_all(self) -> int:
        """Take all documents that are open for seen; how many were not.

        One that was read and has changed is to be read again. Its sentences stay those that were
        read, so nothing is lost by undoing it.
        """
        from briefing.library.seen import Seen

        seen = {}
        for number in self.unseen():
            before, met = self.seen(number), self._met[number]
            seen[number] = replace(before, text=met.text, read=False) if before else Seen(met.text)
        count = len(seen)
        documents = "1 document is" if count == 1 else f"{count:,} documents are"
        self.set_seen(seen, f"{documents} as unseen as before.")
        return count


def _key(path: str) -> str:
    """What a document is kept under: its whole path, of characters that can be written."""
    return field(os.path.abspath(path))
