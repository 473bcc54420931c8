"""The timeline: order, what is planned, and one line for each date of a sentence."""

from pathlib import Path

import pytest

from briefing.analysis.briefing import Milestone
from briefing.analysis.dates.dates import find
from briefing.analysis.dates.timeline import build
from briefing.analysis.sentences import sentences
from tests.analysis.documents import paragraphs

SEED = Path(__file__).parents[3] / "seeds" / "000_a5ba780fe487a775.txt"


def timeline(text: str, date: str | None = None) -> tuple[Milestone, ...]:
    document = paragraphs(text, date)
    parts = sentences(document)
    return build(document, parts, find(document, parts))


def test_lines_come_in_the_order_of_the_calendar() -> None:
    lines = timeline("It was signed in May 2019. It began in 2018. It grew on 3 May 2019.")
    assert [(line.date, line.text) for line in lines] == [
        ("2018", "It began in 2018."),
        ("2019-05", "It was signed in May 2019."),
        ("2019-05-03", "It grew on 3 May 2019."),
    ]


def test_a_date_said_twice_in_a_sentence_is_one_line() -> None:
    text = "It was signed in May 2019, yes, in May 2019, and ended in 2020."
    assert [line.date for line in timeline(text)] == ["2019-05", "2020"]


def test_a_line_that_is_only_a_date_tells_nothing() -> None:
    assert timeline("Friday, 21 August 2015\n\nThe text of it.") == ()


def test_a_place_and_its_date_tell_nothing() -> None:
    assert timeline("THE WHITE HOUSE, December 18, 2024.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "It is good that so many are here today.",
        "I want to thank all who have joined us this afternoon.",
        "These are the choices that we face today.",
    ],
)
def test_what_a_speaker_says_of_the_moment_is_no_date(text: str) -> None:
    assert timeline(text, "2019-11-24") == ()


def test_what_happened_on_the_day_is_one() -> None:
    (line,) = timeline("The council agreed today to end it.", "2019-11-24")
    assert line.date == "2019-11-24"


def test_a_year_in_a_heading_is_a_name() -> None:
    assert timeline("# The Treaty of 1949 and its members\n\nIt stands.") == ()


def test_a_range_says_where_it_ends() -> None:
    (line,) = timeline("They will meet from 3 to 5 May in the capital.", "2020-01-01")
    assert line.date == "2020-05-03"
    assert line.until == "2020-05-05"
    assert line.resolution == "the year from the document's date, 2020-01-01"


@pytest.mark.parametrize(
    ("text", "date", "planned"),
    [
        ("The pact enters into force on 1 May 2020.", "2019-11-24", True),
        ("The pact entered into force on 1 May 2018.", "2019-11-24", False),
        ("The pact will be signed in November 2019.", "2019-11-24", True),
        ("The pact was signed in November 2019.", "2019-11-24", False),
        ("The pact will be signed in 2020.", None, True),
        ("The pact was signed in 2020.", None, False),
        ("The pact we sign today will help us.", "2019-11-24", False),
        ("The storm was forecast to arrive on Monday.", "2019-11-24", True),
        ("The pact is set to end in 2020, officials said.", None, True),
        ("The minister is visiting the port on Tuesday.", "2019-11-24", True),
        ("The minister was visiting the port on Tuesday.", "2019-11-24", False),
        ("We’re hoping to see the draft on Tuesday.", "2019-11-24", True),
        ("The vote on the pact is on Tuesday.", "2019-11-24", True),
        ("Forecasters predict landfall on Tuesday.", "2019-11-24", True),
        ("She asked the council to report on Tuesday.", "2019-11-24", True),
        ("They agreed to meet in the capital on Tuesday.", "2019-11-24", True),
        ("They agreed to end the strike on Tuesday.", "2019-11-24", False),
        ("The talks go on this week, and we will see.", "2019-11-20", True),
        ("The talks were held this week, we hear.", "2019-11-20", False),
        ("They will meet next week in the capital.", "2019-11-20", True),
    ],
)
def test_what_is_planned(text: str, date: str | None, planned: bool) -> None:
    assert [line.planned for line in timeline(text, date)] == [planned]


def test_the_seed() -> None:
    text = SEED.read_text(encoding="utf-8").replace(" date 2019-11-24 ", "", 1)
    lines = timeline(text, "2019-11-24")
    assert [(line.date, line.planned) for line in lines] == [
        ("2018-09", False),
        ("2019-12", True),
        ("2019-12-18", True),
    ]
    document = paragraphs(text)
    words = [document.slice(*line.words) for line in lines]
    assert words == ["September 2018", "next month", "December 18"]
    assert "will be in Washington DC on December 18" in lines[2].text


def test_a_clause_that_opens_with_a_date_has_its_own_tense() -> None:
    first, second = timeline(
        "It was due to end on December 20, but on December 14 it was extended.", "2020-12-16"
    )
    assert (first.date, first.planned) == ("2020-12-14", False)
    assert (second.date, second.planned) == ("2020-12-20", True)
