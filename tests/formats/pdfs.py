"""PDF files, made in memory: pages of lines, each with its size and its place."""

import zlib
from collections.abc import Sequence
from typing import NamedTuple


class Line(NamedTuple):
    text: str
    y: int
    size: int = 10
    bold: bool = False
    x: int = 72


def escaped(text: str) -> bytes:
    for character in "\\()":
        text = text.replace(character, f"\\{character}")
    return text.encode("cp1252")


def content(lines: Sequence[Line]) -> bytes:
    parts = []
    for line in lines:
        font = b"/F2" if line.bold else b"/F1"
        parts.append(
            b"BT %s %d Tf %d %d Td (%s) Tj ET"
            % (font, line.size, line.x, line.y, escaped(line.text))
        )
    return b"\n".join(parts)


def set_lines(texts: Sequence[str], top: int = 700, size: int = 10) -> list[Line]:
    """Lines below each other; an empty one leaves the space of a line."""
    return [Line(text, top - 12 * row, size) for row, text in enumerate(texts) if text]


def pdf(pages: Sequence[Sequence[Line] | bytes], info: str = "", catalog: str = "") -> bytes:
    """A file with these pages; a page in bytes is a content stream as it is."""
    objects: list[bytes] = [b"", b"", b"", b"", b""]
    kids = []
    for page in pages:
        stream = page if isinstance(page, bytes) else content(page)
        packed = zlib.compress(stream)
        objects.append(
            b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed)
        )
        objects.append(
            b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents %d 0 R"
            b"/Resources<</Font<</F1 3 0 R/F2 4 0 R>>>>>>" % len(objects)
        )
        kids.append(b"%d 0 R" % len(objects))
    objects[0] = f"<</Type/Catalog/Pages 2 0 R{catalog}>>".encode()
    objects[1] = b"<</Type/Pages/Kids[%s]/Count %d>>" % (b" ".join(kids), len(kids))
    font = b"<</Type/Font/Subtype/Type1/BaseFont/%s/Encoding/WinAnsiEncoding>>"
    objects[2] = font % b"Helvetica"
    objects[3] = font % b"Helvetica-Bold"
    objects[4] = f"<<{info}>>".encode("latin-1")
    out = bytearray(b"%PDF-1.4\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer\n<</Size %d/Root 1 0 R/Info 5 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        start,
    )
    return bytes(out)
