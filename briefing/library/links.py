"""Which names stand for which others, by what the documents of a library say.

A document that gives a short form and its full name says that the two are one. A short form
follows the full name that nearly all documents give which explain it; where they disagree it
stands alone, and may be any of them. What follows depends only on which documents there are,
never on the order in which they came, and a document costs the time its own names take.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias, TypeVar

T = TypeVar("T")

Key: TypeAlias = tuple[str, ...]
"""A name as it is compared: what kind of thing it names, its folded words, and what sets it apart
from others of these words."""

_SHARE = 0.75  # of the documents that explain a short form, those that must agree
_EXPLAINED = 0.02  # of the documents that use a short form alone, as many must explain it
_CALLED = 0.34  # the same for one that is not firm, and may well be a name of its own


class Link(NamedTuple):
    """That one name stands for another, why, and the documents that say so."""

    full: Key
    reason: str
    documents: tuple[int, ...] = ()


class Links:
    """Short forms and what they stand for.

    `infer` may link what no document has explained. `moved` is called with a name before and after
    it comes to stand for another one.
    """

    def __init__(self, infer: Callable[[Key], Link | None], moved: Callable[[Key], object]) -> None:
        self._infer = infer
        self._moved = moved
        self._said: dict[Key, dict[Key, dict[int, tuple[str, bool]]]] = {}
        self._firm: Counter[Key] = Counter()
        self._alone: Counter[Key] = Counter()
        self._homes: dict[Key, Key] = {}
        self._members: dict[Key, set[Key]] = {}

    def use(self, key: Key, times: int) -> None:
        """Count documents that use a name, or no longer do; it may then stand for another one."""
        self._alone[key] += times
        if not self._alone[key]:
            del self._alone[key]
        self.refresh(key)

    def used(self, key: Key) -> int:
        """How many documents use a name itself."""
        return self._alone.get(key, 0)

    def say(self, short: Key, full: Key, document: int, reason: str, firm: bool) -> None:
        """A document explains a short form; it is `firm` that others do not use it otherwise."""
        explained = self._said.setdefault(short, {}).setdefault(full, {})
        self._firm[short] += firm - explained.get(document, ("", False))[1]
        explained[document] = reason, firm
        self.refresh(short)

    def unsay(self, short: Key, full: Key, document: int) -> None:
        """A document that explained a short form is gone."""
        explained = self._said.get(short, {})
        if (said := explained.get(full, {}).pop(document, None)) is not None:
            self._firm[short] -= said[1]
            if not explained[full]:
                del explained[full]
            if not explained:
                del self._said[short], self._firm[short]
        self.refresh(short)

    def refresh(self, key: Key) -> None:
        """Decide anew what a name stands for."""
        before = self._homes.get(key)
        after = self._explained(key)
        if after is None and (link := self._infer(key)):
            after = link.full
        if before == after:
            return
        self._moved(key)
        if before is not None:
            self._members[before].discard(key)
            if not self._members[before]:
                del self._members[before]
        if after is None:
            self._homes.pop(key, None)
        else:
            self._homes[key] = after
            self._members.setdefault(after, set()).add(key)
        self._moved(key)

    def link(self, key: Key) -> Link | None:
        """What a name stands for, and why."""
        if key not in self._homes:
            return None
        if (full := self._explained(key)) is None:
            return self._infer(key)
        said = self._said[key][full]
        reasons = Counter(reason for reason, _ in said.values())
        return Link(full, most(reasons), tuple(sorted(said)))

    def candidates(self, key: Key) -> list[Key]:
        """What documents say that a name stands for, whether they agree or not."""
        return sorted(self._said.get(key, ()))

    def root(self, key: Key) -> Key:
        """The name that a name stands for in the end."""
        path = [key]
        while (home := self._homes.get(path[-1])) is not None:
            if home in path:  # each stands for the other
                return min(path[path.index(home) :])
            path.append(home)
        return path[-1]

    def group(self, root: Key) -> list[Key]:
        """A name and all that stand for it."""
        found = {root: None}
        waiting = [root]
        while waiting:
            for key in sorted(self._members.get(waiting.pop(), ())):
                if key not in found:
                    found[key] = None
                    waiting.append(key)
        return list(found)

    def _explained(self, key: Key) -> Key | None:
        explained = self._said.get(key)
        if not explained:
            return None
        best = min(explained, key=lambda full: (-len(explained[full]), full))
        total = sum(map(len, explained.values()))
        share = _EXPLAINED if self._firm[key] else _CALLED
        if len(explained[best]) < _SHARE * total or total < share * self.used(key):
            return None
        return best


def most(counted: Counter[str]) -> str:
    """What was counted most often, the first by the alphabet among equals; "" of nothing."""
    return min(counted, key=lambda one: (-counted[one], one), default="")


def changed(counted: Counter[T], values: Iterable[T], times: int) -> None:
    """Count values, or no longer."""
    for value in values:
        counted[value] += times
        if not counted[value]:
            del counted[value]
