"""The part of an instrument's name that follows its head noun ("on the Rights of the Child")."""

from __future__ import annotations

import re

from briefing.analysis.gazetteer import gazetteer
from briefing.analysis.instruments.phrases import MONTH_OR_DAY, NUMBER, YEAR, Words
from briefing.analysis.instruments.words import (
    BODIES,
    CONNECTORS,
    FUNCTION,
    HEADS,
    PLURALS,
    STARTERS,
    VERBS,
    words,
)

_PARTS = words("article articles section title annex state states party parties member members")
_INNER_LINKS = re.compile(
    r"(?:of(?: the| an?| all)?|and(?: the)?|&|in(?: the)?|on(?: the)?|for(?: the)?|to the|against|–"
    r"|to|or|of (?:their|its|his)|from|with|by|between(?: the)?"
    r"|(?:relating )?(?:to|on|of|for|concerning)(?: the)? [a-z]+ of(?: the)?)$"
)
_FOR_SOMETHING = words("framework agreement partnership arrangement protocol compact convention")
_SEASONS = words("Spring Summer Autumn Fall Winter Commons Lords")
_LINKS = CONNECTORS | words("or their its his , –")


class Tails(Words):
    """Grows proper names to the right of a capitalised head noun."""

    _is_act = False

    def _grow_right(self, last: int, open_head: bool) -> tuple[int, str | None]:
        """The last token of the name, and the acronym in brackets behind it."""
        tokens, right = self.tokens, last
        acronym, after = self._acronym_after(right)
        at = after + 1
        if acronym and not (at < len(tokens) and tokens[at].text.lower() in ("on", "of", "for")):
            return right, acronym
        if at < len(tokens):
            text = tokens[at].text
            comma = text == "," and at + 1 < len(tokens) and self._is_act
            if comma and YEAR.match(tokens[at + 1].text):
                return at + 1, acronym or self._acronym_after(at + 1)[0]
            if YEAR.match(text):
                return at, acronym or self._acronym_after(at)[0]
            if self._is_act and (year := self._fiscal_year(at)):
                return year, acronym or self._acronym_after(year)[0]
            if text.lower() in ("no", "no.", "number") and at + 1 < len(tokens):
                if tokens[at + 1].text == ".":
                    at += 1
                if at + 1 < len(tokens) and tokens[at + 1].text[0].isdigit():
                    return at + 1, acronym
            chamber = last > 0 and tokens[last - 1].text in ("House", "Senate", "Assembly")
            if NUMBER.match(text) and (open_head or chamber):
                right = at
        reach = self._phrase_after(right if not acronym else after, open_head)
        if reach is not None:
            right = reach
            tail, _ = self._acronym_after(right)
            acronym = acronym or tail
        return right, acronym

    def _fiscal_year(self, at: int) -> int | None:
        """The year that a yearly act is for ("for Fiscal Year 2019")."""
        said = [token.text.lower() for token in self.tokens[at : at + 5]]
        said = [word for word in said if word != "the"]
        skipped = at + (len(self.tokens[at : at + 5]) - len(said))
        if said[:3] == ["for", "fiscal", "year"] and YEAR.match(said[3] if said[3:] else ""):
            return skipped + 3
        if said[:2] == ["for", "fy"] and YEAR.match(said[2] if said[2:] else ""):
            return skipped + 2
        return None

    def _phrase_after(self, right: int, open_head: bool) -> int | None:
        """The last token of the prepositional phrases that belong to the name, or None."""
        tokens = self.tokens
        head = tokens[right].text.lower()
        reach: int | None = None
        at = right + 1
        while at < len(tokens):
            link = tokens[at].text.lower()
            if reach is None:
                if not self._may_link(link, head, open_head):
                    break
            elif link not in _LINKS and not self._capital(at):
                break
            begin, at = at, self._past_links(at)
            if at >= len(tokens) or not self._goes_on(begin, at):
                break
            if reach is not None and begin < at and not self._may_continue(begin, at):
                break
            before = reach
            while at < len(tokens) and (self._capital(at) or YEAR.match(tokens[at].text)):
                if MONTH_OR_DAY.match(tokens[at].text) and tokens[at].text != "May":
                    break
                reach = at
                at += 1
                if YEAR.match(tokens[reach].text) and self._is_act:
                    return reach  # "... Act of 2017 and the ..."
            if before is not None and self._new_subject(right + 1, begin, at):
                reach = before  # "the Treaty on Fish and Chile ratified ..."
                break
            if self._sentence_end(reach):
                break
        while reach is not None and tokens[reach].text.lower() in CONNECTORS:
            reach -= 1
        return reach if reach != right else None

    def _past_links(self, at: int) -> int:
        """The token behind the small words at `at`, and the noun they hold ("the status of")."""
        tokens = self.tokens
        while at < len(tokens) and tokens[at].text.lower() in _LINKS:
            at += 1
        noun = tokens[at].text if at + 2 < len(tokens) else ""
        if noun.islower() and noun.isalpha() and tokens[at + 1].text == "of":
            beyond = at + 2 + (tokens[at + 2].text == "the")
            if noun not in VERBS | FUNCTION and beyond < len(tokens) and self._capital(beyond):
                return beyond
        return at

    def _goes_on(self, begin: int, at: int) -> bool:
        """Whether a capitalised word follows the links from `begin` that can belong to the name."""
        word = self.tokens[at].text
        if at - begin > 5 or (begin == at and not self._capital(at)):
            return False
        if not (self._capital(at) or (YEAR.match(word) and self.tokens[begin].text == "of")):
            return False
        if MONTH_OR_DAY.match(word):
            return False
        return word.lower() not in STARTERS or bool(NUMBER.match(word))

    def _new_subject(self, first: int, begin: int, end: int) -> bool:
        """Whether a country behind "and" is the subject of the next clause."""
        tokens = self.tokens
        if end >= len(tokens) or tokens[first].text.lower() in ("between", "among", "with"):
            return False
        joined = [token.text.lower() for token in tokens[begin:end]]
        if "and" not in joined or tokens[end].text.lower() not in VERBS:
            return False
        start = begin
        while tokens[start].text.lower() in _LINKS:
            start += 1
        name = self.document.slice(tokens[start].start, tokens[end - 1].end)
        return gazetteer().country(" ".join(name.split())) is not None

    def _another_head(self, at: int) -> bool:
        """Whether the capitalised words at `at` are the name of another instrument."""
        while at < len(self.tokens) and self._capital(at):
            word = self.tokens[at].text.lower()
            if word != "acts" and (word in HEADS or word in PLURALS):
                return True
            at += 1
        return False

    def _may_link(self, link: str, head: str, open_head: bool) -> bool:
        if link == "of":
            return True
        if link in ("on", "concerning", "regarding", "relating", "against", "respecting"):
            return True
        if link == "for":
            return open_head or head in _FOR_SOMETHING
        if link == "to":
            return open_head or head in ("protocol", "protocols", "annex", "amendment")
        return (
            link in ("between", "among", "establishing", "with", "through", "under") and open_head
        )

    def _may_continue(self, begin: int, at: int) -> bool:
        """Whether connectors inside a phrase behind the head go on with the name."""
        joined = " ".join(token.text.lower() for token in self.tokens[begin:at])
        if joined == "in" and self._city(at):
            return False  # where it was signed
        if joined in ("in", "in the") and self.tokens[at].text in _SEASONS:
            return False
        if joined.split()[0] in (",", "and", "or") and self._another_head(at):
            return False
        if joined in (",", ", and", ", and the", ", the"):
            ahead = {token.text.lower() for token in self.tokens[at : at + 9]}
            return "and" in joined or (bool(ahead & {"and", "or"}) and not ahead & VERBS)
        return _INNER_LINKS.match(joined) is not None

    def _city(self, at: int) -> bool:
        name = self.tokens[at].text
        return gazetteer().place_kind(name) == "city" or bool(gazetteer().capital(name))

    def _ends_here(self, right: int) -> bool:
        """Whether what follows is no further noun of a longer name of something else."""
        if self.tokens[right].text.lower() in BODIES:
            return False
        if right + 1 >= len(self.tokens):
            return True
        following = self.tokens[right + 1].text
        if not following[0].isupper() or self.title_case:
            return following.lower() not in BODIES or not following[0].isupper()
        return following.lower() in _PARTS or following.lower() in STARTERS

    def _sentence_end(self, at: int | None) -> bool:
        return at is not None and at + 1 < len(self.tokens) and self.tokens[at + 1].text in ".;:"
