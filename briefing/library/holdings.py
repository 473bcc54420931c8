"""The documents that are open, each under the caller's number, and where what is known of it lies.

Most lie in a store, packed; those of which it has nothing, such as standard input, are held here.
Only numbers and paths are held of the others, however many there are.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence
from threading import RLock
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from briefing.analysis.briefing import Briefing
    from briefing.document import Document
    from briefing.library.digest import Digest
    from briefing.library.fulltext import Snippet
    from briefing.library.store import Store

_UNPACKED = 256
"""Digests that are kept unpacked: those of what a search has found."""


class Held(NamedTuple):
    """Where a document lies: its number in the store, or its briefing itself."""

    path: str
    id: int
    briefing: Briefing | None = None


class Found(NamedTuple):
    """Words in the text of a document."""

    number: int
    path: str
    snippet: Snippet


class Holdings:
    """Documents by number. Safe in any thread.

    `store` opens the store; without it there is one in memory.
    """

    def __init__(self, store: Callable[[], Store] | None = None) -> None:
        self._open = store
        self._store: Store | None = None
        self._held: dict[int, Held] = {}
        self._numbers: dict[int, list[int]] = {}
        self._given: dict[int, frozenset[int]] = {}
        self._digests: OrderedDict[int, Digest] = OrderedDict()
        self._lock = RLock()

    @property
    def store(self) -> Store:
        """The store, which is opened when it is first asked for."""
        with self._lock:
            if self._store is None:
                # Imported when it is first asked for: after the first screen.
                from briefing.library.store import Store

                self._store = self._open() if self._open else Store(None)
            return self._store

    def close(self) -> None:
        """End the use of the store."""
        with self._lock:
            if self._store:
                self._store.close()

    def put(self, number: int, path: str, id_: int) -> None:
        """Hold a document of the store, which is called `path`."""
        with self._lock:
            self.remove(number)
            self._held[number] = Held(path, id_)
            self._numbers.setdefault(id_, []).append(number)

    def give(self, number: int, briefing: Briefing) -> Digest:
        """Hold a document that is not in the store; its digest."""
        from briefing.library import names
        from briefing.library.digest import digest

        with self._lock:
            self.remove(number)
            self._held[number] = Held(briefing.document.path, 0, briefing)
            found = self._digests[number] = digest(briefing)
            self._given[number] = frozenset(names.keys(found))
            return found

    def remove(self, number: int) -> None:
        """Hold a document no more."""
        with self._lock:
            held = self._held.pop(number, None)
            if held and held.id:
                self._numbers[held.id].remove(number)
            self._given.pop(number, None)
            self._digests.pop(number, None)

    def __contains__(self, number: int) -> bool:
        return number in self._held

    def __len__(self) -> int:
        return len(self._held)

    def path(self, number: int) -> str:
        """What a document is called. Raises KeyError."""
        return self._held[number].path

    def paths(self) -> list[str]:
        """What all documents are called."""
        with self._lock:
            return [one.path for one in self._held.values()]

    def id(self, number: int) -> int:
        """The number in the store; 0 for what is not there. Raises KeyError."""
        return self._held[number].id

    def numbered(self, id_: int) -> list[int]:
        """The numbers of a document of the store; several where several files hold the same."""
        return sorted(self._numbers.get(id_, ()))

    def ids(self) -> list[int]:
        """All that are in the store."""
        with self._lock:
            return [id_ for id_, numbers in self._numbers.items() if numbers]

    def members(self) -> dict[int, tuple[int, str]]:
        """The number in the store, 0 for what is not there, and the path of each document."""
        with self._lock:
            return {number: (one.id, one.path) for number, one in self._held.items()}

    # What is known of one

    def briefing(self, number: int) -> Briefing | None:
        """The briefing of a document; None where it is gone."""
        held = self._held.get(number)
        if held is None:
            return None
        return held.briefing or self.store.briefing(held.id, held.path)

    def document(self, number: int) -> Document | None:
        """The text of a document; None where it is gone."""
        briefing = self.briefing(number)
        return briefing.document if briefing else None

    def size(self, number: int) -> int:
        """How many bytes have to be unpacked for the briefing of a document."""
        held = self._held.get(number)
        return self.store.size(held.id) if held and held.id else 0

    def digest(self, number: int) -> Digest | None:
        """The digest of a document; None where it is gone."""
        with self._lock:
            if found := self._digests.get(number):
                self._digests.move_to_end(number)
                return found
            held = self._held.get(number)
            found = self.store.digest(held.id, held.path) if held else None
            if found:
                self._digests[number] = found
            if len(self._digests) > _UNPACKED:
                self._forget()
            return found

    def _forget(self) -> None:
        oldest = next(number for number in self._digests if number not in self._given)
        del self._digests[oldest]

    def digests(self, numbers: Sequence[int]) -> Iterator[tuple[int, Digest]]:
        """The digests of many documents, without those that are gone."""
        with self._lock:
            held = [(number, self._held[number]) for number in numbers if number in self._held]
        kept = self.store.digests([(one.id, one.path) for _, one in held])
        for (number, one), found in zip(held, kept, strict=True):
            found = self.digest(number) if one.briefing else found
            if found:
                yield number, found

    # Who has what

    def naming(self, key: int) -> list[int]:
        """The documents that name something, by the key of its name, in the order of numbers."""
        kept = self.store.naming(key) if self._numbers else ()
        with self._lock:
            found = {number for id_ in kept for number in self._numbers.get(id_, ())}
            found.update(number for number, keys in self._given.items() if key in keys)
        return sorted(found)

    def naming_any(self, found: Iterable[str]) -> set[int]:
        """The documents that name something by one of these names."""
        from briefing.library import names

        keys = (key for name in found for key in names.keys_of(name))
        return {number for key in keys for number in self.naming(key)}

    def search(self, words: str, together: bool, most: int) -> list[Found]:
        """Documents that have all words, or have them one after the other; the best first."""
        from briefing.library import fulltext

        asked = fulltext.ask(words, together)
        with self._lock:
            first = {id_: min(numbers) for id_, numbers in self._numbers.items() if numbers}
        texts = (
            (first[id_], self.store.text(id_)) for id_ in self.store.search(asked, first, most)
        )
        snippets = ((number, fulltext.snippet(text, asked)) for number, text in texts)
        return [Found(number, self.path(number), one) for number, one in snippets if one]
