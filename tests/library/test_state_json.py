"""What is kept, as JSON, and back."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.document import neutralise
from briefing.library.state import IN_MEMORY, State, Value
from briefing.library.state_json import from_json, to_json

WORDS = st.text(st.characters(codec="utf-8"), max_size=9)
VALUES: st.SearchStrategy[Value] = st.recursive(
    st.booleans() | st.integers(0, 2**40) | WORDS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.tuples(WORDS, WORDS), VALUES, max_size=5))
def test_all_of_it_comes_back_and_none_of_it_commands_a_terminal(
    entries: dict[tuple[str, str], Value],
) -> None:
    state = State(IN_MEMORY)
    state.put_all(entries)
    printed = to_json(state)
    assert from_json(printed) == entries
    assert neutralise(printed) == printed


def test_letters_stay_as_they_are() -> None:
    state = State(IN_MEMORY)
    state.put("bookmark", "é", "Å\x9b")
    assert json.loads(to_json(state)) == {"schema": 1, "state": {"bookmark": {"é": "Å\x9b"}}}
    assert '"é": "Å\\u009b"' in to_json(state)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("[]", "not a state"),
        ('{"state": {"a": 1}}', "not a state"),
        ('{"state": {}, "schema": 2}', "later version"),
        ('{"state": {"a": {"b": NaN}}, "schema": 1}', "NaN"),
        ("[" * 100_000, "too deep"),
    ],
)
def test_what_was_not_printed_by_it_is_refused(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        from_json(text)


def test_bytes_that_are_no_text_are_refused() -> None:
    with pytest.raises(ValueError, match="not JSON"):
        from_json(b"\xff\xfe\xfa")
