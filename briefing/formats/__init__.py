"""Bytes of a file to its documents: one module per format, and which file is which.

A format turns bytes or text into `Parsed` and is imported only when a file needs it. What holds
several documents (an archive, a feed, a table, a mailbox) gives the bytes of each instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import TYPE_CHECKING

from briefing.document import Document, Failure, normalise_newlines

if TYPE_CHECKING:
    from briefing.formats.detection import Format
    from briefing.formats.encoding import Decoded
    from briefing.formats.limits import Budget, Limits
    from briefing.formats.pieces import Parsed

_NOT_READ = {
    ".xls": "Excel",
    ".xlsx": "Excel",
    ".ods": "OpenDocument spreadsheet",
    ".ppt": "PowerPoint",
    ".pptx": "PowerPoint",
    ".odp": "OpenDocument presentation",
    ".pages": "Pages",
    ".wpd": "WordPerfect",
    ".mobi": "Mobipocket",
    ".djvu": "DjVu",
}

TOO_DENSE = "Shown as it is written: what is marked in it would take too long to read."
"""What is said of a text with so many marks that they are not looked at."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:[-_][A-Za-z0-9]+)*")


class FormatError(Exception):
    """The file is not a document; the message says why, in words for the reader."""


def accepts(path: str | PurePath) -> bool:
    """Whether a file of this name is taken for a document when its folder is opened."""
    from briefing.formats.detection import SUFFIXES, suffix

    return suffix(path) in SUFFIXES


def unread(path: str | PurePath) -> str | None:
    """Why a document of this name is not read; None for what is read, or no document."""
    from briefing.formats.detection import suffix

    name = _NOT_READ.get(suffix(path))
    return name and f"{name} files are not read"


def needed(head: bytes, path: str, limits: Limits | None = None) -> int:
    """How many bytes of the file that begins with `head` are to be read for its documents."""
    from briefing.formats.detection import WHOLE, detect
    from briefing.formats.limits import Limits

    limits = limits or Limits()
    return limits.file if detect(head, path) in WHOLE else limits.text


def is_plain(head: bytes, path: str) -> bool:
    """Whether of the file that begins with `head` a first part can be read by itself."""
    from briefing.formats.detection import detect

    return detect(head, path) in ("text", "markdown")


def read_all(
    data: bytes, path: str, size: int | None = None, limits: Limits | None = None
) -> Iterator[Document | Failure]:
    """The documents in `data`, in the order in which it holds them, or why there is none.

    `size` is how many bytes the file has when `data` is only its beginning. Most files are one
    document, called `path`; of several each has a path of its own, as `Document` describes.
    """
    from briefing.formats.limits import Budget, Limits

    yield from read_parts(data, path, path, size, Budget(limits or Limits()))


def read_parts(
    data: bytes, path: str, name: str, size: int | None, budget: Budget
) -> Iterator[Document | Failure]:
    """`read_all` for what may lie in another file, whose limits it shares.

    `path` is what the document is called, `name` what its file is called where it lies.
    """
    from briefing.formats import container

    try:
        format_ = _detect(data, name, size, budget)
        if container.holds_several(format_):
            yield from container.read(data, path, name, format_, budget)
        else:
            yield _read(data, path, format_, size, budget)
    except FormatError as error:
        yield Failure(path, str(error))
    except MemoryError:  # for whoever has set the limit
        raise
    except Exception as error:  # one document never stops the others
        yield Failure(path, f"a fault of this program: {type(error).__name__}: {error}")


def read(data: bytes, path: str, size: int | None = None, limits: Limits | None = None) -> Document:
    """The document in `data`; the first one where it holds several.

    Raises `FormatError`, and nothing else, where there is none.
    """
    from briefing.formats import container
    from briefing.formats.limits import Budget, Limits

    budget = Budget(limits or Limits())
    format_ = _detect(data, path, size, budget)
    if not container.holds_several(format_):
        return _read(data, path, format_, size, budget)
    first = next(read_all(data, path, size, limits))
    if isinstance(first, Failure):
        raise FormatError(first.reason)
    return first


def _detect(data: bytes, name: str, size: int | None, budget: Budget) -> Format:
    """The format. Raises `FormatError` where the file is too large for it."""
    from briefing.formats.detection import WHOLE, detect

    format_ = detect(data, name)
    if format_ in WHOLE and max(size or 0, len(data)) > budget.limits.file:
        most = amount(budget.limits.file)
        raise FormatError(f"larger than {most} (limit file)")
    if format_ == "zip":
        from briefing.formats import package

        return package.kind(data)
    return format_


def _read(data: bytes, path: str, format_: Format, size: int | None, budget: Budget) -> Document:
    if not data:
        raise FormatError("the file is empty")
    size = max(size or 0, len(data))
    parsed, first_line = _parse(data, format_, size, budget)
    from briefing.formats import scripts
    from briefing.formats.pieces import assemble

    text, blocks, inlines = assemble(parsed.pieces, first_line)
    notices = parsed.notices
    if not parsed.pieces:
        notices = (*notices, "There is no text in this file.")
    if mixed := scripts.notice(text):
        notices = (*notices, mixed)
    return Document(
        path=path,
        text=text,
        format=format_,
        blocks=blocks,
        inlines=inlines,
        title=parsed.title,
        date=parsed.date,
        author=parsed.author,
        language=parsed.language if _LANGUAGE.fullmatch(parsed.language or "") else None,
        encoding=parsed.encoding,
        notices=notices,
    )


def _parse(data: bytes, format_: Format, size: int, budget: Budget) -> tuple[Parsed, int]:
    """What a format makes of the bytes, and how many lines stand before those it counts."""
    match format_:
        case "xml":
            raise FormatError("XML, but neither a feed nor a page")
        case "docx":
            from briefing.formats import docx

            return docx.parse(data, budget), 0
        case "odt":
            from briefing.formats import odt

            return odt.parse(data, budget), 0
        case "epub":
            from briefing.formats import epub

            return epub.parse(data, budget), 0
        case "pdf":
            from briefing.formats import pdf

            return pdf.parse(data, budget.limits), 0
        case "mail":
            from briefing.formats import mail

            return mail.parse(data, budget), 0
        case "msg":
            from briefing.formats import msg

            return msg.parse(data, budget), 0
        case "rtf":
            from briefing.formats import rtf

            return rtf.parse(data, budget.limits.text), 0
        case "html":
            from briefing.formats import page

            return page.parse(data, size, budget.limits.text), 0
    decoded = _decode(data, size, budget.limits.text)
    source, notices = _first_lines(normalise_newlines(decoded.text), budget.limits.lines)
    parsed, first_line = _parse_text(source, markdown=format_ == "markdown")
    notices = (*decoded.notices, *notices, *parsed.notices)
    return replace(parsed, encoding=decoded.encoding, notices=notices), first_line


def _decode(data: bytes, size: int, most: int) -> Decoded:
    """The text of the first `most` bytes, with a notice where that is not all."""
    from briefing.formats import encoding

    data = data[:most]
    decoded = encoding.decode(data, cut=size > len(data))
    if not decoded.text.strip():
        raise FormatError("the file is empty")
    if size > len(data):
        decoded = decoded._replace(notices=(*decoded.notices, cut(len(data), size)))
    return decoded


def _first_lines(source: str, most: int) -> tuple[str, tuple[str, ...]]:
    """The first lines of a text, with a notice where those are not all."""
    if source.count("\n") <= most:
        return source, ()
    *lines, _ = source.split("\n", most)
    return "\n".join(lines), (f"Showing the first {most:,} lines (limit lines).",)


def _parse_text(source: str, *, markdown: bool) -> tuple[Parsed, int]:
    from briefing.formats import front_matter

    front = front_matter.split(source)
    parsed = _parse_body(source[front.end :], markdown=markdown, titled=front.title is not None)
    parsed = replace(
        parsed,
        title=front.title or parsed.title,
        date=front.date or parsed.date,
        language=front.language,
        notices=(*front.notices, *parsed.notices),
    )
    return parsed, source.count("\n", 0, front.end)


def _parse_body(source: str, *, markdown: bool, titled: bool) -> Parsed:
    from briefing.formats import text

    dense = text.is_dense(source)
    if markdown:
        if dense:
            return replace(text.parse(source), notices=(TOO_DENSE,))
        from briefing.formats import markdown as markdown_format

        return markdown_format.parse(source)
    date, start = text.date_marker(source)
    if not dense and text.has_markup(source):
        from briefing.formats import markdown as markdown_format

        parsed = markdown_format.parse(source[start:], plain=True, titled=titled)
    else:
        parsed = text.parse(source[start:], titled=titled)
    return replace(parsed, date=date or parsed.date)


def parse_record(source: str, *, titled: bool) -> Parsed:
    """The text in a field of a record, which may be plain, Markdown or HTML."""
    return _parse_body(source, markdown=False, titled=titled)


def cut(shown: int, size: int) -> str:
    """What is said where only the first bytes are shown; of a stream one knows of one more."""
    of_all = f" of {amount(size)}" if size > shown + 1 else ""
    return f"Showing the first {amount(shown)}{of_all}."


def amount(size: int) -> str:
    """`size` in bytes, in the unit a reader would choose."""
    value = float(size)
    for unit in ("bytes", "KB", "MB", "GB"):
        if value < 1024 or unit == "GB":
            break
        value /= 1024
    return f"{value:.0f} {unit}" if value >= 10 or value.is_integer() else f"{value:.1f} {unit}"
