"""Dates: what the words give, what they do not, and what holds on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.dates.dates import DateMention, dateline, find
from briefing.analysis.sentences import sentences
from tests.analysis.documents import paragraphs

DAY = "2019-11-24"  # a Sunday


def dates(text: str, date: str | None = None) -> tuple[DateMention, ...]:
    document = paragraphs(text, date)
    return find(document, sentences(document))


# Text, and what it gives; a range as "start/end".
WITHOUT_A_DATE_OF_THE_DOCUMENT = [
    ("It was signed on 2019-11-24 and again on 2019-12-01T10:00Z.", ["2019-11-24", "2019-12-01"]),
    ("Signed 18 December 2019 in Rome.", ["2019-12-18"]),
    ("Signed on the 18th of December, 2019.", ["2019-12-18"]),
    ("Signed on Wednesday, December 18, 2019, in Rome.", ["2019-12-18"]),
    ("Signed on Dec. 18, 2019.", ["2019-12-18"]),
    ("MARCH 3, 2021", ["2021-03-03"]),
    ("Signed on June 13<sup>th</sup>, 2024.", ["2024-06-13"]),
    ("It began in September 2018 and ended in May of 2019.", ["2018-09", "2019-05"]),
    ("In 2018 it grew, as the Treaty of 1949 had foreseen.", ["2018", "1949"]),
    ("The 2015 accord and the Act of 2022; the Energy Bill 2019.", ["2015", "2022", "2019"]),
    ("Elected in 2004, 2008 and 2012, he died (2015).", ["2004", "2008", "2012", "2015"]),
    ("By mid-2030 they will stop.", ["2030"]),
    ("The third quarter of 2021 and Q1 2022.", ["2021-07/2021-09", "2022-01/2022-03"]),
    ("In the second half of 2020.", ["2020-07/2020-12"]),
    ("The budget for fiscal year 2023 and FY2024.", ["2023", "2024"]),
    ("They met on December 12-14, 2019.", ["2019-12-12/2019-12-14"]),
    ("They met from 3 to 5 May 2020.", ["2020-05-03/2020-05-05"]),
    ("They met from 30 December to 2 January 2020.", ["2019-12-30/2020-01-02"]),
    ("They met from December 30, 2019 to January 2, 2020.", ["2019-12-30/2020-01-02"]),
    ("Between 2015 and 2018, from 2003 to 2006 and in 2019–21.",
     ["2015/2018", "2003/2006", "2019/2021"]),
    ("Open March–May 2020.", ["2020-03/2020-05"]),
    ("Due 25/12/2019 or 31.01.2020.", ["2019-12-25", "2020-01-31"]),
    ("They met on May 3 and 5, 2018.", ["2018-05-03", "2018-05-05"]),
    ("The talks on 3, 5 and 7 June 2019 failed.", ["2019-06-03", "2019-06-05", "2019-06-07"]),
    ("They met between 3 and 5 May 2018.", ["2018-05-03/2018-05-05"]),
    ("It opened in spring 2024, the autumn of 2019 and Fall 2017.", ["2024", "2019", "2017"]),
    ("In H1 2021.", ["2021-01/2021-06"]),
    ("It was 03/04/2026 or 3/4/2025.", ["2026", "2025"]),
    ("A wrapped line says December\n18, 2019.", ["2019-12-18"]),
]  # fmt: skip

COUNTED_FROM_THE_DOCUMENT = [
    ("They will be in Washington on December 18, and will talk.", ["2019-12-18"]),
    ("They met on December 18.", ["2018-12-18"]),
    ("They met on November 3.", ["2019-11-03"]),
    ("The talks of January 5 stand.", ["2020-01-05"]),
    ("They met to prepare the December 18 talks.", ["2019-12-18"]),
    ("This will come up next month.", ["2019-12"]),
    ("He signed yesterday; today he rests; tomorrow he leaves.",
     ["2019-11-23", "2019-11-24", "2019-11-25"]),
    ("Today's announcement is welcome.", ["2019-11-24"]),
    ("They met on Tuesday.", ["2019-11-19"]),
    ("They will meet on Tuesday.", ["2019-11-26"]),
    ("Officials said Tuesday that they will meet.", ["2019-11-19"]),
    ("They met last Monday and meet next Friday.", ["2019-11-18", "2019-11-29"]),
    ("They met this past Friday and talk this coming Friday.", ["2019-11-22", "2019-11-29"]),
    ("They met the day before\nyesterday.", ["2019-11-22"]),
    ("They met on Sunday.", ["2019-11-24"]),
    ("It failed last year, this year and next year.", ["2018", "2019", "2020"]),
    ("It fell earlier this month and last quarter.", ["2019-11", "2019-07/2019-09"]),
    ("It was signed last week.", ["2019-11-11/2019-11-17"]),
    (
        "They spoke last weekend and meet next weekend.",
        ["2019-11-16/2019-11-17", "2019-11-30/2019-12-01"],
    ),
    ("It was signed three days ago.", ["2019-11-21"]),
    ("It was signed two weeks ago.", ["2019-11-04/2019-11-10"]),
    ("It was signed three years ago.", ["2016"]),
    ("It was signed two months ago.", ["2019-09"]),
    ("It was signed two years ago today.", ["2017-11-24"]),
    ("It was signed eight years ago last week.", ["2011"]),
    ("It was signed thirty-one years ago.", ["1988"]),
    ("Fourteen years ago, it was signed.", ["2005"]),
    ("It takes effect two years from now.", ["2021"]),
    ("It was signed on March 20 last year.", ["2018-03-20"]),
    ("In June it was signed; last December it failed.", ["2019-06", "2018-12"]),
    ("It will end in March.", ["2020-03"]),
    ("They rejected it in January; he will go in October.", ["2019-01", "2020-10"]),
    ("It will open by the end of the year.", ["2019"]),
    ("They met on 3 and 5 May.", ["2019-05-03", "2019-05-05"]),
    ("They met on May 3, 5 and 6.", ["2019-05-03", "2019-05-05", "2019-05-06"]),
    ("On May 3 and 15 rebels died.", ["2019-05-03"]),
    ("It was signed last summer and last autumn.", ["2019", "2018"]),
    ("It will open next spring.", ["2020"]),
    ("It will apply from January 3.", ["2020-01-03"]),
    ("It ends at the end of May.", ["2020-05"]),
    ("It will open in three weeks’ time or in two years' time.", ["2019-12-09/2019-12-15", "2021"]),
    ("On 29 February it will end.", ["2020-02-29"]),
    ("It will close in the fourth quarter.", ["2019-10/2019-12"]),
    ("It is expected to close by the end of the second quarter.", ["2020-04/2020-06"]),
    ("It will close in Q1; it was signed in Q3.", ["2020-01/2020-03", "2019-07/2019-09"]),
    ("They will meet within 90 days.", ["2020-02-22"]),
    ("They will meet within the next six months.", ["2020-05"]),
]  # fmt: skip

NO_DATES = [
    "Provisions such as sections 1507, 1546 and 1622(b) of the Act remain.",
    "See Article 1850, Executive Order 1799 and Public Law 1916.",
    "They may march in may.",
    "May said March was strong; by May the plan was dead.",
    "Version 2.0.19 of 12 of 40 pages, p. 2019, No. 2018.",
    "In 2015 people came; the 2000 soldiers left; a total of 2019.",
    "It cost $2019 or €1,999 in all, 2010.5 at most.",
    "The 31.02.2026 and 30 February 2020 and 2019-13-40 are none.",
    "It was version 03/04/2026 or 3.4.2026.",
    "Articles 3 and 5 May not apply, nor will 3 and 5 others.",
    "Each spring and every fall; the summer was hot; 12 and 40 May be.",
    "After 9/11 the Boeing 2000-X and MH-2015 flew.",
    "See https://example.org/2019/12/18/news and a2019-12-18.",
    "The next year was hard, and over the last month too.",
    "More than three years ago; 20 years ago; a year and a half ago.",
    "The 1990s were calm.",
    "Good Friday Agreement, Sunday Times, every Monday, Tuesdays.",
    "Today's world is new.",
    "They attacked this country on September 11th.",
    "March 10,000 people, or May 20% of them.",
    "They scored in the third quarter, and lost in the fourth quarter.",
    "It takes effect within 90 days of ratification; it fell within two weeks.",
]


def shown(mentions: tuple[DateMention, ...]) -> list[str]:
    return [f"{found.date}/{found.until}" if found.until else found.date for found in mentions]


@pytest.mark.parametrize(("text", "expected"), WITHOUT_A_DATE_OF_THE_DOCUMENT)
def test_full_dates_need_no_document_date(text: str, expected: list[str]) -> None:
    assert shown(dates(text)) == expected
    assert shown(dates(text, DAY)) == expected


@pytest.mark.parametrize(("text", "expected"), COUNTED_FROM_THE_DOCUMENT)
def test_relative_dates_count_from_the_document(text: str, expected: list[str]) -> None:
    assert shown(dates(text, DAY)) == expected
    assert all(found.resolution for found in dates(text, DAY))


@pytest.mark.parametrize("text", [text for text, _ in COUNTED_FROM_THE_DOCUMENT])
def test_nothing_is_invented_without_a_date_to_count_from(text: str) -> None:
    assert not dates(text)


@pytest.mark.parametrize("text", NO_DATES)
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert shown(dates(text, DAY)) == []


def test_words_are_pointed_at_and_the_resolution_is_told() -> None:
    text = "It will be discussed next month, on December 18."
    month, day = dates(text, DAY)
    assert text[month.start : month.end] == "next month"
    assert month.resolution == "“next month”, counted from the document's date, 2019-11-24"
    assert text[day.start : day.end] == "December 18"
    assert day.resolution == "the year from the document's date, 2019-11-24"


def test_what_can_be_read_in_two_ways_is_shown_with_both() -> None:
    (found,) = dates("It was signed on 03/04/2026.")
    assert found.date == "2026"
    assert found.resolution == "“03/04/2026” may be 2026-04-03 or 2026-03-04"


def test_days_that_share_a_month_are_each_pointed_at() -> None:
    text = "They met on May 3 and 5, 2018, and on 7 and 9 June."
    words = [text[found.start : found.end] for found in dates(text, DAY)]
    assert words == ["May 3", "5", "7", "9 June"]


def test_a_base_without_a_day_gives_no_days() -> None:
    assert shown(dates("It was signed yesterday, last month and last year.", "2019-11")) == [
        "2019-10",
        "2018",
    ]
    assert shown(dates("It was signed yesterday, last month and last year.", "2019")) == ["2018"]


@pytest.mark.parametrize(
    "text",
    [
        "# A treaty is signed\n\nSunday, November 24, 2019\n\nThey met on Tuesday.",
        "GENEVA, 24 November 2019 (Agency) — They met on Tuesday.",
        "# A treaty\n\nFor immediate release\nNovember 24, 2019\n\nThey met on Tuesday.",
    ],
)
def test_a_dateline_stands_in_for_the_date_of_the_document(text: str) -> None:
    document = paragraphs(text)
    assert dateline(document, sentences(document)) == DAY
    tuesday = find(document, sentences(document))[-1]
    assert tuesday.date == "2019-11-19"
    assert tuesday.resolution == "“Tuesday”, counted from the dateline, 2019-11-24"


def test_a_date_inside_a_sentence_is_no_dateline() -> None:
    document = paragraphs(
        "The treaty that was signed in Rome on November 24, 2019 - a day - ended."
    )
    assert dateline(document, sentences(document)) is None


WORDS = (
    "spring Fall and 3 5 03/04/2026 H1 "
    "between December May march 18 18th 31 2019 2019-12-18 the of to - last next this year month "
    "week Tuesday today ago two in on . , \n\n Q3 FY20 first quarter 0 99 99/12/2019 "
    "between and from"
)
PIECES = WORDS.split(" ")


@settings(deadline=None, max_examples=300)
@given(
    st.text() | st.lists(st.sampled_from(PIECES)).map(" ".join),
    st.sampled_from(
        [None, DAY, "2020-02-29", "1000-01-01", "2999-12-31", "2019-11", "x", "2019-99"]
    ),
)
def test_dates_never_fail_and_lie_in_their_sentences(text: str, date: str | None) -> None:
    document = paragraphs(text, date)
    parts = sentences(document)
    position = 0
    for found in find(document, parts):
        assert position <= found.start < found.end
        assert any(part.start <= found.start and found.end <= part.end for part in parts)
        assert len(found.date) in (4, 7, 10)
        assert found.until is None or found.until > found.date
        position = found.end


@settings(deadline=None, max_examples=300)
@given(st.lists(st.sampled_from(PIECES)).map(" ".join))
def test_without_a_date_to_count_from_every_year_stands_in_the_text(text: str) -> None:
    document = paragraphs(text, None)
    parts = sentences(document)
    if dateline(document, parts) is None:
        assert all(found.date[2:4] in text for found in find(document, parts))


@pytest.mark.parametrize(
    ("written", "expected"),
    [("2021-02-10", ["2021-01-06"]), ("2023-03-29", []), ("2001-09-20", [])],
)
def test_a_day_that_is_known_by_its_name_has_a_year_only_while_it_is_near(
    written: str, expected: list[str]
) -> None:
    assert shown(dates("They spoke of the attack of January 6th.", written)) == expected


@pytest.mark.parametrize(
    ("words", "moment"),
    [
        ("last week", "2019-11"),
        ("next weekend", "2019"),
        ("in the third quarter of 2019", "2019"),
        ("from 3 to 5 May 2019", "2019-05"),
        ("from 2015 to 2017", "2015"),
    ],
)
def test_of_a_moment_in_a_range_is_said_what_its_ends_share(words: str, moment: str) -> None:
    (found,) = dates(f"It was signed {words}.", DAY)
    assert found.moment == moment
