"""A regular expression in a text of any length, in time that grows with the text alone.

Python's own expressions can take for ever over a few letters; RE2 (Cox 2010, "Regular Expression
Matching in the Wild") cannot, and lets other threads run meanwhile. It comes with an extra.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Protocol

from briefing.finder.matches import Matches

_SLICE = 1 << 17
"""Code points that are searched at a time, and the rest of the paragraph."""
_MEMORY = 16 << 20
"""Bytes that an expression and its automata may take."""
_WITHIN = re.compile(r"(?<!\n)\n(?!\n)")  # a line end within a paragraph


class PatternError(ValueError):
    """What is wrong with an expression, or with the installation, in words for the reader."""


class PatternSearch:
    """Looks for a regular expression in the syntax of RE2, some paragraphs at a time.

    A line end within a paragraph counts as a space; `^` and `$` are the beginning and the end of
    a paragraph, or of a line where an empty one stands beside it. An expression in small letters
    finds capitals too. What is empty does not match. Raises PatternError.
    """

    def __init__(self, text: str, pattern: str) -> None:
        self.matches = Matches()
        self._text = text
        self._read = 0 if pattern else len(text)
        self._pattern = _compiled(pattern)

    @property
    def done(self) -> bool:
        """Whether all matches have been found."""
        return self._read >= len(self._text)

    def advance(self) -> None:
        """Search some paragraphs more of the text."""
        begin = self._read
        end = self._text.find("\n\n", begin + _SLICE) + 2
        end = len(self._text) if end < 2 else end
        for found in self._pattern.finditer(_WITHIN.sub(" ", self._text[begin:end])):
            if found.end() > found.start():
                self.matches.add(begin + found.start(), begin + found.end())
        self._read = end


class _Pattern(Protocol):
    def finditer(self, text: str, /) -> Iterator[re.Match[str]]: ...


def _compiled(pattern: str) -> _Pattern:
    try:
        import re2
    except ImportError:
        raise PatternError("needs the extra: pip install 'briefing-reader[regex]'") from None
    options = re2.Options()
    options.log_errors = False
    options.max_mem = _MEMORY
    # A class such as \S or \pL says nothing of the case that is meant.
    letters = re.sub(r"\\(?:[pP]\{?\w*|.)", "", pattern)
    options.case_sensitive = letters != letters.lower()
    try:
        compiled: _Pattern = re2.compile(f"(?m){pattern}", options)
    except re2.error as error:
        reason = error.args[0] if error.args else "not a regular expression"
        raise PatternError(reason.decode() if isinstance(reason, bytes) else str(reason)) from None
    return compiled
