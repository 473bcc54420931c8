"""The states whose laws a document names."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from briefing.analysis.briefing import Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.nations import Nations, Party

_DATELINE = re.compile(r"([A-Z][A-Z .-]{2,30}[A-Z])\b")
_OF = re.compile(r"\s+(?:of|in)\s+(?:the\s+)?(?:state\s+of\s+)?")
# Chambers, and what else is spoken of with the laws of one state only.
_CHAMBERS = {
    "U.S.C": "United States",
    "H.R": "United States",
    "Capitol Hill": "United States",
    "Knesset": "Israel",
    "Bundestag": "Germany",
    "Bundesrat": "Germany",
    "Duma": "Russia",
    "Riksdag": "Sweden",
    "Folketing": "Denmark",
    "Storting": "Norway",
    "Sejm": "Poland",
    "Rada": "Ukraine",
    "Althing": "Iceland",
    "Lok Sabha": "India",
    "Rajya Sabha": "India",
    "Legislative Yuan": "Taiwan",
    "National People’s Congress": "China",
    "National People's Congress": "China",
    "Oireachtas": "Ireland",
    "Holyrood": "Scotland",
    "Commons": "United Kingdom",
    "House of Lords": "United Kingdom",
    "the Lords": "United Kingdom",
    "Whitehall": "United Kingdom",
    "Westminster": "United Kingdom",
    "Downing Street": "United Kingdom",
    "Lib Dem": "United Kingdom",
    "Law Lords": "United Kingdom",
    "Metropolitan Police": "United Kingdom",
    "Tory": "United Kingdom",
    "Tories": "United Kingdom",
}
_NO_ACTS = frozenset(("European Union", "United Nations"))
_UNITED = frozenset(("England", "Wales", "Northern Ireland"))
_LEGISLATURE = re.compile(
    r"\b(?:[Pp]arliament|[Cc]ongress|[Ss]enate|[Hh]ouse|[Ll]egislature|[Aa]ssembly|[Ll]awmakers|Diet"
    r"|[Gg]overnor|[Pp]resident|[Cc]abinet|[Gg]overnment|[Mm]inister|[Ss]tate|right|"
    + "|".join(map(re.escape, sorted(_CHAMBERS, key=len, reverse=True)))
    + r")\b"
)
# "Argentina passed a Glacier Act"
_PASSED = re.compile(
    r"\s(?:has\s+|had\s+)?(?:passed|enacted|adopted|introduced|approved|repealed)\s+"
    r"(?:its|a|an|the)\s+(?:\w+\s+)?$"
)
# What only the laws of the United States are spoken of with.
_FEDERAL = re.compile(
    r"\bU\.S\.C\.|\bH\.R\. \d|\bWhite House\b|\bPublic Law \d|\bExecutive Order\b|\bFederal law\b"
    r"|\bPresident (?:\w+\.? ){0,3}(?:Trump|Biden|Harris|Obama|Bush|Clinton|Reagan|Carter|Nixon)\b"
    r"|\b(?:Republicans? and Democrats?|Democrats? and Republicans?)\b"
)


class Bond(NamedTuple):
    """A party, the sentence that gives it, and how sure that is (more is surer)."""

    name: str
    sentence: Sentence
    weight: int


class Legislators(Nations):
    """Finds whose law it is from the sentences that mention it, and from the document."""

    def enacting(self, placed: Sequence[tuple[Instrument, Sentence]]) -> list[Bond]:
        """The state whose law is mentioned in these places."""
        bonds: list[Bond] = []
        inside: dict[tuple[str, bool], Bond] = {}
        for mention, sentence in placed:
            for match in _LEGISLATURE.finditer(self.text, sentence.start, sentence.end):
                name = self._of_legislature(match, sentence)
                if name:
                    bonds.append(Bond(name, sentence, 3))
            near = max(sentence.start, mention.start - 30)
            passed = _PASSED.search(self.text, max(near, mention.start - 24), mention.start)
            bonds += [
                Bond(party.name, sentence, 3)
                for party in self._places(max(sentence.start, near - 20), mention.start)
                if passed and party.end == passed.start()
            ]
            bonds += [
                Bond(p.name, sentence, 1)
                for p in self._places(near, mention.start)
                if Bond(p.name, sentence, 1) not in bonds
            ]
            inside.update(
                {
                    (p.name, self._adjective(p)): Bond(p.name, sentence, 1 + self._adjective(p))
                    for p in self._places(mention.start, mention.end)
                    if self.text[near : mention.start].rstrip()[-1:] not in tuple('“"‘(')
                }
            )
        bonds += inside.values()
        if not any(bond.weight > 1 for bond in bonds):
            bonds += self._legislating()
        if not bonds:
            for sentence in (*self.sentences[:3], placed[0][1]):
                places = self._places(sentence.start, sentence.end)
                bonds += [Bond(party.name, sentence, 0) for party in places]
        if not bonds:
            bonds = self._dateline()
        if not bonds:
            return []
        votes = Counter[str]()
        national = [bond for bond in bonds if bond.name not in _NO_ACTS]
        if placed[0][0].kind in ("act", "bill"):
            bonds = national or bonds
        for bond in bonds:
            votes[bond.name] += 1 + 3 * bond.weight
        name = max(votes, key=lambda name: (votes[name], name))
        best = next(bond for bond in bonds if bond.name == name)
        return [best._replace(name="United Kingdom") if name in _UNITED else best]

    def _adjective(self, party: Party) -> bool:
        """Whether a law is called after its state ("Turkish", "Turkey's"), not what it is about."""
        form = self.text[party.start : party.end]
        return form.endswith(("’s", "'s")) or (
            bool(gazetteer().demonym(form)) or self.text[party.end : party.end + 2] in ("’s", "'s")
        )

    def _legislating(self) -> list[Bond]:
        """The state whose legislature or code the document names first."""
        federal = _FEDERAL.search(self.text)
        at = federal and bisect_right(self._starts, federal.start()) - 1
        if at is not None and at >= 0:
            return [Bond("United States", self.sentences[at], 3)]
        for sentence in self.sentences[:8]:
            for match in _LEGISLATURE.finditer(self.text, sentence.start, sentence.end):
                name = self._of_legislature(match, sentence)
                if name:
                    return [Bond(name, sentence, 2)]
        return []

    def _dateline(self) -> list[Bond]:
        """The state whose capital the report is from, or whose capital it names first."""
        for sentence in self.sentences[:3]:
            line = _DATELINE.match(self.text, sentence.start, sentence.end)
            name = line and gazetteer().capital(line.group(1).title())
            if name:
                return [Bond(name, sentence, 0)]
            named = self.within(sentence.start, sentence.end, bodies=False)
            if named:
                return [Bond(named[0].name, sentence, 0)]
        return []

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
