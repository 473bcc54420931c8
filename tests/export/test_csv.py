"""The table: what stands in it, and that no cell of it is a formula."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.export import printed
from briefing.export.csv import COLUMNS, safe
from tests.export import sample

GOLDEN = Path(__file__).parent / "golden" / "sample.csv"


def read(*changes: dict[str, str]) -> list[dict[str, str]]:
    briefings = [sample.briefing(**each) for each in changes or ({},)]
    return list(csv.DictReader(io.StringIO("\n".join(printed("csv", briefings)))))


def test_the_table_is_as_it_was() -> None:
    assert "\n".join(printed("csv", [sample.briefing()])) + "\n" == GOLDEN.read_text("utf-8")


def test_each_row_has_its_sentence_and_its_place() -> None:
    text = sample.briefing().document.text
    for row in read():
        words = text[int(row["start"]) : int(row["end"])]
        assert words in row["sentence"]
        assert row["sentence"] in text
        assert row["document"] == "pacts/harbour.txt"
    assert {row["row"] for row in read()} == {"entity", "agreement", "milestone"}


def test_many_documents_have_one_header() -> None:
    rows = read({}, {"path": "pacts/other.txt"})
    assert len(rows) == 2 * len(read())
    assert {row["document"] for row in rows} == {"pacts/harbour.txt", "pacts/other.txt"}


def test_no_document_gives_a_header_alone() -> None:
    assert list(printed("csv", [])) == [",".join(COLUMNS)]


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "＝1"])
def test_no_cell_is_a_formula(cell: str) -> None:
    assert safe(cell) == "'" + cell.strip()
    assert any(row["title"] == "'" + cell.strip() for row in read({"title": cell}))


def test_a_carriage_return_is_made_visible() -> None:
    assert safe("\r=1") == "␍=1"


def test_other_cells_stay_as_they_are() -> None:
    assert safe("a = b, “c” and 'd'") == "a = b, “c” and 'd'"


@given(st.text())
def test_whatever_a_cell_holds_is_one_line_and_no_formula(text: str) -> None:
    cell = safe(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert "\n" not in cell
    (row,) = csv.reader(io.StringIO(f'"{cell.replace(chr(34), chr(34) * 2)}"'))
    assert row == [cell]
