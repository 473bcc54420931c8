"""Sentences all in capitals, read in the case their words usually have."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from briefing.analysis.tagger.features import fold
from briefing.analysis.tagger.lexicon import CASES, LONGEST, Lexicon, key

PROSE, SHOUTED, HEADLINE = range(3)
_LOWER, _MOSTLY_LOWER, _UPPER = (CASES.index(case) for case in ("lower", "mostly_lower", "upper"))


def recased(sentences: Sequence[Sequence[str]], lexicon: Lexicon) -> list[tuple[list[str], int]]:
    """Each sentence with its style; all in capitals, it gets the case its words usually have."""
    styles = [_style(forms) for forms in sentences]
    usual: dict[str, Counter[str]] = {}
    if SHOUTED in styles:
        for forms, style in zip(sentences, styles, strict=True):
            if style == PROSE:
                for form in forms[1:]:
                    usual.setdefault(fold(form), Counter())[form] += 1
    return [
        (_spoken(forms, usual, lexicon) if style == SHOUTED else list(forms), style)
        for forms, style in zip(sentences, styles, strict=True)
    ]


def _spoken(forms: Sequence[str], usual: dict[str, Counter[str]], lexicon: Lexicon) -> list[str]:
    """A sentence in capitals as it would be written in running text."""
    spoken = [_usual(form, usual, lexicon) for form in forms]
    for start, end in _known_names(forms, lexicon):
        for place in range(start, end):
            if len(forms[place]) > 3 and spoken[place].islower():
                spoken[place] = spoken[place].capitalize()
    return spoken


def _known_names(forms: Sequence[str], lexicon: Lexicon) -> Iterator[tuple[int, int]]:
    """The places of phrases of the lexicon that have two words or more."""
    folded = [fold(form) for form in forms]
    start = 0
    while start < len(forms):
        text, stop = folded[start], start + 1
        for end in range(start + 1, min(start + LONGEST, len(forms))):
            text += " " + folded[end]
            if key(text) in lexicon.phrases:
                stop = end + 1
        if stop > start + 1:
            yield start, stop
        start = stop


def _style(forms: Sequence[str]) -> int:
    words = [form for form in forms if form[0].isalpha()]
    if len(words) >= 3:
        shouted = [form for form in words if form.isupper()]
        if len(shouted) >= 0.8 * len(words) and any(len(form) > 3 for form in shouted):
            return SHOUTED
        long = [form for form in words if len(form) > 3]
        capitals = sum(form[0].isupper() for form in long)
        if len(words) > 3 and len(long) > 2 and capitals >= 0.75 * len(long) and forms[-1] != ".":
            return HEADLINE
    return PROSE


def _usual(form: str, usual: dict[str, Counter[str]], lexicon: Lexicon) -> str:
    """How `form`, written in capitals, is written elsewhere in the text, or else in most texts."""
    if len(form) < 2 or not form.isupper():
        return form
    low = fold(form)
    seen = usual.get(low)
    if seen:
        return seen.most_common(1)[0][0]
    case = lexicon.cases.get(key(low), 0)
    if case == _UPPER or (len(form) == 2 and not case):
        return form
    if case in (_LOWER, _MOSTLY_LOWER) or not form[0].isalpha():
        return form.lower()
    return "-".join(part.capitalize() for part in form.split("-"))
