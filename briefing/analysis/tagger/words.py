"""Words with their exact place in the text, as the name tagger reads them.

A full stop belongs to initials ("J."), dotted abbreviations ("U.S.") and titles ("Gen."). A
clitic ("'s") is a word of its own. A hyphenated compound is one word, unless a name stands in it
that is a word to a reader: "US-led", "pro-Russian", "India-China".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple


class Word(NamedTuple):
    """A word and where it stands, in code points of the text it was cut from."""

    form: str
    start: int
    end: int


_TITLES = (
    "Adm|Amb|Brig|Capt|Cdr|Cmdr|Col|Cpl|Dr|Fr|Ft|Gen|Gov|Hon|Jr|Lt|Maj|Messrs|Mr|Mrs|Ms|Mt|Pres|"
    "Prof|Pvt|Rep|Reps|Rev|Sen|Sens|Sgt|Sr|St|Ste|Bros|Co|Corp|Inc|Ltd|No|vs"
)
_WORD = re.compile(
    rf"""
    (?:https?://|www\.)\S*[\w/]
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,8}}
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?!\w))?
    | [^\W\d_]\.[^\W\d_](?!\w)
    | (?:{_TITLES})\.(?=\s+\S)
    | [^\W\d_]\.(?=\s+[^\W\d_])
    | \d+(?:[.,:]\d+)*(?:[^\W\d_]+)?(?:-[^\W_]+)*
    | [^\W\d_]*['’](?:s|S|re|ve|ll|d|m|t)(?!\w)
    | (?:[DdLOl]['’](?=[A-Z]))?[^\W_]+(?:[&-](?!-)[^\W_]+)*
    | \s+
    | .
    """,
    re.VERBOSE | re.DOTALL,
)
_CLITIC = re.compile(r"(.+?)(n['’]t|['’](?:s|S|re|ve|ll|d|m))$")
_PREFIX = re.compile(
    r"(?:anti|counter|ex|inter|intra|mid|neo|non|post|pre|pro|sub|trans|then|now|all)-(?=[A-Z])"
)
_TAIL = re.compile(
    r"-(?:[a-z]{3,}(?:ed|ing|ly)|led|born|like|wide|era|style|free|only|run|held|made|built|owned|"
    r"bound|area|friendly|sized|class|type|level|linked|wing|based|sponsored|aligned|"
    r"dominated|majority|minority|affiliated|brokered|occupied|born|educated|themed|bred)$"
)
_BETWEEN = frozenset(
    str.split(
        "afghanistan africa america american anglo arab argentina australia bangladesh beijing "
        "brazil britain canada china chinese delhi egypt eu european france french german germany "
        "gulf india indian iran iranian iraq iraqi islamabad israel israeli italian italy japan "
        "japanese jordan kenya korea korean lebanon libya london mexico moscow nato nigeria oman "
        "pakistan pakistani palestinian philippines poland polish qatar russia russian saudi "
        "singapore somalia spain sudan syria syrian taiwan tehran thailand tokyo turkey turkish "
        "u.k. u.n. u.s. uae uganda uk ukraine ukrainian un us usa vietnam washington yemen zimbabwe"
    )
)


def words(text: str, start: int = 0, end: int | None = None) -> Iterator[Word]:
    """The words of `text[start:end]`, in order; white space is left out."""
    for found in _WORD.finditer(text, start, len(text) if end is None else end):
        form = found[0]
        if form.isspace():
            continue
        at = found.start()
        if "-" in form and len(form) > 1:
            yield from _compound(form, at)
        elif ("'" in form or "’" in form) and len(form) > 2:
            yield from _contracted(form, at)
        else:
            yield Word(form, at, found.end())


def _contracted(form: str, at: int) -> Iterator[Word]:
    found = _CLITIC.match(form)
    if not found:
        yield Word(form, at, at + len(form))
        return
    cut = at + found.start(2)
    yield Word(found[1], at, cut)
    yield Word(found[2], cut, at + len(form))


def _compound(form: str, at: int) -> Iterator[Word]:
    found = _PREFIX.match(form)
    if found:
        yield Word(form[: found.end() - 1], at, at + found.end() - 1)
        yield Word("-", at + found.end() - 1, at + found.end())
        at += found.end()
        form = form[found.end() :]
    first, hyphen, rest = form.partition("-")
    tail = _TAIL.search(form) if form[:1].isupper() else None
    if tail:
        cut = tail.start()
    elif hyphen and first.lower() in _BETWEEN and rest.split("-")[0].lower() in _BETWEEN:
        cut = len(first)
    else:
        cut = 0
    if not cut:
        yield Word(form, at, at + len(form))
        return
    yield Word(form[:cut], at, at + cut)
    yield Word("-", at + cut, at + cut + 1)
    yield Word(form[cut + 1 :], at + cut + 1, at + len(form))
