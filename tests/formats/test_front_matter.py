import pytest

from briefing import formats
from briefing.document import Document
from briefing.formats.dateline import read_date


def read(front: str, text: str = "Text.") -> Document:
    return formats.read(f"---\n{front}\n---\n\n{text}\n".encode(), "a.md")


def test_escapes_and_folded_lines_make_one_readable_title() -> None:
    document = read('title: "A Joint Statement on\\_the\\\n  \\ COVID-\\u206019 Pact"')
    assert document.title == "A Joint Statement on the COVID-19 Pact"
    assert document.text == "Text."


@pytest.mark.parametrize(
    ("front", "date"),
    [
        ("date: 2019-11-24", "2019-11-24"),
        ("date: '2024-09-13'\nmodified: 2025-01-01", "2024-09-13"),
        ("published_time: 2024-09-13 17:29:38-04:00", "2024-09-13"),
        ("published: 2019-11", "2019-11"),
        ("date: 4 January 2019", "2019-01-04"),
        ("date: soon", None),
    ],
)
def test_the_date_is_as_precise_as_the_file_has_it(front: str, date: str | None) -> None:
    assert read(front).date == date


def test_a_language_is_never_a_truth_value() -> None:
    assert read("lang: no").language == "no"


def test_nothing_is_constructed_or_expanded() -> None:
    front = "title: !!python/object/apply:os.getcwd []\na: &a [x]\nb: [*a, *a]\ntags: {title: B}"
    assert read(front).title is None


def test_broken_front_matter_is_told_and_still_no_text() -> None:
    document = read("title: 'A\ndate: 2019-11-24\nlist: [")
    assert document.date == "2019-11-24"
    assert document.text == "Text."
    assert "not valid YAML" in document.notices[0]


def test_a_rule_at_the_beginning_is_no_front_matter() -> None:
    document = formats.read(b"---\n\nOne line.\n\n---\n\nAnother.", "a.md")
    assert document.text == "One line.\n\nAnother."


def test_a_file_of_front_matter_alone_is_a_document_without_blocks() -> None:
    document = formats.read(b"---\ntitle: A\n---\n", "a.md")
    assert (document.title, document.text, document.blocks) == ("A", "", ())
    assert document.notices == ("There is no text in this file.",)


@pytest.mark.parametrize(
    ("line", "date"),
    [
        ("Friday, January 4, 2019", "2019-01-04"),
        ("4th of July", None),
        ("24 Nov 2019", "2019-11-24"),
        ("2019-11-24", "2019-11-24"),
        ("2019", None),
        ("On January 4, 2019 they met", None),
    ],
)
def test_a_line_that_is_a_date(line: str, date: str | None) -> None:
    assert read_date(line) == date
