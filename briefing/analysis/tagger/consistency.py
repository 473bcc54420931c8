"""One text calls one thing by one kind of name: what the tagger's guesses say of one another."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.tagger.context import Text
from briefing.analysis.tagger.features import LOWER

F32 = NDArray[np.float32]
_SHARE = 0.2
_OFTEN = 3


class Tagged(NamedTuple):
    """A name as the tagger sees it; `type` is PER, ORG, LOC, NORP or MISC."""

    start: int
    end: int
    type: str


def agree(names: Sequence[Tagged], text: str) -> list[Tagged]:
    """The names with the types that most mentions of their forms have.

    A form takes its commonest type when that is twice as common as the next; a form that is the
    last word of a person's full name, and is not often anything else, is that person.
    """
    forms = [" ".join(text[name.start : name.end].split()) for name in names]
    types: dict[str, Counter[str]] = defaultdict(Counter)
    for form, name in zip(forms, names, strict=True):
        types[form][name.type] += 1
    surnames = {
        form.split()[-1]
        for form, counts in types.items()
        if " " in form and counts.most_common(1)[0][0] == "PER"
    }
    out = []
    for form, name in zip(forms, names, strict=True):
        ranked = types[form].most_common(2)
        kind = name.type
        if len(ranked) > 1 and ranked[0][1] >= 2 * ranked[1][1]:
            kind = ranked[0][0]
        if form in surnames and kind in ("ORG", "LOC", "MISC") and ranked[0][1] < _OFTEN:
            kind = "PER"
        out.append(name._replace(type=kind))
    return out


def pooled(emissions: F32, text: Text) -> F32:
    """Emissions with a share of the mean of those that the same word has elsewhere in the text.

    Only words in runs of capitals lend and borrow.
    """
    runs = text.run[text.at]
    forms, number = np.unique(text.rows[text.at[runs], LOWER], return_inverse=True)
    own = emissions[runs]
    sums = np.zeros((len(forms), emissions.shape[1]), np.float32)
    np.add.at(sums, number, own)
    others = np.bincount(number, minlength=len(forms))[number] - 1
    share = np.where(others > 0, _SHARE / np.maximum(others, 1), 0).astype(np.float32)
    out = emissions.copy()
    out[runs] += share[:, None] * (sums[number] - own)
    return out
