"""Whether a clause speaks of what has happened or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left

# What is arranged is said in the present: "is visiting on Friday", "the vote is on Monday".
_ARRANGED = (
    r"(?:also\s)?(?:addressing|arriving|attending|coming|convening|delivering|flying|giving|heading"
    r"|holding|hosting|joining|launching|leaving|meeting|opening|returning|speaking|starting"
    r"|travell?ing|visiting|welcoming)"
)
# "agreed to meet on Monday" speaks of a day to come; "agreed to end it on Monday" rather of the
# day on which they did.
_RESOLVED = (
    r"(?<!was\s)(?<!were\s)(?<!been\s)"
    r"(?:agreed|asked|called|decided|instructed|invited|offered|ordered|pledged|promised|urged|vowed)"
    r"(?:\s(?!to\b|on\s[A-Z\d]|in\b|at\b|last\b|this\b|[A-Z][a-z]{2,5}day\b)[\w’'-]+){0,3}"
    r"\sto\s(?:convene|gather|hold|meet|reconvene|report|resume|return|travel|visit|vote)"
)
# Where a clause opens with a date, its own verb comes behind: "but on 14 May it was extended".
_OPENING = re.compile(
    r"(?:[,;:–—]\s?(?:(?:and|as|but|then|while)\s)?|\b(?:but|while|whereas)\s)"
    r"(?:(?:by|from|in|on|since|until)\s(?:the\s)?)?\Z"
)
_OPENING_REACH = 20  # characters before the date
_CLAUSE = 60  # characters from the date to its verb

# Reports of speech ("he said on Tuesday") count as past where they stand nearest. The irregular
# verbs are those by which reports tell what happened; the regular ones show by their ending.
_CUE = re.compile(
    rf"""(?:(?P<short>(?<=\w)['’](?:ll|(?:re|m)\s{_ARRANGED}))|(?<![\w'’-])(?:
    (?P<coming>will|shall|won['’]t|going\sto|to\sbe|to\stake\splace|upcoming|forthcoming|plans?|prepares?
      |intends?|aims?|hopes?|(?:planning|preparing|intending|aiming|hoping|looking\sforward)\sto
      |(?:is|are|am)(?:\s{_ARRANGED}|(?=\s(?:on\s)?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day))
      |anticipates?|expects?|predicts?|foresees?|{_RESOLVED}|may|might|could|would|should|can|must|pending|ahead
      |(?:(?:is|are|was|were|be|been|being|remains?|currently|already)\s)?
       (?:expected|scheduled|due|set|slated|planned|poised|likely|supposed|anticipated|committed
         |intended|forecast|projected|about)\s(?:to|for|on|by|in|at|that)
    )
    |(?P<gone>was|were|had|did|has|have|been|began|became|brought|came|cut|fell|felt|found|fought
      |gave|got|grew|held|kept|knew|laid|led|left|lost|made|met|paid|rose|said|sat|saw|sent|shot
      |sold|sought|spent|spoke|stood|struck|swore|took|threw|told|thought|went|withdrew|won|wrote
      |ago|earlier|previously|formerly
      |(?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)[a-z]{{2,40}}[^e\W\d_]ed|agreed|guaranteed|freed|died|tied
      |used)
    ))(?![\w-])""",
    re.VERBOSE,
)
_REACH = 400  # characters: no verb is kept waiting longer


class Tenses:
    """The cues of one sentence, `[start, end)` of a text; it is read when first asked."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._sentence = (text, start, end)
        self._starts: list[int] | None = None
        self._leans: list[int] = []

    def lean(self, position: int) -> int:
        """-1 where the sentence speaks of the past at `position`, 1 of the future.

        0 where no verb tells. The nearest cue before the position decides, else the first after;
        at the beginning of a clause the first after, if it is near.
        """
        if self._starts is None:
            cues = list(_CUE.finditer(*self._sentence))
            self._starts = [cue.start() for cue in cues]
            self._leans = [-1 if cue["gone"] else 1 for cue in cues]
        after = bisect_left(self._starts, position)
        for index in (after, after - 1) if self._opens(position, after) else (after - 1, after):
            if 0 <= index < len(self._starts) and abs(self._starts[index] - position) <= _REACH:
                return self._leans[index]
        return 0

    def _opens(self, position: int, after: int) -> bool:
        """Whether a clause begins at the position whose verb is the cue `after` it."""
        text, start, _ = self._sentence
        if self._starts is None or not 0 < after < len(self._starts):
            return False
        if self._starts[after] - position > _CLAUSE:
            return False
        return _OPENING.search(text, max(start, position - _OPENING_REACH), position) is not None
