"""The names of one sentence, from its capitals, its titles, its head nouns and the gazetteer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from briefing.analysis import chunks, events, systems, titles
from briefing.analysis.acronyms import Acronym
from briefing.analysis.briefing import EntityKind
from briefing.analysis.evidence import Evidence, Line, name_like
from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.kinds import (
    Beside,
    headed_kind,
    is_instrument,
    known_kind,
    looks_personal,
    unknown_kind,
)
from briefing.analysis.vocabulary import (
    COMPASS,
    EVENT_HEADS,
    FUNCTION,
    NEVER,
    ORGANISATION_HEADS,
    PORTFOLIO,
    SPEECH,
    word_set,
)


class Found(NamedTuple):
    """A name in tokens of a line. `sure` is False where only the neighbours gave the kind."""

    start: int
    end: int
    kind: EntityKind
    sure: bool = True


@dataclass(frozen=True, slots=True)
class Scan:
    """What is the same for all sentences of a document."""

    know: Gazetteer
    evidence: Evidence
    defined: Mapping[str, EntityKind | None]
    expansions: Mapping[int, tuple[int, EntityKind]]


def defined(acronyms: Sequence[Acronym], know: Gazetteer) -> dict[str, EntityKind | None]:
    """What kind of thing each acronym of the document stands for; None where it is no name."""
    kinds: dict[str, EntityKind | None] = {}
    for acronym in acronyms:
        words = acronym.long.replace("’", "'").split()
        office = titles.is_title(words[0]) or words[0] in ("Fellow", "Master", "Bachelor")
        if not words[0][0].isupper() or is_instrument(words) or office:
            kinds[acronym.short] = None
        else:
            name = " ".join(words)
            joined = "of" in words or "for" in words
            kind = known_kind(name, know) or headed_kind(words, joined, know)
            kinds[acronym.short] = kind or known_kind(acronym.short, know) or "organisation"
    return kinds


def barred_tokens(line: Line, ends: Sequence[tuple[int, int]]) -> list[bool]:
    """Which tokens touch a taken span."""
    if not ends:
        return [False] * len(line.tokens)
    flags = []
    for token in line.tokens:
        at = bisect_right(ends, (token.start, len(ends) + token.end))
        while at < len(ends) and ends[at][0] <= token.start:
            at += 1
        flags.append(at < len(ends) and ends[at][1] < token.end)
    return flags


def names_of(line: Line, forms: list[str], barred: list[bool], scan: Scan) -> list[Found]:
    """The names of one sentence, in order."""
    special: list[Found] = []
    designated = chain(
        _expansions(line, scan),
        (Found(start, end, "system") for start, end in systems.match(line, forms, scan.know)),
        (Found(start, end, "event") for start, end in events.match(line, forms, scan.know)),
        (Found(start, end, kind) for start, end, kind in _linked(forms, scan.know)),
    )
    for found in designated:
        if not any(barred[found.start : found.end]):
            special.append(found)
            barred[found.start : found.end] = [True] * (found.end - found.start)
    flags = name_like(line, forms, scan.evidence, scan.know)
    parts = chunks.join(forms, chunks.runs(line, flags, barred), scan.know)
    previous: Found | None = None
    for part in parts:
        for name in _names_in(line, forms, part, scan):
            decided = _decide(line, forms, name, previous, scan)
            if decided is not None:
                special.append(decided)
                previous = decided
    return sorted(special)


def _expansions(line: Line, scan: Scan) -> Iterator[Found]:
    """What brackets define, as long as it is: "Economic and Financial Crimes Commission"."""
    for index, token in enumerate(line.tokens):
        stop, kind = scan.expansions.get(token.start, (0, None))
        if kind:
            end = index
            while end < len(line.tokens) and line.tokens[end].end <= stop:
                end += 1
            if end > index + 1 and line.tokens[end - 1].text[0].isupper():
                yield Found(index, end, kind)


def expansions(
    acronyms: Sequence[Acronym], kinds: Mapping[str, EntityKind | None]
) -> dict[int, tuple[int, EntityKind]]:
    """Where each name that brackets define begins, with its end and kind."""
    found: dict[int, tuple[int, EntityKind]] = {}
    for acronym in acronyms:
        kind = kinds.get(acronym.short)
        if kind and acronym.long[0].isupper():
            found[acronym.long_start] = (acronym.long_end, kind)
    return found


def _linked(forms: Sequence[str], know: Gazetteer) -> Iterator[tuple[int, int, EntityKind]]:
    for start, end, name in chunks.linked(forms):
        kind = known_kind(name, know)
        if kind:
            yield start, end, kind


def _decide(
    line: Line, forms: Sequence[str], name: Found, previous: Found | None, scan: Scan
) -> Found | None:
    """The name with the kind that the words beside it suggest; None where it is rather no name."""
    tokens, start, end = line.tokens, name.start, name.end
    if name.sure and not (
        name.kind == "place"
        and end == start + 1
        and scan.know.last_name(forms[start])
        and scan.know.place_kind(forms[start]) == "city"
    ):
        return name
    coordinated = None
    if previous is not None:
        between = [token.text for token in tokens[previous.end : start]]
        if between in (["and"], [","], [",", "and"], ["or"]):
            coordinated = previous.kind
    beside = Beside(
        tokens[start - 1].text if start else "",
        tokens[start - 2].text if start > 1 else "",
        tokens[end].text if end < len(tokens) else "",
        coordinated,
        line.initial[start] and not scan.evidence.capital[forms[start]],
    )
    if name.sure:
        person = beside.after in SPEECH or coordinated == "person"
        return name._replace(kind="person", sure=False) if person else name
    kind = unknown_kind(forms[start:end], beside, scan.know)
    if name.kind == "person" and kind != "place":
        return name
    return name._replace(kind=kind) if kind else None


def _of_title(forms: Sequence[str], start: int) -> bool:
    """Whether token `start` follows "Secretary of", "Minister for the", "Defence and"."""
    if start > 1 and forms[start - 1] in ("and", ",", "&"):
        return forms[start - 2] in PORTFOLIO
    link = start - 2 if start > 2 and forms[start - 1] == "the" else start - 1
    return link > 0 and forms[link] in ("of", "for", "to") and titles.is_title(forms[link - 1])


def _names_in(line: Line, forms: Sequence[str], part: chunks.Chunk, scan: Scan) -> Iterator[Found]:
    """The names in one chunk."""
    start, end, joined = part
    know = scan.know
    start = _trim(line, forms, start, end, scan)
    if start >= end:
        return
    words = forms[start:end]
    untitled = not any(map(titles.is_title, words)) or titles.is_eponym(words)
    if joined or _whole(words, know) or (untitled and headed_kind(words, joined, know)):
        yield from _classify(line, forms, start, end, joined, False, scan)
        return
    if _of_title(forms, start):
        start = titles.portfolio_end(forms, start, end)
    for segment in titles.segments(forms, start, end, know):
        titled = segment.titled or (
            segment.start == start and titles.title_before(line.tokens, segment.start) is not None
        )
        yield from _classify(line, forms, segment.start, segment.end, False, titled, scan)


def _whole(words: Sequence[str], know: Gazetteer) -> bool:
    return known_kind(" ".join(words), know) is not None


def _trim(line: Line, forms: Sequence[str], start: int, end: int, scan: Scan) -> int:
    """Where the name begins when its first words are only capitalised by their place."""
    while start < end:
        word = forms[start]
        lower = word.lower()
        rest = forms[start:end]
        if word[0].isdigit():
            if rest[-1] in ORGANISATION_HEADS or rest[-1] in EVENT_HEADS:
                return start
            start += 1
            continue
        if len(rest) > 1 and _whole(rest[:2], scan.know):
            return start
        acronym = len(word) > 1 and word.isupper()
        function = lower in FUNCTION and not acronym and not scan.know.last_name(word)
        if function or lower in _LEADING:
            if _whole(rest, scan.know):
                return start
            start += 1
            continue
        weak = line.initial[start] and scan.know.common_word(lower)
        if weak and not scan.evidence.is_name(word) and not titles.is_title(word):
            if (
                len(rest) > 1
                and scan.know.last_name(word)
                and not scan.know.common_word(rest[1].lower())
            ):
                return start
            headed = headed_kind(rest, False, scan.know) and not scan.know.group(rest[1])
            if not (headed or _whole(rest, scan.know) or scan.know.first_name(word)):
                start += 1
                continue
        return start
    return start


_LEADING = word_set("the a an former late then dear our both via re")


def _classify(
    line: Line,
    forms: Sequence[str],
    start: int,
    end: int,
    joined: bool,
    titled: bool,
    scan: Scan,
) -> Iterator[Found]:
    """The name or names in tokens that no title parts."""
    know = scan.know
    while start < end and (forms[start] == "The" or forms[start] in _LINKS):
        start += 1
    if start >= end:
        return
    words = forms[start:end]
    name = " ".join(words).replace(" 's", "'s").replace(" '", "'")
    if name in scan.defined and len(words) == 1:
        kind = scan.defined[name]
        if kind:
            yield Found(start, end, kind)
        return
    known = known_kind(name, know)
    if len(words) > 1 and words[0] in COMPASS and know.place_kind(" ".join(words[1:])):
        yield Found(start, end, "place")
        return
    ordinary = all(know.common_word(w.lower()) and not know.last_name(w) for w in words)
    ordinary = ordinary and not (start and titles.is_honorific(forms[start - 1]))
    personal = titled and len(words) <= 6 and not ordinary
    personal = personal and (known is None or line.tokens[start - 1].text[0].isupper())
    body = known == "organisation" or words[-1] in ORGANISATION_HEADS or words[0] in NEVER
    if personal and not body:
        yield Found(start, end, "person")
        return
    if known:
        if not (len(words) == 1 and words[0] in NEVER and line.initial[start]):
            yield Found(start, end, known)
        return
    if is_instrument(words) and not (len(words) > 1 and looks_personal(words, know) > 1):
        yield from _prefix(line, forms, start, end, scan, only=True)
        return
    if words[-1] in _POWERS and len(words) > 1:
        if "-" not in words[0]:
            yield from _classify(line, forms, start, end - 1, joined, False, scan)
        return
    middle = _body_and_person(words, know)
    if middle:
        yield from _classify(line, forms, start, start + middle, joined, False, scan)
        yield Found(start + middle, end, "person")
        return
    kind = headed_kind(words, joined, know)
    if kind:
        yield Found(start, end, kind)
        return
    if len(words) > 1:
        likeness = looks_personal(words, know) - 2 * _affiliated(words, know)
        if likeness > 1:
            yield Found(start, end, "person")
            return
        split = list(_prefix(line, forms, start, end, scan)) or _suffix(
            line, forms, start, end, scan
        )
        if split:
            yield from split
            return
        if likeness > 0:
            yield Found(start, end, "person", False)
            return
    yield Found(start, end, "organisation", False)


_LINKS = word_set("of the for and on 's ' , & in to")
_POWERS = word_set(
    "Administration Government Governments Presidency Era Allies Headquarters Leaders Officials"
    " Members Troops Citizens Economy Territory Soil"
)


def _suffix(line: Line, forms: Sequence[str], start: int, end: int, scan: Scan) -> list[Found]:
    """A known name at the end of words that are ordinary but for their place in a headline."""
    know = scan.know
    expected = line.style != "plain" or line.initial[start]
    for middle in range(start + 1, end):
        name = " ".join(forms[middle:end])
        kind = known_kind(name, know)
        bare = expected or (know.country(name) and forms[start] not in _NATIONAL)
        ordinary = all(know.common_word(word.lower()) for word in forms[start:middle])
        if kind and bare and ordinary:
            return [Found(middle, end, kind)]
    return []


_NATIONAL = word_set("Air Team Radio Bank Rail Royal Miss Sport Athletics Cricket Rugby Tennis")


def _affiliated(words: Sequence[str], know: Gazetteer) -> bool:
    """Whether a place or people stands before a name: "Republican Jane Roe"."""
    known = know.group(words[0]) or know.place_kind(words[0]) in ("country", "region")
    return len(words) > 2 and known and not know.first_name(words[0])


def _body_and_person(words: Sequence[str], know: Gazetteer) -> int:
    """Where a person begins after the name of a body: "Gender Policy Council Jane Roe"; or 0."""
    for middle in range(len(words) - 2, 1, -1):
        if words[middle - 1] in ORGANISATION_HEADS:
            rest = words[middle:]
            return middle if know.first_name(rest[0]) and looks_personal(rest, know) > 1 else 0
    return 0


def _prefix(
    line: Line, forms: Sequence[str], start: int, end: int, scan: Scan, only: bool = False
) -> Iterator[Found]:
    """A known place, people or body at the start of the words, and what follows it."""
    for middle in range(min(end - 1, start + 4), start, -1):
        kind = known_kind(" ".join(forms[start:middle]), scan.know)
        if kind is None:
            continue
        if only and kind != "place":
            return
        yield Found(start, middle, kind)
        if not only:
            yield from _classify(line, forms, middle, end, False, False, scan)
        return
