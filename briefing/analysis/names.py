"""The names in a text: people with their roles, bodies, places, systems, events and peoples.

Rule-based: capitals, what the document says about its own words, head nouns, titles and the
gazetteer. Spans are exact: no title, no leading "the", no final 's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from briefing.analysis.acronyms import Acronym
from briefing.analysis.briefing import EntityKind, Sentence
from briefing.analysis.classification import Found, Scan
from briefing.analysis.evidence import Evidence, Line, gather, lines, usual_forms
from briefing.analysis.gazetteer import Gazetteer, gazetteer
from briefing.analysis.recognition import barred_tokens, definitions, names_of
from briefing.analysis.roles import role_of
from briefing.analysis.titles import is_honorific
from briefing.analysis.vocabulary import FUNCTION, SPEECH
from briefing.document import Document, Span


class NameMention(NamedTuple):
    """One place where the text names something; `role` is what it calls a person there."""

    start: int
    end: int
    kind: EntityKind
    role: str | None = None


def find(
    document: Document,
    sentences: Sequence[Sentence],
    acronyms: Sequence[Acronym] = (),
    taken: Sequence[Span] = (),
) -> tuple[NameMention, ...]:
    """The names in reading order, none inside `taken`, none overlapping another."""
    know = gazetteer()
    found = lines(document, sentences)
    evidence = gather(found)
    scan = Scan(know, evidence, definitions(acronyms, know))
    ends = sorted((span.end, span.start) for span in taken)
    drafts: list[tuple[Line, list[str], list[Found]]] = []
    for line in found:
        if line.tokens:
            forms = usual_forms(line, evidence, know)
            drafts.append((line, forms, names_of(line, forms, barred_tokens(line, ends), scan)))
    people = _people(drafts)
    for line, forms, names in drafts:
        names.extend(_surnames(forms, names, barred_tokens(line, ends), people, evidence))
        names.sort()
    kinds = _majority(drafts, people, know)
    mentions: list[NameMention] = []
    for line, forms, names in drafts:
        for name in names:
            kind = kinds[tuple(forms[name.start : name.end])]
            start, end = line.tokens[name.start].start, line.tokens[name.end - 1].end
            role = role_of(line.tokens, name.start, name.end, know) if kind == "person" else None
            mentions.append(NameMention(start, end, kind, role))
    return tuple(mentions)


def _people(drafts: Sequence[tuple[Line, list[str], list[Found]]]) -> dict[str, int]:
    """Parts of the full names of people in the document, with how many have them."""
    parts: dict[str, int] = {}
    full = {
        tuple(forms[name.start : name.end])
        for _, forms, names in drafts
        for name in names
        if name.kind == "person" and name.end - name.start > 1
    }
    for name in sorted(full):
        for word in {name[0], name[-1]}:
            parts[word] = parts.get(word, 0) + 1
    return parts


def _surnames(
    forms: Sequence[str],
    names: Sequence[Found],
    barred: Sequence[bool],
    people: Mapping[str, int],
    evidence: Evidence,
) -> list[Found]:
    """Surnames of people named in full that were taken for ordinary words: "Cook said"."""
    covered = set(chain.from_iterable(range(name.start, name.end) for name in names))
    found = []
    for index, word in enumerate(forms):
        if word not in people or index in covered or barred[index] or len(word) < 3:
            continue
        before = forms[index - 1] if index else ""
        after = forms[index + 1] if index + 1 < len(forms) else ""
        acts = after in SPEECH or after == "'s" or is_honorific(before)
        if acts or (word.lower() not in evidence.lower and word.lower() not in FUNCTION):
            found.append(Found(index, index + 1, "person"))
    return found


def _majority(
    drafts: Sequence[tuple[Line, list[str], list[Found]]],
    people: Mapping[str, int],
    know: Gazetteer,
) -> dict[tuple[str, ...], EntityKind]:
    """The kind of each form in this document: a surname alone is the person; sure kinds win."""
    votes: dict[tuple[str, ...], Counter[EntityKind]] = {}
    for _, forms, names in drafts:
        for name in names:
            words = tuple(forms[name.start : name.end])
            kind = name.kind
            doubtful = not name.sure or (kind == "place" and know.place_kind(words[0]) == "city")
            if len(words) == 1 and words[0] in people and doubtful:
                kind = "person"
            votes.setdefault(words, Counter())[kind] += 4 if name.sure else 1
    kinds = {words: counts.most_common(1)[0][0] for words, counts in votes.items()}
    sure = {words for words, counts in votes.items() if max(counts.values()) > 3}
    for words in [words for words in kinds if len(words) > 1]:
        for part in (words[:-1], words[-1:]) if kinds[words] == "event" else (words[:-1],):
            if (
                part in kinds
                and part not in sure
                and kinds[words] in ("organisation", "system", "event")
            ):
                kinds[part] = kinds[words]
    return kinds
