"""What can be found in documents by name, and where each thing leads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from threading import RLock

from briefing.analysis.briefing import Briefing, Heading
from briefing.document import Document, Span
from briefing.finder import Entry
from briefing.library import names
from briefing.library.digest import Agreed, Digest, Named, file_name
from briefing.library.holdings import Holdings

_HEADINGS_BITS = 12
_GROWN = 1.5
"""How many times as often something must be named before its entry is given anew."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where something stands: in which document (the caller's number for it), words, sentence.

    An entity leads to its first mention, an agreement to the sentence its status rests on, a
    heading to itself, a document to its beginning. `kind` is empty for words found in the text.
    """

    document: int
    path: str
    span: Span
    sentence: Span | None = None
    kind: str = ""


@dataclass(slots=True)
class Name:
    """What documents call something. `told` is how often it was named when its entry was given."""

    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    mentions: int = 0
    documents: int = 0
    told: float = 0.0


class Catalogue:
    """Entries for a finder, from the digests of documents. Safe in any thread.

    Entities and agreements of the same kind and name in several documents are one entry with a
    place in each, which says only that they are called the same. Of each name little more is held
    than its entry; where it leads is looked up in `holdings`.
    """

    def __init__(self, holdings: Holdings | None = None) -> None:
        self.holdings = Holdings() if holdings is None else holdings
        self._names: dict[int, Name] = {}
        self._taken: dict[int, int] = {}
        self._changed: list[int] = []
        self._lock = RLock()

    def give(self, number: int, briefing: Briefing) -> None:
        """Hold a document that lies in no store, and take it in."""
        self.drop(number)
        self.holdings.give(number, briefing)
        self.take(number)

    def take(self, number: int) -> None:
        """Take in what a document that is held names and has as headings, or now has."""
        with self._lock:
            if number not in self.holdings:
                return
            id_ = self.holdings.id(number)
            if self._taken.get(number) == id_:
                return
            self.drop(number)
            if digest := self.holdings.digest(number):
                self.add(number, digest)

    def add(self, number: int, digest: Digest) -> None:
        """`take` for a document whose digest is known."""
        with self._lock:
            id_ = self._taken[number] = self.holdings.id(number)
            for key, name, kind, aliases, mentions in _named(number, id_, digest):
                found = self._names.get(key)
                if found is None:
                    found = self._names[key] = Name(name, kind)
                new = tuple(one for one in dict.fromkeys(aliases) if one not in found.aliases)
                found.aliases += new
                found.mentions += mentions
                found.documents += 1
                if new or found.documents == 1 or found.mentions >= _GROWN * found.told:
                    found.told = found.mentions
                    self._changed.append(key)

    def drop(self, number: int) -> None:
        """Take out what a document named, which is still held or lies in the store."""
        with self._lock:
            id_ = self._taken.pop(number, None)
            if id_ is None:
                return
            digest = self.holdings.store.digest(id_, "") if id_ else self.holdings.digest(number)
            for key, _, _, _, mentions in _named(number, id_, digest) if digest else ():
                if found := self._names.get(key):
                    found.mentions -= mentions
                    found.documents -= 1
                    if not found.documents:
                        del self._names[key]
                        self._changed.append(key)

    def names(self) -> dict[int, Name]:
        """What the documents name, by key, as it is kept from one opening to the next."""
        return self._names

    def begin_with(self, names: dict[int, Name], taken: Mapping[int, int]) -> None:
        """Go on with what documents of the store named another time, in place of all that is here.

        `taken` gives the number in the store of each.
        """
        with self._lock:
            # What was here is gone, or changed.
            self._changed += dict.fromkeys([*self._names, *names])
            self._names, self._taken = names, dict(taken)

    def _owner(self, key: int) -> tuple[list[int], int]:
        own, place = divmod(-key - 1, 1 << _HEADINGS_BITS)
        return ([own >> 1] if own & 1 else self.holdings.numbered(own >> 1)), place

    # Entries

    def entries(self) -> list[Entry]:
        """Everything that can be found; the keys are good for `places` and `detail`."""
        with self._lock:
            return [_entry(key, name) for key, name in self._names.items()]

    def changes(self, since: int) -> tuple[list[Entry], list[int], int]:
        """The entries that are new or have changed, and the keys of those that are gone.

        Since a call that gave `since` as the last of three; at first 0. An entry counts as changed
        when it is named by another name or much more often.
        """
        with self._lock:
            now = len(self._changed)
            keys = dict.fromkeys(self._changed[since:now])
            entries = [_entry(key, self._names[key]) for key in keys if key in self._names]
            return entries, [key for key in keys if key not in self._names], now

    def count_changes(self, since: int) -> int:
        """How many entries at most `changes` would give."""
        return len(self._changed) - since

    def keys_in(self, number: int) -> frozenset[int | str]:
        """The keys of what stands in a document."""
        digest = self.holdings.digest(number)
        if digest is None:
            return frozenset()
        id_ = self.holdings.id(number)
        return frozenset(key for key, *_ in _named(number, id_, digest))

    # Places

    def document(self, number: int) -> Document | None:
        """The document that the caller calls `number`, if it is held."""
        return self.holdings.document(number)

    def detail(self, key: int | str) -> str:
        """A word on an entry: a role, a status, a date; empty where nothing is known."""
        numbers, _ = self._places(int(key))
        digest = self.holdings.digest(numbers[0]) if numbers else None
        if digest is None:
            return ""
        one = _item(digest, int(key))
        if isinstance(one, Agreed):
            return "" if one.status == "unspecified" else one.status.replace("_", " ")
        if isinstance(one, Named):
            return one.role or ""
        return (digest.date or "") if _is_document(int(key)) else ""

    def places(self, key: int | str) -> tuple[Place, ...]:
        """Where an entry leads, in the order of the documents' numbers."""
        numbers, place = self._places(int(key))
        found = (self._place(number, int(key), place) for number in numbers)
        return tuple(filter(None, found))

    def place(self, key: int | str, reading: int | None = None) -> Place:
        """Where an entry leads first: in the document one is reading, if it is there.

        Raises KeyError where what it led to is gone.
        """
        numbers, place = self._places(int(key))
        first = [reading] if reading is not None and reading in numbers else []
        found = (self._place(number, int(key), place) for number in (*first, *numbers))
        if there := next(filter(None, found), None):
            return there
        raise KeyError(key)

    def _places(self, key: int) -> tuple[list[int], int]:
        return self._owner(key) if key < 0 else (self.holdings.naming(key), 0)

    def _place(self, number: int, key: int, place: int) -> Place | None:
        digest = self.holdings.digest(number)
        if digest is None:
            return None
        path = self.holdings.path(number)
        if key >= 0:
            one = _item(digest, key)
            if one is None:
                return None
            kind = names.AGREEMENT if isinstance(one, Agreed) else one.kind
            return Place(number, path, Span(one.start, one.end), one.sentence, kind)
        if not place:
            return Place(number, path, Span(0, 0), None, "document")
        heading = digest.headings[place - 1] if place <= len(digest.headings) else None
        if heading is None:
            return None
        return Place(number, path, Span(heading.start, heading.end), None, "heading")


def _named(
    number: int, id_: int, digest: Digest
) -> Iterator[tuple[int, str, str, Iterable[str], int]]:
    for key, one in names.named(digest):
        if isinstance(one, Agreed):
            aliases = (*filter(None, [one.acronym]), *one.aliases)
            yield key, one.name, names.AGREEMENT, aliases, one.mentions
        else:
            yield key, one.name, one.kind, one.aliases, one.mentions
    for place, heading in enumerate(_headings(digest), 1):
        yield _own(number, id_, place), heading.title, "heading", (), 0
    yield _own(number, id_, 0), digest.name, "document", (file_name(digest.path),), 0


def _own(number: int, id_: int, place: int) -> int:
    """The key of something that no other document has: itself, or one of its headings."""
    # Those in the store have the same keys the next time.
    own = id_ << 1 if id_ else number << 1 | 1
    return -(own << _HEADINGS_BITS | place) - 1


def _entry(key: int, name: Name) -> Entry:
    return Entry(key, name.name, name.kind, name.aliases, name.mentions)


def _item(digest: Digest, key: int) -> Named | Agreed | None:
    return next((one for other, one in names.named(digest) if other == key), None)


def _is_document(key: int) -> bool:
    return key < 0 and not (-key - 1) % (1 << _HEADINGS_BITS)


def _headings(digest: Digest) -> tuple[Heading, ...]:
    return digest.headings[: (1 << _HEADINGS_BITS) - 1]
