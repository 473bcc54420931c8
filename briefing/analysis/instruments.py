"""Mentions of treaties, agreements and laws.

A mention is found by its head noun ("Treaty", "Act", "pact") and grown to both sides of it.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, Protocol

from briefing.analysis.briefing import Sentence
from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instrument_words import (
    BODIES,
    CAPITALISED_ONLY,
    CONNECTORS,
    DETERMINERS,
    FUNCTION,
    GENERIC,
    HEADS,
    LOOSE,
    OTHER_SENSE,
    OTHER_SENSE_AFTER,
    PLURALS,
    STARTERS,
    VERBS,
    Family,
    words,
)
from briefing.analysis.treaties import pattern, short_names
from briefing.document import Document

Form = Literal["name", "description", "anaphor"]

_HEAD = re.compile(
    r"(?<![\w@#/])(?:"
    r"memorand(?:um|a|ums)(?:\s+of\s+(?:understanding|agreement|cooperation|intent))?|mous?|treat(?:y|ies)|agreements?|pacts?|accords?"
    r"|deals?|compact|conventions?|covenant|concordat|partnerships?|arrangements?|settlement"
    r"|contracts?|cease-?fires?|truce|armistice|acts?|bills?|laws?|statute|ordinance|directive"
    r"|regulation|legislation|protocols?|framework|annex|charter|amendment|letters?\s+of\s+intent"
    r"|plan\s+of\s+action)(?![\w@])",
    re.IGNORECASE,
)
_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}(?:[-–/]\w+)*|\w+(?:[.'’‐‑–/&+\u00ad-]+\w+)*|[^\w\s*\u00ad]", re.UNICODE
)
_SUPERLATIVE = re.compile(r"[a-z]{3,}est$")
_ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|\w+th|first|second|third|rights)$")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
_NUMBER = re.compile(r"(?:\d+(?:\.\d+)?|[IVXL]+)$")
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9]*[A-Z0-9](?:[-/&][A-Z0-9]+)*s?$")
_MONTH_OR_DAY = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$",
    re.IGNORECASE,
)
_WITHIN_PHRASE = words(
    "the a of eastern western northern southern central north south east west region state "
    "government governments rebels rebel forces militia group groups its his"
)
_PARTNERS = words("pacific economic strategic security defence defense comprehensive trade")
_CALLED = re.compile(
    r"[,\s(]+(?:(?:also|commonly|better|informally|now|and)\s+)?(?:called|dubbed|known\s+as|nicknamed"
    r"|named)\s+(?:the\s+)?[“\"‘']?(?P<name>[A-Z][\w-]+)(?=[”\"’',.;)\s])"
)
_APPOSED = re.compile(
    r"(?<![\w-])(?P<name>[A-Z][A-Z0-9-]{3,}),\s+(?:a|an|the)\s+(?:[a-z-]+\s+){0,3}$"
)
_ORGANS = words("senate house congress parliament cabinet government court council commission")
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
# What shows that a convention is a gathering.
_GATHERING = re.compile(
    r"\b(?:at|attend\w*|host(?:s|ed|ing)?|held|annual(?:ly)?|organi[sz]\w+|speak\w*|keynote|delegates?"
    r"|visitors?|fans?|booths?|exhibit\w*|nominat\w+|venue)\b",
    re.IGNORECASE,
)
_FORMAL = words("act treaty convention accord protocol pact")
_PARTS = words("article articles section title annex state states party parties member members")
_POSSESSIVE = re.compile(r"['’]s?$")
_INNER_LINKS = re.compile(
    r"(?:of(?: the| an?| all)?|and(?: the)?|&|in(?: the)?|on(?: the)?|for(?: the)?|to the|against|–"
    r"|from|with|by)$"
)


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
    found = _with_acronyms(_around_heads(document, sentences), acronyms)
    return _with_short_forms(document, found)


def _with_acronyms(found: list[Instrument], acronyms: Sequence[Acronym]) -> list[Instrument]:
    """`found`, where the end of a long form is the end of a name given its acronym."""
    ends = {acronym.long_end: acronym.short for acronym in acronyms}
    return [
        mention._replace(acronym=ends[mention.end])
        if mention.acronym is None and mention.form != "anaphor" and mention.end in ends
        else mention
        for mention in found
    ]


def _with_short_forms(document: Document, found: list[Instrument]) -> tuple[Instrument, ...]:
    """`found`, and each place where a short form stands alone.

    These are the acronyms that the document defines, and those known to name an instrument, but
    for what the document defines otherwise.
    """
    text = document.text
    defined = {mention.acronym: mention for mention in reversed(found) if mention.acronym}
    defined |= _introduced(text, found)
    alone = [
        (match, defined[match.group()])
        for match in (_any_of(defined).finditer(text) if defined else ())
    ]
    for match in pattern().finditer(text):
        short = match.group()
        if short not in defined and not re.search(rf"\(\W?{re.escape(short)}\W?\)", text):
            kind = short_names()[short]
            head = Instrument(0, 0, short, *_sort(kind), "name", acronym=short.split()[-1])
            alone.append((match, head))
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
            if match and _ACRONYM.match(name) and mention.form != "anaphor":
                names.setdefault(name, mention._replace(acronym=name))
    return names


def _any_of(forms: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    return re.compile(rf"(?<![\w-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w-])")


def _sort(head: str) -> tuple[str, str, Family]:
    kind, family = HEADS[head]
    return kind, head, family


def _is_title(tokens: Sequence[Token]) -> bool:
    """Whether all words are capitalised because they stand in a title."""
    words = [token.text for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    return (
        len(words) > 2
        and tokens[-1].text != "."
        and all(word[0].isupper() or word in FUNCTION for word in words)
    )


def _around_heads(document: Document, sentences: Sequence[Sentence]) -> list[Instrument]:
    found: list[Instrument] = []
    for sentence, heads in _by_sentence(document.text, sentences):
        tokens = tokenise(document.text, sentence.start, sentence.end)
        phrase = _Phrases(document, tokens)
        reach = -1
        for start, end in heads:
            if start < reach:
                continue
            mention = phrase.around(start, end)
            if mention is not None:
                if found and mention.start < found[-1].end:
                    continue
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


class _Phrases:
    """Grows noun phrases around head nouns of one sentence."""

    def __init__(self, document: Document, tokens: list[Token]) -> None:
        self.document = document
        self.tokens = tokens
        self.index = {token.start: at for at, token in enumerate(tokens)}
        self.title_case = _is_title(tokens)
        self._is_act = False

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
        if self._part_of_longer(last) or (plural and HEADS[head][1] == "law"):
            return None
        if self.document.text[start + 1].isupper() and head != "mou":
            return None  # a title in capitals
        if self.document.text[start].isupper():
            mention = self._proper(first, last, head, plural)
            if not self.title_case or (mention and mention.form == "name"):
                return mention
        return self._common_noun(first, last, head, plural)

    # -- names ------------------------------------------------------------------------------

    def _proper(self, first: int, last: int, head: str, plural: bool) -> Instrument | None:
        self._is_act = head in ("act", "bill")
        left = self._quoted(first, last) or self._grow_left(first)
        right, acronym = self._grow_right(last, left == first)
        if not self._ends_here(right) or not self._sort_of_instrument(head, left, first, right):
            return None
        bare = left == first and right == last
        generic = all(
            token.text.lower() in GENERIC or token.text.lower() in HEADS
            for token in self.tokens[left:first]
        )
        if bare or (
            generic
            and right == last
            and not acronym
            and self._determiner(left) in ("this", "that", "such")
        ):
            form: Form = "anaphor"
            if head in ("law", "deal") and not self._determiner(left):
                return None
            if bare and HEADS[head][0] in ("memorandum", "letter") and not self._points(left):
                made = self._make(left, right, head, "description", plural, acronym)
                return made._replace(phrase=self._phrase_of(right + 3 * bool(acronym), head))
        else:
            form = "name"
            if (plural and generic and right == last) or self._dated_only(left, first, last, right):
                return None
            if self.title_case and right == last and head not in _FORMAL:
                known = [self._known(at) for at in range(left, first)]
                form = "description" if all(known) else form
        return self._make(left, right, head, form, plural, acronym)

    def _quoted(self, first: int, last: int) -> int | None:
        """Where the quotation that ends with the head, or its year, begins; else None."""
        tokens, end = self.tokens, last + 1
        while end < len(tokens) and (
            tokens[end].text in ("of", ",") or _YEAR.match(tokens[end].text)
        ):
            end += 1
        if end >= len(tokens) or tokens[end].text not in "”\"'’":
            return None
        opening = (
            "“" if tokens[end].text == "”" else "‘" if tokens[end].text == "’" else tokens[end].text
        )
        for at in range(first - 1, max(-1, first - 16), -1):
            if tokens[at].text in '“”"‘':
                quoted = tokens[at].text == opening and at + 1 < first and self._capital(at + 1)
                return at + 1 if quoted else None
        return None

    def _points(self, left: int) -> bool:
        return self._determiner(left) not in ("a", "an", "another")

    def _dated_only(self, left: int, first: int, last: int, right: int) -> bool:
        """Whether nothing but a year tells the instrument ("Act of 1961")."""
        rest = [token.text for token in self.tokens[last + 1 : right + 1]]
        return left == first and bool(rest) and bool(_YEAR.match(rest[-1])) and len(rest) < 3

    def _known(self, at: int) -> bool:
        """Whether the word is one of English."""
        parts = re.split(r"[-‐‑–]", self.tokens[at].text.lower())
        return all(part in FUNCTION or gazetteer().common_word(part) for part in parts)

    def _sort_of_instrument(self, head: str, left: int, first: int, right: int) -> bool:
        """Whether the words beside an ambiguous head speak for an instrument."""
        before = {token.text.lower() for token in self.tokens[left:first]}
        if head == "plan of action":
            return bool(before & {"joint", "common"})
        if before and before <= _ORGANS | GENERIC and before & _ORGANS:
            return right >= first + len(head.split())
        if head == "partnership":
            return any(part in _PARTNERS for word in before for part in re.split(r"[-‐‑]", word))
        if head == "memorandum":
            return not before
        if head == "convention" and left < first and right <= first:
            gathers = before & words("national democratic republican party constitutional state")
            span = self.tokens[0].start, self.tokens[-1].end
            return not gathers and not _GATHERING.search(self.document.text, *span)
        if head == "amendment":
            return bool(before) and not any(_ORDINAL.match(word) for word in before)
        if head == "annex":
            return bool(before) and not (right > first and left == first)
        return not (head == "law" and "public" in before)

    def _grow_left(self, first: int) -> int:
        tokens, left = self.tokens, first
        at = first - 1
        while at >= 0:
            text = tokens[at].text
            if text == ")" and (opening := self._acronym_before(at)) is not None:
                at = opening - 1
                continue
            if self._capital(at):
                if self._starts_otherwise(at):
                    break
                if _POSSESSIVE.search(text) and left < first and self._owner(at):
                    break
                left = at
                at -= 1
                continue
            if text.lower() in CONNECTORS or text in "–,":
                before = self._before_connectors(at, left)
                if before is None:
                    break
                left = at = before
                at -= 1
                continue
            break
        return left

    def _before_connectors(self, at: int, left: int) -> int | None:
        """Where a name goes on to the left of the connectors that end at `at`, or None."""
        tokens = self.tokens
        begin = at
        while begin > 0 and at - begin < 2 and tokens[begin - 1].text.lower() in CONNECTORS:
            begin -= 1
        joined = " ".join(token.text.lower() for token in tokens[begin : at + 1])
        before = begin - 1
        if joined == "and" and before > 0 and tokens[before].text == ",":
            return self._before_commas(before)
        if before < 0 or not self._capital(before):
            return None
        word = tokens[before].text
        if word.lower() in STARTERS or word.lower() in HEADS or word.lower() in PLURALS:
            return None
        if word.isdigit() or _NUMBER.match(word):
            return None
        if joined in (
            "and",
            "&",
            "of",
            "for",
            "–",
            "of the",
            "de",
            "du",
            "des",
            "against",
            "through",
        ):
            if joined in ("and", "&") and _ACRONYM.match(word):
                return None
            if joined == "of the" and word.lower() not in ("law", "rights"):
                return None
            if joined == "for" and left - at > 3:
                return None
            return before
        if joined in ("to", "in", "on", "from", "with", "by") and self._is_act:
            return None if self._land(before) else before
        return None

    def _before_commas(self, comma: int) -> int | None:
        """Where the list "A, B, and" that ends before a name begins, if it is part of it."""
        tokens, at = self.tokens, comma
        first = None
        while at > 0 and tokens[at].text == "," and self._capital(at - 1):
            at -= 1
            while at >= 0 and self._capital(at) and not self._starts_otherwise(at):
                first = at
                at -= 1
        listed = first is not None and sum(t.text == "," for t in tokens[first:comma]) > 0
        return first if listed else None

    def _starts_otherwise(self, at: int) -> bool:
        """Whether the capital is due to the place of the word, or to another name."""
        word = _POSSESSIVE.sub("", self.tokens[at].text.lower())
        if word not in STARTERS or _ACRONYM.match(self.tokens[at].text):
            return False
        if word in _WEEKDAYS and at > 0 and self._capital(at - 1):
            return self._starts_otherwise(at - 1)
        return word not in CONNECTORS or at == 0 or not self._capital(at - 1)

    def _acronym_before(self, closing: int) -> int | None:
        tokens = self.tokens
        if (
            closing >= 3
            and tokens[closing - 2].text == "("
            and _ACRONYM.match(tokens[closing - 1].text)
            and self._capital(closing - 3)
        ):
            return closing - 2
        return None

    def _owner(self, at: int) -> bool:
        """Whether the possessive at `at` begins the name ("Turkey's Anti-Terror Law")."""
        return at == 0 or not (
            self._capital(at - 1) and self.tokens[at - 1].text.lower() not in STARTERS
        )

    def _grow_right(self, last: int, open_head: bool) -> tuple[int, str | None]:
        """The last token of the name, and the acronym in brackets behind it."""
        tokens, right = self.tokens, last
        acronym, after = self._acronym_after(right)
        at = after + 1
        if acronym and not (at < len(tokens) and tokens[at].text.lower() in ("on", "of", "for")):
            return right, acronym
        if at < len(tokens):
            text = tokens[at].text
            comma = text == "," and at + 1 < len(tokens) and self._is_act
            if comma and _YEAR.match(tokens[at + 1].text):
                return at + 1, acronym or self._acronym_after(at + 1)[0]
            if _YEAR.match(text):
                return at, acronym or self._acronym_after(at)[0]
            if text.lower() in ("no", "no.", "number") and at + 1 < len(tokens):
                if tokens[at + 1].text == ".":
                    at += 1
                if at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit():
                    return at + 1, acronym
            if _NUMBER.match(text) and open_head:
                right = at
        reach = self._phrase_after(right if not acronym else after, open_head)
        if reach is not None:
            right = reach
            tail, _ = self._acronym_after(right)
            acronym = acronym or tail
        return right, acronym

    def _phrase_after(self, right: int, open_head: bool) -> int | None:
        """The last token of the prepositional phrases that belong to the name, or None."""
        tokens = self.tokens
        head = tokens[right].text.lower()
        reach: int | None = None
        at = right + 1
        while at < len(tokens):
            link = tokens[at].text.lower()
            if reach is None:
                if not self._may_link(link, head, open_head):
                    break
            elif link not in CONNECTORS and link not in (",", "–") and not self._capital(at):
                break
            begin = at
            while at < len(tokens) and (
                tokens[at].text.lower() in CONNECTORS or tokens[at].text in (",", "–")
            ):
                at += 1
            if at >= len(tokens) or at - begin > 3:
                break
            word = tokens[at].text
            if begin == at and reach is not None and not self._capital(at):
                break
            if not (self._capital(at) or (_YEAR.match(word) and link == "of")):
                break
            if _MONTH_OR_DAY.match(word) or (word.lower() in STARTERS and not _NUMBER.match(word)):
                break
            if reach is not None and begin < at and not self._may_continue(begin, at):
                break
            while at < len(tokens) and (self._capital(at) or _YEAR.match(tokens[at].text)):
                if _MONTH_OR_DAY.match(tokens[at].text) and tokens[at].text != "May":
                    break
                reach = at
                at += 1
            if self._sentence_end(reach):
                break
        return reach

    def _may_link(self, link: str, head: str, open_head: bool) -> bool:
        if link == "of":
            return True
        if link in ("on", "concerning", "regarding", "relating", "against", "respecting"):
            return True
        if link == "for":
            return open_head or head in (
                "framework",
                "agreement",
                "partnership",
                "arrangement",
                "protocol",
            )
        if link == "to":
            return open_head or head in ("protocol", "protocols", "annex", "amendment")
        return (
            link in ("between", "among", "establishing", "with", "through", "under") and open_head
        )

    def _may_continue(self, begin: int, at: int) -> bool:
        """Whether connectors inside a phrase behind the head go on with the name."""
        joined = " ".join(token.text.lower() for token in self.tokens[begin:at])
        if joined in (",", ", and", ", and the", ", the"):
            ahead = {token.text.lower() for token in self.tokens[at : at + 9]}
            return "and" in joined or ("and" in ahead and not ahead & VERBS)
        return _INNER_LINKS.match(joined) is not None

    def _acronym_after(self, at: int) -> tuple[str | None, int]:
        tokens = self.tokens
        if (
            at + 3 < len(tokens) + 0
            and tokens[at + 1].text in "(["
            and tokens[at + 3].text in ")],;"
        ):
            word = tokens[at + 2].text.strip("“”\"'")
            if _ACRONYM.match(word):
                closing = at + 3
                while closing < len(tokens) and tokens[closing].text not in ")]":
                    closing += 1
                return word, closing
        return None, at

    def _part_of_longer(self, last: int) -> bool:
        """Whether the head is followed by another one ("Framework Agreement")."""
        if last + 1 >= len(self.tokens):
            return False
        head, following = self.tokens[last].text, self.tokens[last + 1].text
        known = following.lower() in HEADS or following.lower() in PLURALS
        return known and head[0].isupper() == following[0].isupper() and not head.isupper()

    def _ends_here(self, right: int) -> bool:
        """Whether what follows is no further noun of a longer name of something else."""
        if self.tokens[right].text.lower() in BODIES:
            return False
        if right + 1 >= len(self.tokens):
            return True
        following = self.tokens[right + 1].text
        if not following[0].isupper() or self.title_case:
            return following.lower() not in BODIES or not following[0].isupper()
        return following.lower() in _PARTS or following.lower() in STARTERS

    def _sentence_end(self, at: int | None) -> bool:
        return at is not None and at + 1 < len(self.tokens) and self.tokens[at + 1].text in ".;:"

    # -- common nouns -----------------------------------------------------------------------

    def _common_noun(self, first: int, last: int, head: str, plural: bool) -> Instrument | None:
        nickname = self._nickname(first, last, head)
        if nickname is not None:
            return nickname
        tokens, left, at = self.tokens, first, first - 1
        proper = False
        while at >= 0 and first - at <= 6:
            text = tokens[at].text
            lower = text.lower()
            if not text[0].isalnum() or text.isdigit() or _POSSESSIVE.search(text):
                break
            if text[0].isdigit() and at > 0 and tokens[at - 1].text == ",":
                break  # the end of a number with a comma
            if self._capital(at):
                if lower in STARTERS or (self.title_case and lower in VERBS):
                    break
                proper = True
                left = at
            elif self._ends_phrase(lower, left < first):
                if lower not in LOOSE:
                    break
            elif proper:
                break
            else:
                left = at
            at -= 1
        while left < first and (
            tokens[left].text.lower() in LOOSE
            or tokens[left].text.lower() in FUNCTION
            or _SUPERLATIVE.match(tokens[left].text)
        ):
            left += 1
        determiner = self._determiner(left)
        capitals = [
            at
            for at in range(left, first)
            if tokens[at].text[0].isupper() and not (self.title_case and self._known(at))
        ]
        if not self._common_sort(head, plural, capitals, left, first, determiner):
            return None
        phrase = self._phrase_of(last, head)
        if left == first and not phrase:
            back = determiner in ("the", "this", "that", "its", "their", "both")
            form: Form = "anaphor" if back else "description"
        else:
            form = "name" if self._names_it(head, capitals) else "description"
        acronym, _ = self._acronym_after(last)
        return self._make(left, last, head, form, plural, acronym)._replace(phrase=phrase)

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

    def _phrase_of(self, last: int, head: str) -> str:
        """The phrase behind the head that says between whom, or where a ceasefire is."""
        tokens, at = self.tokens, last + 1
        links = ["between", "among", "with"] + ["in"] * (HEADS[head][1] == "ceasefire")
        if at >= len(tokens) or tokens[at].text.lower() not in links:
            return self._subject_of(last, head)
        both = tokens[at].text.lower() in ("between", "among")
        reach, at = None, at + 1
        while at < len(tokens):
            text = tokens[at].text
            if self._capital(at) and not _MONTH_OR_DAY.match(text):
                reach = at
            elif text.lower() not in _WITHIN_PHRASE and not (
                reach is not None and text in ("and", ",") and (both or self._country_at(at + 1))
            ):
                break
            at += 1
        if reach is None:
            return ""
        return self.document.slice(tokens[last + 1].start, tokens[reach].end)

    @staticmethod
    def _ends_phrase(word: str, inside: bool) -> bool:
        """Whether a noun phrase cannot go on to the left beyond `word`."""
        if word in FUNCTION or word in VERBS or word.endswith("ly"):
            return True
        return inside and word.endswith("ing")

    def _common_sort(
        self, head: str, plural: bool, capitals: list[int], left: int, first: int, determiner: str
    ) -> bool:
        """Whether a noun phrase with its head in lower case can be an instrument."""
        if head == "plan of action":
            return False
        if plural:
            named = bool(capitals) and capitals[-1] == first - 1 > 0
            return (named and not self._land(first - 1)) or self._with_states(first, head)
        if head == "partnership":
            modifiers = {token.text.lower() for token in self.tokens[left:first]}
            return bool(modifiers & _PARTNERS)
        if head in CAPITALISED_ONLY and not capitals:
            return left == first and determiner == "the"
        if head in ("law", "legislation"):
            named = any(not self._land(at) for at in capitals)
            return named or bool(determiner) or self.title_case
        return True

    def _subject_of(self, last: int, head: str) -> str:
        """What an agreement is on or for, where few words say it."""
        tokens, at = self.tokens, last + 2
        if at >= len(tokens) or tokens[last + 1].text.lower() not in ("on", "for", "over"):
            return ""
        if HEADS[head][1] != "pact" or _MONTH_OR_DAY.match(tokens[at].text):
            return ""
        while at < len(tokens) and at < last + 6:
            word = tokens[at].text
            if not word[0].isalpha() or word.lower() in FUNCTION or word.lower() in VERBS:
                break
            at += 1
        if at == last + 2:
            return ""
        return self.document.slice(tokens[last + 1].start, tokens[at - 1].end)

    def _country_at(self, at: int) -> bool:
        at += at < len(self.tokens) and self.tokens[at].text == "the"
        return at < len(self.tokens) and bool(gazetteer().country(self.tokens[at].text))

    def _with_states(self, first: int, head: str) -> bool:
        """Whether plural "agreements" are those with, or between, states that are named."""
        last = first + len(head.split()) - 1
        phrase = self._phrase_of(last, head).split()
        return first > 0 and bool(phrase) and any(gazetteer().country(word) for word in phrase)

    def _names_it(self, head: str, capitals: list[int]) -> bool:
        """Whether capitalised words before a head in lower case make a name of the phrase."""
        if any(not self._land(at) for at in capitals):
            return True
        if HEADS[head][1] == "law":
            return False
        return any(gazetteer().country(self.tokens[at].text) for at in capitals)

    def _land(self, at: int) -> bool:
        """Whether the word is a country, or the adjective of one."""
        text = self.tokens[at].text
        return bool(gazetteer().country(text) or gazetteer().demonym(text)) or "U.S" in text[:4]

    # -- tests of words -----------------------------------------------------------------------

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

    def _other_sense(self, first: int, last: int, head: str) -> bool:
        tokens = self.tokens
        before = tokens[first - 1].text.lower() if first else ""
        after = tokens[last + 1].text.lower() if last + 1 < len(tokens) else ""
        if tokens[first].text[0].isupper():
            return head == "act" and before in ("to", "must", "not")
        if before in OTHER_SENSE.get(head, ()):
            return True
        if after in OTHER_SENSE_AFTER.get(head, ()):
            return not (after == "with" and (before in DETERMINERS or before not in FUNCTION))
        if before in (
            "to",
            "can",
            "will",
            "not",
            "must",
            "would",
            "should",
            "could",
            "no",
            "without",
            "in",
            "into",
        ):
            return True
        return before == "$" or after == "$"

    def _determiner(self, left: int) -> str:
        at = left - 1
        while at >= 0 and self.tokens[at].text.lower() in LOOSE:
            at -= 1
        word = self.tokens[at].text.lower() if at >= 0 else ""
        return word if word in DETERMINERS or _POSSESSIVE.search(word) else ""

    def _make(
        self, left: int, right: int, head: str, form: Form, plural: bool, acronym: str | None
    ) -> Instrument:
        kind, family = HEADS[head]
        if form == "name" and left > 0 and _YEAR.match(self.tokens[left - 1].text):
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
