"""The role a text gives a person: the title before the name, or the apposition after it."""

from __future__ import annotations

from collections.abc import Sequence

from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.names.titles import is_title, role_text, title_before
from briefing.analysis.tokens import Token
from briefing.analysis.vocabulary import TITLE_MODIFIERS

_LONGEST = 12


def role_of(tokens: Sequence[Token], start: int, end: int, know: Gazetteer) -> str | None:
    """What the words beside tokens `[start, end)`, a person, say the person is."""
    before = _before(tokens, start, know)
    if before and "," not in before and end + 1 < len(tokens) and tokens[end].text == "of":
        for size in (3, 2, 1):
            country = know.country(" ".join(t.text for t in tokens[end + 1 : end + 1 + size]))
            if country:
                return f"{before}, {country}"
    return before or _after(tokens, end, know)


def _before(tokens: Sequence[Token], start: int, know: Gazetteer) -> str | None:
    title = title_before(tokens, start)
    if title is None:
        return None
    text = role_text([token.text for token in tokens[title[0] : title[1]]])
    if text is None:
        return None
    country = _country_before(tokens, title[0], know)
    return f"{text}, {country}" if country else text


def _country_before(tokens: Sequence[Token], index: int, know: Gazetteer) -> str | None:
    """The country or place before a title: "Indian", "US", "Russia's", "New Mexico"."""
    if index and tokens[index - 1].text == "'s":
        index -= 1
    for size in (3, 2, 1):
        if size > index:
            continue
        form = " ".join(token.text for token in tokens[index - size : index])
        place = know.country(form) or know.demonym(form)
        if place or know.place_kind(form):
            return place or form
    return None


def _after(tokens: Sequence[Token], end: int, know: Gazetteer) -> str | None:
    """Jane Roe, "chief executive of Acme", said."""
    if end + 2 >= len(tokens) or tokens[end].text != ",":
        return None
    at = end + 1
    if tokens[at].text.lower() in ("the", "a", "an"):
        at += 1
    first, head = at, None
    country = None
    for index in range(at, min(at + 6, len(tokens))):
        word = tokens[index].text
        if is_title(word):
            head = index
        elif head is not None and word.lower() not in TITLE_MODIFIERS:
            break
        elif head is not None:
            head = index
        elif index == first and (know.country(word) or know.demonym(word)):
            country, first = know.country(word) or know.demonym(word), index + 1
        elif word == "'s" and country and index == first:
            first = index + 1
        elif word.lower() not in TITLE_MODIFIERS:
            return None
    if head is None:
        return None
    stop = head + 1
    if stop < len(tokens) and tokens[stop].text in ("of", "for", "at", "to"):
        stop += 1
        while stop < len(tokens) and stop - head < _LONGEST:
            word = tokens[stop].text
            if not (word[0].isupper() or word in ("the", "of", "and", "for", "'s", "&")):
                break
            stop += 1
        if any(token.text == "'s" for token in tokens[head + 1 : stop]):
            stop = head + 1
        while tokens[stop - 1].text in ("the", "of", "and", "for", "at", "to", "'s", "&"):
            stop -= 1
    words = [token.text for token in tokens[first:stop]]
    text = role_text(words)
    if text is None:
        return None
    text = text.replace(" 's", "'s")
    return f"{text}, {country}" if country else text
