import pytest

from briefing.finder.query import Query, parse

PEOPLE = frozenset({"person", "organisation", "place"})


@pytest.mark.parametrize(
    ("line", "query"),
    [
        ("india", Query("india", None)),
        ("@india", Query("india", PEOPLE)),
        (" @ india", Query(" india", PEOPLE)),
        ("#comcasa", Query("comcasa", frozenset({"agreement"}))),
        (">seed", Query("seed", frozenset({"document"}))),
        ("a@b", Query("a@b", None)),
        ('"missile defence"', Query("missile defence", None, phrase=True)),
        ('"missile def', Query("missile def", None, phrase=True)),
        ("“missile defence” ", Query("missile defence", None, phrase=True)),
        ('"', Query("", None, phrase=True)),
        ("", Query("", None)),
    ],
)
def test_a_sign_restricts_and_quotation_marks_mean_the_text(line: str, query: Query) -> None:
    assert parse(line) == query
