"""E-mail: who wrote to whom and when, and what; attachments are named, never opened or written."""

from __future__ import annotations

import email
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email.errors import HeaderParseError
from email.header import decode_header
from email.message import Message
from email.utils import getaddresses, parsedate_to_datetime

from briefing.document import Inline, normalise_newlines
from briefing.formats import FormatError, amount, encoding, html_blocks, html_tree, text
from briefing.formats.limits import Budget
from briefing.formats.pieces import Parsed, Piece

_QUOTE = re.compile(r"((?:> ?)+)")
_SHOWN = ("From", "To", "Cc", "Date")
_LONGEST = 2000
_MOST_NAMED = 100


@dataclass(slots=True)
class Letter:
    """What a message says, before it becomes a document."""

    subject: str = ""
    sender: str = ""
    fields: list[tuple[str, str]] = field(default_factory=list)
    date: str | None = None
    body: list[Piece] = field(default_factory=list)
    attachments: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    def parsed(self) -> Parsed:
        """The message as a document: its fields, its text, the names of what is attached."""
        pieces = []
        if self.fields:
            lines = [f"{name}: {value}" for name, value in self.fields]
            marks = []
            position = 0
            for (name, _), line in zip(self.fields, lines, strict=True):
                marks.append(Inline("strong", position, position + len(name) + 1))
                position += len(line) + 1
            pieces.append(Piece("paragraph", "\n".join(lines), line=0, inlines=tuple(marks)))
        pieces.extend(self.body)
        if self.attachments:
            pieces.append(Piece("heading", "Attachments", 2, 0))
            pieces.extend(
                Piece("item", name, 1, 0, "•", part="attachment") for name in self.attachments
            )
        return Parsed(
            pieces,
            title=self.subject or None,
            date=self.date,
            notices=tuple(self.notices),
            author=self.sender or None,
        )


def parse(data: bytes, budget: Budget) -> Parsed:
    """The message in `data`, or the page that a browser has saved as one."""
    try:
        message = email.message_from_bytes(data)
    except (RecursionError, ValueError, LookupError) as error:
        raise FormatError(f"a damaged message: {type(error).__name__}") from None
    if message.get_content_type() == "multipart/related" and not message.get("To"):
        return _page(message, budget)
    return _letter(message, budget, 0).parsed()


def _page(message: Message, budget: Budget) -> Parsed:
    from briefing.formats import page

    for part in _parts(message):
        if part.get_content_type() == "text/html":
            content = _content(part)
            return page.parse(content, len(content), budget.limits.text)
    raise FormatError("a saved page without a text")


def _letter(message: Message, budget: Budget, depth: int) -> Letter:
    letter = Letter(subject=_header(message, "Subject"), date=_date(message))
    letter.sender = ", ".join(name or address for name, address in _people(message, "From"))
    for name in _SHOWN:
        if value := _header(message, name):
            letter.fields.append((name, value))
    if len(message.get_all("Subject", [])) > 1:
        letter.notices.append("The message has several subjects; the first is shown.")
    room = budget.limits.text
    unnamed = 0
    for part in _chosen(message):
        kind = part.get_content_type()
        name = _file_name(part)
        if kind == "message/rfc822" and depth < budget.limits.depth:
            inner = part.get_payload()
            if isinstance(inner, list) and inner and isinstance(inner[0], Message):
                letter.body.extend(_attached(_letter(inner[0], budget, depth + 1)))
                continue
        if kind in ("text/plain", "text/html") and not name and room > 0:
            pieces, hidden = _body(part, room)
            room -= sum(len(piece.text) for piece in pieces)
            letter.body.extend(pieces)
            if hidden:
                letter.notices.append(f"Hidden text was left out: {hidden:,} words.")
        elif len(letter.attachments) < _MOST_NAMED:
            size = len(_content(part))
            about = f"{kind}, {amount(size)}" if size else kind
            letter.attachments.append(f"{name or 'without a name'} ({about})")
        else:
            unnamed += 1
    if room <= 0:
        letter.notices.append("Showing the beginning only (limit text).")
    if unnamed:
        letter.notices.append(f"{unnamed:,} more attachments are not named.")
    return letter


def _attached(letter: Letter) -> Iterator[Piece]:
    """A message within another, as a part of it."""
    parsed = letter.parsed()
    yield Piece("heading", f"Attached: {letter.subject or 'a message'}", 2, 0, part="attached")
    for piece in parsed.pieces:
        yield replace(piece, part="attached")


def _parts(message: Message) -> Iterator[Message]:
    """The parts that hold no others, in their order; a message in a message is one of them."""
    stack = [message]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        if part.get_content_type() != "message/rfc822" and isinstance(payload, list):
            stack.extend(one for one in reversed(payload) if isinstance(one, Message))
        else:
            yield part


def _chosen(message: Message) -> Iterator[Message]:
    """The parts, of alternatives the plain one where it says anything."""
    stack = [message]
    while stack:
        part = stack.pop()
        payload = part.get_payload()
        kind = part.get_content_type()
        if kind == "message/rfc822" or not isinstance(payload, list):
            yield part
            continue
        inner = [one for one in payload if isinstance(one, Message)]
        if kind == "multipart/alternative":
            plain = [one for one in inner if one.get_content_type() == "text/plain"]
            inner = [one for one in plain if _content(one).strip()][:1] or inner[-1:]
        stack.extend(reversed(inner))


def _content(part: Message) -> bytes:
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError):
        content = None
    return content if isinstance(content, bytes) else b""


def _body(part: Message, room: int) -> tuple[list[Piece], int]:
    """The blocks of a text, and how many words of it are hidden."""
    try:
        charset = part.get_content_charset()
    except (ValueError, LookupError):
        charset = None
    content = _content(part)[:room]
    if not content.strip():
        return [], 0
    source = normalise_newlines(encoding.decode(content, declared=charset).text)
    if part.get_content_type() == "text/html":
        return of_html(source)
    return plain(source), 0


def of_html(source: str) -> tuple[list[Piece], int]:
    """The blocks of a message in HTML, and how many words in it are hidden."""
    tree = html_tree.parse(source)
    hidden = 0
    stack = [tree]
    while stack:
        node = stack.pop()
        if node.hidden:
            hidden += len(node.words().split())
        else:
            stack.extend(child for child in node.children if isinstance(child, html_tree.Node))
    return [replace(piece, line=0) for piece in html_blocks.blocks(tree)], hidden


def plain(source: str) -> list[Piece]:
    """The blocks of a plain message; what it quotes is a quote."""
    pieces: list[Piece] = []
    for depth, lines in _runs(source.split("\n")):
        for piece in text.parse("\n".join(lines), titled=True).pieces:
            if depth:
                piece = replace(piece, kind="quote", level=depth, marker="")
            pieces.append(replace(piece, line=0))
    return pieces


def _runs(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Lines that are quoted equally deep, without what marks them."""
    run: list[str] = []
    depth = 0
    for line in lines:
        match = _QUOTE.match(line)
        here = match[1].count(">") if match else 0
        if here != depth:
            if run:
                yield depth, run
            run, depth = [], here
        run.append(line[match.end() :] if match else line)
    yield depth, run


def _header(message: Message, name: str) -> str:
    """A field on one line, decoded as far as it can be."""
    try:
        value = message.get(name)
    except (ValueError, LookupError, HeaderParseError):
        value = None
    return _decoded(str(value))[:_LONGEST] if value is not None else ""


def _decoded(value: str) -> str:
    try:
        parts = decode_header(value[: 4 * _LONGEST])
    except (ValueError, HeaderParseError):
        return " ".join(value.split())
    texts = []
    for part, charset in parts:
        if isinstance(part, str):
            texts.append(part)
            continue
        try:
            texts.append(part.decode(charset or "utf-8"))
        except (LookupError, ValueError):
            texts.append(part.decode("utf-8", "replace"))
    return " ".join("".join(texts).split())


def _people(message: Message, name: str) -> list[tuple[str, str]]:
    try:
        found = getaddresses([str(one)[:_LONGEST] for one in message.get_all(name, [])])
    except (ValueError, LookupError, IndexError):
        return []
    return [(_decoded(person), address) for person, address in found if person or address]


def _date(message: Message) -> str | None:
    """The day in the time zone of the sender."""
    try:
        return parsedate_to_datetime(str(message.get("Date", ""))).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


def _file_name(part: Message) -> str:
    try:
        name = part.get_filename()
    except (ValueError, LookupError, TypeError, AttributeError):
        return "unreadable name"
    return _decoded(str(name))[:200] if name else ""
