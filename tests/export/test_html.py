"""The page: it fetches and runs nothing, and each of its lines leads to a sentence of the text."""

import re
from collections.abc import Sequence
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.briefing import Briefing, SummarySentence
from briefing.analysis.pipeline import brief
from briefing.document import Block, Document, Inline, Span
from briefing.export import printed
from briefing.formats import read
from tests.export import sample

GOLDEN = Path(__file__).parent / "golden" / "sample.html"
VOID = {"meta", "br"}
TAGS = (
    "html head meta title style body section header h1 h2 h3 h4 h5 h6 p aside ol ul li a b span br "
    "dl dt dd time article mark strong em code pre blockquote div i table tr td nav"
)
HOSTILE = (
    "\"><script>alert(1)</script><img src=http://a.example/x.png onerror='x'> &lt; \x1b]0;x\x07"
)


class Page(HTMLParser):
    """What a page holds; fails where tags do not nest or are not among those that we write."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.links: list[str] = []
        self.inside: dict[str, str] = {}
        self.tags: list[tuple[str, frozenset[str]]] = []
        self._id: list[str | None] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Sequence[tuple[str, str | None]]) -> None:
        assert tag in TAGS.split()
        given = dict(attrs)
        assert not {"src", "srcset", "onerror", "onclick", "style"} & given.keys()
        self.tags.append((tag, frozenset(given)))
        if tag not in VOID:
            self.open.append(tag)
            self._id.append(given.get("id"))
        if identity := given.get("id"):
            self.ids.append(identity)
        if href := given.get("href"):
            self.links.append(href)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag
        self._id.pop()

    def handle_data(self, data: str) -> None:
        for identity in self._id:
            if identity:
                self.inside[identity] = self.inside.get(identity, "") + data


def page(*briefings: Briefing) -> str:
    return "\n".join(printed("html", briefings)) + "\n"


def without_style(html: str) -> str:
    return re.sub(r"(?s)(<style>).*?(</style>)", r"\1\2", html)


def test_the_page_is_as_it_was() -> None:
    assert without_style(page(sample.briefing())) == GOLDEN.read_text("utf-8")


def test_every_line_leads_to_its_sentence() -> None:
    shown = Page(page(sample.briefing()))
    assert len(shown.ids) == len(set(shown.ids))
    assert {link.removeprefix("#") for link in shown.links} == set(shown.ids)
    first, second = (sample.TEXT[one.start : one.end] for one in sample.briefing().sentences)
    assert (shown.inside["s1"], shown.inside["s2"]) == (first, second)


def test_nothing_is_fetched_and_nothing_runs() -> None:
    html = page(sample.briefing())
    assert "default-src 'none'" in html
    assert "url(" not in html
    assert "@import" not in html
    assert "<script" not in html


def test_what_a_document_says_is_text() -> None:
    hostile = sample.briefing(title=HOSTILE, path=HOSTILE, notices=(HOSTILE,))
    text = "Harbour " + HOSTILE
    document = Document("x.txt", text, "text", (Block("paragraph", 0, len(text)),), title=HOSTILE)
    summary = (SummarySentence(text, 0, len(text), 1),)
    for made in (hostile, replace(brief(document), summary=summary)):
        html = page(made)
        assert Page(html)
        assert "\x1b" not in html
        assert "&lt;script&gt;" in html


def test_only_links_that_may_be_opened_are_links() -> None:
    text = "one two three four"
    targets = ['https://a.example/?a=1&b="2"', "javascript:alert(1)", "data:text/html,x", "/etc"]
    places = [Span(0, 3), Span(4, 7), Span(8, 13), Span(14, 18)]
    inlines = [Inline("link", *at, to) for at, to in zip(places, targets, strict=True)]
    document = Document(
        "x.md", text, "markdown", (Block("paragraph", 0, len(text)),), tuple(inlines)
    )
    links = [link for link in Page(page(brief(document))).links if not link.startswith("#")]
    assert links == targets[:1]


def test_several_briefings_make_one_page_with_its_contents() -> None:
    shown = Page(page(sample.briefing(), sample.briefing(title="Another"), sample.briefing()))
    assert [link for link in shown.links if re.fullmatch(r"#d\d", link)] == ["#d1", "#d2", "#d3"]
    assert "Another" in shown.inside["contents"]
    assert len(shown.ids) == len(set(shown.ids))
    assert {link.removeprefix("#") for link in shown.links} == set(shown.ids) - {"contents"}
    assert page() == "\n"


@pytest.mark.parametrize(
    "source",
    [
        "# A\n\n- one\n  1. two\n\n> quoted **bold** text\n\n```\ncode < here\n```\n",
        "| a | b |\n|---|---|\n| The treaty was signed. | It was *good*. |\n",
        "Plain text with **a bold *and* slanted** word, `code` and [a link](https://a.example).",
    ],
)
def test_all_of_a_text_is_on_the_page(source: str) -> None:
    briefing = brief(read(source.encode(), "x.md"))
    html = page(briefing)
    Page(html)
    words = re.sub(r"<[^>]+>", "", html[html.index("<article") :])
    for word in re.findall(r"\w+", briefing.document.text):
        assert word in words


@settings(max_examples=50, deadline=None)
@given(st.text(alphabet="ab <>&\"'*_`[]()#|-\n.:/h") | st.text())
def test_any_text_makes_a_page(text: str) -> None:
    document = Document("x.txt", text, "text", (Block("paragraph", 0, len(text)),))
    Page(page(brief(document)))
