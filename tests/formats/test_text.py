from pathlib import Path

import pytest

from briefing import formats
from briefing.document import Document

SEED = Path(__file__).parents[2] / "seeds" / "000_a5ba780fe487a775.txt"


def read(text: str) -> Document:
    return formats.read(text.encode(), "a.txt")


def shown(document: Document) -> list[tuple[str, str]]:
    return [(b.marker or b.kind, document.text[b.start : b.end]) for b in document.blocks]


def test_the_seed() -> None:
    document = formats.read(SEED.read_bytes(), str(SEED))
    assert document.date == "2019-11-24"
    assert document.title is None
    assert document.text.startswith("India, according to sources")
    assert [document.slice(b.start, b.end) for b in document.headings()] == [
        "Possible visit of the US President Donald Trump",
        "More Agreements to be signed?",
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    document = read(
        "The two sides agreed on a long-\nterm plan for the pre- and post-war\nyears.\n\nNext.\n"
    )
    assert document.text == (
        "The two sides agreed on a long-term plan for the pre- and post-war years.\n\nNext."
    )
    assert [block.line for block in document.blocks] == [1, 5]


def test_long_lines_without_blank_ones_are_paragraphs() -> None:
    first, second = "One sentence of many words. " * 10, "Another sentence of words. " * 10
    assert shown(read(f"{first}\n{second}")) == [
        ("paragraph", first.strip()),
        ("paragraph", second.strip()),
    ]


def test_an_address_keeps_its_lines() -> None:
    address = "The Secretariat\n1 Main Street\nSpringfield"
    text = "A paragraph that goes on for a while, so that one can see where\nits lines end.\n\n"
    assert shown(read(text + address))[1] == ("paragraph", address)


def test_lists_are_items_with_markers() -> None:
    document = read(
        "They agreed on:\n- trade and\n  customs\n- visas\n\n1. First point\n2) Second\n"
    )
    assert shown(document) == [
        ("paragraph", "They agreed on:"),
        ("•", "trade and customs"),
        ("•", "visas"),
        ("1.", "First point"),
        ("2)", "Second"),
    ]


def test_a_dash_or_number_that_was_wrapped_to_a_line_start_is_no_item() -> None:
    text = "The talks - long and slow as they were\n- ended on the\n12. of May, said their\nhost."
    assert [kind for kind, _ in shown(read(text))] == ["paragraph"]


def test_the_first_line_is_the_title_and_a_heading() -> None:
    document = read("A Treaty Is Signed in Springfield\n\nMonday, May 6, 2019\n\nIt was signed.\n")
    assert document.title == "A Treaty Is Signed in Springfield"
    assert document.date == "2019-05-06"
    assert [kind for kind, _ in shown(document)] == ["heading", "paragraph", "paragraph"]


@pytest.mark.parametrize(
    "line",
    [
        "What comes next?",
        "PART ONE",
        "The Parties and Their Reasons",
        "2. Scope of the agreement",
    ],
)
def test_a_short_line_over_a_paragraph_is_a_heading(line: str) -> None:
    document = read(f"This begins the text, at some length.\n\n{line}\n\nThis goes on with it.")
    if line[0] == "2":
        assert shown(document)[1][1] == "Scope of the agreement"
    else:
        assert shown(document)[1] == ("heading", line)


@pytest.mark.parametrize(
    "line",
    [
        "It ended there.",
        "They agreed on this:",
        "By Jane Smith",
        "Staff Reports",
        "Question: Will the talks go on?",
        "The mayor said: “It is done.”",
        "1:11 P.M. EDT",
        "Friday, January 4, 2019",
        "Photo: Jane Smith",
        "“Never again”, they said,",
        "– an observer",
    ],
)
def test_other_short_lines_are_not(line: str) -> None:
    document = read(f"This begins the text, at some length.\n\n{line}\n\nThis goes on with it.")
    assert not list(document.headings())


def test_underlined_lines_are_headings() -> None:
    document = read("Title\n=====\n\nText here.\n\nPart\n----\n\nMore text.")
    assert [(b.level, document.text[b.start : b.end]) for b in document.headings()] == [
        (1, "Title"),
        (2, "Part"),
    ]


def test_speakers_begin_paragraphs() -> None:
    document = read("MS. JONES: Good morning to all.\nMR. SMITH: Good morning. Shall we\nbegin?")
    assert shown(document) == [
        ("paragraph", "MS. JONES: Good morning to all."),
        ("paragraph", "MR. SMITH: Good morning. Shall we begin?"),
    ]


def test_debris_of_markup_is_read_as_markup() -> None:
    document = read(
        "On June 13<sup>th</sup> the **Framework\nAgreement**, \\[sic\\], was AT&amp;T's.\n\n"
        "\\# \\# \\#"
    )
    assert document.text == "On June 13th the Framework Agreement, [sic], was AT&T's."
    (bold,) = document.inlines
    assert document.text[bold.start : bold.end] == "Framework Agreement"


def test_what_only_looks_like_markup_stays() -> None:
    text = "2*3 and snake_case_name and <5% and a * b and [1] and C:\\temp stay."
    assert read(text).text == text
    assert read(f"{text} **Bold.**").text == f"{text} Bold."


def test_separators_are_no_blocks() -> None:
    assert read("One.\n\n* * *\n\nTwo.\n\n###\n").text == "One.\n\nTwo."
