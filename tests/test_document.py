"""The constructor's promise: nothing in a document can command a terminal, and no offset moves."""

import unicodedata

from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.document import Block, Document, Inline, field, neutralise, normalise_newlines

ANY = st.text(st.characters(), max_size=200) | st.text(
    st.sampled_from("a \n\t\r\x00\x07\x1b\x7f\x85\x9b\u202e\u2066\u2069\u2028\ud800\udfff\ufeff"),
    max_size=50,
)


def commands(text: str, allowed: str = "") -> list[str]:
    """The characters of `text` that no terminal may be given."""
    return [
        char
        for char in text
        if char not in allowed
        and (unicodedata.category(char) in ("Cc", "Cs") or char in "\u202a\u202b\u202c\u202d\u202e")
    ] + [char for char in text if "\u2066" <= char <= "\u2069"]


@given(ANY)
@settings(deadline=None)
def test_neutralising_keeps_the_length_and_is_idempotent(text: str) -> None:
    once = neutralise(text)
    assert len(once) == len(text)
    assert neutralise(once) == once
    assert not commands(once, "\n\t")
    assert not commands(field(text))
    assert len(field(text)) == len(text)


@given(ANY)
@settings(deadline=None)
def test_every_part_of_a_document_is_neutralised(text: str) -> None:
    document = Document(
        path=text,
        text=text,
        format="text",
        blocks=(Block("paragraph", 0, len(text)),),
        inlines=(Inline("link", 0, len(text), target=text),),
        title=text,
        date=text,
        language=text,
        notices=(text,),
    )
    assert not commands(document.text, "\n\t")
    shown = (document.path, document.title, document.date, document.language)
    for value in (*shown, *document.notices, *(mark.target for mark in document.inlines)):
        assert value is not None
        assert not commands(value)
    assert len(document.text) == len(text)


@given(ANY)
@settings(deadline=None)
def test_line_ends_become_newlines(text: str) -> None:
    normal = normalise_newlines(text)
    assert not set(normal) & set("\r\x85\u2028\u2029")
    assert normalise_newlines(normal) == normal


def test_an_escape_sequence_is_shown_and_not_obeyed() -> None:
    document = Document("x\x1b]0;y\x07.txt", "a\x1b[2Jb\x9bc", "text")
    assert document.text == "a␛[2Jb\ufffdc"
    assert document.path == "x␛]0;y␇.txt"
