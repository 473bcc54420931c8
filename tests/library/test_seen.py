"""Which sentences of a document are new to who has read it before."""

import json

from hypothesis import given
from hypothesis import strategies as st

from briefing.analysis.briefing import Agreement, Briefing, Sentence
from briefing.document import Document
from briefing.library.seen import Seen, changed

SENTENCES = st.lists(st.text("ab c\n", min_size=1).filter(str.strip), max_size=8)


def briefing(sentences: list[str], *agreements: Agreement) -> Briefing:
    """Sentences one after the other, each with a full stop."""
    spans, text = [], ""
    for one in sentences:
        spans.append(Sentence(len(text), len(text) + len(one) + 1, 0))
        text += f"{one}. "
    document = Document("note.txt", text, "text")
    return Briefing(document, "en", tuple(spans), (), (), (), agreements, ())


def words(one: str) -> str:
    return " ".join(f"{one}.".split())


@given(SENTENCES, SENTENCES)
def test_changed_are_exactly_the_sentences_that_were_not_there(
    before: list[str], after: list[str]
) -> None:
    now = briefing(after)
    found = changed(Seen.of(briefing(before)), now)
    known = set(map(words, before))
    expected = [one for one in after if words(one) not in known] if before else []
    assert [now.document.text[one.start : one.end] for one in found] == [
        f"{one}." for one in expected
    ]
    assert found == sorted(found)


@given(SENTENCES)
def test_what_was_read_holds_nothing_new_however_it_is_put_in_order(sentences: list[str]) -> None:
    seen = Seen.of(briefing(sentences))
    assert changed(seen, briefing(sentences[::-1])) == []


@given(SENTENCES)
def test_it_is_the_same_after_a_way_through_json(sentences: list[str]) -> None:
    agreement = Agreement("Harbour Convention", "convention", (), status="signed")
    seen = Seen.of(briefing(sentences, agreement))
    assert Seen.from_value(json.loads(json.dumps(seen.value()))) == seen


def test_what_is_none_is_not_taken_for_one() -> None:
    assert Seen.from_value(None) is None
    assert Seen.from_value({"read": True}) is None
    assert Seen.from_value({"text": "a", "sentences": 3, "names": 4, "statuses": [1]}) == Seen("a")


def test_of_what_was_never_read_no_sentence_is_told_to_be_new() -> None:
    assert changed(Seen("other"), briefing(["One", "Two"])) == []
