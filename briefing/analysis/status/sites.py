"""Where an instrument is mentioned, and which words around it may speak of it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from briefing.analysis.briefing import Sentence
from briefing.analysis.instruments.phrases import Instrument
from briefing.analysis.status.events import Site

# What stands between the members of a list of instruments.
_LISTED = re.compile(
    r"\s\(|[)”\"’]{0,2}(?:\s+(?:agreement|treaty|pact|act|bill))?(?:\s*\([^()]{1,20}\))?"
    r"(?:\s+(?:is|are|was|were)\s+\w+ed)?\s*"
    r"(?:[,;](?:\s*and)?|and|or|as well as|along with)[”\"’]?\s*"
    r"(?:(?:both|the|a|an|its|new|proposed)\s+){0,3}[“\"‘]?"
)
_MEMBERS = 12  # of a list within a sentence, acronyms too
_ITEMS = 30  # sentences of a list that are read
# "H.R. 7377, the" before a law in quotation marks
_ITEM = re.compile(
    r"[\s\W]{0,6}(?:and\s+)?(?:(?:H\.?\s?R|S|H\.?\s?J\.?\s?Res)\.?\s?\d[\d,]{0,6},?\s{0,3})?"
    r"(?:[Tt]he\s+)?[“\"‘]?"
)


_SMALL_LETTERS = re.compile(r"[^\W\d_A-Z]+")


def _without_words_of_names(text: str, instruments: Sequence[Instrument]) -> str:
    """`text` with letters of names crossed out, so that no "Leave Act" is left."""
    parts: list[str] = []
    here = 0
    for instrument in instruments:
        if instrument.form == "name" and instrument.start >= here:
            crossed = _SMALL_LETTERS.sub(_crossed_out, text[instrument.start : instrument.end])
            parts += text[here : instrument.start], crossed
            here = instrument.end
    return "".join((*parts, text[here:]))


def _crossed_out(letters: re.Match[str]) -> str:
    return "x" * len(letters.group())


class Sites:
    """The mentions of a text, each with the space up to the next instrument.

    `text` is that of the document, as long, but for the words within names.
    """

    def __init__(
        self, text: str, sentences: Sequence[Sentence], instruments: Sequence[Instrument]
    ) -> None:
        self.text = _without_words_of_names(text, instruments)
        self.sentences = sentences
        self.starts = [sentence.start for sentence in sentences]
        self.instruments = instruments
        self.positions = [instrument.start for instrument in instruments]

    def site(self, mention: Instrument, sentence: Sentence, own: set[int]) -> Site:
        """The place of `mention` in its sentence; `own` are the starts of its other mentions."""
        text, near = self.text, self.instruments
        at = bisect_left(self.positions, mention.start)
        behind = bisect_right(self.positions, mention.start)
        start, end = mention.start, mention.end
        low, high = sentence.start, sentence.end
        for other in reversed(near[max(0, at - _MEMBERS) : at]):
            if other.start in own or other.start < sentence.start:
                continue
            if not _LISTED.fullmatch(text, other.end, start):
                low = other.end
                break
            start = other.start
        for other in near[behind : behind + _MEMBERS]:
            if other.start in own:
                continue
            if not _LISTED.fullmatch(text, end, other.start):
                high = min(high, other.start)
                break
            end = other.end
        lead = self._lead(mention, sentence)
        return Site(mention, sentence, start, max(end, mention.end), low, high, lead)

    def _lead(self, mention: Instrument, sentence: Sentence) -> Sentence | None:
        """The sentence that ends with a colon and introduces the list with `mention` as an item."""
        text = self.text
        if not _ITEM.fullmatch(text, sentence.start, mention.start):
            return None
        at = bisect_right(self.starts, sentence.start) - 1
        before = self.sentences[max(0, at - _ITEMS) : at]
        return next((one for one in reversed(before) if text[one.end - 1] == ":"), None)
