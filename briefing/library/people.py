"""Who is meant by a name of a person that no document explains, by the names of all others.

A surname alone never tells. With an office it means the only one who bears both, also where it
stands first ("Mao Zedong"); a first and a last name mean the only one with a middle name between
them, unless both have had other offices; a short first name ("Tom" for "Thomas") or another
spelling of it ("Stephen" for "Steven") needs an office that both are said to have had.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Set
from functools import lru_cache

from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.names.merging import fold
from briefing.library.links import Key, Link, Links, changed
from briefing.library.nicknames import is_short_for, spelling

ALONE = "alone"
"""Marks the key of a person of whom one name only is known; the office follows, if there is one."""
_SHARE = 0.75  # of the documents in which a surname has an office, those that mean the same person
_NOBODY = frozenset[Key]()
_HELD = 2  # documents that give a person an office, for it to tell who someone is


class People:
    """The names of people in use, by first and last name, and the offices that go with them.

    What comes or goes here lets those names in `links` decide anew that it may tell something of.
    """

    def __init__(self, links: Links) -> None:
        self._links = links
        self._offices: dict[Key, Counter[str]] = {}
        self._surnames: dict[str, set[Key]] = {}
        self._alone: dict[str, set[Key]] = {}
        self._leading: dict[str, set[Key]] = {}
        self._ends: dict[tuple[str, str], set[Key]] = {}

    def enter(self, key: Key) -> None:
        """A name is used that was not."""
        words = key[1].split()
        if key[2]:
            self._alone.setdefault(words[-1], set()).add(key)
        else:
            self._surnames.setdefault(words[-1], set()).add(key)
            if _may_be_family_name(words[0]):
                self._leading.setdefault(words[0], set()).add(key)
            self._ends.setdefault((words[0], words[-1]), set()).add(key)
            self._reconsider(key)

    def leave(self, key: Key) -> None:
        """A name is not used any more."""
        words = key[1].split()
        if key[2]:
            self._alone[words[-1]].discard(key)
        else:
            self._surnames[words[-1]].discard(key)
            if _may_be_family_name(words[0]):
                self._leading[words[0]].discard(key)
            self._ends[words[0], words[-1]].discard(key)
            self._reconsider(key)

    def moved(self, key: Key) -> None:
        """Let surnames decide anew, some of whose bearers may have come to be one."""
        if not key[2]:
            for other in self._alone_as(key):
                self._links.refresh(other)

    def hold(self, key: Key, role: str, times: int) -> None:
        """Count documents that give a person an office, or no longer do."""
        if key[2]:
            return
        office = office_of(role)
        offices = self._offices.setdefault(key, Counter())
        changed(offices, (office,), times)
        if offices[office] == (_HELD if times > 0 else _HELD - 1):
            self._links.refresh(key)
            self._reconsider(key)
        for other in self._alone_as(key):
            if other[2].endswith(office):
                self._links.refresh(other)

    def who(self, key: Key) -> Link | None:
        """Whom a name means, if there is but one."""
        return self._by_office(key) if key[2] else self._by_ends(key)

    def namesakes(self, key: Key) -> list[Key]:
        """Those of the same surname who may be meant, the most used first.

        Of the others with a full name only those that had an office of his.
        """
        surname = key[1].split()[-1]
        bearers = sorted(self._surnames.get(surname, ()), key=self._use)
        if key[2]:
            return bearers
        offices = self._offices.get(key, Counter()).keys()
        same = [one for one in bearers if offices & self._offices.get(one, {}).keys()]
        return same + sorted(self._alone.get(surname, ()), key=self._use)

    def _use(self, key: Key) -> tuple[int, Key]:
        return -self._links.used(key), key

    def _alone_as(self, key: Key) -> Set[Key]:
        """The single names that may mean one of this full name."""
        words = key[1].split()
        alone = self._alone.get(words[-1], _NOBODY)
        leading = self._alone.get(words[0]) if words[0] in self._leading else None
        return alone | leading if leading else alone

    def _reconsider(self, key: Key) -> None:
        """Let those decide anew who have the ends of this name."""
        words = key[1].split()
        for other in self._ends[words[0], words[-1]] - {key}:
            self._links.refresh(other)
        for other in self._ends.get((words[-1], words[0]), ()):
            self._links.refresh(other)
        self._reconsider_short(key)

    def _reconsider_short(self, key: Key) -> None:
        """Let those decide anew whose first name may be short for that of this one."""
        first, surname = key[1].split()[0], key[1].split()[-1]
        for other in self._surnames[surname]:
            if is_short_for(other[1].split()[0], first):
                self._links.refresh(other)

    def _by_office(self, key: Key) -> Link | None:
        """Whom a surname with an office means: the one who has both in other documents."""
        office = key[2].removeprefix(ALONE).strip()
        if not office:
            return None
        bearers = Counter[Key]()
        for one in (*self._surnames.get(key[1], ()), *self._leading.get(key[1], ())):
            if one in self._offices and office in self._offices[one]:
                bearers[self._links.root(one)] += self._offices[one][office]
        if not bearers:
            return None
        best = min(bearers, key=lambda one: (-bearers[one], one))
        if bearers[best] < _SHARE * bearers.total():
            return None
        return Link(best, f"the only {key[1].title()} called {office}")

    def _by_ends(self, key: Key) -> Link | None:
        """Whom a first and a last name mean: the only one with a middle name or initial."""
        words = key[1].split()
        if len(words) == 3 and len(words[1]) == 1:
            return self._by_initial(key)
        if len(words) != 2:
            return None
        if turned := self._turned(key):
            return turned
        longer = [one for one in self._ends[words[0], words[-1]] if len(one[1].split()) == 3]
        initials = {one[1].split()[1][0] for one in longer}
        if len(initials) != 1:
            return self._by_nickname(key)
        best = max(longer, key=lambda one: (len(one[1]), one))
        if key in self._offices and (held := self._held(key)):
            theirs = set[str]().union(*map(self._held, longer))
            if theirs and not held & theirs:
                return None  # another one of that name, in another office
        return Link(best, "the only one with this first and last name")

    def _turned(self, key: Key) -> Link | None:
        """The same name with the family name at the other end, of one with the same office."""
        first, surname = key[1].split()
        other = ("person", f"{surname} {first}", "")
        if other < key or other not in self._offices:
            return None
        both = self._held(key) & self._held(other)
        if not both:
            return None
        return Link(other, f"the same name turned; both called {min(both)}")

    def _by_initial(self, key: Key) -> Link | None:
        """Whom a middle initial means: the only one with a middle name that begins with it."""
        first, initial, surname = key[1].split()
        spelt = [
            one
            for one in self._ends[first, surname]
            if one != key and len(one[1].split()) == 3 and one[1].split()[1][0] == initial
        ]
        if len(spelt) != 1:
            return None
        return Link(spelt[0], "the only one with a middle name of this initial")

    def _by_nickname(self, key: Key) -> Link | None:
        """Whom a short first name and a last name mean: the only one with the same office."""
        first, surname = key[1].split()
        held = self._held(key)
        same = [
            one
            for one in self._surnames[surname]
            if is_short_for(first, one[1].split()[0]) and held & self._held(one)
        ]
        given = {spelling(one[1].split()[0]) for one in same}
        initials = {one[1].split()[1][0] for one in same if len(one[1].split()) > 2}
        if len(given) != 1 or len(initials) > 1:
            return None
        best = max(same, key=lambda one: (len(one[1]), one))
        office = min(held & self._held(best) or held)
        full = best[1].split()[0]
        is_so = "another spelling of" if spelling(first) == spelling(full) else "short for"
        reason = f"{first.title()} is {is_so} {full.title()}; both called {office}"
        return Link(best, reason)

    def _held(self, key: Key) -> set[str]:
        """The offices that more than one document gives a person."""
        offices = self._offices.get(key, Counter[str]())
        return {office for office, times in offices.items() if times >= _HELD}


@lru_cache(maxsize=20_000)
def _may_be_family_name(first: str) -> bool:
    """Whether a name that stands first is none that people are given."""
    return not gazetteer().first_name(first.title())


def office_of(role: str) -> str:
    """A role as it is compared, without what follows a comma."""
    return fold(role.partition(",")[0])
