from __future__ import annotations

from itertools import permutations

from briefing.library.digest import Agreed, Digest
from briefing.library.tracker import Tracked, Tracker
from tests.library.digests import agreed, digest, told


def tracker(*digests: Digest) -> Tracker:
    found = Tracker()
    for number, one in enumerate(digests):
        found.add(number, one)
    return found


def rows(*digests: Digest) -> dict[str, Tracked]:
    return {row.name: row for row in tracker(*digests).rows()}


def names(*agreements: Agreed) -> list[list[str]]:
    """The names of each row, where each agreement stands in a document of its own."""
    digests = [digest(f"202{at}-01-01", agreements=(one,)) for at, one in enumerate(agreements)]
    return sorted(
        sorted({one.agreement.name for one in row.occurrences}) for row in tracker(*digests).rows()
    )


def test_one_name_in_two_documents_is_one_row_with_a_history() -> None:
    found = rows(
        digest("2022-01-01", agreements=(agreed("Andes Water Treaty", told("in_force")),)),
        digest("2020-01-01", agreements=(agreed("Andes Water Treaty", told("signed")),)),
    )
    (row,) = found.values()

    assert [(step.status, step.date) for step in row.history] == [
        ("signed", "2020-01-01"),
        ("in_force", "2022-01-01"),
    ]
    assert (row.status, row.since, row.documents) == ("in_force", "2022-01-01", (1, 0))


def test_an_acronym_is_its_expansion_where_a_document_says_so() -> None:
    assert names(
        agreed("Andes Water Treaty", acronym="AWT", aliases=("AWT",)), agreed("AWT"), agreed("XYZ")
    ) == [["AWT", "Andes Water Treaty"], ["XYZ"]]


def test_the_reason_and_the_documents_of_a_merge_are_kept() -> None:
    (row,) = rows(
        digest("2020-01-01", agreements=(agreed("Andes Water Treaty", acronym="AWT"),)),
        digest("2021-01-01", agreements=(agreed("AWT"),)),
    ).values()
    (naming,) = row.names

    assert (naming.name, naming.documents) == ("AWT", (0,))
    assert naming.reason == "the initials of Andes Water Treaty"


def test_years_and_kinds_keep_instruments_apart() -> None:
    assert names(
        agreed("1987 Lima Accord", kind="accord"),
        agreed("2015 Lima Accord", kind="accord"),
        agreed("Lima Convention", kind="convention"),
    ) == [["1987 Lima Accord"], ["2015 Lima Accord"], ["Lima Convention"]]


def test_a_name_without_a_year_is_the_only_one_that_has_it() -> None:
    act, plain = agreed("Sugar Act of 2019", kind="act"), agreed("Sugar Act", kind="act")

    assert names(act, plain) == [["Sugar Act", "Sugar Act of 2019"]]
    assert names(act, plain, agreed("Sugar Act of 2004", kind="act")) == [
        ["Sugar Act"],
        ["Sugar Act of 2004"],
        ["Sugar Act of 2019"],
    ]


def test_what_may_be_the_same_is_shown_and_kept_apart() -> None:
    found = rows(
        digest("2020-01-01", agreements=(agreed("Sugar Act of 2004", kind="act"),)),
        digest("2020-02-01", agreements=(agreed("Sugar Act of 2019", kind="act"),)),
    )
    old, new = found["Sugar Act of 2004"], found["Sugar Act of 2019"]

    assert (old.possibly, new.possibly) == ((new.key,), (old.key,))


def test_words_may_be_left_out_but_not_what_tells_versions_apart() -> None:
    assert names(
        agreed("Treaty on Conventional Armed Ships in the Andes"),
        agreed("Conventional Ships in the Andes Treaty"),
    ) == [
        [
            "Conventional Ships in the Andes Treaty",
            "Treaty on Conventional Armed Ships in the Andes",
        ]
    ]
    assert names(agreed("ZORBA Treaty"), agreed("New ZORBA Treaty")) == [
        ["New ZORBA Treaty"],
        ["ZORBA Treaty"],
    ]


def test_unnamed_ones_are_one_only_of_the_same_kind_parties_and_year() -> None:
    truce = agreed("ceasefire", kind="ceasefire", parties=("Chile", "Peru"))
    other = agreed("ceasefire", kind="ceasefire", parties=("Chile", "Bolivia"))
    alone = agreed("ceasefire", kind="ceasefire")
    found = tracker(
        digest("2020-01-01", agreements=(truce,)),
        digest("2020-02-01", agreements=(truce,)),
        digest("2021-02-01", agreements=(truce,)),
        digest("2020-03-01", agreements=(other,)),
        digest("2020-04-01", agreements=(alone,)),
        digest("2020-05-01", agreements=(alone,)),
    )

    assert [row.documents for row in found.rows()] == [(0, 1)]  # one voice alone is not enough
    assert len({found.of(0, 0), found.of(2, 0), found.of(3, 0)}) == 3
    assert found.of(4, 0) != found.of(5, 0)


def test_points_in_an_acronym_and_a_title_without_a_sort_tell_nothing_apart() -> None:
    assert len(names(agreed("U.N. Charter", kind="charter"), agreed("UN Charter"))) == 1
    grain = [agreed("Black Sea Grain Initiative", kind="agreement") for _ in range(2)]
    assert len(names(*grain)) == 1
    assert names(agreed("PACT Act", kind="act"), agreed("ZORBA Act", kind="act")) == [
        ["PACT Act"],
        ["ZORBA Act"],
    ]


def test_what_is_only_a_sort_names_no_instrument() -> None:
    for sort in ("MOA", "Presidential memorandum"):
        same = agreed(sort, kind="memorandum")
        found = tracker(*(digest(f"202{at}-01-01", agreements=(same,)) for at in range(2)))
        assert found.of(0, 0) != found.of(1, 0)


def test_what_a_document_only_describes_is_no_row() -> None:
    assert names(agreed("border deal", told("signed")), agreed("deal", told("signed"))) == []
    assert names(agreed("Senate bill", kind="bill"), agreed("Texas law", kind="law")) == []
    assert names(agreed("WTO agreements"), agreed("AUKUS pact")) == [["AUKUS pact"]]
    between = agreed("Peru border deal", told("signed"), parties=("Chile", "Peru"))
    assert names(between) == [["Peru border deal"]]
    assert names(agreed("Lima Accords")) == []
    assert len(names(agreed("Lima Accords"), agreed("Lima Accords"))) == 1


def test_a_phrase_that_ends_in_a_well_known_name_is_that_instrument() -> None:
    long = agreed("Child Grant and Coast Fishing Act", kind="act")
    often = [agreed("Coast Fishing Act", kind="act")] * 4
    assert len(names(long, *often)) == 1
    assert len(names(agreed("Protocol to the Coast Fishing Act"), *often)) == 2
    assert len(names(agreed("Salt and Recovery Act"), *[agreed("Recovery Act")] * 4)) == 2


def test_an_act_for_a_people_is_not_that_of_a_nation() -> None:
    citizens = [agreed(f"{whose} Citizenship Act", kind="act") for whose in ("Indian", "U.S.")]
    assert len(names(*citizens)) == 2
    assert len(names(citizens[1], agreed("Citizenship Act", kind="act"))) == 1


def test_a_well_known_body_is_the_same_by_its_initials() -> None:
    assert len(names(agreed("U.N. Charter"), agreed("United Nations Charter"))) == 1


def test_the_name_shown_is_what_most_documents_call_it_in_full() -> None:
    often = [agreed("Kim’s Harbour Light Act"), agreed("Harbour Light Act")]
    long = agreed("Great Harbour Light Act")
    found = rows(*(digest("2021-01-01", agreements=(one,)) for one in (*often, long)))
    (row,) = found.values()
    assert row.name == "Harbour Light Act"
    assert "Great Harbour Light Act" in [one.name for one in row.names]


def test_a_sort_in_small_letters_is_the_same_name() -> None:
    assert len(names(agreed("Fish Price Act", kind="act"), agreed("Fish Price act"))) == 1


def test_parties_tell_plain_names_apart() -> None:
    with_peru = agreed("Mutual Defence Treaty", parties=("Chile", "Peru"))
    with_japan = agreed("Mutual Defence Treaty", parties=("Chile", "Japan"))
    plain = agreed("Mutual Defence Treaty")

    def count(*agreements: Agreed) -> int:
        dated = enumerate(agreements, 2010)
        return len(
            tracker(*(digest(f"{year}-01-01", agreements=(one,)) for year, one in dated)).rows()
        )

    assert count(with_peru, plain) == 1
    assert count(with_peru, with_japan, plain) == 3


def test_a_name_that_any_two_countries_may_share_is_one_for_each_pair() -> None:
    def partnership(*parties: str) -> Agreed:
        return agreed("Comprehensive Strategic Partnership", told("signed"), parties=parties)

    found = tracker(
        digest("2020-01-01", agreements=(partnership("Chile", "Peru"),)),
        digest("2021-01-01", agreements=(partnership("Chile", "Peru", "Lima Group"),)),
        digest("2022-01-01", agreements=(partnership("Chile", "Japan"),)),
        digest("2023-01-01", agreements=(partnership(),)),
        digest("2024-01-01", agreements=(partnership(),)),
    )
    told_of = {row.documents: row.status for row in found.rows()}

    assert told_of == {(0, 1): "signed", (2,): "signed", (3, 4): "unspecified"}


def test_what_is_said_of_the_name_of_yearly_acts_is_the_history_of_none() -> None:
    name = "Harbour Spending Act"
    found = rows(
        digest("2020-12-01", agreements=(agreed(f"{name} for Fiscal Year 2021", told("enacted")),)),
        digest("2021-12-01", agreements=(agreed(f"FY22 {name}", told("enacted")),)),
        digest("2021-12-02", agreements=(agreed(name, told("enacted")),)),
        digest("2022-12-02", agreements=(agreed(name, told("bill")),)),
    )

    assert found[name].history == ()
    assert len(found[name].background) == 2
    assert len(found) == 3


def test_one_year_that_is_given_to_two_forms_of_a_name_is_that_of_one() -> None:
    full = agreed("Fish and Sea Act of 2022", acronym="FASA", kind="act")
    short = agreed("FASA of 2022", kind="act")
    plain = agreed("FASA", told("enacted"), kind="act")
    found = tracker(
        *(
            digest(f"2023-01-0{at}", agreements=(one,))
            for at, one in enumerate((full, short, plain), 1)
        )
    )
    key = found.of(2, 0)

    assert key is not None
    assert [step.status for step in found.row(key).history] == ["enacted"]


def test_a_pair_of_parties_is_no_name_that_words_were_left_out_of() -> None:
    assert (
        len(
            names(
                agreed("Agreement between the United States and Japan"),
                agreed("Agreement between the United States and Japan on Whales"),
            )
        )
        == 2
    )


def test_a_name_without_a_year_is_of_the_year_that_nearly_all_give() -> None:
    old = [digest(f"2020-01-0{at}", agreements=(agreed("Fish Act of 1964"),)) for at in (1, 2, 3)]
    new = digest("2020-02-01", agreements=(agreed("Fish Act of 1991"),))
    plain = digest("2020-03-01", agreements=(agreed("Fish Act"),))
    found = tracker(*old, new, plain)

    assert found.of(4, 0) == found.of(0, 0) != found.of(3, 0)
    assert tracker(*old[:1], new, plain).of(2, 0) == ("law", "fish", "", "")


def test_what_is_agreed_upon_many_times_under_one_name_has_no_history() -> None:
    names = ("Port Labor Agreement", "Port Labor Agreements")
    digests = [
        digest(f"2020-01-0{at}", agreements=(agreed(names[at % 2], told("signed")),))
        for at in range(1, 6)
    ]
    (row,) = tracker(*digests).rows()

    assert (row.history, len(row.background)) == ((), 5)


def test_an_acronym_is_not_believed_whose_letters_the_name_does_not_have() -> None:
    plan = agreed("Joint Fish Plan of Action", acronym="JFPOA", kind="plan")
    memo = agreed("Memorandum on Whales", acronym="JFPOA", kind="memorandum")

    assert names(plan, memo, agreed("JFPOA")) == [
        ["JFPOA", "Joint Fish Plan of Action"],
        ["Memorandum on Whales"],
    ]


def test_another_name_with_a_word_of_its_own_is_not_believed() -> None:
    assert names(
        agreed("Clean Fish Act", aliases=("Fair Fish Act",)),
        agreed("Fair Fish Act"),
    ) == [["Clean Fish Act"], ["Fair Fish Act"]]


def test_a_title_in_capitals_is_the_same_title() -> None:
    assert len(names(agreed("BRING IT HOME Act", kind="act"), agreed("Bring It Home Act"))) == 1


def test_the_year_in_the_name_of_an_old_act_dates_it() -> None:
    passed = told("enacted")._replace(text="They passed the Sugar Act of 1934.")
    old, new = agreed("Sugar Act of 1934", passed), agreed("Fish Act of 2021", passed)
    found = rows(digest("2022-05-01", agreements=(old, new)))

    assert [step.date for step in found["Sugar Act of 1934"].history] == ["1934"]
    assert [step.date for step in found["Fish Act of 2021"].history] == ["2022-05-01"]


def test_another_name_that_shares_no_word_is_not_believed() -> None:
    assert names(
        agreed("Andes Water Treaty", aliases=("Lima Accord", "agreement")),
        agreed("Lima Accord", kind="accord"),
    ) == [["Andes Water Treaty"], ["Lima Accord"]]


def test_a_name_that_stands_mostly_alone_is_its_own() -> None:
    named_so = [agreed("Fish Rights Act", kind="act") for _ in range(5)]

    assert len(names(agreed("Coast Fish Act", kind="act", aliases=("Fish Rights Act",)))) == 1
    assert len(names(agreed("Coast Bay Act", kind="act", aliases=("Bay Act",)), *named_so)) == 2


def test_the_order_in_which_documents_come_does_not_matter() -> None:
    digests = [
        digest("2020-01-01", agreements=(agreed("Andes Water Treaty", acronym="AWT"),)),
        digest("2021-01-01", agreements=(agreed("AWT", told("signed")),)),
        digest("2022-01-01", agreements=(agreed("2015 AWT"), agreed("Water Treaty", start=90))),
        digest("2023-01-01", agreements=(agreed("Andes Water Treaty", told("in_force")),)),
    ]
    expected = tracker(*digests).rows()
    for order in permutations(range(4)):
        found = Tracker()
        for number in order:
            found.add(number, digests[number])
        assert found.rows() == expected


def test_a_document_can_be_replaced_and_taken_out() -> None:
    first = digest("2020-01-01", agreements=(agreed("Andes Water Treaty", acronym="AWT"),))
    second = digest("2021-01-01", agreements=(agreed("AWT", told("signed")),))
    found = tracker(first, second)
    assert len(found.rows()) == 1

    found.add(0, digest("2020-01-01", agreements=(agreed("Lima Accord", kind="accord"),)))
    assert [row.name for row in found.rows()] == ["AWT", "Lima Accord"]

    found.add(0, first)
    assert found.rows() == tracker(first, second).rows()

    found.remove(0)
    found.remove(1)
    assert found.rows() == []
