"""Which part of a page is its article: the smallest one with nearly all of its running text.

After B. Pasternack and D. Roth (the text of an article is dense and in one place) and C.
Kohlschütter et al. (words and links of a block say whether it is text or furniture), with the
names that pages give to their furniture. What the names say counts only where it does not take
most of the text away.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from briefing.formats.html_blocks import is_table
from briefing.formats.html_tree import BLOCKS, UNSEEN, Node, Text

_FURNITURE_TAGS = frozenset(
    {"nav", "footer", "aside", "form", "button", "dialog", "menu", "search"}
)
_FURNITURE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "complementary", "search", "dialog", "alertdialog"}
    | {"menu", "menubar", "toolbar", "tablist", "alert", "doc-backlink"}
)
_NAMES = r"""
    nav(?:bar|igation|box)?|menu|breadcrumbs?|sidebar|side-?(?:bar|column|rail)|footer|masthead
    |(?:site|page|global)-?(?:header|nav|top|links)|top-?bar|toolbar|skip-?(?:link|to)?
    |ads?|adverts?|advertisement|advertorial|adsense|ad-?(?:slot|unit|box|container|wrapper|label)
    |sponsor(?:ed)?|promo(?:tion)?s?|outbrain|taboola|teasers?
    |related|recommend(?:ed|ations?)?|more-?(?:stories|news|from|on|like)|read-?(?:more|next|also)
    |see-?also|most-?(?:read|popular|viewed)|trending|popular|you-?may|also-?like|up-?next
    |cookies?|consent|gdpr|ccpa|privacy-?(?:banner|notice)|onetrust
    |newsletter|subscribe|subscription|sign-?(?:up|in)|log-?in|register|paywall|regwall|piano|offer
    |shar(?:e|ing)|social|follow-?us|sharedaddy|addtoany|reactions?|tools|actions|print-?only
    |comments?(?:list|-list|-area|-section)?|disqus|respond|replies|discussion|forum-?thread
    |pop-?up|modal|overlay|lightbox|tooltip|widget|pager|pagination|next-?prev|post-?navigation
    |tags?-?(?:list|cloud|links)?|catlinks|categories|author-?(?:bio|box)|about-?author
    |edit(?:section|-link)|mw-(?:jump-link|editsection|navigation|panel|head|footer|indicators)
    |toc|table-?of-?contents|printfooter|noprint|references-?tools|infobox-?nav|back-?to-?top
    |app-?(?:banner|download)|donat(?:e|ion)s?|banner|ticker|weather|carousel
"""
_NAME = re.compile(rf"(?:^|[\s_]|--|__|-)(?:{_NAMES})(?:$|[\s_-])", re.VERBOSE | re.IGNORECASE)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KEEP = re.compile(
    r"(?:^|[\s_-])(?:article-?(?:body|content|text)|story-?body|entry-?content|post-?body)(?:$|[\s_-])",
    re.IGNORECASE,
)
_COMMENTS = re.compile(
    r"(?:^|[\s_-])(?:comments?|disqus|respond|replies|discussion)", re.IGNORECASE
)
_PHRASE = re.compile(
    r"""advertisement|sponsored(?:\ content)?$|(?:paid|partner)\ content|©|copyright\b|\(c\)\ \d{4}
    |all\ rights\ reserved|(?:we|this\ (?:web)?site)\ uses?\ cookies|accept\ (?:all\ )?cookies
    |(?:by\ continuing|manage)\b.*\bcookies
    |(?:please\ )?(?:subscribe|sign\ (?:up|in)|log\ in|register)\b
       (?=.*\b(?:now|today|newsletter|read|continue|access|account|free|us|updates|alerts|inbox
       |comment)\b|$)
    |already\ (?:a\ )?(?:subscriber|registered|have\ an\ account)
    |follow\ (?:us|@)|share\ (?:this|on|via)\b|(?:tweet|print|e-?mail)\ this
    |read\ (?:more|next|also)\b|related\ (?:stories|articles|content|coverage|links|topics)|related:
    |(?:most|more)\ (?:read|popular|stories|from|on\ this)\b|recommended(?:\ for\ you)?$|trending
    |you\ (?:may|might)\ also|skip\ to\b|back\ to\ (?:top|the\ top)|jump\ to\b
    |(?:story|article)\ continues\ below|continue\ reading|click\ here|download\ (?:our|the)\ app
    |get\ (?:our|the)\b.*\b(?:newsletter|inbox|app)|join\ (?:us|our)\b
    |\d+\ comments?$|leave\ a\ (?:comment|reply)|view\ (?:all\ )?comments|comments\ are\ closed
    |(?:terms\ (?:of|and)|privacy\ policy|powered\ by|filed\ under|tags?:|topics?:)
    |\d+\ min(?:ute)?s?\ read$|(?:play|watch)\ video""",
    re.VERBOSE | re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)\]]*$")

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_CELLS = frozenset({"td", "th"})
_TAIL = frozenset({"li", "dt", "dd", "td", "th", "figcaption", "caption", "pre", "blockquote"})
"""What may end an article without being a sentence."""

_SHORT = 25
"""Words up to which a block that begins with a phrase of furniture is furniture."""
_LONG = 15
"""Words from which a block is running text though it does not end as a sentence does."""
_LINKED, _ALL_LINKED = 0.33, 0.6
"""The share of its words in links from which a block is no running text, or only links."""
_MOST = 0.9
"""The share of the running text that the smallest element with the article holds."""
_TOO_MUCH, _SECTION = 0.6, 0.3
"""The share of it that no name, and no heading such as "Related", takes away."""
_ENOUGH = 60
"""Words of an article beside which comments are no article, however long they are."""


@dataclass(slots=True)
class _Block:
    """Text that nothing parts, in the element it stands in, as some of its children."""

    node: Node
    children: dict[int, None] = field(default_factory=dict)
    words: int = 0
    linked: int = 0
    text: list[str] = field(default_factory=list)
    line: str = ""
    is_phrase: bool = False
    weight: float = 0.0

    def close(self) -> None:
        """See what it is, once it is complete."""
        self.line = " ".join("".join(self.text).split())
        self.is_phrase = self.words <= _SHORT and _PHRASE.match(self.line) is not None
        if self.is_phrase or self.node.tag in _HEADINGS or self.linked > _LINKED * self.words:
            return
        if self.words >= _LONG:
            self.weight = self.words
        elif self.words >= 4 and _SENTENCE_END.search(self.line):
            self.weight = 0.3 * self.words

    @property
    def is_linked(self) -> bool:
        """Whether it is nearly nothing but links."""
        return self.linked > _ALL_LINKED * self.words


@dataclass(frozen=True, slots=True)
class Article:
    """The part of a page to be read.

    `left_out` holds the `id()` of nodes and texts below `root` that are furniture. `share` is how
    much of the visible text is kept, `hidden` how many words cannot be seen in a browser.
    """

    root: Node
    left_out: frozenset[int]
    share: float
    hidden: int


def find(page: Node, headline: Node | None = None, title: str = "") -> Article:
    """The article of a page, all of the page where nothing stands out.

    `headline` is the element that is known to hold its title, `title` what the page is called.
    """
    return _Search(page).article(headline, title)


class _Search:
    def __init__(self, page: Node) -> None:
        self._page = page
        self._hidden = 0
        self._blocks: list[_Block] = []
        self._parents: dict[int, Node] = {}
        self._weights: dict[int, float] = {}
        self._first: dict[int, _Block] = {}
        self._order: list[Node] = []
        self._keys: list[tuple[int, int]] = []
        """The `id()` of each element in order, and that of what it lies in."""
        self._left_out: set[int] = set()
        self._collect()

    def _collect(self) -> None:
        """The elements and blocks of the page that can be seen, in their order."""
        block: _Block | None = None
        stack: list[tuple[Node | Text | None, Node, int, bool]]
        stack = [(self._page, self._page, id(self._page), False)]
        while stack:
            one, around, child_of, linked = stack.pop()
            if one is None:  # the end of an element
                block = None
            elif isinstance(one, Text):
                words = len(one.text.split())
                if words and block is None:
                    block = _Block(around)
                    self._blocks.append(block)
                if block:
                    block.children[child_of] = None
                    block.words += words
                    block.linked += words if linked else 0
                    block.text.append(one.text)
            elif one.tag in UNSEEN:
                continue
            elif one.hidden:
                self._hidden += len(one.words().split())
            else:
                self._order.append(one)
                parts = one.tag in BLOCKS or one is self._page
                if parts:
                    block = None
                    stack.append((None, one, 0, False))
                    around = one
                elif one.tag == "br" and block:
                    block.text.append(" ")
                for child in reversed(one.children):
                    if isinstance(child, Node):
                        self._parents[id(child)] = one
                    inner = id(child) if parts else child_of
                    stack.append((child, around, inner, linked or one.tag == "a"))
        parents = self._parents
        self._keys = [(id(one), id(parents.get(id(one)))) for one in self._order]
        for block in self._blocks:
            block.close()
            for node in self._above(block.node):
                if id(node) in self._first:
                    break
                self._first[id(node)] = block
        self._weights = self._weigh(self._blocks)

    def _weigh(self, blocks: Iterable[_Block]) -> dict[int, float]:
        """How much running text each element holds."""
        weights: dict[int, float] = defaultdict(float)
        for block in blocks:
            weights[id(block.node)] += block.weight
        for key, around in reversed(self._keys):
            if weight := weights.get(key):
                weights[around] += weight
        return weights

    def _above(self, node: Node) -> Iterator[Node]:
        """An element and all it lies in."""
        one: Node | None = node
        while one is not None:
            yield one
            one = self._parents.get(id(one))

    def article(self, headline: Node | None, title: str) -> Article:
        total = self._weights[id(self._page)]
        if total:
            self._leave_out_names(total)
            self._leave_out_sections(total)
        root = self._root()
        headline = headline or self._titled(title)
        wide = self._with_headline(root, headline)
        self._leave_out_blocks(root, wide, headline)
        kept = sum(block.words for block in self._inside(wide))
        seen = sum(block.words for block in self._blocks)
        return Article(wide, frozenset(self._left_out), kept / seen if seen else 1.0, self._hidden)

    def _titled(self, title: str) -> Node | None:
        """The first element whose text the title of the page repeats."""
        for block in self._blocks:
            if block.words >= 3 and block.line in title:
                return block.node
        return None

    def _leave_out_names(self, total: float) -> None:
        """Leave out what is furniture by its names, unless it holds most of the text."""
        lost = 0.0
        for node in self._order:
            parent = self._parents.get(id(node))
            if parent is not None and id(parent) in self._left_out:
                self._left_out.add(id(node))
            elif _is_furniture(node):
                weight = self._weights[id(node)]
                rest = total - lost - weight
                if weight <= _TOO_MUCH * total or (_is_comments(node) and rest > _ENOUGH):
                    self._left_out.add(id(node))
                    lost += weight

    def _leave_out_sections(self, total: float) -> None:
        """Leave out what begins with words such as "Related stories"."""
        for block in self._blocks:
            if not block.is_phrase:
                continue
            section = None
            for node in self._above(block.node):
                if self._first[id(node)] is not block or self._weights[id(node)] > _SECTION * total:
                    break
                section = node
            if section is not None and section is not self._page:
                self._left_out.add(id(section))

    def _root(self) -> Node:
        """The smallest element with nearly all of the running text that is left."""
        weights = self._weigh(self._inside(self._page))
        most = _MOST * weights[id(self._page)]
        root = self._page
        while most:
            inner = (child for child in root.children if isinstance(child, Node))
            heavy = next((one for one in inner if weights[id(one)] >= most), None)
            if heavy is None or heavy.tag in ("p", "li", "dd", "blockquote", "pre"):
                break
            if heavy.tag == "table" and is_table(heavy):
                break
            root = heavy
        return root

    def _with_headline(self, root: Node, headline: Node | None) -> Node:
        """The smallest element that holds `root` and the headline too."""
        if headline is None:
            return root
        above = {id(node) for node in self._above(headline)}
        return next((node for node in self._above(root) if id(node) in above), root)

    def _leave_out_blocks(self, root: Node, wide: Node, headline: Node | None) -> None:
        """Leave out single blocks: phrases, links, and what stands around the article."""
        within = {id(block) for block in self._inside(root)}
        blocks = self._inside(wide)
        running = [i for i, one in enumerate(blocks) if one.weight and id(one) in within]
        if not running:
            return
        first, last = running[0], running[-1]
        beside = self._parents.get(id(headline)) if headline else None
        titles = {id(block) for block in self._inside(headline)} if headline else set()
        begun = not titles
        for index, block in enumerate(blocks):
            if id(block) in titles:
                begun = True
                continue
            by_headline = beside is not None and self._parents.get(id(block.node)) is beside
            if (
                block.is_phrase
                or (block.is_linked and block.node.tag not in _CELLS | _HEADINGS)
                or (id(block) not in within and not (index < first and (begun or by_headline)))
                or (index > last and not self._may_end(block))
            ):
                self._left_out.update(block.children)

    def _may_end(self, block: _Block) -> bool:
        around = self._parents.get(id(block.node))
        return block.node.tag in _TAIL or (around is not None and around.tag in _TAIL)

    def _inside(self, root: Node) -> list[_Block]:
        """The blocks of an element that are not left out."""
        inside: set[int] = set()
        left_out, top = self._left_out, id(root)
        for key, around in self._keys:  # what an element lies in comes before it
            if (around in inside or key == top) and key not in left_out:
                inside.add(key)
        return [
            block
            for block in self._blocks
            if id(block.node) in inside and not self._left_out.issuperset(block.children)
        ]


def _names(node: Node) -> str:
    return _CAMEL.sub("-", f"{node.get('class')} {node.get('id')}")


def _is_furniture(node: Node) -> bool:
    if node.tag in ("html", "body", "main", "#root", "h1"):
        return False
    if node.tag in _FURNITURE_TAGS or node.get("role").lower() in _FURNITURE_ROLES:
        return True
    if node.get("role") == "main" or node.get("itemprop") == "articleBody":
        return False
    if not (node.get("class") or node.get("id")):
        return False
    names = _names(node)
    return bool(_NAME.search(names)) and not _KEEP.search(names)


def _is_comments(node: Node) -> bool:
    return _COMMENTS.search(_names(node)) is not None
