"""HTML as a tree of elements, whatever the mistakes in it, and what of it nobody can see.

The parser of the standard library, because it takes 0.16 s for a megabyte and no nesting hurts
it; because it says in which line everything stands, which the faster ones do not; and because
it needs nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import NamedTuple

_ELEMENTS = """
    a abbr acronym address applet area article aside audio b base bdi bdo big blockquote body br
    button canvas caption center cite code col colgroup data datalist dd del details dfn dialog dir
    div dl dt em embed fieldset figcaption figure font footer form frame frameset h1 h2 h3 h4 h5 h6
    head header hgroup hr html i iframe img input ins kbd label legend li link main map mark menu
    meta meter nav nobr noframes noscript object ol optgroup option output p param picture pre
    progress q rp rt ruby s samp script search section select slot small source span strike strong
    style sub summary sup svg table tbody td template textarea tfoot th thead time title tr track
    tt u ul var video wbr
"""
_BLOCK_ELEMENTS = """
    address article aside blockquote body caption center dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main
    menu nav ol optgroup option p pre search section summary table tbody td tfoot th thead tr ul
"""
ELEMENTS = frozenset(_ELEMENTS.split())
"""The elements of HTML. What else stands in angle brackets is text: "Dear <name>"."""
BLOCKS = frozenset(_BLOCK_ELEMENTS.split())
"""The elements that part text into blocks."""
UNSEEN = frozenset(
    {"script", "style", "head", "template", "iframe", "noframes", "noscript", "svg", "object"}
    | {"canvas", "audio", "video", "map", "datalist", "applet", "select", "textarea"}
)
"""The elements whose content is no text to be read."""

_VOIDS = "area base br col embed frame hr img input link meta param source track wbr"
_VOID = frozenset(_VOIDS.split())
_DEEPEST = 200
"""Elements within each other; what is nested deeper belongs to the last of them."""
_SCOPE = frozenset({"table", "td", "th", "body", "html", "ul", "ol", "dl", "menu", "blockquote"})
_ENDED_BY = {
    "li": ({"li"}, {"ul", "ol", "menu", "dir"}),
    "dt": ({"dt", "dd"}, {"dl"}),
    "dd": ({"dt", "dd"}, {"dl"}),
    "tr": ({"tr", "td", "th"}, {"table"}),
    "td": ({"td", "th"}, {"tr", "table"}),
    "th": ({"td", "th"}, {"tr", "table"}),
    "option": ({"option"}, {"select"}),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ({"thead", "tbody", "tfoot", "tr"}, {"table"})),
}
"""Which open elements end where one begins, and the elements beyond which none is sought."""
_COMMENT = re.compile(r"<!--.*?(?:-->|\Z)|<[!?][^>]*(?:>|\Z)", re.DOTALL)
_NO_TAG = re.compile(r"<(?![a-zA-Z/])")
_TAG = re.compile(r"<[a-zA-Z]")
# Each element costs some microseconds; in real pages they are no denser than one in ten characters.
_DENSE_FROM = 200_000  # characters
_SPARSE = 8
_LAST_TAG = re.compile(r"<[a-zA-Z/][^>]*\Z")
_COLOUR = re.compile(r"(?:^|;)\s*(?:(background)(?:-color)?|color)\s*:\s*([^;!]+)")
_UNSEEN_STYLE = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|(?<![\w-])opacity\s*:\s*0*\.?0+(?![.\d])"
    r"|font-size\s*:\s*0(?![.\d])|(?:left|top|text-indent)\s*:\s*-\d{4,}"
)
_WHITE = {"white", "#fff", "#ffffff", "rgb(255,255,255)"}


class Text(NamedTuple):
    """Characters between tags, and the line of the file in which they begin."""

    text: str
    line: int


@dataclass(slots=True)
class Node:
    """An element. `hidden` says that it is not shown though its content is text."""

    tag: str
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Node | Text] = field(default_factory=list)
    line: int = 0
    hidden: bool = False

    def get(self, name: str) -> str:
        """An attribute; empty where it is not there."""
        return self.attributes.get(name, "")

    def walk(self) -> Iterator[Node]:
        """All elements below it and itself, in their order."""
        stack = [self]
        while stack:
            node = stack.pop()
            yield node
            stack.extend(child for child in reversed(node.children) if isinstance(child, Node))

    def words(self) -> str:
        """All text below it, seen or not, on one line."""
        parts = []
        stack: list[Node | Text] = [self]
        while stack:
            one = stack.pop()
            if isinstance(one, Text):
                parts.append(one.text)
            else:
                parts.append(" " if one.tag in BLOCKS or one.tag == "br" else "")
                stack.extend(reversed(one.children))
        return " ".join("".join(parts).split())


def is_dense(source: str) -> bool:
    """Whether there are so many elements in so little text that they would take too long."""
    return len(source) >= _DENSE_FROM and len(_TAG.findall(source)) > len(source) / _SPARSE


def parse(source: str, line: int = 1) -> Node:
    """The tree of a page, or of a piece of one, that begins in `line`.

    What is too dense is one element with all of it, as it is written.
    """
    if is_dense(source):
        return Node("#root", {}, [Node("pre", {}, [Text(source, line)], line)], line)
    # The parser looks for the end of each comment and tag anew; without them it is linear.
    source = _COMMENT.sub(lambda match: "\n" * match[0].count("\n"), source)
    source = _NO_TAG.sub("&lt;", _LAST_TAG.sub("", source))
    parser = _Parser(line)
    parser.feed(source)
    parser.close()
    return parser.root


class _Parser(HTMLParser):
    def __init__(self, line: int) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Node("#root", line=line)
        self._open = [self.root]
        self._before = line - 1
        self._too_deep = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ELEMENTS and "-" not in tag and ":" not in tag:
            self.handle_data(self.get_starttag_text() or "")
            return
        self._end_implied(tag)
        line = self._before + self.getpos()[0]
        attributes = {name: value or "" for name, value in reversed(attrs)}
        node = Node(tag, attributes, [], line, _is_hidden(attributes))
        if tag in _VOID:
            self._open[-1].children.append(node)
        elif len(self._open) >= _DEEPEST:
            self._too_deep += 1
        else:
            self._open[-1].children.append(node)
            self._open.append(node)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """In HTML the slash says nothing: `<div/>` begins an element."""
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
            return
        for index in range(len(self._open) - 1, 0, -1):
            open_ = self._open[index].tag
            if open_ == tag:
                del self._open[index:]
                return
            if open_ in ("td", "th", "table") and tag not in ("table", "tr", "tbody", "thead"):
                return  # a mistake in a cell ends nothing outside it

    def handle_data(self, data: str) -> None:
        self._open[-1].children.append(Text(data, self._before + self.getpos()[0]))

    def _end_implied(self, tag: str) -> None:
        if tag in BLOCKS and self._open[-1].tag == "p":
            self._open.pop()
        if tag not in _ENDED_BY:
            return
        ended, scope = _ENDED_BY[tag]
        for index in range(len(self._open) - 1, 0, -1):
            open_ = self._open[index].tag
            if open_ in ended:
                del self._open[index:]
                if tag != "tr":
                    return
            elif open_ in scope:
                return


def _is_hidden(attributes: dict[str, str]) -> bool:
    if "hidden" in attributes or attributes.get("aria-hidden", "").lower() == "true":
        return True
    style = attributes.get("style", "").lower()
    return bool(style) and (_UNSEEN_STYLE.search(style) is not None or _is_white_on_white(style))


def _is_white_on_white(style: str) -> bool:
    """Whether a style gives text the colour of its ground, white where it names none."""
    colours = {match[1] or "": "".join(match[2].split()) for match in _COLOUR.finditer(style)}
    ground = colours.get("background", "white")
    text = colours.get("", "")
    return bool(text) and (text == ground or {text, ground} <= _WHITE)
