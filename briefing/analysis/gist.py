"""A document in one line, for lists of many: its best sentence, cut where it can be cut."""

from __future__ import annotations

import re

from briefing.analysis.briefing import Briefing, SummarySentence

WIDTH = 160
"""Characters of a line by default."""

# "GENEVA, March 4 (Agency) — ", "Brussels, Belgium – ": where and when it was written.
_DATELINE = re.compile(
    r"(?=[^\W\d_])[^\W\d_a-z][\w.’' ]{1,30}(?:,[\w.’' ]{1,30}){0,3}(?:\([^()]{1,30}\))?"
    r"\s?[—–-]{1,2}\s(?=[A-Z“\"‘])"
)
_CLAUSE = re.compile(r"[;:,—–](?=\s)|\s[—–-](?=\s)|(?<=\w)\s\((?=\w)")
_LEAST = 0.6  # of the width: what is cut at a clause keeps at least this much


def gist(briefing: Briefing, width: int = WIDTH) -> SummarySentence | None:
    """The first-ranked sentence of the summary, its text at most `width` characters long.

    A dateline before it is left out, and a cut, at the end of a clause or of a word, shows as an
    ellipsis. `[start, end)` is still the whole sentence. None where the document has no summary.
    """
    best = min(briefing.summary, key=lambda sentence: sentence.rank, default=None)
    if best is None:
        return None
    return SummarySentence(cut(best.text, width), best.start, best.end, best.rank)


def cut(text: str, width: int) -> str:
    """`text` without a dateline before it, in at most `width` characters."""
    if (dateline := _DATELINE.match(text)) and len(text) > 2 * dateline.end():
        text = text[dateline.end() :]
    if len(text) <= width:
        return text
    room = text[: max(width - 1, 0)]
    ends = [clause.start() for clause in _CLAUSE.finditer(room)]
    if ends and ends[-1] >= _LEAST * width:
        return room[: ends[-1]].rstrip() + "…"
    if not text[len(room)].isspace() and (word := room.rfind(" ")) > 0:
        room = room[:word]
    return room.rstrip(" ,;:—–-(") + "…"
