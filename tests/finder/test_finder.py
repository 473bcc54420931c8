import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.finder import Entry, Finder, Hit

ENTRIES = [
    Entry(1, "S Jaishankar", "person", ("Jaishankar",), 3),
    Entry(2, "Rajnath Singh", "person", ("Singh",), 2),
    Entry(3, "Mark T Esper", "person", (), 1),
    Entry(4, "India", "place", (), 9),
    Entry(5, "Indian Navy", "organisation", (), 2),
    Entry(6, "Indo-Pacific", "place", (), 1),
    Entry(7, "Information Fusion Centre", "organisation", (), 2),
    Entry(8, "Communications Compatibility and Security Agreement", "agreement", ("COMCASA",), 4),
    Entry(9, "Industrial Security Annex", "agreement", (), 1),
    Entry(10, "S-400", "system", (), 2),
    Entry(11, "São Tomé", "place", (), 1),
    Entry(12, "Washington DC", "place", ("Washington",), 2),
    Entry(13, "Possible visit of the President", "heading"),
    Entry(14, "New India Assurance", "organisation", (), 40),
    Entry(15, "Sindh", "place", (), 60),
]


@pytest.fixture(scope="module")
def finder() -> Finder:
    return Finder(ENTRIES)


def names(hits: list[Hit]) -> list[str]:
    return [hit.entry.name for hit in hits]


def marked(hit: Hit) -> str:
    """The form that fits, with the typed letters in capitals and the others in small letters."""
    return "".join(
        letter.upper() if at in hit.positions else letter.lower()
        for at, letter in enumerate(hit.alias)
    )


@pytest.mark.parametrize(
    ("query", "name"),
    [
        ("jaishankar", "S Jaishankar"),
        ("jaishnkar", "S Jaishankar"),
        ("jaishnk", "S Jaishankar"),
        ("ajishankar", "S Jaishankar"),
        ("comcsa", "Communications Compatibility and Security Agreement"),
        ("COMCASA", "Communications Compatibility and Security Agreement"),
        ("ifc", "Information Fusion Centre"),
        ("ISA", "Industrial Security Annex"),
        ("singh rajnath", "Rajnath Singh"),
        ("sing raj", "Rajnath Singh"),
        ("fusion inf", "Information Fusion Centre"),
        ("infofus", "Information Fusion Centre"),
        ("esper", "Mark T Esper"),
        ("sao tome", "São Tomé"),
        ("SÃO", "São Tomé"),
        ("s400", "S-400"),
        ("s-400", "S-400"),
        ("indopac", "Indo-Pacific"),
        ("  india  ", "India"),
        ("visit president", "Possible visit of the President"),
        ("wshngtn", "Washington DC"),
        ("casa", "Communications Compatibility and Security Agreement"),
        ("jaishankar minister", "S Jaishankar"),
    ],
)
def test_the_first_hit_is_what_is_meant(finder: Finder, query: str, name: str) -> None:
    assert names(finder.search(query))[0] == name


def test_exact_comes_before_beginnings_before_words_before_slips(finder: Finder) -> None:
    found = names(finder.search("india"))

    assert found[:3] == ["India", "New India Assurance", "Indian Navy"]
    # Named far more often, but only inside the word.
    assert "Sindh" in names(finder.search("ind"))
    assert names(finder.search("ind")).index("Sindh") > names(finder.search("ind")).index("India")


def test_scattered_letters_do_not_stand_beside_what_was_typed_as_it_is(finder: Finder) -> None:
    # i-n-d-i-a stands scattered in "Industrial Security Annex".
    assert "Industrial Security Annex" not in names(finder.search("india"))
    assert names(finder.search("indsecan"))[0] == "Industrial Security Annex"


def test_among_equals_what_is_named_most_often_comes_first() -> None:
    finder = Finder(
        [Entry(1, "Amal Haddad", "person", (), 2), Entry(2, "Amal Nasser", "person", (), 9)]
    )

    assert names(finder.search("amal")) == ["Amal Nasser", "Amal Haddad"]


def test_the_spelling_that_was_typed_comes_first() -> None:
    finder = Finder([Entry(1, "Frédéric Duhamel", "person"), Entry(2, "Frederick Winn", "person")])

    assert names(finder.search("frede"))[0] == "Frederick Winn"
    assert names(finder.search("fréde"))[0] == "Frédéric Duhamel"


def test_a_name_without_its_vowels_is_that_name_rather_than_a_longer_one() -> None:
    finder = Finder(
        [
            Entry(1, "Rotterdam", "place", (), 1),
            Entry(2, "Risks from Rotterdam", "heading", (), 90),
            Entry(3, "Rotterdam Harbour Board", "organisation", (), 9),
        ]
    )

    assert names(finder.search("rttrdm"))[0] == "Rotterdam"


def test_only_some_kinds(finder: Finder) -> None:
    kinds = {hit.entry.kind for hit in finder.search("ind", kinds={"place", "organisation"})}

    assert kinds == {"place", "organisation"}
    assert names(finder.search("ind", kinds={"agreement"})) == ["Industrial Security Annex"]


def test_an_entry_is_found_once_by_the_form_that_fits_best(finder: Finder) -> None:
    hits = finder.search("washington")

    assert names(hits).count("Washington DC") == 1
    assert hits[0].alias == "Washington"


@pytest.mark.parametrize(
    ("query", "shown"),
    [
        ("indi", "INDIa"),
        ("singh raj", "RAJnath SINGH"),
        ("ifc", "Information Fusion Centre"),
        ("sao t", "SÃO Tomé"),
        ("s400", "S-400"),
        ("comcsa", "COMCaSA"),
    ],
)
def test_the_letters_that_were_typed_are_marked(finder: Finder, query: str, shown: str) -> None:
    assert marked(finder.search(query)[0]) == shown


def test_scores_fall(finder: Finder) -> None:
    for query in ("ind", "s", "jaishnkar", "security annex"):
        scores = [hit.score for hit in finder.search(query)]
        assert scores == sorted(scores, reverse=True)


def test_typing_on_only_narrows_what_fits_exactly(finder: Finder) -> None:
    fitting: set[str] | None = None
    for length in range(1, len("industrial") + 1):
        now = {hit.entry.name for hit in finder.search("industrial"[:length]) if hit.score >= 2}
        assert fitting is None or now <= fitting
        fitting = now


def test_nothing_typed_gives_what_is_named_most_often(finder: Finder) -> None:
    assert names(finder.search("", limit=2)) == ["Sindh", "New India Assurance"]
    assert names(finder.search(" ", limit=1, kinds={"person"})) == ["S Jaishankar"]


def test_the_limit_holds(finder: Finder) -> None:
    assert len(finder.search("i", limit=2)) == 2
    assert finder.search("i", limit=0) == []


def test_no_entries() -> None:
    assert Finder([]).search("anything") == []
    assert Finder([Entry(1, "…", "heading"), Entry(2, "", "heading")]).search("x") == []


@pytest.mark.parametrize(
    "query",
    [
        "x" * 10_000,
        "india " * 2_000,
        "[/foo] [bold",
        "[@click=app.exit]x[/]",
        "NEAR(",
        '"',
        "a AND",
        "-x",
        "a:b",
        "\x1b]52;c;eA==\x07",
        "\x00\x9b\u202e",
        "\ud800",
        "🇮🇳🚀",
        "الهند",
        "印度",
        "!?.,;",
        "(((((",
        "1234567890",
        "\u0300" * 5_000,
    ],
)
def test_no_query_raises(finder: Finder, query: str) -> None:
    for hit in finder.search(query):
        assert all(0 <= at < len(hit.alias) for at in hit.positions)


@given(
    st.lists(st.text(max_size=12), max_size=8),
    st.text(alphabet=st.characters(), max_size=12),
)
@settings(max_examples=150, deadline=None)
def test_positions_lie_in_the_form_and_results_repeat(written: list[str], query: str) -> None:
    entries = [Entry(key, name, "place", (name[::-1],), key) for key, name in enumerate(written)]
    hits = Finder(entries).search(query)

    assert hits == Finder(entries).search(query)
    assert len({hit.entry.key for hit in hits}) == len(hits)
    for hit in hits:
        assert list(hit.positions) == sorted(set(hit.positions))
        assert all(0 <= at < len(hit.alias) for at in hit.positions)


@given(st.sampled_from([entry.name for entry in ENTRIES]))
@settings(max_examples=20, deadline=None)
def test_a_whole_name_finds_itself_first(name: str) -> None:
    assert names(Finder(ENTRIES).search(name))[0] == name
