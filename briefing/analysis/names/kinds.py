"""What kind of thing a name names, from its own words and those beside it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from briefing.analysis.briefing import EntityKind
from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.vocabulary import (
    EVENT_FRONTS,
    EVENT_HEADS,
    INSTRUMENT_HEADS,
    LOCATIVE,
    NEVER,
    ORGANISATION_HEADS,
    PARTICLES,
    PLACE_FRONTS,
    PLACE_HEADS,
    PLACE_NOUNS,
    PLACE_VERBS,
    SPEECH,
    SUFFIXES,
    word_set,
)


def known_kind(name: str, know: Gazetteer) -> EntityKind | None:
    """The kind of a name that the gazetteer holds; None where it holds none."""
    if know.body(name):
        return "organisation"
    if know.place_kind(name):
        return "place"
    if know.group(name):
        return "group"
    return "event" if name in know.events else None


def headed_kind(words: Sequence[str], joined: bool, know: Gazetteer) -> EntityKind | None:
    """The kind that a head noun gives the name: "Indian Navy", "Lake Chad", "G20 Summit"."""
    last = words[-1]
    if len(words) < 2 or all(word in NEVER for word in words):
        return None
    if words[0].split("-")[0] in _PREFIXES and "-" in words[0]:
        return None
    if joined:
        head = next((word for word in words if word in ORGANISATION_HEADS), None)
        link = next((at for at, word in enumerate(words) if word in _LINKS and at), 0)
        front = words[link - 1] if link else ""
        if front in EVENT_HEADS and front not in ORGANISATION_HEADS:
            return "event" if front != "Conference" or words[link] == "on" else "organisation"
        if front in PLACE_FRONTS or front in ("Republic", "Kingdom", "Horn", "Islands", "City"):
            return "place"
        if head and front not in PLACE_HEADS:
            return "organisation"
        if front in PLACE_HEADS:
            return "place"
    if words[0] in EVENT_FRONTS and not know.first_name(words[0]):
        return "event"
    person = len(words) <= 3 and (know.first_name(words[0]) or len(words[0].rstrip(".")) == 1)
    person = person and not know.place_kind(words[0]) and know.last_name(last)
    if last in EVENT_HEADS and last not in ORGANISATION_HEADS:
        return None if person else "event"
    if last in ORGANISATION_HEADS:
        return None if person and not know.common_word(words[0].lower()) else "organisation"
    if words[0] in PLACE_FRONTS:
        return None if person else "place"
    if last in PLACE_HEADS:
        club = last == "City" and know.place_kind(" ".join(words[:-1])) == "city"
        return None if person else "organisation" if club else "place"
    return None


_PREFIXES = word_set("Anti Counter Non Pre Post Multi Pro Inter Intra Cross Self Long Short")
_LINKS = word_set("of for on to")


def is_instrument(words: Sequence[str]) -> bool:
    """Whether the name is one of a law, a treaty, a programme, an award or a day."""
    if list(words[-2:]) == ["Trade", "Area"]:
        return True
    return words[-1] in INSTRUMENT_HEADS or words[-1].rstrip("s") in INSTRUMENT_HEADS


def looks_personal(words: Sequence[str], know: Gazetteer) -> int:
    """How much a name of two words or more looks like a person's: above 0 is rather yes."""
    real = [w for i, w in enumerate(words) if w not in SUFFIXES and not _particle(w, i)]
    if not 1 < len(real) <= 6 or any(word[0].isdigit() for word in real):
        return -3
    score = 0
    for place, word in enumerate(real):
        if len(word.rstrip(".")) == 1:
            score += 1
            continue
        first = know.last_name(word)
        ordinary = know.common_word(word.lower())
        if first:
            score += 1 if ordinary else 2
        elif ordinary:
            score -= 2 if place < len(real) - 1 else 1
        elif know.place_kind(word) or know.group(word) or know.body(word):
            score -= 1
        elif word.isupper() and len(word) < 6:
            score -= 2
    if len(real) < len(words):
        score += 1 + any(word in _KINSHIP for word in words)
    return score - (len(real) > 3)


def _particle(word: str, index: int) -> bool:
    return word in PARTICLES or (
        index > 0 and word.lower() in PARTICLES and word not in ("San", "Do")
    )


_KINSHIP = word_set("bin ibn bint ben van von abu")


def is_ordinary(word: str, know: Gazetteer) -> bool:
    """Whether `word`, or each part of it ("Anti-Missile"), is an ordinary word of English."""
    lower = word.lower()
    if word in NEVER:
        return True
    return know.common_word(lower) or (
        "-" in lower and all(know.common_word(part) for part in lower.split("-"))
    )


class Beside(NamedTuple):
    """The words around a name; `coordinated` is the kind of the name it is joined to by "and".

    `initial` says that the name only stands where every word has a capital.
    """

    before: str = ""
    second_before: str = ""
    after: str = ""
    coordinated: EntityKind | None = None
    initial: bool = False


def unknown_kind(words: Sequence[str], beside: Beside, know: Gazetteer) -> EntityKind | None:
    """The likeliest kind of a name that nothing is known of; None where it is rather no name.

    What is likeliest was counted in running text with marked names.
    """
    before = beside.before.lower()
    ordinary = sum(is_ordinary(word, know) for word in words)
    if len(words) == 1 and (words[0] in NEVER or words[0] in ORGANISATION_HEADS or ordinary):
        return None
    if sum(letter.isdigit() for letter in words[0]) > 2:
        return None
    if ordinary == len(words):
        return "organisation" if len(words) > 3 else None
    acronym = words[0].isupper() and 1 < len(words[0]) < 8
    if beside.after in SPEECH and not acronym:
        return "person"
    if len(words) == 1 and beside.after in _MEMBERS and before == "the":
        return "organisation"
    if beside.after in PLACE_NOUNS or (before == "of" and beside.second_before in PLACE_NOUNS):
        return "place"
    if len(words) == 1:
        doubtful = len(words[0]) == 1 or words[0].endswith(("ism", "isms"))
        if doubtful or (beside.initial and not acronym and not know.last_name(words[0])):
            return None
        return _single(words[0], before, acronym, beside.coordinated, know)
    if len(words) == 2 and (before in LOCATIVE or before in PLACE_VERBS):
        return "place"
    if beside.coordinated and (ordinary == 0 or beside.coordinated == "place"):
        return beside.coordinated
    surname = len(words) == 2 and not is_ordinary(words[1], know) and know.last_name(words[1])
    if surname and before != "the":
        return "person"
    if ordinary == 0 and len(words) <= 3 and not words[-1].isupper():
        return "place" if before == "the" else "person"
    return "place" if len(words) == 2 and before == "of" else "organisation"


def is_inhabitant(word: str, know: Gazetteer) -> bool:
    """Whether a word is made from the name of a place: "Arizonans", "Kharkivites"."""
    return any(
        word.endswith(suffix) and know.place_kind(word.removesuffix(suffix)) is not None
        for suffix in ("ns", "n", "ans", "ians", "ian", "ers", "ites", "ite")
    )


_MEMBERS = word_set("countries nations members member leaders")
_BEFORE_PLACES = word_set("of the and for on")


def _single(
    word: str, before: str, acronym: bool, coordinated: EntityKind | None, know: Gazetteer
) -> EntityKind | None:
    if acronym:
        return "organisation"
    if is_inhabitant(word, know):
        return "group"
    if coordinated and coordinated != "group":
        return coordinated
    if know.last_name(word) and before not in ("in", "the"):
        return "person"
    if before == "the" and word.endswith("s"):
        return "organisation"
    if before in LOCATIVE or before in PLACE_VERBS or before in _BEFORE_PLACES:
        return "place"
    if before == "a":
        return None
    if any(letter.isdigit() for letter in word):
        return None
    camel = any(letter.isupper() for letter in word[1:])
    return "organisation" if camel and not word.startswith(("Mc", "Mac", "De", "O'")) else "person"
