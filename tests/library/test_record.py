import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.analysis.pipeline import brief
from briefing.document import Block, Document, Inline, Span
from briefing.formats import read
from briefing.library.record import Record, pack, unpack
from tests.export import sample

WORDS = st.sampled_from(
    ["Norland", "Ada Roe", "signed", "the Harbour Treaty", "(HT)", "on 2 May 2019", "in", "said"]
)
LINES = st.lists(
    st.one_of(
        WORDS,
        st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=8),
        st.sampled_from(["\n\n", ". ", "\n# ", "\n- ", "|a|b|"]),
    ),
    min_size=1,
    max_size=40,
).map(" ".join)


def test_a_briefing_comes_back_as_it_was() -> None:
    briefing = sample.briefing(path="a.txt")

    assert unpack(pack(briefing), "a.txt") == briefing


def test_the_path_is_not_kept() -> None:
    here, there = sample.briefing(path="a.txt"), sample.briefing(path="b/c.txt")

    assert pack(here) == pack(there)
    assert unpack(pack(here), "b/c.txt") == there


@settings(max_examples=60, deadline=None)
@given(LINES, st.sampled_from(["a.md", "a.txt"]))
def test_what_is_kept_is_what_would_be_made_again(source: str, path: str) -> None:
    data = f"Norland. {source}".encode()
    briefing = brief(read(data, path))

    assert unpack(pack(briefing), path) == briefing


def test_every_field_of_a_document_is_kept() -> None:
    document = Document(
        "a.md",
        "Head\n\ncell",
        "markdown",
        blocks=(Block("heading", 0, 4, 1, 3), Block("table", 6, 10, rows=((Span(6, 10),),))),
        inlines=(Inline("link", 0, 4, "https://example.org"),),
        title="Head",
        date="2019-05",
        language="en",
        encoding="latin-1",
        notices=("A guess.",),
    )
    assert unpack(pack(brief(document)), "a.md").document == document


@pytest.mark.parametrize("rest", [b"", b"x", pack(sample.briefing()).text])
def test_other_bytes_are_refused(rest: bytes) -> None:
    with pytest.raises(ValueError, match="no record"):
        unpack(Record(pack(sample.briefing()).text, rest), "a.txt")
    with pytest.raises(ValueError, match="no record"):
        unpack(Record(b"", pack(sample.briefing()).rest), "a.txt")
