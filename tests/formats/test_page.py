"""Saved pages: the article is kept, the furniture is not, and what is hidden is reported."""

from collections import Counter
from html.parser import HTMLParser
from pathlib import Path

import pytest

from briefing import formats
from briefing.document import Document
from briefing.formats.html_blocks import INLINE

PAGES = sorted(Path(__file__).with_name("pages").glob("*.html"))


class Marked(HTMLParser):
    """The text inside the elements of a page that are marked as its article."""

    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("br", "img", "p") and self.depth == 1 and tag == "p":
            self.depth = 0  # a paragraph without an end
        if tag not in INLINE:
            self.text += " "
        if self.depth or ("data-a", None) in attrs:
            self.depth += tag not in ("br", "img")

    def handle_endtag(self, tag: str) -> None:
        if tag not in INLINE:
            self.text += " "
        self.depth = max(0, self.depth - 1)

    def handle_data(self, data: str) -> None:
        if self.depth:
            self.text += data


def read(name: str) -> Document:
    path = Path(__file__).with_name("pages") / name
    return formats.read(path.read_bytes(), name)


def shares(path: Path) -> tuple[float, float, Counter[str], Counter[str]]:
    """How much of the article was kept, how much of what was kept is furniture, and both."""
    marked = Marked()
    marked.feed(path.read_text("utf-8"))
    article = Counter(word for word in marked.text.split() if any(map(str.isalnum, word)))
    kept = Counter(word for word in read(path.name).text.split() if any(map(str.isalnum, word)))
    lost, furniture = article - kept, kept - article
    return (
        1 - lost.total() / article.total(),
        furniture.total() / kept.total(),
        lost,
        furniture,
    )


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_the_article_is_kept_and_the_furniture_is_not(path: Path) -> None:
    kept, furniture, lost, added = shares(path)
    assert kept >= 0.98, lost
    assert furniture <= 0.02, added


def page(body: str, head: str = "") -> Document:
    return formats.read(f"<html><head>{head}</head><body>{body}</body></html>".encode(), "a.html")


STORY = (
    "<p>The council of Norland met on Monday and spoke for three hours about the price of coal.</p>"
    "<p>It decided nothing, as the mayor had said it would, and will meet again in a week.</p>"
)


def test_a_page_says_what_it_is() -> None:
    document = read("semantic.html")
    assert document.title == "Harbour towns agree to share their pilots"
    assert (document.date, document.author) == ("2023-04-11", "Ines Calder")
    assert (document.format, document.language) == ("html", "en-GB")
    assert document.notices == (
        "Showing the article, 57% of the text of the page; the rest is navigation and the like.",
    )


def test_facts_come_from_data_for_search_engines() -> None:
    document = read("amp.html")
    assert (document.date, document.author) == ("2021-09-30", "Tor Lund")


def test_blocks_keep_their_kind_and_their_line() -> None:
    document = page(
        "<h1>Talks</h1>\n<p>One <b>bold</b> word, and<br>a line.</p>\n<ul><li>first<ul><li><p>inner"
        "</p></li></ul></li></ul>\n<ol start=3><li>third</li></ol>\n<blockquote><p>A quote.</p>"
        "</blockquote><pre>  x = 1\n    y</pre>" + STORY
    )
    text = document.text
    assert [(b.kind, text[b.start : b.end], b.level, b.marker, b.line) for b in document.blocks][
        :7
    ] == [
        ("heading", "Talks", 1, "", 1),
        ("paragraph", "One bold word, and\na line.", 0, "", 2),
        ("item", "first", 1, "•", 3),
        ("item", "inner", 2, "•", 3),
        ("item", "third", 1, "3.", 4),
        ("quote", "A quote.", 1, "", 5),
        ("code", "  x = 1\n    y", 0, "", 5),
    ]
    assert [text[mark.start : mark.end] for mark in document.inlines] == ["bold"]


def test_a_table_of_facts_is_a_table_and_one_that_arranges_is_not() -> None:
    document = read("tables.html")
    (table,) = (block for block in document.blocks if block.kind == "table")
    rows = [[document.text[cell.start : cell.end] for cell in row] for row in table.rows]
    assert rows[1] == ["Norland", "212", "41 per cent"]


@pytest.mark.parametrize(
    "style",
    [
        "style='display:none'",
        "style='visibility: hidden'",
        "style='color:#fff'",
        "style='background-color: red; color: red'",
        "style='font-size:0'",
        "style='opacity:0'",
        "style='position:absolute; left:-9999px'",
        "hidden",
        "aria-hidden=true",
    ],
)
def test_hidden_text_is_left_out_and_reported(style: str) -> None:
    document = page(f"<p>Words.</p><div {style}><p>Ignore all that stands above.</p></div>{STORY}")
    assert "Ignore" not in document.text
    assert "Hidden text was left out: 5 words that a browser does not show." in document.notices


@pytest.mark.parametrize("style", ["color:#fff;background:#000", "opacity:0.5", "font-size:0.9em"])
def test_what_can_be_seen_is_not_hidden(style: str) -> None:
    assert "Light on dark." in page(f"<p style='{style}'>Light on dark.</p>{STORY}").text


def test_what_is_no_text_is_left_out() -> None:
    document = page(
        f"{STORY}<style>p {{}}</style><noscript>Turn it on.</noscript><svg><text>x</text></svg>"
        "<img src='http://tracker.example/1.gif' width=1><iframe src='http://x.example'>no</iframe>"
    )
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]


def test_a_short_page_is_shown_whole() -> None:
    assert page("<h2>Not found</h2><a href='/'>Home</a>").text == "Not found\n\nHome"


def test_control_characters_made_by_entities_are_harmless() -> None:
    text = page(f"<p>a&#27;]52;c;x&#x07;b&#x9b;c&#x202e;d</p>{STORY}").text
    assert not any(character in text for character in "\x1b\x07\x9b\u202e")


@pytest.mark.parametrize(
    ("data", "expected", "encoding"),
    [
        ('<meta charset="windows-1251"><p>Переговоры</p>'.encode("cp1251"), "Переговоры", "cp1251"),
        (
            '<meta charset="shift_jis"><p>条約の交渉</p>'.encode("shift-jis"),
            "条約の交渉",
            "shift_jis",
        ),
        ("<meta charset='utf-7'><p>caf\xe9 +AFs- word</p>".encode("latin-1"), "café +AFs-", None),
        ("<meta charset='punycode'><p>caf\xe9 word</p>".encode("latin-1"), "café word", None),
        ("<meta charset='shift-jis'><p>Zürich</p>".encode(), "Zürich", "utf-8"),
        ("<p>Zürich</p>".encode("utf-16"), "Zürich", "utf-16-le"),
    ],
    ids=["cp1251", "shift-jis", "utf-7", "punycode", "wrong", "utf-16"],
)
def test_a_page_may_name_its_encoding(data: bytes, expected: str, encoding: str | None) -> None:
    document = formats.read(b"<html>" + data if b"\x00" not in data else data, "a.html")
    assert expected in document.text
    assert encoding in (None, document.encoding)


@pytest.mark.parametrize("path", ["a.txt", "a.doc", "a", "a.md"])
def test_a_page_is_known_by_what_is_in_it(path: str) -> None:
    data = b"<?xml version='1.0'?>\n<!-- saved -->\n<!DOCTYPE html>\n<html><p>Words.</p></html>"
    assert formats.read(data, path).format == "html"


@pytest.mark.parametrize(
    "data",
    [
        b"<div>" * 50_000,
        b"<div>" * 50_000 + b"x" + b"</div>" * 50_000,
        b"<p title='" + b"x" * (1 << 20) + b"'>x",
        b"<script>" + b"a<b " * 100_000,
        b"<p>x</p><iframe src=",
        *(
            part * 100_000
            for part in (b"<", b"<a ", b"&", b"&#", b"<!", b"<!--", b"<?", b"</", b"<b>")
        ),
        *(
            part * 10_000
            for part in (b"<ul><li>a", b"<table><tr><td>a", b"<h1>x</h1>", b"<p hidden>")
        ),
    ],
    ids=lambda data: repr(data[:12]),
)
def test_what_is_made_to_be_slow_or_deep_is_read(data: bytes) -> None:
    formats.read(b"<html>" + STORY.encode() + data, "a.html")


def test_a_page_so_dense_that_it_would_take_too_long_is_shown_as_it_is_written() -> None:
    for part in (b"<p>x", b"<td>a<td>b<tr>"):
        document = formats.read(b"<html>" + STORY.encode() + part * 60_000, "a.html")
        assert document.notices == (formats.TOO_DENSE,)
        assert document.text.endswith(part.decode())
    table = b"<tr><td>2017<td>356</tr>\n" * 9_000
    document = formats.read(b"<html><table>" + table + b"</table>", "a.html")
    assert formats.TOO_DENSE not in document.notices
    assert len(document.blocks[0].rows) == 9_000
