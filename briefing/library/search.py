"""Searching documents by what one types: names of things by kind, then the words in the text."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from threading import Lock
from typing import TYPE_CHECKING, overload

from briefing.document import Document, field
from briefing.finder import Finder, Hit
from briefing.finder.query import parse
from briefing.library.catalogue import Catalogue, Place
from briefing.library.excerpt import MOST_COUNTED, SearchedText
from briefing.library.holdings import Found

if TYPE_CHECKING:
    from briefing.library.saved_names import SavedNames

TEXT = "text"
"""The kind of what is found in a text."""
TEXTS = "texts"
"""The kind of what is found in the texts of other documents than the open one."""
SIMILAR = "similar"
"""The kind of names of all kinds that are only like what was typed, where others have it."""

_MOST_HITS = 60
_MOST_IN_GROUP = 8
_MOST_SIMILAR = 6
_LEAST_LETTERS = 3
"""Letters that are looked for in all texts."""
_MOST_IN_TEXT = 20
_LITERAL = 2
"""The least score of a name that has what was typed as it was typed."""
_FEW_ENTRIES = 500
_MANY_ENTRIES = 200_000
_LONG, _SHORT = 2_000_000, 100_000
"""Characters that are searched in no time; and that are also made ready for it."""
# In the measure of `Finder.prefer`: 1 is worth 20,000 mentions.
_HERE, _PICKED = 0.5, 0.6


@dataclass(frozen=True, slots=True)
class Choice:
    """A result: where it leads, the form that fits, and the letters of it that were typed.

    It leads nowhere where what was saved of it is all that is left.
    """

    place: Place | None
    shown: str
    marks: tuple[int, ...]
    detail: str = ""
    hit: Hit | None = None


class Choices(Sequence[Choice]):
    """Hits as choices, each of which is looked up when it is looked at: most are never seen."""

    def __init__(self, hits: Sequence[Hit], look_up: Callable[[Hit], Choice]) -> None:
        self._hits, self._look_up = hits, look_up
        self._found: dict[int, Choice] = {}

    def __len__(self) -> int:
        return len(self._hits)

    @overload
    def __getitem__(self, index: int) -> Choice: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Choice]: ...
    def __getitem__(self, index: int | slice) -> Choice | Sequence[Choice]:
        if isinstance(index, slice):
            return Choices(self._hits[index], self._look_up)
        if index not in self._found:
            self._found[index] = self._look_up(self._hits[index])
        return self._found[index]

    def index(self, value: object, start: int = 0, stop: int | None = None) -> int:
        """Where the choice stands that is of the same entry. Raises ValueError."""
        hit = value.hit if isinstance(value, Choice) else None
        keys = [hit.entry.key for hit in self._hits]
        if hit is None:
            raise ValueError(value)
        return keys.index(hit.entry.key, start, len(keys) if stop is None else stop)


@dataclass(frozen=True, slots=True)
class Group:
    """Results of a kind, best first. `total` counts also those that are not listed."""

    kind: str
    choices: Sequence[Choice]
    total: int


@dataclass(frozen=True, slots=True)
class Results:
    """What was found for a line as it was typed, the group with the best result first.

    `names` are those that fit, None where it was not names that were searched for.
    """

    line: str
    groups: tuple[Group, ...] = ()
    names: frozenset[str] | None = None

    @property
    def total(self) -> int:
        """How many were found."""
        return sum(group.total for group in self.groups)

    @property
    def more(self) -> bool:
        """Whether there may be more than were counted."""
        names = sum(group.total for group in self.groups if group.kind not in (TEXT, TEXTS))
        return names >= _MOST_HITS or any(group.total >= MOST_COUNTED for group in self.groups)


class Searchable:
    """All that is searched: the names of a catalogue, which may grow, and the open text."""

    def __init__(self, catalogue: Catalogue) -> None:
        self.catalogue = catalogue
        self._finder = Finder()
        self._known = 0
        self._behind = False
        self._reading: tuple[int, SearchedText] | None = None
        self._picked: dict[int | str, float] = {}
        self._preferred_for: tuple[int | None, int, int] | None = None
        self._preparing = Lock()

    def begin_with(self, finder: Finder) -> None:
        """Search what was saved until the catalogue has all that there was, and `catch_up`."""
        self._finder, self._behind = finder, True

    @property
    def is_behind(self) -> bool:
        """Whether it is what was saved that is searched, and not yet the catalogue."""
        return self._behind

    @property
    def made_from(self) -> str:
        """What stands for the documents of what was saved last; see `saved_names.made_from`."""
        return self._finder.made_from

    def catch_up(self, same: bool) -> None:
        """Go on with the catalogue: what was saved is the `same`, or all is indexed again."""
        with self._preparing:
            now = self.catalogue.count_changes(0)
            finder = self._finder if same else Finder(self.catalogue.entries())
            self._finder, self._known, self._behind = finder, now, False
            self._preferred_for = None

    def save(self, saved: SavedNames, documents: Iterable[int]) -> None:
        """Keep what is searched now, which was made from these documents of the store."""
        with self._preparing:
            if not self._behind:
                self._take_in(quickly=False)
                saved.save(self._finder, documents)

    def read(self, number: int, document: Document) -> None:
        """Search this text, the one that is open, and prefer what stands in it."""
        if self._reading is None or self._reading[1].document is not document:
            self._reading = number, SearchedText(document)

    def prepare(self) -> None:
        """Take in what the catalogue has now, and the open text. For a thread of its own."""
        with self._preparing:
            self._take_in(quickly=False)
            if self._reading:
                self._reading[1].prepare()

    def _take_in(self, quickly: bool) -> None:
        if self._behind:
            return
        entries, gone, self._known = self.catalogue.changes(self._known)
        self._finder.add(entries, quickly)
        self._finder.remove(gone)

    def _take_in_few(self) -> None:
        """Take in what is new, unless that would be felt or is being done."""
        few = 0 < self.catalogue.count_changes(self._known) <= _FEW_ENTRIES
        if few and not self._behind and self._preparing.acquire(blocking=False):
            try:
                self._take_in(quickly=True)
            finally:
                self._preparing.release()

    def pick(self, key: int | str) -> None:
        """Prefer what was chosen."""
        self._picked[key] = _PICKED

    @property
    def is_ready(self) -> bool:
        """Whether what is new has been taken in, but for a little that `find` takes in."""
        few = self._behind or self.catalogue.count_changes(self._known) <= _FEW_ENTRIES
        return few and (self._reading is None or self._reading[1].ready)

    @property
    def is_quick(self) -> bool:
        """Whether a search takes so little time that a key can wait for it."""
        text, size = self._reading[1] if self._reading else None, len(self._finder)
        return (
            "briefing.finder.index" in sys.modules
            and (0 < size <= _MANY_ENTRIES or self.is_ready)
            and (text is None or len(text.document.text) <= (_LONG if text.ready else _SHORT))
        )

    def find(self, line: str, whole: bool = False) -> Results:
        """What fits `line`, of all that has been taken in; of each kind the first few, or the
        `whole`. Safe in any thread.
        """
        query = parse(line)
        if not line.strip():
            return Results(line)
        if len(self._finder):
            self._take_in_few()
        else:
            self.prepare()
        if query.phrase:
            return Results(line, tuple(self._in_text(query.words)))
        number = self._reading[0] if self._reading else None
        self._prefer(number)
        hits = self._finder.search(query.words, _MOST_HITS, query.kinds)
        literal = [hit for hit in hits if hit.score >= _LITERAL]
        found: dict[str, list[Hit]] = {}
        for hit in literal or hits:
            found.setdefault(hit.entry.kind, []).append(hit)
        similar = hits[len(literal) :] if literal else []
        most = _MOST_HITS if whole or (len(found) == 1 and not similar) else _MOST_IN_GROUP
        groups = [self._group(kind, some, most, number) for kind, some in found.items()]
        if similar:
            most = _MOST_HITS if whole else _MOST_SIMILAR
            groups.append(self._group(SIMILAR, similar, most, number))
        if query.kinds is None:
            groups += self._in_text(query.words)
        return Results(line, tuple(groups), frozenset(hit.entry.name for hit in literal or hits))

    def _group(self, kind: str, hits: list[Hit], most: int, reading: int | None) -> Group:
        return Group(kind, Choices(hits[:most], partial(self._choice, reading)), len(hits))

    def _prefer(self, reading: int | None) -> None:
        state = reading, len(self._picked), self._known
        if state != self._preferred_for:
            self._preferred_for = state
            here = self.catalogue.keys_in(reading) if reading is not None else frozenset()
            self._finder.prefer(dict.fromkeys(here, _HERE) | self._picked)

    def _choice(self, reading: int | None, hit: Hit) -> Choice:
        try:
            place = self.catalogue.place(hit.entry.key, reading)
            detail = self.catalogue.detail(hit.entry.key)
        except LookupError:
            return Choice(None, field(hit.alias), hit.positions, "gone", hit)
        if not detail and hit.entry.mentions:
            detail = str(hit.entry.mentions)
        return Choice(place, field(hit.alias), hit.positions, field(detail), hit)

    def _in_text(self, words: str) -> Iterator[Group]:
        """Where the open document has the words, one after the other."""
        letters = "".join(words.split())
        if self._reading is None or not letters or (len(letters) < 2 and letters.isascii()):
            return
        number, text = self._reading
        excerpts, total = text.find(words, _MOST_IN_TEXT)
        choices = tuple(
            Choice(Place(number, text.document.path, one.span), one.shown, one.marks)
            for one in excerpts
        )
        if choices:
            yield Group(TEXT, choices, total)

    def find_texts(self, line: str, most: int) -> Group | None:
        """The `most` documents that have the words of `line`, the best first, but for the open one.

        One after the other where they are quoted. For a thread of its own.
        """
        query = parse(line)
        if query.kinds is not None or len("".join(query.words.split())) < _LEAST_LETTERS:
            return None
        here = self._reading[0] if self._reading else None
        found = self.catalogue.holdings.search(query.words, query.phrase, most + 1)
        choices = [self._passage(one) for one in found if one.number != here]
        return Group(TEXTS, choices[:most], len(choices[:most])) if choices else None

    def _passage(self, found: Found) -> Choice:
        snippet, digest = found.snippet, self.catalogue.holdings.digest(found.number)
        place = Place(found.number, found.path, snippet.span)
        marks = tuple(range(*snippet.marked))
        return Choice(place, field(snippet.shown), marks, (digest and digest.date) or "")
