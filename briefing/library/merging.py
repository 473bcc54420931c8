"""Who and what the documents of a library name, each once, with the evidence for every merge.

The same full name of the same kind is one entity. Other names join it where documents explain them
(an acronym by its expansion, a known other name), or where of all people only one can be meant.
Whatever else may be the same is shown as such and kept apart.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Container, Iterator
from dataclasses import dataclass
from typing import NamedTuple, cast

from briefing.analysis.briefing import EntityKind
from briefing.analysis.names.merging import fold
from briefing.analysis.vocabulary import SUFFIXES
from briefing.library.digest import Digest, Named
from briefing.library.links import Key, Link, Links, most
from briefing.library.people import ALONE, People, office_of
from briefing.library.ranking import Ranking

_KNOWN = ("another name of", "abbreviation of", "also the people of", "defined in", "initials of")
"""How the reasons begin that hold in every document."""
_FEW = 12  # that may be the same, and are listed


class Place(NamedTuple):
    """Where a document names an entity: which of the entities of its digest it is."""

    document: int
    place: int
    mentions: int


class Line(NamedTuple):
    """What a list shows of an entity. Each of its names counts the documents that use it."""

    name: str
    role: str | None
    documents: int
    alone: bool


@dataclass(frozen=True, slots=True)
class Alias:
    """Another name, why it is taken for one, and the documents that say so."""

    name: str
    reason: str
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Merged:
    """An entity of a library. `alone` is a single name of a person, which several may bear.

    `possibly` are the keys of entities that may be the same, without the evidence for it.
    """

    key: Key
    name: str
    kind: EntityKind
    role: str | None
    alone: bool
    mentions: int
    places: tuple[Place, ...]
    aliases: tuple[Alias, ...]
    possibly: tuple[Key, ...]


class _Node:
    """A name in all documents that use it: document, place and mentions by threes.

    `key` is the one that is held wherever the name is: equal ones would each take room.
    """

    __slots__ = ("forms", "key", "placed", "roles")

    def __init__(self, key: Key) -> None:
        self.key = key
        self.placed = array("I")
        self.forms: list[str] = []
        self.roles: list[str | None] = []

    def __len__(self) -> int:
        return len(self.forms)

    def add(self, document: int, place: int, named: Named) -> None:
        self.placed.extend((document, place, named.mentions))
        self.forms.append(named.name)
        self.roles.append(named.role)

    def remove(self, document: int, place: int) -> str | None:
        at = next(
            at
            for at in range(len(self.forms) - 1, -1, -1)
            if self.placed[3 * at] == document and self.placed[3 * at + 1] == place
        )
        del self.placed[3 * at : 3 * at + 3]
        del self.forms[at]
        return self.roles.pop(at)

    @property
    def mentions(self) -> int:
        return sum(self.placed[2::3])

    def places(self) -> Iterator[Place]:
        placed = iter(self.placed)
        return (Place(*one) for one in zip(placed, placed, placed, strict=True))


class Entities:
    """The entities of a library that may grow, change and shrink.

    Taking in a document, or out, costs the time its own names take.
    """

    def __init__(self) -> None:
        self._links = Links(self._infer, self._moved)
        self._nodes: dict[Key, _Node] = {}
        self._in_document: dict[int, tuple[Key, ...]] = {}
        self._explained: dict[int, tuple[tuple[Key, Key], ...]] = {}
        self._people = People(self._links)
        self._ranking = Ranking()
        self._touched: set[Key] = set()

    def add(self, document: int, digest: Digest) -> None:
        """Take in, or anew, what a document names."""
        self.remove(document)
        found, said = [], []
        for place, named in enumerate(digest.entities):
            key = key_of(named)
            if (node := self._nodes.get(key)) is None:
                node = self._nodes[key] = _Node(key)
                if key[0] == "person":
                    self._people.enter(key)
            key = node.key
            node.add(document, place, named)
            if key[0] == "person" and named.role:
                self._people.hold(key, named.role, 1)
            self._links.use(key, 1)
            for short, (reason, firm) in _explained(named, key).items():
                self._links.say(short, key, document, reason, firm)
                said.append((short, key))
            self._forget(key)
            found.append(key)
        self._in_document[document] = tuple(found)
        if said:
            self._explained[document] = tuple(said)

    def remove(self, document: int) -> None:
        """Take out what a document names."""
        for short, full in self._explained.pop(document, ()):
            self._links.unsay(short, full, document)
        for place, key in enumerate(self._in_document.pop(document, ())):
            role = self._nodes[key].remove(document, place)
            if key[0] == "person" and role:
                self._people.hold(key, role, -1)
            self._links.use(key, -1)
            if not len(self._nodes[key]):
                del self._nodes[key]
                self._links.refresh(key)
                if key[0] == "person":
                    self._people.leave(key)
            self._forget(key)

    def __len__(self) -> int:
        self._count()
        return len(self._ranking)

    def ranked(self, kind: str, among: Container[int] | None = None) -> list[Key]:
        """The entities of a kind, those that most documents (`among` some, if given) name first."""
        self._count()
        if among is None:
            return self._ranking.ordered(kind)
        among_them: Counter[Key] = Counter()
        for key, node in self._nodes.items():
            if key[0] == kind and (times := sum(one in among for one in node.placed[::3])):
                among_them[self._links.root(key)] += times
        return sorted(among_them, key=lambda key: (-among_them[key], key))

    def documents(self, key: Key) -> set[int]:
        """The documents that name an entity."""
        group = self._links.group(self._links.root(key))
        return {one for key in group if key in self._nodes for one in self._nodes[key].placed[::3]}

    def of(self, document: int, place: int) -> Key:
        """The entity that the one at `place` in the digest of a document is."""
        return self._links.root(self._in_document[document][place])

    def line(self, key: Key) -> Line:
        """What a list shows of an entity, in a fraction of the time that its row takes."""
        root = self._links.root(key)
        forms: Counter[str] = Counter()
        roles: Counter[str] = Counter()
        documents = 0
        for one in self._links.group(root):
            if (node := self._nodes.get(one)) is not None:
                forms.update(node.forms)
                documents += len(node)
                if root[0] == "person":
                    roles.update(role for role in node.roles if role)
        name, alone = _shown(forms, root[0]), root[2].startswith(ALONE)
        return Line(name, most(roles) or None, documents, alone)

    def row(self, key: Key) -> Merged:
        """The entity a key stands for. Raises KeyError for one that no document names."""
        root = self._links.root(key)
        group = [one for one in self._links.group(root) if one in self._nodes]
        if not group:
            raise KeyError(key)
        forms: Counter[str] = Counter()
        roles: Counter[str] = Counter()
        for one in group:
            node = self._nodes[one]
            forms.update(node.forms)
            roles.update(role for role in node.roles if role)
        name = _shown(forms, root[0])
        places = [place for one in group for place in self._nodes[one].places()]
        return Merged(
            key=root,
            name=name,
            kind=cast(EntityKind, root[0]),
            role=most(roles) or None,
            alone=root[2].startswith(ALONE),
            mentions=sum(place.mentions for place in places),
            places=tuple(sorted(places)),
            aliases=tuple(self._aliases(group, name)),
            possibly=tuple(self._possibly(group, root))[:_FEW],
        )

    # What is like what

    def _infer(self, key: Key) -> Link | None:
        if key[0] != "person" or key not in self._nodes:
            return None
        return self._people.who(key)

    def _moved(self, key: Key) -> None:
        self._forget(key)
        if key[0] == "person":
            self._people.moved(key)

    def _forget(self, key: Key) -> None:
        """Count anew what a name stands for."""
        self._touched.add(key)
        self._touched.add(self._links.root(key))

    def _count(self) -> None:
        """Count the documents of the entities that have changed."""
        for key in self._touched | set(map(self._links.root, self._touched)):
            times = 0
            if self._links.root(key) == key:
                group = self._links.group(key)
                times = sum(len(self._nodes[one]) for one in group if one in self._nodes)
            self._ranking.count(key, times)
        self._touched.clear()

    # Rows

    def _aliases(self, group: list[Key], name: str) -> Iterator[Alias]:
        for key in group:
            node, link = self._nodes[key], self._links.link(key)
            for form, _ in sorted(Counter(node.forms).items()):
                if form == name:
                    continue
                reason = link.reason if link else "the same name and kind"
                said = link.documents if link else ()
                named = sorted(
                    {
                        p.document
                        for p, f in zip(node.places(), node.forms, strict=True)
                        if f == form
                    }
                )
                yield Alias(form, reason, said or tuple(named))

    def _possibly(self, group: list[Key], root: Key) -> Iterator[Key]:
        near: dict[Key, None] = {}
        for key in group:
            near.update(dict.fromkeys(self._links.candidates(key)))
            if key[0] == "person":
                near.update(dict.fromkeys(self._people.namesakes(key)))
        seen = {root}
        for key in near:
            other = self._links.root(key)
            if other not in seen and other in self._nodes:
                seen.add(other)
                yield other


def key_of(named: Named) -> Key:
    """What an entity of a document is one with in others: its kind, its name, and for a person of
    one name only the office that goes with it."""
    words = fold(named.name).split()
    if named.kind != "person":
        words = _unadorned(words) if named.kind == "organisation" else words
        return named.kind, " ".join(words), ""
    plain = [word for word in words if word not in _SUFFIXES]
    words = plain if len(plain) > 1 else words  # "Elizabeth II" is no single name
    if len(words) > 1:
        return "person", " ".join(words), ""
    office = office_of(named.role) if named.role else ""
    return "person", " ".join(words) or named.name, f"{ALONE} {office}".strip()


_SUFFIXES = frozenset(map(fold, SUFFIXES)) - {"sr"}  # a father is not his son


def _unadorned(words: list[str]) -> list[str]:
    """The words of an organisation's name, without the country where the rest is a name.

    The "U.S. Department of Health & Labor" is that of health and labor.
    """
    if "&" in words:
        words = ["and" if word == "&" else word for word in words]
    ahead = 1 if words[:1] == ["us"] else 2 if words[:2] == ["united", "states"] else 0
    return words[ahead:] if len(words) - ahead > 2 and words[ahead] != "of" else words


def _explained(named: Named, key: Key) -> dict[Key, tuple[str, bool]]:
    """The other names that hold in every document, with the reason, and whether it is firm."""
    found: dict[Key, tuple[str, bool]] = {}
    if key[2]:
        return found
    for alias, reason in ((merge.alias, merge.reason) for merge in named.merges):
        words = fold(alias).split()
        acronym = " " not in alias and alias.isupper() and alias.isalpha() and len(alias) > 1
        known = reason.startswith(_KNOWN)
        if named.kind == "person":
            holds = len([word for word in words if word not in _SUFFIXES]) > 1
        else:
            holds = len(words) > 1 or acronym or known or any(map(str.isdigit, alias))
        short = key_of(named._replace(name=alias, role=None))
        if holds and words and short != key:
            found.setdefault(short, (reason, acronym or known))
    return found


def _shown(forms: Counter[str], kind: str) -> str:
    """The name to show: the one used most, of a person a full one, and else no acronym."""
    full = Counter({form: times for form, times in forms.items() if " " in form})
    plain = Counter({form: times for form, times in forms.items() if not _is_acronym(form)})
    return most((full if kind == "person" else plain) or plain or forms)


def _is_acronym(form: str) -> bool:
    return form.isupper() or len(form) < 3  # "Uk" of a heading
