"""Bytes to text: byte order mark, then strict UTF-8, then a guess that the reader is told."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from briefing.formats import FormatError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SIGNATURES = (
    (b"\x89PNG\r\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"BZh", "a bzip2 archive"),
    (b"7z\xbc\xaf", "a 7-Zip archive"),
    (b"\xd0\xcf\x11\xe0", "an old Office document, to be saved as a new one (.docx) first"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"OggS", "an Ogg recording"),
    (b"ID3", "an MP3 recording"),
    (b"{\\rtf", "an RTF document"),
)
_SAMPLE = 1 << 16
_CONTROL = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_NAMES = {
    "cp1252": "windows-1252",
    "cp1250": "windows-1250",
    "iso8859_2": "iso-8859-2",
    "cp1251": "windows-1251",
    "koi8_r": "koi8-r",
    "cp1253": "windows-1253",
    "cp1254": "windows-1254",
    "cp1255": "windows-1255",
    "cp1256": "windows-1256",
    "gb18030": "gb18030",
    "big5": "big5",
    "cp932": "shift-jis",
    "euc_jp": "euc-jp",
    "cp949": "euc-kr",
}
"""What is guessed from, the more usual first. The rarer the encoding, the more a few bytes fit."""

_OF_TEXT = re.compile(r"cp\d|iso8859-|utf-(?:16|32)|koi8|gb|big5|euc|shift_jis|mac-|tis-620")
"""The encodings a file may name. Some that Python knows are none of text, some are slow."""
_SYMBOL_IN_WORD = re.compile("[a-z][¡-©¬±-³¶¸¹¼-¿]")


class Decoded(NamedTuple):
    """Text, the encoding it was in, and what to tell the reader about that."""

    text: str
    encoding: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, *, cut: bool = False, declared: str | None = None) -> Decoded:
    """The text of `data`; with `cut`, its last character may be incomplete and is left out.

    `declared` is the encoding that the file names; it counts where the bytes are not UTF-8.

    Raises `FormatError` for what is not text.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            body = data[len(mark) :]
            try:
                return Decoded(_strict(body, encoding, cut), encoding)
            except UnicodeDecodeError:
                return _replacing(body, encoding)
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise FormatError(f"not text: looks like {what}")
    wide = _utf16_without_mark(data[:_SAMPLE])
    if wide is not None:
        try:
            return _guess(Decoded(_strict(data, wide, cut), wide))
        except UnicodeDecodeError:
            pass
    try:
        decoded = Decoded(_strict(data, "utf-8", cut), "utf-8")
    except UnicodeDecodeError:
        if b"\x00" in data[:_SAMPLE]:
            raise FormatError("not text: holds binary data") from None
        decoded = _as_declared(data, declared) or _damaged_utf8(data) or _guessed(data)
    sample = decoded.text[:_SAMPLE]
    if len(_CONTROL.findall(sample)) > 0.1 * len(sample):
        raise FormatError("not text: mostly unprintable characters")
    return decoded


def _as_declared(data: bytes, name: str | None) -> Decoded | None:
    """In the encoding that a file names for itself, if there is such a one and it explains most."""
    try:
        known = codecs.lookup(name or "").name
        text = data.decode(known, "replace") if _OF_TEXT.match(known) else ""
    except (LookupError, ValueError):
        return None
    if not text or text.count("\ufffd") > 0.01 * len(text):
        return None
    # What is called Latin-1 is read as the encoding it is part of, as browsers do.
    return (
        Decoded(data.decode("cp1252", "replace"), "windows-1252")
        if known == "iso8859-1"
        else Decoded(text, known)
    )


def _strict(data: bytes, encoding: str, cut: bool) -> str:
    return codecs.getincrementaldecoder(encoding)("strict").decode(data, final=not cut)


def _replacing(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, "replace")
    notice = f"Some bytes are not {encoding} and are shown as \ufffd."
    return Decoded(text, encoding, (notice,))


def _guess(decoded: Decoded) -> Decoded:
    return decoded._replace(notices=(f"Read as {decoded.encoding}, a guess.",))


def _utf16_without_mark(sample: bytes) -> str | None:
    """UTF-16 of a mostly Latin text has a NUL in every second byte, and hardly one elsewhere."""
    half = len(sample) // 2
    if half < 2:
        return None
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if odd > 0.6 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.6 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few bad bytes: far more characters of several bytes than errors."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for _ in re.finditer("[^\x00-\x7f\ufffd]", text))
    return _replacing(data, "utf-8") if good >= 4 * bad else None


def _guessed(data: bytes) -> Decoded:
    """The encoding in use somewhere that explains the bytes best; the more usual one of equals."""
    import charset_normalizer

    matches = charset_normalizer.from_bytes(data[:_SAMPLE], cp_isolation=[*_NAMES])
    candidates = {
        encoding: (match.chaos, bool(_SYMBOL_IN_WORD.search(str(match))), -match.coherence)
        for match in matches
        for encoding in match.could_be_from_charset
        if encoding in _NAMES
    }
    if not candidates:
        rare = charset_normalizer.from_bytes(data[:_SAMPLE]).best()
        if rare is None:
            raise FormatError("not text: in no known encoding")
        name = rare.encoding.replace("_", "-")
        return _guess(Decoded(data.decode(rare.encoding, "replace"), name))
    encoding = min(_NAMES, key=lambda name: candidates.get(name, (2.0, True, 0.0)))
    return _guess(Decoded(data.decode(encoding, "replace"), _NAMES[encoding]))
