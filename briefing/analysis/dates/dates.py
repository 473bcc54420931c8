"""The dates a text gives, resolved as far as the text and the document's own date allow.

A date is an ISO prefix as precise as the words: "2018", "2018-09", "2019-12-18". Words that count
from a day ("yesterday", "next month", "on Tuesday", "December 18") are resolved against the date of
the document, or else the dateline in its text; where there is neither they are left out. Ranges,
weeks, quarters and halves of years are given by where they begin, with `until` for where they end;
of seasons no more than the year is said, nor of 03/04/2026, which may be in April or in March.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import takewhile, zip_longest

from briefing.analysis.briefing import Sentence
from briefing.analysis.dates import grammar
from briefing.analysis.dates.forms import Base, Form
from briefing.analysis.dates.resolution import resolve
from briefing.analysis.dates.tense import Tenses
from briefing.document import Document

_ISO = re.compile(r"([12]\d{3})(?:-(\d\d)(?:-(\d\d))?)?(?!\d)")
_DATELINE_BLOCKS = 6
_DATELINE_WORDS = 4  # beside the date, in a line of its own: "For immediate release"
_PLACE_WORDS = 6
_PLACE_END = re.compile(r"\)?\s{0,3}(?:\([^()]{1,30}\)\s{0,3})?(?:[-–—:])")
_JOINT = re.compile(r"\s?[-–—]\s?|\s(?:to|until|through)\s")
_WORD = re.compile(r"\w+")
# "sections 1507, 1546 and 1622(b)", up to the number in question.
_CITED = re.compile(
    r"\b(?:sections?|sec\.|secs?\.?|§§?|articles?|titles?|chapters?|clauses?|paragraphs?|rule"
    r"|pages?|rooms?|flights?|executive\sorders?|public\slaw|proclamation|resolution|no\.)\s?"
    r"(?:[\w().-]{1,12}(?:,?\s(?:and|or|to|through)|,)\s){0,12}\Z",
    re.IGNORECASE,
)
_CITATION = 120  # characters before a number that are looked at


@dataclass(frozen=True, slots=True)
class DateMention:
    """Words that give a date, `[start, end)`; `until` is where a range ends (ISO prefix).

    `resolution` says for the reader how the words became the date, None where they say it all.
    """

    start: int
    end: int
    date: str
    resolution: str | None = None
    until: str | None = None

    @property
    def moment(self) -> str:
        """What is known of a moment in it: the month of what was signed "last week"."""
        shared = 0
        if self.until:
            pairs = zip(self.date.split("-"), self.until.split("-"), strict=False)
            shared = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs))
        return "-".join(self.date.split("-")[:shared]) or self.date


def find(document: Document, sentences: Sequence[Sentence]) -> tuple[DateMention, ...]:
    """The dates of `document` in reading order; each lies inside one sentence."""
    text = document.text
    forms = list(_forms(document, sentences))
    base = _base(document, forms)
    mentions: list[DateMention] = []
    begun: DateMention | None = None  # what may be the first day of a range
    read, tenses = None, Tenses(text, 0, 0)
    for (form, sentence), following in zip_longest(forms, forms[1:]):
        start, end = form.span
        if sentence is not read:
            read, tenses = sentence, Tenses(text, sentence.start, sentence.end)
        tense = partial(tenses.lean, start)
        resolved = resolve(form, base, tense)
        opens = (
            following is not None
            and following[1] is sentence
            and _JOINT.fullmatch(text, end, following[0].span[0])
        )
        if opens and form.yearless:
            # "30 December to 2 January 2020": the year stands behind.
            last = resolve(following[0], base, tense)
            resolved = resolve(form, Base(*last.date), lambda: -1) if last else resolved
        if resolved is None:
            begun = None
            continue
        date, resolution, until, more = resolved
        if more:
            start, end = form.first
        mention = DateMention(start, end, date.iso(), resolution, until.iso() if until else None)
        whole = begun and _range(begun, mention)
        if whole:
            mentions[-1] = whole
        else:
            mentions.append(mention)
        begun = mention if opens and not whole else None
        mentions += (DateMention(at, stop, day.iso(), resolution) for day, at, stop in more)
    return tuple(mentions)


def dateline(document: Document, sentences: Sequence[Sentence]) -> str | None:
    """The day the text itself gives for its writing: a line of its own, or "PLACE, date -"."""
    base = _dateline(document, _forms(document, sentences))
    return base.iso() if base else None


def _forms(document: Document, sentences: Sequence[Sentence]) -> Iterator[tuple[Form, Sentence]]:
    starts = [sentence.start for sentence in sentences]
    for found in grammar.pattern().finditer(document.text):
        index = bisect_right(starts, found.start()) - 1
        if index < 0 or found.end() > sentences[index].end:
            continue
        if document.blocks[sentences[index].block].kind == "code":
            continue
        if not _is_cited(document.text, sentences[index].start, found):
            yield Form(found), sentences[index]


def _is_cited(text: str, start: int, found: re.Match[str]) -> bool:
    """Whether a year is rather the number of a section: "sections 1507, 1546 and 1622"."""
    if not found[0][:4].isdigit():
        return False
    return _CITED.search(text[max(start, found.start() - _CITATION) : found.start()]) is not None


def _base(document: Document, forms: Sequence[tuple[Form, Sentence]]) -> Base | None:
    if document.date:
        given = _ISO.match(document.date)
        return Base.of(*(int(part or 0) for part in given.groups())) if given else None
    return _dateline(document, forms)


def _dateline(document: Document, forms: Iterable[tuple[Form, Sentence]]) -> Base | None:
    for form, sentence in forms:
        if sentence.block >= _DATELINE_BLOCKS:
            break
        resolved = resolve(form, None, lambda: 0)
        if not resolved or not resolved.date.day or resolved.until:
            continue
        block = document.blocks[sentence.block]
        start, end = form.span
        before = document.text[block.start : start][-80:].replace("(", " ").split()
        after = document.text[end : block.end][:80]
        alone = len(before) + len(_WORD.findall(after)) <= _DATELINE_WORDS
        place = 0 < len(before) <= _PLACE_WORDS and all(word[0].isupper() for word in before)
        if alone or (place and _PLACE_END.match(after)):
            return Base(*resolved.date, dateline=True)
    return None


def _range(first: DateMention, last: DateMention) -> DateMention | None:
    """One mention of "December 30 to January 2"; None where the two are no range."""
    if first.until or last.until or len(first.date) != len(last.date) or first.date >= last.date:
        return None
    return DateMention(first.start, last.end, first.date, last.resolution, last.date)
