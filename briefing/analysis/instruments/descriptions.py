"""Instruments that are described ("a trade deal with Peru") or pointed back to ("the pact")."""

from __future__ import annotations

import re

from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.phrases import (
    INCIDENTAL,
    MONTH_OR_DAY,
    POSSESSIVE,
    Form,
    Instrument,
    Words,
)
from briefing.analysis.instruments.treaties import canonical
from briefing.analysis.instruments.words import (
    CAPITALISED_ONLY,
    COORDINATED,
    DETERMINERS,
    FUNCTION,
    GATHERINGS,
    GERUNDS,
    HEADS,
    LOOSE,
    NOUNS_IN_LY,
    OTHER_SENSE,
    STARTERS,
    VERBS,
    words,
)

_SUPERLATIVE = re.compile(r"[a-z]{3,}est$")
_QUOTED = re.compile(r"[“\"‘]([^“”\"‘’\n]{3,40})[”\"’]\s+$")
_SORTS: dict[str, frozenset[str]] = {
    "memorandum": words(
        "trilateral bilateral joint cooperation co-operation security defence defense"
    ),
    "contract": words("tentative labor labour union wage pay collective proposed multiyear"),
}
_CONTRACTED = words(
    "sign signs signed signing seal seals sealed award awards awarded ratify ratified reject "
    "rejected against approve approved accept accepted"
)
# Where a settlement is that people live in ("rockets towards the Lima settlement").
_LOCATIVE = words("in at near towards toward outside inside around from into on of")
_COUNTED = words("hour hours day days week weeks month months year years point")
_OPENING = {"”": "“", '"': '"', "’": "‘", "'": "'"}
_PARTNERS = words("pacific economic strategic security defence defense comprehensive trade")


class Descriptions(Words):
    """Grows noun phrases to the left of a head noun in lower case."""

    def around(self, first: int, last: int, head: str, plural: bool) -> Instrument | None:
        """The noun phrase with this head, or None where it is no instrument."""
        nickname = self._nickname(first, last, head)
        if nickname is not None:
            return nickname
        quoted = self._described_in_quotes(first, last, head)
        if quoted is not None:
            return quoted
        tokens, left, at = self.tokens, first, first - 1
        proper = False
        while at >= 0 and first - at <= 6:
            text = tokens[at].text
            lower = text.lower()
            if not text[0].isalnum() or text.isdigit() or POSSESSIVE.search(text):
                break
            if text[0].isdigit() and at > 0 and tokens[at - 1].text == ",":
                break  # the end of a number with a comma
            if self._capital(at):
                if (lower in STARTERS and not self._named_day(at)) or (
                    self.title_case and lower in VERBS
                ):
                    break
                proper = True
                left = at
            elif lower == "and" and not proper and left < first and self._coordinates(at):
                pass
            elif self._ends_phrase(lower, left < first) and not self._released(at):
                if lower not in LOOSE:
                    break
            elif proper:
                break
            else:
                left = at
            at -= 1
        while left < first and (
            (tokens[left].text.lower() in LOOSE and not self._in_name(left, first))
            or tokens[left].text.lower() in FUNCTION
            or _SUPERLATIVE.match(tokens[left].text)
            or self._counted(left)
        ):
            left += 1
        named = self._quotation_before(left)
        left = left if named is None else named
        determiner = self._determiner(left)
        capitals = [
            at
            for at in range(left, first)
            if tokens[at].text[0].isupper()
            and not (self._opens(at) and self._known(at))
            and not INCIDENTAL.match(tokens[at].text)
        ]
        if left > 0 and tokens[left - 1].text.lower() in OTHER_SENSE.get(head, ()):
            return None  # "the average Chilean bill"
        if not self._common_sort(head, plural, capitals, left, first, determiner):
            return None
        phrase = self._phrase_of(last, head)
        effect = phrase.split(" ")[0].endswith("ing")
        if left == first and (not phrase or (effect and determiner in ("the", "this"))):
            back = determiner in ("the", "this", "that", "its", "their", "both")
            form: Form = "anaphor" if back else "description"
        else:
            known = canonical(self.document.slice(tokens[left].start, tokens[last].end))
            proper = named is not None or bool(known) or self._names_it(head, capitals)
            form = "name" if proper else "description"
        acronym, _ = self._acronym_after(last)
        mention = self._make(left, last, head, form, plural, acronym)._replace(phrase=phrase)
        return mention._replace(determiner="another") if self._with_others(last) else mention

    def _nickname(self, first: int, last: int, head: str) -> Instrument | None:
        """A name like “Golden Visa” law, whose distinctive part is quoted."""
        tokens = self.tokens
        if first < 3 or tokens[first - 1].text not in '”"':
            return None
        for at in range(first - 2, max(-1, first - 8), -1):
            if tokens[at].text in '“"':
                if at + 2 > first - 1 or not tokens[at + 1].text[0].isupper():
                    return None
                return self._make(at + 1, last, head, "name", False, None)
        return None

    def _described_in_quotes(self, first: int, last: int, head: str) -> Instrument | None:
        """A law like "foreign funding" bill, of which quoted words say what it is on."""
        if HEADS[head][1] != "law":
            return None
        text, start = self.document.text, self.tokens[first].start
        quoted = _QUOTED.search(text, max(self.tokens[0].start, start - 50), start)
        left = quoted and self.index.get(quoted.start())
        if left is None:
            return None
        return self._make(left, last, head, "description", False, None)

    def _quotation_before(self, left: int) -> int | None:
        """Where the quoted name before a phrase begins ("the “123” nuclear agreement")."""
        tokens = self.tokens
        if left < 3 or tokens[left - 1].text not in _OPENING:
            return None
        opening = _OPENING[tokens[left - 1].text]
        for at in range(left - 3, max(-1, left - 7), -1):
            if tokens[at].text == opening:
                begin = tokens[at + 1].text[0]
                return at if begin.isupper() or begin.isdigit() else None
        return None

    def _named_day(self, at: int) -> bool:
        """Whether a day of the week is part of a name ("Good Friday agreement")."""
        if self.title_case or not MONTH_OR_DAY.match(self.tokens[at].text) or at == 0:
            return False
        return self._capital(at - 1) and self.tokens[at - 1].text.lower() not in STARTERS

    def _released(self, at: int) -> bool:
        """Whether the word is the noun of "hostage release deal"."""
        return self.tokens[at].text == "release" and self._coordinates(at)

    def _coordinates(self, at: int) -> bool:
        """Whether "and" joins two sorts of one agreement ("ceasefire and hostage deal")."""
        return at > 0 and self.tokens[at - 1].text.lower() in COORDINATED

    def _opens(self, at: int) -> bool:
        """Whether the word is capitalised for its place in the sentence or in a title."""
        return self.title_case or at == 0 or not self.tokens[at - 1].text[0].isalnum()

    def _in_name(self, at: int, first: int) -> bool:
        """Whether a loose adjective begins a name ("New START")."""
        return self._capital(at) and at > 0 and at + 1 < first and self._capital(at + 1)

    @staticmethod
    def _ends_phrase(word: str, inside: bool) -> bool:
        """Whether a noun phrase cannot go on to the left beyond `word`."""
        if word in FUNCTION or word in VERBS:
            return True
        if word.endswith("ly") and word not in NOUNS_IN_LY:
            return True
        return inside and word.endswith("ing") and word not in GERUNDS

    def _counted(self, at: int) -> bool:
        """Whether it is the unit of how long it runs ("a three week truce")."""
        return (
            at > 0
            and self.tokens[at].text.lower() in _COUNTED
            and (self.tokens[at - 1].text.isdigit() or self.tokens[at - 1].text.lower() in FUNCTION)
        )

    def _common_sort(
        self, head: str, plural: bool, capitals: list[int], left: int, first: int, determiner: str
    ) -> bool:
        """Whether a noun phrase with its head in lower case can be an instrument."""
        if head == "plan of action":
            return False
        if plural:
            named = bool(capitals) and capitals[-1] == first - 1 > 0
            if head in ("protocol", "accord", "convention") and any(
                not self._land(at) for at in capitals
            ):
                return True
            return (named and not self._land(first - 1)) or self._with_states(first, head)
        if head == "partnership":
            modifiers = {token.text.lower() for token in self.tokens[left:first]}
            return bool(modifiers & _PARTNERS)
        if {token.text.lower() for token in self.tokens[left:first]} & _SORTS.get(
            head, frozenset()
        ):
            return True
        if head == "contract" and self._signed(left):
            return True
        if head == "convention":
            modifiers = {token.text.lower() for token in self.tokens[left:first]}
            if modifiers & GATHERINGS or self._gathering():
                return False
        if head == "settlement" and self._lived_in(left):
            return False
        if head in CAPITALISED_ONLY and (left < first or determiner != "the"):
            named = bool(capitals) and capitals[-1] == first - 1
            return named and (head != "act" or determiner == "the")
        if head in ("law", "legislation"):
            named = any(
                not self._land(at) and self.tokens[at].text not in ("EU", "UN") for at in capitals
            )
            return named or bool(determiner) or self.headline
        return True

    def _lived_in(self, left: int) -> bool:
        """Whether the words before it say where something is."""
        at = left - 1
        while at >= 0 and self.tokens[at].text.lower() in DETERMINERS:
            at -= 1
        return at >= 0 and self.tokens[at].text.lower() in _LOCATIVE

    def _signed(self, left: int) -> bool:
        """Whether the words before say that it was signed, won or voted on."""
        before = {token.text.lower() for token in self.tokens[max(0, left - 3) : left]}
        return bool(before & _CONTRACTED)

    def _with_states(self, first: int, head: str) -> bool:
        """Whether plural "agreements" are those with, or between, states that are named."""
        last = first + len(head.split()) - 1
        phrase = self._phrase_of(last, head).split()
        return first > 0 and bool(phrase) and any(gazetteer().country(word) for word in phrase)

    def _with_others(self, last: int) -> bool:
        """Whether it is said to be one with others than those the text is about."""
        behind = [token.text.lower() for token in self.tokens[last + 1 : last + 3]]
        return len(behind) == 2 and behind[0] in ("with", "between") and behind[1] == "other"

    def _names_it(self, head: str, capitals: list[int]) -> bool:
        """Whether capitalised words before a head in lower case make a name of the phrase."""
        if any(not self._land(at) for at in capitals):
            return True
        if HEADS[head][1] == "law":
            return False
        return any(gazetteer().country(self.tokens[at].text) for at in capitals)
