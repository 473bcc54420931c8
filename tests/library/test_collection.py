from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.analysis.briefing import Milestone
from briefing.document import Span
from briefing.library.chronology import Chronology
from briefing.library.collection import Collection
from briefing.library.digest import Digest
from tests.library.digests import agreed, digest, named


def dated(*dates: str) -> Digest:
    lines = tuple(Milestone(date, f"On {date}.", False, 0, 9, Span(0, 9)) for date in dates)
    return replace(digest("2020-01-01"), timeline=lines)


def test_timelines_are_one_by_date_then_by_document() -> None:
    found = Chronology()
    found.add(1, dated("2021-05", "2019"))
    found.add(0, dated("2021-05"))

    assert found.lines() == [("2019", 1, 1), ("2021-05", 0, 0), ("2021-05", 1, 0)]


def test_the_dates_of_a_document_change_and_go() -> None:
    found = Chronology()
    found.add(0, dated("2019"))
    found.add(1, dated("2020"))
    found.add(0, dated("2021"))
    assert found.lines() == [("2020", 1, 0), ("2021", 0, 0)]

    found.remove(1)
    assert found.lines() == [("2021", 0, 0)]


def test_a_collection_keeps_digests_and_what_follows_from_them() -> None:
    one = digest("2020-01-01", entities=(named("Ines Calder", mentions=3),))
    other = digest("2021-01-01", agreements=(agreed("Andes Water Treaty"),))
    found = Collection()
    found.add(7, one)
    found.add(9, other)

    assert (len(found), 7 in found, 8 in found) == (2, True, False)
    assert found.digest(7) == one
    assert found.digest(7) is found.digest(7)
    assert found.outlines[7] == ("2020-01-01", one.name, 3, "")
    assert [row.name for row in found.tracker.rows()] == ["Andes Water Treaty"]

    found.remove(9)
    assert found.tracker.rows() == []
    with pytest.raises(KeyError):
        found.digest(9)
