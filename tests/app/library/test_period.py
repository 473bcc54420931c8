from __future__ import annotations

import pytest

from briefing.app.library.period import Period, parse


@pytest.mark.parametrize(
    ("text", "inside", "outside"),
    [
        ("2021", ["2021", "2021-05", "2021-12-31"], ["2020-12-31", "2022"]),
        ("2021-05..2023", ["2021-05-01", "2023-12", "2021"], ["2021-04-30", "2024"]),
        ("..2022", ["1867", "2022-12-31"], ["2023"]),
        (" 2023-02 .. ", ["2023-02-01", "2030"], ["2023-01-31", "2022"]),
    ],
)
def test_a_period_holds_dates_as_precise_as_they_are(
    text: str, inside: list[str], outside: list[str]
) -> None:
    period = parse(text)

    assert period is not None
    assert [date for date in inside if date not in period] == []
    assert [date for date in outside if date in period] == []
    assert "" not in period


@pytest.mark.parametrize("text", ["", " ", "last year", "2021 2022", "..", "21"])
def test_what_is_no_period(text: str) -> None:
    assert parse(text) is None


def test_a_period_reads_as_it_was_typed() -> None:
    assert [str(Period("2021", "2021")), str(Period("", "2022"))] == ["2021", "..2022"]
