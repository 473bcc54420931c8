"""What a document says about its own words, and which of them look like names.

A capital says little at the start of a sentence, in a headline or in capitals throughout. There the
rest of the document decides: a word that also stands in small letters is an ordinary word, one that
has its capital inside sentences is a name.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from briefing.analysis.briefing import Sentence
from briefing.analysis.gazetteer import Gazetteer
from briefing.analysis.tokens import Token, tokens
from briefing.analysis.vocabulary import CALENDAR, FUNCTION, LINKED, NEVER, ORDINAL, word_set
from briefing.document import Document

Style = Literal["plain", "title", "upper"]
_OPENING = frozenset("\"“‘'([*•-–—:…#>_|")

QUESTION = re.compile(r"[QA]\s{2,}(?=\S)")
"""The mark of a question in a transcript: who asks it is called by no name."""


@dataclass(frozen=True, slots=True)
class Line:
    """A sentence in tokens. `initial` says which tokens a capital is no news for."""

    tokens: list[Token]
    style: Style
    initial: list[bool]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Words seen in small letters, and with a capital inside sentences (by their usual form)."""

    lower: frozenset[str]
    capital: Counter[str]

    def is_name(self, word: str) -> bool:
        """Whether the document itself uses the capitalised `word` as a name."""
        return self.capital[word] > 0 and word.lower() not in self.lower

    def is_foreign(self, know: Gazetteer) -> bool:
        """Whether too few of the words in small letters are English (it is nine in ten there)."""
        known = sum(map(know.common_word, self.lower))
        return len(self.lower) > 3 and known < 0.63 * len(self.lower)


def lines(document: Document, sentences: Sequence[Sentence]) -> list[Line]:
    """The sentences of the document in tokens, with the way they are written."""
    result = []
    for sentence in sentences:
        start = QUESTION.match(document.text, sentence.start, sentence.end)
        found = tokens(document.text, start.end() if start else sentence.start, sentence.end)
        heading = 0 <= sentence.block < len(document.blocks) and (
            document.blocks[sentence.block].kind == "heading"
        )
        result.append(Line(found, _style(found, heading), _initial(found)))
    return result


def _initial(found: list[Token]) -> list[bool]:
    flags, opening = [], True
    for token in found:
        flags.append(opening)
        if not opening:
            opening = token.text in ("“", '"', ":", "(", "—", "…", "•", "|", ";") or (
                token.text in ".!?" and len(token.text) == 1
            )
        elif token.text not in _OPENING and not token.text.isdigit():
            opening = False
    return flags


def _style(found: list[Token], heading: bool) -> Style:
    texts = [token.text for token in found if token.text[0].isalpha() and len(token.text) > 1]
    if len(texts) < 2:
        return "plain"
    if sum(word.isupper() for word in texts) >= 0.8 * len(texts) and len(texts) > 2:
        return "upper"
    long = [word for word in texts if word.lower() not in FUNCTION]
    capitals = sum(word[0].isupper() for word in long)
    ended = found[-1].text in (".", "!", "?", "”", '"')
    enough = 2 if heading else 4
    if len(long) >= enough and capitals >= 0.85 * len(long) and (heading or not ended):
        return "title"
    return "plain"


def gather(found: Sequence[Line]) -> Evidence:
    """The evidence of all plain sentences."""
    lower: set[str] = set()
    capital: Counter[str] = Counter()
    for line in found:
        if line.style != "plain":
            continue
        for token, initial in zip(line.tokens, line.initial, strict=True):
            word = token.text
            if word[0].islower():
                lower.add(word)
            elif word[0].isupper() and not initial and (len(word) < 4 or not word.isupper()):
                capital[word] += 1
    return Evidence(frozenset(lower), capital)


def usual_forms(line: Line, evidence: Evidence, know: Gazetteer) -> list[str]:
    """Each token as it would be written inside a sentence: "BIDEN" as "Biden", "NATO" as it is."""
    written = [token.text for token in line.tokens]
    forms = list(written)
    for index, word in enumerate(written):
        if word in _SHOUTED_TITLES:
            forms[index] = word.capitalize()
        if len(word) < 2 or not word.isupper() or not word[0].isalpha() or "." in word:
            continue
        title = "-".join(part.capitalize() for part in word.split("-"))
        shouted = line.style == "upper" or _shouting(written, index, know)
        known = know.body(word) or (len(word) < 4 and know.country(word))
        if known and not (shouted and know.common_word(word.lower())):
            continue
        if shouted and word.lower() in FUNCTION:
            forms[index] = word.lower()
        elif (
            title in evidence.capital
            or (len(word) > 3 and know.common_word(word.lower()))
            or (len(word) > 3 and line.initial[index] and know.place_kind(title))
            or (shouted and (know.last_name(title) or know.common_word(word.lower())))
            or (shouted and len(word) > 4)
        ):
            forms[index] = title
    return forms


def _shouting(forms: list[str], index: int, know: Gazetteer) -> bool:
    """Whether a neighbour is in capitals too, and long enough not to be an acronym."""
    near = forms[max(0, index - 1) : index] + forms[index + 1 : index + 2]
    return any(
        word.isupper()
        and word.isalpha()
        and (len(word) > 3 or (len(word) == 3 and know.common_word(word.lower())))
        for word in near
    )


def name_like(line: Line, forms: Sequence[str], evidence: Evidence, know: Gazetteer) -> list[bool]:
    """Which tokens of the sentence may belong to a name."""
    flags: list[bool] = []
    for index, word in enumerate(forms):
        if word[0].islower():
            flags.append(bool(LINKED.fullmatch(word)))
        elif not word[0].isupper() or _adjective(word, know):
            after = forms[index + 1] if index + 1 < len(forms) else ""
            flags.append(bool(ORDINAL.fullmatch(word)) and after[:1].isupper())
        else:
            if index and forms[index - 1] in "@#" and _touch(line, index):
                flags.append(False)
                continue
            before = forms[index - 1] if index and flags[-1] else ""
            after = forms[index + 1] if index + 1 < len(forms) else ""
            expected = line.style != "plain" or line.initial[index]
            flags.append(_capital_means_name(word, before, after, expected, line, evidence, know))
    return flags


def _touch(line: Line, index: int) -> bool:
    return line.tokens[index - 1].end == line.tokens[index].start


def _capital_means_name(
    word: str,
    before: str,
    after: str,
    expected: bool,
    line: Line,
    evidence: Evidence,
    know: Gazetteer,
) -> bool:
    """Whether a capitalised word may be (part of) a name.

    `before` is the word before it if that may be one too; `expected` says that any word would have
    a capital in its place.
    """
    lower = word.lower()
    if (after == ":" and word in NEVER) or lower.endswith(_CONTRACTIONS):
        return False
    named = after[:1].isupper() and not know.common_word(after.lower())
    if word in CALENDAR:
        return word == "May" and know.first_name(before)
    if lower in FUNCTION and not (len(word) > 1 and word.isupper()):
        return named and not expected and lower not in ("the", "a") and know.last_name(word)
    if len(word) == 1:
        return bool(before) or (named and not (expected and word in "AI"))
    if not expected:
        return True
    if not know.common_word(lower) or evidence.is_name(word):
        return lower not in evidence.lower or know.place_kind(word) is not None or named
    return line.style == "plain" and after[:1].isupper() and after.lower() not in FUNCTION


def _adjective(word: str, know: Gazetteer) -> bool:
    """Whether a hyphenated word describes and does not name: "US-led", "Syrian-Turkish"."""
    if "-" not in word and "–" not in word:
        return False
    parts = word.replace("–", "-").split("-")
    last = parts[-1]
    if last[:1].islower():
        return (last.endswith(("ed", "ing")) or last in _SECOND_HALVES) and not know.body(word)
    if know.place_kind(word):
        return False
    return all(know.group(part) or know.country(part) or part in _HALVES for part in parts)


_SHOUTED_TITLES = word_set("MR. MRS. MS. DR. SEN. REP. GOV. GEN. AMB. PROF. COL. ADM. SGT. CAPT.")
_CONTRACTIONS = ("'ve", "'re", "'ll", "'m", "n't")
_HALVES = word_set(
    "Indo Sino Russo Franco Anglo Afro Euro Israeli Austro Greco Perso Turko Italo Hispano Luso Pro"
    " Anti Non Trans Pan Post"
)
_SECOND_HALVES = word_set(
    "led born held made run built style era origin wide like level friendly speaking free type"
    " class bound language majority leaning only to and day year old centric"
)
