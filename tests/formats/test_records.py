"""Each record of JSON and of a table is a document."""

import json

import pytest

from tests.formats.containers import read

RECORDS = [
    {"title": "Talks", "date": "2019-11-24T10:00", "author": "Ann Roe", "text": "They met."},
    {"Headline": "More talks", "body": "<p>They met <b>again</b>.</p><p>Nothing came of it.</p>"},
]


def test_json_lines_are_documents() -> None:
    data = "\n".join(map(json.dumps, RECORDS)).encode() + b"\n\n"
    documents, reasons = read(data, "a.jsonl")
    assert not reasons
    first, second = documents["a.jsonl#1"], documents["a.jsonl#2"]
    assert (first.title, first.date, first.author, first.text) == (
        "Talks",
        "2019-11-24",
        "Ann Roe",
        "They met.",
    )
    assert second.text == "They met again.\n\nNothing came of it."
    assert second.blocks[0].line == 0


def test_an_array_is_read_like_lines() -> None:
    documents, _ = read(json.dumps(RECORDS).encode(), "a.json")
    assert [one.title for one in documents.values()] == ["Talks", "More talks"]


def test_what_is_printed_as_json_can_be_opened() -> None:
    line = {"schema": 1, "document": {"title": None, "text": "Words.", "language": "en"}}
    documents, _ = read(json.dumps(line).encode(), "a.jsonl")
    assert documents["a.jsonl#1"].language == "en"


def test_a_bad_line_stops_no_other() -> None:
    documents, reasons = read(b'{"text": "One."}\n{"text": \n3\n{"text": "Four."}', "a.jsonl")
    assert list(documents) == ["a.jsonl#1", "a.jsonl#4"]
    assert reasons["a.jsonl#2"].startswith("not JSON: ")
    assert reasons["a.jsonl#3"] == "JSON, but not an object"


def test_records_without_a_text_are_counted() -> None:
    documents, reasons = read(b'{"text": "One."}\n{"id": 2}\n{"id": 3}', "a.jsonl")
    assert list(documents) == ["a.jsonl#1"]
    assert reasons["a.jsonl"].startswith("2 of 3 records have no text, the first is number 2")


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_rows_of_a_table_are_documents(delimiter: str) -> None:
    rows = [
        ["id", "title", "text"],
        ["1", "Talks", '"They met. ""Well""."'],
        ["2", "More", "Again."],
    ]
    data = "\n".join(delimiter.join(row) for row in rows).encode()
    documents, reasons = read(data, "a.csv")
    assert not reasons
    assert documents["a.csv#1"].text == 'They met. "Well".'
    assert documents["a.csv#2"].title == "More"


def test_a_column_of_long_cells_is_the_text() -> None:
    data = "what,said\n" + "\n".join(f"{number},{'They met. ' * 20}" for number in range(3))
    documents, _ = read(data.encode(), "a.csv")
    assert documents["a.csv#3"].text.startswith("They met.")


def test_a_table_of_numbers_is_no_collection_of_documents() -> None:
    _, reasons = read(b"a,b\n1,2\n3,4\n", "a.csv")
    assert reasons == {"a.csv": "a table without a column of text: none is called text"}


def test_more_records_than_may_be_are_cut_and_said() -> None:
    data = b'{"text": "Words."}\n' * 9
    documents, reasons = read(data, "a.jsonl", entries=3)
    assert len(documents) == 3
    assert reasons == {"a.jsonl": "only the first 3 records are read (limit entries)"}


def test_nesting_that_is_made_to_fail_gives_a_reason() -> None:
    _, reasons = read(b"[" * 100_000, "a.json")
    assert reasons["a.json#1"].startswith("not JSON")
    _, reasons = read(b'{"a":' * 100_000, "a.jsonl")
    assert reasons["a.jsonl#1"].startswith("not JSON")
