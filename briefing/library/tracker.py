"""The agreement tracker: one row an instrument across documents, with the history of its status.

Documents speak of one instrument where they use the same name (the same words, kind and year), or
names that a document explains by one another. Whatever else may be the same is shown as such and
kept apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from briefing.analysis.briefing import Status
from briefing.library.digest import Agreed, Digest
from briefing.library.instrument_aliases import short_forms
from briefing.library.instrument_keys import (
    acronym_key,
    anchor,
    contained,
    dated_by_name,
    is_common,
    is_described,
    is_one_of,
    is_plural,
    key_of,
    name_key,
    names_a_party,
    shortens,
    spells,
)
from briefing.library.instrument_title import title
from briefing.library.links import Key, Link, Links, changed, most
from briefing.library.status_history import Reported, Step, steps

T = TypeVar("T")

_COMMONER = 3  # times as often as a longer phrase, the name that it ends in must be used
_FEW = 3  # documents that use a name, too few to tell whether it is that of a sort
_OFTEN = 0.25  # of those that use it, the documents that do so in the plural where it is
_USUAL = 0.75  # of the documents that say which of several instruments they mean
_SHARED = 0.1  # of the uses of a name, those that say which of several instruments it is


@dataclass(frozen=True, slots=True)
class Naming:
    """A name of an instrument, why it is taken for one, and the documents that say so."""

    name: str
    reason: str
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Occurrence:
    """An agreement as one document tells of it; `document` is the caller's number for that."""

    document: int
    date: str | None
    path: str
    agreement: Agreed


@dataclass(frozen=True, slots=True)
class Tracked:
    """An instrument of a library.

    `status` is where its history stands at the end; `history` is in order of dates. `possibly` are
    the keys of rows that may be the same instrument, without the evidence for it.
    """

    key: Key
    name: str
    kind: str
    acronym: str | None
    status: Status
    since: str
    parties: tuple[str, ...]
    mentions: int
    occurrences: tuple[Occurrence, ...]
    history: tuple[Step, ...]
    background: tuple[Reported, ...]
    names: tuple[Naming, ...]
    possibly: tuple[Key, ...]

    @property
    def documents(self) -> tuple[int, ...]:
        """The documents that speak of it, the oldest first, each once."""
        return tuple(dict.fromkeys(one.document for one in self.occurrences))


class Tracker:
    """The instruments of a library that may grow, change and shrink.

    Taking in a document, or out, costs the time its own agreements take; a row is made when it is
    asked for, and kept until a document changes it.
    """

    def __init__(self) -> None:
        self._links = Links(self._infer, self._forget)
        self._occurrences: dict[Key, dict[tuple[int, int], Occurrence]] = {}
        self._in_document: dict[int, list[Key]] = {}
        self._anchored: dict[str, set[Key]] = {}
        self._holding: dict[str, set[Key]] = {}
        self._alike: dict[tuple[str, str], set[Key]] = {}
        self._tails: dict[Key, Counter[Key]] = {}
        self._ending: dict[Key, set[Key]] = {}
        self._rows: dict[Key, Tracked] = {}

    def add(self, document: int, digest: Digest) -> None:
        """Take in, or anew, what a document says of agreements."""
        self.remove(document)
        if not digest.agreements:
            return
        keys = []
        for place, agreement in enumerate(digest.agreements):
            key = key_of(agreement, digest.path, digest.date)
            occurrence = Occurrence(document, digest.date, digest.path, agreement)
            keys.append(key)
            if key not in self._occurrences:
                self._occurrences[key] = {}
                self._tails[key] = Counter()
                self._enter(key)
            self._occurrences[key][document, place] = occurrence
            self._take_tails(key, agreement, 1)
            self._use(key, 1)
            for short, (reason, firm) in short_forms(key, agreement).items():
                self._links.say(short, key, document, reason, firm)
                self._forget(short)
            self._forget(key)
        self._in_document[document] = keys

    def remove(self, document: int) -> None:
        """Take out what a document says."""
        for place, key in enumerate(self._in_document.pop(document, ())):
            self._forget(key)
            occurrence = self._occurrences[key].pop((document, place))
            for short in short_forms(key, occurrence.agreement):
                self._links.unsay(short, key, document)
                self._forget(short)
            self._take_tails(key, occurrence.agreement, -1)
            self._use(key, -1)
            if not self._occurrences[key]:
                del self._occurrences[key]
                self._leave(key)

    def __contains__(self, key: Key) -> bool:
        return self._links.root(key) in self._rows or any(
            one in self._occurrences for one in self._links.group(self._links.root(key))
        )

    def listed(self) -> list[Key]:
        """The instruments, in no order that means anything but always the same.

        What is only described is not among them, as nothing tells it from others, unless more than
        one document tells of such a thing between the same parties, or its words name them. Nor are
        those that one document alone speaks of in the plural, as they may be several.
        """
        return sorted(
            {
                self._links.root(key)
                for key, told in self._occurrences.items()
                if _is_known(key, told)
            }
        )

    def rows(self) -> list[Tracked]:
        """All instruments, each with its history."""
        return [self.row(key) for key in self.listed()]

    def row(self, key: Key) -> Tracked:
        """The instrument a key stands for. Raises KeyError for one no document speaks of."""
        root = self._links.root(key)
        if root not in self._rows:
            self._rows[root] = self._make(root)
        return self._rows[root]

    def of(self, document: int, place: int) -> Key | None:
        """The instrument that the agreement at `place` of a document is."""
        keys = self._in_document.get(document, ())
        return self._links.root(keys[place]) if place < len(keys) else None

    # What is like what

    def _take_tails(self, key: Key, agreement: Agreed, times: int) -> None:
        """Note, or no longer, which names those of a key end in."""
        tails = contained(agreement.name)
        changed(self._tails[key], tails, times)
        for tail in tails:
            if self._tails[key][tail]:
                self._ending.setdefault(tail, set()).add(key)
            else:
                _discard(self._ending, tail, key)

    def _use(self, key: Key, times: int) -> None:
        self._links.use(key, times)
        if is_one_of(key) and (plain := (key[0], key[1], "", "")) in self._occurrences:
            self._links.refresh(plain)
            self._forget(plain)
        for longer in self._ending.get(key, ()):
            self._links.refresh(longer)
            self._forget(longer)

    def _enter(self, key: Key) -> None:
        if not key[3]:
            self._anchored.setdefault(anchor(key), set()).add(key)
            for word in key[1].split():
                self._holding.setdefault(word, set()).add(key)
        self._alike.setdefault((key[0], key[1]), set()).add(key)
        self._reconsider(key)

    def _leave(self, key: Key) -> None:
        if not key[3]:
            _discard(self._anchored, anchor(key), key)
            for word in key[1].split():
                _discard(self._holding, word, key)
        del self._tails[key]
        _discard(self._alike, (key[0], key[1]), key)
        self._links.refresh(key)
        self._reconsider(key)

    def _reconsider(self, key: Key) -> None:
        """Let the names that may be short for this one decide anew."""
        shorter = set().union(*(self._anchored.get(word, ()) for word in key[1].split()))
        for other in (*self._alike.get((key[0], key[1]), ()), *shorter):
            if other != key and not other[3]:
                self._links.refresh(other)
                self._forget(other)

    def _infer(self, key: Key) -> Link | None:
        """What a name is short for that no document explains: the only one it can be."""
        if key not in self._occurrences or key[3]:
            return None
        for tail in sorted(self._tails[key]):
            if self._links.used(tail) > _COMMONER * self._links.used(key):
                return Link(tail, "a longer phrase that ends in that name")
        if not key[2]:
            alike = self._told_apart(key)
            years = {one[2] for one in self._links.candidates(key)} - {""}
            if alike and len(years) < 2 and (one := self._usual(alike)):
                only = "the only one" if len(alike) == 1 else "nearly always the one"
                return Link(one, f"{only} of that name, {one[2] or one[3]}")
            if alike:
                return None
        longer = [one for one in self._holding.get(anchor(key), ()) if shortens(key, one)]
        # "Forces Treaty", "Armed Forces Treaty" and "Armed Forces in Europe Treaty" are one chain.
        longest = max(longer, key=lambda one: (len(one[1]), not one[2], one), default=None)
        if longest is None or not all(
            one[1] == longest[1] or shortens(one, longest) for one in longer
        ):
            return None
        return Link(longest, "the same name with words left out, and no other's")

    def _forget(self, key: Key) -> None:
        """Have the row a name belongs to made anew."""
        self._rows.pop(self._links.root(key), None)

    # Rows

    def _make(self, root: Key) -> Tracked:
        group = self._links.group(root)
        found = [one for key in group for one in self._occurrences.get(key, {}).values()]
        if not found:
            raise KeyError(root)
        found.sort(key=lambda one: (one.date or "", one.path, one.agreement.start))
        proper = self._proper(group, found)
        names, acronyms, kinds, parties = (Counter[str]() for _ in range(4))
        for one in found:
            changed(names, {one.agreement.name, *one.agreement.aliases} & proper, 1)
            changed(kinds, (one.agreement.kind,), 1)
            changed(parties, one.agreement.parties, 1)
            if one.agreement.acronym and one.agreement.acronym not in one.agreement.name.split():
                changed(acronyms, (one.agreement.acronym,), 1)
        name = title(names)
        reports = [
            Reported(one.document, one.date, one.path, dated_by_name(one.agreement, told, one.date))
            for one in found
            for told in one.agreement.history
        ]
        if _is_a_sort(found) or any(map(self._is_shared, group)):
            history, background = tuple[Step, ...](), tuple(reports)
        else:
            history, background = steps(reports, len({one.document for one in found}))
        last = history[-1] if history else None
        return Tracked(
            key=root,
            name=name,
            kind=most(kinds),
            acronym=_acronym(acronyms, names, len(found)),
            status=last.status if last else "unspecified",
            since=last.date if last else "",
            parties=_agreed_parties(parties, len(found)),
            mentions=sum(one.agreement.mentions for one in found),
            occurrences=tuple(found),
            history=history,
            background=background,
            names=tuple(self._namings(group, name, found)),
            possibly=tuple(self._possibly(group, root)),
        )

    def _is_shared(self, key: Key) -> bool:
        """Whether several instruments bear a name, of which a year or the parties tell each.

        What is said of the name alone may be said of any: the budget act of some year.
        """
        if key[2] or key[3]:
            return False
        said = [one for one in self._links.candidates(key) if one[2]]
        times: Counter[Key] = Counter()
        for one in {*self._told_apart(key), *said}:
            if self._says_so(one):
                times[one[2:]] += self._links.used(one)
        if len(times) < 2 or max(times.values()) >= _USUAL * times.total():
            return False
        return times.total() >= _SHARED * self._links.used(key)

    def _told_apart(self, key: Key) -> list[Key]:
        """Those of the same words that a year or their parties tell apart."""
        return [one for one in self._alike.get((key[0], key[1]), ()) if is_one_of(one)]

    def _usual(self, alike: Iterable[Key]) -> Key | None:
        """The one that is meant nearly always where one of them is."""
        used = {one: self._links.used(one) for one in alike}
        best = min(used, key=lambda one: (-used[one], one), default=None)
        return best if best and used[best] >= _USUAL * sum(used.values()) else None

    def _says_so(self, key: Key) -> bool:
        """Whether its parties, or the year in its name, tell an instrument from others."""
        if not key[2]:
            return True
        names = {one.agreement.name for one in self._occurrences.get(key, {}).values()}
        return any(named and named[2] for named in map(name_key, names))

    @staticmethod
    def _proper(group: list[Key], found: list[Occurrence]) -> set[str]:
        """The names that are of this instrument: those of agreements, and aliases of their keys."""
        members = {key[:2] for key in group}
        names = {one.agreement.name for one in found}
        aliases = {alias for one in found for alias in one.agreement.aliases} - names
        return names | {
            alias for alias in aliases if (key := name_key(alias)) and key[:2] in members
        }

    def _namings(self, group: list[Key], name: str, found: list[Occurrence]) -> Iterator[Naming]:
        """The other names, in the order of the alphabet, each with the reason for taking it in."""
        forms: dict[str, dict[int, None]] = {}
        for one in found:
            agreement = one.agreement
            for form in (agreement.name, agreement.acronym, *agreement.aliases):
                if form and form != name:
                    forms.setdefault(form, {})[one.document] = None
        members = set(group)
        for form, documents in sorted(forms.items()):
            key = acronym_key(form) if form.isupper() and " " not in form else name_key(form)
            keys = [one for one in members if key and one[:2] == key[:2]]
            if keys:
                link = next(filter(None, map(self._links.link, sorted(keys))), None)
                reason = link.reason if link else "the same words, kind and year"
                said = link.documents if link and link.documents else tuple(documents)
                yield Naming(form, reason, said)

    def _possibly(self, group: list[Key], root: Key) -> Iterator[Key]:
        """Others of the same words and kind, or that a short form of this may stand for."""
        near: dict[Key, None] = {}
        for key in group:
            if key[1]:
                near.update(dict.fromkeys(sorted(self._alike.get((key[0], key[1]), ()))))
            near.update(dict.fromkeys(self._links.candidates(key)))
        members = {root}
        for key in near:
            other = self._links.root(key)
            if other not in members and other in self._occurrences:
                members.add(other)
                yield other


def _is_known(key: Key, told: Mapping[tuple[int, int], Occurrence]) -> bool:
    if is_described(key):
        return False
    if len({document for document, _ in told}) > 1:
        return True
    if all(is_plural(one.agreement.name) for one in told.values()):
        return False
    return not key[3] or is_one_of(key) or names_a_party(key)


def _is_a_sort(found: Iterable[Occurrence]) -> bool:
    """Whether a name of common words is used of one as of many: "project labor agreements"."""
    names = [one.agreement.name for one in found if is_common(one.agreement.name)]
    plural = sum(map(is_plural, names))
    return len(names) > _FEW and _OFTEN * len(names) <= plural < len(names)


def _acronym(acronyms: Counter[str], names: Iterable[str], documents: int) -> str | None:
    """The acronym used most that the names spell, or that many of the documents give."""
    names = tuple(names)
    known = {
        one: times
        for one, times in acronyms.items()
        if 4 * times >= documents or any(spells(one, name) for name in names)
    }
    return most(Counter(known)) or None


def _agreed_parties(parties: Counter[str], documents: int) -> tuple[str, ...]:
    """Those that a fair share of the documents name, most often named first."""
    often = max(parties.values(), default=0)
    kept = [one for one, times in parties.items() if 4 * times >= often or documents < 3]
    return tuple(sorted(kept, key=lambda one: (-parties[one], one))[:12])


def _discard(index: dict[T, set[Key]], at: T, key: Key) -> None:
    if (members := index.get(at)) is not None:
        members.discard(key)
        if not members:
            del index[at]
