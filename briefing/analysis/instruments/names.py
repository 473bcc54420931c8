"""Proper names of instruments, grown around their head nouns."""

from __future__ import annotations

import re

from briefing.analysis.instruments.phrases import (
    ACRONYM,
    NUMBER,
    POSSESSIVE,
    YEAR,
    Form,
    Instrument,
)
from briefing.analysis.instruments.tails import Tails
from briefing.analysis.instruments.words import (
    CONNECTORS,
    GATHERINGS,
    GENERIC,
    HEADS,
    PLURALS,
    STARTERS,
    words,
)

_ORDINAL = re.compile(r"(?:\d+(?:st|nd|rd|th)|\w+th|first|second|third|rights)$")
_PARTNERS = words("pacific economic strategic security defence defense comprehensive trade")
_ORGANS = words("senate house congress parliament cabinet government court council commission")
_PLACES_OF_STUDY = words("school college faculty department institute doctor professor")
_WEEKDAYS = words("monday tuesday wednesday thursday friday saturday sunday")
_SORTS_OF_ACTS = words("amendment amending repeal consolidation private public new")
_OPEN = words("convention treaty agreement protocol covenant memorandum")
_FORMAL = words("act treaty convention accord protocol pact")
_FOLK = words("women men children people")  # who have an act of theirs, and do not make it
_NO_STARTERS = words("it till")  # "Take It Down Act", "the Emmett Till Act"
# "Save Our Lakes Act", "Families First Act": no beginning where another word of the title precedes.
_WITHIN_ACTS = words("our your their first second third is are where we you no not who what")
_ORDINALS = words("first second third")
_LONGEST = 60  # words of a name before its head
_LEFT_LINKS = frozenset(("of the", *words("and & of for – de du des against through")))


class Names(Tails):
    """Grows proper names to both sides of a capitalised head noun."""

    _is_act = False

    def around(self, first: int, last: int, head: str, plural: bool) -> Instrument | None:
        """The name with this head, or what takes the place of one; None if it is neither."""
        self._is_act = head in ("act", "bill")
        left = self._quoted(first, last) or self._grow_left(first)
        right, acronym = self._grow_right(last, left == first)
        if not self._ends_here(right) or not self._sort_of_instrument(head, left, first, right):
            return None
        bare = left == first and right == last
        generic = all(
            token.text.lower() in GENERIC or token.text.lower() in HEADS
            for token in self.tokens[left:first]
        )
        if bare or (
            generic
            and right == last
            and not acronym
            and self._determiner(left) in ("this", "that", "such")
        ):
            form: Form = "anaphor"
            if head in ("law", "deal") and not self._determiner(left):
                return None
            if bare and first == 0 and head == "agreement" and not acronym:
                form = "description"  # "Agreement was reached on Monday"
            if bare and HEADS[head][0] in ("memorandum", "letter") and not self._points(left):
                made = self._make(left, right, head, "description", plural, acronym)
                return made._replace(phrase=self._phrase_of(right + 3 * bool(acronym), head))
        else:
            form = "name"
            if (plural and generic and (right == last or left < first)) or self._dated_only(
                left, first, last, right
            ):
                return None
            if self.title_case and right == last and head not in _FORMAL:
                known = [self._known(at) for at in range(left, first)]
                form = "description" if all(known) else form
        return self._make(left, right, head, form, plural, acronym)

    def _opened(self, left: int) -> bool:
        return left > 0 and self.tokens[left - 1].text in '“"‘('

    def _listed(self, left: int) -> bool:
        """Whether it stands in a list ("the Ports Act, Clean Rivers Law and ...")."""
        return left > 1 and self.tokens[left - 1].text == "," and self._capital(left - 2)

    def _points(self, left: int) -> bool:
        return self._determiner(left) not in ("", "a", "an", "another")

    def _quoted(self, first: int, last: int) -> int | None:
        """Where the quotation that ends with the head, or its year, begins; else None."""
        tokens, end = self.tokens, last + 1
        while end < len(tokens) and (
            tokens[end].text in ("of", ",") or YEAR.match(tokens[end].text)
        ):
            end += 1
        if end >= len(tokens) or tokens[end].text not in "”\"'’":
            return None
        opening = (
            "“" if tokens[end].text == "”" else "‘" if tokens[end].text == "’" else tokens[end].text
        )
        for at in range(first - 1, max(-1, first - 16), -1):
            if tokens[at].text in '“”"‘':
                quoted = tokens[at].text == opening and at + 1 < first and self._capital(at + 1)
                return at + 1 if quoted else None
        return None

    def _dated_only(self, left: int, first: int, last: int, right: int) -> bool:
        """Whether nothing but a year tells the instrument ("Act of 1961")."""
        rest = [token.text for token in self.tokens[last + 1 : right + 1]]
        return left == first and bool(rest) and bool(YEAR.match(rest[-1])) and len(rest) < 3

    def _sort_of_instrument(self, head: str, left: int, first: int, right: int) -> bool:
        """Whether the words beside an ambiguous head speak for an instrument."""
        before = {token.text.lower() for token in self.tokens[left:first]}
        if head == "plan of action":
            return bool(before & {"joint", "common"})
        if head == "act" and (
            self.tokens[left].text == "Best" or self._any_of_its_sort(left, before)
        ):
            return False
        if before and before <= _ORGANS | GENERIC and before & _ORGANS:
            return right >= first + len(head.split())
        if head == "law" and before & _PLACES_OF_STUDY and self.tokens[first - 1].text == "of":
            return False
        if head == "partnership":
            return any(part in _PARTNERS for word in before for part in re.split(r"[-‐‑]", word))
        if head == "memorandum":
            return not before and right == first
        if (
            head == "law"
            and not self._determiner(left)
            and not self._opened(left)
            and right == first
            and not (left + 1 < first and self._listed(left))
        ):
            return False
        if head == "convention" and left < first and right <= first:
            return not before & GATHERINGS and not self._gathering()
        if head == "amendment":
            return bool(before) and not any(_ORDINAL.match(word) for word in before)
        if head == "annex":
            return bool(before) and not (right > first and left == first)
        return not (head == "law" and "public" in before)

    def _any_of_its_sort(self, left: int, before: set[str]) -> bool:
        """Whether it is any act that amends or repeals, and none that is named."""
        return before <= _SORTS_OF_ACTS and self._determiner(left) in ("", "a", "an", "any", "each")

    def _grow_left(self, first: int) -> int:
        tokens, left = self.tokens, first
        at = first - 1
        while at >= 0 and first - at < _LONGEST:
            text = tokens[at].text
            if text in "'’" and at > 0 and left == at + 1 and self._plural_owner(at - 1):
                left = at = at - 1
                at -= 1
                continue
            if text == ")" and (opening := self._bracket_before(at)) is not None:
                at = opening - 1
                while tokens[at].text == ")":
                    second = self._bracket_before(at)
                    if second is None:
                        break
                    at = second - 1
                continue
            if self._capital(at):
                if self._starts_otherwise(at):
                    break
                plural = text.endswith(("s’", "s'"))
                if POSSESSIVE.search(text) and left < first and not plural and self._owner(at):
                    break
                left = at
                at -= 1
                continue
            if text.lower() in CONNECTORS or text in "–,":
                before = self._before_connectors(at, left)
                if before is None:
                    break
                left = at = before
                at -= 1
                continue
            break
        return left

    def _before_connectors(self, at: int, left: int) -> int | None:
        """Where a name goes on to the left of the connectors that end at `at`, or None."""
        tokens = self.tokens
        begin = at
        while begin > 0 and at - begin < 2 and tokens[begin - 1].text.lower() in CONNECTORS:
            begin -= 1
        joined = " ".join(token.text.lower() for token in tokens[begin : at + 1])
        before = begin - 1
        if joined == "and" and before > 0 and tokens[before].text == ",":
            return self._before_commas(before)
        if joined == "and" and before > 1 and self._is_act and tokens[before - 1].text == ",":
            listed = self._bare_list(before - 1)
            if listed is not None:
                return listed
        if joined == "for the" and self._is_act and begin > 0 and tokens[begin].text == "For":
            return begin
        if before < 0 or not self._capital(before):
            return None
        word = tokens[before].text
        if word.lower() in STARTERS or word.lower() in HEADS or word.lower() in PLURALS:
            return None
        if word.isdigit() or NUMBER.match(word):
            return None
        if joined in _LEFT_LINKS:
            if joined == "and" and left == at + 1 and self.tokens[left].text.lower() in _OPEN:
                return None  # "Stateless Persons and Convention on ..."
            if joined in ("and", "&") and ACRONYM.match(word) and not self._is_act:
                return None
            if joined == "of the" and word.lower() not in ("law", "rights"):
                return None
            if joined == "for" and left - at > 3:
                return None
            return before
        if joined in ("a", "an", "at a", "for a") and self._is_act:
            return None if self._land(before) else before  # "the Give Kids a Start Act"
        if joined in ("to", "in", "on", "from", "with", "by") and self._is_act:
            people = word.endswith("ans")  # "the Americans with Disabilities Act"
            return None if self._land(before) and not people else before
        return None

    def _before_commas(self, comma: int) -> int | None:
        """Where the list "A, B, and" that ends before a name begins, if it is part of it."""
        tokens, at = self.tokens, comma
        first = None
        while at > 0 and tokens[at].text == "," and self._capital(at - 1):
            at -= 1
            while at >= 0 and self._capital(at) and not self._starts_otherwise(at):
                first = at
                at -= 1
        listed = first is not None and sum(t.text == "," for t in tokens[first:comma]) > 0
        return first if listed else None

    def _bare_list(self, comma: int) -> int | None:
        """Where the list "the A, B and" that ends before the name of an act begins.

        Without a comma before "and" it may be one of acts, which have heads of their own.
        """
        tokens, at = self.tokens, comma
        while at > 0 and tokens[at].text == "," and self._capital(at - 1):
            at -= 1
            while at >= 0 and self._capital(at) and not self._starts_otherwise(at):
                at -= 1
        inside = {token.text.lower() for token in tokens[at + 1 : comma]}
        if inside & (HEADS.keys() | PLURALS.keys()) or self._determiner(at + 1) != "the":
            return None
        return at + 1

    def _starts_otherwise(self, at: int) -> bool:
        """Whether the capital is due to the place of the word, or to another name."""
        word = POSSESSIVE.sub("", self.tokens[at].text.lower())
        if word not in STARTERS or ACRONYM.match(self.tokens[at].text):
            return False
        if word in _NO_STARTERS and at > 0 and self._capital(at - 1):
            return False
        if word == "all" and at > 1 and self.tokens[at - 1].text == "for":
            return not self._capital(at - 2)  # "Better Roads for All Act"
        if self._is_act and word in _WITHIN_ACTS and at > 0:
            article = word in _ORDINALS and self.tokens[at - 1].text in ("the", "a")
            return not (article or self._capital(at - 1))
        if word in _WEEKDAYS and at > 0 and self._capital(at - 1):
            return self._starts_otherwise(at - 1)
        return word not in CONNECTORS or at == 0 or not self._capital(at - 1)

    def _bracket_before(self, closing: int) -> int | None:
        """Where a bracket within a name opens ("Stamp Duty (Amendment) Act"), or None."""
        tokens = self.tokens
        for at in range(closing - 2, max(0, closing - 14), -1):
            if tokens[at].text == "(":
                return at if self._capital(at - 1) or tokens[at - 1].text == ")" else None
            numbering = tokens[at].text in (".", ",") or NUMBER.match(tokens[at].text)
            if (
                not self._capital(at)
                and tokens[at].text.lower() not in CONNECTORS
                and not numbering
            ):
                return None
        return None

    def _plural_owner(self, at: int) -> bool:
        """Whether the word before an apostrophe is a plural ("the Farmers' Loans Act")."""
        word = self.tokens[at]
        return (
            word.text.endswith("s") and self._capital(at) and word.end == self.tokens[at + 1].start
        )

    def _owner(self, at: int) -> bool:
        """Whether the possessive at `at` begins the name ("Turkey's Anti-Terror Law")."""
        if POSSESSIVE.sub("", self.tokens[at].text.lower()) in _FOLK:
            return False
        return at == 0 or not (
            self._capital(at - 1) and self.tokens[at - 1].text.lower() not in STARTERS
        )
