"""What the fuzzer begins with: a few inputs of each kind, and words it may put into others."""

from __future__ import annotations

import gzip
import io
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from briefing.formats.detection import SUFFIXES

_HERE = Path(__file__).parent
_TEXTS = (
    "Norland and Sudland signed the Cod Treaty (CT) on 3 May 2021. It isn't in force yet.",
    "Gen. A. B. Smith met Dr. Roe at 5 p.m. on Dec. 18, 2019 (see No. 5, Art. 3(b)).",
    "1. First a.b.c. 2. Second... 3) Third! “Why?”\n\n- one\n- two\n\n条約。第二。",
    "next month, two weeks ago, last Tuesday, Q3 2020, FY20, between 3 and 5 May, 03/04/2026",
    "from 2019-11-24 to 2019-12-18; in spring 2020; the first quarter; 31 June; on the 18th",
    "\x1b]0;title\x07 \x9b1m \u202eevil\u2066 \ud83d \r\n\x85\u2028",
    '"NEAR(" AND -x a:b "\u0301e* OR',
    'theme = "briefing-dark"\ntext-width = 60\n[keys]\nzoom = ["w", "f2"]\n[limits]\nfile = 3\n',
)
_FILES = (
    "---\ntitle: A\ndate: 2021-05-04\n---\n# Head\n\n> q\n\n* a\n  1. b\n\n|a|b|\n|-|-|\n|c|d|\n",
    "<html><head><title>T</title></head><body><article><h1>H</h1><p>A &#27; b<table><tr><td>c",
    '<?xml version="1.0"?><rss version="2.0"><channel><item><title>t</title><description>d',
    '<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>t</title><content>c</content></entry>',
    '{"title": "t", "text": "One. Two.", "date": "2021"}\n{"body": 3}\n',
    'title,text\n"a","b, c"\n',
    "From: a@b.example\nSubject: =?utf-8?q?H=1b?=\n"
    "Content-Type: multipart/mixed; boundary=x\n\n--x\n\ntext\n--x--\n",
    "From a@b Mon Jan  1 00:00:00 2021\nSubject: s\n\nbody\n\n"
    "From c@d Mon Jan  1 00:00:00 2021\n\nb\n",
    "{\\rtf1\\ansi{\\b bold} \\u27? text\\par{\\*\\x y}}",
    "%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root 1 0 R>>",
)
_DATES = (
    "May December Dec. Monday today next last month year week quarter ago until between from to"
)
_SIGNS = "U.S. Mr. No. e.g. a.m. Inc. Q3 FY20 2019 2019-12-18 03/04/2026 18th 1. (a) ... Treaty and"
_MARKS = (
    "<p> </p> <table> &#27; &amp; ``` ** __ [a](b) |a| --- ![ <!-- --> \\par {\\b endobj stream"
)
WORDS = (
    *_DATES.split(),
    *_SIGNS.split(),
    *_MARKS.split(),
    *("\n\n", "\r\n", "\x1b", "\u202e", "\u3002", "PK\x03\x04"),
)


def seeds(target: str) -> Iterator[bytes]:
    """The inputs for a target."""
    if target == "formats":
        yield from _files()
        return
    for text in _TEXTS:
        data = text.encode("utf-8", "surrogatepass")
        yield (b"\x01" if target == "dates" else b"") + data
    if target == "state":
        from briefing.library.state import State

        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "state.sqlite3"
            state = State(file)
            state.put("kind", "key", 1)
            state.close()
            yield file.read_bytes()


def _files() -> Iterator[bytes]:
    """Files, each after the suffix it is read under."""

    def under(suffix: str, data: bytes) -> bytes:
        return suffix.encode() + b"\n" + data

    for text in (*_TEXTS, *_FILES):
        data = text.encode("utf-8", "surrogatepass")
        for suffix in (".txt", ".md", ".html", ".eml", ".xml", ".jsonl", ".csv", ".rtf", ".pdf"):
            yield under(suffix, data)
        yield under(".gz", gzip.compress(data, mtime=0))
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as archive:
            archive.writestr("a.txt", data)
        yield under(".zip", packed.getvalue())
    for sample in sorted((_HERE.parent / "formats" / "samples").iterdir()):
        if sample.suffix in SUFFIXES:
            yield under(sample.suffix, sample.read_bytes())
