"""Words of letters of two scripts that look alike, as in a name that pretends to be another.

Cyrillic letters, and those Greek ones that can be taken for Latin ones, next to Latin letters
(after the "mixed script" confusables of Unicode Technical Standard 39).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_OTHER = "\u0400-\u052fΑΒΕΖΗΙΚΜΝΟΡΤΥΧο"
_ANY_OTHER = re.compile(f"[{_OTHER}]")
_MEETING = re.compile(f"[A-Za-z](?=[{_OTHER}])|[{_OTHER}](?=[A-Za-z])")
_BEFORE, _AFTER = re.compile(r"\w*\Z"), re.compile(r"\w*")
_LONGEST = 30
"""Letters of a word that are looked at before and behind the place where scripts meet."""
_MOST = 3


def notice(text: str) -> str | None:
    """What is said of such words in a text, naming the first ones; None where there are none."""
    if text.isascii() or not _ANY_OTHER.search(text):
        return None
    words: dict[str, None] = {}
    for word in _words(text):
        if len(words) == _MOST and word not in words:
            return f"{_SAID}{', '.join(words)} and others."
        words[word] = None
    return f"{_SAID}{', '.join(words)}." if words else None


_SAID = "Letters of two scripts stand in one word, which may pretend to be another: "


def _words(text: str) -> Iterator[str]:
    for match in _MEETING.finditer(text):
        at = match.start()
        before = _BEFORE.search(text[max(0, at - _LONGEST) : at])
        after = _AFTER.match(text, at, at + _LONGEST)
        yield f"{before[0] if before else ''}{after[0] if after else ''}"
