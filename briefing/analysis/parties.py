"""Who is bound by an instrument: the states and bodies that the text gives as its parties.

Capitals, demonyms and leaders stand for their states, as in "the Turkish-Libyan deal" or "Delhi
signed". Applicants, mediators and critics are no parties.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from briefing.analysis import clauses
from briefing.analysis.briefing import Entity, Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments import Instrument
from briefing.document import Document

_CAPITAL = re.compile(r"(?:[A-Z]\.){2,}|[A-Z][\w’']*(?:\.(?=\S))?|\d*[A-Z]\w*")
_WORDS = re.compile(r"\S+")
_TRAIL = re.compile(r"(?:['’]s?)?[,;:)”\"\]]*(?:['’]s?)?$")
_PAIR = re.compile(
    r"(?<!\w)((?:[A-Z]\.){2,}|[A-Z]\w+)\s?[-–—/]\s?((?:[A-Z]\.){2,}|[A-Z]\w+)"
    r"(?:\s?[-–/]\s?([A-Z]\w+))?"
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
_BOTH = re.compile(
    r"\b(?:both|the\s+two|both\s+the|two)\s+"
    r"(?:sides|countries|nations|governments|states|parties|allies|neighbou?rs|leaders)\b",
    re.IGNORECASE,
)
_MEDIATOR = re.compile(
    r"(?:brokered|mediated|facilitated|hosted|sponsored|condemned|criticised|criticized|welcomed"
    r"|denounced|opposed|rejected|overseen|monitored)\s+by\s+[^.;]{0,60}$"
    r"|(?:according to|outside|against|like|unlike|in|at|near|from)\s+(?:the\s+|\w+ern\s+)?$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[^.;:]{0,60}?\b(?:between|among|amongst)\s+", re.IGNORECASE)
_WITH = re.compile(r"[^.;:,]{0,40}?\bwith\s+", re.IGNORECASE)
_BY = re.compile(
    r"[^.;:]{0,80}?\b(?:signed|ratified|agreed|reached|concluded)\s+(?:\w+\s+)?by\s+", re.I
)
_LIST_END = re.compile(
    r"[.;:(]|\b(?:on|to|in|for|that|which|who|will|would|is|are|was|were|has|have|had|at|after|over"
    r"|as|under|aimed|agreed|signed|reached|could|may|from|by|since|during|regarding|concerning"
    r"|covering|said|before|when|while|until|into|about|gives?|gave|takes?|took)\b",
    re.IGNORECASE,
)
_AGREE = re.compile(
    r"\b(?:(?:co-)?sign(?:s|ed|ing)?|ink(?:s|ed)?|reach(?:es|ed|ing)?|agree(?:s|d)?|conclude(?:s|d)?"
    r"|clinch(?:es|ed)?|struck|strike|ratif(?:y|ies|ied|ying)|acced(?:e|es|ed)|join(?:s|ed)?"
    r"|finali[sz]e(?:s|d)?|seal(?:s|ed)?|enter(?:s|ed)?(?: into)?|announce(?:s|d)?"
    r"|(?:re)?negotiat(?:e|es|ed|ing)|withdr(?:ew|aw|aws|awn)|suspend(?:s|ed)?|pull(?:s|ed)? out"
    r"|quit|quits|left|rejoin(?:s|ed)?|adopt(?:s|ed)?|renew(?:s|ed)?|extend(?:s|ed)?|made|cut"
    r"|return(?:s|ed)?|violat(?:e|es|ed|ing)|breach(?:es|ed)?|implement(?:s|ed)?"
    r"|(?:party|parties|signator(?:y|ies)) to|obligations|withdrawal|adherence)\b",
    re.IGNORECASE,
)
_LEGISLATURE = re.compile(
    r"\b(?:[Pp]arliament|[Cc]ongress|[Ss]enate|[Hh]ouse|[Ll]egislature|[Aa]ssembly|[Ll]awmakers|Diet"
    r"|[Gg]overnor|[Pp]resident|[Cc]abinet|[Gg]overnment|[Mm]inister|[Ss]tate|law|right)\b"
)


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


class Nations:
    """The states and bodies that a document names, by position."""

    def __init__(self, document: Document, entities: Sequence[Entity]) -> None:
        self.text = document.text
        bodies = {
            (mention.start, mention.end): entity.name
            for entity in entities
            if entity.kind == "organisation"
            for mention in entity.mentions
        }
        self._bodies = sorted((start, end, name) for (start, end), name in bodies.items())
        self._cache: dict[tuple[int, int], list[Party]] = {}

    def within(self, start: int, end: int, bodies: bool = True) -> list[Party]:
        """The states, and the bodies, named in `[start, end)`, in reading order."""
        key = start, end
        if key not in self._cache:
            self._cache[key] = self._read(start, end)
        found = self._cache[key]
        if bodies:
            low = bisect_left(self._bodies, (start, start, ""))
            for begin, finish, name in self._bodies[low:]:
                if begin >= end:
                    break
                if finish <= end:
                    inside = [p for p in found if begin <= p.start and p.end <= finish]
                    if inside and state(name) is None and inside[0].start == begin:
                        continue
                    found = [p for p in found if p not in inside]
                    found.append(Party(name, begin, finish))
        return sorted(found, key=lambda party: party.start)

    def _read(self, start: int, end: int) -> list[Party]:
        found: list[Party] = []
        reach = start
        for pair in _PAIR.finditer(self.text, start, end):
            sides = [name for name in map(_side, pair.groups()) if name]
            if len(sides) > 1:
                found += [Party(name, pair.start(), pair.end()) for name in sides]
        taken = {party.start for party in found}
        for match in _CAPITAL.finditer(self.text, start, end):
            if match.start() >= reach and match.start() not in taken:
                hit = self._longest(match.start(), end)
                if hit is not None:
                    found.append(hit)
                    reach = hit.end
        return found

    def _longest(self, start: int, end: int) -> Party | None:
        words = list(_WORDS.finditer(self.text, start, min(end, start + 60)))[:6]
        for count in range(len(words), 0, -1):
            raw = self.text[start : words[count - 1].end()]
            form = " ".join(raw.split())
            bare = _TRAIL.sub("", form)
            for candidate in dict.fromkeys((form, bare, bare.rstrip("."))):
                name = state(candidate) or gazetteer().body(candidate)
                if name:
                    return Party(name, start, start + len(raw))
        return None


def _side(form: str | None) -> str | None:
    if not form:
        return None
    return state(form) or _COMBINING.get(form)


def of_pact(
    nations: Nations, mentions: Iterable[tuple[Instrument, Sentence]], principal: Sequence[str]
) -> list[tuple[Party, Sentence, int]]:
    """The parties the sentences give an agreement, each with its sentence and how sure it is.

    `principal` are the countries the document is about, which "the two sides" are.
    """
    found: list[tuple[Party, Sentence, int]] = []
    text = nations.text
    for mention, sentence in mentions:

        def take(parties: Iterable[Party], weight: int, sentence: Sentence = sentence) -> None:
            found.extend((party, sentence, weight) for party in parties)

        inside = nations.within(mention.start, mention.end, bodies=False)
        if mention.form != "anaphor":
            take(inside, 3 if len(inside) > 1 else 1)
        between = _BETWEEN.match(text, mention.end, sentence.end)
        if between:
            end = _LIST_END.search(text, between.end(), sentence.end)
            take(nations.within(between.end(), end.start() if end else sentence.end), 4)
        linked = _WITH.match(text, mention.end, sentence.end)
        if linked and not between:
            end = _LIST_END.search(text, linked.end(), sentence.end)
            take(nations.within(linked.end(), end.start() if end else sentence.end)[:3], 3)
        signed_by = _BY.match(text, mention.end, sentence.end)
        if signed_by:
            end = _LIST_END.search(text, signed_by.end(), sentence.end)
            take(nations.within(signed_by.end(), end.start() if end else sentence.end), 3)
        clause = clauses.around(text, mention.start, mention.end, sentence.start, sentence.end)
        verbs = [m for m in _AGREE.finditer(text, clause.start, mention.start)]
        if verbs:
            subjects = [
                party
                for party in nations.within(clause.start, verbs[-1].start())
                if not _MEDIATOR.search(text[clause.start : party.start])
            ]
            take(subjects, 2)
        owner = [
            p for p in nations.within(clause.start, mention.start) if mention.start - p.end < 3
        ]
        if owner and mention.form != "name":
            take(owner[-1:], 2)
        if _BOTH.search(text, sentence.start, sentence.end):
            take((Party(name, sentence.start, sentence.end) for name in principal[:2]), 2)
    return found


def principal(nations: Nations, document: Document, sentences: Sequence[Sentence]) -> list[str]:
    """The countries the document is about, most mentioned first."""
    count: Counter[str] = Counter()
    for sentence in sentences[:200]:
        for party in nations.within(sentence.start, sentence.end, bodies=False):
            count[party.name] += 1
    return [name for name, _ in sorted(count.items(), key=lambda item: -item[1])]
