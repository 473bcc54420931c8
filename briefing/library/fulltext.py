"""The words of all texts in the store: an index of SQLite (FTS5), or a look into each text.

Case and accents do not count. Every word that is typed is quoted, so that none is taken for an
operator, and the last one may be only begun. The best document comes first (BM25).
"""

from __future__ import annotations

import re
import sqlite3
import unicodedata
from collections.abc import Collection, Iterator
from contextlib import closing
from functools import cache
from typing import NamedTuple

from briefing.document import Span
from briefing.library.record import unpack_text

SCHEMA = (
    # Without the texts, which the records hold already.
    "CREATE VIRTUAL TABLE words USING fts5 (text, content = '', "
    "tokenize = 'unicode61 remove_diacritics 2')"
)

_MOST_WORDS = 12
_LONGEST = 200
_LEAST_BEGUN = 3
_WHOLE = frozenset(
    (
        *("the", "and", "for", "that", "with", "this", "from", "not", "but", "you", "our"),
        *("was", "are", "has", "have"),
    )
)
"""Words that are hardly ever the beginning of another that is meant; to find those takes long."""
_LETTER = r"[^\W_]"
_MOST_RANKED = 3000
"""Documents that are weighed against each other, of which a second takes some 200,000."""
_PLAIN = re.compile("[\x00-\x7f\xa0\u2000-\u206f]*")
"""Letters without accents, and the usual marks."""
_CHUNK = re.compile(r"[^\W_]+(?:[\u0300-\u036f]+[^\W_]*)*")
_BEFORE, _AFTER = 40, 160
_ELLIPSIS = "…"


class Asked(NamedTuple):
    """The words that are searched for: one after the other, or only all of them somewhere."""

    words: tuple[str, ...]
    together: bool


class Snippet(NamedTuple):
    """Where a text has what was asked for, and the line of it that shows that.

    `span` is in the text, `marked` the same words in `shown`, which is one line.
    """

    span: Span
    shown: str
    marked: Span


@cache
def available() -> bool:
    """Whether SQLite was built with FTS5."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute(SCHEMA)
        except sqlite3.OperationalError:
            return False
    return True


def ask(line: str, together: bool = False) -> Asked:
    """What a line asks for; no words at all where it has none."""
    words = _CHUNK.findall(line[:_LONGEST])[:_MOST_WORDS]
    return Asked(tuple(words), together)


def add(connection: sqlite3.Connection, document: int, text: bytes) -> None:
    """Make the packed text of a document searchable."""
    if available():
        connection.execute(
            "INSERT INTO words (rowid, text) VALUES (?, ?)", (document, unpack_text(text))
        )


def drop(connection: sqlite3.Connection, document: int, text: bytes) -> None:
    """Undo `add`, which had the same text."""
    if available():
        connection.execute(
            "INSERT INTO words (words, rowid, text) VALUES ('delete', ?, ?)",
            (document, unpack_text(text)),
        )


def documents(
    connection: sqlite3.Connection, asked: Asked, among: Collection[int]
) -> Iterator[int]:
    """The documents that have what is asked for, best first, of those in `among`."""
    if not asked.words:
        return
    if available():
        yield from (one for one in _ranked(connection, _expression(asked)) if one in among)
        return
    patterns = _patterns(asked)
    for document, text in connection.execute("SELECT document, text FROM records"):
        if document in among:
            flat = _flat(unpack_text(text))
            if all(pattern.search(flat) for pattern in patterns):
                yield document


def _ranked(connection: sqlite3.Connection, expression: str) -> Iterator[int]:
    """The best first; where very many documents have it, which says little, those kept last."""
    matching = "SELECT rowid FROM words WHERE words MATCH ?"
    few = f"SELECT count(*) <= {_MOST_RANKED} FROM ({matching} LIMIT {_MOST_RANKED + 1})"
    (ranked,) = connection.execute(few, (expression,)).fetchone()
    order = "rank, rowid" if ranked else "rowid DESC"
    for (document,) in connection.execute(f"{matching} ORDER BY {order}", (expression,)):
        yield document


def snippet(text: str, asked: Asked) -> Snippet | None:
    """The first place of `text` that has what is asked for."""
    if not asked.words:
        return None
    flat = _flat(text)
    # One after the other, if it is somewhere so; else the longest word.
    words = sorted(asked.words, key=len, reverse=True)
    tries = (asked, *(Asked((word,), True) for word in words if not asked.together))
    for one in tries:
        for pattern in _patterns(one._replace(together=True)):
            if found := _find(pattern, _flat(one.words[0]), flat):
                return _shown(text, Span(*found.span()))
    return None


def _find(pattern: re.Pattern[str], begin: str, flat: str) -> re.Match[str] | None:
    """The first match, which begins with `begin`, or with accents between its letters."""
    if not _PLAIN.fullmatch(flat):
        return pattern.search(flat)
    at = flat.find(begin)  # many times as fast as the pattern
    while at >= 0 and not (found := pattern.match(flat, at)):
        at = flat.find(begin, at + 1)
    return found if at >= 0 else None


def _expression(asked: Asked) -> str:
    """What is asked for, as FTS5 wants it. Words hold letters and digits alone."""
    begun = " *" if _is_begun(asked) else ""
    if asked.together:
        return f'"{" ".join(asked.words)}"{begun}'
    return " AND ".join(f'"{word}"' for word in asked.words) + begun


def _is_begun(asked: Asked) -> bool:
    """Whether the last word may be only the beginning of one; too many begin with a letter."""
    last = asked.words[-1]
    if last.lower() in _WHOLE:
        return False
    return len(last) >= _LEAST_BEGUN or not last.isascii()


@cache
def _patterns(asked: Asked) -> tuple[re.Pattern[str], ...]:
    """What finds in a flat text all that is asked for."""
    marks = "[\u0300-\u036f]*"
    words = [marks.join(map(re.escape, _flat(word))) + marks for word in asked.words]
    if asked.together:
        words = [r"[\W_]+".join(words)]
    whole = [f"(?<!{_LETTER}){word}" for word in words]
    end = f"(?!{_LETTER})"
    ends = [end] * (len(whole) - 1) + ["" if _is_begun(asked) else end]
    return tuple(re.compile(word + end) for word, end in zip(whole, ends, strict=True))


class _Flat(dict[int, int]):
    """Code points to the small letter without accents that stands for them."""

    def __missing__(self, code: int) -> int:
        letter = unicodedata.normalize("NFD", chr(code))[0].lower()
        self[code] = ord(letter) if len(letter) == 1 else code
        return self[code]


_FLAT = _Flat()


def _flat(text: str) -> str:
    """`text` as it is compared, code point for code point."""
    return text.lower() if _PLAIN.fullmatch(text) else text.translate(_FLAT)


def _shown(text: str, span: Span) -> Snippet:
    line_start = text.rfind("\n", 0, span.start) + 1
    line_end = text.find("\n", span.end)
    line_end = len(text) if line_end < 0 else line_end
    start, end = max(line_start, span.start - _BEFORE), min(line_end, span.end + _AFTER)
    if start > line_start:
        # Begin with a whole word.
        start = text.find(" ", start, span.start) + 1 or start
    before = _ELLIPSIS if start > line_start else ""
    after = _ELLIPSIS if end < line_end else ""
    marked = Span(len(before) + span.start - start, len(before) + span.end - start)
    return Snippet(span, before + " ".join(text[start:end].split("\n")) + after, marked)
