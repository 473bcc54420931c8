"""What the tagger sees of a form, and of forms side by side: hashed features, by whole arrays.

A form is described once, by a row of attributes; the features of a text are then arithmetic on
columns of such rows. `context` lays a text out and adds what only the text can tell.
"""

from __future__ import annotations

import re
import unicodedata

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.tagger.lexicon import Lexicon, key

U32 = NDArray[np.uint32]
BITS = 26  # of a feature's hash

(
    LOWER, SHAPE, FINE, MIDDLE, COARSE, KIND, CASE, CASED,
    PREFIX1, PREFIX2, PREFIX3, PREFIX4, SUFFIX1, SUFFIX2, SUFFIX3, SUFFIX4, FORM,
) = range(17)  # fmt: skip
COLUMNS = 17
CLASS_BITS = 16  # KIND is kinds * 16 + the class of the word as a phrase of its own
# Values of CASED.
BLANK, SMALL, INITIAL, UPPER, CAPITAL, FIGURE, SIGN = range(7)

_DIGIT = re.compile(r"\d")


def fold(form: str) -> str:
    """`form` in lower case, without accents, with every figure as 0."""
    low = form.lower()
    if not low.isascii():
        parts = unicodedata.normalize("NFKD", low)
        low = "".join(letter for letter in parts if not unicodedata.combining(letter))
        low = low.replace("’", "'")
    return _DIGIT.sub("0", low)


def shape(form: str) -> str:
    """ "Xx" for "India", "X-0" for "S-400": runs of one kind of letter count once."""
    runs: list[str] = []
    for letter in form[:24]:
        if letter.isupper():
            now = "X"
        elif letter.isalpha():
            now = "x"
        else:
            now = "0" if letter.isdigit() else letter
        if not runs or runs[-1] != now:
            runs.append(now)
    return "".join(runs)


def cased(form: str) -> int:
    """How `form` is written, one of the values of CASED."""
    first = form[:1]
    if not first:
        return BLANK
    if first.islower():
        return SMALL
    if first.isupper():
        if len(form) == 1 or (len(form) == 2 and form[1] == "."):
            return INITIAL
        return UPPER if form.isupper() else CAPITAL
    return FIGURE if first.isdigit() else SIGN


def cluster(form: str, lexicon: Lexicon) -> int:
    """The fine cluster of `form`, or of it in lower case; 0 where neither is known."""
    known = _DIGIT.sub("0", form)
    found = lexicon.clusters.get(key(known))
    if found is None and not (form.isupper() and len(form) < 5):
        found = lexicon.clusters.get(key(known.lower()))
        if found is None and form.isupper():
            found = lexicon.clusters.get(key(known.capitalize()))
    return found or 0


def describe(form: str, lexicon: Lexicon) -> tuple[int, ...]:
    """The attributes of a form, in the order of the columns."""
    low = fold(form)
    code = key(low)
    fine = cluster(form, lexicon)
    middle = lexicon.parents[fine]
    return (
        code,
        key(shape(form)),
        fine,
        middle,
        lexicon.grandparents[middle],
        lexicon.kinds.get(code, 0) * CLASS_BITS + lexicon.phrases.get(code, 0),
        lexicon.cases.get(code, 0),
        cased(form),
        *(key(low[:size]) for size in (1, 2, 3, 4)),
        *(key(low[-size:]) for size in (1, 2, 3, 4)),
        key(form),
    )


def mix(template: int, *columns: U32) -> U32:
    """The hashed features of one template: `BITS` bits of its number and the values."""
    value = np.full(1, (template + 1) * 0x9E3779B1 & 0xFFFFFFFF, np.uint32)
    for column in columns:
        value = (value ^ column) * np.uint32(0x85EBCA6B)
        value ^= value >> np.uint32(15)
        value = value * np.uint32(0x9E3779B1)
        value ^= value >> np.uint32(13)
    return value >> np.uint32(32 - BITS)


# Features of one form that stands at an offset from the word: (offset, columns).
SINGLE: tuple[tuple[int, tuple[int, ...]], ...] = (
    *((0, (column,)) for column in (LOWER, SHAPE, FINE, MIDDLE, COARSE, KIND, FORM)),
    *((0, (column,)) for column in (PREFIX1, PREFIX2, PREFIX3, PREFIX4)),
    *((0, (column,)) for column in (SUFFIX1, SUFFIX2, SUFFIX3, SUFFIX4)),
    *((0, pair) for pair in ((CASE, SHAPE), (KIND, SHAPE), (COARSE, CASED))),
    *((0, pair) for pair in ((SUFFIX2, SHAPE), (SUFFIX3, CASED))),
    *(
        (offset, (column,))
        for offset in (-1, 1)
        for column in (LOWER, SHAPE, FINE, MIDDLE, COARSE, KIND, SUFFIX3)
    ),
    *((offset, (CASE, CASED)) for offset in (-1, 1)),
    *((offset, (column,)) for offset in (-2, 2) for column in (LOWER, SHAPE, MIDDLE, COARSE, KIND)),
)
# Features of forms side by side: (offset, column) of each.
JOINT: tuple[tuple[tuple[int, int], ...], ...] = (
    ((-1, LOWER), (0, LOWER)),
    ((0, LOWER), (1, LOWER)),
    ((-1, SHAPE), (0, SHAPE)),
    ((0, SHAPE), (1, SHAPE)),
    ((-1, SHAPE), (0, SHAPE), (1, SHAPE)),
    ((-1, LOWER), (0, SHAPE)),
    ((1, LOWER), (0, SHAPE)),
    ((-2, LOWER), (-1, LOWER)),
    ((1, LOWER), (2, LOWER)),
    ((-1, MIDDLE), (0, MIDDLE)),
    ((0, MIDDLE), (1, MIDDLE)),
    ((-1, COARSE), (0, COARSE), (1, COARSE)),
    ((-1, KIND), (0, KIND)),
    ((0, KIND), (1, KIND)),
    ((-1, KIND), (0, SHAPE)),
    ((1, KIND), (0, SHAPE)),
    ((-1, MIDDLE), (0, CASED), (1, MIDDLE)),
    ((-2, SHAPE), (-1, SHAPE), (0, SHAPE)),
    ((0, SHAPE), (1, SHAPE), (2, SHAPE)),
)


def single_features(rows: U32) -> list[U32]:
    """For each template of `SINGLE`, the feature of each described form."""
    return [
        mix(number, *(rows[:, column] for column in columns))
        for number, (_, columns) in enumerate(SINGLE)
    ]


def joint_features(rows: U32, at: NDArray[np.intp]) -> list[U32]:
    """For each template of `JOINT`, the feature of each word; `at` says which rows are words."""
    return [
        mix(100 + number, *(rows[at + offset, column] for offset, column in parts))
        for number, parts in enumerate(JOINT)
    ]
