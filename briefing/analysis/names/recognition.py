"""The names of one sentence, from its capitals, its titles, its head nouns and the gazetteer."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import chain

from briefing.analysis.acronyms import Acronym
from briefing.analysis.briefing import EntityKind
from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.names import chunks, events, systems, titles
from briefing.analysis.names.classification import Definitions, Found, Piece, Scan, classify
from briefing.analysis.names.evidence import Line, name_like
from briefing.analysis.names.kinds import (
    Beside,
    headed_kind,
    is_instrument,
    known_kind,
    unknown_kind,
)
from briefing.analysis.vocabulary import (
    EVENT_HEADS,
    FUNCTION,
    ORGANISATION_HEADS,
    PORTFOLIO,
    SPEECH,
    word_set,
)

_LEADING = word_set("the a an former late then dear our both via re")


def definitions(acronyms: Sequence[Acronym], know: Gazetteer) -> Definitions:
    """What kinds of things the acronyms of a document and their long forms name."""
    kinds = _defined_kinds(acronyms, know)
    spans: dict[int, tuple[int, EntityKind]] = {}
    for acronym in acronyms:
        kind = kinds[acronym.short]
        if kind and acronym.long[0].isupper():
            spans[acronym.long_start] = (acronym.long_end, kind)
    return Definitions(kinds, spans)


def _defined_kinds(acronyms: Sequence[Acronym], know: Gazetteer) -> dict[str, EntityKind | None]:
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
        _linked(forms, scan.know),
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
        stop, kind = scan.definitions.spans.get(token.start, (0, None))
        if kind:
            end = index
            while end < len(line.tokens) and line.tokens[end].end <= stop:
                end += 1
            if end > index + 1 and line.tokens[end - 1].text[0].isupper():
                yield Found(index, end, kind)


def _linked(forms: Sequence[str], know: Gazetteer) -> Iterator[Found]:
    for start, end, name in chunks.linked(forms):
        kind = known_kind(name, know)
        if kind:
            yield Found(start, end, kind)


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
    know, (start, end, joined) = scan.know, part
    while start < end and _only_opens(line, forms, start, end, scan):
        start += 1
    if start == end:
        return
    words = forms[start:end]
    untitled = not any(map(titles.is_title, words)) or titles.is_eponym(words)
    if joined or _whole(words, know) or (untitled and headed_kind(words, joined, know)):
        yield from classify(Piece(line, forms, start, end, joined), scan)
        return
    if _of_title(forms, start):
        start = titles.portfolio_end(forms, start, end)
    for segment in titles.segments(forms, start, end, know):
        first = segment.start == start and titles.title_before(line.tokens, start) is not None
        titled = segment.titled or first
        yield from classify(Piece(line, forms, segment.start, segment.end, False, titled), scan)


def _whole(words: Sequence[str], know: Gazetteer) -> bool:
    return known_kind(" ".join(words), know) is not None


def _only_opens(line: Line, forms: Sequence[str], start: int, end: int, scan: Scan) -> bool:
    """Whether the first word of a chunk has its capital from its place, and is no name."""
    know, word, rest = scan.know, forms[start], forms[start:end]
    lower = word.lower()
    if word[0].isdigit():
        return rest[-1] not in ORGANISATION_HEADS and rest[-1] not in EVENT_HEADS
    if _whole(rest, know) or (len(rest) > 1 and _whole(rest[:2], know)):
        return False
    acronym = len(word) > 1 and word.isupper()
    if lower in _LEADING or (lower in FUNCTION and not acronym and not know.last_name(word)):
        return True
    if not line.initial[start] or not know.common_word(lower):
        return False
    if scan.evidence.is_name(word) or titles.is_title(word) or know.first_name(word):
        return False
    if len(rest) == 1:
        return True
    surname = know.last_name(word) and not know.common_word(rest[1].lower())
    return not (surname or (headed_kind(rest, False, know) and not know.group(rest[1])))
