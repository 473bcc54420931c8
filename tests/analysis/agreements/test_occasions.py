"""When what happened to an agreement happened."""

from __future__ import annotations

import pytest

from tests.analysis.agreement_texts import find

DAY = "2019-11-24"  # a Sunday


def dates(text: str, date: str | None = DAY) -> list[tuple[str, str]]:
    return [(dated.date, dated.event) for dated in find(text, date)[0].dates]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chile signed the Andes Water Treaty on 3 May 2018.", [("2018-05-03", "signed")]),
        (
            "On Monday, at a hall that was full, Chile, Peru and Bolivia signed the Andes Water"
            " Treaty.",
            [("2019-11-18", "signed")],
        ),
        (
            "The king signed the Act on the Cleaning of Rivers and the Protection of Wells and"
            " Springs and the Keeping of Ponds and Canals and Lakes and Other Public Waters of the"
            " Northern Andes into law in May 2018.",
            [("2018-05", "passed")],
        ),
        (
            "We met on the 20th anniversary of the Andes Water Treaty in May 2018.",
            [("1998-05", "signed")],
        ),
        (
            "Chile signs Andes Water Treaty\nOn Monday, all was quiet in the halls of Lima.",
            [("2019-11-18", "signed")],
        ),
        (
            "Chile signs Andes Water Treaty\nFriday, November 22, 2019\n"
            "On Wednesday, all was quiet in the halls of Lima.",
            [("2019-11-20", "signed")],
        ),
        ("We are pleased to announce the Andes Water Treaty.", [(DAY, "agreed")]),
        ("We are announcing a partnership called the Andes Water Pact.", [(DAY, "agreed")]),
    ],
)
def test_what_happened_has_the_date_the_text_gives_it(
    text: str, told: list[tuple[str, str]]
) -> None:
    assert dates(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Andes Water Treaty\nMonday, November 18, 2019\nIt rained hard in the old town of Lima.",
        "Talks on Andes Water Treaty go on\nOn Monday, all was quiet in the halls of Lima.",
        "LIMA, May 3 (Agency) - Chile signed the Andes Water Treaty.",
        "Chile could sign the Andes Water Treaty. On Monday it rained.",
    ],
)
def test_a_date_of_something_else_is_none_of_the_agreement(text: str) -> None:
    assert dates(text) == []


def test_without_a_date_of_the_document_nothing_is_dated_by_it() -> None:
    assert dates("We are pleased to announce the Andes Water Treaty.", None) == []
