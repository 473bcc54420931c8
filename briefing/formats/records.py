"""JSON and tables of documents: a record is a document, one of its fields the text."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from briefing.document import Document, Failure, normalise_newlines
from briefing.formats import FormatError, encoding, parse_record
from briefing.formats.dateline import iso_prefix, read_date
from briefing.formats.pieces import assemble

if TYPE_CHECKING:
    from briefing.formats.detection import Format
    from briefing.formats.limits import Budget

_TEXTS = ("text", "body", "content", "article", "article_text", "full_text", "description")
_TITLES = ("title", "headline", "heading", "subject", "name")
_DATES = ("date", "published", "published_at", "date_published", "pubdate", "created_at", "created")
_AUTHORS = ("author", "authors", "byline", "by", "creator")
_LANGUAGES = ("language", "lang")

_LONG = 80
"""Characters in the mean of a column that is taken for the text though nothing calls it so."""
_SAMPLE = 100
_DELIMITERS = (",", "\t", ";", "|")
_QUOTED = re.compile(r'"(?:[^"]|"")*"')

Record = Mapping[str, object]


def read(data: bytes, path: str, format_: Format, budget: Budget) -> Iterator[Document | Failure]:
    """A document for each record that has a text. `path#3` is the third record.

    Raises `FormatError` where no record has one, and after the last that is read where there are
    more than may be.
    """
    decoded = encoding.decode(data)
    source = decoded.text
    if format_ == "json":
        records = _json(source)
    else:
        csv.field_size_limit(budget.limits.file)
        records = _table(source)
    most = budget.limits.entries
    without = first = 0
    for number, record in enumerate(records, 1):
        if number > most:
            raise FormatError(f"only the first {most:,} records are read (limit entries)")
        if isinstance(record, FormatError):
            yield Failure(f"{path}#{number}", str(record))
        elif text := _first(record, _TEXTS):
            yield _document(f"{path}#{number}", text, record, format_)
        else:
            without, first = without + 1, first or number
    if without:
        raise FormatError(
            f"{without:,} of {number:,} records have no text, the first is number {first}; a field "
            f"called {_TEXTS[0]}, {_TEXTS[1]} or {_TEXTS[2]} is read"
        )


def _document(path: str, text: str, record: Record, format_: Format) -> Document:
    title = _first(record, _TITLES)
    date = _first(record, _DATES)
    parsed = parse_record(normalise_newlines(text), titled=title is not None)
    # Lines of the text are no lines of the file.
    pieces = [replace(piece, line=0) for piece in parsed.pieces]
    text, blocks, inlines = assemble(pieces)
    return Document(
        path=path,
        text=text,
        format=format_,
        blocks=blocks,
        inlines=inlines,
        title=title or parsed.title,
        date=(date and (iso_prefix(date) or read_date(date))) or parsed.date,
        author=_first(record, _AUTHORS),
        language=_first(record, _LANGUAGES),
        notices=parsed.notices,
    )


def _first(record: Record, names: tuple[str, ...]) -> str | None:
    """The first of these fields that holds something, whatever the case of its name."""
    fields = {str(name).strip().lower(): value for name, value in record.items()}
    for name in names:
        value = fields.get(name)
        if isinstance(value, list) and all(isinstance(one, str) for one in value):
            value = ", ".join(value)
        if isinstance(value, str) and value.strip():
            return value.strip()
    return None


# JSON


def _json(source: str) -> Iterator[Record | FormatError]:
    """The objects of JSON Lines, or of one array; a line that is none gives the reason."""
    if source.lstrip().startswith("["):
        value = _loads(source)
        values: Iterable[object] = value if isinstance(value, list) else [value]
    else:
        whole = _loads(source)
        lines = (line for line in source.split("\n") if line.strip())
        values = [whole] if isinstance(whole, dict) else map(_loads, lines)
    for value in values:
        yield value if isinstance(value, FormatError) else _record(value)


def _loads(source: str) -> object:
    try:
        return json.loads(source)
    except (ValueError, RecursionError) as error:
        return FormatError(f"not JSON: {error}")


def _record(value: object) -> Record | FormatError:
    if not isinstance(value, dict):
        return FormatError("JSON, but not an object")
    inner = value.get("document")  # as this program prints it
    return inner if isinstance(inner, dict) else value


# Tables


def _table(source: str) -> Iterator[Record | FormatError]:
    """The rows of a table by the names in its first row.

    Where none of these is a name for a text, the column with the longest cells is it, if they
    are as long as a text.
    """
    header = _QUOTED.sub("", source[: _LONG * _SAMPLE].partition("\n")[0])
    delimiter = max(_DELIMITERS, key=header.count)
    rows = csv.reader(io.StringIO(source, newline=""), delimiter=delimiter)
    try:
        names = next(rows, [])
        sample = [row for row, _ in zip(rows, range(_SAMPLE), strict=False)]
        if not _first(dict.fromkeys(names, "x"), _TEXTS):
            names = _with_text(names, sample)
        for row in sample:
            yield dict(zip(names, row, strict=False))
        for row in rows:
            yield dict(zip(names, row, strict=False))
    except csv.Error as error:
        yield FormatError(f"a damaged table: {error}")


def _with_text(names: list[str], sample: list[list[str]]) -> list[str]:
    lengths = [
        sum(len(row[column]) for row in sample if column < len(row)) / max(1, len(sample))
        for column in range(len(names))
    ]
    longest = max(lengths, default=0)
    if longest < _LONG:
        raise FormatError(f"a table without a column of text: none is called {_TEXTS[0]}")
    at = lengths.index(longest)
    return [*names[:at], _TEXTS[0], *names[at + 1 :]]
