"""The words around the head noun of an instrument, and the mention they make.

Names and descriptions are grown in modules of their own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.words import (
    DETERMINERS,
    FUNCTION,
    HEADS,
    LOOSE,
    VERBS,
    Family,
    words,
)
from briefing.document import Document

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:[-–/]\w+)*|\w+(?:[.'’‐‑–/&+\u00ad-]+\w+)*|[^\w\s*\u00ad]", re.UNICODE
)
YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9](?:[-/&][A-Z0-9]+)*s?$")
MONTH_OR_DAY = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$",
    re.IGNORECASE,
)
# What shows that a convention is a gathering.
_GATHERING = re.compile(
    r"\b(?:at|attend\w*|host(?:s|ed|ing)?|held|annual(?:ly)?|organi[sz]\w+|speak\w*|keynote|delegates?"
    r"|visitors?|fans?|booths?|exhibit\w*|nominat\w+|venue)\b",
    re.IGNORECASE,
)
_WITHIN_PHRASE = words(
    "the a of eastern western northern southern central north south east west region state "
    "government governments rebels rebel forces militia group groups its his"
)
_PERIPHRASES = words(
    "bloc nation country group state neighbour neighbor side giant power kingdom firm company maker"
)
# How long it runs and who brought it about do not tell an instrument from others.
INCIDENTAL = re.compile(
    r"\b(?:\d+|two|three|four|five|six|seven|ten)-(?:hour|day|week|month|year|point)\b|\b\w+-"
    r"(?:brokered|mediated|backed|led|sponsored|negotiated|facilitated)\b",
    re.IGNORECASE,
)
POSSESSIVE = re.compile(r"['’]s?$")
NUMBER = re.compile(r"(?:\d+(?:\.\d+)?|[IVXL]+)$")
# Words of which names of countries are made.
_OF_LANDS = words("United States Kingdom South North Saudi")
# What follows "for", "on" or "over" and tells when, how long or for whom, not what it is on.
_NO_SUBJECT = words(
    "years year decades decade months month weeks week days day hours time now good example "
    "instance behalf condition grounds paper hold offer top track terms display purpose sale"
)
_OTHER = words("separate different second similar")
_PARTICIPLES = words(
    "banning establishing ending limiting prohibiting governing creating regulating allowing "
    "legalising legalizing outlawing criminalising criminalizing authorising authorizing requiring "
    "abolishing restricting protecting defining decriminalising decriminalizing permitting"
)
Form = Literal["name", "description", "anaphor"]


class Token(NamedTuple):
    """A word or a mark of punctuation."""

    start: int
    end: int
    text: str


class Instrument(NamedTuple):
    """A mention of an instrument.

    `[start, end)` is the name or the noun phrase, without determiner. `form` tells a proper name
    ("CFE Treaty") from a description ("trade deal") and from what only points back ("the pact").
    `determiner` is the word before it, in lower case, where that is one. `acronym` is the one in
    brackets behind it. `phrase` is what follows a description and tells it from others ("between
    Chile and Peru", "in Gaza").
    """

    start: int
    end: int
    name: str
    kind: str
    head: str
    family: Family
    form: Form
    plural: bool = False
    determiner: str = ""
    acronym: str | None = None
    phrase: str = ""


def tokenise(text: str, start: int, end: int) -> list[Token]:
    """The words and marks of `text[start:end]`."""
    return [Token(m.start(), m.end(), m.group()) for m in _TOKEN.finditer(text, start, end)]


def _is_title(tokens: Sequence[Token]) -> bool:
    """Whether all words are capitalised because they stand in a title."""
    words = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return (
        len(words) > 2
        and tokens[-1].text != "."
        and all(word[0].isupper() or word in FUNCTION for word in words)
    )


class Words:
    """The words of one sentence, and tests of them that both kinds of phrases need."""

    def __init__(self, document: Document, tokens: list[Token]) -> None:
        self.document = document
        self.tokens = tokens
        self.index = {token.start: at for at, token in enumerate(tokens)}
        self.title_case = _is_title(tokens)
        blocks = document.blocks
        last = blocks[0].end if len(blocks) > 1 else 0
        # A headline leaves articles out, in whichever case it is written.
        self.headline = self.title_case or (
            bool(tokens) and tokens[-1].end <= last and tokens[-1].text not in ".!"
        )

    def _capital(self, at: int) -> bool:
        text = self.tokens[at].text
        if not (text[0].isupper() or (text[0].isdigit() and any(c.isupper() for c in text))):
            return False
        return not (self.title_case and self._common(at))

    def _common(self, at: int) -> bool:
        """Whether the word is an ordinary one, capitalised only because it stands in a title."""
        parts = re.split(r"[-‐‑–]", self.tokens[at].text.lower())
        return all(
            part in FUNCTION or part in VERBS or part in LOOSE or part.endswith("ing")
            for part in parts
        )

    def _known(self, at: int) -> bool:
        """Whether the word is one of English."""
        parts = re.split(r"[-‐‑–]", self.tokens[at].text.lower())
        return all(part in FUNCTION or gazetteer().common_word(part) for part in parts)

    def _land(self, at: int) -> bool:
        """Whether the word is a country or a people, or the adjective of one."""
        text = self.tokens[at].text
        if text in _OF_LANDS or "U.S" in text[:4]:
            return True
        return bool(gazetteer().country(text) or gazetteer().group(text))

    def _country_at(self, at: int) -> bool:
        at += at < len(self.tokens) and self.tokens[at].text == "the"
        return at < len(self.tokens) and bool(gazetteer().country(self.tokens[at].text))

    def _gathering(self) -> bool:
        """Whether the sentence speaks of a convention as a gathering."""
        span = self.tokens[0].start, self.tokens[-1].end
        return _GATHERING.search(self.document.text, *span) is not None

    def _determiner(self, left: int) -> str:
        at, other = left - 1, False
        while at >= 0 and self.tokens[at].text.lower() in LOOSE:
            other = other or self.tokens[at].text.lower() in _OTHER
            at -= 1
        word = self.tokens[at].text.lower() if at >= 0 else ""
        if other and word in ("a", "an"):
            return "another"
        return word if word in DETERMINERS or POSSESSIVE.search(word) else ""

    def _acronym_after(self, at: int) -> tuple[str | None, int]:
        tokens = self.tokens
        if (
            at + 3 < len(tokens) + 0
            and tokens[at + 1].text in "(["
            and tokens[at + 3].text in ")],;"
        ):
            word = tokens[at + 2].text.strip("“”\"'")
            if ACRONYM.match(word) and (tokens[at + 1].text == "(" or len(word) > 2):
                closing = at + 3
                while closing < len(tokens) and tokens[closing].text not in ")]":
                    closing += 1
                return word, closing
        return None, at

    def _phrase_of(self, last: int, head: str) -> str:
        """The phrase behind the head that says between whom, or where a ceasefire is."""
        tokens, at = self.tokens, last + 1
        links = ["between", "among", "with"] + ["in"] * (HEADS[head][1] == "ceasefire")
        if at < len(tokens) and tokens[at].text.lower() in _PARTICIPLES:
            return self._effect_of(at, head)
        if at >= len(tokens) or tokens[at].text.lower() not in links:
            return self._subject_of(last, head)
        both = tokens[at].text.lower() in ("between", "among")
        reach, at = None, at + 1
        while at < len(tokens):
            text = tokens[at].text
            if (self._capital(at) and not MONTH_OR_DAY.match(text)) or (
                reach == at - 1 and self._noun_of(at)
            ):
                reach = at
            elif text.lower() not in _WITHIN_PHRASE and not (
                reach is not None and text in ("and", ",") and (both or self._country_at(at + 1))
            ):
                break
            at += 1
        if reach is not None and reach + 1 < len(tokens) and tokens[reach + 1].text in _PERIPHRASES:
            return ""  # "the accord with the Asian bloc" names nobody
        if reach is None or (
            tokens[last + 1].text.lower() == "in" and not self._place(last, reach)
        ):
            return ""
        return self.document.slice(tokens[last + 1].start, tokens[reach].end)

    def _noun_of(self, at: int) -> bool:
        """Whether it is the noun of an adjective before it ("with British carmakers")."""
        word, before = self.tokens[at].text, self.tokens[at - 1].text
        land = bool(gazetteer().demonym(before) or gazetteer().group(before))
        if not land or gazetteer().country(before) or word in _WITHIN_PHRASE:
            return False
        return word.islower() and word.isalpha() and word not in FUNCTION | VERBS

    def _place(self, last: int, reach: int) -> bool:
        """Whether the phrase behind `last` names a place."""
        gazette = gazetteer()
        names = [token.text for token in self.tokens[last + 2 : reach + 1]]
        while names and not names[0][0].isupper():
            names.pop(0)
        forms = (" ".join(names), *names)
        return any(gazette.place_kind(form) or gazette.demonym(form) for form in forms)

    def _effect_of(self, at: int, head: str) -> str:
        """What a law or a treaty does, as a participle behind it says ("banning mines")."""
        tokens, end = self.tokens, at + 1
        if HEADS[head][1] not in ("law", "pact"):
            return ""
        while end < len(tokens) and end < at + 8:
            word = tokens[end].text
            small = word.lower() in ("the", "a", "an", "of", "for", "with")
            if not small and (
                not word[0].isalnum() or word.lower() in FUNCTION or word.lower() in VERBS
            ):
                break
            end += 1
        while tokens[end - 1].text.lower() in FUNCTION:
            end -= 1
        return self.document.slice(tokens[at].start, tokens[end - 1].end) if end > at + 1 else ""

    def _subject_of(self, last: int, head: str) -> str:
        """What an agreement is on or for, where few words say it."""
        tokens, at = self.tokens, last + 2
        if at >= len(tokens) or tokens[last + 1].text.lower() not in ("on", "for", "over"):
            return ""
        if HEADS[head][1] == "law" and not self._capital(at):
            return ""
        if HEADS[head][1] not in ("pact", "law") or MONTH_OR_DAY.match(tokens[at].text):
            return ""
        if tokens[at].text.lower() in _NO_SUBJECT:
            return ""
        while at < len(tokens) and at < last + 6:
            word = tokens[at].text
            joins = word == "and" and at > last + 2 and self._plain(at + 1)
            if not joins and (
                not word[0].isalpha() or word.lower() in FUNCTION or word.lower() in VERBS
            ):
                break
            at += 1
        if at == last + 2:
            return ""
        goes_on = at < len(tokens) and tokens[at].text.lower() in DETERMINERS
        if goes_on and tokens[at - 1].text.endswith("ing"):
            return ""  # "over selling a mill" is no name
        return self.document.slice(tokens[last + 1].start, tokens[at - 1].end)

    def _plain(self, at: int) -> bool:
        """Whether a noun in small letters ends the clause ("on goods and services")."""
        words = [token.text for token in self.tokens[at : at + 2]]
        noun = bool(words) and words[0].islower() and words[0] not in FUNCTION | VERBS
        return noun and (len(words) == 1 or not words[1][0].isalnum() or words[1] in FUNCTION)

    def _make(
        self, left: int, right: int, head: str, form: Form, plural: bool, acronym: str | None
    ) -> Instrument:
        kind, family = HEADS[head]
        if kind in ("agreement", "deal", "pact", "accord", "arrangement") and left < right:
            for token in self.tokens[left:right]:
                truce = token.text.lower()
                lower_head = self.tokens[right].text.islower()
                if lower_head and truce in HEADS and HEADS[truce][1] == "ceasefire":
                    kind, family = HEADS[truce]  # a "ceasefire deal" is a ceasefire
                    head = truce
        if form == "name" and left > 0 and YEAR.match(self.tokens[left - 1].text):
            before = self.tokens[left - 2].text.lower() if left > 1 else ""
            left -= before in ("the", "a", "their", "its") or before.endswith(("’s", "'s"))
        start, end = self.tokens[left].start, self.tokens[right].end
        return Instrument(
            start,
            end,
            self.document.slice(start, end),
            kind,
            head,
            family,
            form,
            plural,
            self._determiner(left),
            acronym,
        )
