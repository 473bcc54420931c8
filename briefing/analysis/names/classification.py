"""Which names a run of words between titles holds: one, or several side by side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from briefing.analysis.briefing import EntityKind
from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.names.evidence import Evidence, Line
from briefing.analysis.names.kinds import headed_kind, is_instrument, known_kind, looks_personal
from briefing.analysis.names.titles import is_honorific
from briefing.analysis.vocabulary import COMPASS, NEVER, ORGANISATION_HEADS, word_set

_LINKS = word_set("The of the for and on 's ' , & in to")
_POWERS = word_set(
    "Administration Government Governments Presidency Era Allies Headquarters Leaders Officials"
    " Members Troops Citizens Economy Territory Soil"
)
_NATIONAL = word_set("Air Team Radio Bank Rail Royal Miss Sport Athletics Cricket Rugby Tennis")


class Found(NamedTuple):
    """A name in tokens of a line. `sure` is False where only the neighbours gave the kind."""

    start: int
    end: int
    kind: EntityKind
    sure: bool = True


class Definitions(NamedTuple):
    """What brackets in the document define.

    `kinds` is the kind of each short form, None where it names nothing; `spans` has, by where a
    long form begins, its end and kind.
    """

    kinds: Mapping[str, EntityKind | None]
    spans: Mapping[int, tuple[int, EntityKind]]


@dataclass(frozen=True, slots=True)
class Scan:
    """What is the same for all sentences of a document."""

    know: Gazetteer
    evidence: Evidence
    definitions: Definitions


@dataclass(frozen=True, slots=True)
class Piece:
    """Tokens `[start, end)` of a line, with no title among them.

    `joined` where "of" and the like join them, `titled` where a title stands before them.
    """

    line: Line
    forms: Sequence[str]
    start: int
    end: int
    joined: bool = False
    titled: bool = False

    @property
    def words(self) -> Sequence[str]:
        """The words, in their usual form."""
        return self.forms[self.start : self.end]


def classify(piece: Piece, scan: Scan) -> Iterator[Found]:
    """The name or names in a piece."""
    forms, start, end = piece.forms, piece.start, piece.end
    while start < end and forms[start] in _LINKS:
        start += 1
    if start < end:
        yield from _names(replace(piece, start=start), scan)


def _names(piece: Piece, scan: Scan) -> Iterator[Found]:
    know, words, start, end = scan.know, piece.words, piece.start, piece.end
    name = " ".join(words).replace(" 's", "'s").replace(" '", "'")
    if name in scan.definitions.kinds and len(words) == 1:
        kind = scan.definitions.kinds[name]
        if kind:
            yield Found(start, end, kind)
        return
    known = known_kind(name, know)
    if len(words) > 1 and words[0] in COMPASS and know.place_kind(" ".join(words[1:])):
        yield Found(start, end, "place")
    elif piece.titled and _may_have_title(piece, known, know):
        yield Found(start, end, "person")
    elif known:
        if not (len(words) == 1 and words[0] in NEVER and piece.line.initial[start]):
            yield Found(start, end, known)
    elif is_instrument(words) and not (
        know.last_name(words[-1]) and looks_personal(words, know) > 1
    ):
        prefix = _known_prefix(piece, know)
        if prefix and prefix.kind == "place":
            yield prefix
    elif words[-1] in _POWERS and len(words) > 1:
        if "-" not in words[0]:
            yield from classify(replace(piece, end=end - 1, titled=False), scan)
    else:
        yield from _unlisted(piece, scan)


def _may_have_title(piece: Piece, known: EntityKind | None, know: Gazetteer) -> bool:
    """Whether the words after a title are the person who has it."""
    words, before = piece.words, piece.forms[piece.start - 1] if piece.start else ""
    if len(words) > 6 or words[-1] in ORGANISATION_HEADS or words[0] in NEVER:
        return False
    if known:
        return known != "organisation" and before[:1].isupper()
    return is_honorific(before) or not all(
        know.common_word(word.lower()) and not know.last_name(word) for word in words
    )


def _unlisted(piece: Piece, scan: Scan) -> Iterator[Found]:
    """Names that are in no list: by their head noun, their likeness to people, their parts."""
    know, words, start, end = scan.know, piece.words, piece.start, piece.end
    middle = _person_after_body(words, know)
    if middle:
        yield from classify(replace(piece, end=start + middle, titled=False), scan)
        yield Found(start + middle, end, "person")
        return
    kind = headed_kind(words, piece.joined, know)
    if kind:
        yield Found(start, end, kind)
        return
    likeness = looks_personal(words, know) - 2 * _affiliated(words, know) if len(words) > 1 else 0
    if likeness > 1:
        yield Found(start, end, "person")
        return
    prefix = _known_prefix(piece, know)
    if prefix:
        yield prefix
        yield from classify(Piece(piece.line, piece.forms, prefix.end, end), scan)
        return
    yield _known_suffix(piece, know) or Found(
        start, end, "person" if likeness > 0 else "organisation", False
    )


def _affiliated(words: Sequence[str], know: Gazetteer) -> bool:
    """Whether a place or people stands before a name: "Republican Jane Roe"."""
    known = know.group(words[0]) or know.place_kind(words[0]) in ("country", "region")
    return len(words) > 2 and known and not know.first_name(words[0])


def _person_after_body(words: Sequence[str], know: Gazetteer) -> int:
    """Where a person begins after the name of a body: "Gender Policy Council Jane Roe"; or 0."""
    for middle in range(len(words) - 2, 1, -1):
        if words[middle - 1] in ORGANISATION_HEADS:
            rest = words[middle:]
            return middle if know.first_name(rest[0]) and looks_personal(rest, know) > 1 else 0
    return 0


def _known_prefix(piece: Piece, know: Gazetteer) -> Found | None:
    """A known place, people or body that other words follow."""
    start = piece.start
    for middle in range(min(piece.end - 1, start + 4), start, -1):
        kind = known_kind(" ".join(piece.forms[start:middle]), know)
        if kind:
            return Found(start, middle, kind)
    return None


def _known_suffix(piece: Piece, know: Gazetteer) -> Found | None:
    """A known name at the end of words that are ordinary but for their place in a headline."""
    forms, start, end = piece.forms, piece.start, piece.end
    expected = piece.line.style != "plain" or piece.line.initial[start]
    for middle in range(start + 1, end):
        name = " ".join(forms[middle:end])
        kind = known_kind(name, know)
        nation = know.country(name) or know.demonym(name)
        bare = expected or (nation and forms[start] not in _NATIONAL)
        if kind and bare and all(know.common_word(word.lower()) for word in forms[start:middle]):
            return Found(middle, end, kind)
    return None
