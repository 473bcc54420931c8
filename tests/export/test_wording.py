"""Words for dates and their distance."""

import pytest

from briefing.analysis.briefing import Agreement, DatedEvent, Mention, Milestone, Report
from briefing.document import Span
from briefing.export.wording import distance, standing, when


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("2023-11-07", ""),
        ("2023-11", ""),
        ("2023-11-06", "1 day before"),
        ("2023-11-20", "in 13 days"),
        ("2023-12-07", "in 4 weeks"),
        ("2024-01-14", "in 2 months"),
        ("2024-03", "in 4 months"),
        ("2022-11", "12 months before"),
        ("1990-05-03", "33 years before"),
        ("1023-11-07", "1,000 years before"),
        ("2024", "in 1 year"),
        ("soon", ""),
        ("2023-13", ""),
        ("", ""),
    ],
)
def test_how_far_a_date_lies_from_the_document(date: str, expected: str) -> None:
    assert distance(date, "2023-11-07") == expected


def test_what_lasts_on_the_day_of_the_document_is_not_far() -> None:
    assert distance("2023-11-06", "2023-11-07", until="2023-11-12") == ""
    assert distance("2023-11-06", "2023-11-20", until="2023-11-12") == "2 weeks before"


@pytest.mark.parametrize(
    ("date", "until", "expected"),
    [
        ("2019-12-18", None, "2019-12-18"),
        ("2019-12-18", "2019-12-20", "2019-12-18 – 20"),
        ("2019-04-30", "2019-05-04", "2019-04-30 – 05-04"),
        ("2019-12-30", "2020-01-02", "2019-12-30 – 2020-01-02"),
        ("2019-07", "2019-09", "2019-07 – 09"),
        ("2015", "2017", "2015 – 2017"),
    ],
)
def test_a_range_is_said_without_what_its_ends_share(
    date: str, until: str | None, expected: str
) -> None:
    line = Milestone(date, "They met.", False, 0, 9, Span(0, 4), until=until)
    assert when(line) == expected


def test_a_document_that_says_a_year_tells_years_only() -> None:
    assert distance("2019-05-03", "2023") == "4 years before"


def test_an_agreement_is_dated_by_the_event_that_gives_its_status() -> None:
    dates = (DatedEvent("1990", "signed"), DatedEvent("2023-11-07", "ended"))
    ended = Agreement("The Pact", "pact", (Mention(0, 3),), "terminated", dates=dates)
    assert standing(ended) == ("2023-11-07", "")


def test_where_only_another_event_is_dated_it_is_named() -> None:
    told = (Report("in_force", 0, 9, "1990"),)  # the same date, taken from the same sentence
    dates = (DatedEvent("1990", "signed"),)
    kept = Agreement("The Pact", "pact", (Mention(0, 3),), "in_force", dates=dates, history=told)
    assert standing(kept) == ("", "signed 1990")


def test_what_is_reported_with_a_date_dates_a_status() -> None:
    told = (Report("in_force", 0, 9, "1992"),)
    kept = Agreement("The Pact", "pact", (Mention(0, 3),), "in_force", history=told)
    assert standing(kept) == ("1992", "")
