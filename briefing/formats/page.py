"""Web pages that were saved: the article, and what the page says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from briefing.document import normalise_newlines
from briefing.formats import TOO_DENSE, FormatError, article, cut, encoding, html_blocks, html_tree
from briefing.formats.dateline import iso_prefix, read_date
from briefing.formats.html_tree import Node
from briefing.formats.pieces import Parsed
from briefing.formats.text import date_line

_CHARSET = re.compile(
    rb"""<(?:meta\b[^>]{0,200}?|\?xml\b[^>]{0,200}?en)c(?:harset|oding)\s*=\s*["']?\s*([\w.:-]+)""",
    re.IGNORECASE,
)
_DATES = (
    *("article:published_time", "og:article:published_time", "datepublished", "publish-date"),
    *("dc.date.issued", "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created"),
    *("citation_publication_date", "sailthru.date", "parsely-pub-date", "pubdate", "date"),
)
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "parsely-author", "byl")
_TITLES = ("og:title", "twitter:title", "dc.title", "citation_title")
_SITE = re.compile(r"\s+[|–—·»-]\s+")
_LONGEST = 1 << 18
_MUCH = 0.97


def parse(data: bytes, size: int, most: int) -> Parsed:
    """The article in a page of which `data` holds at least the first `most` bytes."""
    data = data[:most]
    decoded = encoding.decode(data, cut=size > len(data), declared=_declared(data))
    if not decoded.text.strip():
        raise FormatError("the file is empty")
    notices = list(decoded.notices)
    if size > len(data):
        notices.append(cut(len(data), size))
    source = normalise_newlines(decoded.text)
    if html_tree.is_dense(source):
        notices.append(TOO_DENSE)
    tree = html_tree.parse(source)
    facts = Facts(tree)
    found = article.find(tree, facts.headline, facts.named)
    pieces = html_blocks.blocks(found.root, found.left_out) or html_blocks.blocks(tree)
    if facts.headline and not any(one.text == facts.title for one in pieces[:6]):
        pieces = [*html_blocks.blocks(facts.headline), *pieces]
    if pieces and found.share < _MUCH:
        notices.append(
            f"Showing the article, {found.share:.0%} of the text of the page; the rest is "
            "navigation and the like."
        )
    if found.hidden:
        words = "1 word" if found.hidden == 1 else f"{found.hidden:,} words"
        notices.append(f"Hidden text was left out: {words} that a browser does not show.")
    return Parsed(
        pieces,
        facts.title,
        facts.date or date_line(pieces),
        tuple(notices),
        facts.author,
        facts.language,
        decoded.encoding,
    )


def _declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    return match[1].decode("ascii") if match else None


class Facts:
    """What a page says of itself: in its head, in data for search engines, in its markup."""

    def __init__(self, tree: Node) -> None:
        self._meta: dict[str, str] = {}
        self._data: list[dict[str, Any]] = []
        self._title = ""
        self._times: list[str] = []
        self._by: list[str] = []
        self.headline: Node | None = None
        self.language: str | None = None
        headings: list[Node] = []
        for node in tree.walk():
            self._take(node, headings)
        self.headline = self._main_heading(headings)

    def _take(self, node: Node, headings: list[Node]) -> None:
        match node.tag:
            case "html":
                self.language = self.language or node.get("lang") or node.get("xml:lang") or None
            case "meta":
                name = node.get("property") or node.get("name") or node.get("itemprop")
                if name and (content := node.get("content").strip()):
                    self._meta.setdefault(name.lower(), content)
            case "title" if not self._title:
                self._title = node.words()
            case "script" if node.get("type").lower() == "application/ld+json":
                self._data.extend(_objects(node))
            case "h1" if not node.hidden and node.words():
                headings.append(node)
            case "time" if node.get("datetime"):
                self._times.append(node.get("datetime"))
        if "author" in (node.get("rel"), node.get("itemprop")) and node.tag != "meta":
            self._by.append(node.words())
        if node.get("itemprop") == "datePublished" and node.tag != "meta":
            self._times.insert(0, node.get("datetime") or node.get("content") or node.words())

    @property
    def named(self) -> str:
        """All that the page is called in its head."""
        return "\n".join((self._title, *(self._meta.get(name, "") for name in _TITLES)))

    def _main_heading(self, headings: list[Node]) -> Node | None:
        """The first heading that the title of the page repeats, or the only one."""
        named = self.named.lower()
        for heading in headings:
            if heading.words().lower() in named:
                return heading
        return headings[0] if len(headings) == 1 else None

    @property
    def title(self) -> str | None:
        """The headline, else the title without the name of the site."""
        if self.headline is not None:
            return self.headline.words()
        named = next((self._meta[name] for name in _TITLES if name in self._meta), "")
        named = named or next((str(one["headline"]) for one in self._data if "headline" in one), "")
        if named:
            return " ".join(named.split())
        parts = _SITE.split(self._title)
        return max(parts, key=len) or None

    @property
    def date(self) -> str | None:
        """When it was published, if the page says so."""
        given = (
            *(self._meta[name] for name in _DATES if name in self._meta),
            *(str(one["datePublished"]) for one in self._data if "datePublished" in one),
            *self._times[:1],
        )
        for date in given:
            if found := iso_prefix(date.replace("/", "-")) or read_date(date):
                return found
        return None

    @property
    def author(self) -> str | None:
        """Who wrote it, if the page says so; an address is no name."""
        given = (
            *(self._meta[name] for name in _AUTHORS if name in self._meta),
            *(name for one in self._data for name in _people(one.get("author"))),
            *self._by,
        )
        names = (" ".join(name.split()).removeprefix("By ") for name in given)
        return next((name for name in names if name and "://" not in name), None)


def _objects(node: Node) -> Iterator[dict[str, Any]]:
    """The objects of a script of JSON-LD."""
    import json

    source = "".join(child.text for child in node.children if not isinstance(child, Node))
    if len(source) > _LONGEST:
        return
    try:
        value = json.loads(source)
    except (ValueError, RecursionError):
        return
    values = value if isinstance(value, list) else [value]
    for one in values:
        if isinstance(one, dict):
            yield one
            graph = one.get("@graph")
            yield from (
                (inner for inner in graph if isinstance(inner, dict))
                if isinstance(graph, list)
                else ()
            )


def _people(value: object) -> Iterator[str]:
    for one in value if isinstance(value, list) else [value]:
        name = one.get("name") if isinstance(one, dict) else one
        if isinstance(name, str):
            yield name
