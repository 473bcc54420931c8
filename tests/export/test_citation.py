from briefing import formats
from briefing.document import Block, Document
from briefing.export.citation import citation, locator, origin
from tests.export import sample

CODE = "# Pact\n\nFirst of all\nand then.\n\n    one\n    two\n"


def test_words_are_quoted_with_title_date_file_and_line() -> None:
    source = b"---\ntitle: Harbour pact\ndate: 2021-06-02\n---\n\nNothing yet.\n\nIt was signed.\n"
    document = formats.read(source, "pacts/harbour.md")
    start = document.text.index("It")
    assert (
        citation(document, start, len(document.text))
        == "“It was signed.” Harbour pact, 2021-06-02, harbour.md, line 8"
    )


def test_what_is_not_known_is_left_out() -> None:
    assert citation(Document("-", "Some words.", "text"), 5, 10) == "“words”"
    assert origin(Document("C:\\notes\\a.txt", "Words.", "text"), 0) == "a.txt"


def test_the_line_is_that_of_the_block_or_of_the_line_in_it() -> None:
    document = formats.read(CODE.encode(), "a.md")
    assert locator(document, document.text.index("then")) == "line 3"
    assert locator(document, document.text.index("two")) == "line 7"


def test_pages_and_parts_are_named_and_so_is_the_author() -> None:
    blocks = (Block("paragraph", 0, 4, page=3), Block("paragraph", 6, 10, part="footnote 2"))
    document = Document("a.pdf", "One.\n\nTwo.", "pdf", blocks, author="Ann Roe")
    assert origin(document, 1) == "Ann Roe, a.pdf, page 3"
    assert origin(document, 7) == "Ann Roe, a.pdf, footnote 2"


def test_it_is_on_one_line_and_cannot_command_a_terminal() -> None:
    document = Document("a\x1b.txt", " One\n\ttwo \x1b]52;c;x\x07", "text", (Block("code", 0, 9),))
    assert citation(document, 0, 19) == "“One two ␛]52;c;x␇” a␛.txt"


def test_the_sample_has_no_lines() -> None:
    document = sample.briefing().document
    assert origin(document, 20) == "Harbour pact, 2021-06-02, harbour.txt"
