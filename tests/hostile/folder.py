"""A folder of documents of every format that try to command the terminal from every place."""

from __future__ import annotations

import base64
import gzip
import json
from email.header import Header
from pathlib import Path

from tests.formats.containers import tarred, zipped
from tests.formats.outlook import msg
from tests.formats.packages import docx, epub, odt, p, r
from tests.formats.pdfs import pdf, set_lines
from tests.hostile.payloads import ENTITIES, EVERYTHING, MARKUP, NAME, PAYLOADS, XML

SAID = (
    "President {0}Jane Roe{0} of Norland signed the Harbour {0} Treaty with Sudland on 4 May 2021. "
    "The Ministry of {0} Fish {0} of Norland rejected the Cod {0} Convention on {0} 5 May 2021. "
)


def text(payload: str = EVERYTHING) -> str:
    """Names, agreements and dates with something between their words."""
    shown = SAID.format(payload)
    return f"A title {payload} {MARKUP}\n\n{shown}\n\n{'word ' * 100}\n\n{MARKUP}\n\n{payload}\n"


def markdown() -> str:
    escaped = '"Front \\e]52;c;NzM5MQ==\\a \\x9b7391m [/foo]"'
    return (
        f"---\ntitle: {escaped}\ndate: 2021-05-04\nlang: {escaped}\n---\n"
        f"# Heading {ENTITIES}\n\n{text()}\n\n## Two {EVERYTHING}\n\n"
        f"[link {EVERYTHING}](<http://a.example/{EVERYTHING}> '{ENTITIES}') "
        f"![picture {EVERYTHING}](x.png) <b>&#27;[7391m</b> &**#27;**[7391m\n\n"
        f"| a {XML} | b |\n|--|--|\n| {ENTITIES} | {PAYLOADS['cursor']} |\n\n"
        f"```\ncode {EVERYTHING}\n```\n\n1. item {EVERYTHING}\n\n> quote {EVERYTHING}\n"
    )


def page() -> str:
    return (
        f"<html lang='{ENTITIES}'><head><title>Page {ENTITIES}</title>"
        f"<meta name=author content='{ENTITIES}'></head><body><article><h1>Page {ENTITIES}</h1>"
        f"<p>{SAID.format(ENTITIES)}</p><p>{EVERYTHING}</p><h2>{EVERYTHING} {ENTITIES}</h2>"
        f"<a href='http://a.example/%1b[7391m{ENTITIES}'>link</a><img alt='{ENTITIES}'>"
        f"<table><tr><th>{ENTITIES}<td>{EVERYTHING}</table><pre>{EVERYTHING}</pre>"
        f"<p hidden>{ENTITIES}</p></article></body></html>"
    )


def letter() -> bytes:
    subject = Header(f"Letter {EVERYTHING}", "utf-8").encode(linesep="\n")
    quoted = "=?utf-8?q?Hi=1b]0;7391=07=9b?="
    packed = base64.encodebytes(text().encode()).decode()
    return (
        f"From: {quoted} <a@b.example>\nTo: {quoted}\nSubject: {subject}\n"
        f"Date: Tue, 4 May 2021 10:00:00 +0000\nMIME-Version: 1.0\n"
        f'Content-Type: multipart/mixed; boundary="b"\n\n--b\nContent-Type: text/plain; '
        f"charset=utf-8\nContent-Transfer-Encoding: base64\n\n{packed}\n--b\n"
        f"Content-Type: application/x-sh\nContent-Disposition: attachment; "
        f"filename*=utf-8''%1b%5d0%3b7391%07..%2f..%2f.bashrc\n\nno\n--b--\n"
    ).encode()


def feed() -> str:
    entry = f"<item><title>Entry {XML} {ENTITIES}</title><description>{XML} "
    entry += "&lt;p&gt;&amp;#27;[7391m said.&lt;/p&gt;</description></item>"
    shown = entry.replace("&#27;", "&amp;#27;").replace("&#7;", "").replace("&#x1b;", "&amp;#x1b;")
    return f"<rss version='2.0'><channel><title>{XML}</title>{shown}</channel></rss>"


def hostile_files() -> dict[str, bytes]:
    """Files by their names, one of each format at least."""
    core = (
        "<cp:coreProperties xmlns:cp='http://schemas.openxmlformats.org/package/2006/metadata/"
        "core-properties' xmlns:dc='http://purl.org/dc/elements/1.1/'>"
        f"<dc:title>Core {XML} [/foo]</dc:title><dc:creator>{XML}</dc:creator></cp:coreProperties>"
    )
    words = SAID.format(XML)
    chapter = (
        f"<html><head><title>{XML}</title></head><body><h1>{XML}</h1><p>{words}</p></body></html>"
    )
    field = "Info \\033]52;c;NzM5MQ==\\007 \\2337391m [/foo]"
    record = {"title": f"Record {EVERYTHING}", "text": text(), "author": EVERYTHING, "date": NAME}
    table = f'title,text\n"Row {EVERYTHING}","{SAID.format(PAYLOADS["cursor"])}"\n'
    rtf = "{\\rtf1\\ansi{\\info{\\title \\u27?[7391m}} \\u27?]0;7391\\'07 \\'9b7391m said.\\par}"
    return {
        "text.txt": text().encode(),
        "latin.txt": text("\x9b7391m \x85 \xe9").encode("latin-1"),
        "wide.txt": text().encode("utf-16"),
        "front.md": markdown().encode(),
        "page.html": page().encode(),
        "saved.mhtml": b"MIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n"
        + page().encode(),
        "letter.eml": letter(),
        "box.mbox": b"From a@b Tue May  4 10:00:00 2021\n" + letter(),
        "outlook.msg": msg(f"Outlook {EVERYTHING}", text(), NAME),
        "feed.rss": feed().encode(),
        "word.docx": docx(p(r(f"Head {XML}"), style="Heading1") + p(r(words)), docProps__core=core),
        "open.odt": odt(f"<text:h text:outline-level='1'>{XML}</text:h><text:p>{words}</text:p>"),
        "book.epub": epub({"a.xhtml": chapter}, f"<dc:title>{XML}</dc:title>"),
        "rich.rtf": rtf.encode(),
        "paper.pdf": pdf([set_lines([f"Paper \\033[7391m {MARKUP}"])], f"/Title ({field})"),
        "records.jsonl": (json.dumps(record) + "\n" + json.dumps(record)).encode(),
        "table.csv": table.encode(),
        "packed.zip": zipped({f"in/{NAME}.txt": text().encode(), f"{NAME}.docx": b"PK\x03\x04no"}),
        "packed.tar": tarred({"a.txt": text().encode(), "../../x.txt": b"Words."}),
        "packed.txt.gz": gzip.compress(text().encode(), mtime=0),
        f"{NAME[:100]}.txt": b"Some text.",
        f"{PAYLOADS['cursor']}.txt": b"\x89PNG\r\n\x1a\n\x00\x00\x00",
        f"{PAYLOADS['clipboard']}.docx": b"PK\x03\x04 no such thing",
        f"{PAYLOADS['right to left']}.pdf": b"%PDF-1.4 nothing",
    }


def make(parent: Path) -> Path:
    """The folder, whose own name tries too."""
    folder = parent / f"docs {PAYLOADS['colour']} {PAYLOADS['right to left']} [foo]"
    (folder / f"in {PAYLOADS['window title']}").mkdir(parents=True)
    for name, data in hostile_files().items():
        (folder / name).write_bytes(data)
    (folder / f"in {PAYLOADS['window title']}" / "inner.txt").write_bytes(text().encode())
    return folder
