from __future__ import annotations

from briefing.library.ranking import Ranking


def test_the_highest_count_comes_first_and_equals_by_the_alphabet() -> None:
    ranking = Ranking()
    for name, times in (("b", 2), ("a", 2), ("c", 5)):
        ranking.count(("place", name), times)
    ranking.count(("person", "d"), 9)

    assert ranking.ordered("place") == [("place", "c"), ("place", "a"), ("place", "b")]


def test_what_changes_finds_its_place_and_what_counts_nothing_is_gone() -> None:
    ranking = Ranking()
    for at in range(9):
        ranking.count(("place", str(at)), at)
    ranking.ordered("place")
    ranking.count(("place", "1"), 20)
    ranking.count(("place", "8"), 0)

    assert [name for _, name in ranking.ordered("place")][:3] == ["1", "7", "6"]
    assert len(ranking) == 7
