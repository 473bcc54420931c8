"""A text as the tagger sees it: its words in one row, and what the text itself says of them.

Beyond the word and its neighbours there are the run of capitalised words it stands in, the phrases
of the lexicon, what an acronym stands for, and evidence from the whole document: a form that is
seen in lower case, after a title, as the last word of a longer name, before a verb of speech.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from briefing.analysis.tagger import features
from briefing.analysis.tagger.features import (
    CAPITAL,
    CASE,
    CASED,
    CLASS_BITS,
    COARSE,
    FIGURE,
    FINE,
    INITIAL,
    KIND,
    LOWER,
    MIDDLE,
    SHAPE,
    SMALL,
    SUFFIX2,
    SUFFIX3,
    U32,
    fold,
    mix,
)  # fmt: skip
from briefing.analysis.tagger.lexicon import CASES, KIND_BIT, LONGEST, Lexicon, key
from briefing.analysis.tagger.recasing import PROSE, recased

Mask = NDArray[np.bool_]
Places = NDArray[np.intp]
_AMPERSAND, _THE, _OPEN, _CLOSE = (np.uint32(key(form)) for form in ("&", "the", "(", ")"))
_OPENERS = np.array([key(form) for form in "\"“‘'(«-–—*•"], np.uint32)
_IN_NAMES = np.array([key(form) for form in str.split("and on in to 's against")], np.uint32)
_HEADS = str.split("org_head place_head event_head law_head company party_word title first_name")
_LOWER, _MOSTLY_LOWER = CASES.index("lower"), CASES.index("mostly_lower")


class Text:
    """Sentences laid out flat, two blanks around each, and the features of their words.

    `at` are the places of words in the row, `lengths` the numbers of words in the sentences.
    `memory` keeps descriptions of forms from one text to the next.
    """

    def __init__(
        self,
        sentences: Sequence[Sequence[str]],
        lexicon: Lexicon,
        memory: dict[str, tuple[int, ...]],
    ) -> None:
        self.lexicon = lexicon
        self.lengths = [len(forms) for forms in sentences]
        self.flat = ["", ""]
        styles: list[int] = []
        places: list[int] = []
        starts: list[int] = []
        for forms, style in recased(sentences, lexicon):
            starts.append(len(self.flat))
            places.extend(range(len(self.flat), len(self.flat) + len(forms)))
            styles.extend([style] * len(forms))
            self.flat += forms
            self.flat += ("", "")
        number: dict[str, int] = {}
        self.uses = np.array(
            [number.setdefault(form, len(number)) for form in self.flat], dtype=np.intp
        )
        self.forms = list(number)
        for form in self.forms:
            if form not in memory:
                memory[form] = features.describe(form, lexicon)
        self.described = np.array([memory[form] for form in self.forms], dtype=np.uint32)
        self.rows: U32 = self.described[self.uses]
        self.at = np.array(places, dtype=np.intp)
        self.starts = np.zeros(len(self.flat), bool)
        self.starts[starts] = True
        self.style = np.zeros(len(self.flat), np.uint32)
        self.style[self.at] = styles
        self._prepare()

    def features(self) -> list[U32]:
        """The features of every word, template by template, those of single forms left out."""
        return features.joint_features(self.rows, self.at) + self._context_features()

    def _has(self, *kinds: str) -> Mask:
        wanted = sum(KIND_BIT[kind] for kind in kinds) * CLASS_BITS
        has: Mask = (self.rows[:, KIND] & np.uint32(wanted)) != 0
        return has

    def _seen(self, where: Mask) -> Mask:
        """Of each place, whether its form, in whatever case, stands somewhere in `where`."""
        seen = np.zeros(self._form_count, bool)
        seen[self._form_of[where]] = True
        return seen[self._form_of]

    def _prepare(self) -> None:
        rows = self.rows
        low = rows[:, LOWER]
        written = rows[:, CASED]
        forms, self._form_of = np.unique(low, return_inverse=True)
        self._form_count = len(forms)
        capital = (written >= INITIAL) & (written <= CAPITAL)
        self.opens = self.starts.copy()
        self.opens[1:] |= self.starts[:-1] & np.isin(low[:-1], _OPENERS)
        styled = self.style > PROSE
        self.seen_small = self._seen(written == SMALL)
        self.seen_capital = self._seen(capital & ~self.opens & ~styled)
        case = rows[:, CASE]
        ordinary = (case == _LOWER) | (case == _MOSTLY_LOWER) | self.seen_small
        first_only = (self.opens | styled) & (written == CAPITAL) & ~self.seen_capital
        self.capital = capital & ~(first_only & ordinary)
        run = self.capital & ~self._has("month", "weekday")
        link = self._has("link") & (written == SMALL) | (low == _AMPERSAND)
        joined = run | link & (
            _shift(run, 1) & _shift(run, -1)
            | _shift(run, 1) & _shift(link, -1) & _shift(run, -2)
            | _shift(run, 2) & _shift(link, 1) & _shift(run, -1)
        )
        self.run, self.joined = run, joined
        self.first, self.last = _bounds(run)
        self.wide_first, self.wide_last = _bounds(joined)
        self.kinds_in_run = self._kinds(self.first, self.last)
        self.kinds_in_wide = self._kinds(self.wide_first, self.wide_last)

    def _kinds(self, first: Places, last: Places) -> U32:
        """Which of `_HEADS` stand in the stretch from `first` to `last` of each place, as bits."""
        out = np.zeros(len(first), np.uint32)
        for bit, kind in enumerate(_HEADS):
            count = np.concatenate(([0], np.cumsum(self._has(kind))))
            out |= (count[last + 1] > count[first]).astype(np.uint32) << np.uint32(bit)
        return out

    def _evidence(self) -> list[U32]:
        index = np.arange(len(self.flat))
        before = np.maximum(self.first - 1, 0)
        after = np.minimum(self.last + 1, len(index) - 1)
        second = np.minimum(self.last + 2, len(index) - 1)
        ends, begins = self.run & (index == self.last), self.run & (index == self.first)
        longer = (self.last > self.first) & (self.style == PROSE)
        seen = (
            self.seen_small,
            self.seen_capital,
            self._seen(longer & ends),
            self._seen(longer & begins),
            self._seen(longer & ends & self._has("first_name")[self.first]),
            self._seen(self.run & self._has("title")[before]),
            self._seen(ends & self._has("speech")[after]),
            self._seen(begins & self._has("in")[before]),
            self._seen(begins & (self.rows[before, LOWER] == _THE)),
            self._seen(self.run & self._has("relative")[second]),
        )
        return [mask.astype(np.uint32) for mask in seen]

    def _context_features(self) -> list[U32]:
        rows, index = self.rows, np.arange(len(self.flat))
        end = len(index) - 1
        low, look, kind, case = (rows[:, column] for column in (LOWER, SHAPE, KIND, CASE))
        first, last = self.first, self.last
        before, after = np.maximum(first - 1, 0), np.minimum(last + 1, end)
        before2, after2 = np.maximum(first - 2, 0), np.minimum(last + 2, end)
        wide_before = np.maximum(self.wide_first - 1, 0)
        wide_after = np.minimum(self.wide_last + 1, end)
        head = last[self.wide_first]  # "Ministry" in "Ministry of Defence"
        inside = self.run.astype(np.uint32) + 2 * self.joined.astype(np.uint32)
        place = (
            np.minimum(index - self.wide_first, 3) * 32
            + np.minimum(self.wide_last - index, 3) * 8
            + inside
        ).astype(np.uint32)
        length = np.minimum(last - first + 1, 5).astype(np.uint32)
        start = self.starts.astype(np.uint32) + 2 * self.opens.astype(np.uint32)
        bracket = ((low[before] == _OPEN) & (low[after] == _CLOSE)).astype(np.uint32)
        phrase, acronym, style = self._phrases(), self._acronyms(), self.style
        previous, following = np.maximum(index - 1, 0), np.minimum(index + 1, end)
        evidence = self._evidence()
        bits = sum(
            (mask << np.uint32(bit) for bit, mask in enumerate(evidence)),
            np.zeros(len(index), np.uint32),
        )
        columns: list[tuple[U32, ...]] = [
            (place,), (place, look), (length, place), (kind[head], place),
            *((inside, low[where]) for where in (last, self.wide_last, self.wide_first, head)),
            *((inside, low[where]) for where in (before, after, wide_before, wide_after)),
            *((inside, rows[where, MIDDLE]) for where in (before, after, first)),
            *((inside, rows[where, MIDDLE]) for where in (last, self.wide_last)),
            *((inside, rows[where, FINE]) for where in (last, first)),
            *((inside, kind[where]) for where in (last, first)),
            *((inside, rows[last, column]) for column in (SUFFIX2, SUFFIX3)),
            *((length, low[where]) for where in (before, after)),
            *((length, rows[where, MIDDLE]) for where in (before, after)),
            (inside, rows[before, COARSE], rows[after, COARSE]),
            (inside, low[before], low[before2]), (inside, low[after], low[after2]),
            (inside, rows[before2, MIDDLE], rows[before, MIDDLE]),
            (inside, rows[after2, MIDDLE], rows[after, MIDDLE]),
            (self.kinds_in_wide, inside), (self.kinds_in_wide, place), (self.kinds_in_run, place),
            (start, look), (start, low), (start, case, look), (start, self.kinds_in_run),
            (style, look), (style, case, look),
            (phrase,), (phrase, kind), (phrase, place), (phrase[previous], look),
            (phrase[following], look), (phrase[before], inside), (phrase[after], inside),
            (phrase, low[before]), (phrase, low[after]), (phrase, bits),
            (acronym, look), (bracket, look),
            (bracket, rows[before2, MIDDLE]), (bracket, kind[before2]), (bracket, phrase[before2]),
            (bits, look), (bits >> np.uint32(2), look), (bits[last], inside, length),
            (evidence[0] + 2 * evidence[1], case, look),
            *((mask, look) for mask in evidence[2:]),
            *((mask[last], inside) for mask in evidence[4:]),
        ]  # fmt: skip
        return [
            mix(200 + number, *(column[self.at] for column in parts))
            for number, parts in enumerate(columns)
        ]

    def _phrases(self) -> U32:
        """The class of the longest phrase that stands at each place, with its length and place."""
        out = np.zeros(len(self.flat), np.uint32)
        table = self.lexicon.phrases
        capital = self.capital.tolist()
        goes_on = (self.capital | self._has("link") | self._signs()).tolist()
        done = 0
        for place in np.nonzero(self.capital)[0].tolist():
            if place < done:
                continue
            text, best, stop = "", 0, place
            for other in range(place, place + LONGEST):
                if not goes_on[other]:
                    break
                text += " " + fold(self.flat[other]) if text else fold(self.flat[other])
                found = table.get(key(text)) if capital[other] else None
                if found:
                    best, stop = found, other + 1
            if best:
                value = (min(stop - place, 3) * CLASS_BITS + best) * 2
                out[place:stop] = value
                out[place] += 1
                done = stop
        return out

    def _signs(self) -> Mask:
        """Marks, figures and the small words that names hold, but no blanks."""
        written = self.rows[:, CASED]
        small = np.isin(self.rows[:, LOWER], _IN_NAMES)
        return (written >= FIGURE) | small

    def _acronyms(self) -> U32:
        """What the text says an acronym stands for: the kinds in the name before its brackets."""
        out = np.zeros(len(self.flat), np.uint32)
        meant: dict[str, int] = {}
        for place in np.nonzero(self.rows[:, LOWER] == _OPEN)[0].tolist():
            short, closing = self.flat[place + 1], self.flat[place + 2]
            name = place - 1
            if not (short.isupper() and 1 < len(short) <= 8 and closing in (")", ",", ";")):
                continue
            if self.run[name] and self.wide_last[name] > self.wide_first[name]:
                initials = [form[:1].upper() for form in self.flat[max(0, name - 8) : place]]
                if short[0] in initials:
                    meant[short] = int(self.kinds_in_wide[name]) + 256
        if meant:
            for place, form in enumerate(self.flat):
                out[place] = meant.get(form, 0)
        return out


def _shift(mask: Mask, by: int) -> Mask:
    """`mask` moved to the right by `by` places."""
    out = np.zeros_like(mask)
    if by > 0:
        out[by:] = mask[:-by]
    else:
        out[:by] = mask[-by:]
    return out


def _bounds(mask: Mask) -> tuple[Places, Places]:
    """First and last place of the stretch of `mask` around each place; elsewhere the place."""
    index = np.arange(len(mask))
    begins = np.where(mask & ~_shift(mask, 1), index, 0)
    ends = np.where(mask & ~_shift(mask, -1), index, len(mask) - 1)
    first = np.maximum.accumulate(begins)
    last = np.minimum.accumulate(ends[::-1])[::-1]
    return np.where(mask, first, index), np.where(mask, last, index)
