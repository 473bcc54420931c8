"""Whether a clause speaks of what has happened or of what is to come."""

from __future__ import annotations

import re
from bisect import bisect_left

# Reports of speech ("he said on Tuesday") count as past where they stand nearest. The irregular
# verbs are those by which reports tell what happened; the regular ones show by their ending.
_CUE = re.compile(
    r"""(?:(?P<short>(?<=\w)['’]ll)|(?<![\w'’-])(?:
    (?P<coming>will|shall|won['’]t|going\sto|to\sbe|to\stake\splace|upcoming|forthcoming|plans?|prepares?
      |intends?|aims?|hopes?|may|might|could|would|should|can|must|pending|ahead
      |(?:(?:is|are|was|were|be|been|being|remains?|currently|already)\s)?
       (?:expected|scheduled|due|set|slated|planned|poised|likely|supposed|anticipated|committed
         |intended|forecast|projected|about)\s(?:to|for|on|by|in|at|that)
    )
    |(?P<gone>was|were|had|did|has|have|been|began|became|brought|came|cut|fell|felt|found|fought
      |gave|got|grew|held|kept|knew|laid|led|left|lost|made|met|paid|rose|said|sat|saw|sent|shot
      |sold|sought|spent|spoke|stood|struck|swore|took|threw|told|thought|went|withdrew|won|wrote
      |ago|earlier|previously|formerly
      |(?<!\bbe\s)(?<!\bis\s)(?<!\bare\s)[a-z]{2,40}[^e\W\d_]ed|agreed|guaranteed|freed|died|tied|used)
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

        0 where no verb tells. The nearest cue before the position decides, else the first after.
        """
        if self._starts is None:
            cues = list(_CUE.finditer(*self._sentence))
            self._starts = [cue.start() for cue in cues]
            self._leans = [-1 if cue["gone"] else 1 for cue in cues]
        after = bisect_left(self._starts, position)
        for index in (after - 1, after):
            if 0 <= index < len(self._starts) and abs(self._starts[index] - position) <= _REACH:
                return self._leans[index]
        return 0
