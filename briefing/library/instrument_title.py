"""The name that an instrument of many documents is shown by."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.words import HEADS, PLURALS, words
from briefing.library.links import most

_WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
_QUOTES = re.compile(r"[“”\"„«»]|(?<!\w)[‘']|[’'](?!\w)(?<!s[’'])")
_BEFORE = re.compile(
    r"^(?:Q|A|Enacted|Passed|Signed|Landmark|Terminating|Repealing|The|This|That|Our|Its|Their|And|Thanks\s+to|Under|Since|Through)\s+(?=\S+\s)"
    r"|^Q\s+(?=\S)|^.+\sThe\s+(?=[A-Z])"
    r"|^\S+-(?:passed|backed|led|sponsored|approved)\s+(?=\S+\s)"
)
_CUT = re.compile(r"(?<=\S)\sbetween\s(?!.*\sand\s).*$")  # a side without the other
_OWNER = re.compile(r"^(?P<owner>[^,()]*?\S)(?:['’]s|(?<=s)['’])\s+(?=[A-Z]\S*\s)")
_DOING = re.compile(r"\w{4,}ing")
_FOLK = words("women men children people")
_RULERS = words(
    "administration president congress democrats republicans senate house government governor "
    "senator nation country state court"
)
_OFFICIAL = re.compile(
    r"\b(?:Act|Treaty|Convention|Agreement|Protocol|Covenant)(?:\s+of\s+\d{4})?$"
)
_OFTEN = 0.2  # of the documents that use the commonest name, those that must use the official one
_KNOWN = 0.02  # of the documents, those that must use a full name


def plain(name: str) -> str:
    """A name without quotation marks, without who made the instrument, and what comes before.

    "Kim's Harbour Act" is the Harbour Act, while the Women's Shelter Act keeps its name.
    """
    bare = " ".join(_QUOTES.sub("", name).split())
    bare = _CUT.sub("", _BEFORE.sub("", bare))
    owned = _OWNER.match(bare)
    if owned is not None and _is_maker(owned["owner"]):
        rest = bare[owned.end() :]
        if any(word.lower() in HEADS for word in rest.split()[1:]):
            bare = rest
    return bare or name


def title(names: Mapping[str, int]) -> str:
    """The name in full that most documents use, of names and the numbers of documents.

    An acronym, or a name made with one, is only taken where there is no full name that is well
    known; of two forms that hardly differ the official one ("Act") goes before the usual one.
    """
    counted: Counter[str] = Counter()
    for name, documents in names.items():
        counted[plain(name)] += documents
    known = _KNOWN * sum(counted.values())
    full = {name: times for name, times in counted.items() if _is_full(name) and times >= known}
    best = most(Counter(full) or counted)
    telling = _telling(best)
    official = {
        name: times
        for name, times in full.items()
        if times >= _OFTEN * counted[best] and _OFFICIAL.search(name) and _telling(name) == telling
    }
    return best if _OFFICIAL.search(best) else most(Counter(official)) or best


def _is_maker(owner: str) -> bool:
    """Whether somebody's name may stand before that of what they made: not what an act is to do.

    "Protecting Norland's Harbours Act" keeps the whole of its name.
    """
    *before, word = owner.lower().split()
    if word in _FOLK or (before and _DOING.fullmatch(before[0])):
        return False
    return word in _RULERS or not gazetteer().common_word(word)


def _is_full(name: str) -> bool:
    """Whether at least two words that are no acronyms and no nouns for its sort tell it."""
    telling = [word for word in _WORD.findall(name) if word[0].isupper() and not word.isupper()]
    return sum(not _is_sort(word) for word in telling) > 1


def _telling(name: str) -> frozenset[str]:
    return frozenset(word.lower() for word in _WORD.findall(name) if not _is_sort(word))


def _is_sort(word: str) -> bool:
    return word.lower() in HEADS or word.lower() in PLURALS
