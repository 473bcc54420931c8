"""Which format a file has: by what is in it, and by its name where that says nothing."""

from __future__ import annotations

import os
import re
from pathlib import PurePath
from typing import Literal

Format = Literal[
    "text",
    "markdown",
    "html",
    "pdf",
    "docx",
    "odt",
    "epub",
    "rtf",
    "mail",
    "mailbox",
    "msg",
    "feed",
    "xml",
    "json",
    "table",
    "zip",
    "tar",
    "gzip",
    "xz",
    "bzip2",
]

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
    ".docm": "docx",
    ".doc": "text",
    ".odt": "odt",
    ".epub": "epub",
    ".rtf": "rtf",
    ".eml": "mail",
    ".mht": "mail",
    ".mhtml": "mail",
    ".mbox": "mailbox",
    ".msg": "msg",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "xml",
    ".jsonl": "json",
    ".ndjson": "json",
    ".csv": "table",
    ".tsv": "table",
    ".zip": "zip",
    ".tar": "tar",
    ".gz": "gzip",
    ".tgz": "gzip",
    ".xz": "xz",
    ".txz": "xz",
    ".bz2": "bzip2",
    ".tbz2": "bzip2",
}
"""What a file of this name is taken for where its bytes do not say otherwise."""
_NAMED: dict[str, Format] = {".json": "json"}
"""The same for what is a document only where one says so: most files of this name are none."""

PACKED: frozenset[Format] = frozenset({"zip", "tar", "gzip", "xz", "bzip2"})
WHOLE: frozenset[Format] = PACKED | {
    "pdf",
    "docx",
    "odt",
    "epub",
    "rtf",
    "mail",
    "mailbox",
    "msg",
    "feed",
    "json",
    "table",
}
"""What cannot be read, or holds documents that would be lost, where its end is missing."""

_HEAD = 4096
_SIGNATURES: tuple[tuple[bytes, Format], ...] = (
    (b"PK\x03\x04", "zip"),
    (b"PK\x05\x06", "zip"),  # one with nothing in it
    (b"\x1f\x8b", "gzip"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"BZh", "bzip2"),
    (b"{\\rtf", "rtf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PROPERTY = "__substg1.0_".encode("utf-16-le")
_SKIPPED = re.compile(rb"\s+|<!--.*?-->|<\?.*?\?>", re.DOTALL)
_ROOT = re.compile(rb"<(!doctype\s+)?([a-z][a-z0-9]*(?::[a-z]+)?)\b", re.IGNORECASE)
_FIELD = re.compile(rb"([A-Za-z][A-Za-z0-9-]*):(?: |\t|\r?\n)|[ \t]+\S")
_OF_MAIL = {b"received", b"return-path", b"mime-version", b"message-id", b"delivered-to"}
_SEPARATOR = re.compile(rb"From \S+ +\w{3} \w{3} +\d{1,2} ")


def suffix(path: str | PurePath) -> str:
    """The end of a file's name, in lower case, with its dot."""
    # Not by a PurePath, which takes ten times as long: a library has thousands of names.
    name = os.path.basename(path)
    at = name.rfind(".")
    return name[at:].lower() if 0 < at < len(name) - 1 else ""


def detect(data: bytes, path: str | PurePath) -> Format:
    """The format of `data`, which is the file called `path`, or at least its first 4 KB.

    Which kind of ZIP a file is can only be said of all of it; see `package.kind`.
    """
    head = data[:_HEAD]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    for signature, format_ in _SIGNATURES:
        if head.startswith(signature):
            return format_
    if head.startswith(_OLE):
        return "msg" if _PROPERTY in data else "text"  # which says that it is an old Office file
    if data[257:262] == b"ustar":
        return "tar"
    named = (SUFFIXES | _NAMED).get(suffix(path), "text")
    # UTF-16 reads as ASCII without its NULs; what is not text is found out when it is decoded.
    plain = head.replace(b"\x00", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
    if _SEPARATOR.match(plain):
        return "mailbox"
    if named in ("json", "table", "mail", "mailbox"):
        return named
    if _is_mail(plain):
        return "mail"
    return _of_root(plain, named)


def _of_root(head: bytes, named: Format) -> Format:
    """What the first element says; a suffix that stands for bytes which are not there is text."""
    position = 0
    while skipped := _SKIPPED.match(head, position):
        position = skipped.end()
    root = _ROOT.match(head, position)
    name = root[2].lower() if root else b""
    if name == b"html":
        return "html"
    if name in (b"rss", b"feed", b"rdf:rdf"):
        return "feed"
    if named in ("feed", "xml"):
        return "xml"
    return named if named in ("markdown", "html") else "text"


def _is_mail(head: bytes) -> bool:
    """Fields that only a mail program writes, with others, in the first lines."""
    names: set[bytes] = set()
    for line in head.split(b"\n")[:40]:
        match = _FIELD.match(line + b"\n")
        if match is None:
            break
        names.add((match[1] or b"").lower())
    return bool(names & _OF_MAIL) and bool(names & {b"from", b"subject", b"date", b"content-type"})
