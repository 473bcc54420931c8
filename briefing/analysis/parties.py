"""Who is bound by an instrument: the states and bodies that the text gives as its parties.

Capitals, demonyms and leaders stand for their states, as in "the Turkish-Libyan deal" or "Delhi
signed". Applicants, mediators and critics are no parties.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Set
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from briefing.analysis import clauses
from briefing.analysis.briefing import Entity, Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instrument_words import words
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
_BROKERED = re.compile(
    r"(?:brokered|mediated|facilitated|hosted|sponsored|condemned|welcomed|denounced|opposed|backed"
    r"|overseen|monitored|organi[sz]ed)\s+(?:\w+\s+){0,3}(?:by|from)\s+[^.;,]{0,60}$",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"[^.;:]{0,60}?\b(?:between|among|amongst)\s+", re.IGNORECASE)
_WITH = re.compile(r"[^.;:,]{0,40}?\bwith\s+", re.IGNORECASE)
_BY = re.compile(
    r"[^.;:]{0,80}?\b(?:signed|ratified|agreed|reached|concluded)\s+(?:\w+\s+)?by\s+", re.I
)
_LIST_END = re.compile(
    r"(?<![A-Z])\.(?!\w)|[;:]|\b(?:on|to|in|for|that|which|who|will|would|is|are|was|were|has|have|had|at|after|over"
    r"|as|under|aimed|agreed|signed|reached|could|may|from|by|since|during|regarding|concerning"
    r"|covering|said|before|when|while|until|into|about|gives?|gave|takes?|took)\b",
    re.IGNORECASE,
)
_AGREE = re.compile(
    r"\b(?:(?:co-)?sign(?:s|ed|ing)?|ink(?:s|ed)?|reach(?:es|ed|ing)?|agree(?:s|d)?|conclude(?:s|d)?"
    r"|clinch(?:es|ed)?|struck|strike|ratif(?:y|ies|ied|ying)|acced(?:e|es|ed)|join(?:s|ed)?"
    r"|finali[sz]e(?:s|d)?|seal(?:s|ed)?|enter(?:s|ed)?(?: into)?|announce(?:s|d)?"
    r"|(?:re)?negotiat(?:e|es|ed|ing|ions)|complet(?:e|es|ed)|withdr(?:ew|aw|aws|awn)"
    r"|suspend(?:s|ed)?|pull(?:s|ed)? out"
    r"|quit|quits|left|rejoin(?:s|ed)?|adopt(?:s|ed)?|renew(?:s|ed)?|extend(?:s|ed)?"
    r"|return(?:s|ed)?|violat(?:e|es|ed|ing)|breach(?:es|ed)?|implement(?:s|ed)?"
    r"|(?:party|parties|signator(?:y|ies)) to|obligations|withdrawal|adherence)\b",
    re.IGNORECASE,
)
_LEGISLATURE = re.compile(
    r"\b(?:[Pp]arliament|[Cc]ongress|[Ss]enate|[Hh]ouse|[Ll]egislature|[Aa]ssembly|[Ll]awmakers|Diet"
    r"|U\.S\.C|H\.R|Knesset|Bundestag|Duma|Riksdag|[Gg]overnor|[Pp]resident|[Cc]abinet|[Gg]overnment|[Mm]inister|[Ss]tate|right)\b"
)


_APPLICANT = re.compile(
    r"\b(?:become|join|accede|apply|applied|applying|application|seek\w*|wants?|hop\w+|bid)\b"
    r"[^.;]{0,40}$",
    re.IGNORECASE,
)
_COMMERCIAL = words("deal agreement contract")
_ACQUIRED = re.compile(
    r"\b(?:acquir(?:e|es|ed|ing)|b(?:uys?|ought|uying)|merge[sd]? with|sold .{1,40} to)\b"
)
_RETURNED = re.compile(
    r"\b(?:return|bring|brought|take|took|taking|pull|pulled|withdr[ae]w|keep)(?:ing|ed|s)?\s+(?:the\s+)?"
    r"(?=[A-Z])",
)
_GOVERNMENTS = re.compile(r"\b[Gg]overnments\s+of\s+(?:the\s+)?")
# "the government and the rebels of the ..."
_JOINED = re.compile(
    r"\b[Gg]overnment\s+and\s+(?:the\s+)?(?:\w+\s+){0,2}(?:of\s+the\s+|of\s+|the\s+)?$"
)
_BRACKET = re.compile(r"\s*\(([^()]{5,120})\)")
_SCENE = re.compile(r"(?:\b(?:in|at|near|from|to|of)\s+(?:the\s+)?|[A-Z]\w+,\s+)$")
_SUBJECT_GAP = re.compile(
    r"(?:\s*\([^()]{1,20}\))?(?:,?\s+and\s+(?:the\s+)?(?:[A-Z]\S*\s?){1,6})?(?:\s*\([^()]{1,20}\))?"
    r"\s+(?:(?:have|has|had|will|today|yesterday|also|both|announced|it|they|said|recently|finally)\s+){0,4}"
)
_AND = re.compile(r",?\s+(?:and|with)\s+(?:the\s+)?")
_COMMA = re.compile(r",\s+(?:the\s+)?")
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?:state\s+of\s+)?")
_REGION = re.compile(r"[A-Z]\w+(?:\s+[A-Z]\w+){0,2}")
_CHAMBERS = {
    "U.S.C": "United States",
    "H.R": "United States",
    "Knesset": "Israel",
    "Bundestag": "Germany",
    "Duma": "Russia",
    "Riksdag": "Sweden",
}
# What only the laws of the United States are spoken of with.
_FEDERAL = re.compile(
    r"\bU\.S\.C\.|\bH\.R\. \d|\bWhite House\b|\bPublic Law \d|\bExecutive Order\b"
)
_BILATERAL = words("deal ceasefire cease-fire truce armistice pact accord")
_READ = 200  # sentences


# Organs of states, papers and the like: named beside agreements, but parties to none.
_ORGAN = re.compile(
    r"\b(?:Party|Congress|News|Department|Ministry|House|Senate|Parliament|Court|Times|University"
    r"|Post|Journal|Army|Navy|Force|Command|Guard|Office|Duma|Knesset|Bundestag|Institute|Bureau"
    r"|Police|Reserve|Administration|Security Council|General Assembly|Guardian|Reuters|BBC|CNN)\b"
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


class Bond(NamedTuple):
    """A party, the sentence that gives it, and how sure that is (more is surer)."""

    name: str
    sentence: Sentence
    weight: int


class Nations:
    """The states and bodies that a document names, and what they are party to."""

    def __init__(
        self, document: Document, sentences: Sequence[Sentence], entities: Sequence[Entity]
    ) -> None:
        self.text = document.text
        self.sentences = sentences
        self._bodies = sorted(
            (mention.start, mention.end, entity.name)
            for entity in entities
            if entity.kind == "organisation"
            for mention in entity.mentions
        )
        self._read_spans: dict[tuple[int, int], list[Party]] = {}

    def within(self, start: int, end: int, bodies: bool = True) -> list[Party]:
        """The states, and the bodies, named in `[start, end)`, in reading order."""
        key = start, end
        if key not in self._read_spans:
            self._read_spans[key] = self._read(start, end)
        found = self._read_spans[key]
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
        )
        return [name for name, _ in count.most_common()]

    # -- agreements ---------------------------------------------------------------------------

    def bound(self, placed: Sequence[tuple[Instrument, Sentence]]) -> list[Bond]:
        """The parties to an agreement that is mentioned in these places."""
        bonds: list[Bond] = []
        for mention, sentence in placed:
            bonds += self._by_mention(mention, sentence)
        names = {bond.name for bond in bonds if bond.weight > 1}
        if len(names) < 2 and (not names or placed[0][0].head in _BILATERAL):
            bonds += self._nearby(placed, names)
        return _best(bonds)

    def _by_mention(self, mention: Instrument, sentence: Sentence) -> Iterator[Bond]:
        text = self.text
        clause = clauses.around(text, mention.start, mention.end, sentence.start, sentence.end)

        def bonds(parties: Iterable[Party], weight: int) -> Iterator[Bond]:
            return (Bond(party.name, sentence, weight) for party in parties)

        if mention.form != "anaphor":
            inside = [
                party
                for party in self._read(mention.start, mention.end)
                if not gazetteer().capital(text[party.start : party.end])
                and not _ORGAN.search(party.name)
                and text[party.start : party.end] != mention.name
            ]
            yield from bonds(inside, 3 if len(inside) > 1 else 2)
        members = _BRACKET.match(text, mention.end, sentence.end)
        if members:
            listed = self.within(members.start(1), members.end(1), bodies=False)
            yield from bonds(listed if len(listed) > 1 else (), 4)
        for pattern, weight in ((_BETWEEN, 4), (_WITH, 3), (_BY, 3)):
            link = pattern.match(text, mention.end, sentence.end)
            if link:
                yield from bonds(self._listed(link.end(), sentence.end), weight)
        verb = None
        for verb in _AGREE.finditer(text, clause.start, mention.start):  # noqa: B007
            pass
        if verb is not None and not _APPLICANT.search(text, clause.start, mention.start):
            subjects = (
                party
                for party in self.within(clause.start, verb.start())
                if not _MEDIATOR.search(text, clause.start, party.start)
                and (state(party.name) or self._acts(party, verb))
            )
            yield from bonds(subjects, 2)
        if mention.head in _COMMERCIAL:
            bought = _ACQUIRED.search(text, sentence.start, sentence.end)
            if bought:
                yield from bonds(self._organisations(sentence.start, bought.start())[-1:], 2)
                yield from bonds(self._organisations(bought.end(), sentence.end)[:1], 2)
        returned = _RETURNED.search(text, clause.start, mention.start)
        if returned:
            yield from bonds(self.within(returned.end(), mention.start), 2)
        governments = _GOVERNMENTS.search(text, sentence.start, sentence.end)
        if governments:
            yield from bonds(self._listed(governments.end(), sentence.end), 3)
        owners = [p for p in self.within(clause.start, mention.start) if mention.start - p.end < 3]
        if mention.form != "name":
            yield from bonds(owners[-1:], 2)
        if _BOTH.search(text, sentence.start, sentence.end):
            yield from (Bond(name, sentence, 2) for name in self.principal[:2])

    def _organisations(self, start: int, end: int) -> list[Party]:
        return [party for party in self.within(start, end) if not state(party.name)]

    def _acts(self, party: Party, verb: re.Match[str]) -> bool:
        """Whether a body is the subject of the verb, and of a kind that makes agreements."""
        if _ORGAN.search(party.name):
            return False
        clause = self.text[max(0, party.start - 60) : party.start]
        return bool(_JOINED.search(clause)) or (
            verb.start() >= party.end
            and _SUBJECT_GAP.fullmatch(self.text, party.end, verb.start()) is not None
        )

    def _listed(self, start: int, end: int) -> list[Party]:
        """The members of the list that begins at `start`."""
        stop = _LIST_END.search(self.text, start, end)
        return self.within(start, stop.start() if stop else end)

    def _nearby(self, placed: Sequence[tuple[Instrument, Sentence]], known: Set[str]) -> list[Bond]:
        """A pair of states ("Israel and Egypt") with the agreement or shortly before it.

        Where the document opens with the agreement, it may be the pair it names most often.
        """
        for _, sentence in placed:
            at = self._number[sentence.start]
            for other in reversed(self.sentences[max(0, at - 3) : at + 1]):
                pair = self._group(other) if other.block == sentence.block or at < 3 else None
                if pair and (not known or known & set(pair)):
                    return [Bond(name, other, 1) for name in pair]
        if self._number[placed[0][1].start] < 3 and self._groups:
            pair, sentence = self._groups
            if not known or known & set(pair):
                return [Bond(name, sentence, 1) for name in pair]
        return []

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
        group: list[str] = []
        joined = False
        states = [
            party
            for party in self.within(sentence.start, sentence.end, bodies=False)
            if not _BROKERED.search(self.text, sentence.start, party.start)
        ]
        for one, other in pairwise(states):
            link = one.start == other.start or _AND.fullmatch(self.text, one.end, other.start)
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
    def _number(self) -> dict[int, int]:
        return {sentence.start: at for at, sentence in enumerate(self.sentences)}

    # -- laws ---------------------------------------------------------------------------------

    def enacting(self, placed: Sequence[tuple[Instrument, Sentence]]) -> list[Bond]:
        """The state whose law is mentioned in these places."""
        bonds: list[Bond] = []
        for mention, sentence in placed:
            for match in _LEGISLATURE.finditer(self.text, sentence.start, sentence.end):
                name = self._of_legislature(match, sentence)
                if name:
                    bonds.append(Bond(name, sentence, 3))
            near = max(sentence.start, mention.start - 30)
            for start, end, weight in ((mention.start, mention.end, 2), (near, mention.start, 1)):
                bonds += [Bond(p.name, sentence, weight) for p in self._places(start, end)]
        if not any(bond.weight > 1 for bond in bonds):
            federal = _FEDERAL.search(self.text)
            at = federal and bisect_right([s.start for s in self.sentences], federal.start()) - 1
            if at is not None and at >= 0:
                bonds.append(Bond("United States", self.sentences[at], 2))
        if not bonds:
            for sentence in (*self.sentences[:3], placed[0][1]):
                places = self._places(sentence.start, sentence.end)
                bonds += [Bond(party.name, sentence, 0) for party in places]
        if not bonds:
            return []
        votes = Counter[str]()
        for bond in bonds:
            votes[bond.name] += 1 + 3 * bond.weight
        name = max(votes, key=lambda name: (votes[name], name))
        return [next(bond for bond in bonds if bond.name == name)]

    def _of_legislature(self, match: re.Match[str], sentence: Sentence) -> str | None:
        word = match.group()
        if word in _CHAMBERS:
            return _CHAMBERS[word]
        before = self._places(max(sentence.start, match.start() - 40), match.start())
        if before and match.start() - before[-1].end < 12:
            return before[-1].name
        after = self._places(match.end(), min(sentence.end, match.end() + 40))
        if after and _OF.fullmatch(self.text, match.end(), after[0].start):
            return after[0].name
        return None

    def _places(self, start: int, end: int) -> list[Party]:
        """The countries and regions named in `[start, end)`."""
        found = [
            party
            for party in self.within(start, end, bodies=False)
            if not gazetteer().capital(self.text[party.start : party.end])
        ]
        for match in _REGION.finditer(self.text, start, end):
            form = " ".join(match.group().split())
            for name in (form, form.split()[0]):
                if gazetteer().place_kind(name) == "region" and not state(name):
                    if not any(p.start <= match.start() < p.end for p in found):
                        found = [*found, Party(name, match.start(), match.start() + len(name))]
                    break
        return sorted(found, key=lambda party: party.start)

    # -- reading ------------------------------------------------------------------------------

    def _read(self, start: int, end: int) -> list[Party]:
        found: list[Party] = []
        for pair in _PAIR.finditer(self.text, start, end):
            sides = [name for name in map(_side, pair.groups()) if name]
            if len(sides) > 1:
                found += [Party(name, pair.start(), pair.end()) for name in sides]
        taken = {party.start for party in found}
        reach = start
        for match in _CAPITAL.finditer(self.text, start, end):
            if match.start() >= reach and match.start() not in taken:
                hit = self._longest(match.start(), end)
                if hit is not None:
                    found.append(hit)
                    reach = hit.end
        return sorted(found, key=lambda party: party.start)

    def _longest(self, start: int, end: int) -> Party | None:
        ends = [m.end() for m in _WORDS.finditer(self.text, start, min(end, start + 60))][:6]
        for reach in reversed(ends):
            form = " ".join(self.text[start:reach].split())
            bare = _TRAIL.sub("", form)
            for candidate in dict.fromkeys((form, bare, bare.rstrip("."))):
                name = state(candidate) or gazetteer().body(candidate)
                if name:
                    return Party(name, start, reach - len(form) + len(bare))
        return None


def _side(form: str | None) -> str | None:
    if not form:
        return None
    return state(form) or _COMBINING.get(form)


def _best(bonds: Iterable[Bond]) -> list[Bond]:
    """Each party once, by its surest bond; bonds without force give way to sure ones."""
    best: dict[str, Bond] = {}
    for bond in bonds:
        if bond.name not in best or best[bond.name].weight < bond.weight:
            best[bond.name] = bond
    return list(best.values())
