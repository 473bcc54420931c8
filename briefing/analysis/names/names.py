"""The names in a text: people with their roles, bodies, places, systems, events and peoples.

English is read by the trained tagger, with rules for what they know better (`tagging`). Everything
else, rule-based: capitals, what the document says about its own words, head nouns, titles and the
gazetteer. Spans are exact: no title, no leading "the", no final 's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

from briefing.analysis.acronyms import Acronym
from briefing.analysis.briefing import EntityKind, Sentence
from briefing.analysis.gazetteer import Gazetteer, gazetteer
from briefing.analysis.names import tagging
from briefing.analysis.names.classification import Found, Scan
from briefing.analysis.names.evidence import Evidence, Line, gather, lines, usual_forms
from briefing.analysis.names.recognition import barred_tokens, definitions, names_of
from briefing.analysis.names.roles import role_of
from briefing.analysis.names.titles import is_honorific
from briefing.analysis.vocabulary import FUNCTION, PARTICLES, SPEECH
from briefing.document import Document, Span


class NameMention(NamedTuple):
    """One place where the text names something; `role` is what it calls a person there."""

    start: int
    end: int
    kind: EntityKind
    role: str | None = None


class _Draft(NamedTuple):
    """A sentence and the names found in it so far; `barred` tokens belong to agreements."""

    line: Line
    forms: list[str]
    barred: list[bool]
    names: list[Found]

    def words(self, name: Found) -> tuple[str, ...]:
        return tuple(self.forms[name.start : name.end])


def find(
    document: Document,
    sentences: Sequence[Sentence],
    acronyms: Sequence[Acronym] = (),
    taken: Sequence[Span] = (),
) -> tuple[NameMention, ...]:
    """The names in reading order, none inside `taken`, none overlapping another."""
    know = gazetteer()
    found = [line for line in lines(document, sentences) if line.tokens]
    evidence = gather(found)
    if tagging.reads(document):
        drafted = tagging.find(document, sentences, found, evidence, acronyms, taken, know)
        return tuple(NameMention(*draft) for draft in drafted)
    scan = Scan(know, evidence, definitions(acronyms, know))
    foreign = evidence.is_foreign(know)
    ends = sorted((span.end, span.start) for span in taken)
    drafts: list[_Draft] = []
    for line in found:
        forms, barred = usual_forms(line, evidence, know), barred_tokens(line, ends)
        names = names_of(line, forms, list(barred), scan)
        if foreign:
            sure = (_believable(name, forms, know) for name in names if name.sure)
            names = [name for name in sure if name]
        drafts.append(_Draft(line, forms, barred, names))
    people = _people(drafts)
    full = _full_names(drafts)
    for draft in drafts:
        draft.names.extend(_missed(draft, people, full, evidence))
        draft.names.sort()
    kinds = _kinds(drafts, people, know)
    mentions: list[NameMention] = []
    for draft in drafts:
        tokens = draft.line.tokens
        for name in draft.names:
            kind = kinds[draft.words(name)]
            role = role_of(tokens, name.start, name.end, know) if kind == "person" else None
            start, end = tokens[name.start].start, tokens[name.end - 1].end
            mentions.append(NameMention(start, end, kind, role))
    return tuple(mentions)


def _believable(name: Found, forms: Sequence[str], know: Gazetteer) -> Found | None:
    """A name as it may stand in a text of another language, where other words have capitals too.

    Of a person only what begins with a known first name is left.
    """
    if name.kind != "person":
        return name
    for start in range(name.start, name.end - 1):
        word = forms[start]
        if know.first_name(word) and not know.place_kind(word) and word.lower() not in PARTICLES:
            return name._replace(start=start)
    return None


def _people(drafts: Sequence[_Draft]) -> frozenset[str]:
    """First and last words of the full names of people in the document."""
    full = {
        draft.words(name)
        for draft in drafts
        for name in draft.names
        if name.kind == "person" and name.end - name.start > 1
    }
    return frozenset(word for name in full for word in (name[0], name[-1]))


def _full_names(drafts: Sequence[_Draft]) -> dict[str, list[tuple[tuple[str, ...], EntityKind]]]:
    """Names of several words, by the first of them, longest first."""
    full = {
        (draft.words(name), name.kind)
        for draft in drafts
        for name in draft.names
        if name.sure and name.end - name.start > 1
    }
    table: dict[str, list[tuple[tuple[str, ...], EntityKind]]] = {}
    for words, kind in sorted(full, key=lambda name: (-len(name[0]), name)):
        table.setdefault(words[0], []).append((words, kind))
    return table


def _missed(
    draft: _Draft,
    people: Container[str],
    full: Mapping[str, Sequence[tuple[tuple[str, ...], EntityKind]]],
    evidence: Evidence,
) -> list[Found]:
    """Repeats of full names, and surnames that were taken for ordinary words: "Cook said"."""
    forms = draft.forms
    free = [not barred for barred in draft.barred]
    for name in draft.names:
        free[name.start : name.end] = [False] * (name.end - name.start)
    found: list[Found] = []
    for index, word in enumerate(forms):
        if not free[index] or not word[0].isupper():
            continue
        for words, kind in full.get(word, ()):
            end = index + len(words)
            if tuple(forms[index:end]) == words and all(free[index:end]):
                found.append(Found(index, end, kind))
                free[index:end] = [False] * len(words)
                break
        if free[index] and word in people and len(word) > 2:
            before = forms[index - 1] if index else ""
            after = forms[index + 1] if index + 1 < len(forms) else ""
            acts = after in SPEECH or after == "'s" or is_honorific(before)
            if acts or (word.lower() not in evidence.lower and word.lower() not in FUNCTION):
                found.append(Found(index, index + 1, "person"))
    return found


def _kinds(
    drafts: Sequence[_Draft], people: Container[str], know: Gazetteer
) -> dict[tuple[str, ...], EntityKind]:
    """The kind of each form in this document: sure kinds win, a surname alone is the person."""
    votes: dict[tuple[str, ...], Counter[EntityKind]] = {}
    for draft in drafts:
        for name in draft.names:
            words, kind = draft.words(name), name.kind
            doubtful = not name.sure or (kind == "place" and know.place_kind(words[0]) == "city")
            if len(words) == 1 and words[0] in people and doubtful:
                kind = "person"
            votes.setdefault(words, Counter())[kind] += _SURE if name.sure else 1
    kinds = {words: counts.most_common(1)[0][0] for words, counts in votes.items()}
    for words, kind in list(kinds.items()):
        if len(words) > 1 and kind in ("organisation", "system", "event"):
            for part in (words[:-1], words[-1:]) if kind == "event" else (words[:-1],):
                if part in kinds and max(votes[part].values()) < _SURE:
                    kinds[part] = kind
    return kinds


_SURE = 4
"""Votes of a mention whose kind its own words give; the neighbours' word counts one."""
