"""Outlook messages: what `mail` makes of a message, out of the file that Outlook writes."""

from __future__ import annotations

from email.utils import parseaddr
from typing import TYPE_CHECKING

from briefing.document import normalise_newlines
from briefing.formats import FormatError, amount, encoding, mail
from briefing.formats.limits import Budget
from briefing.formats.pieces import Parsed

if TYPE_CHECKING:
    from oxmsg import Message

_HTML = 0x1013
_EXTRA = "Outlook files need an extra: pip install 'briefing-reader[msg]'"


def parse(data: bytes, budget: Budget) -> Parsed:
    """The message in `data`. Raises `FormatError` where it is damaged."""
    try:
        from oxmsg import Message
    except ImportError:
        raise FormatError(_EXTRA) from None
    try:
        return _letter(Message.load(data), budget).parsed()
    except MemoryError:
        raise
    except Exception as error:  # the library is young and raises what it will
        raise FormatError(f"a damaged Outlook message: {type(error).__name__}") from None


def _html(message: Message) -> str:
    """The text in HTML, also where the message does not name its encoding as it should."""
    try:
        return message.html_body or ""
    except (LookupError, ValueError):
        data = message.properties.binary_prop_value(_HTML) or b""
        return encoding.decode(data).text if data else ""


def _letter(message: Message, budget: Budget) -> mail.Letter:
    sender = " ".join((message.sender or "").split())
    name, address = parseaddr(sender) if "@" in sender else (sender, "")
    letter = mail.Letter(" ".join((message.subject or "").split()), name or address)
    to = ", ".join(
        f"{one.name} <{one.email_address}>" if one.email_address != one.name else one.name
        for one in message.recipients
    )
    if message.sent_date is not None:
        letter.date = message.sent_date.date().isoformat()
    for field, value in (("From", sender), ("To", to), ("Date", letter.date)):
        if value:
            letter.fields.append((field, value))
    text = message.body or ""
    html = "" if text.strip() else _html(message)
    room = budget.limits.text
    if len(text or html) > room:
        letter.notices.append("Showing the beginning only (limit text).")
    if html:
        letter.body, hidden = mail.of_html(normalise_newlines(html[:room]))
        if hidden:
            letter.notices.append(f"Hidden text was left out: {hidden:,} words.")
    else:
        letter.body = mail.plain(normalise_newlines(text[:room]))
    for one in message.attachments:
        about = f"{one.mime_type or 'unknown'}, {amount(one.size)}"
        letter.attachments.append(f"{one.file_name or 'without a name'} ({about})")
    return letter
