"""The documents of a library taken together: what they name, agree on, date and say in a line."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterator
from typing import NamedTuple, get_args

from briefing.analysis.briefing import EntityKind
from briefing.library.chronology import Chronology
from briefing.library.digest import Digest, pack, unpack
from briefing.library.merging import Entities
from briefing.library.tracker import Tracker

KINDS: tuple[EntityKind, ...] = get_args(EntityKind)
_UNPACKED = 400
"""Digests that are kept unpacked: those that a screen full of rows is drawn from, and around it."""


class Outline(NamedTuple):
    """What a document is put in order by, and the fingerprint of its text."""

    date: str
    name: str
    mentions: int
    fingerprint: str


class Together(NamedTuple):
    """What follows from all documents of a collection."""

    entities: Entities
    tracker: Tracker
    timeline: Chronology
    outlines: dict[int, Outline]


class Collection:
    """Digests of documents under the caller's numbers, and what follows from all of them.

    What follows is the same in whatever order the documents come. Digests are kept packed, unless
    `look_up` gives those that were taken in.
    """

    def __init__(self, look_up: Callable[[int], Digest | None] | None = None) -> None:
        self._look_up = look_up
        self.entities = Entities()
        self.tracker = Tracker()
        self.timeline = Chronology()
        self.outlines: dict[int, Outline] = {}
        self.changes = 0
        """How often something was taken in or out."""
        self._packed: dict[int, bytes] = {}
        self._unpacked: OrderedDict[int, Digest] = OrderedDict()

    def __len__(self) -> int:
        return len(self.outlines)

    def __contains__(self, document: int) -> bool:
        return document in self.outlines

    def add(self, document: int, digest: Digest) -> None:
        """Take in a document, or what has become of it."""
        self._unpacked.pop(document, None)
        if self._look_up is None:
            self._packed[document] = pack(digest)
        mentions = sum(one.mentions for one in digest.entities)
        self.outlines[document] = Outline(
            digest.date or "", digest.name, mentions, digest.fingerprint
        )
        self.entities.add(document, digest)
        self.tracker.add(document, digest)
        self.timeline.add(document, digest)
        self.changes += 1

    def remove(self, document: int) -> None:
        """Take a document out."""
        self._unpacked.pop(document, None)
        self._packed.pop(document, None)
        self.outlines.pop(document, None)
        self.entities.remove(document)
        self.tracker.remove(document)
        self.timeline.remove(document)
        self.changes += 1

    @property
    def together(self) -> Together:
        """What follows from all documents, as it is kept from one opening to the next."""
        return Together(self.entities, self.tracker, self.timeline, self.outlines)

    def begin_with(self, together: Together) -> None:
        """Go on with what followed from documents another time, in place of all that is here.

        Their digests have to be there to be looked up.
        """
        self.entities, self.tracker, self.timeline, self.outlines = together
        self._packed.clear()
        self._unpacked.clear()
        self.changes += 1

    def prepare(self) -> Iterator[None]:
        """Make, step by step, what the lists of all documents are drawn from."""
        for key in self.tracker.listed():
            if key in self.tracker:
                self.tracker.row(key)
            yield
        for kind in KINDS:
            self.entities.ranked(kind)
            yield
        self.timeline.lines()

    def digest(self, document: int) -> Digest:
        """What is kept of a document. Raises KeyError for one that is not here."""
        if (found := self._unpacked.get(document)) is None:
            looked_up = self._look_up(document) if self._look_up else None
            found = self._unpacked[document] = looked_up or unpack(self._packed[document])
            if len(self._unpacked) > _UNPACKED:
                self._unpacked.popitem(last=False)
        else:
            self._unpacked.move_to_end(document)
        return found
