"""Books: their chapters in order, each a part that citations name."""

from briefing import formats
from briefing.formats.limits import Limits
from tests.formats.packages import epub

CHAPTERS = {
    "two.xhtml": "<html><body><h1>The second</h1><p>Later words.</p></body></html>",
    "one.xhtml": "<html><body><h1>The first</h1><p>Words &#27;[2J here.</p><nav>x</nav></html>",
    "three.xhtml": "<html><body><p>Without a heading.</p></body></html>",
}
ORDER = ["one.xhtml", "two.xhtml", "three.xhtml"]
METADATA = """<dc:title>A book</dc:title><dc:creator>Ann Roe</dc:creator>
<dc:creator>Jon Vik</dc:creator>
<dc:date>2001-02-03</dc:date><dc:language>en</dc:language>"""


def test_chapters_are_parts_in_the_order_of_reading() -> None:
    document = formats.read(epub(CHAPTERS, METADATA, ORDER), "a.epub")
    assert (document.title, document.author) == ("A book", "Ann Roe, Jon Vik")
    assert (document.date, document.language, document.format) == ("2001-02-03", "en", "epub")
    assert [(block.kind, block.part) for block in document.blocks] == [
        ("heading", "“The first”"),
        ("paragraph", "“The first”"),
        ("heading", "“The second”"),
        ("paragraph", "“The second”"),
        ("paragraph", "part 3"),
    ]
    assert "\x1b" not in document.text


def test_a_chapter_that_is_missing_is_told() -> None:
    data = epub({**CHAPTERS, "../../etc/passwd": ""}, METADATA, [*ORDER, "../../etc/passwd"])
    document = formats.read(data, "a.epub")
    assert len(document.blocks) == 5
    assert document.notices == (
        "Part 4 of the book could not be read: damaged: it has no ../etc/passwd.",
    )


def test_a_bomb_in_a_book_is_told() -> None:
    bomb = f"<html><body><p>{'word ' * 4_000_000}</p></body></html>"
    document = formats.read(epub({**CHAPTERS, "bomb.xhtml": bomb}), "a.epub")
    assert "limit ratio" in document.notices[0]


def test_a_long_book_is_cut_and_said() -> None:
    document = formats.read(epub(CHAPTERS, "", ORDER), "a.epub", limits=Limits(text=20))
    assert document.notices == ("Showing 1 of 3 parts of the book (limit text).",)


def test_an_empty_book_says_so() -> None:
    document = formats.read(epub({"a.xhtml": ""}), "a.epub")
    assert document.notices == ("There is no text in this file.",)
