"""What is compared instead of what is shown: letters without case, accents and punctuation."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

# Letters that no Unicode decomposition takes to the ones people type for them.
_TYPED_AS = {
    "ı": "i",
    "ø": "o",
    "ł": "l",
    "đ": "d",
    "ħ": "h",
    "ŧ": "t",
    "æ": "ae",
    "œ": "oe",
    "þ": "th",
    "ð": "d",
    "ŋ": "ng",
    "ə": "a",
}
_DROPPED = frozenset("'’‘ʼʻ`´′\u00ad\u200b\u200c\u200d\u2060\ufeff")
_CHUNK = re.compile(r"\S+")
_PLAIN = re.compile(r"[a-z0-9]+")


class Folded(NamedTuple):
    """Words of letters and digits with one space between, and where each letter comes from.

    `origin[i]` is the index in the shown text of what became `text[i]`; a space has the index of
    the first thing it stands for.
    """

    text: str
    origin: tuple[int, ...]


@lru_cache(maxsize=4096)
def _fold_character(character: str) -> str:
    """The letters a character is compared as; " " for punctuation; "" for what is not there."""
    if character in _DROPPED:
        return ""
    folded = []
    for part in unicodedata.normalize("NFKD", character):
        if unicodedata.combining(part):
            continue
        for letter in unicodedata.normalize("NFKD", part.casefold()):
            if unicodedata.combining(letter):
                continue
            category = unicodedata.category(letter)
            if category[0] in "LNM":
                folded.append(_TYPED_AS.get(letter, letter))
            elif category != "Cf":
                folded.append(" ")
    return "".join(folded)


def fold(shown: str) -> str:
    """The words of `shown` as they are compared, with one space between them."""
    if shown.isascii():
        return " ".join(_PLAIN.findall(shown.lower().replace("'", "").replace("`", "")))
    return " ".join("".join(map(_fold_character, shown)).split())


def fold_with_origin(shown: str) -> Folded:
    """What `fold` gives, with the way back to `shown`."""
    text: list[str] = []
    origin: list[int] = []
    for index, character in enumerate(shown):
        for letter in _fold_character(character):
            if letter == " " and (not text or text[-1] == " "):
                continue
            text.append(letter)
            origin.append(index)
    if text and text[-1] == " ":
        text.pop()
        origin.pop()
    return Folded("".join(text), tuple(origin))


def words(shown: str) -> tuple[str, ...]:
    """The distinct words of `shown`, also those that its hyphens and full stops part.

    "S-400" gives "s", "400" and "s400", so that it is found however it is typed.
    """
    found: dict[str, None] = {}
    for chunk in shown.split():
        parts = fold(chunk).split()
        found.update(dict.fromkeys(parts))
        if len(parts) > 1:
            found["".join(parts)] = None
    return tuple(found)


def words_with_origin(shown: str) -> dict[str, tuple[int, ...]]:
    """What `words` gives, each with where its letters first stand in `shown`."""
    found: dict[str, tuple[int, ...]] = {}
    for chunk in _CHUNK.finditer(shown):
        if chunk.group().isascii() and chunk.group().isalnum():
            found.setdefault(chunk.group().lower(), tuple(range(*chunk.span())))
            continue
        folded = fold_with_origin(chunk.group())
        origin = [chunk.start() + index for index in folded.origin]
        for part in _CHUNK.finditer(folded.text):
            found.setdefault(part.group(), tuple(origin[part.start() : part.end()]))
        if joined := folded.text.replace(" ", ""):
            letters = [at for letter, at in zip(folded.text, origin, strict=True) if letter != " "]
            found.setdefault(joined, tuple(letters))
    return found
