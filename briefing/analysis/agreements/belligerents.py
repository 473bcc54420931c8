"""Who fights whom, as the document says: the sides of a ceasefire that names none."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property

from briefing.analysis.briefing import Sentence
from briefing.analysis.nations import Nations

_READ = 200  # sentences
_BETWEEN = re.compile(
    r"\b(?:wars?|conflict|fighting|hostilities|clashes|violence|gaps?|negotiations|talks|truce"
    r"|cease-?fire|battles?|agreement|deal|exchanges of fire)\b(?:\s[\w’'-]+){0,4}?\sbetween\s+",
    re.IGNORECASE,
)
# "will on either side – Chile or Peru’s"
_EITHER = re.compile(r"\b(?:either|both|two)\s+sides?\s?[,:(–—-]\s?([^.;()–—]{5,60})")
# "between the government and the rebels"
GOVERNMENT = re.compile(r"(?:the\s+)?(?:\w+\s+)?government\b")
_AGAINST = re.compile(
    r"['’]s?\s(?:\w+\s){0,2}(?:war|fight|offensive|campaign)\s(?:\w+\s){0,2}(?:with|against|on)\s+"
)
_PAIRED = re.compile(
    r"\b[A-Z][\w]+\s?[-–/]\s?[A-Z]\w+\s(?:war|conflict|truce|cease-?fire|hostilities|fighting)\b"
)
_END = re.compile(
    r"[.;:,”\"]|\b(?:in|on|at|that|which|who|since|after|over|to|for|will|has|have)\b"
)


class Belligerents(Nations):
    """Finds the two sides that the document most often says to fight or to talk."""

    @cached_property
    def fighting(self) -> tuple[tuple[str, ...], Sentence] | None:
        """The sides, and the sentence that names them together first."""
        count = Counter[frozenset[str]]()
        first: dict[frozenset[str], tuple[tuple[str, ...], Sentence]] = {}
        for sentence in self.sentences[:_READ]:
            for sides in self._sides(sentence):
                key = frozenset(sides)
                count[key] += 1
                first.setdefault(key, (sides, sentence))
        return first[count.most_common(1)[0][0]] if count else None

    def _sides(self, sentence: Sentence) -> list[tuple[str, ...]]:
        found: list[tuple[str, ...]] = []
        text = self.text
        for link in _BETWEEN.finditer(text, sentence.start, sentence.end):
            stop = _END.search(text, link.end(), sentence.end)
            end = stop.start() if stop else sentence.end
            sides = tuple(p.name for p in self.within(link.end(), end))
            if GOVERNMENT.match(text, link.end()) and len(sides) == 1:
                sides = (*self.principal[:1], *sides)
            found.append(sides)
        found += [
            tuple(p.name for p in self.within(*link.span(1)))
            for link in _EITHER.finditer(text, sentence.start, sentence.end)
        ]
        for link in _AGAINST.finditer(text, sentence.start, sentence.end):
            owner = self.within(max(sentence.start, link.start() - 40), link.start() + 1)
            other = self.within(link.end(), min(sentence.end, link.end() + 40))
            found.append(tuple(p.name for p in (*owner[-1:], *other[:1])))
        found += [
            tuple(p.name for p in self.within(*pair.span()))
            for pair in _PAIRED.finditer(text, sentence.start, sentence.end)
        ]
        pairs = [tuple(dict.fromkeys(names)) for names in found]
        return [names for names in pairs if len(names) == 2]
