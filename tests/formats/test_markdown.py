import pytest

from briefing import formats
from briefing.document import Document


def read(text: str) -> Document:
    return formats.read(text.encode(), "a.md")


def shown(document: Document) -> list[tuple[str, int, str, str]]:
    return [(b.kind, b.level, b.marker, document.text[b.start : b.end]) for b in document.blocks]


def test_blocks() -> None:
    document = read(
        "# Title\n\nA wrapped\nline.  \nAfter a break.\n\n> Quoted.\n>\n> > Deeper.\n\n"
        "- One\n    1. Inner\n- Two\n\n  more\n\n"
        "```py\nx = 1\n\ny = 2\n```\n\n* * *\n\nPart\n----\n"
    )
    assert document.title == "Title"
    assert shown(document) == [
        ("heading", 1, "", "Title"),
        ("paragraph", 0, "", "A wrapped line.\nAfter a break."),
        ("quote", 1, "", "Quoted."),
        ("quote", 2, "", "Deeper."),
        ("item", 1, "•", "One"),
        ("item", 2, "1.", "Inner"),
        ("item", 1, "•", "Two"),
        ("item", 1, "", "more"),
        ("code", 0, "", "x = 1\n\ny = 2"),
        ("heading", 2, "", "Part"),
    ]


def test_inline_marks_and_link_targets() -> None:
    document = read("See **bold\nwords**, *light*, `code` and [a link](javascript:alert(1)).")
    assert document.text == "See bold words, light, code and a link."
    marks = [(m.kind, document.text[m.start : m.end], m.target) for m in document.inlines]
    assert marks == [
        ("strong", "bold words", ""),
        ("emphasis", "light", ""),
        ("code", "code", ""),
        ("link", "a link", "javascript:alert(1)"),
    ]


def test_a_table_has_rows_of_cells() -> None:
    document = read("| Party | **Date** |\n|---|---|\n| India | 2019 |\n")
    (block,) = document.blocks
    assert document.text == "Party\tDate\nIndia\t2019"
    assert [[document.text[a:b] for a, b in row] for row in block.rows] == [
        ["Party", "Date"],
        ["India", "2019"],
    ]


def test_a_table_in_html_has_them_too() -> None:
    document = read("<table>\n<tr><th>Party</th><td><p>India</p></td></tr>\n</table>\n\nAfter.")
    assert document.text == "Party\tIndia\n\nAfter."


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("The 13<sup>th</sup> <u>of</u> May<br>and on", "The 13th of May\nand on"),
        ("AT&amp;T &#8211; &quot;so&quot;", 'AT&T – "so"'),
        ("Live &#27;[2J and &#x9b;", "Live \ufffd[2J and \ufffd"),
        ("One <!-- hidden --> two <script>alert(1)</script> three", "One  two  three"),
        ("Dear <name>, <b>hello</b>", "Dear <name>, hello"),
        ("![A map](data:image/png;base64,AAAA) here", "A map here"),
        ("<div>\n\nInside\n\n</div>", "Inside"),
        ("<h2>Part</h2>\n<p>Some text\nhere.</p>", "Part\n\nSome text here."),
        ("<style>p {}</style>\n\nText", "Text"),
        ("Text.\n\n\\# \\# \\#", "Text."),
        ("Text.\n\n**\\###**", "Text."),
        ("Bold **words\u00a0**go on", "Bold words\u00a0go on"),
        ("Lost** star and 2\\*3 \\*escaped\\*", "Lost star and 2*3 *escaped*"),
        ("1986\\. A great year", "1986. A great year"),
        ("1986. A great year", "1986. A great year"),
        ("Line one  \n\u00a0\u00a0line two", "Line one\nline two"),
    ],
)
def test_no_markup_is_left_in_the_text(source: str, text: str) -> None:
    assert read(source).text == text


def test_a_table_of_one_column_is_a_frame_around_text() -> None:
    document = read("<table><tr><td><p>One paragraph.</p><p>Two.</p></td></tr></table>")
    assert [block.kind for block in document.blocks] == ["paragraph", "paragraph"]


def test_bullets_after_line_breaks_are_items() -> None:
    document = read("They agreed:  \n• trade  \n• visas\n")
    assert [(b.kind, b.marker) for b in document.blocks] == [
        ("paragraph", ""),
        ("item", "•"),
        ("item", "•"),
    ]


def test_a_bold_line_over_text_is_a_heading() -> None:
    document = read("Opening text.\n\n**The Parties and Their Aims**\n\n**Note:** Text follows.")
    assert [document.text[b.start : b.end] for b in document.headings()] == [
        "The Parties and Their Aims"
    ]


def test_the_title_of_the_front_matter_wins() -> None:
    assert read("---\ntitle: Given\n---\n# Written\n\nText.").title == "Given"


def test_deep_nesting_is_cut_and_told() -> None:
    document = read("\n".join("  " * level + "- a" for level in range(200)))
    assert document.notices == ("What is nested more than 40 deep is not shown.",)


@pytest.mark.parametrize("unit", ["a\n", "- a\n", "# A\n", "a\n\n", "**a** "])
def test_so_many_marks_that_they_would_take_too_long_are_shown_as_they_are(unit: str) -> None:
    document = read(unit * (60_000 // len(unit)))
    assert document.notices == (formats.TOO_DENSE,)
    assert document.blocks


def test_a_long_table_is_still_one() -> None:
    document = read("| Name | Date |\n|---|---|\n" + "| Harbour Pact | 2019 |\n" * 5000)
    assert [block.kind for block in document.blocks] == ["table"]
    assert document.notices == ()
