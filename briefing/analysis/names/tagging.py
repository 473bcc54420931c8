"""The tagger's names joined with what rules know better: agreements, systems, events, roles."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain
from typing import NamedTuple
from unicodedata import category

from briefing.analysis.acronyms import Acronym
from briefing.analysis.briefing import EntityKind, Sentence
from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.language import detect, stop_words
from briefing.analysis.names import capitals, events, firms, systems
from briefing.analysis.names.capitals import INTERJECTIONS
from briefing.analysis.names.evidence import QUESTION, Evidence, Line, usual_forms
from briefing.analysis.names.kinds import headed_kind, is_inhabitant, is_instrument, known_kind
from briefing.analysis.names.roles import role_of
from briefing.analysis.names.titles import is_title
from briefing.analysis.tagger import tagger
from briefing.analysis.vocabulary import NEVER
from briefing.document import Document, Span

KINDS: dict[str, EntityKind] = {
    "PER": "person",
    "ORG": "organisation",
    "LOC": "place",
    "NORP": "group",
}
_FEW_WORDS = 12
_STOP_SHARE = 0.08
_LOOKED_AT = 4000  # characters, where the language is not plain


class Draft(NamedTuple):
    """A name and its kind, in code points of the text."""

    start: int
    end: int
    kind: EntityKind
    role: str | None = None


def reads(document: Document) -> bool:
    """Whether the tagger, which knows English, may be asked about `document`.

    A text too short or too odd to tell its language is given to it when it is very short or has
    the small words of English.
    """
    language = document.language or detect(document.text)
    if language is not None:
        return language.lower().split("-")[0].split("_")[0] == "en"
    found = document.text[:_LOOKED_AT].lower().split()
    if not document.text[:_LOOKED_AT].isascii() and len(found) < _FEW_WORDS:
        return False
    small = sum(word in stop_words("en") for word in found)
    return len(found) < _FEW_WORDS or small >= _STOP_SHARE * len(found)


def find(
    document: Document,
    sentences: Sequence[Sentence],
    lines: Sequence[Line],
    evidence: Evidence,
    acronyms: Sequence[Acronym],
    taken: Sequence[Span],
    know: Gazetteer,
) -> list[Draft]:
    """The names in reading order; `taken`, then systems and events, win where they overlap."""
    special = _outside(taken, chain(*(_designated(line, evidence, know) for line in lines)))
    held = [*taken, *(Span(draft.start, draft.end) for draft in special)]
    starts = {sentence.start for sentence in sentences}
    starts |= {mark.end() for start in starts if (mark := QUESTION.match(document.text, start))}
    names = [
        draft
        for draft in _outside(held, _tagged(document, sentences, evidence, know))
        if not (
            draft.kind == "person"
            and draft.start in starts
            and capitals.is_chance(document.text[draft.start : draft.end], evidence, know)
        )
    ]
    held += (Span(draft.start, draft.end) for draft in names)
    kinds = _acronym_kinds(acronyms, names, know)
    names = [
        draft._replace(kind=kinds.get(document.text[draft.start : draft.end], draft.kind))
        for draft in names
    ]
    missed = (
        Draft(token.start, token.end, kinds.get(token.text, "group"))
        for line in lines
        for token in line.tokens
        if token.text in kinds or (token.text[0].isupper() and know.group(token.text))
    )
    drafts = sorted([*special, *names, *_outside(held, missed)])
    roles = _Roles(lines, know)
    return [
        draft._replace(role=roles.of(draft.start, draft.end)) if draft.kind == "person" else draft
        for draft in drafts
    ]


def _tagged(
    document: Document, sentences: Sequence[Sentence], evidence: Evidence, know: Gazetteer
) -> Iterator[Draft]:
    text = document.text
    tagged = tagger.tag(document, sentences)
    counts = Counter(text[name.start : name.end] for name in tagged)
    for name in tagged:
        start, end = _without_marks(text, name.start, name.end)
        if name.type in ("PER", "ORG") and _only_called_out(text[start:end]):
            continue
        type_, behind = name.type, _NEXT.match(text, end)
        if type_ == "ORG" and behind and is_title(behind[1]):
            end = start + capitals.without_office(text[start:end])
            if start == end:
                continue
        if type_ == "ORG" and capitals.marks_a_person(text[start:end].split()):
            type_ = "PER"
        if type_ == "PER" and (
            capitals.is_of_a_case(text, start, end) or capitals.is_of_people(text, start, end)
        ):
            continue
        owned = _OWNED.search(text, start, end) if type_ in ("ORG", "LOC", "MISC") else None
        if owned:
            owner = text[start : owned.start()].split()
            kind = ruled_kind(owner, know)
            if kind:
                yield Draft(start, owned.start(), kind)
                start = owned.end()
                if capitals.is_ordinary(text[start:end].split(), know):
                    continue
        found = list(_WORD.finditer(text, start, end))
        before = _BEFORE.search(text, max(0, start - _LONGEST_OWNER), start)
        skipped = capitals.opening(type_, [word[0] for word in found], know)
        whose = found[skipped - 1][0] if skipped else before[1] if before else ""
        start = found[skipped].start()
        if capitals.owned(whose, [word[0] for word in found[skipped:]], know):
            continue
        staff = _STAFF.search(text, start, end)
        if staff and known_kind(text[start : staff.start()], know):
            end = staff.start()
        start, end = _without_marks(text, start, end)
        words = text[start:end].split()
        kind = _settled(type_, words, evidence, know)
        if kind == "organisation" and not ruled_kind(words, know):
            once = counts[text[name.start : name.end]] == 1
            if once and capitals.is_phrase(before[1] if before else "", words, know):
                continue
        if kind:
            yield Draft(start, end, kind)


def _without_marks(text: str, start: int, end: int) -> tuple[int, int]:
    """A name without the mark of a question in a transcript, and without "MS." or signs before."""
    mark = QUESTION.match(text, start, end)
    begin = mark.end() if mark and text[max(0, start - 1) : start] in ("", "\n") else start
    while begin < end - 1 and begin and text[begin - 1].isalpha():  # within "MS."
        begin += 1
    while begin < end - 1 and text[begin] in ". \u00a0":
        begin += 1
    while begin < end - 1 and not text[begin].isalnum():  # a bullet, a block
        begin += 1
    broken = _BROKEN.search(text, begin + 1, end)
    end = broken.start() if broken and ")" not in broken[0] else end
    while begin < end - 1 and category(text[end - 1]) == "Cf":
        end -= 1
    return begin, end


def _only_called_out(words: str) -> bool:
    """Whether it is called out, as "Thanks", or a clause with a pronoun, as "Can I"."""
    bare = [word.rstrip(".,!?") for word in words.split()]
    return all(word in INTERJECTIONS for word in bare) or (
        bare[0] in _ASKING and bare[-1] in _PRONOUNS
    )


_ASKING = frozenset(("Can", "Could", "May", "Should", "Would", "Will", "Do", "Did", "Am", "Are"))
_PRONOUNS = frozenset(("I", "You", "He", "She", "They", "We", "It"))
_ROOMS = frozenset(("Room", "Building", "Auditorium", "Theater", "Theatre"))


_OWNED = re.compile(r"['’]s\s+(?=\S+\s+\S)|(?<=s)['’]\s+(?=\S)")
_STAFF = re.compile(r"\s+(?:Allies|Headquarters|Officials|Members|Leaders)$")
_WORD = re.compile(r"\S+")
_BROKEN = re.compile(r"\s?[;(].*", re.DOTALL)
_NEXT = re.compile(r"\s([A-Z][A-Za-z.-]{1,30})")
_BEFORE = re.compile(r"([A-Za-z]+)\s+$")
_LONGEST_OWNER = 12  # characters looked at before a name


def ruled_kind(words: Sequence[str], know: Gazetteer) -> EntityKind | None:
    """The kind that the gazetteer or a head noun gives a name; None where neither does."""
    joined = "of" in words or "for" in words
    return known_kind(" ".join(words), know) or headed_kind(words, joined, know)


def _settled(
    type_: str, words: Sequence[str], evidence: Evidence, know: Gazetteer
) -> EntityKind | None:
    """The kind of a name; where the tagger is weak, the gazetteer and head nouns decide."""
    kind = KINDS.get(type_)
    if capitals.is_cited(words):
        return None
    if is_instrument(words):
        return kind
    if words[0] in NEVER and len(words) == 1:
        return None
    if len(words) == 1:
        inhabitant = is_inhabitant(words[0], know) and type_ != "LOC"
        people = know.group(words[0]) and not know.place_kind(words[0])
        if (inhabitant or people) and not know.last_name(words[0]):
            return "group"
    ruled = ruled_kind(words, know)
    if capitals.is_no_name(type_, words, ruled, evidence, know):
        return None
    if ruled == "event" and type_ in ("PER", "MISC"):
        return ruled
    if type_ == "PER" and words[-1] in _ROOMS and len(words) > 3:
        return "place"  # "the Ada M. Calder Reading Room"
    if type_ not in ("MISC", "ORG"):
        return kind
    if ruled in ("place", "group") or (kind is None and ruled == "organisation"):
        return ruled
    return kind


def _acronym_kinds(
    acronyms: Sequence[Acronym], names: Sequence[Draft], know: Gazetteer
) -> dict[str, EntityKind]:
    """The kind of each acronym: that of the name it stands for."""
    ends = {draft.end: draft.kind for draft in names}
    kinds: dict[str, EntityKind] = {}
    for acronym in acronyms:
        words = acronym.long.replace("’", "'").split()
        if is_instrument(words) or not words[0][:1].isupper():
            continue
        kind = ruled_kind(words, know) or ends.get(acronym.long_end)
        if kind and kind != "person":
            kinds.setdefault(acronym.short, kind)
    return kinds


def _designated(line: Line, evidence: Evidence, know: Gazetteer) -> list[Draft]:
    """Systems and events by their designators and head nouns, firms; the longest first."""
    forms = usual_forms(line, evidence, know)
    found: list[tuple[int, int, EntityKind]] = [
        *((start, end, "system") for start, end in systems.match(line, forms, know)),
        *((start, end, "event") for start, end in events.match(line, forms, know)),
        *((start, end, "organisation") for start, end in firms.match(line, forms, know)),
    ]
    drafts: list[Draft] = []  # by their place
    for first, last, kind in found:
        draft = Draft(line.tokens[first].start, line.tokens[last - 1].end, kind)
        place = bisect_right(drafts, draft.start, key=lambda other: other.start)
        beside = drafts[max(place - 1, 0) : place + 1]
        if not any(draft.start < other.end and other.start < draft.end for other in beside):
            drafts.insert(place, draft)
    return drafts


class _Roles:
    """What the text calls the people it names."""

    def __init__(self, lines: Sequence[Line], know: Gazetteer) -> None:
        self._starts = [line.tokens[0].start for line in lines]
        self._lines = lines
        self._know = know

    def of(self, start: int, end: int) -> str | None:
        """The role of the person named in `[start, end)`."""
        tokens = self._lines[max(bisect_right(self._starts, start) - 1, 0)].tokens
        first = bisect_right(tokens, start, key=lambda token: token.start) - 1
        after = bisect_left(tokens, end, key=lambda token: token.start)
        return role_of(tokens, first, after, self._know)


def _outside(taken: Sequence[Span], drafts: Iterable[Draft]) -> list[Draft]:
    """The drafts that touch none of `taken`."""
    held = _Held(taken)
    return [draft for draft in drafts if not held.touch(draft.start, draft.end)]


class _Held:
    """Spans that no other name may touch."""

    def __init__(self, spans: Sequence[Span]) -> None:
        ordered = sorted(spans)
        self._starts = [span.start for span in ordered]
        self._furthest: list[int] = []
        for span in ordered:
            self._furthest.append(max(span.end, self._furthest[-1] if self._furthest else 0))

    def touch(self, start: int, end: int) -> bool:
        """Whether `[start, end)` overlaps one of the spans."""
        before = bisect_left(self._starts, end)
        return before > 0 and self._furthest[before - 1] > start
