"""What has capitals and is no name: offices, degrees, citations of laws, words of official style.

The tagger learned from news and encyclopaedias, where such capitals are rare.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.names import kinds
from briefing.analysis.names.evidence import Evidence
from briefing.analysis.names.titles import is_honorific, is_title
from briefing.analysis.vocabulary import (
    FORMS_OF_ADDRESS,
    ORGANISATION_HEADS,
    PORTFOLIO,
    TITLE_MODIFIERS,
    word_set,
)

_CITATION = re.compile(
    r"(?:(?:Executive )?Order|Title|Articles?|Sections?|Chapter|Proclamation|Directive|Regulation"
    r"|Memorandum|Rule|Amendment)s? (?:No\.? ?)?(?:\d[\w.()/-]*|[IVXLC]+)"
    r"|(?:\d+(?:st|nd|rd|th)|First|Second|Third|Fourth|Fifth|Sixth|Eighth|Tenth|Fourteenth"
    r"|Fifteenth) Amendment|Executive Orders?"
)
_DEGREES = word_set("M.B.A. MBA Ph.D. PhD J.D. LL.M. LL.B. M.P.A. M.P.P. M.P.H. M.Sc. B.Sc. M.F.A.")
_OWNERS = word_set("my our your his her their its My Our Your His Her Their Its")
INTERJECTIONS = word_set(
    "Hi Hey Hello Yeah Yes Yep No Nope Okay OK Ok Thanks Boo Booo Wow Oh Ah Well Right Sure Sorry "
    "Please Welcome Dear I You He She They We It Me"
)
"""What is called out, and who is meant by a pronoun: no name, whatever the tagger makes of it."""
_CLERICS = word_set("Imam Pope Queen Rabbi Ayatollah Cardinal")
"""Titles that are surnames, too: of a longer name they are the title."""
_CONSORTS = {("First", who) for who in ("Lady", "Gentleman", "Family", "Daughter", "Son")}
_OFFICES = word_set("Press Energy Media")
"""Heads of bodies that stand before the nouns of titles, too: "Press Secretary"."""
_WORD = re.compile(r"\S+")
_RETIRED = frozenset(("Emeritus", "Emerita"))
_COLOURS = frozenset(("Black", "Brown", "White"))
_PEOPLE = re.compile(
    r"[-–]\w|\s(?:and|or)\s(?:[Bb]rown|[Ww]hite|[Bb]lack|Latin\w+|Hispanics?|Asian|Native)\b"
    r"|\s(?:\w+\s)?(?:people|men|women|adults|voters?|famil(?:y|ies)|communit(?:y|ies)|students?"
    r"|children|girls?|boys?|workers?|farmers?|officials?|leaders?|business(?:es)?|owners?|colleges?"
    r"|patients?|m[ao]thers?|fathers?|history|youth|churches|veterans|households?|neighborhoods?"
    r"|entrepreneurs?|Americans?|woman|man|person|unemployment)\b"
)
_VERSUS = re.compile(r"\svs?\.\s")
_PARTNERS = word_set("Alliance Allies Ally State States Party Parties Member Members Partners")
_PROPER = word_set("Congress Parliament Senate House Army Navy Church Assembly Cabinet Court")


def is_ordinary(words: Sequence[str], know: Gazetteer) -> bool:
    """Whether what an owner has is no name: "United States' Suspension", "the Alliance"."""
    return len(words) == 1 and know.common_word(words[0].lower()) and words[0] not in _PROPER


def is_chance(form: str, evidence: Evidence, know: Gazetteer) -> bool:
    """Whether an ordinary word may have its capital only from the sentence it begins."""
    return form[1:].islower() and know.common_word(form.lower()) and not evidence.capital[form]


def owned(before: str, words: Sequence[str], know: Gazetteer) -> bool:
    """Whether someone's own ordinary thing is meant: "our Nation", "My Administration"."""
    return before in _OWNERS and all(
        know.common_word(word.lower()) and word not in _PROPER for word in words
    )


def is_phrase(before: str, words: Sequence[str], know: Gazetteer) -> bool:
    """Whether ordinary words, of no known kind, are rather a subject than a body.

    "Conservation Sciences", "Public Policy"; a body of such a name has an article.
    """
    plain = all(kinds.is_ordinary(word, know) for word in words) and not know.group(words[-1])
    return len(words) > 1 and plain and before.lower() != "the"


def opening(type_: str, words: Sequence[str], know: Gazetteer) -> int:
    """How many words at the beginning do not belong to a name.

    `type_` is the tagger's. They are whose it is ("My Administration"), a number before a people
    ("235 Democrats"), and the titles of people ("Senators Schumer").
    """
    skipped = 0
    if words[0] in _OWNERS or (words[0].isdigit() and kinds.known_kind(" ".join(words[1:]), know)):
        skipped = 1
    elif type_ == "PER":
        if tuple(words[:2]) in _CONSORTS and len(words) > 2:
            skipped = 2
        while skipped < len(words) - 1 and (
            words[skipped] in INTERJECTIONS
            or words[skipped] in _RETIRED
            or _only_title(words[skipped], know)
            or (words[skipped] in _CLERICS and len(words) - skipped > 2)
        ):
            skipped += 1
        if len(words) == 3 and know.country(words[0]) and know.first_name(words[1]):
            skipped = max(skipped, not know.first_name(words[0]))
        if len(words) > 2 and words[0] in PORTFOLIO and know.first_name(words[1]):
            skipped = max(skipped, 1)
    return skipped if skipped < len(words) else 0


def _only_title(word: str, know: Gazetteer) -> bool:
    named = know.first_name(word) or know.last_name(word)
    return is_honorific(word) or (is_title(word) and not named)


def marks_a_person(words: Sequence[str]) -> bool:
    """Whether a name begins with "Mme", "Herr" and the like, whatever the tagger takes it for."""
    return len(words) > 1 and words[0].lower() in FORMS_OF_ADDRESS


def is_of_people(text: str, start: int, end: int) -> bool:
    """Whether a word only says of people what they are: "Black voters", no person named Black."""
    return text[start:end] in _COLOURS and _PEOPLE.match(text, end) is not None


def is_of_a_case(text: str, start: int, end: int) -> bool:
    """Whether a court case is named, or one of its parties: "Roe v. Wade"."""
    return bool(
        _VERSUS.search(text, start, end)
        or _VERSUS.match(text, end)
        or _VERSUS.search(text, max(0, start - len(" vs. ")), start)
    )


def without_office(name: str) -> int:
    """How long a body's name is without what belongs to the title behind it.

    "Senate Minority" before "Whip" is the Senate, "National Climate" before "Advisor" no body.
    """
    words = list(_WORD.finditer(name))
    kept = len(words)
    while kept and words[kept - 1][0].lower() in TITLE_MODIFIERS and not _heads(words[kept - 1][0]):
        kept -= 1
    if not kept and len(words) == 1:
        return len(name)  # "Treasury Secretary"
    return words[kept - 1].end() if kept else 0


def _heads(word: str) -> bool:
    return word in ORGANISATION_HEADS and word not in _OFFICES


def is_cited(words: Sequence[str]) -> bool:
    """Whether a place in a law or an academic degree is meant: "Title IX", "Ph.D."."""
    text = " ".join(words)
    return text in _DEGREES or _CITATION.fullmatch(text) is not None


def is_no_name(
    type_: str, words: Sequence[str], ruled: str | None, evidence: Evidence, know: Gazetteer
) -> bool:
    """Whether words that the tagger, as `type_`, takes for a name are none.

    `ruled` is the kind that the gazetteer or a head noun gives them.
    """
    if type_ == "PER":
        return _is_office(words, know)
    if type_ not in ("ORG", "LOC"):
        return False
    if type_ == "ORG" and all(word in _PARTNERS for word in words):
        return True
    if len(words) == 1:
        form = words[0]
        plain = form[1:].islower() and form not in _PROPER and ruled is None
        return plain and form.lower() in evidence.lower and know.common_word(form.lower())
    if type_ == "LOC":
        return False
    small = words[-1].islower() and all(know.common_word(word.lower()) for word in words)
    return small or _names_an_office(words, ruled)


def _is_office(words: Sequence[str], know: Gazetteer) -> bool:
    """Whether an office stands for whoever has it: "Policy Advisor", "Vice-Chair", "Senators"."""
    last = words[-1]
    if tuple(words) in _CONSORTS:
        return True
    if not is_title(last) or know.last_name(last) or know.first_name(last):
        return False
    return all(
        is_title(word) or word in PORTFOLIO or know.common_word(word.lower()) for word in words
    )


def _names_an_office(words: Sequence[str], ruled: str | None) -> bool:
    """Whether a name is rather an office, or part of one: "National Security", "... Advisor"."""
    portfolio = all(word in PORTFOLIO for word in words) and not ruled
    link = next((at for at, word in enumerate(words) if at and word in ("for", "of", "to")), 0)
    if link:
        return portfolio or (is_title(words[link - 1]) and not words[link - 1].endswith("s"))
    return portfolio or is_title(words[-1])
