from __future__ import annotations

from itertools import permutations

from briefing.library.digest import Digest, Named
from briefing.library.merging import Entities, Merged
from tests.library.digests import digest, named


def library(*digests: Digest) -> Entities:
    found = Entities()
    for number, one in enumerate(digests):
        found.add(number, one)
    return found


def documents(*entities: Named) -> list[Digest]:
    """Each entity in a document of its own."""
    return [digest(f"2020-01-{at:02}", entities=(one,)) for at, one in enumerate(entities, 1)]


def rows(*entities: Named) -> list[Merged]:
    return _rows(library(*documents(*entities)))


def _rows(found: Entities) -> list[Merged]:
    kinds = ("person", "organisation", "place", "system", "event", "group")
    return [found.row(key) for kind in kinds for key in found.ranked(kind)]


def names(*entities: Named) -> list[list[str]]:
    return sorted(sorted({one.name, *(a.name for a in one.aliases)}) for one in rows(*entities))


def test_the_same_full_name_and_kind_is_one() -> None:
    (row,) = rows(named("Ines Calder", mentions=2), named("Inés Calder", mentions=3))

    assert (row.mentions, [place.document for place in row.places]) == (5, [0, 1])


def test_the_same_name_of_another_kind_is_another() -> None:
    assert len(rows(named("Victoria Lake", "person"), named("Victoria Lake", "place"))) == 2


def test_an_acronym_joins_the_expansion_that_documents_give() -> None:
    (row,) = rows(
        named("Norland Trade Board", "organisation", ("NTB", "defined in brackets")),
        named("NTB", "organisation"),
    )
    (alias,) = row.aliases

    assert row.name == "Norland Trade Board"
    assert (alias.name, alias.reason, alias.documents) == ("NTB", "defined in brackets", (0,))


def test_an_acronym_that_documents_explain_differently_stays_alone() -> None:
    trade = named("Norland Trade Board", "organisation", ("NTB", "defined in brackets"))
    tennis = named("National Tennis Bureau", "organisation", ("NTB", "defined in brackets"))
    found = {row.name: row for row in rows(trade, tennis, named("NTB", "organisation"))}

    assert found["NTB"].possibly == (
        found["National Tennis Bureau"].key,
        found["Norland Trade Board"].key,
    )


def test_a_surname_alone_is_never_enough() -> None:
    found = {row.name: row for row in rows(named("Ines Calder"), named("Calder"))}

    assert found["Calder"].alone
    assert found["Calder"].possibly == (found["Ines Calder"].key,)


def test_what_one_document_merges_by_a_surname_holds_only_there() -> None:
    merged = named("Ines Calder", "person", ("Calder", "surname of the only Calder named"))

    assert names(merged, named("Calder")) == [["Calder"], ["Ines Calder"]]


def test_a_surname_and_an_office_are_enough_where_one_person_has_both() -> None:
    ines = named("Ines Calder", role="Minister, Norland")
    minister = named("Calder", role="Minister")
    mayor = named("Tom Calder", role="Mayor")

    assert names(ines, mayor, minister) == [["Calder", "Ines Calder"], ["Tom Calder"]]
    (row,) = rows(ines, minister)
    assert row.aliases[0].reason == "the only Calder called minister"
    assert len(rows(ines, named("Olga Calder", role="Minister"), minister)) == 3


def test_a_middle_name_may_be_left_out_where_there_is_one_only() -> None:
    plain, middle = named("Mark Elder"), named("Mark T. Elder")

    assert names(plain, middle) == [["Mark Elder", "Mark T. Elder"]]
    assert len(rows(plain, middle, named("Mark Q. Elder"))) == 3


def test_the_order_in_which_documents_come_does_not_matter() -> None:
    digests = documents(
        named("Norland Trade Board", "organisation", ("NTB", "defined in brackets")),
        named("NTB", "organisation", mentions=4),
        named("Ines Calder", role="Minister"),
        named("Calder", role="Minister"),
    )
    expected = _rows(library(*digests))
    for order in permutations(range(4)):
        found = Entities()
        for number in order:
            found.add(number, digests[number])
        assert _rows(found) == expected


def test_a_document_can_be_replaced_and_taken_out() -> None:
    board = named("Norland Trade Board", "organisation", ("NTB", "defined in brackets"))
    digests = documents(board, named("NTB", "organisation"))
    found = library(*digests)
    found.add(0, digest("2020-01-01", entities=(named("Ines Calder"),)))
    assert sorted(row.name for row in _rows(found)) == ["Ines Calder", "NTB"]

    found.add(0, digests[0])
    assert _rows(found) == _rows(library(*digests))

    found.remove(0)
    found.remove(1)
    assert _rows(found) == []


def test_a_list_takes_a_line_of_it_and_counts_documents_as_they_come() -> None:
    found = library(*documents(named("Ines Calder", role="Minister"), named("Tom Reed")))
    assert [found.line(key).name for key in found.ranked("person")] == ["Ines Calder", "Tom Reed"]

    found.add(5, digest("2021-01-01", entities=(named("Tom Reed"),)))
    assert [found.line(key).name for key in found.ranked("person")] == ["Tom Reed", "Ines Calder"]
    assert found.line(found.ranked("person")[1]) == ("Ines Calder", "Minister", 1, False)
    assert [found.line(key).name for key in found.ranked("person", {0})] == ["Ines Calder"]


def test_a_short_first_name_needs_an_office_that_both_have_had() -> None:
    tom = [named("Tom Calder", role="Minister") for _ in range(2)]
    thomas = [named("Thomas A. Calder", role="Minister") for _ in range(2)]
    clerk = [named("Thomas Calder", role="Clerk") for _ in range(2)]

    assert names(*tom, *thomas) == [["Thomas A. Calder", "Tom Calder"]]
    assert names(*tom, *clerk) == [["Thomas Calder"], ["Tom Calder"]]
    assert names(*tom, *thomas, named("Calder", role="Minister"), named("Ada Calder")) == [
        ["Ada Calder"],
        ["Calder", "Thomas A. Calder", "Tom Calder"],
    ]


def test_short_names_are_joined_the_same_in_whatever_order() -> None:
    all_of_them = [
        *(named("Tom Calder", role="Minister") for _ in range(2)),
        *(named("Thomas A. Calder", role="Minister") for _ in range(2)),
        named("Calder", role="Minister"),
    ]
    joined = {tuple(tuple(one) for one in names(*order)) for order in permutations(all_of_them)}
    assert joined == {(("Calder", "Thomas A. Calder", "Tom Calder"),)}


def test_a_middle_initial_is_a_middle_name_that_begins_with_it() -> None:
    short, full, other = named("Ada K. Lind"), named("Ada Karin Lind"), named("Ada Klara Lind")

    assert names(short, full) == [["Ada K. Lind", "Ada Karin Lind"]]
    assert len(names(short, full, other)) == 3


def test_a_family_name_may_stand_first() -> None:
    full = named("Wen Jiabao", role="Premier")

    assert names(named("Wen", role="Premier"), full) == [["Wen", "Wen Jiabao"]]
    assert len(names(named("Peter", role="Premier"), named("Peter Calder", role="Premier"))) == 2


def test_a_name_turned_is_the_same_with_the_same_office() -> None:
    asian = [named("Wen Jiabao", role="Premier")] * 3
    turned = [named("Jiabao Wen", role="Premier")] * 2

    assert names(*asian, *turned) == [["Jiabao Wen", "Wen Jiabao"]]
    assert len(names(*asian, *[named("Jiabao Wen", role="Mayor")] * 2)) == 2


def test_a_middle_name_is_not_left_out_where_the_offices_differ() -> None:
    judge = [named("Ines Calder", role="Judge")] * 2
    mayor = [named("Ines Maria Calder", role="Mayor")] * 2

    assert len(names(*judge, *mayor)) == 2
    assert len(names(*judge, *mayor[:1])) == 1  # said once it may be an error


def test_two_spellings_of_a_first_name_are_one_with_the_same_office() -> None:
    steven = [named("Steven Calder", role="Judge")] * 2
    stephen = [named("Stephen Calder", role="Judge")] * 2
    steve = [named("Steve Calder", role="Judge")] * 2

    assert len(names(*steven, *stephen, *steve)) == 1
    assert len(names(*steven, *[named("Stephen Calder", role="Mayor")] * 2)) == 2


def test_a_father_is_not_his_son() -> None:
    assert len(names(named("Ines Calder Sr."), named("Ines Calder Jr."))) == 2


def test_a_department_is_the_same_with_its_country() -> None:
    plain = named("Department of Fish and Coast", "organisation")
    full = named("U.S. Department of Fish & Coast", "organisation")

    assert len(names(plain, full)) == 1
    assert len(names(named("U.S. Coast", "organisation"), named("Coast", "organisation"))) == 2


def test_the_name_used_most_is_shown_but_no_acronym() -> None:
    forms = ("Indo-Pacific", "Indo-Pacific", "Indo Pacific")
    (row,) = rows(*(named(form, "place") for form in forms))

    assert row.name == "Indo-Pacific"


def test_what_new_offices_tell_does_not_depend_on_the_order() -> None:
    some = documents(
        named("Wen Jiabao", role="Premier"),
        named("Jiabao Wen", role="Premier"),
        named("Wen Jiabao", role="Premier"),
        named("Jiabao Wen", role="Premier"),
        named("Wen", role="Premier"),
    )
    merged = {
        tuple(sorted(row.name for row in _rows(library(*order)))) for order in permutations(some)
    }

    assert len(merged) == 1
