"""Which names in a document name the same thing, and why.

Each rule looks at the forms of one kind and gives merges: the shorter form, the fuller one, and the
reason in words for a reader. Two people with one surname are never merged with each other.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from briefing.analysis.acronyms import Acronym
from briefing.analysis.briefing import EntityKind
from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.names.names import NameMention
from briefing.analysis.names.titles import is_title
from briefing.analysis.tokens import plain
from briefing.analysis.vocabulary import (
    EVENT_FRONTS,
    LEGAL_FORMS,
    ORGANISATION_HEADS,
    PARTICLES,
    SUFFIXES,
)
from briefing.document import Document

_OFTEN = 3
"""So many times, and so many times as often as others, is named whom a surname alone means."""


class Form(NamedTuple):
    """A distinct name of the text: as it is written, its kind, its first place, the roles."""

    text: str
    kind: EntityKind
    first: int
    mentions: int
    roles: tuple[str, ...]


class Same(NamedTuple):
    """`alias` is another name for what `name` names."""

    alias: str
    name: str
    reason: str


def merges(
    forms: Mapping[str, Form], acronyms: Sequence[Acronym], know: Gazetteer
) -> Iterator[Same]:
    """The merges among `forms` (by text), surest first."""
    by_kind: dict[str, list[Form]] = defaultdict(list)
    for form in forms.values():
        by_kind[form.kind].append(form)
    yield from _definitions(forms, acronyms)
    yield from _known(by_kind, know)
    yield from _spellings(forms.values())
    yield from _people(by_kind["person"])
    yield from _organisations(by_kind["organisation"], know)
    yield from _systems(by_kind["system"])
    yield from _events(by_kind["event"])
    yield from _places(by_kind["place"])


def bracketed(document: Document, names: Sequence[NameMention]) -> Iterator[Same]:
    """Bodies whose acronym stands in brackets behind them without spelling them: "(FSB)"."""
    for name, behind in pairwise(names):
        if name.kind != "organisation" or behind.kind != "organisation":
            continue
        full, short = document.slice(name.start, name.end), document.slice(behind.start, behind.end)
        around = document.text[name.end : behind.start], document.text[behind.end : behind.end + 1]
        if around == (" (", ")") and " " in full and short.isupper() and short.isalpha():
            yield Same(short, full, "stands in brackets behind it")


def fold(text: str) -> str:
    """`text` without case, accents, points and hyphens, to compare spellings."""
    decomposed = unicodedata.normalize("NFKD", plain(text).replace("-", " ").replace("–", " "))
    return "".join(c for c in decomposed if not unicodedata.combining(c) and c != ".").casefold()


def _definitions(forms: Mapping[str, Form], acronyms: Sequence[Acronym]) -> Iterator[Same]:
    for acronym in acronyms:
        if acronym.short in forms and acronym.long in forms:
            yield Same(acronym.short, acronym.long, "defined in brackets")


def _spellings(forms: Iterable[Form]) -> Iterator[Same]:
    seen: dict[str, Form] = {}
    for form in sorted(forms, key=lambda form: (form.text.isupper(), form.first)):
        key = " ".join(word for word in fold(form.text).split() if word != "the")
        other = seen.setdefault(key, form)
        if other is form:
            continue
        if form.text.isupper() and not other.text.isupper():
            reason = "the same name in capitals"
        else:
            reason = f"another spelling of {other.text}"
        yield Same(form.text, other.text, reason)


def _known(by_kind: Mapping[str, Sequence[Form]], know: Gazetteer) -> Iterator[Same]:
    """Names that the gazetteer has as one: "US", "U.S." and "America"."""
    for kind, canonical in (
        ("place", know.country),
        ("organisation", know.body),
        ("group", know.demonym),
    ):
        groups: dict[str, list[Form]] = defaultdict(list)
        for form in by_kind[kind]:
            name = canonical(form.text)
            if name:
                groups[name].append(form)
        for name, same in groups.items():
            best = next((form for form in same if form.text == name), None) or max(
                same, key=lambda form: (len(form.text.split()), form.mentions, -form.first)
            )
            for form in same:
                if form is not best:
                    if kind == "organisation":
                        name = best.text
                    if kind == "group":
                        reason = f"also the people of {name}"
                    elif _short(form.text):
                        reason = f"abbreviation of {name}"
                    else:
                        reason = f"another name of {name}"
                    yield Same(form.text, best.text, reason)


def _short(text: str) -> bool:
    return text.isupper() and len(text) < 7 and " " not in text


def _people(forms: Sequence[Form]) -> Iterator[Same]:
    full = [form for form in forms if len(_parts(form.text)) > 1]
    yield from _full_names(full)
    people = _distinct(full)
    by_word: dict[str, list[Form]] = defaultdict(list)
    for person in people:
        parts = _parts(person.text)
        for word in dict.fromkeys((parts[-1], _bare(parts[-1]), parts[0])):
            by_word[word].append(person)
    alone = {fold(form.text): form.first for form in forms if " " not in form.text}
    for form in forms:
        parts = _parts(form.text)
        if len(parts) != 1:
            continue
        word = parts[0]
        same = by_word.get(word) or by_word.get(_bare(word)) or []
        surname = [p for p in same if _bare(_parts(p.text)[-1]) == _bare(word)]
        candidates = surname or same
        if len(candidates) == 1:
            what = "surname" if surname else "first name"
            yield Same(form.text, candidates[0].text, f"{what} of the only {form.text} named")
        elif candidates:
            office = {role.split(",")[0] for role in form.roles}
            fitting = [p for p in candidates if office & {role.split(",")[0] for role in p.roles}]
            if len(fitting) == 1:
                role = next(iter(office & {r.split(",")[0] for r in fitting[0].roles}))
                yield Same(form.text, fitting[0].text, f"the only {form.text} called {role}")
            elif len(surname) > 1 and (foremost := _foremost(surname, form, alone)):
                yield Same(form.text, foremost[0].text, foremost[1])


def _foremost(
    candidates: Sequence[Form], form: Form, alone: Mapping[str, int]
) -> tuple[Form, str] | None:
    """Who of several people a surname alone means, and why; None where that is open.

    `alone` has where each name of one word stands first: who is called by the first name before is
    known by then, too.
    """
    most, second = sorted(candidates, key=lambda person: -person.mentions)[:2]
    if most.mentions >= max(_OFTEN, _OFTEN * second.mentions):
        return most, f"surname of the {form.text} who is named most"
    before = [
        person
        for person in candidates
        if min(person.first, alone.get(_parts(person.text)[0], person.first)) < form.first
    ]
    if len(before) != 1:
        return None
    return before[0], f"surname of the only {form.text} named until then"


def _full_names(full: Sequence[Form]) -> Iterator[Same]:
    """ "Mark Esper" and "Mark T Esper": first and last the same, the middle not against it."""
    by_ends: dict[tuple[str, str], list[Form]] = defaultdict(list)
    for form in full:
        parts = _parts(form.text)
        by_ends[parts[0], parts[-1]].append(form)
    for same in by_ends.values():
        longest = max(same, key=lambda form: (len(_parts(form.text)), -form.first))
        middle = set(_parts(longest.text))
        for form in same:
            if form is not longest and (
                set(_parts(form.text)) <= middle or _initials_fit(form.text, longest.text)
            ):
                yield Same(form.text, longest.text, f"shorter form of {longest.text}")
    by_last: dict[str, list[Form]] = defaultdict(list)
    for form in full:
        by_last[_parts(form.text)[-1]].append(form)
    for form in full:
        parts = _parts(form.text)
        whole = fold(form.text)
        if whole.split()[0] in PARTICLES:
            longer = [
                other
                for other in by_last[parts[-1]]
                if len(_parts(other.text)) > len(parts)
                and _parts(other.text)[-len(parts) :] == parts
            ]
            if len(longer) == 1:
                yield Same(form.text, longer[0].text, f"surname of the only {form.text} named")


def _initials_fit(short: str, long: str) -> bool:
    a, b = _parts(short)[1:-1], _parts(long)[1:-1]
    return bool(a and b and a[0]) and a[0][:1] == b[0][:1] and 1 in (len(a[0]), len(b[0]))


def _distinct(full: Sequence[Form]) -> list[Form]:
    """One form a person: those that `_full_names` has merged are counted once."""
    dropped = {same.alias for same in _full_names(full)}
    return [form for form in full if form.text not in dropped]


def _parts(name: str) -> list[str]:
    words = [fold(word) for word in name.split() if word not in SUFFIXES]
    return words or [fold(name)]


_ARTICLES = ("al ", "el ", "ad ", "as ", "an ", "ar ", "at ", "ash ")


def _bare(word: str) -> str:
    """A surname without its article: "al-assad" is "assad", "el sisi" is "sisi"."""
    for article in _ARTICLES:
        if word.startswith(article):
            return word[len(article) :]
    return word


def _organisations(forms: Sequence[Form], know: Gazetteer) -> Iterator[Same]:
    texts = {form.text: form for form in forms}
    prefixed: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        words = plain(form.text).split()
        if len(words) > 2 and (know.country(words[0]) or know.demonym(words[0])):
            prefixed[" ".join(words[1:])].append(form)
        if len(words) > 1 and words[-1] in LEGAL_FORMS:
            short = " ".join(words[:-1]).rstrip(",")
            if short in texts:
                yield Same(short, form.text, f"{form.text} without its legal form")
    for short, longer in prefixed.items():
        if short in texts and len(longer) == 1:
            yield Same(short, longer[0].text, f"short for {longer[0].text}, the only one named")
    by_initials: dict[str, list[Form]] = defaultdict(list)
    for form in forms:
        words = [w for w in plain(form.text).replace("-", " ").split() if w[0].isupper()]
        if len(words) > 1:
            by_initials["".join(word[0] for word in words)].append(form)
    for form in forms:
        if _short(form.text) and len(form.text) > 2 and len(by_initials.get(form.text, ())) == 1:
            long = by_initials[form.text][0].text
            yield Same(form.text, long, f"initials of {long}")
    by_front: dict[str, list[list[str]]] = defaultdict(list)
    for form in forms:
        parts = form.text.split()
        by_front[parts[0]].append(parts)
    for form in forms:
        full = [parts for parts in by_front.get(form.text, ()) if len(parts) > 1]
        if len(full) == 1 and len(full[0]) == 2 and not _short(form.text):
            head = full[0][1]
            if head in ORGANISATION_HEADS and not is_title(head):
                yield Same(form.text, " ".join(full[0]), f"short for {' '.join(full[0])}")


def _systems(forms: Sequence[Form]) -> Iterator[Same]:
    by_front: dict[str, Form] = {}
    for form in sorted(forms, key=lambda form: (-len(form.text.split()), form.first)):
        front = form.text.split()[0].casefold().rstrip("s")
        other = by_front.setdefault(front, form)
        if other is not form:
            yield Same(form.text, other.text, f"short for {other.text}")


def _events(forms: Sequence[Form]) -> Iterator[Same]:
    fronted = {
        form.text.split(maxsplit=1)[1]: form.text
        for form in forms
        if form.text.split()[0] in EVENT_FRONTS and " " in form.text
    }
    for form in forms:
        long = fronted.get(form.text)
        if long:
            yield Same(form.text, long, f"short for {long}")


def _places(forms: Sequence[Form]) -> Iterator[Same]:
    texts = {fold(form.text).replace(",", ""): form for form in forms}
    capital = texts.get("washington dc")
    if capital and "washington" in texts:
        yield Same(texts["washington"].text, capital.text, f"short for {capital.text}")
