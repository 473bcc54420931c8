"""Finding names while they are typed: forgiving, and the same every time.

The order: the whole name, its beginning or its initials, beginnings of its words in any order,
slips of the fingers, scattered letters; and among equals what is named most often.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import islice
from math import log
from operator import itemgetter
from typing import NamedTuple

from briefing.finder.fold import fold, fold_with_origin, words, words_with_origin
from briefing.finder.letters import align, scattered
from briefing.finder.vocabulary import STOP_WORDS, Match, Tier, Vocabulary

_STOP_WEIGHT = 0.35
_LONGEST_NAME = 300
_LONGEST_QUERY = 100
_MOST_WORDS = 10
_MOST_CANDIDATES = 4000
_MOST_SCATTERED = 150
_MANY_MENTIONS = log(20_001)
_NO_MATCH = Match(Tier.PARTLY, 0.0)


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found by its name or by one of its aliases.

    `key` is the caller's. `mentions` says how important it is beside others that fit as well.
    """

    key: int | str
    name: str
    kind: str
    aliases: tuple[str, ...] = ()
    mentions: int = 0


@dataclass(frozen=True, slots=True)
class Hit:
    """An entry that fits a query.

    `alias` is the form that fits, the name or an alias, and `positions` are the indexes of its
    letters that were typed. `score` is greater for what fits better; its whole part is the tier.
    """

    entry: Entry
    score: float
    alias: str
    positions: tuple[int, ...]


class _Form(NamedTuple):
    """One way to write the name of an entry, as it is compared."""

    entry: int
    shown: str
    folded: str
    words: tuple[int, ...]
    prior: float
    initials: str


class Finder:
    """An index of entries, searched at each key."""

    def __init__(self, entries: Iterable[Entry]) -> None:
        self._entries = sorted(entries, key=lambda entry: -entry.mentions)
        written = [
            (index, shown, fold(shown), words(shown))
            for index, entry in enumerate(self._entries)
            for shown in _forms(entry)
        ]
        self._vocabulary = Vocabulary(word for *_, found in written for word in found)
        numbers = {word: number for number, word in enumerate(self._vocabulary.words)}
        self._forms = [
            _Form(
                index,
                shown,
                folded,
                tuple(numbers[word] for word in found),
                log(1 + max(0, self._entries[index].mentions)) / _MANY_MENTIONS,
                "".join(word[0] for word in folded.split()),
            )
            for index, shown, folded, found in written
        ]
        self._with_word: list[list[int]] = [[] for _ in numbers]
        self._with_initials: defaultdict[str, list[int]] = defaultdict(list)
        for number, form in enumerate(self._forms):
            for word in form.words:
                self._with_word[word].append(number)
            if form.folded.count(" ") >= 1:
                self._with_initials[form.initials].append(number)
                short = "".join(word[0] for word in form.folded.split() if word not in STOP_WORDS)
                if 1 < len(short) < len(form.initials):
                    self._with_initials[short].append(number)
        self._initials = sorted(self._with_initials)

    def search(
        self, query: str, limit: int = 50, kinds: Collection[str] | None = None
    ) -> list[Hit]:
        """The entries that fit `query`, best first; of some `kinds` only, where they are given.

        An empty query gives what is named most often. Nothing that can be typed raises.
        """
        if limit <= 0:
            return []
        query = query[:_LONGEST_QUERY]
        typed = fold(query)
        if not query.strip():
            entries = (entry for entry in self._entries if kinds is None or entry.kind in kinds)
            return [Hit(entry, 0.0, entry.name, ()) for entry in islice(entries, limit)]
        if not typed:
            return []
        found = self._by_words(typed.split()[:_MOST_WORDS])
        if " " not in typed:
            self._by_initials(typed, found)
        plain = sum(match.tier >= Tier.WORDS for match in found.values())
        if not plain and " " not in typed and len(typed) >= 4:
            self._by_letters(typed, found)
        elif plain:
            # What was typed stands in names as it is: scattered letters would only be in the way.
            found = {form: match for form, match in found.items() if match.tier > Tier.SCATTERED}
        if kinds is not None:
            found = {form: match for form, match in found.items() if self._kind(form) in kinds}
        return self._ranked(typed, found, limit)

    def _kind(self, form: int) -> str:
        return self._entries[self._forms[form].entry].kind

    def _by_words(self, typed: list[str]) -> dict[int, Match]:
        """The forms that hold the typed words, in any order."""
        meant = [self._vocabulary.matches(word) for word in typed]
        weights = [_STOP_WEIGHT if word in STOP_WORDS else 1.0 for word in typed]
        found = {}
        for form in self._candidates(meant):
            tier, strength = Tier.WORDS, 0.0
            for matches, weight in zip(meant, weights, strict=True):
                best = max(
                    (matches[word] for word in self._forms[form].words if word in matches),
                    default=_NO_MATCH,
                )
                strength += weight * best.strength
                if weight == 1.0 or len(typed) == 1:
                    tier = min(tier, best.tier)
            found[form] = Match(tier, strength / sum(weights))
        return found

    def _candidates(self, meant: list[dict[int, Match]]) -> dict[int, None]:
        """The forms with a word that is meant, beginning with the rarest of the typed words."""
        found: dict[int, None] = {}

        def reach(matches: dict[int, Match]) -> int:
            return sum(len(self._with_word[word]) for word in matches)

        for matches in sorted(filter(None, meant), key=reach):
            for word in matches:
                found.update(dict.fromkeys(self._with_word[word]))
                if len(found) > _MOST_CANDIDATES:
                    return found
        return found

    def _by_initials(self, typed: str, found: dict[int, Match]) -> None:
        at = bisect_left(self._initials, typed)
        while at < len(self._initials) and self._initials[at].startswith(typed):
            initials = self._initials[at]
            if initials == typed:
                match = Match(Tier.INITIALS if len(typed) > 2 else Tier.WORDS, 1.0)
            elif len(typed) > 1:
                match = Match(Tier.MISTYPED, 0.69 + 0.33 * len(typed) / len(initials))
            else:
                return
            for form in self._with_initials[initials]:
                if found.get(form, match) <= match:
                    found[form] = match
            at += 1

    def _by_letters(self, typed: str, found: dict[int, Match]) -> None:
        """Forms that hold the letters in their order, wherever they stand."""
        from rapidfuzz.distance import LCSseq
        from rapidfuzz.process import extract

        folded = [form.folded for form in self._forms]
        holding = extract(
            typed, folded, scorer=LCSseq.similarity, score_cutoff=len(typed), limit=None
        )
        for text, _, form in sorted(holding, key=itemgetter(2))[:_MOST_SCATTERED]:
            share, _ = scattered(typed, text)
            match = Match(Tier.SCATTERED, 0.15 + 0.615 * share - 0.08 * (len(typed) <= 5))
            if found.get(form, match) <= match:
                found[form] = match

    def _ranked(self, typed: str, found: dict[int, Match], limit: int) -> list[Hit]:
        scored = []
        for number, match in found.items():
            form = self._forms[number]
            tier = match.tier
            if form.folded == typed:
                tier = Tier.EXACT
            elif form.folded.startswith(typed):
                tier = Tier.PREFIX
            share = min(1.0, len(typed) / max(1, len(form.folded)))
            scored.append((tier, match.strength + 0.17 * form.prior + 0.048 * share, number))
        scored.sort(key=lambda item: (-item[0], -item[1], item[2]))
        first, _, rest = typed.partition(" ")
        best = []
        for tier, strength, number in scored[: max(48, 2 * limit)]:
            folded = self._forms[number].folded
            strength += 0.052 * (folded.split(" ", 1)[0] == first)
            strength += 0.056 * (bool(rest) and _in_order(typed.split(), folded))
            best.append((tier, strength, number))
        best.sort(key=lambda item: (-item[0], -item[1], item[2]))
        hits: dict[int, Hit] = {}
        for tier, strength, number in best:
            form = self._forms[number]
            if form.entry not in hits:
                score = round(tier + min(strength, 1.9) / 2, 4)
                hits[form.entry] = Hit(
                    self._entries[form.entry], score, form.shown, self._positions(typed, form, tier)
                )
                if len(hits) == limit:
                    break
        return list(hits.values())

    def _positions(self, typed: str, form: _Form, tier: Tier) -> tuple[int, ...]:
        """The letters of the shown form that were typed."""
        if tier >= Tier.PREFIX:
            return tuple(sorted(set(fold_with_origin(form.shown).origin[: len(typed)])))
        written = words_with_origin(form.shown)
        marked: set[int] = set()
        for word in typed.split()[:_MOST_WORDS]:
            matches = self._vocabulary.matches(word)
            meant = max(
                (number for number in form.words if number in matches),
                key=lambda number: matches[number],
                default=None,
            )
            if meant is not None and matches[meant].tier >= tier:
                origin = written[self._vocabulary.words[meant]]
                marked.update(origin[at] for at in align(word, self._vocabulary.words[meant]))
        if not marked:
            folded = fold_with_origin(form.shown)
            marked.update(folded.origin[at] for at in scattered(typed, folded.text)[1])
        return tuple(sorted(marked))


def _forms(entry: Entry) -> list[str]:
    """The name and the aliases that are not the same when folded."""
    distinct: dict[str, str] = {}
    for shown in (entry.name, *entry.aliases):
        cut = shown[:_LONGEST_NAME]
        distinct.setdefault(fold(cut), cut)
    distinct.pop("", None)
    return list(distinct.values())


def _in_order(typed: list[str], folded: str) -> bool:
    at = 0
    for word in typed:
        at = f" {folded}".find(f" {word}", at)
        if at < 0:
            return False
        at += len(word)
    return True
