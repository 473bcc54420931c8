"""One line a document: which sentence, and where it is cut."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.gist import cut, gist
from briefing.analysis.pipeline import brief
from tests.analysis.documents import paragraphs

LONG = (
    "The ministers of Norland and Sudland signed a treaty on fishing in the northern sea, "
    "which ends a quarrel about quotas that had lasted for eleven years and cost both of them dear."
)


def test_it_is_the_best_sentence_with_its_place() -> None:
    document = paragraphs(f"{LONG}\n\nThe weather in the harbour was mild for the time of year.")
    line = gist(brief(document))
    assert line is not None
    assert line.rank == 1
    assert document.text[line.start : line.end] == LONG


def test_a_document_without_a_summary_has_none() -> None:
    assert gist(brief(paragraphs(""))) is None


def test_a_long_sentence_is_cut_at_the_end_of_a_clause() -> None:
    assert cut(LONG, 120).endswith("in the northern sea…")


def test_where_no_clause_ends_it_is_cut_between_words() -> None:
    assert cut(LONG, 60) == "The ministers of Norland and Sudland signed a treaty on…"


@pytest.mark.parametrize(
    "line", ["GENEVA, March 4 (Agency) — ", "Brussels, Belgium – ", "OSLO -- "]
)
def test_a_dateline_is_left_out(line: str) -> None:
    assert cut(line + LONG, 400) == LONG


def test_a_name_with_a_dash_is_no_dateline() -> None:
    text = "Norland–Sudland talks ended without a treaty after two days in the town of Norport."
    assert cut(text, 400) == text


@given(st.text(), st.integers(2, 80))
def test_a_line_keeps_to_its_width(text: str, width: int) -> None:
    line = cut(text, width)
    assert len(line) <= width
    assert line.removesuffix("…") in text
