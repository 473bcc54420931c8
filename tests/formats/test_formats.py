"""What holds for every format: blocks that tile the text, and no exception but `FormatError`."""

import gzip
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import formats
from briefing.document import Document
from briefing.formats import limits
from briefing.formats.limits import Limits
from tests.formats.containers import tarred, zipped
from tests.formats.packages import docx, epub, odt, p, r
from tests.formats.pdfs import pdf, set_lines
from tests.test_document import commands

PATHS = st.sampled_from(["a.txt", "a.md", "a.html", "a.xml", "a.eml", "a.csv", "a.jsonl"])
FRAGMENTS = [
    *(
        "# ",
        "- ",
        "1. ",
        "> ",
        "* * *",
        "```",
        "    ",
        "\n",
        "\n\n",
        "  \n",
        "|",
        "|-|",
        "===",
        "---",
    ),
    *(
        "**",
        "*",
        "_",
        "`",
        "[a](",
        ")",
        "![",
        "]",
        "<b>",
        "</b>",
        "<br>",
        "<table><tr><td>",
        "<div>",
    ),
    *(
        "<!--",
        "-->",
        "&#27;",
        "&amp;",
        "\\#",
        "\x1b[2J",
        "\u202e",
        "\u00ad",
        "\u00a0",
        "word",
        "Word.",
    ),
    *(" date 2019-11-24 ", "---\ntitle: x\n---\n", "<script>", "</script>", "• ", "(a) ", "Q  "),
]
MARKUP = st.lists(st.sampled_from(FRAGMENTS), max_size=40).map("".join)


def check(document: Document, *, lines: bool = True) -> None:
    """The blocks are the text, in order, with two newlines between them."""
    position = 0
    for index, block in enumerate(document.blocks):
        assert block.start == position + (2 if index else 0)
        assert block.end > block.start
        assert index == 0 or document.text[position : block.start] == "\n\n"
        assert block.line >= (1 if lines else 0)
        position = block.end
        for row in block.rows:
            for cell in row:
                assert block.start <= cell.start <= cell.end <= block.end
    assert position == len(document.text)
    for mark in document.inlines:
        assert any(b.start <= mark.start < mark.end <= b.end for b in document.blocks)
    assert not commands(document.text, "\n\t")
    assert not commands(document.title or "")


@given(st.binary(max_size=400) | MARKUP.map(lambda text: text.encode("utf-8", "replace")), PATHS)
@settings(max_examples=300, deadline=None)
def test_any_bytes_are_a_document_or_a_reason(data: bytes, path: str) -> None:
    try:
        document = formats.read(data, path)
    except formats.FormatError:
        return
    check(document, lines=path in ("a.txt", "a.md"))
    assert formats.read(data, path) == document


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"\xef\xbb\xbf", b"\xff\xfe"])
def test_an_empty_file_is_said_to_be_empty(data: bytes) -> None:
    with pytest.raises(formats.FormatError, match="the file is empty"):
        formats.read(data, "a.txt")


def test_a_cut_is_shown() -> None:
    document = formats.read("Zürich".encode()[:2], "a.txt", size=3 * 1024**3)
    assert document.text == "Z"
    assert document.notices == ("Showing the first 2 bytes of 3 GB.",)


def test_lines_beyond_the_limit_are_cut_and_said() -> None:
    limits = Limits(lines=3)
    assert formats.read(b"a\n\nb\n", "a.txt", limits=limits).notices == ()
    document = formats.read(b"a\r\r\rb\rc", "a.txt", limits=limits)
    assert document.text == "a"
    assert document.notices == ("Showing the first 3 lines (limit lines).",)


def test_lines_count_from_the_beginning_of_the_file() -> None:
    document = formats.read(b"---\ntitle: A\n---\n\nFirst.\n\nSecond.\n", "a.md")
    assert [block.line for block in document.blocks] == [5, 7]


def test_plain_text_needs_none_of_the_parsers() -> None:
    program = (
        "import sys; from briefing import formats; formats.read(b'Plain.', 'a.txt');"
        "print({'markdown_it', 'yaml', 'charset_normalizer', 'numpy', 'zipfile', 'tarfile',"
        "'email',"
        "'html.parser', 'xml.parsers.expat', 'pypdf', 'striprtf', 'oxmsg', 'csv', 'lzma', 'bz2'}"
        " & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.strip() == "set()"


@pytest.mark.parametrize(
    ("path", "accepted"),
    [
        ("a.txt", True),
        ("A.MD", True),
        ("b.markdown", True),
        ("c.png", False),
        ("d", False),
        ("e.tgz", True),
    ],
)
def test_documents_are_known_by_their_suffix(path: str, accepted: bool) -> None:
    assert formats.accepts(path) is accepted


def test_what_is_not_read_is_named() -> None:
    assert formats.unread("a.xlsx") == "Excel files are not read"
    assert formats.unread("a.png") is None


@pytest.mark.parametrize(
    "data",
    [
        b"> " * 20_000 + b"x",
        b"[" * 50_000,
        b"x " + b"<!--" * 50_000,
        b"<!--" * 50_000,
        b"\n".join(b"  " * level + b"- a" for level in range(500)),
        b"---\na: " + b"[" * 60_000 + b"\n---\nx",
        b"a\n" * 20_000,
    ],
    ids=["quotes", "brackets", "comments", "html comments", "lists", "front matter", "lines"],
)
def test_what_is_made_to_be_slow_is_read(data: bytes) -> None:
    for path in ("a.txt", "a.md"):
        check(formats.read(data, path))


PACKAGES = {
    "a.docx": docx(p(r("One "), r("two", "<w:b/>"))),
    "a.odt": odt("<text:h>One</text:h><text:p>Two.</text:p>"),
    "a.epub": epub({"a.xhtml": "<p>One</p>"}),
    "a.pdf": pdf([set_lines(["One two."])]),
    "a.zip": zipped({"a.txt": b"One.", "b.md": b"# Two"}),
    "a.tar": tarred({"a.txt": b"One."}),
    "a.txt.gz": gzip.compress(b"One.", mtime=0),
    "a.rtf": b"{\\rtf1 One.\\par Two.}",
    "a.eml": b"From: a@b\nTo: c@d\nMIME-Version: 1.0\n"
    b"Content-Type: multipart/mixed; boundary=x\n\n--x\n\nOne.\n",
    "a.rss": b"<rss><channel><item><title>One</title><description>Two</description></item>"
    b"</channel></rss>",
    "a.html": b"<html><head><title>x</title></head><body><p>One two.</p></body></html>",
    "a.jsonl": b'{"text": "One."}\n{"text": "Two."}',
    "a.csv": b'title,text\nOne,"Two, three."\n',
    "a.mbox": b"From a Sun Nov 24 2019\nSubject: One\n\nTwo.\n",
}


@given(st.data())
@settings(max_examples=300, deadline=None)
def test_files_with_a_few_wrong_bytes_are_documents_or_reasons(data: st.DataObject) -> None:
    path = data.draw(st.sampled_from(sorted(PACKAGES)))
    damaged = bytearray(PACKAGES[path])
    for _ in range(data.draw(st.integers(0, 4))):
        at = data.draw(st.integers(0, len(damaged) - 1))
        damaged[at : at + data.draw(st.integers(0, 3))] = data.draw(st.binary(max_size=3))
    results = list(formats.read_all(bytes(damaged), path))
    assert results
    for result in results:
        if isinstance(result, Document):
            check(result, lines=False)
        else:
            assert "fault of this program" not in result.reason, result


def test_the_readme_names_the_limits_as_they_are() -> None:
    readme = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    for name, value in limits.defaults().items():
        assert f"| `{name}` | {value} | {limits.MEANINGS[name].of} |" in readme
