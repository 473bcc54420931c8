"""The states and bodies a document names: by name, demonym, capital, abbreviation or in a pair.

"The Turkish-Libyan deal" names two, "Delhi signed" one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from functools import cache, cached_property, lru_cache
from itertools import islice, pairwise
from operator import attrgetter
from typing import NamedTuple

from briefing.analysis.briefing import Entity, Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.document import Document

_CAPITAL = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w’']*(?:\.(?=\S))?|\d*[A-Z]\w*")
_WORDS = re.compile(r"\S+")
_TRAIL = re.compile(r"(?:['’]s?)?[,;:)”\"\]]*(?:['’]s?)?$")
_PAIR = re.compile(
    r"(?<!\w)((?:[A-Z]\.){2,}|[A-Z]\w+)\s?[-–—/]\s?((?:[A-Z]\.){2,}|[A-Z]\w+)"
    r"(?:\s?[-–/]\s?([A-Z]\w+))?"
)
_CONTINENT = re.compile(r"Americans?\b")
_PART = re.compile(r"\b(?:South|Latin|North|Central|Native|African|Asian|Pan|Meso)[\s-]$")
_BODY = re.compile(
    r"\b(?!The\s)(?:[A-Z][\w&’'-]*\s){1,5}(?:\w*[Ww]orkers|Union|Guild|Teamsters|Motors?|Front|Movement|Forces"
    r"|Federation|Brotherhood|Association|Airlines|Airways|Studios|Pilots|Nurses)\b"
    r"(?:\sof\s(?:the\s)?[A-Z]\w+)?|\bTeamsters\b"
)
# What stands for a state that is named beside it.
_STATELY = re.compile(r"(?:Governments?|States?|Republic|Kingdom)\b")
_ORGAN_OF = re.compile(
    r"\s(?:Senate|Congress|Parliament|House of \w+|Cabinet|Government|Army|Navy|Ministry|Knesset"
    r"|Assembly|Supreme Court|State Department|Council of Ministers|Embassy)$"
)
_OFFICES = frozenset(
    ("Ministers", "Leaders", "Presidents", "Parties", "Members", "Governments", "Delegates")
)
_SORT = re.compile(
    r"\b(?:movement|group|union|rebels|militia|company|firm|giant|maker|faction|airline|retailer"
    r"|carrier|lender|bank|insurer)\s+$"
)
_COMBINING = {
    "Indo": "India",
    "Sino": "China",
    "Russo": "Russia",
    "Anglo": "United Kingdom",
    "Franco": "France",
    "Greco": "Greece",
    "Austro": "Austria",
}
_BROKERED = re.compile(
    r"(?:brokered|mediated|facilitated|hosted|sponsored|condemned|welcomed|denounced|opposed|backed"
    r"|overseen|monitored|organi[sz]ed)\s+(?:\w+\s+){0,3}(?:by|from)\s+[^.;,]{0,60}$",
    re.IGNORECASE,
)
_SCENE = re.compile(r"(?:\b(?:in|at|near|from|to|of)\s+(?:the\s+)?|[A-Z]\w+,\s+)$")
# What a pair of states only owns or comes from: "the US-UK base", "an Irish-French singer".
_OWNED = re.compile(
    r"\s(?:[a-z]+\s)?(?:bases?|facilit\w+|citizens?|nationals?|compan\w+|firms?|singer|actor|actress|author"
    r"|journalist|activist|film|team|couple|family|businessman|economist|scientist|soldier)\b"
)
# Where a report is from: "OSLO, May 2 (Agency) -- ".
_DATELINE = re.compile(
    r"[A-Z][A-Z .'’-]{2,30}(?:,[^-–—()\n]{0,40})?\s*(?:\([^()\n]{2,20}\)\s*)?(?:--|[–—]|-\s)"
)
_AND = re.compile(r",?\s+(?:and|with)\s+(?:the\s+)?")
_COMMA = re.compile(r",\s+(?:the\s+)?")
_REGION = re.compile(r"\b(?=([A-Z]\w+(?:\s+[A-Z]\w+){0,2}))")
_READ = 200  # sentences


class Party(NamedTuple):
    """A state or body, and where the text names it."""

    name: str
    start: int
    end: int


def state(form: str) -> str | None:
    """The state or union that a name, demonym, capital or abbreviation stands for."""
    gazette = gazetteer()
    if form in ("EU", "E.U.", "European Union", "Brussels", "European Commission"):
        return "European Union"
    return gazette.country(form) or gazette.demonym(form) or gazette.capital(form)


@lru_cache(maxsize=16384)
def _named(form: str) -> str | None:
    """The state or well-known body that a form names."""
    if _ORGAN_OF.search(form):
        return state(form.split()[0]) or gazetteer().body(form)
    return state(form) or gazetteer().body(form)


@cache
def _first_words() -> frozenset[str]:
    """The words with which the forms of states and bodies begin."""
    gazette = gazetteer()
    tables = (gazette.countries, gazette.demonyms, gazette.capitals, gazette.bodies)
    known = {form.split()[0] for table in tables for form in table if form}
    return frozenset(known | {"EU", "E.U.", "European", "Brussels"})


@lru_cache(maxsize=16384)
def _may_begin(word: str) -> bool:
    """Whether a name of a state or body can begin with a word, with marks behind it or not."""
    plain = _TRAIL.sub("", word).replace("’", "'")
    forms = {word.replace("’", "'"), plain, plain.rstrip(".")}
    return any(form in _first_words() or form.title() in _first_words() for form in forms)


def _stately(name: str) -> bool:
    """Whether a body is a state, or an organ by which it acts ("US Senate")."""
    return bool(_STATELY.match(name)) or bool(
        _ORGAN_OF.search(name) and state(name.split()[0]) is not None
    )


def _bodies(text: str, entities: Sequence[Entity]) -> list[tuple[int, int, str]]:
    """Organisations, and what their names or the words before them show to be some.

    A rebel movement with a name of one word looks like a person, a company like a place.
    """
    found: list[tuple[int, int, str]] = []
    for entity in entities:
        if entity.name in _OFFICES:
            continue
        known = entity.kind == "organisation" or (
            entity.kind == "place" and not gazetteer().place_kind(entity.name)
        )
        if not known and entity.kind in ("person", "place") and " " not in entity.name:
            known = any(_SORT.search(text, max(0, m.start - 30), m.start) for m in entity.mentions)
            known = known and not state(entity.name)
        if known and not _stately(entity.name) and not gazetteer().group(entity.name):
            found += [(m.start, m.end, entity.name) for m in entity.mentions]
    ends = sorted(end for _, end, _ in found)
    for match in _BODY.finditer(text):
        at = bisect_right(ends, match.start())
        name = " ".join(match.group().split())
        if (at == len(ends) or ends[at] > match.end()) and not state(name):
            found.append((*match.span(), name))
    return found


class Nations:
    """The states and bodies that a document names, and which of them it names together."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], entities: Sequence[Entity]
    ) -> None:
        self.text = document.text
        self.sentences = sentences
        self._bodies = sorted(_bodies(document.text, entities))
        self._read_sentences: dict[int, list[Party]] = {}
        self._read_groups: dict[Sentence, tuple[str, ...]] = {}

    def within(self, start: int, end: int, bodies: bool = True) -> list[Party]:
        """The states, and the bodies, named in `[start, end)`, in reading order."""
        found = self._stated(start, end)
        if not bodies:
            return [party for party in found if state(party.name)]
        for begin, finish, name in self._bodies[bisect_left(self._bodies, (start, start, "")) :]:
            if begin >= end:
                break
            if finish <= end and not any(p.start == begin for p in found):
                found = [p for p in found if not begin <= p.start < finish]
                found.append(Party(name, begin, finish))
        return sorted(found, key=lambda party: party.start)

    @cached_property
    def principal(self) -> list[str]:
        """The countries the document is about, the most mentioned first."""
        count = Counter(
            party.name
            for sentence in self.sentences[:_READ]
            for party in self.within(sentence.start, sentence.end, bodies=False)
            if not _SCENE.search(self.text, max(0, party.start - 20), party.start)
            and not _BROKERED.search(self.text, max(0, party.start - 80), party.start)
        )
        return [name for name, _ in count.most_common()]

    @cached_property
    def _groups(self) -> tuple[tuple[str, ...], Sentence] | None:
        """The states named together most often, and where they are first."""
        count = Counter[frozenset[str]]()
        first: dict[frozenset[str], tuple[tuple[str, ...], Sentence]] = {}
        for sentence in self.sentences[:_READ]:
            group = self._group(sentence)
            if group:
                count[frozenset(group)] += 1
                first.setdefault(frozenset(group), (group, sentence))
        return first[count.most_common(1)[0][0]] if count else None

    def _group(self, sentence: Sentence) -> tuple[str, ...]:
        """The first states of the sentence that are named in one breath."""
        if sentence not in self._read_groups:
            self._read_groups[sentence] = self._first_group(sentence)
        return self._read_groups[sentence]

    def _first_group(self, sentence: Sentence) -> tuple[str, ...]:
        group: list[str] = []
        joined = False
        states = [
            party
            for party in self.within(sentence.start, sentence.end, bodies=False)
            if not _BROKERED.search(self.text, max(sentence.start, party.start - 120), party.start)
        ]
        for one, other in pairwise(states):
            paired = one.start == other.start and not _OWNED.match(self.text, one.end)
            link = paired or _AND.fullmatch(self.text, one.end, other.start)
            if one.name != other.name and (
                link or _COMMA.fullmatch(self.text, one.end, other.start)
            ):
                group += [other.name] if group else [one.name, other.name]
                joined = joined or bool(link)
            elif joined:
                break
            else:
                group = []
        return tuple(dict.fromkeys(group)) if joined else ()

    @cached_property
    def _starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    def _number(self, sentence: Sentence) -> int:
        """Which sentence of the document it is, or lies in."""
        return max(0, bisect_right(self._starts, sentence.start) - 1)

    def written(self, name: str) -> str:
        """`name` as the document mostly writes it: "US" for "United States"."""
        short = [
            form
            for forms in (gazetteer().countries, gazetteer().bodies)
            for form, full in forms.items()
            if full == name and form.replace(".", "").isupper()
        ]
        count = {form: self.text.count(f"{form} ") for form in (name, *short)}
        return max(count, key=lambda form: (count[form], form == name, form))

    def _places(self, start: int, end: int) -> list[Party]:
        """The countries and regions named in `[start, end)`."""
        found = [
            party
            for party in self.within(start, end, bodies=False)
            if not gazetteer().capital(self.text[party.start : party.end])
        ]
        for match in _REGION.finditer(self.text, start, end):
            words = match.group(1).split()
            for count in range(len(words), 0, -1):
                name = " ".join(words[:count])
                if gazetteer().place_kind(name) == "region" and not state(name):
                    if not any(p.start <= match.start() < p.end for p in found):
                        found = [*found, Party(name, match.start(), match.start() + len(name))]
                    break
        return sorted(found, key=lambda party: party.start)

    def _stated(self, start: int, end: int) -> list[Party]:
        """The states and well-known bodies in `[start, end)`, which lies in one sentence."""
        at = max(0, bisect_right(self._starts, start) - 1)
        if at not in self._read_sentences:
            sentence = self.sentences[at]
            self._read_sentences[at] = self._read(sentence.start, sentence.end)
        found = self._read_sentences[at]
        low = bisect_left(found, start, key=attrgetter("start"))
        high = bisect_left(found, end, key=attrgetter("start"))
        return [party for party in found[low:high] if party.end <= end]

    def _read(self, start: int, end: int) -> list[Party]:
        found: list[Party] = []
        from_where = _DATELINE.match(self.text, start, end)
        start = from_where.end() if from_where else start
        for pair in _PAIR.finditer(self.text, start, end):
            first, *others = pair.groups()
            if self.text.endswith("United ", start, pair.start()):
                first = f"United {first}"
            sides = [name for name in map(_side, (first, *others)) if name]
            if len(sides) > 1:
                found += [Party(name, pair.start(), pair.end()) for name in sides]
        taken = {party.start for party in found}
        reach = start
        for match in _CAPITAL.finditer(self.text, start, end):
            if match.group() == "Ireland" and self.text.endswith("Northern ", start, match.start()):
                continue
            if _CONTINENT.match(match.group()) and _PART.search(
                self.text, max(start, match.start() - 12), match.start()
            ):
                continue  # "South American"
            if match.start() >= reach and match.start() not in taken:
                hit = self._longest(match.start(), end)
                if hit is not None:
                    found.append(hit)
                    reach = hit.end
        return sorted(found, key=lambda party: party.start)

    def _longest(self, start: int, end: int) -> Party | None:
        words = list(islice(_WORDS.finditer(self.text, start, min(end, start + 60)), 6))
        if not words or not _may_begin(words[0].group()):
            return None
        ends = [word.end() for word in words]
        for reach in reversed(ends):
            form = " ".join(self.text[start:reach].split())
            bare = _TRAIL.sub("", form)
            for candidate in dict.fromkeys((form, bare, bare.rstrip("."))):
                name, last = _named(candidate), reach - len(form) + len(candidate)
                if name and not candidate.isupper() and gazetteer().body(candidate) == name:
                    name = candidate  # "Shell" by whatever longer name it is known
                if name:
                    return Party(name, start, last)
        return None


def _side(form: str | None) -> str | None:
    if not form:
        return None
    return state(form) or _COMBINING.get(form) or gazetteer().body(form)
