"""What makes agreements of different documents one instrument: words, year and kind of its names.

A name identifies an instrument by its words, without the noun that says what it is, and by the
year in it: the Sugar Act of 1993 is not that of 2004. Unnamed ones ("a ceasefire") are one only
where they are of the same kind, between the same parties, and told of in the same year.
"""

from __future__ import annotations

import re
from functools import lru_cache

from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.identity import distinguishing, initials
from briefing.analysis.instruments.words import HEADS, PLURALS, words
from briefing.analysis.nations import state
from briefing.library.digest import Agreed, Told
from briefing.library.instrument_title import plain
from briefing.library.links import Key

_WORD = re.compile(r"(?:[A-Za-z]\.){2,}|[^\W_]+(?:['’][^\W_]+)*")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d$")
_FISCAL = re.compile(r"\bFY\s?[’']?(?:20)?(?=\d\d\b)")  # "FY23" and "FY2023" are of 2023
_SMALL = words("a an the of on for and to in with between its their fiscal year fy")
_VERSIONS = words(
    "new i ii iii iv v first second third amended revised renewed modified amendment amendments "
    "implementation resumption extension reauthorization renewal repeal implementing"
)
_DEALS = words("agreement accord deal pact arrangement settlement compact partnership")
_LAWS = words("act law bill")
_BRACKETED = re.compile(r"(?<=\w)\s\((?=[^()]*[A-Z])[A-Z][\w.&-]{1,9}\)")
_BILATERAL = words("agreement contract framework memorandum dialogue")
_BOTH = words("bilateral mutual joint")
_LONGEST = 4  # words of the name of a country
_FEW = 4  # parties; of more, some may only be named nearby
_SORTS = words("MOA MOUS MOAS MOC MOCS LOI LOIS")
_CHAMBERS = words("senate house congress parliament republican democratic")
_GERUND = re.compile(r"\b[A-Z]\w+ing\s+\S+")
# What stands before an instrument in a name that was taken too long.
_JOINT = re.compile(
    r"\s(?P<joint>and|&|by|in|of|to|under|with|using|the)\s+(?:the\s+)?(?=[A-Z])", re.IGNORECASE
)
_BETWEEN = "between "
_WITHIN = "within "
_OLD = 5  # years after which the year of a signature tells instruments of one name apart


def key_of(agreement: Agreed, document: str, date: str | None) -> Key:
    """What an agreement of a document, written at `date`, is one with in others.

    The parts: kind, words, year, and for an unnamed one what it is bound to.
    """
    named = name_key(agreement.name)
    if named is not None:
        kind, telling, year, _ = named
        if between := _between(kind, telling, agreement):
            return kind, telling, year, _BETWEEN + between
        return kind, telling, year or _signed(agreement, date), ""
    kind = _kind(agreement.kind)
    telling = " ".join(sorted(distinguishing(agreement.name)))
    parts = [match.group() for match in _WORD.finditer(agreement.name)]
    large = [word for word in parts if word.lower() not in _SMALL]
    if telling and len(large) > 2 and all(word[0].isupper() for word in large):
        title = " ".join(sorted(map(str.lower, large)))  # one without a noun for its sort
        return kind, title, _signed(agreement, date), ""
    if len(agreement.parties) > 1 and date:
        return kind, telling, date[:4], _parties(agreement)
    return kind, telling, "", f"{_WITHIN}{document}:{agreement.start}"


@lru_cache(maxsize=20_000)
def name_key(name: str) -> Key | None:
    """The key of a proper name, None for a description ("the peace deal", "the Peru deal").

    Where an acronym names the instrument itself, the noun that follows says nothing more: AUKUS,
    the AUKUS pact and the AUKUS security partnership are one.
    """
    bare = _FISCAL.sub("20", _BRACKETED.sub("", plain(name)))
    parts = _joined([match.group().replace(".", "") for match in _WORD.finditer(bare)])
    heads = [part for at, part in enumerate(parts) if _is_head(part, last=at + 1 == len(parts))]
    telling = [re.sub(r"['’]s?$", "", part) for part in parts if part not in heads]
    telling = [part for part in telling if part.lower() not in _SMALL]
    capitals = [part for part in telling if part[0].isupper()]
    year = next((part for part in telling if _YEAR.match(part)), "")
    know = gazetteer()
    acronym = any(_is_acronym(part, alone=len(capitals) == 1) for part in capitals)
    if len(capitals) > 1 and all(map(str.isupper, capitals)):  # "the TAKE IT DOWN Act"
        acronym = acronym and not all(know.common_word(part.lower()) for part in capitals)
    plural = bool(heads) and heads[-1].lower() in PLURALS
    if plural and _GERUND.search(name):  # "Establishing Procedures for Trade Agreements"
        return None
    if not any(head[0].isupper() for head in heads):
        if plural or (
            heads and not _heads_at_once(parts, heads[0])
        ):  # "COVID protocols", "COVID origins bill"
            acronym = False
        common = all(_is_nation(part) or know.common_word(part.lower()) for part in capitals)
        if common and heads and len(capitals) < 2 and not acronym:
            return None  # "Presidential memorandum" is any of them
        law = bool(heads) and _kind(heads[-1].lower()) == "law"
        if capitals and not acronym and all(_is_maker(part, law) for part in capitals):
            return None  # "the Senate bill", "a Texas law", "WTO agreements"
    if acronym:
        telling = capitals
    elif not any(head[0].isupper() for head in heads) and all(map(_is_nation, capitals)):
        return None
    if not heads and not acronym:
        return None
    to_another = bool(heads) and re.search(rf"\b{re.escape(heads[0])} to the\b", name)
    kind = "" if acronym else _kind(heads[0 if to_another else -1].lower())  # a protocol to it
    found = {
        word: part
        for part in telling
        for word in _spelt_out(part, alone=acronym)
        if not _YEAR.match(part)
    }
    if kind == "law":  # "the U.S. Sugar Act" is the Sugar Act
        own = {word: part for word, part in found.items() if not gazetteer().country(part)}
        found = own or found
    if not found or not (acronym or distinguishing(name)):
        return None
    return kind, " ".join(sorted(found)), year, ""


@lru_cache(maxsize=20_000)
def contained(name: str) -> tuple[Key, ...]:
    """The keys of instruments that a name may hold which was taken too long.

    "The Harbour Act and Coast Fishing Act" ends in a name of its own, and so does "Money from the
    Coast Fishing Act"; a protocol to a treaty is not the treaty.
    """
    found = []
    bare = plain(name)
    for match in _JOINT.finditer(bare):
        front = _WORD.findall(bare[: match.start()])
        if match["joint"] not in ("and", "&") and any(map(_is_sort, front)):
            continue
        key = name_key(bare[match.end() :])
        if key is not None and len(key[1].split()) > 1:
            found.append(key)
    return tuple(found)


def dated_by_name(agreement: Agreed, told: Told, written: str | None) -> Told:
    """What is told, dated by the year that its sentence gives in the name of an old instrument.

    "They passed the Sugar Act of 1934" was in that year; the year of a new one is that of its bill.
    """
    if told.date or told.status not in ("signed", "enacted"):
        return told
    named = name_key(agreement.name)
    year = named[2] if named else ""
    long_ago = year and written and int(written[:4]) - int(year) >= _OLD
    return told._replace(date=year) if long_ago and year in told.text else told


def is_one_of(key: Key) -> bool:
    """Whether a name has something besides its words that tells it from others: a year, parties."""
    return bool(key[2]) if not key[3] else key[3].startswith(_BETWEEN)


def is_described(key: Key) -> bool:
    """Whether it is only described by a document, which does not say between whom it is."""
    return key[3].startswith(_WITHIN)


def is_plural(name: str) -> bool:
    """Whether a name speaks of several: "the Lima agreements"."""
    heads = [word for word in _WORD.findall(name) if _is_sort(word)]
    return bool(heads) and heads[0].lower() in PLURALS


def is_common(name: str) -> bool:
    """Whether a name is made of common words alone, as that of any such agreement may be."""
    key = name_key(name)
    common = gazetteer().common_word
    return key is not None and key[0] in _BILATERAL and all(map(common, key[1].split()))


def names_a_party(key: Key) -> bool:
    """Whether the words of one that is bound to its parties name one of them."""
    parties = {part.strip().lower() for part in key[3].removeprefix(_BETWEEN).split("/")}
    return any(word.replace("_", " ") in parties for word in key[1].split()) or any(
        set(party.split()) <= set(key[1].split()) for party in parties
    )


def acronym_key(acronym: str) -> Key:
    """The key of an acronym that stands for itself."""
    return "", acronym.lower(), "", ""


def spells(acronym: str, name: str) -> bool:
    """Whether an acronym is made of the letters with which the words of a name begin."""
    return acronym.lower() in initials(name)


def shortens(short: Key, long: Key) -> bool:
    """Whether one name is the other with words left out, and no other instrument's.

    "New START" is not "START" and "Basel III" not "Basel": what tells versions apart is no detail.
    """
    if short[0] != long[0] or short[3] or long[3] or short[2] not in ("", long[2]):
        return False
    less, more = set(short[1].split()), set(long[1].split())
    left_out = more - less
    if not less < more or left_out & _VERSIONS or any(word.isdigit() for word in left_out):
        return False
    return len(less) > 1 and not all(map(_is_side, less))


def anchor(key: Key) -> str:
    """The word under which a name is looked up: the longest, the first by the alphabet."""
    return min(key[1].split(), key=lambda word: (-len(word), word), default="")


def _joined(parts: list[str]) -> list[str]:
    """The words of a name, those of a country taken together: "United States" is one."""
    know, joined, at = gazetteer(), list[str](), 0
    while at < len(parts):
        ends = range(min(len(parts), at + _LONGEST), at + 1, -1) if parts[at][0].isupper() else ()
        end = next((end for end in ends if know.country(" ".join(parts[at:end]))), at + 1)
        joined.append(" ".join(parts[at:end]))
        at = end
    return joined


def _spelt_out(part: str, alone: bool) -> list[str]:
    """A word as it is compared, well-known bodies by their full names: the U.N. Charter."""
    know = gazetteer()
    nation = know.demonym(part) or know.country(part)
    body = know.body(part) if part.isupper() and not alone else None
    if nation is None and body is not None:
        return [word for word in body.lower().split() if word not in _SMALL]
    return [(nation or part).lower().replace(" ", "_")]


def _heads_at_once(parts: list[str], head: str) -> bool:
    """Whether nothing in small letters stands between a name and the noun for its sort."""
    before = [part for part in parts[: parts.index(head)] if part.lower() not in _SMALL]
    return not before or not before[-1][0].islower()


def _is_maker(word: str, law: bool) -> bool:
    """Whether a word only says whose instrument it is: a nation, a body, a state of a law."""
    know = gazetteer()
    if word.lower() in _CHAMBERS or _is_nation(word) or know.body(word):
        return True
    return law and know.place_kind(word) == "region"


def _is_sort(word: str) -> bool:
    return word.lower() in HEADS or word.lower() in PLURALS


def _is_head(part: str, last: bool) -> bool:
    """Whether a word says what sort of instrument it is; the PACT of a PACT Act does not."""
    if part.lower() not in HEADS and part.lower() not in PLURALS:
        return False
    return last or not (part.isupper() and len(part) > 3)


def _is_acronym(part: str, alone: bool) -> bool:
    """Whether a word names the instrument itself; beside others it may be one of its parties."""
    if len(part) < 3 or not part.isupper() or not part.isalpha() or part in _SORTS:
        return False
    know = gazetteer()
    return not know.country(part) and (alone or not know.body(part))


def _is_nation(word: str) -> bool:
    return bool(gazetteer().demonym(word) or gazetteer().country(word))


def _is_side(word: str) -> bool:
    """Whether a word of a key is the name of a country."""
    return gazetteer().country(word.replace("_", " ").title()) is not None


def _between(kind: str, telling: str, agreement: Agreed) -> str:
    """The parties that tell an instrument apart whose name others bear as well; "" of none.

    Any two countries may have a comprehensive partnership, or a defense cooperation agreement.
    """
    if not kind or len(agreement.parties) < 2:
        return ""
    sides = sorted({side for party in agreement.parties if (side := state(party))})
    if _is_bare(telling):
        few = len(agreement.parties) <= _FEW
        return " / ".join(sides) if len(sides) == 2 else _parties(agreement) if few else ""
    words = telling.split()
    common = all(map(gazetteer().common_word, words))
    plain = common and (kind in _BILATERAL or not _BOTH.isdisjoint(words))
    return " / ".join(sides) if plain and len(sides) == 2 else ""


def _is_bare(name: str) -> bool:
    """Whether a name says so little that its parties must tell which one it is."""
    telling = [word for word in name.split() if distinguishing(word)]
    if any(gazetteer().body(word.upper()) for word in telling):
        return False
    return len(telling) < 2 and all(map(gazetteer().common_word, telling))


def _kind(head: str) -> str:
    kind = HEADS[PLURALS.get(head, head)][0] if PLURALS.get(head, head) in HEADS else head
    return "agreement" if kind in _DEALS else "law" if kind in _LAWS else kind


def _parties(agreement: Agreed) -> str:
    return " / ".join(sorted(agreement.parties))


def _signed(agreement: Agreed, date: str | None) -> str:
    """The year of a signature that lies long before the document."""
    for told in agreement.history:
        if told.status in ("signed", "enacted") and told.date and date:
            year, now = told.date[:4], date[:4]
            if year.isdigit() and now.isdigit() and int(now) - int(year) >= _OLD:
                return year
    return ""
