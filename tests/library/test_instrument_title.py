from __future__ import annotations

import pytest

from briefing.library.instrument_title import plain, title


@pytest.mark.parametrize(
    ("name", "bare"),
    [
        ("Kim’s Harbour Light Act", "Harbour Light Act"),
        ("the Government’s Harbour Light Act", "Harbour Light Act"),
        ("House-passed Harbour Light Act", "Harbour Light Act"),
        ("COSTS The Harbour Light Act", "Harbour Light Act"),
        ("Don’t Dive” law", "Don’t Dive law"),
        ("Women’s Shelter Act", "Women’s Shelter Act"),
        ("King Olaf’s Harbour Light Act", "Harbour Light Act"),
        ("Protecting Norland’s Harbours Act", "Protecting Norland’s Harbours Act"),
        ("Sailors’ Pensions Act", "Sailors’ Pensions Act"),
        ("For the Coast Act", "For the Coast Act"),
        ("Treaty of Utrecht", "Treaty of Utrecht"),
    ],
)
def test_who_made_it_and_quotation_marks_are_no_part_of_a_name(name: str, bare: str) -> None:
    assert plain(name) == bare


def test_a_full_name_goes_before_an_acronym_and_the_official_form_before_the_usual() -> None:
    assert title({"HLA": 40, "Harbour Light Act": 9}) == "Harbour Light Act"
    assert title({"Big Harbour Bill": 5, "Big Harbour Bill Act": 2}) == "Big Harbour Bill Act"
    assert title({"NORDPACT": 40, "NORDPACT deal": 3}) == "NORDPACT"
    assert title({"Harbour Light Act": 40, "Harbour Coast and Light Act": 1}) == "Harbour Light Act"
