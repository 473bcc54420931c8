"""Mentions of treaties, agreements and laws.

A mention is found by its head noun ("Treaty", "Act", "pact") and grown to both sides of it; short
forms are found where they stand alone.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from briefing.analysis.briefing import Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.descriptions import Descriptions
from briefing.analysis.instruments.names import Names
from briefing.analysis.instruments.phrases import ACRONYM, Instrument, Token, tokenise
from briefing.analysis.instruments.treaties import pattern, short_names
from briefing.analysis.instruments.words import (
    BODIES,
    DETERMINERS,
    FUNCTION,
    HEADS,
    OTHER_SENSE,
    OTHER_SENSE_AFTER,
    PLURALS,
    Family,
    words,
)
from briefing.document import Document

_HEAD = re.compile(
    r"(?<![\w@#/])(?:"
    r"memorand(?:um|a|ums)(?:\s+of\s+(?:understanding|agreement|cooperation|intent))?|mous?"
    r"|memos?\s+of\s+(?:understanding|cooperation|intent)"
    r"|treat(?:y|ies)|agreements?|pacts?|accords?"
    r"|deals?|compact|conventions?|covenant|concordat|partnerships?|arrangements?|settlement"
    r"|contracts?|cease-?fires?|truce|armistice|acts?|bills?|laws?|statute|ordinance|directive"
    r"|regulation|legislation|protocols?|framework|annex|charter|amendment|letters?\s+of\s+intent"
    r"|plan\s+of\s+action)(?![\w@])",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"[,\s(]+(?:(?:also|commonly|better|informally|now|and)\s+)?(?:called|dubbed|known\s+as|nicknamed"
    r"|named)\s+(?:the\s+)?[“\"‘']?(?P<name>[A-Z][\w-]+)(?=[”\"’',.;)\s])"
)
_APPOSED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][A-Z0-9-]{2,}),\s+(?:(?:or|i\.e\.)\s+)?(?:a|an|the)\s+(?:[a-z-]+\s+){0,3}$"
)
# "before the law", "justice for all under the law"
_JUSTICE = words("before above break breaks broke breaking obey obeys against outside")
_EQUALS = words("all equal equality justice protection everyone freedom")
_PERSONAL = words("Mr Mrs Ms Miss Dr Sir Lord Lady Prof Professor Judge Jude")
_NO_NOUN_AFTER = words("to can will not must would should could no without in into $")


class Acronym(Protocol):
    """A short form and the long form that the text gives for it."""

    @property
    def short(self) -> str:
        """The short form."""

    @property
    def long_start(self) -> int:
        """Where the long form begins."""

    @property
    def long_end(self) -> int:
        """Where the long form ends."""


def find(
    document: Document, sentences: Sequence[Sentence], acronyms: Sequence[Acronym] = ()
) -> tuple[Instrument, ...]:
    """The mentions of instruments in `document`, by position; they do not overlap."""
    found = _with_acronyms(document, _around_heads(document, sentences), acronyms)
    return _with_short_forms(document, found)


def _with_acronyms(
    document: Document, found: list[Instrument], acronyms: Sequence[Acronym]
) -> list[Instrument]:
    """`found`, where the end of a long form is the end of a name given its acronym."""
    ends = {acronym.long_end: acronym for acronym in acronyms}
    spelled: list[Instrument] = []
    for mention in found:
        long = ends.get(mention.end)
        if long and mention.form != "anaphor":
            if mention.acronym in (None, long.short):
                mention = _whole(document, mention, long, spelled[-1].end if spelled else 0)
            mention = mention._replace(acronym=mention.acronym or long.short)
        spelled.append(mention)
    return spelled


def _whole(document: Document, mention: Instrument, long: Acronym, low: int) -> Instrument:
    """The mention from the first word that its acronym stands for ("port access agreement")."""
    if mention.form != "description" or not low <= long.long_start < mention.start:
        return mention
    name = document.slice(long.long_start, mention.end)
    return mention._replace(start=long.long_start, name=name, form="name")


def _with_short_forms(document: Document, found: list[Instrument]) -> tuple[Instrument, ...]:
    """`found`, and each place where a short form stands alone.

    These are the acronyms that the document defines, and those known to name an instrument, but
    for what the document defines otherwise.
    """
    text = document.text
    introduced = _introduced(text, found)
    shortened = {mention.start: name for name, mention in introduced.items()}
    found = [
        mention._replace(acronym=mention.acronym or shortened.get(mention.start))
        if mention.form == "name"
        else mention
        for mention in found
    ]
    defined = {mention.acronym: mention for mention in reversed(found) if mention.acronym}
    defined |= introduced
    alone = [
        (match, defined[match.group()])
        for match in (_any_of(defined).finditer(text) if defined else ())
    ]
    explained: dict[str, bool] = {}
    for match in pattern().finditer(text):
        short = match.group()
        around = text[max(0, match.start() - 12) : match.end() + 12]
        if short in defined or (short.isupper() and around.isupper()):
            continue  # a line in capitals names nothing
        if short not in explained:
            explained[short] = bool(re.search(rf"\(\W?{re.escape(short)}\W?\)", text))
        if not explained[short]:
            last = short.split()[-1]
            acronym = last if ACRONYM.match(last) and len(last) > 2 else None
            kind = short_names()[short]
            alone.append((match, Instrument(0, 0, short, *_sort(kind), "name", acronym=acronym)))
    starts = [mention.start for mention in found]
    more = []
    for match, named in alone:
        at = bisect_right(starts, match.start()) - 1
        if (at < 0 or found[at].end <= match.start()) and not (
            at + 1 < len(found) and found[at + 1].start < match.end()
        ):
            more.append(
                named._replace(
                    start=match.start(),
                    end=match.end(),
                    name=match.group(),
                    determiner="",
                    form="name",
                )
            )
    return tuple(sorted(found + more))


def _introduced(text: str, found: Sequence[Instrument]) -> dict[str, Instrument]:
    """Names without head nouns that the text explains: "a pact called AUKUS", "AUKUS, a pact"."""
    names: dict[str, Instrument] = {}
    for mention in found:
        called = _CALLED.match(text, mention.end)
        before = _APPOSED.search(text, max(0, mention.start - 80), mention.start)
        for match in (called, before):
            name = match.group("name") if match else ""
            if not match or not ACRONYM.match(name) or mention.form == "anaphor":
                continue
            fits = match is called or len(name) > 3
            if match is before and mention.form == "name":
                fits = _shortens(name, mention.name)
            if fits:
                names.setdefault(name, mention._replace(acronym=name))
    return names


def _shortens(short: str, long: str) -> bool:
    """Whether a short form is made of letters of a name, the first of all among them."""
    if long[:1] != short[:1]:
        return False
    letters = iter(long.lower())
    return all(letter in letters for letter in short.lower())


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _sort(head: str) -> tuple[str, str, Family]:
    kind, family = HEADS[head]
    return kind, head, family


def _around_heads(document: Document, sentences: Sequence[Sentence]) -> list[Instrument]:
    found: list[Instrument] = []
    for sentence, heads in _by_sentence(document.text, sentences):
        tokens = tokenise(document.text, sentence.start, sentence.end)
        phrase = _Heads(document, tokens)
        reach = -1
        for start, end in heads:
            if start < reach:
                continue
            mention = phrase.around(start, end)
            if mention is not None:
                # The "ceasefire" of a "ceasefire and hostage deal" is none by itself.
                while found and mention.start <= found[-1].start and found[-1].form != "name":
                    found.pop()
                if not found or found[-1].end <= mention.start:
                    found.append(mention)
                    reach = mention.end
    return found


def _by_sentence(
    text: str, sentences: Sequence[Sentence]
) -> list[tuple[Sentence, list[tuple[int, int]]]]:
    """The sentences with a head noun in them, each with the spans of those."""
    starts = [sentence.start for sentence in sentences]
    groups: list[tuple[Sentence, list[tuple[int, int]]]] = []
    for match in _HEAD.finditer(text):
        at = bisect_right(starts, match.start()) - 1
        if at < 0 or match.end() > sentences[at].end:
            continue
        if not groups or groups[-1][0] is not sentences[at]:
            groups.append((sentences[at], []))
        groups[-1][1].append(match.span())
    return groups


class _Heads:
    """The head nouns of one sentence, and what is grown around them."""

    def __init__(self, document: Document, tokens: list[Token]) -> None:
        self.document = document
        self.tokens = tokens
        self.index = {token.start: at for at, token in enumerate(tokens)}
        self.names = Names(document, tokens)
        self.descriptions = Descriptions(document, tokens)

    def around(self, start: int, end: int) -> Instrument | None:
        """The mention whose head is `[start, end)`, or None where it is no instrument."""
        first = self.index.get(start)
        if first is None:
            return None
        last = first
        while self.tokens[last].end < end:
            last += 1
        if self.tokens[last].end != end:
            return None
        lower = " ".join(self.document.text[start:end].lower().split())
        head = PLURALS.get(lower, lower)
        plural = lower in PLURALS
        if head not in HEADS or self._other_sense(first, last, head):
            return None
        if (
            self._names_a_body(last)
            or self._part_of_longer(last)
            or (plural and HEADS[head][1] == "law")
        ):
            return None
        if first and self.tokens[first - 1].text.rstrip(".") in _PERSONAL:
            return None  # "Mr Law"
        if self._first_name(first, last):
            return None
        if self.document.text[start + 1].isupper() and head != "mou":
            return None  # a title in capitals
        if self.document.text[start].isupper():
            mention = self.names.around(first, last, head, plural)
            if not self.names.title_case or (mention and mention.form == "name"):
                return mention
        return self.descriptions.around(first, last, head, plural)

    def _first_name(self, first: int, last: int) -> bool:
        """Whether it is the first name of somebody ("Director Bill Lee")."""
        tokens = self.tokens
        if tokens[first].text != "Bill" or last + 1 >= len(tokens):
            return False
        following = tokens[last + 1].text
        return (
            following[0].isupper()
            and not following.isupper()
            and (gazetteer().last_name(following) and not self.names.title_case)
        )

    def _names_a_body(self, last: int) -> bool:
        """Whether a hall or an office is named after it ("Lima Convention Center")."""
        if last + 1 >= len(self.tokens):
            return False
        head, following = self.tokens[last].text, self.tokens[last + 1].text
        return head[0].isupper() and following[0].isupper() and following.lower() in BODIES

    def _part_of_longer(self, last: int) -> bool:
        """Whether the head is followed by another one ("Framework Agreement")."""
        if last + 1 >= len(self.tokens):
            return False
        head, following = self.tokens[last].text, self.tokens[last + 1].text
        known = following.lower() in HEADS or following.lower() in PLURALS
        return known and head[0].isupper() == following[0].isupper() and not head.isupper()

    def _other_sense(self, first: int, last: int, head: str) -> bool:
        tokens = self.tokens
        before = tokens[first - 1].text.lower() if first else ""
        after = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
        if tokens[first].text[0].isupper():
            return head == "act" and before in ("to", "must", "not")
        if before in OTHER_SENSE.get(head, ()):
            return True
        if head == "law" and before == "the" and first > 1:
            earlier = tokens[first - 2].text.lower()
            if earlier in _JUSTICE or (earlier == "under" and first > 2 and after in ".,;"):
                return tokens[first - 3].text.lower() in _EQUALS if earlier == "under" else True
        if after in OTHER_SENSE_AFTER.get(head, ()):
            verb = before in FUNCTION and before not in DETERMINERS
            subject = before.endswith("s") and not tokens[first - 1].text[0].isupper()
            return after not in ("with", "in") or verb or (subject and before not in DETERMINERS)
        return before in _NO_NOUN_AFTER or after == "$"
