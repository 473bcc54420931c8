"""Lines of wrapped text and what they were before they were wrapped."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

_HYPHEN = re.compile(r"[^\W\d_][-\u2010]$")
_SOFT_HYPHEN = "\u00ad"
_COMPOUND = re.compile(r"(?!(?:and|or|to|nor|und|oder|y|o|et|ou)\b)\w")
_SEPARATOR = re.compile(r"[\s#*_=~•·.–—\\+-]+")


def join(lines: Iterable[str]) -> str:
    """The lines as one: a space between them, none where a compound was broken ("long-" "term")."""
    joined = ""
    parts: list[str] = []
    for line in lines:
        if parts and line:
            parts.append(glue(joined, line))
        parts.append(line)
        joined = line or joined
    return "".join(parts)


def glue(before: str, after: str) -> str:
    """What stands between two lines that are one: a space, or nothing inside a word."""
    if before.endswith(_SOFT_HYPHEN):
        return ""
    return "" if _HYPHEN.search(before[-2:]) and _COMPOUND.match(after) else " "


def is_separator(text: str) -> bool:
    """Whether a line only parts or ends the text: `* * *`, `# # #`, a rule."""
    return _SEPARATOR.fullmatch(text) is not None and not text.strip().startswith("...")


def width(groups: Iterable[Sequence[str]]) -> int:
    """The column at which a text was wrapped; 0 if it was not."""
    longest = sorted(max(map(len, group)) for group in groups if len(group) > 1)
    if not longest:
        return 0
    typical = longest[int(0.75 * (len(longest) - 1))]
    return typical if 40 <= typical <= 120 else 0


def stand_apart(lines: Sequence[str], wrapped_at: int) -> bool:
    """Whether these lines were broken on purpose, as in a poem, an address or a table.

    A line that would have held the next one's first word was. Most must be, and none may go on
    in lower case, unless nothing in the text says where it was wrapped.
    """
    if len(lines) < 2:
        return False
    if all("\t" in line for line in lines):
        return True
    column = wrapped_at or 60
    early = sum(
        len(line) + 1 + len(after.split(None, 1)[0]) <= column - 8 and not after[:1].islower()
        for line, after in pairwise(lines)
    )
    return early > 0.6 * (len(lines) - 1) and max(map(len, lines)) <= column
